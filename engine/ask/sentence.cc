#include "engine/ask/sentence.h"

#include <algorithm>
#include <array>

namespace waypost::ask {
namespace {

using std::string_view_literals::operator""sv;

// Each list ascending.
constexpr auto kLight = std::to_array<std::string_view>(
    {"a",     "about", "actually", "also",  "am",     "an",     "and",   "are",   "as",
     "at",    "be",    "been",     "being", "bit",    "but",    "by",    "can",   "could",
     "did",   "do",    "does",     "doing", "for",    "from",   "get",   "gets",  "getting",
     "going", "got",   "had",      "has",   "have",   "having", "he",    "her",   "hers",
     "him",   "his",   "i",        "id",    "if",     "im",     "in",    "into",  "is",
     "it",    "its",   "ive",      "just",  "kind",   "like",   "lot",   "me",    "my",
     "of",    "on",    "or",       "our",   "please", "pls",    "quite", "r",     "really",
     "s",     "she",   "should",   "so",    "some",   "such",   "t",     "than",  "that",
     "the",   "their", "them",     "then",  "there",  "these",  "they",  "thing", "this",
     "those", "to",    "too",      "u",     "up",     "us",     "very",  "w",     "was",
     "we",    "were",  "what",     "when",  "which",  "who",    "will",  "with",  "would",
     "you",   "your"});

constexpr auto kDenying = std::to_array<std::string_view>(
    {"aint",     "arent",  "cannot", "cant",   "couldn",  "couldnt", "didnt",  "doesnt", "dont",
     "hadnt",    "hasnt",  "havent", "isnt",   "neither", "never",   "no",     "nor",    "not",
     "shouldnt", "unable", "wasnt",  "werent", "without", "wont",    "wouldnt"});

constexpr auto kRelatives = std::to_array<std::string_view>(
    {"aunt",    "auntie",      "bf",      "boyfriend",   "brother", "da",          "dad",
     "daddy",   "father",      "fiance",  "friend",      "gf",      "girlfriend",  "gran",
     "grandad", "grandfather", "grandma", "grandmother", "grandpa", "grandparent", "granny",
     "hubby",   "husband",     "ma",      "mam",         "mate",    "mom",         "mother",
     "mum",     "mummy",       "nan",     "nana",        "partner", "relative",    "sister",
     "spouse",  "stepdad",     "stepmum", "uncle",       "wife"});

constexpr auto kChildren = std::to_array<std::string_view>(
    {"boy", "boys", "child", "children", "daughter", "daughters", "girl", "girls", "granddaughter",
     "grandson", "kid", "kids", "lad", "lads", "lass", "son", "sons", "stepson", "youngest"});

constexpr auto kAnybody = std::to_array<std::string_view>(
    {"anybody", "anyone", "people", "person", "somebody", "someone"});

template <std::size_t N>
bool Has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

static_assert(std::is_sorted(kLight.begin(), kLight.end()));
static_assert(std::is_sorted(kDenying.begin(), kDenying.end()));
static_assert(std::is_sorted(kRelatives.begin(), kRelatives.end()));
static_assert(std::is_sorted(kChildren.begin(), kChildren.end()));
static_assert(std::is_sorted(kAnybody.begin(), kAnybody.end()));

// Other spellings of one word.
constexpr auto kSpellings = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"appt", "appointment"},  {"meds", "medication"},     {"nr", "near"},
     {"referal", "referral"},  {"ppl", "people"},          {"nite", "night"},
     {"hlep", "help"},         {"accom", "accommodation"}, {"temp", "temporary"},

     {"leccy", "electricity"}, {"mtg", "meeting"},         {"hosp", "hospital"},
     {"uni", "university"},    {"nothin", "nothing"},      {"op", "operation"},
     {"advise", "advice"},     {"moms", "mums"},           {"owt", "anything"},
     {"nowt", "nothing"},      {"summat", "something"},    {"weans", "children"},
     {"wean", "child"},        {"missus", "wife"},         {"hse", "house"},
     {"assoc", "association"}, {"footy", "football"}});

