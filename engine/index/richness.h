#pragma once

// What makes a record rich (QUERY.md, "Richness"): parts with weights, each stated or not. One
// table for the builder, which looks at records, and for answers, which itemise.
//
//   const std::uint8_t richness = RichnessOf(RichnessParts{...});      // 0 to 100

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/core/enum_set.h"

namespace waypost {

enum class RichnessPart : std::uint8_t {
  kName,
  kDescription,
  kLongDescription,
  kContact,
  kOrganisation,
  kLocation,
  kSessions,
  kServiceType,
  kEligibility,
  kCost,
  kAccess,
  kAttending,
  kAccessibility,
  kLanguages,
  kAssured,
};

struct WeightedPart {
  std::string_view name;
  int weight;
};

// In the order of RichnessPart.
inline constexpr std::array<WeightedPart, 15> kRichnessParts = {{{"name", 10},
                                                                 {"description", 5},
                                                                 {"long_description", 5},
                                                                 {"contact", 5},
                                                                 {"organization", 4},
                                                                 {"location", 6},
                                                                 {"sessions", 5},
                                                                 {"service_type", 5},
                                                                 {"eligibility", 3},
                                                                 {"cost", 4},
                                                                 {"access", 2},
                                                                 {"attending", 2},
                                                                 {"accessibility", 2},
                                                                 {"languages", 1},
                                                                 {"assured", 3}}};

// As bits of a column, EnumSet::bits().
using RichnessBits = std::uint16_t;

// The weights of what is stated over all weights, in hundredths, rounded half up. Never falls when
// a part is added.
constexpr std::uint8_t RichnessOf(EnumSet<RichnessPart> stated) {
  int sum = 0;
  int all = 0;
  for (std::size_t i = 0; i < kRichnessParts.size(); ++i) {
    all += kRichnessParts[i].weight;
    if (stated.Has(static_cast<RichnessPart>(i))) sum += kRichnessParts[i].weight;
  }
  return static_cast<std::uint8_t>((sum * 200 + all) / (2 * all));
}

}  // namespace waypost
