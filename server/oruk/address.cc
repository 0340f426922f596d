#include "server/oruk/address.h"

#include <vector>

#include "server/oruk/valid_values.h"

namespace waypost::oruk {

std::optional<CompleteAddress> AddressOf(const Json& location) {
  const Json* stated = ObjectIn(location, "address");
  if (stated == nullptr) return std::nullopt;
  std::vector<std::string> lines;
  for (const Json& line : Items(*stated, "lines")) {
    if (line.IsString() && !IsBlank(line.GetString())) lines.emplace_back(line.GetString());
  }
  CompleteAddress address{.address_1 = {},
                          .city = std::string(TextIn(*stated, "city")),
                          .state_province = std::string(TextIn(*stated, "county")),
                          .postal_code = std::string(TextIn(*stated, "postcode")),
                          .country = CountryCode(TextIn(*stated, "country"))};
  if (IsBlank(address.city) && lines.size() > 1) {
    address.city = lines.back();
    lines.pop_back();
  }
  if (IsBlank(address.city)) address.city = address.state_province;
  if (IsBlank(address.state_province)) address.state_province = address.city;
  if (IsBlank(address.city) || IsBlank(address.postal_code)) return std::nullopt;
  for (const std::string& line : lines) {
    address.address_1 += (address.address_1.empty() ? "" : ", ") + line;
  }
  if (lines.empty()) address.address_1 = TextIn(location, "name");
  return address;
}

}  // namespace waypost::oruk
