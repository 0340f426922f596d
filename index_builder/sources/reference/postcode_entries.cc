#include "index_builder/sources/reference/postcode_entries.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <utility>

namespace waypost::sources {
namespace {

using record::PostcodeEntry;
using record::PostcodeLife;

int Compare(const PostcodeEntry& a, const PostcodeEntry& b) {
  return std::memcmp(a.text, b.text, sizeof a.text);
}

bool ComesBefore(const PostcodeEntry& a, const PostcodeEntry& b) { return Compare(a, b) < 0; }

// What `entry` does not state is taken from `later`, except the position.
void FillGaps(PostcodeEntry& entry, const PostcodeEntry& later) {
  if (entry.authority < 0) entry.authority = later.authority;
  if (entry.life == PostcodeLife::kUnknown) {
    entry.life = later.life;
    entry.ended_month = later.ended_month;
  }
}

std::int32_t LowerMedian(std::vector<std::int32_t>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// One entry for the rows [first, last), which have the same postcode.
PostcodeEntry Combine(const PostcodeEntry* first, const PostcodeEntry* last) {
  PostcodeEntry combined = *first;
  if (last - first == 1) return combined;
  std::vector<std::int32_t> lats, lons;
  for (const PostcodeEntry* entry = first; entry != last; ++entry) {
    FillGaps(combined, *entry);
    if (!entry->has_point) continue;
    lats.push_back(entry->point.lat_e7());
    lons.push_back(entry->point.lon_e7());
  }
  if (lats.empty()) return combined;
  combined.point = LatLng::FromE7(LowerMedian(lats), LowerMedian(lons));
  combined.has_point = true;
  return combined;
}

// `later` is of lower precedence than what `entry` holds so far.
void MergeInto(PostcodeEntry& entry, const PostcodeEntry& later) {
  FillGaps(entry, later);
  if (entry.has_point || !later.has_point) return;
  entry.point = later.point;
  entry.has_point = true;
  entry.precedence = later.precedence;
}

std::vector<PostcodeEntry> MergeTwo(std::vector<PostcodeEntry> first,
                                    const std::vector<PostcodeEntry>& second) {
  std::vector<PostcodeEntry> merged;
  // One postcode file usually contains most of another.
  merged.reserve(std::max(first.size(), second.size()) + second.size() / 8);
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() || b != second.end()) {
    const int order = a == first.end() ? 1 : b == second.end() ? -1 : Compare(*a, *b);
    if (order == 0) MergeInto(*a, *b);
    merged.push_back(order <= 0 ? *a : *b);
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
  return merged;
}

}  // namespace

void SetPostcodeText(PostcodeEntry& entry, std::string_view postcode) {
  std::size_t length = 0;
  for (char c : postcode) {
    if (c != ' ' && length < sizeof entry.text) entry.text[length++] = c;
  }
  while (length < sizeof entry.text) entry.text[length++] = '\0';
}

std::string_view CompactText(const PostcodeEntry& entry) {
  std::size_t length = 0;
  while (length < sizeof entry.text && entry.text[length] != '\0') ++length;
  return {entry.text, length};
}

std::string PostcodeText(const PostcodeEntry& entry) {
  const std::string_view text = CompactText(entry);
  if (text.size() < 4) return std::string(text);
  return std::string(text.substr(0, text.size() - 3)) + " " +
         std::string(text.substr(text.size() - 3));
}

void SortAndCombineRepeats(std::vector<PostcodeEntry>& entries) {
  if (!std::is_sorted(entries.begin(), entries.end(), ComesBefore)) {
    std::stable_sort(entries.begin(), entries.end(), ComesBefore);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t end = i + 1;
    while (end < entries.size() && Compare(entries[i], entries[end]) == 0) ++end;
    entries[kept++] = Combine(entries.data() + i, entries.data() + end);
    i = end;
  }
  entries.resize(kept);
}

void SortAuthorityCodes(std::vector<std::string>& codes, std::vector<PostcodeEntry>& entries) {
  std::vector<std::string> sorted = codes;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<std::int32_t> renumbered(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), codes[i]);
    renumbered[i] = static_cast<std::int32_t>(at - sorted.begin());
  }
  for (PostcodeEntry& entry : entries) {
    if (entry.authority >= 0) {
      entry.authority = renumbered[static_cast<std::size_t>(entry.authority)];
    }
  }
  codes = std::move(sorted);
}

PostcodeTable MergePostcodeTables(std::vector<PostcodeTable> tables) {
  PostcodeTable merged;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    PostcodeTable& table = tables[i];
    const auto offset = static_cast<std::int32_t>(merged.authority_codes.size());
    for (PostcodeEntry& entry : table.entries) {
      if (entry.authority >= 0) entry.authority += offset;
      entry.precedence = static_cast<std::uint8_t>(std::min<std::size_t>(i, 255));
    }
    std::move(table.authority_codes.begin(), table.authority_codes.end(),
              std::back_inserter(merged.authority_codes));
    merged.entries =
        i == 0 ? std::move(table.entries) : MergeTwo(std::move(merged.entries), table.entries);
    table.entries = {};
    SortAuthorityCodes(merged.authority_codes, merged.entries);
  }
  return merged;
}

}  // namespace waypost::sources
