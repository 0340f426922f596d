#include "engine/ask/read_language.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waypost::ask {
namespace {

// Languages spoken at home in the United Kingdom, with the codes of ISO 639.
constexpr auto kLanguages = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"albanian", "sq"},   {"amharic", "am"},   {"arabic", "ar"},     {"armenian", "hy"},
     {"azeri", "az"},      {"bengali", "bn"},   {"bangla", "bn"},     {"sylheti", "syl"},
     {"bosnian", "bs"},    {"bulgarian", "bg"}, {"burmese", "my"},    {"cantonese", "yue"},
     {"catalan", "ca"},    {"chinese", "zh"},   {"mandarin", "zh"},   {"croatian", "hr"},
     {"czech", "cs"},      {"danish", "da"},    {"dari", "prs"},      {"dutch", "nl"},
     {"estonian", "et"},   {"farsi", "fa"},     {"persian", "fa"},    {"finnish", "fi"},
     {"french", "fr"},     {"gaelic", "gd"},    {"georgian", "ka"},   {"german", "de"},
     {"greek", "el"},      {"gujarati", "gu"},  {"hausa", "ha"},      {"hebrew", "he"},
     {"hindi", "hi"},      {"hungarian", "hu"}, {"igbo", "ig"},       {"irish", "ga"},
     {"italian", "it"},    {"japanese", "ja"},  {"korean", "ko"},     {"kurdish", "ku"},
     {"sorani", "ckb"},    {"kurmanji", "kmr"}, {"latvian", "lv"},    {"lingala", "ln"},
     {"lithuanian", "lt"}, {"malay", "ms"},     {"malayalam", "ml"},  {"marathi", "mr"},
     {"nepali", "ne"},     {"norwegian", "no"}, {"oromo", "om"},      {"pashto", "ps"},
     {"pashtu", "ps"},     {"polish", "pl"},    {"portuguese", "pt"}, {"punjabi", "pa"},
     {"panjabi", "pa"},    {"romanian", "ro"},  {"romani", "rom"},    {"russian", "ru"},
     {"serbian", "sr"},    {"shona", "sn"},     {"sinhala", "si"},    {"slovak", "sk"},
     {"slovakian", "sk"},  {"slovenian", "sl"}, {"somali", "so"},     {"spanish", "es"},
     {"swahili", "sw"},    {"swedish", "sv"},   {"tagalog", "tl"},    {"filipino", "tl"},
     {"tamil", "ta"},      {"telugu", "te"},    {"tetum", "tet"},     {"thai", "th"},
     {"tigrinya", "ti"},   {"turkish", "tr"},   {"twi", "tw"},        {"ukrainian", "uk"},
     {"urdu", "ur"},       {"uzbek", "uz"},     {"vietnamese", "vi"}, {"welsh", "cy"},
     {"wolof", "wo"},      {"yiddish", "yi"},   {"yoruba", "yo"},     {"cymraeg", "cy"},
     {"polski", "pl"},     {"espanol", "es"},   {"mirpuri", "pa"},    {"pahari", "pa"}});

constexpr auto kSpeaking = std::to_array<std::string_view>(
    {"speak", "speaks", "speaker", "speakers", "speaking", "spoken", "talks", "language",
     "interpreter", "interpreters", "interpreting", "translator", "translation", "translated",
     "language", "talking", "understands", "speech", "interpretation"});

bool IsSpeaking(std::string_view word) {
  return std::find(kSpeaking.begin(), kSpeaking.end(), word) != kSpeaking.end();
}

std::string_view CodeOf(std::string_view word) {
  for (const auto& [name, code] : kLanguages) {
    if (name == word) return code;
  }
  return {};
}

// Names that are hardly used for anything but the language: "arabic" needs no "speaking", while
// "Polish" and "Greek" may be of food or of feasts.
bool IsOnlyLanguage(std::string_view word) {
  return IsOneOf(
      word, {"amharic",  "arabic",  "bengali",   "bangla",  "sylheti",  "cantonese", "mandarin",
             "dari",     "farsi",   "gujarati",  "hausa",   "hindi",    "igbo",      "sorani",
             "kurmanji", "lingala", "malayalam", "marathi", "mirpuri",  "oromo",     "pahari",
             "pashto",   "pashtu",  "punjabi",   "panjabi", "shona",    "sinhala",   "swahili",
             "tagalog",  "tamil",   "telugu",    "tetum",   "tigrinya", "twi",       "urdu",
             "wolof",    "yoruba",  "cymraeg",   "polski",  "espanol"});
}

// What is learnt or eaten is not spoken: "arabic class", "bengali food".
bool MakesThingOf(std::string_view word) {
  return IsOneOf(word, {"class", "classes", "lesson", "lessons", "course", "courses", "food",
                        "cooking", "music", "dance", "dancing", "tutor", "gcse", "school"});
}

