#pragma once

// What is known of the areas of the United Kingdom without any list: regions, nations, the country,
// the metropolitan counties that addresses still name, and what GSS codes say by their prefix.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/gazetteer.h"

namespace waypost::sources {

// "United Kingdom".
inline constexpr std::string_view kCountryCode = "K02000001";

struct FixedArea {
  record::AreaKind kind;
  std::string_view code, name;
  std::vector<std::string> other_names;
  std::string_view nation;  // the code of the nation of a region, else ""
};

// The country, four nations and nine regions of England.
const std::vector<FixedArea>& FixedAreas();

// Metropolitan counties whose area no combined authority covers alone.
struct FixedCounty {
  std::string_view code, name;
  std::vector<std::string_view> members;  // codes of authorities, in force or former
};

const std::vector<FixedCounty>& FixedCounties();

// The code of a region written as code or name; "" for anything else.
std::string RegionCode(std::string_view code_or_name);

// What kind of area a GSS code means by its first three characters; nullopt for other codes.
std::optional<record::AreaKind> KindOfGssCode(std::string_view code);

// "E92000001" for codes that begin with E, likewise W, S and N; "" for others.
std::string NationOfGssCode(std::string_view code);

}  // namespace waypost::sources
