// Names of places that the gazetteer lacks.

#include "engine/ask/place_text.h"
#include "engine/ask/place_words.h"
#include "engine/ask/read_place.h"
#include "engine/ask/slips.h"
#include "engine/query/parse_query.h"
#include "engine/query/resolved_query.h"

namespace waypost::ask {

// ", chesham bois,": all between two commas that neither the index nor the language knows.
std::optional<Reading> PlaceReader::ReadUnknownSegment(std::string_view text,
                                                       const Sentence& sentence,
                                                       std::size_t at) const {
  if (sentence[at].before < Break::kComma) return std::nullopt;
  std::size_t last = at;
  bool has_known_place = false;
  for (; last < sentence.size() && (last == at || sentence[last].before < Break::kComma); ++last) {
    const Word& word = sentence[last];
    if (last - at == 3 || word.is_light || word.text.size() < 4 || IsBuilding(word.text) ||
        (!word.is_capital && EndsLikeWord(word.text))) {
      return std::nullopt;
    }
    if (word.text.find_first_of("0123456789") != std::string::npos) return std::nullopt;
    const bool is_place = (IsNameOfPlace(word.text) && !IsEverydayWord(word)) ||
                          (last > at && EndsPlaceName(word.text));
    has_known_place |= is_place;
    if (!is_place &&
        (book_.Knows(word.text) || book_.KnowsSense(word.sense) || index_.words().Find(word.sense)))
      return std::nullopt;
  }
  if (has_known_place && last - at == 1) return std::nullopt;
  return Unknown(text, sentence, {at, at, last}, has_known_place ? 12 : -2);
}

// A village whose name is like another place's may be meant by it; so many people make few slips.
bool PlaceReader::IsLargeTown(PlaceKeyOrdinal key) const {
  constexpr std::uint32_t kMany = 10'000;
  const PlaceColumns& places = index_.places();
  const auto place = places.key_places[key];
  return places.kind[place] <= PlaceKind::kTown && places.population[place] >= kMany;
}

// "in Aylsbury", ", brissol": a slip of the fingers away from one town.
std::optional<Reading> PlaceReader::ReadTownMeant(const Sentence& sentence, std::size_t at,
                                                  const Cue& cue) const {
  const std::string_view word = sentence[at].text;
  const bool is_placed = cue.strength >= 2 || EndsLoosely(sentence, at + 1);
  if (!is_placed || word.size() <= kShortestSlip || book_.Knows(word) ||
      book_.KnowsSense(sentence[at].sense) || index_.words().Find(sentence[at].sense)) {
    return std::nullopt;
  }
  const TextColumn<PlaceKeyOrdinal>& keys = index_.places().keys;
  std::string_view meant;
  const std::string_view beginning = word.substr(0, 2);
  for (auto key = EqualKeys(keys, beginning).first; key < keys.size(); ++key) {
    const std::string_view name = keys[PlaceKeyOrdinal(key)];
    if (!name.starts_with(beginning)) break;
    if (name == meant || !IsOneSlip(word, name) || !IsLargeTown(PlaceKeyOrdinal(key))) continue;
    if (!meant.empty()) return std::nullopt;
    meant = name;
  }
  if (meant.empty()) return std::nullopt;
  const auto place = Resolved(index_, std::string(meant));
  if (!place) return std::nullopt;
  return PlaceReading(at, at + 1,
                      {.kind = Kind::kNear,
                       .value = std::string(meant),
                       .label = place->label,
                       .ask_as = std::string(meant)},
                      WeightOf(at, at + 1, 8 + 3 * cue.strength));
}

// "in Chesham Bois", ". Amersham.": a name of up to three words.
std::optional<Reading> PlaceReader::ReadUnknown(std::string_view text, const Sentence& sentence,
                                                std::size_t at) const {
  const Cue cue = CueBefore(sentence, at);
  if (at == 0 || IsWeekday(sentence[at].text)) return std::nullopt;
  // "moved to Spain", "laid off from Honda": no place where help is looked for.
  if (sentence[at].before < Break::kComma && cue.strength < 3 &&
      IsOneOf(sentence[at - 1].text, {"to", "towards", "from"}) &&
      !IsOneOf(at > 1 ? sentence[at - 2].text : std::string_view(),
               {"new", "close", "next", "moving", "nearer"})) {
    return std::nullopt;
  }
  if (auto town = ReadTownMeant(sentence, at, cue)) return town;
  if (auto segment = ReadUnknownSegment(text, sentence, at)) return segment;
  const bool is_saint = sentence[at].text == "st" || sentence[at].text == "saint";
  if (sentence[at].text.size() < 4 && !is_saint) return std::nullopt;
  const auto is_name = [&](std::size_t word) {
    return word < sentence.size() && sentence[word].is_capital && !IsWeekday(sentence[word].text) &&
           sentence[word].text.find_first_of("0123456789") == std::string::npos &&
           !IsOneOf(sentence[word].text, {"i", "im", "ive", "id", "uk", "nhs"});
  };
  const bool is_on_street = sentence[at - 1].text == "on" &&
                            IsOneOf(sentence[at + 1].text, {"road", "street", "lane", "rd"});
  const bool has_cue = is_on_street || cue.strength == 3 ||
                       (cue.strength == 2 && sentence[at].is_capital &&
                        !IsOneOf(sentence[at - 1].text, {"to", "towards"}));
  std::size_t last = at;
  while (last < at + 3 && is_name(last) && (last == at || sentence[last].before < Break::kComma))
    ++last;
  // "driven round the twist": names in small letters have no article.
  if (last == at && cue.strength == 3 && sentence[at - 1].text != "the" &&
      !book_.Knows(sentence[at].text) && !index_.words().Find(sentence[at].sense) &&
      (EndsClause(sentence, at + 1) || sentence[at + 1].is_light ||
       IsBuilding(sentence[at + 1].text))) {
    last = at + 1;  // in small letters: nothing else that the index or the language knows
  }
  if (last == at && cue.strength == 3 && IsPartOfLonger(sentence, at, at + 1)) last = at + 2;
  if (last == at || (is_saint && last == at + 1)) return std::nullopt;
  if (last < sentence.size() && IsBuilding(sentence[last].text) && sentence[last].is_capital)
    return std::nullopt;
  for (std::size_t word = at; word < last; ++word) {
    const bool is_street = word == last - 1 && word > at && EndsPlaceName(sentence[word].text);
    if (IsBuilding(sentence[word].text) && !is_street) return std::nullopt;
  }
  const bool ends = EndsLoosely(sentence, last);
  const bool begins = sentence[at].before >= Break::kComma;
  bool is_known_word = false;
  for (std::size_t word = at; word < last; ++word) {
    if (sentence[word].is_shouted && last - at == 1) return std::nullopt;
    is_known_word |= last - at == 1 && (book_.Knows(sentence[word].text));
  }
  if (is_known_word && cue.strength < 3) return std::nullopt;
  if (is_known_word && !ends) return std::nullopt;
  // Without a cue only what stands alone at the end of the sentence.
  const bool is_last = last == sentence.size() || !EndsClause(sentence, last);
  if (!has_cue && !(ends && (begins || (is_last && !sentence[at].is_shouted)))) return std::nullopt;
  if (!has_cue && begins && !is_last && sentence[at].before == Break::kStop) {
    if (sentence[last].before != Break::kStop) return std::nullopt;
  }
  return Unknown(text, sentence, {at, at, last}, has_cue ? 6 : -2);
}

// A name that the gazetteer lacks; where it ends with a town, or one stands behind it, that is
// asked for.
Reading PlaceReader::Unknown(std::string_view text, const Sentence& sentence, NameSpan span,
                             int more) const {
  std::string name(Written(text, sentence, span.name, span.last));
  Meaning meaning{.kind = Kind::kNear, .can_be_asked = false};
  if (const std::size_t town = TownBehind(text, sentence, span.last); town > 0) {
    meaning.ask_as = Written(text, sentence, span.last, town);
    name += ", " + meaning.ask_as;
    span.last = town;
    more += 10;  // the town alone says less
  } else if (TownBehind(text, sentence, span.last - 1) == span.last && span.last - span.name > 1) {
    meaning.ask_as = Written(text, sentence, span.last - 1, span.last);
  }
  if (!meaning.ask_as.empty()) meaning.can_be_asked = Resolved(index_, meaning.ask_as).has_value();
  if (!meaning.can_be_asked) meaning.ask_as.clear();
  meaning.value = meaning.label = name;
  return PlaceReading(span.first, span.last, std::move(meaning),
                      WeightOf(span.name, span.last, more));
}

}  // namespace waypost::ask
