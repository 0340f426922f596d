#include "engine/ask/leftovers.h"

#include <algorithm>
#include <array>

namespace waypost::ask {
namespace {

template <std::size_t N>
bool Holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What a compound ends with that names a kind of thing: "chess club".
constexpr auto kHeads = std::to_array<std::string_view>(
    {"group", "groups", "club", "clubs", "class", "classes", "lessons", "lesson", "choir",
     "workshop", "workshops", "society", "band", "sessions", "session", "league", "course",
     "courses", "circle"});

// Words that qualify rather than name: no compound begins with them.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"support", "local", "good",   "nice",     "new",       "small",    "other",   "free",  "any",
     "same",    "self",  "help",   "weekly",   "regular",   "evening",  "morning", "day",   "age",
     "which",   "next",  "first",  "old",      "big",       "little",   "proper",  "kind",  "age",
     "social",  "best",  "online", "friendly", "beginners", "beginner", "right",   "every", "one",
     "two",     "three", "near",   "drop",     "community", "type",     "join",    "find",  "want",
     "whole",   "start", "run",    "runs",     "looking",   "their",    "focus",   "peer"});

constexpr auto kStreets = std::to_array<std::string_view>(
    {"st", "street", "road", "rd", "lane", "avenue", "close", "saint"});

// Words that say nothing of what is wanted, besides the light ones.
constexpr auto kSayNothing = std::to_array<std::string_view>(
    {"need",    "needs",    "want",     "wants",     "looking",    "look",        "find",
     "help",    "helps",    "anything", "something", "somewhere",  "somebody",    "someone",
     "anyone",  "anybody",  "place",    "places",    "know",       "knows",       "tell",
     "where",   "how",      "way",      "thanks",    "thank",      "hello",       "hi",
     "said",    "says",     "say",      "told",      "heard",      "wondering",   "wonder",
     "trying",  "try",      "live",     "lives",     "living",     "near",        "nearest",
     "service", "services", "support",  "provide",   "offer",      "offers",      "there",
     "here",    "time",     "someone",  "love",      "loves",      "might",       "may",
     "could",   "maybe",    "perhaps",  "also",      "any",        "all",         "even",
     "still",   "now",      "already",  "because",   "since",      "why",         "my",
     "go",      "goes",     "come",     "make",      "take",       "use",         "used",
     "think",   "feel",     "give",     "put",       "ask",        "asked",       "asking",
     "see",     "seen",     "more",     "else",      "other",      "another",     "able",
     "start",   "keep",     "keeps",    "recently",  "currently",  "lately",      "today",
     "years",   "year",     "much",     "many",      "well",       "good",        "great",
     "nice",    "best",     "better",   "only",      "own",        "am",          "pm",
     "area",    "local",    "suitable", "ideally",   "preferably", "available",   "possible",
     "near",    "based",    "called",   "run",       "by",         "people",      "person",
     "family",  "group",    "groups",   "club",      "clubs",      "information", "advice"});

bool SaysSomething(const Word& word) {
  return !word.is_light && word.sense != kNotSense && !IsKin(word.sense) &&
         !Holds(kSayNothing, word.text) && word.text.size() > 1;
}

std::vector<bool> Taken(const Sentence& sentence, const std::vector<Reading>& readings) {
  std::vector<bool> taken(sentence.size());
  for (const Reading& reading : readings) {
    for (std::size_t at = reading.first; at < reading.last; ++at) taken[at] = true;
  }
  return taken;
}

std::string LowerText(const Sentence& sentence, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t at = first; at < last; ++at) {
    if (!text.empty()) text += ' ';
    text += sentence[at].text;
  }
  return text;
}

bool IndexHas(const Index& index, const Word& word) {
  return index.words().Find(word.sense).has_value();
}

Reading WordsReading(const Sentence& sentence, std::size_t first, std::size_t last) {
  return {.first = first,
          .last = last,
          .meanings = {{Kind::kWords, LowerText(sentence, first, last)}},
          .weight = WeightOf(first, last, 0),
          .can_be_denied = true};
}

// Names written with capitals, two words or more, that are not the beginning of the sentence alone.
std::size_t NameEnd(const Sentence& sentence, const std::vector<bool>& taken, std::size_t at) {
  std::size_t end = at;
  while (end < sentence.size() && !taken[end] && sentence[end].is_capital &&
         (end == at || sentence[end].before < Break::kComma) && !sentence[end].is_light) {
    ++end;
  }
  return end;
}

