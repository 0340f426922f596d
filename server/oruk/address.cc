#include "server/oruk/address.h"

#include <utility>
#include <vector>

#include "server/oruk/valid_values.h"

namespace waypost::oruk {
namespace {

// Fills what is missing, from `lines` and one member for another.
std::optional<CompleteAddress> Completed(CompleteAddress address, std::vector<std::string> lines,
                                         std::string_view name) {
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
  if (lines.empty()) address.address_1 = name;
  return address;
}

}  // namespace

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
  return Completed(std::move(address), std::move(lines), TextIn(location, "name"));
}

std::optional<CompleteAddress> AddressAsPublished(const Json& address) {
  std::vector<std::string> lines;
  for (const char* key : {"address_1", "address_2"}) {
    if (!IsBlank(TextIn(address, key))) lines.emplace_back(TextIn(address, key));
  }
  const std::string_view state = TextIn(address, "state_province");
  CompleteAddress stated{
      .address_1 = {},
      .city = std::string(TextIn(address, "city")),
      .state_province = std::string(IsBlank(state) ? TextIn(address, "region") : state),
      .postal_code = std::string(TextIn(address, "postal_code")),
      .country = CountryCode(TextIn(address, "country"))};
  return Completed(std::move(stated), std::move(lines), "");
}

}  // namespace waypost::oruk
