#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/sources/reference/area_name.h"
#include "index_builder/sources/reference/place_merge.h"

// Cities of the United Kingdom (Cabinet Office, "List of cities", with the grants of 2022; facts
// under the Open Government Licence v3.0), with the short names that maps use for some of them.
// Folded as FoldAreaName does.

namespace waypost::sources {
namespace {

using Names = std::vector<std::string_view>;

const Names& CitiesOf(std::string_view nation) {
  static const auto& england = *new Names{"bath",
                                          "birmingham",
                                          "bradford",
                                          "brighton",
                                          "brighton and hove",
                                          "bristol",
                                          "cambridge",
                                          "canterbury",
                                          "carlisle",
                                          "chelmsford",
                                          "chester",
                                          "chichester",
                                          "colchester",
                                          "coventry",
                                          "derby",
                                          "doncaster",
                                          "durham",
                                          "ely",
                                          "exeter",
                                          "gloucester",
                                          "hereford",
                                          "hull",
                                          "kingston upon hull",
                                          "lancaster",
                                          "leeds",
                                          "leicester",
                                          "lichfield",
                                          "lincoln",
                                          "liverpool",
                                          "london",
                                          "manchester",
                                          "milton keynes",
                                          "newcastle upon tyne",
                                          "norwich",
                                          "nottingham",
                                          "oxford",
                                          "peterborough",
                                          "plymouth",
                                          "portsmouth",
                                          "preston",
                                          "ripon",
                                          "salford",
                                          "salisbury",
                                          "sheffield",
                                          "southampton",
                                          "southend on sea",
                                          "st albans",
                                          "stoke on trent",
                                          "sunderland",
                                          "truro",
                                          "wakefield",
                                          "wells",
                                          "westminster",
                                          "winchester",
                                          "wolverhampton",
                                          "worcester",
                                          "york"};
  static const auto& scotland = *new Names{"aberdeen", "dundee",    "dunfermline", "edinburgh",
                                           "glasgow",  "inverness", "perth",       "stirling"};
  static const auto& wales =
      *new Names{"bangor", "cardiff", "newport", "st asaph", "st davids", "swansea", "wrexham"};
  static const auto& northern_ireland =
      *new Names{"armagh", "bangor", "belfast", "derry", "lisburn", "londonderry", "newry"};
  static const auto& none = *new Names{};
  if (nation == "England") return england;
  if (nation == "Scotland") return scotland;
  if (nation == "Wales") return wales;
  if (nation == "Northern Ireland") return northern_ireland;
  return none;
}

}  // namespace

bool HasCityStatus(std::string_view name, std::string_view nation) {
  const Names& cities = CitiesOf(nation);
  const std::string folded = FoldAreaName(name);
  return std::find(cities.begin(), cities.end(), folded) != cities.end();
}

}  // namespace waypost::sources
