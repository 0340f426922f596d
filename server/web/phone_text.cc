#include "server/web/phone_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/query/parse_values.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

constexpr std::string_view kSeparators[] = {";", "/", ",", " or ", " and ", "\n"};
// Shorter ones after another are extensions, as in "0114 496 0000 / 123".
constexpr std::size_t kFewestDigits = 6;

// Where the next separator stands, and how long it is; the end where there is none.
std::pair<std::size_t, std::size_t> NextSeparator(std::string_view text) {
  std::pair<std::size_t, std::size_t> next(text.size(), 0);
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.find(separator);
    if (at < next.first) next = {at, separator.size()};
  }
  return next;
}

}  // namespace

std::vector<PhonePart> PhoneParts(std::string_view phone) {
  if (phone.empty()) return {};
  std::vector<PhonePart> parts;
  for (std::string_view rest = phone; !rest.empty();) {
    const auto [at, length] = NextSeparator(rest);
    const std::string_view piece = query::Trim(rest.substr(0, at));
    rest.remove_prefix(at + length);
    if (!piece.empty()) parts.push_back({std::string(piece), DialText(piece)});
  }
  const bool are_numbers = std::ranges::all_of(
      parts, [](const PhonePart& part) { return part.dial.size() >= kFewestDigits; });
  if (parts.size() > 1 && are_numbers) return parts;
  return {{std::string(phone), DialText(phone)}};
}

void SetPhone(std::string_view phone, PageData& data) {
  Set(data, "phone", phone);
  PageData list(PageData::type::list);
  bool is_first = true;
  for (const PhonePart& part : PhoneParts(phone)) {
    PageData item;
    Set(item, "text", part.text);
    Set(item, "dial", part.dial);
    Set(item, "before", std::exchange(is_first, false) ? "" : "; ");
    list.push_back(item);
  }
  data.set("phone_parts", list);
}

}  // namespace waypost::server
