#pragma once

// The code of a short link to a list, "/l/CODE": services and the day on which the link was made,
// and nothing of who made it.
//
//   std::string code = FormatListCode({.day = today, .ids = {id, other}});   // "AVEtd..."
//   std::optional<ListCode> list = ParseListCode(code);
//
// Base64 for addresses, without padding, of: a version (1 or 2), the day number in two bytes, high
// byte first, and of each public id the first 6 bytes (version 1) or all 16 (version 2, where 6 do
// not tell the services of an index apart). The same list on the same day has one code, and every
// code that is read is written so.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.h"
#include "engine/format/public_id.h"

namespace waypost::server {

// How much of each public id a code holds.
enum class IdLength : std::uint8_t { kShort = 6, kWhole = 16 };

struct ListCode {
  Date day;  // from 1970 to 2149
  IdLength length = IdLength::kShort;
  std::vector<Uuid> ids;  // each once; what a code does not hold of them is 0

  friend bool operator==(const ListCode&, const ListCode&) = default;
};

// The first bytes of an id, and zeros.
Uuid CutId(const Uuid& id, IdLength length);

// REQUIRES: DayNumber(day) is in [0, 65535], `ids` has 1 to kLongestList.
std::string FormatListCode(const ListCode& list);

// Any bytes. Nothing for what FormatListCode does not write.
std::optional<ListCode> ParseListCode(std::string_view code);

}  // namespace waypost::server
