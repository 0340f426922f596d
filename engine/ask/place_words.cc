#include "engine/ask/place_words.h"

#include <algorithm>
#include <array>

#include "engine/ask/sentence.h"

namespace waypost::ask {
namespace {

// Places that are words of everyday sentences too. Those that a vocabulary of the index has are
// found without this list.
constexpr auto kAlsoWords = std::to_array<std::string_view>(
    {"reading",    "bath",       "hope",     "street",   "sale",     "battle",    "deal",
     "ware",       "rugby",      "bury",     "barking",  "wells",    "settle",    "rye",
     "diss",       "ash",        "hook",     "eye",      "hale",     "hyde",      "ford",
     "mold",       "flint",      "hay",      "poole",    "wash",     "chard",     "barrow",
     "crook",      "nelson",     "march",    "sandy",    "staines",  "stone",     "strand",
     "wing",       "wick",       "well",     "ham",      "broadway", "church",    "cross",
     "green",      "heath",      "hill",     "kitchen",  "park",     "over",      "rest",
     "seal",       "send",       "ship",     "slough",   "stoke",    "street",    "swan",
     "tring",      "university", "bank",     "bar",      "bay",      "beer",      "bell",
     "black",      "box",        "brown",    "castle",   "central",  "chapel",    "college",
     "court",      "dean",       "east",     "west",     "north",    "south",     "end",
     "field",      "ferry",      "garden",   "gate",     "grange",   "grove",     "hall",
     "head",       "high",       "holy",     "home",     "house",    "lane",      "lea",
     "leek",       "long",       "loose",    "lower",    "manor",    "market",    "mill",
     "moor",       "new",        "old",      "one",      "paddock",  "penny",     "port",
     "quarry",     "road",       "royal",    "saint",    "school",   "shop",      "spa",
     "station",    "temple",     "town",     "upper",    "vale",     "village",   "ward",
     "water",      "white",      "wood",     "yard",     "young",    "christian", "page",
     "may",        "grace",      "florence", "kent",     "victoria", "charlotte", "margaret",
     "martin",     "dale",       "craig",    "mark",     "ashley",   "beverley",  "shirley",
     "preston",    "lincoln",    "chester",  "kirk",     "eccles",   "oxford",    "cambridge",
     "nurse",      "acre",       "alloa",    "angle",    "bow",      "brent",     "brook",
     "burgess",    "cheese",     "cove",     "cray",     "dyke",     "early",     "fleet",
     "freshwater", "frame",      "hamilton", "holywell", "ivy",      "joy",       "kennel",
     "leigh",      "looe",       "lucker",   "maltby",   "meadow",   "needham",   "nunnery",
     "oval",       "pace",       "peel",     "pool",     "quarrier", "rhyl",      "rose",
     "rusty",      "save",       "selling",  "shore",    "sibling",  "spital",    "start",
     "stretton",   "sunk",       "tower",    "trench",   "twist",    "union",     "wall",
     "way",        "wink"});

// Those of the list that are far more often places than words.
constexpr auto kMostlyPlaces = std::to_array<std::string_view>(
    {"kent",   "preston", "lincoln", "chester", "oxford", "cambridge", "poole",
     "slough", "bury",    "stoke",   "leigh",   "fleet",  "hamilton",  "beverley",
     "nelson", "eccles",  "brent",   "staines", "rhyl",   "alloa",     "maltby",
     "hyde",   "leek",    "mold",    "tring",   "chard",  "diss"});

template <std::size_t N>
bool Contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool IsPlaceAndWord(std::string_view word) { return Contains(kAlsoWords, word); }

bool IsMostlyPlace(std::string_view word) { return Contains(kMostlyPlaces, word); }

bool AddsToName(std::string_view word) {
  return IsOneOf(word,
                 {"group",    "groups", "club",    "clubs", "class",    "classes", "chair",
                  "week",     "and",    "glasses", "age",   "recovery", "skills",  "festival",
                  "lessons",  "lists",  "mad",     "seat",  "aids",     "aid",     "hoist",
                  "house",    "board",  "rails",   "lift",  "night",    "road",    "street",
                  "material", "books",  "of",      "for",   "union",    "league",  "project"});
}

bool EndsPlaceName(std::string_view word) {
  return IsOneOf(word,
                 {"hill",    "green",  "park", "heath",  "common", "end",    "bridge", "cross",
                  "vale",    "moor",   "down", "bay",    "road",   "street", "lane",   "avenue",
                  "gardens", "estate", "farm", "fields", "wood",   "woods",  "mead",   "head"});
}

bool BeginsPlaceName(std::string_view word) {
  return IsOneOf(word, {"long", "great", "little", "upper", "lower", "old", "market", "chipping",
                        "stoke", "much", "kings", "castle", "high"});
}

bool IsBuilding(std::string_view word) {
  return IsOneOf(
      word, {"road",     "rd",        "street",    "lane",    "avenue",  "church",   "school",
             "hospital", "centre",    "college",   "library", "house",   "hall",     "university",
             "royal",    "infirmary", "station",   "council", "primary", "academy",  "surgery",
             "clinic",   "close",     "way",       "drive",   "general", "district", "city",
             "town",     "market",    "community", "leisure", "health",  "building", "court",
             "parish",   "cathedral", "market",    "square",  "uk"});
}

bool IsWeekday(std::string_view word) {
  return word.ends_with("day") || word.ends_with("days") ||
         IsOneOf(word,
                 {"january",   "february", "march",    "april",    "june",   "july",      "august",
                  "september", "october",  "november", "december", "jan",    "feb",       "aug",
                  "sept",      "oct",      "nov",      "dec",      "easter", "christmas", "xmas",
                  "ramadan",   "mon",      "tue",      "tues",     "wed",    "weds",      "thu",
                  "thurs",     "fri",      "sat",      "sun"});
}

bool IsPartOfDay(std::string_view word) {
  return IsOneOf(word, {"morning", "mornings", "afternoon", "afternoons", "evening", "evenings",
                        "night", "nights", "weekday", "weekdays", "weekend", "weekends",
                        "weeknight", "weeknights", "daytime", "daytimes", "tonight", "tomorrow"});
}

bool EndsLikeWord(std::string_view word) {
  if (word.ends_with("sted") || word.ends_with("ley")) return false;  // "Hampsted", "Hanley"
  for (const std::string_view ending :
       {"ed", "ing", "ous", "ful", "less", "able", "ive", "tion", "ment", "ness", "ly"}) {
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace waypost::ask
