#include "index_builder/sources/reference/fixed_areas.h"

#include <array>
#include <utility>

#include "index_builder/sources/reference/area_name.h"

namespace waypost::sources {

using record::AreaKind;

const std::vector<FixedArea>& FixedAreas() {
  static const auto& areas = *new std::vector<FixedArea>{
      {AreaKind::kCountry,
       kCountryCode,
       "United Kingdom",
       {"UK", "U.K.", "the UK", "National", "Nationwide", "UK wide", "Great Britain", "GB",
        "Britain", "K03000001", "Whole of the UK", "Countrywide"},
       ""},
      {AreaKind::kNation, "E92000001", "England", {"All of England"}, ""},
      {AreaKind::kNation, "N92000002", "Northern Ireland", {"NI"}, ""},
      {AreaKind::kNation, "S92000003", "Scotland", {"All of Scotland"}, ""},
      {AreaKind::kNation, "W92000004", "Wales", {"Cymru", "All of Wales"}, ""},
      {AreaKind::kRegion, "E12000001", "North East", {"North East England"}, "E92000001"},
      {AreaKind::kRegion, "E12000002", "North West", {"North West England"}, "E92000001"},
      {AreaKind::kRegion, "E12000003", "Yorkshire and The Humber", {"Yorkshire"}, "E92000001"},
      {AreaKind::kRegion, "E12000004", "East Midlands", {}, "E92000001"},
      {AreaKind::kRegion, "E12000005", "West Midlands", {}, "E92000001"},
      {AreaKind::kRegion, "E12000006", "East of England", {"Eastern", "East England"}, "E92000001"},
      {AreaKind::kRegion, "E12000007", "London", {"Greater London"}, "E92000001"},
      {AreaKind::kRegion, "E12000008", "South East", {"South East England"}, "E92000001"},
      {AreaKind::kRegion, "E12000009", "South West", {"South West England"}, "E92000001"},
  };
  return areas;
}

const std::vector<FixedCounty>& FixedCounties() {
  static const auto& counties = *new std::vector<FixedCounty>{
      {"E11000002",
       "Merseyside",
       {"E08000011", "E08000012", "E08000013", "E08000014", "E08000015"}},
      {"E11000007",
       "Tyne and Wear",
       {"E08000021", "E08000022", "E08000023", "E08000024", "E08000037"}},
  };
  return counties;
}

std::string RegionCode(std::string_view code_or_name) {
  const std::string folded = FoldAreaName(code_or_name);
  for (const FixedArea& fixed : FixedAreas()) {
    if (fixed.kind != AreaKind::kRegion) continue;
    if (code_or_name == fixed.code || FoldAreaName(fixed.name) == folded) {
      return std::string(fixed.code);
    }
  }
  return "";
}

std::optional<AreaKind> KindOfGssCode(std::string_view code) {
  if (!IsGssCode(code)) return std::nullopt;
  static constexpr std::array<std::pair<std::string_view, AreaKind>, 16> kKinds = {{
      {"E06", AreaKind::kAuthority},
      {"E07", AreaKind::kAuthority},
      {"E08", AreaKind::kAuthority},
      {"E09", AreaKind::kAuthority},
      {"W06", AreaKind::kAuthority},
      {"S12", AreaKind::kAuthority},
      {"N09", AreaKind::kAuthority},
      {"E10", AreaKind::kCounty},
      {"E11", AreaKind::kCounty},
      {"E47", AreaKind::kCounty},
      {"E61", AreaKind::kCounty},
      {"E12", AreaKind::kRegion},
      {"E92", AreaKind::kNation},
      {"W92", AreaKind::kNation},
      {"S92", AreaKind::kNation},
      {"N92", AreaKind::kNation},
  }};
  for (const auto& [prefix, kind] : kKinds) {
    if (code.starts_with(prefix)) return kind;
  }
  return code.starts_with("K") ? std::optional(AreaKind::kCountry) : std::nullopt;
}

std::string NationOfGssCode(std::string_view code) {
  if (!IsGssCode(code)) return "";
  for (std::string_view nation : {"E92000001", "N92000002", "S92000003", "W92000004"}) {
    if (code[0] == nation[0]) return code == nation ? "" : std::string(nation);
  }
  return "";
}

}  // namespace waypost::sources
