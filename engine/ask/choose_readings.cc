#include "engine/ask/choose_readings.h"

#include <algorithm>
#include <array>

namespace waypost::ask {
namespace {

// "no church", "not a church", "nothing religious", "isn't in a church", "instead of": the word at
// `at` refuses what follows.
bool Refuses(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  const std::string_view before = at > 0 ? sentence[at - 1].text : std::string_view();
  if (IsOneOf(word, {"except", "nothing", "avoid", "avoiding", "hate", "hates", "isnt", "arent"}))
    return true;
  if (word == "than") return IsOneOf(before, {"rather", "other"});
  if (word == "of") return before == "instead";
  if (word == "want" || word == "like" || word == "fancy")
    return IsOneOf(before, {"dont", "doesnt"});
  if (word == "no") {
    return !IsOneOf(before, {"have", "has", "had", "got", "ive", "with", "theres", "weve", "there",
                             "and", "hes", "shes", "im", "is", "are", "we"});
  }
  if (word == "not") {
    return !IsOneOf(
        before, {"am", "im",  "do",  "did",  "can", "could", "has",   "have", "had",  "he", "she",
                 "is", "are", "was", "will", "im",  "were",  "would", "we",   "they", "why"});
  }
  return false;
}

// The things that one stretch may say at once; a reading may say several.
enum : unsigned {
  kWhatLayer = 1,
  kWhoLayer = 2,
  kMannerLayer = 4,
  kOtherLayer = 8,
  kDateLayer = 16,
  kCostLayer = 32
};

unsigned LayerOf(const Meaning& meaning) {
  switch (meaning.kind) {
    case Kind::kNeed:
      return kWhatLayer;
    case Kind::kCircumstance:
      return kWhoLayer;
    case Kind::kReach:
    case Kind::kAccess:
    case Kind::kAccessibility:
      return kMannerLayer;
    case Kind::kOn:
      return kDateLayer;
    case Kind::kFree:
      return kCostLayer;
    default:
      return kOtherLayer;
  }
}

unsigned LayersOf(const Reading& reading) {
  unsigned layers = 0;
  for (const Meaning& meaning : reading.meanings) layers |= LayerOf(meaning);
  return layers;
}

bool Overlap(const Reading& a, const Reading& b) { return a.first < b.last && b.first < a.last; }

bool IsInside(const Reading& inner, const Reading& outer) {
  return inner.first >= outer.first && inner.last <= outer.last &&
         inner.last - inner.first < outer.last - outer.first;
}

// Takes from a reading what a chosen one has said of the same words; false when nothing is left of
// it.
bool LeaveRoom(const Reading& chosen, Reading& other) {
  if (!Overlap(chosen, other)) return true;
  const unsigned taken = LayersOf(chosen);
  if (((taken | LayersOf(other)) & kOtherLayer) != 0) return false;
  // "getting online" is no wish to be helped online, "baby clothes" tells of no baby; but "alone on
  // Christmas Day" says when, and "free legal advice" what it may cost as well.
  const bool is_inside = IsInside(other, chosen);
  std::erase_if(other.meanings, [&](const Meaning& meaning) {
    const unsigned layer = LayerOf(meaning);
    return (layer & taken) != 0 ||
           (is_inside && (layer & (kWhatLayer | kDateLayer | kCostLayer)) == 0);
  });
  return !other.meanings.empty();
}

// A phrase that is both a need and who somebody is, of the needs that are mostly said to tell who.
bool SaysWho(const Reading& reading) {
  constexpr auto kTellWho = std::to_array<std::string_view>(
      {"young-people", "finding-work", "special-needs", "hearing-and-sight", "housing-advice",
       "parenting", "immigration", "learning", "low-income", "caring", "pregnancy", "loneliness",
       "autism-and-adhd", "getting-online", "benefits"});
  bool tells = false;
  bool is_who = false;
  for (const Meaning& meaning : reading.meanings) {
    const std::string_view code =
        std::string_view(meaning.value).substr(meaning.value.rfind(':') + 1);
    is_who |= meaning.kind == Kind::kCircumstance;
    tells |= meaning.kind == Kind::kNeed &&
             std::find(kTellWho.begin(), kTellWho.end(), code) != kTellWho.end();
  }
  return tells && is_who;
}

// "met some man online", "learn to use zoom": where something happened, or what is learnt.
bool IsNoWayToReach(const Sentence& sentence, const Reading& reading) {
  const bool is_remote = std::any_of(
      reading.meanings.begin(), reading.meanings.end(),
      [](const Meaning& one) { return one.kind == Kind::kReach && one.value == "remote"; });
  if (!is_remote || reading.last - reading.first > 1) return false;
  for (std::size_t back = 1; back <= 5 && back <= reading.first; ++back) {
    const std::size_t at = reading.first - back;
    if (sentence[at + 1].before >= Break::kComma) return false;
    if (back == 1 && IsOneOf(sentence[at].text, {"use", "using", "on", "called"}))
      return sentence[at].text != "on" || sentence[at - 1].text == "get";
    if (IsOneOf(sentence[at].text,
                {"met",      "bullied",  "groomed",    "scammed",  "conned",   "betting",
                 "gambling", "gambles",  "bet",        "bets",     "bought",   "buys",
                 "spends",   "trolled",  "threatened", "abused",   "harassed", "stalked",
                 "bloke",    "stranger", "strangers",  "messaging"})) {
      return true;
    }
  }
  return false;
}

// "when I was at college", "used to be a student": who somebody was.
bool IsOfThePast(const Sentence& sentence, std::size_t at) {
  if (at >= 3 && sentence[at - 1].text == "was" &&
      IsOneOf(sentence[at - 3].text, {"when", "while"}))
    return true;
  return at >= 3 && IsOneOf(sentence[at - 1].text, {"be", "a", "in", "at"}) &&
         ((sentence[at - 2].text == "to" && sentence[at - 3].text == "used") ||
          (sentence[at - 2].text == "was" && IsOneOf(sentence[at - 4].text, {"when", "while"})));
}

// "her carer steals", "has carers in": one who is paid to come.
bool IsPaidCarer(const Sentence& sentence, const Reading& reading) {
  const std::size_t at = reading.last - 1;
  if (!IsOneOf(sentence[at].text, {"carer", "carers"}) || at == 0) return false;
  const std::string_view before = sentence[at - 1].text;
  if (sentence[at].text == "carers" && IsOneOf(before, {"has", "have", "had", "got", "her", "his"}))
    return true;
  if (sentence[at].text == "carers" || at < 2) return false;
  const bool is_anothers = IsKin(sentence[at - 1].sense) || IsOneOf(before, {"her", "his", "the"});
  // "I'm my mum's carer", "as her carer".
  const std::size_t owner = IsKin(sentence[at - 1].sense) ? at - 2 : at - 1;
  const std::string_view who = sentence[owner > 0 ? owner - 1 : 0].text;
  const std::string_view further = sentence[owner > 1 ? owner - 2 : 0].text;
  return is_anothers && !IsOneOf(who, {"im", "am", "as", "being", "i", "been", "was", "become"}) &&
         !IsOneOf(further, {"im", "am", "as"});
}

// "cancer support", "stroke club": what is wanted, whoever it is for.
bool IsHelpedWith(const Sentence& sentence, const Reading& reading) {
  return reading.last < sentence.size() && sentence[reading.last].before < Break::kComma &&
         IsOneOf(sentence[reading.last].text,
                 {"support", "group", "groups", "help", "advice", "clinic", "nurse", "services",
                  "service", "team", "charity", "club", "cafe", "course", "counselling",
                  "assessment", "therapy"});
}

}  // namespace

std::vector<Reading> ChooseReadings(std::vector<Reading> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Reading& a, const Reading& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.last - a.first != b.last - b.first) return a.last - a.first > b.last - b.first;
    return a.first < b.first;
  });
  std::vector<Reading> chosen;
  for (Reading& candidate : candidates) {
    if (!std::all_of(chosen.begin(), chosen.end(),
                     [&](const Reading& other) { return LeaveRoom(other, candidate); })) {
      continue;
    }
    chosen.push_back(std::move(candidate));
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Reading& a, const Reading& b) { return a.first < b.first; });
  return chosen;
}

