#include "index_builder/validate/finding_list.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "index_builder/record/field_report.h"

namespace waypost::validate {
namespace {

constexpr std::size_t kMaxWhat = 600;
constexpr std::size_t kMaxPointer = 300;

// A terminal must not be told to do anything by a feed.
std::string Printable(std::string_view text, std::size_t most) {
  std::string printable(text.substr(0, most));
  for (char& c : printable) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = ' ';
  }
  // C1 controls, as two bytes.
  for (std::size_t at = 0; (at = printable.find('\xC2', at)) != std::string::npos; ++at) {
    if (at + 1 < printable.size() && static_cast<unsigned char>(printable[at + 1]) < 0xA0) {
      printable.replace(at, 2, " ");
    }
  }
  while (!printable.empty() && text.size() > most &&
         (static_cast<unsigned char>(printable.back()) & 0x80U) != 0) {
    printable.pop_back();
  }
  return printable;
}

// "/contacts/3/name" is "/contacts/*/name".
std::string PatternOf(std::string_view pointer) {
  std::string pattern;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view part = pointer.substr(0, end);
    const bool is_number = part.size() > 1 && std::all_of(part.begin() + 1, part.end(), IsDigit);
    pattern += is_number ? std::string_view("/*") : part;
    pointer.remove_prefix(end);
  }
  return pattern;
}

}  // namespace

void FindingList::Add(FindingKind kind, Place place, std::string_view what) {
  Finding finding{.place = {.page = Printable(place.page, kMaxWhat),
                            .record = Printable(place.record, kMaxPointer),
                            .pointer = Printable(place.pointer, kMaxPointer)},
                  .what = Printable(what, kMaxWhat)};
  Group& group = groups_[static_cast<std::size_t>(kind)];
  ++group.count;
  std::string pattern = PatternOf(finding.place.pointer);
  if (group.patterns.size() >= kMaxPatterns && !group.patterns.contains(pattern)) {
    pattern = "other fields";
  }
  Pattern& counted = group.patterns[pattern];
  if (counted.count++ == 0) counted.first = finding;
  if (group.kept.size() < kMaxKept) group.kept.push_back(std::move(finding));
}

std::uint64_t FindingList::Count(Severity severity, Standard standard) const {
  std::uint64_t count = 0;
  for (const FindingRule& rule : AllFindingRules()) {
    if (SeverityOf(rule.kind, standard) == severity) count += group(rule.kind).count;
  }
  return count;
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  quoted += record::ProblemValue(text);
  quoted += '"';
  return quoted;
}

}  // namespace waypost::validate
