#include "engine/ask/read_place.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/ask/place_text.h"
#include "engine/ask/place_words.h"
#include "engine/geo/postcode.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "engine/text/fold.h"

namespace waypost::ask {
namespace {

constexpr std::size_t kLongestName = 6;  // words

// Why a district is none: "S21 notice", "vitamin B12".
bool IsNoDistrict(const Sentence& sentence, std::size_t at) {
  const std::string_view before = at > 0 ? sentence[at - 1].text : std::string_view();
  return IsOneOf(before, {"vitamin", "form", "section", "the", "grade"}) ||
         IsOneOf(sentence[at + 1].text, {"notice", "injection", "injections", "form", "motorway",
                                         "deficiency", "vitamin", "jab", "shots", "level"});
}

// What asks for the place of that name: the name, or the first of several that are equally likely.
std::string NameToAsk(const Index& index, const std::string& text) {
  const auto near = query::ParseNear(text);
  if (!near.ok()) return {};
  const auto place = query::ResolvePlace(index, *near);
  if (place.ok()) return text;
  const auto parts = query::RequestErrorOf(place.status());
  if (parts && parts->code == "ambiguous_place") return parts->nearest;
  return {};
}

// "surrey council", "Kent County Council": the council of an area stands for the area.
bool IsItsCouncil(const Sentence& sentence, std::size_t at) {
  if (IsOneOf(sentence[at].text, {"county", "city", "borough", "district"})) ++at;
  return sentence[at].text == "council";
}

// "a lift to hospital from Winslow": where somebody sets out.
bool IsOfJourney(const Sentence& sentence, std::size_t at) {
  for (std::size_t back = 1; back <= 9 && back <= at; ++back) {
    if (sentence[at - back + 1].before == Break::kStop) return false;
    if (IsOneOf(sentence[at - back].text, {"lift", "lifts", "transport", "bus", "buses", "taxi",
                                           "minibus", "travel", "travelling", "driver", "ride"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

PlaceReader::Cue PlaceReader::CueBefore(const Sentence& sentence, std::size_t at) {
  if (sentence[at].before >= Break::kComma) return {};
  std::size_t back = at;
  while (back > 0 && IsOneOf(sentence[back - 1].text,
                             {"the", "central", "sunny", "greater", "of", "town", "centre", "city",
                              "outskirts", "edge", "side", "part", "bit", "area", "middle"})) {
    --back;
  }
  if (back == 0) return {};
  const std::string_view word = sentence[back - 1].text;
  Cue cue{.first = back - 1};
  if (IsOneOf(word, {"in", "near", "around", "round", "outside", "within", "across"})) {
    cue.strength = 3;
  } else if (IsOneOf(word, {"at", "to", "by", "towards", "nr", "serving", "covering", "based",
                            "beside", "behind", "throughout", "nearby"})) {
    cue.strength = 2;
  } else if (word == "from" && IsOfJourney(sentence, back - 1)) {
    cue.strength = 3;
  } else if (IsOneOf(word, {"from", "of", "off"})) {
    cue.strength = 1;
  }
  // "of", "town" and the rest alone are no cue; "outskirts of" is.
  if (cue.strength == 0 && back < at && sentence[back].text != "the" && back + 1 < at + 1 &&
      IsOneOf(sentence[back].text,
              {"outskirts", "edge", "side", "part", "centre", "middle", "central"})) {
    return {.strength = 2, .first = back};
  }
  if (cue.strength == 0) return {};
  return cue;
}

bool PlaceReader::IsEverydayWord(const Word& word) const {
  if (IsMostlyPlace(word.text)) return false;
  return word.is_light || IsPlaceAndWord(word.text) || book_.Knows(word.text);
}

bool PlaceReader::IsTown(const std::string& folded) const {
  const auto [first, last] = EqualKeys(index_.places().keys, folded);
  if (first == last) return false;
  return index_.places().kind[index_.places().key_places[PlaceKeyOrdinal(first)]] <=
         PlaceKind::kTown;
}

bool PlaceReader::IsPartOfLonger(const Sentence& sentence, std::size_t first,
                                 std::size_t last) const {
  const auto is_more = [&](std::size_t at) {
    const Word& word = sentence[at];
    return word.is_capital && !IsWeekday(word.text) && !word.is_light && !word.is_shouted &&
           word.text.size() >= 2 &&
           ((at == last && EndsPlaceName(word.text)) ||
            (!book_.Knows(word.text) && !IsBuilding(word.text) && !IsNameOfPlace(word.text))) &&
           word.text.find_first_of("0123456789") == std::string::npos;
  };
  const bool goes_on =
      last < sentence.size() && sentence[last].before < Break::kComma && sentence[last].is_capital;
  // "Knowle West", but "Bristol South".
  if (goes_on && IsOneOf(sentence[last].text, {"west", "east", "north", "south"}) &&
      !IsTown(sentence[last - 1].text)) {
    return true;
  }
  if (goes_on && is_more(last)) return true;
  // "in ashton green": typed without capitals.
  if (last == first + 1 && last < sentence.size() && sentence[last].before == Break::kSpace &&
      !sentence[first].is_capital && EndsPlaceName(sentence[last].text) &&
      EndsClause(sentence, last + 1)) {
    return true;
  }
  // "Long Ashton", also where a sentence begins with it.
  if (first > 0 && sentence[first].before < Break::kComma && sentence[first - 1].is_capital &&
      BeginsPlaceName(sentence[first - 1].text)) {
    return true;
  }
  return first > 1 && sentence[first].before < Break::kComma &&
         sentence[first - 1].before < Break::kStop && is_more(first - 1);
}

std::size_t PlaceReader::TownBehind(std::string_view text, const Sentence& sentence,
                                    std::size_t at) const {
  if (at >= sentence.size() || sentence[at].before == Break::kStop) return 0;
  for (std::size_t words = 3; words >= 1; --words) {
    if (at + words > sentence.size()) continue;
    const std::string folded = text::FoldForLookup(Written(text, sentence, at, at + words));
    if (IsTown(folded) && !(words == 1 && IsEverydayWord(sentence[at]))) return at + words;
  }
  return 0;
}

bool PlaceReader::IsNameOfPlace(const std::string& folded) const {
  const auto [first, last] = EqualKeys(index_.places().keys, folded);
  return first != last;
}

std::optional<Reading> PlaceReader::ReadPostcode(std::string_view text, const Sentence& sentence,
                                                 std::size_t at) const {
  for (std::size_t words = 2; words >= 1; --words) {
    if (at + words > sentence.size()) continue;
    if (words == 2 && sentence[at + 1].before != Break::kSpace) continue;
    const std::string written(Written(text, sentence, at, at + words));
    const auto postcode = Postcode::Parse(written);
    if (!postcode || postcode->level() == PostcodeLevel::kArea) continue;
    // "BS5 3 miles", "HP13 6 year old".
    if (postcode->level() == PostcodeLevel::kSector &&
        !(EndsClause(sentence, at + 2) || sentence[at + 2].is_light ||
          sentence[at + 2].is_capital)) {
      continue;
    }
    if (postcode->level() == PostcodeLevel::kDistrict && IsNoDistrict(sentence, at)) continue;
    if (postcode->level() == PostcodeLevel::kSector && words == 1) continue;
    if (!Resolved(index_, written)) continue;
    return PlaceReading(at, at + words,
                        {.kind = Kind::kNear, .value = postcode->text(), .label = postcode->text()},
                        WeightOf(at, at + words, 25));
  }
  return std::nullopt;
}

std::optional<Reading> PlaceReader::ReadName(std::string_view text, const Sentence& sentence,
                                             std::size_t at) const {
  for (std::size_t words = std::min(kLongestName, sentence.size() - at); words >= 1; --words) {
    const std::size_t last = at + words;
    bool is_one_run = true;
    for (std::size_t i = at + 1; i < last; ++i) is_one_run &= sentence[i].before < Break::kComma;
    if (!is_one_run) continue;
    std::string written(Written(text, sentence, at, last));
    const std::string folded = text::FoldForLookup(written);
    if (!IsNameOfPlace(folded)) continue;
    const Word& word = sentence[at];
    if (words == 1 && IsWeekday(word.text)) continue;  // "due in March"
    if (IsPartOfLonger(sentence, at, last)) continue;
    const std::string_view tail = sentence[last - 1].text;
    if (words > 1 && IsOneOf(tail, {"street", "road", "lane"})) continue;
    if (word.text == "st" && IsBuilding(sentence[last].text)) continue;
    const Cue cue = CueBefore(sentence, at);
    const bool is_everyday = words == 1 && IsEverydayWord(word);
    const bool is_alone =
        (sentence[at].before >= Break::kComma || at == 0) && EndsLoosely(sentence, last);
    // "want to meet others Bath".
    const bool is_final = at > 0 && last == sentence.size() && word.is_capital &&
                          !sentence[at - 1].is_capital && !sentence[at - 1].is_light &&
                          !IsKin(sentence[at - 1].sense) && IsTown(folded);
    // "RNIB Bath opening hours", "bingo friday bath": behind the initials of an organisation, and
    // last behind a day, a name needs no word of place.
    const std::string_view before = at > 0 ? sentence[at - 1].text : std::string_view();
    const bool is_branch = at > 0 && word.is_capital && sentence[at - 1].is_shouted &&
                           before.size() > 1 && sentence[at].before < Break::kComma;
    const bool is_noted =
        last == sentence.size() && IsTown(folded) && (IsWeekday(before) || IsPartOfDay(before));
    const bool is_all = words == sentence.size();
    if (words == 1 && folded.size() < 3) continue;
    if (is_everyday) {
      if (cue.strength < 2 && !is_all && !is_final && !is_branch && !is_noted &&
          !(is_alone && word.is_capital && at > 0)) {
        continue;
      }
      // "in Bath for over 55s" is the place nevertheless.
      const bool goes_on_freely =
          cue.strength == 3 && word.is_capital && IsOneOf(sentence[last].text, {"for", "and"});
      if (AddsToName(sentence[last].text) && !goes_on_freely) continue;
      const bool small_typist =
          std::none_of(sentence.begin(), sentence.end(),
                       [](const Word& other) { return other.is_capital && other.text.size() > 1; });
      if (!word.is_capital && !is_all && !(small_typist && (cue.strength == 3 || is_noted)))
        continue;
    } else if (cue.strength == 0 && !word.is_capital && !is_alone && !EndsClause(sentence, last)) {
      // "sheffield food bank": typed as a search.
      if (folded.size() < 5 || !IsTown(folded)) continue;
    }
    // "Newport, Shropshire".
    std::size_t end = last;
    for (std::size_t more = 3; more >= 1; --more) {
      if (last + more > sentence.size() || sentence[last].before == Break::kStop) continue;
      const std::string qualified =
          written + ", " + std::string(Written(text, sentence, last, last + more));
      if (Resolved(index_, qualified)) {
        written = qualified;
        end = last + more;
        break;
      }
    }
    std::string value = NameToAsk(index_, written);
    if (value.empty()) continue;
    // "Whitchurch, Bristol", of which the gazetteer has only others: the town will do.
    std::string ask_as = std::exchange(value, written);
    const std::size_t town =
        end == last && ask_as != written ? TownBehind(text, sentence, last) : 0;
    if (town > 0) {
      ask_as = Written(text, sentence, last, town);
      value = written + ", " + ask_as;
      end = town;
    }
    const auto place = Resolved(index_, ask_as);
    // A hospital's town is where it is; what stands alone at the end is where somebody is.
    const auto is_hospital = [&](std::size_t behind) {
      return IsOneOf(sentence[behind].text, {"hospital", "infirmary", "general", "royal"}) &&
             sentence[behind].before < Break::kComma;
    };
    // "Stoke Mandeville hospital", of which the gazetteer has but the first.
    const bool is_of_hospital = is_hospital(last) || (is_hospital(last + 1) && cue.strength < 3);
    const int more = 12 + 3 * cue.strength + (word.is_capital ? 2 : 0) - (is_of_hospital ? 14 : 0) +
                     (is_alone && at > 0 && last == sentence.size() ? 8 : 0);
    return PlaceReading(at, end,
                        {.kind = Kind::kNear,
                         .value = value,
                         .label = place ? place->label : value,
                         .ask_as = ask_as},
                        WeightOf(at, end, more));
  }
  return std::nullopt;
}

std::optional<Reading> PlaceReader::ReadArea(std::string_view text, const Sentence& sentence,
                                             std::size_t at) const {
  const Cue cue = CueBefore(sentence, at);
  const AreaColumns& areas = index_.areas();
  for (std::size_t words = std::min(kLongestName, sentence.size() - at); words >= 1; --words) {
    const std::size_t last = at + words;
    bool is_one_run = true;
    for (std::size_t i = at + 1; i < last; ++i) is_one_run &= sentence[i].before < Break::kComma;
    if (!is_one_run) continue;
    const std::string written(Written(text, sentence, at, last));
    std::string folded = text::FoldForLookup(written);
    if (folded == "bucks") folded = "buckinghamshire";
    const auto [begin, end] = EqualKeys(areas.keys, folded);
    if (begin == end || folded.size() < 4) continue;
    const AreaId area = areas.key_areas[AreaKeyOrdinal(begin)];
    const AreaKind kind = areas.kind[area];
    if (kind == AreaKind::kPolygon || kind == AreaKind::kCountry) continue;
    const bool is_alone = sentence[at].before >= Break::kComma && EndsClause(sentence, last);
    if (kind == AreaKind::kNation && cue.strength < 3) continue;
    if (IsBuilding(sentence[last].text) && !IsItsCouncil(sentence, last)) continue;
    // "age uk cumbria", "surrey befriending": typed as a search.
    const bool is_county_typed = words == 1 && folded.size() >= 5 && !IsEverydayWord(sentence[at]);
    if (cue.strength == 0 && !sentence[at].is_capital && !is_alone && !is_county_typed &&
        !IsItsCouncil(sentence, last)) {
      continue;
    }
    if (words == 1 && IsEverydayWord(sentence[at]) && cue.strength < 2) continue;
    const std::string name(areas.name[area]);
    return PlaceReading(at, last,
                        {.kind = Kind::kAuthority, .value = written, .label = name, .ask_as = name},
                        WeightOf(at, last, 8 + 3 * cue.strength));
  }
  return std::nullopt;
}

std::optional<Reading> PlaceReader::ReadAt(std::string_view text, const Sentence& sentence,
                                           std::size_t at) const {
  if (auto postcode = ReadPostcode(text, sentence, at)) return postcode;
  const auto segment = at > 0 ? ReadUnknownSegment(text, sentence, at) : std::nullopt;
  if (segment) return segment;
  if (auto name = ReadName(text, sentence, at)) return name;
  if (auto area = ReadArea(text, sentence, at)) return area;
  return ReadUnknown(text, sentence, at);
}

}  // namespace waypost::ask
