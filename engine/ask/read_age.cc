// Ages of people: "9 year old", "aged 11 to 14", "two boys, 4 and 6".

#include <algorithm>
#include <cmath>

#include "engine/ask/numbers.h"
#include "engine/ask/read_measures.h"

namespace waypost::ask {
namespace {

struct Years {
  std::string text;  // "9", "18m"
  std::size_t last;
};

// "8 weeks", "18 months", "2 and a half": as the parameter takes it.
std::string AgeText(double value, std::string_view unit) {
  if (unit == "w") return std::to_string(std::lround(value * 7 / 30.4)) + "m";
  if (unit == "m") return NumberText(std::floor(value)) + "m";
  if (value != std::floor(value)) return NumberText(std::round(value * 12)) + "m";
  return NumberText(value);
}

std::string_view UnitOfAge(std::string_view word) {
  if (IsOneOf(word, {"year", "years", "yr", "yrs", "y", "yo", "yro", "yold", "yearold", "yrold"})) {
    return "y";
  }
  if (IsOneOf(word, {"month", "months", "mth", "mths", "mo", "mnth"})) return "m";
  if (IsOneOf(word, {"week", "weeks", "wk", "wks"})) return "w";
  return {};
}

bool IsAgeOf(std::string_view unit, double value) {
  return value >= 0 && (unit == "y" ? value <= 110 : unit == "m" ? value <= 48 : value <= 60);
}

// "old", "olds", "o", "yo": what makes a number of years an age.
std::size_t OldAt(const Sentence& sentence, std::size_t at) {
  if (IsOneOf(sentence[at].text, {"old", "olds", "o"})) return at + 1;
  if (sentence[at].text == "of" && sentence[at + 1].text == "age") return at + 2;
  return 0;
}

// A number with its unit and "old" when they are written: "9 year old", "71yo", "18 months".
struct AgeNumber {
  double value = 0;
  std::string_view unit;  // "" when none is written
  bool is_old = false;
  std::size_t last = 0;
};

std::optional<AgeNumber> ReadAgeNumber(const Sentence& sentence, std::size_t at) {
  if (at < sentence.size() && sentence[at].is_money) return std::nullopt;
  AgeNumber read;
  if (const auto attached = ReadAttached(sentence[at].text)) {
    if (attached->unit == "f") return AgeNumber{attached->value, "y", true, at + 1};
    // "79M" of a referral; no baby is so many months old.
    if (attached->unit == "m" && attached->value >= 20)
      return AgeNumber{attached->value, "y", true, at + 1};
    if (attached->unit == "s") return AgeNumber{attached->value, "y", true, at + 1};
    read = {attached->value, UnitOfAge(attached->unit), false, at + 1};
    if (read.unit.empty()) return std::nullopt;
    read.is_old = attached->unit.find('o') != std::string_view::npos && attached->unit[0] == 'y';
  } else {
    const auto number = ReadNumber(sentence, at);
    if (!number || IsOneOf(sentence[at].text, {"a", "half", "couple", "quarter"}))
      return std::nullopt;
    read = {number->value, {}, false, at + number->words};
    read.unit = UnitOfAge(sentence[read.last].text);
    if (!read.unit.empty()) {
      read.is_old = IsOneOf(sentence[read.last].text, {"yo", "yro", "yold"});
      ++read.last;
    }
  }
  if (const std::size_t old = OldAt(sentence, read.last); old > 0) {
    read.is_old = true;
    read.last = old;
  }
  return read;
}

// "I'm six months gone", "two months behind", "three weeks clean": how long something has lasted.
bool LastsSo(const Sentence& sentence, std::size_t at) {
  return IsOneOf(sentence[at].text,
                 {"gone",    "behind",  "pregnant", "late", "clean",   "sober", "off",   "in",
                  "into",    "overdue", "away",     "ago",  "back",    "to",    "since", "left",
                  "without", "on",      "dry",      "out",  "waiting", "post",  "notice"});
}

bool CountsSomethingElse(const Sentence& sentence, std::size_t at) {
  return IsOneOf(
      sentence[at].text,
      {"grand",    "am",       "pm",       "oclock", "mile",   "miles",    "minutes", "minute",
       "mins",     "hours",    "hour",     "times",  "people", "of",       "weeks",   "days",
       "months",   "percent",  "pounds",   "quid",   "kids",   "children", "bed",     "bedroom",
       "stone",    "week",     "day",      "nights", "years",  "year",     "others",  "more",
       "or",       "steps",    "stairs",   "km",     "metres", "floors",   "st",      "january",
       "february", "march",    "april",    "may",    "june",   "july",     "august",  "september",
       "october",  "november", "december", "lots",   "half",   "times",    "friends", "brothers"});
}

Reading AgeReading(std::size_t at, std::size_t last, std::vector<std::string> ages) {
  Reading reading{.first = at, .last = last, .weight = WeightOf(at, last, 14)};
  for (std::string& age : ages) reading.meanings.push_back({Kind::kAge, std::move(age)});
  return reading;
}

// "11 to 14", "4 and 6 year olds", "5-11s": two numbers of one unit.
std::optional<Reading> ReadTwoAges(const Sentence& sentence, std::size_t at, std::size_t from,
                                   bool is_age) {
  const auto first = ReadNumber(sentence, from);
  if (!first) return std::nullopt;
  std::size_t between = from + first->words;
  const std::string_view word = sentence[between].text;
  const bool is_range = IsOneOf(word, {"to", "till", "until"}) ||
                        (between < sentence.size() && sentence[between].before == Break::kTight);
  const bool is_pair = IsOneOf(word, {"and", "or"});
  if (!is_range && !is_pair) return std::nullopt;
  if (IsOneOf(word, {"to", "till", "until", "and", "or"})) ++between;
  const auto second = ReadAgeNumber(sentence, between);
  if (!second || (second->unit.empty() && !is_age) || (!second->is_old && !is_age)) {
    return std::nullopt;
  }
  const std::string_view unit = second->unit.empty() ? "y" : second->unit;
  if (!IsAgeOf(unit, first->value) || !IsAgeOf(unit, second->value)) return std::nullopt;
  if (second->unit.empty() && CountsSomethingElse(sentence, second->last)) return std::nullopt;
  if (is_range && unit == "y" && first->value < second->value) {
    return AgeReading(at, second->last,
                      {NumberText(first->value) + "-" + NumberText(second->value)});
  }
  Reading pair =
      AgeReading(at, second->last, {AgeText(first->value, unit), AgeText(second->value, unit)});
  // Two ages would ask for what takes both; of "4 or 6" either will do.
  if (word == "or") pair.meanings.back().can_be_asked = false;
  return pair;
}

// "kids (3, 5 and 7)", "two boys, 4 and 6", "my daughter's two (3 and 6)": three ages or two behind
// children or behind how many they are.
std::optional<Reading> ReadAgesOfChildren(const Sentence& sentence, std::size_t at) {
  const auto is_children = [](const Word& word) {
    return IsOneOf(word.text, {"kids", "children", "boys", "girls", "grandkids", "grandchildren",
                               "ch", "sons", "daughters", "lads", "ones", "twins"});
  };
  if (at == 0 || sentence[at].before != Break::kComma) return std::nullopt;
  const auto how_many = ReadNumber(sentence, at - 1);
  const bool is_count = how_many && how_many->words == 1 && how_many->value >= 2 &&
                        how_many->value <= 6 && ReadNumber(sentence, at).has_value();
  if (!is_children(sentence[at - 1]) && !is_count) return std::nullopt;
  std::vector<std::string> ages;
  std::size_t last = at;
  for (std::size_t next = at; next < sentence.size();) {
    const auto read = ReadAgeNumber(sentence, next);
    if (!read || read->value >= 18) break;
    ages.push_back(AgeText(read->value, read->unit.empty() ? "y" : read->unit));
    last = next = read->last;
    if (IsOneOf(sentence[next].text, {"and", "n"})) ++next;
  }
  if (ages.size() < 2) return std::nullopt;
  return AgeReading(at, last, std::move(ages));
}

// Words after which a bare number is somebody's age.
bool TellsAge(std::string_view word) {
  return IsOneOf(word,
                 {"im",       "he",       "hes",       "she",       "shes",          "whos",
                  "am",       "turned",   "turning",   "mum",       "dad",           "son",
                  "daughter", "husband",  "wife",      "nan",       "gran",          "mother",
                  "father",   "grandson", "boy",       "girl",      "lad",           "lads",
                  "girls",    "boys",     "client",    "patient",   "granddaughter", "brother",
                  "sister",   "partner",  "grandad",   "grandma",   "man",           "woman",
                  "male",     "female",   "lady",      "gentleman", "theyre",        "child",
                  "pregnant", "bloke",    "chap",      "guy",       "nana",          "auntie",
                  "uncle",    "aunt",     "neighbour", "niece",     "nephew",        "teenager",
                  "student",  "f",        "m",         "widower",   "widow",         "adult",
                  "yp",       "gent",     "pensioner", "oap",       "single",        "baby",
                  "bairn",    "toddler",  "leaver",    "veteran",   "refugee",       "tenant",
                  "resident", "survivor", "being"});
}

// "our Gemma's 12": somebody of the family by name.
bool IsOurs(const Sentence& sentence, std::size_t at) {
  return at > 0 && sentence[at].is_capital && !sentence[at].is_shouted &&
         IsOneOf(sentence[at - 1].text, {"our", "my"}) &&
         (EndsClause(sentence, at + 2) || sentence[at + 2].is_light);
}

// "my nephew has epilepsy (7)", "a lad from our street, 15 yrs, ...": noted behind who it is of.
bool IsNotedAge(const Sentence& sentence, std::size_t at, const AgeNumber& read) {
  if (at == 0) return false;
  if (sentence[at].is_bracketed && read.unit.empty()) return read.value <= 105;
  return IsOneOf(read.unit, {"y"}) && EndsClause(sentence, at) && EndsClause(sentence, read.last) &&
         IsOneOf(sentence[read.last - 1].text, {"yrs", "yr", "y", "yo"});
}

// "some bloke of 50": not who needs the help.
bool IsSomeOther(const Sentence& sentence, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (sentence[at - back + 1].before >= Break::kComma) return false;
    if (sentence[at - back].text == "some") return true;
  }
  return false;
}

// "is", "are" and the like after which a number is an age when a person is spoken of.
bool MayTellAge(const Sentence& sentence, std::size_t at) {
  if (!IsOneOf(sentence[at].text, {"is", "are", "was", "just", "now", "only", "nearly", "almost",
                                   "about", "who", "of", "and"})) {
    return false;
  }
  // "Gwen is ninety-one".
  if (sentence[at].text == "is" && at > 0 && sentence[at - 1].is_capital &&
      !sentence[at - 1].is_light) {
    return true;
  }
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    const Word& word = sentence[at - back];
    if (IsOneOf(word.text, {"he", "she", "im", "who", "mum", "dad", "they"}) || IsKin(word.sense)) {
      return true;
    }
  }
  return false;
}

