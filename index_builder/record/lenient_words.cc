#include "index_builder/record/lenient_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"

namespace waypost::record {
namespace {

template <typename E>
struct Synonym {
  std::string_view folded;
  E value;
};

// A phrase of a closed list, or nullopt.
template <typename E, std::size_t N>
std::optional<E> Find(const std::array<Synonym<E>, N>& table, std::string_view folded) {
  for (const Synonym<E>& synonym : table) {
    if (synonym.folded == folded) return synonym.value;
  }
  return std::nullopt;
}

constexpr std::array<Synonym<Status>, 7> kStatuses = {{
    {"active", Status::kActive},
    {"temporarily closed", Status::kTemporarilyClosed},
    {"temporary closed", Status::kTemporarilyClosed},
    {"temporary closure", Status::kTemporarilyClosed},
    {"inactive", Status::kInactive},
    {"defunct", Status::kDefunct},
    {"permanently closed", Status::kDefunct},
}};

constexpr std::array<Synonym<Access>, 31> kAccesses = {{
    {"drop in", Access::kDropIn},
    {"dropin", Access::kDropIn},
    {"drop in session", Access::kDropIn},
    {"drop in sessions", Access::kDropIn},
    {"walk in", Access::kDropIn},
    {"walkin", Access::kDropIn},
    {"turn up", Access::kDropIn},
    {"no appointment needed", Access::kDropIn},
    {"appointment", Access::kAppointment},
    {"appointments", Access::kAppointment},
    {"by appointment", Access::kAppointment},
    {"by appointment only", Access::kAppointment},
    {"appointment only", Access::kAppointment},
    {"appointment needed", Access::kAppointment},
    {"appointment required", Access::kAppointment},
    {"booking", Access::kAppointment},
    {"booking required", Access::kAppointment},
    {"referral", Access::kReferral},
    {"by referral", Access::kReferral},
    {"by referral only", Access::kReferral},
    {"referral only", Access::kReferral},
    {"referral needed", Access::kReferral},
    {"professional referral", Access::kReferral},
    {"gp referral", Access::kReferral},
    {"referral required", Access::kReferral},
    {"needs referral", Access::kReferral},
    {"membership", Access::kMembership},
    {"by membership", Access::kMembership},
    {"members only", Access::kMembership},
    {"membership only", Access::kMembership},
    {"membership required", Access::kMembership},
}};

constexpr std::array<Synonym<Attending>, 31> kAttendings = {{
    {"venue", Attending::kVenue},
    {"at venue", Attending::kVenue},
    {"at a venue", Attending::kVenue},
    {"in person", Attending::kVenue},
    {"face to face", Attending::kVenue},
    {"on site", Attending::kVenue},
    {"physical", Attending::kVenue},
    {"home visit", Attending::kHomeVisit},
    {"home visits", Attending::kHomeVisit},
    {"homevisit", Attending::kHomeVisit},
    {"home", Attending::kHomeVisit},
    {"at home", Attending::kHomeVisit},
    {"in your home", Attending::kHomeVisit},
    {"in your own home", Attending::kHomeVisit},
    {"home delivery", Attending::kHomeVisit},
    {"outreach", Attending::kHomeVisit},
    {"online", Attending::kOnline},
    {"on line", Attending::kOnline},
    {"virtual", Attending::kOnline},
    {"virtually", Attending::kOnline},
    {"digital", Attending::kOnline},
    {"video", Attending::kOnline},
    {"video call", Attending::kOnline},
    {"web", Attending::kOnline},
    {"website", Attending::kOnline},
    {"phone", Attending::kPhone},
    {"telephone", Attending::kPhone},
    {"by phone", Attending::kPhone},
    {"by telephone", Attending::kPhone},
    {"over the phone", Attending::kPhone},
    {"helpline", Attending::kPhone},
}};

// Splits at commas, semicolons, bars, slashes and line ends, and reads each part with `table`; a part
// that is no word of the list is tried in pieces around " and " and " or ".
template <typename E, std::size_t N>
WordSet<E> ReadWordSet(const std::array<Synonym<E>, N>& table, std::string_view text) {
  WordSet<E> set;
  const auto read_pieces = [&](std::string folded) {
    std::size_t begin = 0;
    for (;;) {
      const std::size_t conjunction = std::min(folded.find(" and ", begin), folded.find(" or ", begin));
      const std::string_view piece = std::string_view(folded).substr(
          begin, conjunction == std::string::npos ? conjunction : conjunction - begin);
      if (const std::optional<E> value = Find(table, piece)) {
        set.values.Add(*value);
      } else {
        set.all_known = false;
      }
      if (conjunction == std::string::npos) return;
      begin = folded.find(' ', conjunction + 1) + 1;
    }
  };
  while (!text.empty()) {
    const std::size_t separator = text.find_first_of(",;|/\n");
    const std::string folded = FoldWords(text.substr(0, separator));
    if (const std::optional<E> value = Find(table, folded)) {
      set.values.Add(*value);
    } else if (!folded.empty()) {
      read_pieces(folded);
    }
    if (separator == std::string_view::npos) break;
    text.remove_prefix(separator + 1);
  }
  return set;
}

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

// The first phrase that occurs decides, so the narrower ones come first. Phrases that only sound like
// a feature ("wheelchair van") stand before those they contain.
constexpr std::array<Synonym<Accessibility>, 44> kFeatures = {{
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
    "no",       "not", "without",     "non",           "cannot",         "inaccessible",
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

// What is read of a text about accessibility. Statements are short; what goes on for longer is no list
// of features, and must not take quadratic time.
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

constexpr std::array<std::string_view, 7> kDayNames = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

std::optional<Weekday> WeekdayOfName(std::string_view folded) {
  if (folded.ends_with("days")) folded.remove_suffix(1);
  if (folded.size() < 2) return std::nullopt;
  for (std::size_t i = 0; i < kDayNames.size(); ++i) {
    if (kDayNames[i].starts_with(folded)) return static_cast<Weekday>(i);
  }
  return std::nullopt;
}

// "2MO", "-1 FR", "+1TH", "TU", "last friday", "1st monday".
std::optional<ByDay> ReadOneByDay(std::string_view part) {
  part = Trim(part);
  ByDay day;
  if (part.starts_with('+')) part.remove_prefix(1);
  std::size_t sign = part.starts_with('-') ? 1 : 0;
  std::size_t digits = 0;
  while (sign + digits < part.size() && part[sign + digits] >= '0' && part[sign + digits] <= '9') {
    ++digits;
  }
  if (sign != 0 && digits == 0) return std::nullopt;
  if (digits > 0 && sign + digits < part.size()) {
    if (digits > 1) return std::nullopt;
    day.ordinal = part[sign] - '0';
    if (day.ordinal < 1 || day.ordinal > 5) return std::nullopt;
    if (sign != 0) day.ordinal = -day.ordinal;
    part.remove_prefix(sign + digits);
    for (std::string_view suffix : {"st ", "nd ", "rd ", "th "}) {
      if (part.size() > 5 && EqualsIgnoringCase(part.substr(0, 3), suffix)) part.remove_prefix(3);
    }
  } else if (part.size() > 5 && EqualsIgnoringCase(part.substr(0, 5), "last ")) {
    day.ordinal = -1;
    part.remove_prefix(5);
  }
  const std::optional<Weekday> weekday = ReadWeekday(part);
  if (!weekday) return std::nullopt;
  day.weekday = *weekday;
  return day;
}

void AddDays(int first, int last, std::vector<ByDay>& days) {
  for (int day = first;; day = (day + 1) % 7) {
    days.push_back({0, static_cast<Weekday>(day)});
    if (day == last) return;
  }
}

// "Mon-Fri", "Monday to Friday"; false when the part is no range of two weekdays.
bool AddDayRange(std::string_view part, std::vector<ByDay>& days) {
  std::size_t at = part.find('-', 1);
  std::size_t width = 1;
  if (at == std::string_view::npos) {
    at = part.find(" to ");
    width = 4;
  }
  if (at == std::string_view::npos) {
    at = part.find("–");
    width = std::string_view("–").size();
  }
  if (at == std::string_view::npos) return false;
  const std::optional<Weekday> first = WeekdayOfName(FoldWords(part.substr(0, at)));
  const std::optional<Weekday> last = WeekdayOfName(FoldWords(part.substr(at + width)));
  if (!first || !last) return false;
  AddDays(static_cast<int>(*first), static_cast<int>(*last), days);
  return true;
}

bool AddNamedDays(std::string_view folded, std::vector<ByDay>& days) {
  if (folded == "weekdays" || folded == "weekday") {
    AddDays(0, 4, days);
  } else if (folded == "weekends" || folded == "weekend") {
    AddDays(5, 6, days);
  } else if (folded == "daily" || folded == "every day" || folded == "all week") {
    AddDays(0, 6, days);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<Status> ReadStatus(std::string_view text) { return Find(kStatuses, FoldWords(text)); }

WordSet<Access> ReadAccess(std::string_view text) { return ReadWordSet(kAccesses, text); }

WordSet<Attending> ReadAttending(std::string_view text) { return ReadWordSet(kAttendings, text); }

AccessibilityStatement ReadAccessibility(std::string_view text) {
  AccessibilityStatement statement;
  statement.text = Trim(text);
  const std::string folded = FoldWords(text.substr(0, kMaxAccessibilityText));
  for (const Synonym<Accessibility>& feature : kFeatures) {
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

std::optional<Weekday> ReadWeekday(std::string_view text) {
  if (const std::optional<std::int64_t> number = ReadInteger(text)) {
    if (*number < 0 || *number > 7) return std::nullopt;
    return static_cast<Weekday>((*number + 6) % 7);
  }
  std::string folded = FoldWords(text);
  // schema.org's "http://schema.org/Tuesday".
  if (const std::size_t space = folded.rfind(' ');
      space != std::string::npos && folded.find("schema") != std::string::npos) {
    folded.erase(0, space + 1);
  }
  return WeekdayOfName(folded);
}

std::optional<std::vector<ByDay>> ReadByDay(std::string_view text) {
  std::vector<ByDay> days;
  while (!text.empty()) {
    const std::size_t separator = text.find_first_of(",;|/&\n");
    const std::string_view part = Trim(text.substr(0, separator));
    text.remove_prefix(separator == std::string_view::npos ? text.size() : separator + 1);
    if (part.empty()) continue;
    if (AddNamedDays(FoldWords(part), days) || AddDayRange(part, days)) continue;
    const std::optional<ByDay> day = ReadOneByDay(part);
    if (!day) return std::nullopt;
    days.push_back(*day);
  }
  std::vector<ByDay> unique;
  for (const ByDay& day : days) {
    bool seen = false;
    for (const ByDay& other : unique) seen = seen || other == day;
    if (!seen) unique.push_back(day);
  }
  return unique;
}

}  // namespace waypost::record
