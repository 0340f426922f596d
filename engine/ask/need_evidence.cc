#include "engine/ask/need_evidence.h"

#include <algorithm>
#include <cmath>

#include "engine/ask/telling_words.h"

namespace waypost::ask {
namespace {

// By how much each count is raised: of 0.05 to 2, the best on sentences that the vocabularies had
// not seen.
constexpr double kShrinkage = 0.1;
constexpr std::size_t kFarthest = 2;  // words apart
// What the words of a phrase weigh at least, of one word and of several: as much as words that are
// said twenty and fifty times as often for the need as by chance.
constexpr std::int32_t kOfOneWord = 3'000;
constexpr std::int32_t kOfSeveral = 4'000;

constexpr std::uint64_t Pair(std::uint32_t first, std::uint32_t second) {
  return (std::uint64_t{first} << 32) | second;
}

bool IsNumber(const Word& word) { return word.sense.front() >= '0' && word.sense.front() <= '9'; }

// Power 3/2 of thousandths; the root is exactly rounded everywhere.
std::int64_t Emphasised(std::int32_t weight) {
  return std::llround(weight * std::sqrt(weight / 1000.0));
}

}  // namespace

template <typename NumberOf>
std::vector<NeedEvidence::FeatureAt> NeedEvidence::FeaturesOf(const Sentence& words,
                                                              const std::vector<bool>* is_open,
                                                              const NumberOf& number_of) {
  struct Heavy {
    std::size_t at;
    std::uint32_t sense;
    bool says_little;
  };
  std::vector<FeatureAt> features;
  std::vector<Heavy> together;  // since the last break
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Word& word = words[at];
    const bool is_left = (is_open != nullptr && !(*is_open)[at]) || IsNumber(word);
    if (word.before >= Break::kComma || is_left) together.clear();
    if (is_left || word.is_light) continue;
    const Heavy heavy{at, number_of(word.sense), SaysLittle(word.sense)};
    if (heavy.sense != 0) features.push_back({Pair(0, heavy.sense), at, at});
    for (std::size_t back = 1; back <= std::min(kFarthest, together.size()); ++back) {
      const Heavy& before = together[together.size() - back];
      if (before.sense == 0 || heavy.sense == 0 || (before.says_little && heavy.says_little))
        continue;
      features.push_back({Pair(before.sense, heavy.sense), before.at, at});
    }
    together.push_back(heavy);
  }
  return features;
}

void NeedEvidence::Add(const Sentence& said, const Meaning& need) {
  if (needs_.empty() || needs_.back() != need) needs_.push_back(need);
  Count(said, static_cast<std::uint16_t>(needs_.size() - 1));
}

void NeedEvidence::Count(const Sentence& said, std::uint16_t need) {
  const auto number_of = [&](const std::string& sense) {
    return senses_.try_emplace(sense, static_cast<std::uint32_t>(senses_.size() + 1)).first->second;
  };
  const std::size_t begin = said_.size();
  for (const FeatureAt& at : FeaturesOf(said, nullptr, number_of)) {
    const auto is_same = [&](const Said& other) { return other.feature == at.feature; };
    const bool is_again =
        std::any_of(said_.begin() + static_cast<std::ptrdiff_t>(begin), said_.end(), is_same);
    if (!is_again) said_.push_back({at.feature, need, 1, 0});
  }
}

std::int32_t NeedEvidence::WeightOf(std::int64_t count, std::int64_t count_of_all,
                                    std::uint16_t need) const {
  const double expected = static_cast<double>(count_of_all) *
                          static_cast<double>(features_of_need_[need]) /
                          static_cast<double>(features_of_all_);
  const double ratio = (static_cast<double>(count) + kShrinkage) / (expected + kShrinkage);
  return static_cast<std::int32_t>(std::lround(1000 * std::log(ratio)));
}

void NeedEvidence::Finish() {
  std::sort(said_.begin(), said_.end(), [](const Said& a, const Said& b) {
    return a.feature != b.feature ? a.feature < b.feature : a.need < b.need;
  });
  features_of_need_.assign(needs_.size(), 0);
  features_of_all_ = static_cast<std::int64_t>(said_.size());
  std::vector<Said> together;
  for (const Said& one : said_) {
    if (one.need != kBackground) ++features_of_need_[one.need];
    const bool is_same = !together.empty() && together.back().feature == one.feature &&
                         together.back().need == one.need;
    if (is_same) {
      ++together.back().count;
    } else {
      together.push_back(one);
    }
  }
  said_ = std::move(together);
  for (auto first = said_.begin(); first != said_.end();) {
    std::int64_t count_of_all = 0;
    auto last = first;
    for (; last != said_.end() && last->feature == first->feature; ++last) {
      count_of_all += last->count;
    }
    for (; first != last; ++first) {
      if (first->need != kBackground)
        first->weight = WeightOf(first->count, count_of_all, first->need);
    }
  }
  // What is not said for a need more often than by chance speaks for nothing.
  std::erase_if(said_, [](const Said& one) { return one.weight <= 0; });
  said_.shrink_to_fit();
}

void NeedEvidence::Raise(const Sentence& words, const std::vector<bool>& is_open,
                         const FoundNeed& found, std::vector<WeighedNeed>& weighed) const {
  const auto need = std::find_if(needs_.begin(), needs_.end(), [&](const Meaning& meaning) {
    return meaning.value == found.need;
  });
  if (need == needs_.end()) return;
  std::vector<std::size_t> heavy;
  for (std::size_t at = found.first; at < found.last; ++at) {
    if (!words[at].is_light && !IsNumber(words[at]) && is_open[at]) heavy.push_back(at);
  }
  std::vector<std::int32_t>& by_word =
      weighed[static_cast<std::size_t>(need - needs_.begin())].by_word;
  by_word.resize(words.size());
  for (const std::size_t at : heavy) {
    by_word[at] = std::max(by_word[at], heavy.size() == 1 ? kOfOneWord : kOfSeveral);
  }
}

std::vector<WeighedNeed> NeedEvidence::Weigh(const Sentence& words,
                                             const std::vector<bool>& is_open,
                                             const std::vector<FoundNeed>& found) const {
  const auto number_of = [&](const std::string& sense) {
    const auto known = senses_.find(sense);
    return known == senses_.end() ? std::uint32_t{0} : known->second;
  };
  std::vector<WeighedNeed> weighed(needs_.size());
  for (const FeatureAt& at : FeaturesOf(words, &is_open, number_of)) {
    const auto begin = std::partition_point(
        said_.begin(), said_.end(), [&](const Said& one) { return one.feature < at.feature; });
    for (auto one = begin; one != said_.end() && one->feature == at.feature; ++one) {
      std::vector<std::int32_t>& by_word = weighed[one->need].by_word;
      by_word.resize(words.size());
      by_word[at.first] = std::max(by_word[at.first], one->weight);
      by_word[at.second] = std::max(by_word[at.second], one->weight);
    }
  }
  for (const FoundNeed& one : found) Raise(words, is_open, one, weighed);
  for (std::size_t need = 0; need < weighed.size(); ++need) {
    weighed[need].need = need;
    for (const std::int32_t weight : weighed[need].by_word) {
      weighed[need].weight += Emphasised(weight);
    }
  }
  std::erase_if(weighed, [](const WeighedNeed& one) { return one.weight == 0; });
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const WeighedNeed& a, const WeighedNeed& b) { return a.weight > b.weight; });
  return weighed;
}

}  // namespace waypost::ask
