// What the words cost: analysis at build time, parsing, scoring, spelling and sort keys at run
// time.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/analyser.h"
#include "engine/text/bm25.h"
#include "engine/text/collation.h"
#include "engine/text/fold.h"
#include "engine/text/synonyms.h"
#include "engine/text/vocabulary.h"
#include "engine/text/words_query.h"

namespace waypost::text {
namespace {

constexpr std::uint64_t kSeed = 1;

// A made-up word of three syllables or more, out of 340: `number` of them are all different.
std::string MadeUpWord(std::uint64_t number) {
  static constexpr std::string_view kBefore = "bcdfghjklmnprstvw";
  static constexpr std::string_view kVowels = "aeiou";
  static constexpr std::string_view kAfter[] = {"", "n", "r", "st"};
  std::string word;
  // Neighbours in number are no neighbours in spelling: an odd factor is a bijection.
  for (number = number * 7919 + 340 * 340; number > 0; number /= 340) {
    word += kBefore[number % 17];
    word += kVowels[number / 17 % 5];
    word += kAfter[number / 85 % 4];
  }
  return word;
}

// `tokens` words out of `distinct`, common ones often, every twentieth with an accent.
std::string MadeUpText(std::size_t tokens, std::uint64_t distinct) {
  std::mt19937_64 random(kSeed);
  std::string text;
  for (std::size_t i = 0; i < tokens; ++i) {
    const std::uint64_t bound = 1 + random() % distinct;
    text += MadeUpWord(random() % bound);
    text += i % 20 == 0 ? "é, " : " ";
  }
  return text;
}

void CountTokens(benchmark::State& state, std::size_t tokens) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

// A description of some 100 words, all of them seen before.
void BM_AnalyseFamiliarWords(benchmark::State& state) {
  Analyser analyser = Analyser::Create({}).value();
  const std::string text = MadeUpText(100, 20000);
  std::size_t bytes = 0;
  for (auto _ : state) {
    analyser.ForEachTerm(text, [&bytes](std::string_view term) { bytes += term.size(); });
  }
  benchmark::DoNotOptimize(bytes);
  CountTokens(state, 100);
}
BENCHMARK(BM_AnalyseFamiliarWords);

// A million tokens of 20,000 words: the cache misses of a real build are in it.
void BM_AnalyseALargeFeed(benchmark::State& state) {
  Analyser analyser = Analyser::Create({}).value();
  const std::string text = MadeUpText(1000000, 20000);
  std::size_t bytes = 0;
  for (auto _ : state) {
    analyser.ForEachTerm(text, [&bytes](std::string_view term) { bytes += term.size(); });
  }
  benchmark::DoNotOptimize(bytes);
  CountTokens(state, 1000000);
}
BENCHMARK(BM_AnalyseALargeFeed)->Unit(benchmark::kMillisecond);

// Nothing remembered: what folding and stemming cost.
void BM_AnalyseNewWords(benchmark::State& state) {
  Analyser analyser = Analyser::Create({.language = "en", .max_remembered_words = 0}).value();
  const std::string text = MadeUpText(100, 20000);
  std::size_t bytes = 0;
  for (auto _ : state) {
    analyser.ForEachTerm(text, [&bytes](std::string_view term) { bytes += term.size(); });
  }
  benchmark::DoNotOptimize(bytes);
  CountTokens(state, 100);
}
BENCHMARK(BM_AnalyseNewWords);

void BM_ParseFourWords(benchmark::State& state) {
  Analyser analyser = Analyser::Create({}).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(ParseWords("help with \"the rent\" arrears", analyser));
  }
}
BENCHMARK(BM_ParseFourWords);

void BM_ParseFourWordsWithSynonyms(benchmark::State& state) {
  Analyser analyser = Analyser::Create({}).value();
  std::vector<SynonymRule> rules;
  for (std::uint64_t i = 0; i < 500; ++i) {
    rules.push_back({.from = {MadeUpWord(i) + " " + MadeUpWord(i + 1)}, .to = {MadeUpWord(i + 2)}});
  }
  rules.push_back({.from = {"rent"}, .to = {"housing costs"}});
  const Synonyms synonyms = Synonyms::Build(rules, analyser);
  for (auto _ : state) {
    benchmark::DoNotOptimize(ParseWords("help with the rent arrears", analyser, &synonyms));
  }
}
BENCHMARK(BM_ParseFourWordsWithSynonyms);

void BM_ScoreOneWordInAThousandServices(benchmark::State& state) {
  const Bm25 bm25({}, 300000, 60);
  std::mt19937_64 random(kSeed);
  std::vector<std::uint32_t> lengths(1000);
  std::vector<std::uint32_t> frequencies(1000);
  for (std::uint32_t& length : lengths) length = 1 + static_cast<std::uint32_t>(random() % 200);
  for (std::uint32_t& f : frequencies) f = 1 + static_cast<std::uint32_t>(random() % 4);
  const double idf = bm25.Idf(1000);
  for (auto _ : state) {
    double sum = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      sum += bm25.Score(idf, frequencies[i], bm25.Norm(lengths[i]));
    }
    benchmark::DoNotOptimize(sum);
  }
  CountTokens(state, 1000);
}
BENCHMARK(BM_ScoreOneWordInAThousandServices);

// A vocabulary of `count` words in a file without a name.
class VocabularyFile {
 public:
  explicit VocabularyFile(std::uint64_t count) : file_(std::tmpfile()) {
    std::vector<VocabularyWord> words;
    for (std::uint64_t i = 0; i < count; ++i) {
      words.push_back({MadeUpWord(i), 1 + static_cast<std::uint32_t>(i % 50)});
    }
    const std::string blob = BuildVocabularyBlob(words, {}).value();
    std::fwrite(blob.data(), 1, blob.size(), file_);
    std::fflush(file_);
  }
  VocabularyFile(const VocabularyFile&) = delete;
  VocabularyFile& operator=(const VocabularyFile&) = delete;
  ~VocabularyFile() { std::fclose(file_); }
  Vocabulary Open() const { return Vocabulary::Open(::fileno(file_), 0).value(); }

 private:
  std::FILE* file_;
};

void BM_SuggestAmongFiftyThousandWords(benchmark::State& state) {
  const VocabularyFile file(50000);
  Vocabulary vocabulary = file.Open();
  const std::string misspelt = MadeUpWord(40000).substr(1);
  for (auto _ : state) benchmark::DoNotOptimize(vocabulary.Suggest(misspelt).value());
}
BENCHMARK(BM_SuggestAmongFiftyThousandWords);

void BM_OpenVocabulary(benchmark::State& state) {
  const VocabularyFile file(50000);
  for (auto _ : state) {
    Vocabulary vocabulary = file.Open();
    benchmark::DoNotOptimize(&vocabulary);
  }
}
BENCHMARK(BM_OpenVocabulary);

void BM_BuildVocabulary(benchmark::State& state) {
  for (auto _ : state) {
    const VocabularyFile file(static_cast<std::uint64_t>(state.range(0)));
    benchmark::DoNotOptimize(&file);
  }
}
BENCHMARK(BM_BuildVocabulary)->Arg(50000)->Unit(benchmark::kMillisecond);

void BM_CollationKey(benchmark::State& state) {
  const Collation collation = Collation::Create().value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(collation.Key("Extra Care - Redwood Glades, Café & Day Centre"));
  }
}
BENCHMARK(BM_CollationKey);

void BM_FoldForLookup(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FoldForLookup("Stoke-on-Trent"));
}
BENCHMARK(BM_FoldForLookup);

}  // namespace
}  // namespace waypost::text