bool IsShoutedWhole(const Sentence& sentence) {
  return std::all_of(sentence.begin(), sentence.end(),
                     [](const Word& word) { return word.is_shouted || !word.is_capital; }) &&
         std::count_if(sentence.begin(), sentence.end(),
                       [](const Word& word) { return word.is_shouted; }) *
                 2 >
             static_cast<std::ptrdiff_t>(sentence.size());
}

}  // namespace

void ReadNamesAndThings(const Index& index, std::string_view, const Sentence& sentence,
                        std::vector<Reading>& readings) {
  std::vector<bool> taken = Taken(sentence, readings);
  const auto take = [&](std::size_t first, std::size_t last) {
    readings.push_back(WordsReading(sentence, first, last));
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first),
              taken.begin() + static_cast<std::ptrdiff_t>(last), true);
  };
  const bool shouted = IsShoutedWhole(sentence);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (taken[at]) continue;
    if (!shouted) {
      const std::size_t end = NameEnd(sentence, taken, at);
      const bool is_street = Holds(kStreets, sentence[at].text) ||
                             Holds(kStreets, sentence[end > at ? end - 1 : at].text);
      const bool is_asked = std::all_of(sentence.begin() + static_cast<std::ptrdiff_t>(at),
                                        sentence.begin() + static_cast<std::ptrdiff_t>(end),
                                        [&](const Word& word) { return IndexHas(index, word); });
      // "Andy's Man Club" is a name even where the index has none of it.
      const bool is_club = end > at && Holds(kHeads, sentence[end - 1].text);
      if (end >= at + 2 && !is_street && (is_asked || is_club) && at > 0) {
        take(at, end);
        readings.back().meanings.front().can_be_asked = is_asked;
        continue;
      }
    }
    const bool is_head = Holds(kHeads, sentence[at].text);
    if (!is_head || at == 0 || taken[at - 1] || sentence[at].before >= Break::kComma) continue;
    const Word& name = sentence[at - 1];
    if (!SaysSomething(name) || Holds(kNoNames, name.text)) continue;
    // "stammering group": known by its form to be a thing that is done, though the index has none.
    const bool is_asked = IndexHas(index, name);
    if (!is_asked && (name.text.size() < 6 || !name.text.ends_with("ing"))) continue;
    take(at - 1, at + 1);
    readings.back().meanings.front().can_be_asked = is_asked;
  }
  std::sort(readings.begin(), readings.end(),
            [](const Reading& a, const Reading& b) { return a.first < b.first; });
}

std::vector<std::string> NotUnderstood(std::string_view text, const Sentence& sentence,
                                       const std::vector<Reading>& readings) {
  // Of every word, whether it was read, denied, or left.
  enum class Fate : unsigned char { kLeft, kRead, kDenied };
  std::vector<Fate> fates(sentence.size(), Fate::kLeft);
  for (const Reading& reading : readings) {
    const bool is_not = reading.meanings.front().kind == Kind::kNot;
    for (std::size_t at = reading.first; at < reading.last; ++at) {
      fates[at] = is_not ? Fate::kDenied : Fate::kRead;
    }
  }
  std::vector<std::string> stretches;
  for (std::size_t at = 0; at < sentence.size();) {
    if (fates[at] == Fate::kRead) {
      ++at;
      continue;
    }
    std::size_t end = at;
    bool says_something = false;
    bool denies = false;
    while (end < sentence.size() && fates[end] != Fate::kRead &&
           (end == at || sentence[end].before < Break::kComma)) {
      says_something |= fates[end] == Fate::kDenied || SaysSomething(sentence[end]);
      // "not a group" says what is not wanted.
      denies |= sentence[end].text == "not" || sentence[end].text == "no";
      says_something |= denies && !sentence[end].is_light && sentence[end].sense != kNotSense;
      ++end;
    }
    std::size_t last = end;
    while (last > at && !denies && fates[last - 1] == Fate::kLeft &&
           !SaysSomething(sentence[last - 1]))
      --last;
    if (says_something && last > at) {
      stretches.emplace_back(
          text.substr(sentence[at].begin, sentence[last - 1].end - sentence[at].begin));
    }
    at = end;
  }
  return stretches;
}

}  // namespace waypost::ask
