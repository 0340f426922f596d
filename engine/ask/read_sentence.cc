#include "engine/ask/read_sentence.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "engine/ask/choose_readings.h"
#include "engine/ask/leftovers.h"
#include "engine/ask/read_days.h"
#include "engine/ask/read_language.h"
#include "engine/ask/read_measures.h"
#include "engine/ask/read_place.h"
#include "engine/ask/read_times.h"
#include "engine/ask/weigh_needs.h"
#include "engine/ask/who_is_meant.h"
#include "engine/query/parse_query.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"

namespace waypost::ask {
namespace {

absl::Status BadText(std::string code, std::string detail) {
  return query::RequestError(
      {.code = std::move(code), .parameter = "text", .detail = std::move(detail)});
}

// Bytes count as well: some that are no UTF-8 are no characters either.
absl::Status CheckLength(std::string_view text) {
  const auto characters =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }));
  if (characters > kMostCharacters || text.size() > 4 * kMostCharacters) {
    return BadText("text_too_long",
                   "text takes at most 500 characters and 64 words; say it shorter");
  }
  return absl::OkStatus();
}

bool IsNameOfPlace(const Index& index, const std::string& word) {
  const auto [first, last] = EqualKeys(index.places().keys, word);
  return first != last;
}

// "..., Patchway.": a capital where no sentence goes on is a name, however much it is like a word.
bool IsNameAlone(const Sentence& sentence, std::size_t at) {
  const Word& word = sentence[at];
  const bool ends =
      EndsClause(sentence, at + 1) || IsOneOf(sentence[at + 1].text, {"way", "area", "or"});
  return word.is_capital && !word.is_shouted && (word.before < Break::kStop || ends);
}

// A slip of the fingers is read as the word that was meant; the words of the index and of the
// language are no slips.
void CorrectSlips(const Index& index, const PhraseBook& book, text::Analyser& analyser,
                  Sentence& sentence) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const Word& word = sentence[at];
    if (word.is_light || word.sense.starts_with('(') || book.Knows(word.text) ||
        book.KnowsSense(word.sense) || index.words().Find(word.sense) ||
        IsNameOfPlace(index, word.text) || IsNameAlone(sentence, at))
      continue;
    const std::string_view meant = book.NearestWord(word.text);
    if (meant.empty()) continue;
    const std::vector<std::string> stems = analyser.Terms(meant);
    sentence.Correct(at, meant,
                     SenseOf(meant, stems.empty() ? meant : std::string_view(stems.front())));
  }
}

std::vector<Reading> Candidates(const Index& index, const PhraseBook& book, std::string_view text,
                                const Sentence& sentence, Date today) {
  std::vector<Reading> candidates;
  const auto offer = [&](std::optional<Reading> reading) {
    if (reading) candidates.push_back(*std::move(reading));
  };
  const PlaceReader places(index, book);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    offer(places.ReadAt(text, sentence, at));
    offer(ReadDistance(sentence, at));
    offer(ReadAge(sentence, at));
    offer(ReadFree(sentence, at));
    offer(ReadTimes(sentence, at));
    offer(ReadDays(sentence, at, today));
    offer(ReadLanguage(sentence, at));
    book.FindAt(sentence, at, candidates);
  }
  return candidates;
}

// Of kinds that a search asks once, the heaviest reading; the others are understood and left.
bool IsAskedOnce(Kind kind) {
  switch (kind) {
    case Kind::kNear:
    case Kind::kAuthority:
    case Kind::kWithin:
    case Kind::kOn:
    case Kind::kFrom:
    case Kind::kTo:
    case Kind::kOpenAt:
    case Kind::kNextDays:
      return true;
    default:
      return false;
  }
}

void KeepHeaviest(std::vector<Reading>& readings) {
  std::map<Kind, const Reading*> heaviest;
  const auto slot = [](Kind kind) { return kind == Kind::kAuthority ? Kind::kNear : kind; };
  for (const Reading& reading : readings) {
    for (const Meaning& meaning : reading.meanings) {
      if (!IsAskedOnce(meaning.kind)) continue;
      const Reading*& best = heaviest[slot(meaning.kind)];
      if (best == nullptr || reading.weight > best->weight) best = &reading;
    }
  }
  for (Reading& reading : readings) {
    std::erase_if(reading.meanings, [&](const Meaning& meaning) {
      return IsAskedOnce(meaning.kind) && heaviest[slot(meaning.kind)] != &reading;
    });
    if (reading.meanings.empty()) reading.meanings = {{Kind::kFiller, ""}};
  }
}

std::vector<ReadPart> PartsOf(const Sentence& sentence, const std::vector<Reading>& readings) {
  std::vector<ReadPart> parts;
  for (const Reading& reading : readings) {
    for (const Meaning& meaning : reading.meanings) {
      if (ParameterOf(meaning.kind).empty()) continue;
      parts.push_back({.begin = sentence[reading.first].begin,
                       .end = sentence[reading.last - 1].end,
                       .parameter = std::string(ParameterOf(meaning.kind)),
                       .value = meaning.value,
                       .label = meaning.label,
                       .asked_as = meaning.ask_as.empty() ? meaning.value : meaning.ask_as,
                       .is_asked = meaning.can_be_asked});
    }
  }
  return parts;
}