// Who helps in a language is named with it: "Polish counsellor", "Romanian midwife".
bool IsHelper(std::string_view word) {
  return IsOneOf(word, {"advocate",  "advocates",  "counsellor",  "counsellors", "therapist",
                        "solicitor", "lawyer",     "adviser",     "advisor",     "advisors",
                        "advisers",  "worker",     "workers",     "doctor",      "gp",
                        "nurse",     "midwife",    "befriender",  "carer",       "carers",
                        "volunteer", "volunteers", "counselling", "helpline",    "advice"});
}

// Words that may stand between "speaks" and the language.
bool MayStandBetween(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"only",   "mostly", "just", "mainly", "in",   "our", "is",   "first",  "her",
       "his",    "my",     "and",  "or",     "to",   "me",  "some", "needed", "required",
       "wanted", "for",    "into", "fluent", "with", "who", "can",  "a"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool IsSpokenBefore(const Sentence& sentence, std::size_t at) {
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    const std::string_view word = sentence[at - back].text;
    if (IsSpeaking(word)) return true;
    if (!MayStandBetween(word) && CodeOf(word).empty()) return false;
  }
  return false;
}

// "in Polish", unless something of it follows: "in Polish clubs".
bool IsSaidIn(const Sentence& sentence, std::size_t at) {
  if (at == 0) return false;
  const std::string_view before = sentence[at - 1].text;
  // "put it into Polish", "through the medium of Welsh", "has the Gaelic".
  if (before == "into") return true;
  if (before == "of" && sentence[at - 2].text == "medium") return true;
  if (before == "the" && IsOneOf(sentence[at - 2].text, {"have", "has", "ive"})) return true;
  if (sentence[at + 1].text == "only" && EndsClause(sentence, at + 2)) return true;
  if (before != "in") return false;
  const bool ends = at + 1 >= sentence.size() || sentence[at + 1].before != Break::kSpace;
  return ends || sentence[at + 1].is_light || sentence[at + 1].text == "near";
}

// "Somali women", "she's Portuguese, I think": who comes from there speaks so; who is Irish or
// Welsh most likely does not.
bool IsOfSpeakers(const Sentence& sentence, std::size_t at) {
  if (IsOneOf(sentence[at].text, {"irish", "welsh", "gaelic", "romani"})) return false;
  if (IsOneOf(sentence[at + 1].text, {"woman",     "women",      "womens",    "man",      "men",
                                      "mens",      "lady",       "ladies",    "mum",      "mums",
                                      "mothers",   "family",     "families",  "couple",   "elders",
                                      "neighbour", "neighbours", "refugee",   "refugees", "parents",
                                      "gentleman", "national",   "nationals", "girl",     "i"})) {
    return true;
  }
  return at > 0 &&
         IsOneOf(sentence[at - 1].text, {"he", "hes", "she", "shes", "im", "theyre", "is"}) &&
         (at + 1 >= sentence.size() || sentence[at + 1].before >= Break::kComma ||
          sentence[at + 1].is_light);
}

}  // namespace

std::optional<Reading> ReadLanguage(const Sentence& sentence, std::size_t at) {
  const std::string_view code = CodeOf(sentence[at].text);
  if (code.empty()) return std::nullopt;
  std::size_t last = at + 1;
  const bool is_spoken_after = IsSpeaking(sentence[last].text);
  if (is_spoken_after) ++last;
  // "Welsh or English speaking".
  const bool is_listed = (sentence[at + 1].text == "or" || sentence[at + 1].text == "and") &&
                         IsSpeaking(sentence[at + 3].text);
  // ", Punjabi,": noted down.
  const auto ends = [&](std::size_t word) {
    return word >= sentence.size() || sentence[word].before >= Break::kComma;
  };
  const bool is_noted = at > 0 && ends(at) && ends(at + 1);
  const bool is_named = IsOnlyLanguage(sentence[at].text) && !MakesThingOf(sentence[at + 1].text);
  const bool is_said = is_spoken_after || is_listed || is_noted || is_named ||
                       IsHelper(sentence[at + 1].text) || IsSpokenBefore(sentence, at) ||
                       IsSaidIn(sentence, at);
  if (!is_said && !IsOfSpeakers(sentence, at)) return std::nullopt;
  std::size_t first = at;
  while (first > 0 && (IsSpeaking(sentence[first - 1].text) || sentence[first - 1].text == "only" ||
                       sentence[first - 1].text == "in")) {
    --first;
  }
  return Reading{.first = first,
                 .last = last,
                 .meanings = {{Kind::kLanguage, std::string(code), std::string(sentence[at].text)}},
                 .weight = WeightOf(first, last, is_said ? 8 : 2)};
}

}  // namespace waypost::ask