void DropNeedsBesides(const Sentence& sentence, std::vector<Reading>& readings) {
  const auto has = [](const Reading& reading, Kind kind) {
    return std::any_of(reading.meanings.begin(), reading.meanings.end(),
                       [&](const Meaning& meaning) { return meaning.kind == kind; });
  };
  const auto is_plain = [&](const Reading& reading) {
    return has(reading, Kind::kNeed) && !reading.is_weak && !has(reading, Kind::kCircumstance);
  };
  // What a shared phrase says may be all that is said.
  const bool has_plain = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return is_plain(reading) || has(reading, Kind::kWords);
  });
  const bool has_strong =
      std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return has(reading, Kind::kNeed) && !reading.is_weak && !SaysWho(reading);
      });
  for (Reading& reading : readings) {
    // "a day centre, with transport": what is to come with it is asked for.
    const bool is_with = reading.first > 0 && sentence[reading.first - 1].text == "with" &&
                         sentence[reading.first - 1].before >= Break::kComma &&
                         EndsClause(sentence, reading.last);
    const bool is_besides = reading.is_weak
                                ? has_strong && !is_with
                                : has_plain && SaysWho(reading) && !IsHelpedWith(sentence, reading);
    if (!is_besides) continue;
    std::erase_if(reading.meanings,
                  [](const Meaning& meaning) { return meaning.kind == Kind::kNeed; });
    if (reading.meanings.empty()) reading.meanings = {{Kind::kFiller, ""}};
  }
}

