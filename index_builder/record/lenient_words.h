#pragma once

// Words of closed lists as feeds write them: any case, hyphens or underscores for spaces, and the
// synonyms that feeds are known to use. What a closed list does not have is "unknown", never
// guessed.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/closed_lists.h"
#include "index_builder/record/record.h"
#include "index_builder/record/schedule.h"

namespace waypost::record {

// A list of words read into a set. `all_known` is false when a word is outside the list; the known
// ones are in `values` all the same.
template <typename E>
struct WordSet {
  EnumSet<E> values;
  bool all_known = true;
  friend bool operator==(const WordSet&, const WordSet&) = default;
};

// "Active", "TEMPORARILY_CLOSED", "permanently closed" (defunct), ...; nullopt for an empty or
// unknown word.
std::optional<Status> ReadStatus(std::string_view text);

// "Drop in", "drop-in", "by referral", "Referral, appointment", "members only", ... Several words
// are separated by comma, semicolon, "|", "/" or "and"/"or". An empty text is an empty set, all
// known.
WordSet<Access> ReadAccess(std::string_view text);

// "online", "telephone", "At home", "home visit", "venue", "in person", ... as ReadAccess.
WordSet<Attending> ReadAttending(std::string_view text);

// "Wheelchair accessible entrance", "ramp", "disabled_parking", "No wheelchair access", "Lift: no".
// The fact is kNo when the words deny the feature, else kYes; a text that names no feature of the
// list has neither (kNotStated). `text` is as given, trimmed. "no step" and "step-free" are not
// denials.
AccessibilityStatement ReadAccessibility(std::string_view text);

// The same for a text of several sentences or parts ("Ramp at the front. No lift, but a hearing
// loop"): one statement for each part that names a feature, in order, else one for the whole text;
// none for an empty text. A denial counts for its part only.
std::vector<AccessibilityStatement> ReadAccessibilityText(std::string_view text);

// "Tuesday", "tues", "TU", "2". Numbers count from 1 = Monday to 7 = Sunday as ISO 8601 does, and 0
// is Sunday too: of the two conventions in use, 0 to 6 from Sunday and 1 to 7 from Monday, this
// reads every value of both alike.
std::optional<Weekday> ReadWeekday(std::string_view text);

// "TU,WE", "2MO", "-1FR", "1TH", "MO, TU", "Monday;Wednesday", "Mon-Fri", "weekdays", "daily".
// nullopt when a part is unreadable (then nothing of the text counts). Ordinals are -5 to 5 without
// 0; larger ones of yearly rules are unreadable. An empty text is an empty list.
std::optional<std::vector<ByDay>> ReadByDay(std::string_view text);

// A language by name or code: "Polish", "pl", "pol", "pl-PL", "British Sign Language". The code is
// ISO 639-1, or 639-3 where there is no two-letter one ("bfi" for BSL), and the name is English. A
// name not in the table keeps its text with an empty code; a well-formed unknown code keeps the
// code as name.
Language ReadLanguage(std::string_view text);

}  // namespace waypost::record