Break BreakIn(std::string_view between) {
  if (between.find_first_of(".!?;:\n") != std::string_view::npos) {
    // "i.e.", "6.30": a stop without a space ends nothing.
    return between.size() == 1 && between[0] != '\n' && between[0] != '?' ? Break::kTight
                                                                          : Break::kStop;
  }
  if (between.find_first_of(",()[]\"") != std::string_view::npos) return Break::kComma;
  if (between.find(" - ") != std::string_view::npos) return Break::kComma;
  return between.find_first_of(" \t\r/") == std::string_view::npos ? Break::kTight : Break::kSpace;
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

// Capitals say nothing where all is written in them.
void ForgetShouting(std::vector<Word>& words) {
  const bool is_shouted =
      words.size() > 2 && std::all_of(words.begin(), words.end(), [](const Word& w) {
        return w.is_shouted || w.text.find_first_of("0123456789") != std::string::npos;
      });
  if (!is_shouted) return;
  for (Word& word : words) word.is_capital = word.is_shouted = false;
}

}  // namespace

const Word Sentence::kOutside = {.before = Break::kStop};

void Sentence::Correct(std::size_t at, std::string_view text, std::string sense) {
  words_[at].text = text;
  words_[at].sense = std::move(sense);
}

bool EndsClause(const Sentence& sentence, std::size_t at) {
  const Break before = sentence[at].before;
  return before == Break::kComma || before == Break::kStop;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t SkipWords(const Sentence& sentence, std::size_t at,
                      std::initializer_list<std::string_view> words) {
  while (at < sentence.size() && IsOneOf(sentence[at].text, words)) ++at;
  return at;
}

std::string SenseOf(std::string_view folded, std::string_view stem) {
  if (Has(kDenying, folded)) return std::string(kNotSense);
  if (Has(kRelatives, folded) || Has(kRelatives, stem)) return "(relative)";
  if (Has(kChildren, folded)) return "(child)";
  if (Has(kAnybody, folded)) return "(somebody)";
  return std::string(stem);
}

bool IsKin(std::string_view sense) { return sense == "(relative)"sv || sense == "(child)"sv; }

bool IsLightWord(std::string_view folded) { return Has(kLight, folded); }

Sentence ReadWords(text::Analyser& analyser, std::string_view text) {
  std::vector<Word> words;
  std::size_t last_end = 0;
  analyser.ForEachToken(text, [&](const text::Token& token) {
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    Word word{.begin = token.begin, .end = token.end, .text = std::string(token.word)};
    word.sense = SenseOf(token.word, token.term);
    word.before = words.empty()
                      ? Break::kStop
                      : BreakIn(text.substr(last_end, std::max(token.begin, last_end) - last_end));
    if (!words.empty() && token.begin == last_end + 1) word.joint = text[last_end];
    word.is_light = IsLightWord(token.word);
    word.is_capital = !written.empty() && IsUpper(written.front());
    word.is_shouted = word.is_capital && std::none_of(written.begin(), written.end(), IsLower);
    word.is_money = text.substr(0, token.begin).ends_with("\xC2\xA3");
    word.is_bracketed =
        text.substr(0, token.begin).ends_with('(') && text.substr(token.end).starts_with(')');
    last_end = token.end;
    words.push_back(std::move(word));
  });
  ForgetShouting(words);
  // The stem of the other spelling, which the callback could not ask for.
  for (Word& word : words) {
    for (const auto& [written, meant] : kSpellings) {
      if (word.text != written) continue;
      word.text = meant;
      std::vector<std::string> stems = analyser.Terms(meant);
      word.sense = SenseOf(meant, stems.empty() ? meant : std::string_view(stems.front()));
    }
  }
  return Sentence(std::move(words));
}

}  // namespace waypost::ask
