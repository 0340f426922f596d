#pragma once

// A result as one row of plain values, for tables and maps (QUERY.md, "Other forms").

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/result.h"

namespace waypost::server {

enum class FlatKind : std::uint8_t {
  kText,
  kPhone,
  kNumber,
  kFact,    // "yes", "no", "not stated"
  kPoint,   // a number, of what a map has as its point
  kRights,  // text, of what the answer as a whole may say
};

struct FlatColumn {
  std::string_view name;
  FlatKind kind = FlatKind::kText;
};

inline constexpr std::array kFlatColumns = {
    FlatColumn{"id"},
    FlatColumn{"name"},
    FlatColumn{"organization"},
    FlatColumn{"summary"},
    FlatColumn{"location"},
    FlatColumn{"address"},
    FlatColumn{"postcode"},
    FlatColumn{"lat", FlatKind::kPoint},
    FlatColumn{"lon", FlatKind::kPoint},
    FlatColumn{"precision"},
    FlatColumn{"distance_m", FlatKind::kNumber},
    FlatColumn{"reach"},
    FlatColumn{"certain", FlatKind::kFact},
    FlatColumn{"not_stated"},
    FlatColumn{"free", FlatKind::kFact},
    FlatColumn{"cost"},
    FlatColumn{"access"},
    FlatColumn{"ages"},
    FlatColumn{"sessions"},
    FlatColumn{"next_session"},
    FlatColumn{"phone", FlatKind::kPhone},
    FlatColumn{"email"},
    FlatColumn{"url"},
    FlatColumn{"checked"},
    FlatColumn{"modified"},
    FlatColumn{"status"},
    FlatColumn{"why_text"},
    FlatColumn{"source"},
    FlatColumn{"source_id"},
    FlatColumn{"rights", FlatKind::kRights},
};

// A value for each column; "" where nothing is stated, but for facts.
using FlatRow = std::array<std::string, kFlatColumns.size()>;

// Of a confidential service no place is told. `zone` is that of the index.
FlatRow FlatRowOf(const Index& index, const query::ResolvedQuery& resolved, const query::Hit& hit,
                  const absl::TimeZone& zone);

}  // namespace waypost::server