// "ex RAF 71, ...": the age of somebody old at the end of what is noted of them.
bool IsNotedDown(const Sentence& sentence, std::size_t at, const AgeNumber& read) {
  return at > 0 && read.value >= 40 && read.value <= 105 && EndsClause(sentence, read.last) &&
         sentence[at].text.size() == 2 && !sentence[at - 1].is_light &&
         !IsOneOf(sentence[at - 1].text,
                  {"over",   "under",  "section", "number",   "bus",   "till", "until",
                   "after",  "before", "flat",    "room",     "band",  "past", "least",
                   "route",  "grade",  "type",    "unit",     "house", "only", "no",
                   "within", "around", "over",    "postcode", "since", "last"});
}

// "redundant at 58": the age at which something happened to somebody.
bool IsAgeAtTheTime(const Sentence& sentence, std::size_t at, const AgeNumber& read) {
  return at > 1 && sentence[at - 1].text == "at" && !sentence[at - 2].is_light &&
         !sentence[at].is_money && read.value >= 16 && read.value <= 105 &&
         sentence[at].text.size() == 2 &&
         (EndsClause(sentence, read.last) ||
          (read.value > 24 && IsOneOf(sentence[read.last].text, {"and", "but", "with", "so"})));
}

}  // namespace

std::optional<Reading> ReadAge(const Sentence& sentence, std::size_t at) {
  if (auto ages = ReadAgesOfChildren(sentence, at)) return ages;
  const bool is_aged = IsOneOf(sentence[at].text, {"age", "aged", "ages"});
  const bool is_told = (TellsAge(sentence[at].text) || IsKin(sentence[at].sense) ||
                        MayTellAge(sentence, at) || IsOurs(sentence, at)) &&
                       !IsSomeOther(sentence, at + 1);
  std::size_t from = at;
  if (is_aged)
    from = SkipWords(sentence, at + 1, {"between", "from", "about", "around", "of", "is"});
  if (!is_aged && is_told) {
    from = SkipWords(sentence, at + 1,
                     {"is", "are", "now", "just", "only", "nearly", "almost", "about", "aged", "of",
                      "was", "turned", "turning", "who", "around"});
  }
  const bool is_age = is_aged || is_told;
  const std::size_t first = is_aged ? at : from;
  if (auto two = ReadTwoAges(sentence, first, from, is_age)) return two;
  const auto read = ReadAgeNumber(sentence, from);
  if (!read) return std::nullopt;
  const std::string_view unit = read->unit.empty() ? "y" : read->unit;
  if (!IsAgeOf(unit, read->value)) return std::nullopt;
  // "single mum of 3".
  if (read->unit.empty() && from > 1 && sentence[from - 1].text == "of" && read->value < 12) {
    return std::nullopt;
  }
  // "my daughter's two (3 and 6)": how many they are.
  if (read->unit.empty() && read->value < 12 && ReadAgesOfChildren(sentence, read->last)) {
    return std::nullopt;
  }
  // "mum of 2 under 5".
  if (sentence[read->last].text == "under" && ReadNumber(sentence, read->last + 1) && !is_aged &&
      read->unit.empty()) {
    return std::nullopt;
  }
  if (read->unit.empty()) {
    // A number between commas, "81." after a person: clients are noted down so.
    const bool is_alone = read->value >= 12 && read->value <= 105 && EndsClause(sentence, from) &&
                          EndsClause(sentence, read->last) && !is_age && sentence.size() > 3 &&
                          sentence[from].text.size() == 2;
    if (!is_age && !is_alone && !IsNotedDown(sentence, from, *read) &&
        !IsNotedAge(sentence, from, *read) && !IsAgeAtTheTime(sentence, from, *read)) {
      return std::nullopt;
    }
    const bool is_fraction = read->last < sentence.size() && sentence[read->last].joint == '/';
    if (is_fraction) return std::nullopt;
    // "a dad of 3 boys".
    if (read->last < sentence.size() && sentence[read->last].before < Break::kComma &&
        IsKin(sentence[read->last].sense)) {
      return std::nullopt;
    }
    if (!is_alone && CountsSomethingElse(sentence, read->last)) return std::nullopt;
  } else if (!read->is_old) {
    // "for 20 years" is no age; "my baby, 10 weeks" and "3 month baby" are.
    if (!is_aged && LastsSo(sentence, read->last)) return std::nullopt;
    const auto is_baby = [](const Word& word) {
      return IsOneOf(word.text, {"baby", "babies", "newborn", "toddler", "infant", "puppy"});
    };
    const bool after = at > 0 && is_baby(sentence[at - 1]);
    const bool before = read->last < sentence.size() && is_baby(sentence[read->last]);
    const bool is_noted = IsNotedAge(sentence, from, *read);
    if (!is_aged && !after && !before && !is_noted && !(is_told && unit != "w")) {
      return std::nullopt;
    }
    if (is_told && !is_aged && !is_noted && !IsKin(sentence[at].sense) &&
        !IsOneOf(sentence[at].text,
                 {"im", "he", "hes", "she", "shes", "baby", "bairn", "toddler"})) {
      return std::nullopt;
    }
  }
  if (read->unit == "y" && sentence[from].text.back() == 's' && !is_age && read->last == from + 1) {
    return std::nullopt;  // "over 60s"
  }
  return AgeReading(first, read->last, {AgeText(read->value, unit)});
}

}  // namespace waypost::ask
