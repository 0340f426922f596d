#include <array>
#include <string>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"

namespace waypost::record {
namespace {

struct Feature {
  std::string_view folded;
  Accessibility value;
};

bool HasWord(std::string_view folded, std::string_view phrase) {
  for (std::size_t at = folded.find(phrase); at != std::string_view::npos;
       at = folded.find(phrase, at + 1)) {
    const bool starts = at == 0 || folded[at - 1] == ' ';
    const std::size_t end = at + phrase.size();
    const bool ends = end == folded.size() || folded[end] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

// The first phrase that occurs decides, so the narrower ones come first. Phrases that only sound
// like a feature ("wheelchair van") stand before those they contain.
constexpr std::array<Feature, 44> kFeatures = {{
    {"wheelchair van", Accessibility::kWheelchairVan},
    {"wheelchair accessible van", Accessibility::kWheelchairVan},
    {"wheelchair accessible vehicle", Accessibility::kWheelchairVan},
    {"wheelchair accessible transport", Accessibility::kWheelchairVan},
    {"wheelchair accessible toilet", Accessibility::kRestroom},
    {"wheelchair accessible toilets", Accessibility::kRestroom},
    {"disabled toilet", Accessibility::kRestroom},
    {"disabled toilets", Accessibility::kRestroom},
    {"accessible toilet", Accessibility::kRestroom},
    {"accessible toilets", Accessibility::kRestroom},
    {"accessible toilet facilities", Accessibility::kRestroom},
    {"disabled toilet facilities", Accessibility::kRestroom},
    {"changing places toilet", Accessibility::kRestroom},
    {"changing places", Accessibility::kRestroom},
    {"accessible restroom", Accessibility::kRestroom},
    {"restroom", Accessibility::kRestroom},
    {"disabled parking", Accessibility::kDisabledParking},
    {"accessible parking", Accessibility::kDisabledParking},
    {"blue badge parking", Accessibility::kDisabledParking},
    {"parking for disabled people", Accessibility::kDisabledParking},
    {"disabled car parking", Accessibility::kDisabledParking},
    {"accessible parking spots", Accessibility::kDisabledParking},
    {"wheelchair ramp", Accessibility::kRamp},
    {"ramp", Accessibility::kRamp},
    {"ramps", Accessibility::kRamp},
    {"ramped access", Accessibility::kRamp},
    {"lift", Accessibility::kElevator},
    {"lifts", Accessibility::kElevator},
    {"elevator", Accessibility::kElevator},
    {"sign language", Accessibility::kDeafInterpreter},
    {"bsl", Accessibility::kDeafInterpreter},
    {"deaf interpreter", Accessibility::kDeafInterpreter},
    {"sign interpreter", Accessibility::kDeafInterpreter},
    {"tape braille", Accessibility::kTapeBraille},
    {"braille", Accessibility::kTapeBraille},
    {"tape or braille", Accessibility::kTapeBraille},
    {"tty", Accessibility::kTty},
    {"minicom", Accessibility::kTty},
    {"textphone", Accessibility::kTty},
    {"text phone", Accessibility::kTty},
    {"cd", Accessibility::kCd},
    {"audio cd", Accessibility::kCd},
    {"wheelchair", Accessibility::kWheelchair},
    {"wheelchairs", Accessibility::kWheelchair},
}};

constexpr std::array<std::string_view, 12> kDenials = {
    "no",         "not",   "without",     "non",          "cannot",        "inaccessible",
    "unsuitable", "isn t", "unavailable", "un available", "not available", "none"};

// "no step", "no steps" and "step free" are praise, not denial.
std::string WithoutPraise(std::string folded) {
  for (std::string_view praise : {"no steps", "no step", "no stairs", "not only", "no charge"}) {
    for (std::size_t at = folded.find(praise); at != std::string::npos; at = folded.find(praise)) {
      folded.erase(at, praise.size());
    }
  }
  return folded;
}

bool Denies(const std::string& folded) {
  const std::string claim = WithoutPraise(folded);
  for (std::string_view denial : kDenials) {
    if (HasWord(claim, denial)) return true;
  }
  return claim.ends_with(" false") || claim.ends_with(" n");
}

// What is read of a text about accessibility. Statements are short; what goes on for longer is no
// list of features, and must not take quadratic time.
constexpr std::size_t kMaxAccessibilityText = 4000;

// Where a part of a text about accessibility ends, and where the next one begins.
struct PartEnd {
  std::size_t at = 0;
  std::size_t next = 0;
};

PartEnd FindPartEnd(std::string_view text) {
  PartEnd end{text.size(), text.size()};
  for (std::string_view separator : {". ", ";", ",", "\n", " but ", " and ", " & "}) {
    const std::size_t at = text.substr(0, end.at).find(separator);
    if (at != std::string_view::npos) end = {at, at + separator.size()};
  }
  return end;
}

}  // namespace

AccessibilityStatement ReadAccessibility(std::string_view text) {
  AccessibilityStatement statement;
  statement.text = Trim(text);
  const std::string folded = FoldWords(text.substr(0, kMaxAccessibilityText));
  for (const Feature& feature : kFeatures) {
    if (!HasWord(folded, feature.folded)) continue;
    statement.feature = feature.value;
    statement.fact = FactOf(!Denies(folded));
    return statement;
  }
  return statement;
}

std::vector<AccessibilityStatement> ReadAccessibilityText(std::string_view text) {
  std::vector<AccessibilityStatement> statements;
  std::string_view rest = Trim(text);
  if (rest.empty()) return statements;
  const std::string_view whole = rest;
  rest = rest.substr(0, kMaxAccessibilityText);
  while (!rest.empty()) {
    const PartEnd end = FindPartEnd(rest);
    AccessibilityStatement statement = ReadAccessibility(rest.substr(0, end.at));
    if (statement.feature) statements.push_back(std::move(statement));
    rest.remove_prefix(end.next);
  }
  if (statements.empty()) statements.push_back(ReadAccessibility(whole));
  return statements;
}

}  // namespace waypost::record
