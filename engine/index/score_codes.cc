#include "engine/index/score_codes.h"

#include <algorithm>
#include <bit>

#include "engine/index/documents.h"

namespace waypost {
namespace {

// Texts below this have a code each. Beyond, sixteen steps for every doubling, so that a length is
// known to a sixteenth.
constexpr std::uint32_t kExact = 128;
constexpr unsigned kStepBits = 4;

std::uint8_t TextCode(std::uint32_t length) {
  if (length < kExact) return static_cast<std::uint8_t>(length);
  const auto doublings = static_cast<unsigned>(std::bit_width(length)) - 1;
  const std::uint32_t step = (length >> (doublings - kStepBits)) & ((1U << kStepBits) - 1);
  const std::uint32_t code = kExact + ((doublings - 7) << kStepBits) + step;
  return static_cast<std::uint8_t>(std::min<std::uint32_t>(code, ScoreCodes::kCodes - 1));
}

// The shortest text of a code.
std::uint32_t ShortestOf(std::uint32_t code) {
  if (code < kExact) return code;
  const std::uint32_t doublings = ((code - kExact) >> kStepBits) + 7;
  const std::uint32_t step = (code - kExact) & ((1U << kStepBits) - 1);
  return ((1U << kStepBits) + step) << (doublings - kStepBits);
}

// Sixteen steps of richness, sixteen of assurance: ages relative to the latest, finer where
// freshness falls fast; the last is of what is not stated.
constexpr unsigned kRichnessStep = 7;
constexpr std::uint32_t kNotAssured = 15;

std::uint32_t AgeStep(std::uint32_t days) {
  const std::uint32_t step = days < 256 ? days / 32 : 8 + days / 512;
  return std::min<std::uint32_t>(step, kNotAssured - 1);
}

}  // namespace

ScoreCodes::ScoreCodes(std::span<const std::uint32_t> text_lengths,
                       std::span<const std::int32_t> assured,
                       std::span<const std::uint8_t> richness, const text::Bm25& bm25,
                       const ScoreWeights& weights)
    : codes_(text_lengths.size()) {
  for (std::uint32_t code = 0; code < kCodes; ++code) {
    const double norm = bm25.Norm(ShortestOf(code));
    for (std::uint32_t f = 0; f < kEndless; ++f) {
      shares_[f][code] = static_cast<float>(bm25.Score(1, f, norm));
    }
    shares_[kEndless][code] = static_cast<float>(bm25.UpperBound(1));
  }
  std::int32_t latest = kNoDate;
  for (const std::int32_t day : assured) latest = std::max(latest, day);
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    const std::uint32_t age = assured[i] == kNoDate
                                  ? kNotAssured
                                  : AgeStep(static_cast<std::uint32_t>(latest - assured[i]));
    const std::uint32_t rich = std::min<std::uint32_t>(richness[i] / kRichnessStep, 15);
    const auto besides = static_cast<std::uint8_t>(age << 4 | rich);
    codes_[i] = {TextCode(text_lengths[i]), besides};
    BestBesides& best = besides_[besides];
    best.most_richness = std::max(best.most_richness, richness[i]);
    best.latest_assured = std::max(best.latest_assured, assured[i]);
  }
  MakeLevels(weights);
}

// By the score of one occurrence of a word of middling idf, in steps of a thousandth.
void ScoreCodes::MakeLevels(const ScoreWeights& weights) {
  constexpr double kIdf = 4;
  constexpr std::size_t kSteps = 1000;
  std::array<std::uint16_t, kCodes> of_text;
  std::array<std::uint16_t, kCodes> of_besides;
  const double whole = weights.text + weights.fresh + weights.rich;
  const auto steps = [&](double score) {
    return static_cast<std::uint16_t>(whole > 0 ? std::clamp(score / whole, 0.0, 1.0) * (kSteps / 2)
                                                : 0);
  };
  for (std::size_t code = 0; code < kCodes; ++code) {
    const double bm25 = kIdf * shares_[1][code];
    of_text[code] = steps(weights.text * bm25 / (bm25 + weights.text_half));
    const BestBesides& best = besides_[code];
    const double days = static_cast<double>(weights.today) - best.latest_assured;
    const double fresh =
        best.latest_assured == kNoDate ? 0 : weights.fresh * 365 / (365 + std::max(days, 0.0));
    of_besides[code] = steps(fresh + weights.rich * best.most_richness / 100);
  }
  const auto step_of = [&](ScoreCode code) {
    return std::size_t{of_text[code.text]} + of_besides[code.besides];
  };
  std::vector<std::uint32_t> count(kSteps + 1);
  for (const ScoreCode code : codes_) ++count[step_of(code)];
  std::array<std::size_t, kLevels> least;
  std::size_t step = count.size();
  std::size_t above = 0;
  for (std::size_t level = kLevels; level > 0; --level) {
    const std::size_t most = codes_.size() >> (2 * level);
    while (step > 0 && above + count[step - 1] <= most) above += count[--step];
    least[level - 1] = step;
  }
  levels_.fill(DocSet(codes_.size()));
  ShortestTexts shortest;
  for (auto& of_level : shortest) of_level.fill(kNoText);
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    const std::size_t of_doc = step_of(codes_[i]);
    std::size_t level = 0;
    for (; level < kLevels && of_doc >= least[level]; ++level) levels_[level].Add(DocId::At(i));
    std::uint16_t& text = shortest[level][codes_[i].besides];
    text = std::min<std::uint16_t>(text, codes_[i].text);
  }
  MakeOutside(shortest);
}

void ScoreCodes::MakeOutside(ShortestTexts& shortest) {
  // Whatever is outside of a level is outside of those with fewer documents.
  for (std::size_t level = 0; level <= kLevels; ++level) {
    for (std::size_t code = 0; code < kCodes; ++code) {
      std::uint16_t& text = shortest[level][code];
      if (level > 0) text = std::min(text, shortest[level - 1][code]);
      if (text == kNoText) continue;
      outside_[level].push_back({static_cast<std::uint8_t>(text), static_cast<std::uint8_t>(code)});
    }
  }
}

}  // namespace waypost