bool HasAsked(const std::vector<ReadPart>& parts, std::string_view parameter) {
  return std::any_of(parts.begin(), parts.end(), [&](const ReadPart& part) {
    return part.is_asked && part.parameter == parameter;
  });
}

// Parts that a search cannot ask beside the others, or that would hide what is wanted: a distance
// from nowhere; who somebody is where a need says what they want (a widow's food bank is not one
// for widows).
void LeaveOut(std::span<const query::Parameter> given, std::vector<ReadPart>& parts) {
  const auto is_given = [&](std::string_view name) {
    return std::any_of(given.begin(), given.end(),
                       [&](const query::Parameter& parameter) { return parameter.name == name; });
  };
  for (ReadPart& part : parts) {
    if (is_given(part.parameter)) part.is_asked = false;
  }
  const bool has_need = HasAsked(parts, "need") || is_given("need");
  const bool has_near = HasAsked(parts, "near") || is_given("near");
  const bool has_on = HasAsked(parts, "on");
  for (ReadPart& part : parts) {
    if (part.parameter == "within" && !has_near) part.is_asked = false;
    if (part.parameter == "circumstance" && has_need) part.is_asked = false;
    if (part.parameter == "day" && has_on) part.is_asked = false;
    if (part.parameter == "authority" && has_near) part.is_asked = false;
  }
}

// What a search would refuse ("from midnight until midnight", "within 20,000 miles") is shown and
// not asked: nobody gave that parameter, so an error about it would help nobody.
void LeaveOutRefused(std::span<const query::Parameter> given, SentenceReading& read) {
  const auto leave_out = [&](std::string_view parameter) {
    bool any = false;
    for (ReadPart& part : read.parts) {
      any = any || (part.is_asked && part.parameter == parameter);
      if (part.parameter == parameter) part.is_asked = false;
    }
    return any;
  };
  for (bool again = true; again;) {
    std::vector<query::Parameter> parameters = read.Parameters();
    parameters.insert(parameters.end(), given.begin(), given.end());
    const auto error = query::RequestErrorOf(query::ParseQuery(parameters).status());
    again = error && (leave_out(error->parameter) ||
                      // An empty window is told of its end.
                      (error->parameter == "to" && leave_out("from")));
  }
}

}  // namespace

std::string_view ParameterOf(Kind kind) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"near", "authority", "within", "need",     "circumstance",  "day",
       "on",   "from",      "to",     "open_at",  "next_days",     "age",
       "free", "access",    "reach",  "language", "accessibility", "q",
       "",     ""});
  return kNames.at(static_cast<std::size_t>(kind));
}

std::vector<query::Parameter> SentenceReading::Parameters() const {
  std::map<std::string, std::vector<std::string>> values;
  for (const ReadPart& part : parts) {
    if (!part.is_asked) continue;
    std::vector<std::string>& known = values[part.parameter];
    if (std::find(known.begin(), known.end(), part.asked_as) == known.end())
      known.push_back(part.asked_as);
  }
  std::vector<query::Parameter> parameters;
  for (const auto& [name, all] : values) {
    if (name == "q") {
      std::string words;
      for (const std::string& value : all) words.append(words.empty() ? "" : " ").append(value);
      parameters.push_back({name, words});
      continue;
    }
    for (const std::string& value : all) parameters.push_back({name, value});
  }
  return parameters;
}

absl::StatusOr<SentenceReading> ReadSentence(const Index& index, const PhraseBook& book,
                                             std::string_view text, const ReadOptions& options) {
  if (query::Trim(text).empty()) return BadText("bad_value", "text is empty; give a sentence");
  RETURN_IF_ERROR(CheckLength(text));
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  Sentence sentence = ReadWords(*analyser, text);
  if (sentence.size() > kMostWords) {
    return BadText("too_many_words",
                   "text takes at most 500 characters and 64 words; say it shorter");
  }
  CorrectSlips(index, book, *analyser, sentence);
  std::vector<Reading> readings =
      ChooseReadings(Candidates(index, book, text, sentence, options.today));
  DenyReadings(sentence, readings);
  DropOthersLives(sentence, readings);
  DropNeedsBesides(sentence, readings);
  TellWhoIsMeant(book, sentence, readings);
  KeepHeaviest(readings);
  ReadNamesAndThings(index, text, sentence, readings);
  WeighNeeds(book, sentence, readings);
  SentenceReading read;
  read.parts = PartsOf(sentence, readings);
  LeaveOut(options.given, read.parts);
  LeaveOutRefused(options.given, read);
  read.not_understood = NotUnderstood(text, sentence, readings);
  return read;
}

}  // namespace waypost::ask