void DropOthersLives(const Sentence& sentence, std::vector<Reading>& readings) {
  for (Reading& reading : readings) {
    if (IsNoWayToReach(sentence, reading)) reading.meanings = {{Kind::kFiller, ""}};
    if (!IsOfThePast(sentence, reading.first) && !IsPaidCarer(sentence, reading)) continue;
    std::erase_if(reading.meanings, [&](const Meaning& meaning) {
      return meaning.kind == Kind::kCircumstance ||
             (meaning.kind == Kind::kNeed && IsPaidCarer(sentence, reading));
    });
    if (reading.meanings.empty()) reading.meanings = {{Kind::kFiller, ""}};
  }
}

void DenyReadings(const Sentence& sentence, std::vector<Reading>& readings) {
  std::size_t free_from = 0;  // words before it belong to another reading
  for (Reading& reading : readings) {
    const std::size_t begin = free_from;
    free_from = reading.last;
    if (!reading.can_be_denied) continue;
    int heavy = 0;
    for (std::size_t at = reading.first; at-- > begin && heavy <= 1;) {
      const bool is_place = reading.meanings.front().kind == Kind::kNear ||
                            reading.meanings.front().kind == Kind::kAuthority;
      // "anywhere but Kent", "anywhere except Hull".
      if (is_place && at + 1 == reading.first && IsOneOf(sentence[at].text, {"but", "except"}) &&
          IsOneOf(sentence[at - 1].text, {"anywhere", "everywhere", "any", "all"})) {
        reading.meanings = {{Kind::kNot, ""}};
        reading.first = at;
        break;
      }
      if (sentence[at + 1].before >= Break::kComma || sentence[at].text == "but") break;
      // "no bus in Turville" says where; only "not Bristol", "not in Bristol" refuse a place.
      if (is_place && sentence[at].text != "not") break;
      if (Refuses(sentence, at)) {
        reading.meanings = {{Kind::kNot, ""}};
        reading.first = at;
        break;
      }
      heavy += sentence[at].is_light || sentence[at].sense == kNotSense ? 0 : 1;
    }
  }
}

}  // namespace waypost::ask
