#pragma once

// The parts of a record that full text is made of.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace waypost::record {

// In the order in which their words stand. All but `location` are the service's own text.
enum class TextField : std::uint8_t { kName, kOrganization, kDescription, kTaxonomy, kLocation };

inline constexpr std::array<std::string_view, 5> kTextFieldNames = {
    "name", "organization", "description", "taxonomy", "location"};

// How often each word of a field counts (engine/query/QUERY.md, "BM25"). The words of a location
// match and do not score: where a service is, its distance says.
inline constexpr std::array<std::uint32_t, 5> kTextFieldWeights = {4, 2, 1, 3, 0};

inline std::uint32_t WeightOf(TextField field) {
  return kTextFieldWeights[static_cast<std::size_t>(field)];
}

inline std::string_view NameOf(TextField field) {
  return kTextFieldNames[static_cast<std::size_t>(field)];
}

}  // namespace waypost::record
