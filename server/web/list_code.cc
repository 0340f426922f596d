#include "server/web/list_code.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "server/web/asked_page.h"

namespace waypost::server {
namespace {

constexpr std::size_t kHeadSize = 3;

std::size_t SizeOf(IdLength length) { return static_cast<std::size_t>(length); }

char VersionOf(IdLength length) { return length == IdLength::kShort ? '\1' : '\2'; }

std::uint8_t ByteAt(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

}  // namespace

Uuid CutId(const Uuid& id, IdLength length) {
  Uuid cut{};
  std::copy_n(id.begin(), SizeOf(length), cut.begin());
  return cut;
}

std::string FormatListCode(const ListCode& list) {
  const int day = DayNumber(list.day);
  std::string bytes = {VersionOf(list.length), static_cast<char>(day >> 8 & 0xFF),
                       static_cast<char>(day & 0xFF)};
  for (const Uuid& id : list.ids) {
    const Uuid cut = CutId(id, list.length);
    bytes.append(cut.begin(), cut.begin() + static_cast<std::ptrdiff_t>(SizeOf(list.length)));
  }
  return absl::WebSafeBase64Escape(bytes);
}

std::optional<ListCode> ParseListCode(std::string_view code) {
  // Of whole ids, and what Base64 adds.
  constexpr std::size_t kLongestCode = (kHeadSize + kLongestList * sizeof(Uuid)) * 4 / 3 + 4;
  std::string bytes;
  const absl::string_view sent(code.data(), code.size());
  if (code.size() > kLongestCode || !absl::WebSafeBase64Unescape(sent, &bytes)) return std::nullopt;
  if (bytes.size() <= kHeadSize) return std::nullopt;
  ListCode list{.length =
                    bytes[0] == VersionOf(IdLength::kShort) ? IdLength::kShort : IdLength::kWhole};
  list.day = DateOfDayNumber(ByteAt(bytes, 1) << 8 | ByteAt(bytes, 2));
  const std::size_t size = SizeOf(list.length);
  for (std::size_t at = kHeadSize; at + size <= bytes.size(); at += size) {
    Uuid id{};
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, id.begin());
    if (std::ranges::find(list.ids, id) != list.ids.end()) return std::nullopt;
    list.ids.push_back(id);
  }
  // Other versions, bytes that are left, padding and spaces: none of them is written.
  if (list.ids.empty() || list.ids.size() > kLongestList) return std::nullopt;
  return FormatListCode(list) == code ? std::optional(list) : std::nullopt;
}

}  // namespace waypost::server
