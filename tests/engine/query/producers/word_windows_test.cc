#include "engine/query/producers/word_windows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "engine/index/word_rows.h"
#include "engine/query/producers/combine_words.h"
#include "engine/query/producers/word_producer.h"
#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;

constexpr std::uint32_t kDocuments = 9000;
constexpr std::int32_t kToday = 20'000;
const text::Bm25 kBm25({}, 1000, 50.0);
const RelevanceConstants kConstants{.text = 1,
                                    .text_half = 3,
                                    .term = 0,
                                    .mapped_fit = 0,
                                    .inferred_fit = 0,
                                    .distance = 0,
                                    .half_metres = 1,
                                    .visits_fit = 0,
                                    .remote_fit = 0,
                                    .fresh = 0.1,
                                    .rich = 0.1};

// What is known of documents besides their words.
struct Directory {
  std::vector<std::uint32_t> lengths;
  std::vector<std::int32_t> assured;
  std::vector<std::uint8_t> richness;
  ScoreCodes codes;
  std::uint32_t shortest = 20;

  explicit Directory(std::mt19937_64& random) {
    for (std::uint32_t i = 0; i < kDocuments; ++i) {
      lengths.push_back(shortest + static_cast<std::uint32_t>(random() % (1 + random() % 400)));
      // Some in the future, which counts as not stated.
      assured.push_back(
          random() % 3 == 0 ? kNoDate : kToday + 20 - static_cast<std::int32_t>(random() % 900));
      richness.push_back(static_cast<std::uint8_t>(random() % 101));
    }
    codes = ScoreCodes(lengths, assured, richness, kBm25, {.today = kToday});
  }
  ScoreBound Bound() const { return ScoreBound(codes, kConstants, 0, kToday); }
  double BesidesText(std::uint32_t doc) const {
    const bool counts = assured[doc] != kNoDate && assured[doc] <= kToday;
    return (counts ? FreshnessOf(kConstants, assured[doc], kToday) : 0) +
           kConstants.rich * richness[doc] / 100;
  }
};

const Directory& Services() {
  static std::mt19937_64 random = testing::MakeRandom();
  static const Directory directory(random);
  return directory;
}

// The posting list of a word, kept alive for the lists that borrow it.
struct Word {
  std::vector<DocId> documents;
  std::vector<std::uint16_t> frequencies;
  double idf = 1;
  bool has_bits = false;
  WordRows rows;

  void Add(std::uint32_t doc, std::uint16_t frequency) {
    documents.push_back(DocId(doc));
    frequencies.push_back(frequency);
  }
  WordList List() {
    const auto greatest = std::max_element(frequencies.begin(), frequencies.end());
    rows = RowsOf(documents, frequencies, kDocuments);
    WordList list{.documents = documents,
                  .frequencies = frequencies,
                  .bound = WordBound(kBm25, idf, Services().shortest,
                                     greatest == frequencies.end() ? 0 : *greatest),
                  .idf = idf,
                  .own_bits = {},
                  .alone_bits = {}};
    if (has_bits) list.own_bits = rows.own;
    if (has_bits && rows.has_place) list.alone_bits = rows.place;
    return list;
  }
};

std::vector<WordList> ListsOf(std::vector<Word>& words) {
  std::vector<WordList> lists;
  for (Word& word : words) lists.push_back(word.List());
  return lists;
}

Word RandomWord(std::mt19937_64& random, unsigned rarest) {
  Word word;
  const std::uint64_t one_in = std::uint64_t{1} << (random() % rarest);
  const std::uint64_t most = random() % 2 == 0 ? 30 : 3;
  word.idf = 0.5 + static_cast<double>(random() % 8);
  word.has_bits = random() % 2 == 0;
  for (std::uint32_t doc = 0; doc < kDocuments; ++doc) {
    if (random() % one_in == 0) {
      word.Add(doc, static_cast<std::uint16_t>(random() % 8 != 0 ? 1 : random() % most));
    }
  }
  return word;
}

// What is produced, with the bounds.
std::map<std::uint32_t, float> Produced(std::vector<Word> words, Wanted wanted,
                                        std::vector<DocRange> ranges) {
  const auto producer = ProduceWords(ListsOf(words), wanted, std::move(ranges), Services().Bound());
  std::map<std::uint32_t, float> produced;
  std::uint32_t before = 0;
  DocBlock block;
  for (; producer->Fill(block); block.count = 0) {
    EXPECT_TRUE(block.bounded);
    for (std::size_t i = 0; i < block.count; ++i) {
      EXPECT_TRUE(produced.empty() || block.docs[i].value() > before) << "ascending";
      before = block.docs[i].value();
      produced[before] = block.bound[i];
    }
  }
  return produced;
}

// The same by looking at every document, with their scores.
std::map<std::uint32_t, double> Plainly(const std::vector<Word>& words, Wanted wanted,
                                        const std::vector<DocRange>& ranges) {
  std::map<std::uint32_t, double> found;
  for (const DocRange& range : ranges) {
    for (std::uint32_t doc = range.first; doc < range.last; ++doc) {
      const double norm = kBm25.Norm(Services().lengths[doc]);
      double bm25 = 0;
      std::size_t has = 0;
      for (const Word& word : words) {
        const auto at = std::lower_bound(word.documents.begin(), word.documents.end(), DocId(doc));
        if (at == word.documents.end() || *at != DocId(doc)) continue;
        ++has;
        const auto frequency =
            word.frequencies[static_cast<std::size_t>(at - word.documents.begin())];
        bm25 += kBm25.Score(word.idf, frequency, norm);
      }
      if (wanted == Wanted::kAny ? has > 0 : has == words.size() && has > 0) {
        found[doc] = bm25 / (bm25 + kConstants.text_half) + Services().BesidesText(doc);
      }
    }
  }
  return found;
}

TEST(ProduceWords, NothingOfNoWords) {
  EXPECT_TRUE(Produced({}, Wanted::kAny, {{0, 100}}).empty());
  EXPECT_TRUE(Produced({}, Wanted::kAll, {{0, 100}}).empty());
  EXPECT_TRUE(Produced({Word()}, Wanted::kAny, {{0, 100}}).empty());
}

TEST(ProduceWords, AreConfinedToTheRanges) {
  Word word;
  for (std::uint32_t doc : {1, 5, 9, 5000, 5001}) word.Add(doc, 1);
  std::vector<std::uint32_t> docs;
  for (const auto& [doc, bound] : Produced({word}, Wanted::kAny, {{2, 9}, {5001, 6000}})) {
    docs.push_back(doc);
  }
  EXPECT_THAT(docs, ElementsAre(5, 5001));
}

TEST(ProduceWords, AgreesWithLookingAtEveryDocument) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 300; ++round) {
    std::vector<Word> words;
    for (std::uint64_t more = 1 + random() % 4; more > 0; --more) {
      words.push_back(RandomWord(random, 12));
    }
    std::vector<DocRange> ranges;
    std::uint32_t at = 0;
    while (at < kDocuments && ranges.size() < 5) {
      const auto first = at + static_cast<std::uint32_t>(random() % 3000);
      const auto last =
          std::min(kDocuments, first + 1 + static_cast<std::uint32_t>(random() % 4000));
      if (first < last) ranges.push_back({first, last});
      at = last;
    }
    for (const Wanted wanted : {Wanted::kAny, Wanted::kAll}) {
      const auto produced = Produced(words, wanted, ranges);
      const auto plainly = Plainly(words, wanted, ranges);
      ASSERT_EQ(produced.size(), plainly.size());
      for (const auto& [doc, score] : plainly) {
        ASSERT_TRUE(produced.contains(doc)) << doc;
        ASSERT_GE(produced.at(doc), score * (1 - 1e-5)) << doc;
      }
    }
  }
}

// What windows say: matches, which of them hold for the whole service, and which are offered.
struct Matches {
  std::set<std::uint32_t> of_service, alone, offered;
  std::map<std::uint32_t, float> bounds;  // of offered documents, where they have any
};

void Insert(const DocWindow& window, const DocWindow::Bits& bits, std::set<std::uint32_t>& docs) {
  DocBlock block;
  ForEachBlock(window, bits, block, [&](const DocBlock& some) {
    for (const DocId doc : some.view()) EXPECT_TRUE(docs.insert(doc.value()).second);
  });
}

// The BM25 without which no document has a score.
double LeastBm25(double score) {
  const double from_text = score - kConstants.fresh - kConstants.rich;
  if (from_text <= 0) return 0;
  return from_text >= 1 ? 1e9 : kConstants.text_half * from_text / (1 - from_text);
}

// `least_score(window)` is what is wanted of window 0, 1, ...
template <typename Least>
Matches MatchesOf(std::vector<Word> words, Wanted wanted, const Least& least_score) {
  const auto windows =
      WindowsOfWords(ListsOf(words), wanted, {{0, kDocuments}}, Services().Bound());
  Matches matches;
  DocWindow window;
  const auto limits = [](double least) {
    return RankingLimits{.least_bm25 = LeastBm25(least), .least_score = least};
  };
  for (std::uint32_t from = 0; windows->Next(limits(least_score(from)), window);) {
    EXPECT_EQ(window.first % 64, 0U);
    from = window.first + static_cast<std::uint32_t>(window.words * 64);
    DocBlock block;
    ForEachBlock(window, window.offered, block, [&](const DocBlock& some) {
      for (std::size_t i = 0; some.bounded && i < some.count; ++i) {
        matches.bounds[some.docs[i].value()] = some.bound[i];
      }
    });
    Insert(window, window.of_service, matches.of_service);
    Insert(window, window.alone, matches.alone);
    Insert(window, window.offered, matches.offered);
  }
  return matches;
}

std::uint16_t FrequencyIn(const Word& word, std::uint32_t doc) {
  const auto at = std::lower_bound(word.documents.begin(), word.documents.end(), DocId(doc));
  return word.frequencies[static_cast<std::size_t>(at - word.documents.begin())];
}

bool Has(const Word& word, std::uint32_t doc) {
  return std::binary_search(word.documents.begin(), word.documents.end(), DocId(doc));
}

double Nothing(std::uint32_t) { return 0; }

TEST(WindowsOfWords, ATextOfTheServiceIsToldFromItsLocations) {
  Word tea;
  tea.Add(3, 1);
  tea.Add(70, 0);
  Word cake;
  cake.Add(3, 0);
  cake.Add(70, 2);
  const Matches any = MatchesOf({tea, cake}, Wanted::kAny, Nothing);
  EXPECT_THAT(any.of_service, ElementsAre(3, 70));
  EXPECT_TRUE(any.alone.empty());
  const Matches all = MatchesOf({tea, cake}, Wanted::kAll, Nothing);
  EXPECT_TRUE(all.of_service.empty());
  EXPECT_THAT(all.alone, ElementsAre(3, 70));
}

TEST(WindowsOfWords, WhatCannotScoreEnoughIsMatchedAndNotOffered) {
  Word rare;
  rare.idf = 6;
  Word frequent;
  for (std::uint32_t doc = 0; doc < kDocuments; ++doc) frequent.Add(doc, 1);
  rare.Add(17, 9);
  rare.Add(8000, 9);
  const Matches matches =
      MatchesOf({rare, frequent}, Wanted::kAny, [](std::uint32_t) { return 0.75; });
  EXPECT_EQ(matches.of_service.size(), kDocuments);
  EXPECT_THAT(matches.offered, ElementsAre(17, 8000));
}

TEST(WindowsOfWords, AgreeWithLookingAtEveryDocument) {
  std::mt19937_64 random = testing::MakeRandom();
  std::size_t offered = 0;
  std::size_t spared = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<Word> words;
    for (std::uint64_t more = 1 + random() % 7; more > 0; --more) {
      words.push_back(RandomWord(random, 10));
    }
    for (const Wanted wanted : {Wanted::kAny, Wanted::kAll}) {
      // More and more is wanted, as the best found rise. Nothing at first: then all are offered.
      double least = 0;
      std::map<std::uint32_t, double> wanted_from;
      const Matches matches = MatchesOf(words, wanted, [&](std::uint32_t from) {
        wanted_from[from] = least;
        least += static_cast<double>(random() % 1000) / 1000;
        return wanted_from[from];
      });
      std::set<std::uint32_t> of_service, alone;
      for (const auto& [doc, score] : Plainly(words, wanted, {{0, kDocuments}})) {
        const auto in_text = [&, d = doc](const Word& word) {
          return Has(word, d) && FrequencyIn(word, d) > 0;
        };
        const bool whole = wanted == Wanted::kAny
                               ? std::any_of(words.begin(), words.end(), in_text)
                               : std::all_of(words.begin(), words.end(), in_text);
        (whole ? of_service : alone).insert(doc);
        if (score >= std::prev(wanted_from.upper_bound(doc))->second) {
          ASSERT_TRUE(matches.offered.contains(doc)) << doc;
        }
        if (matches.offered.contains(doc)) {
          ++offered;
          ASSERT_GE(matches.bounds.at(doc), score * (1 - 1e-5)) << doc;
        } else {
          ++spared;
        }
      }
      ASSERT_EQ(matches.of_service, of_service);
      ASSERT_EQ(matches.alone, alone);
      for (const std::uint32_t doc : matches.offered) {
        ASSERT_TRUE(of_service.contains(doc) || alone.contains(doc)) << doc;
      }
    }
  }
  EXPECT_GT(offered, 1000U);
  EXPECT_GT(spared, 1000U);
}

TEST(CombineWords, AgreesWithOneWordAfterTheOther) {
  std::mt19937_64 random = testing::MakeRandom();
  const auto sometimes = [&] { return random() % 3 == 0 ? 0 : random() & random(); };
  for (int round = 0; round < 300; ++round) {
    const std::vector<double> idfs(1 + random() % 6, 1 + static_cast<double>(random() % 4));
    WordChoices choices(idfs, false, Services().Bound());
    choices.Require(static_cast<float>(random() % 1000) / 1000);
    DocWindow together;
    together.Begin(64, 64 + 1 + static_cast<std::uint32_t>(random() % DocWindow::kDocuments));
    together.occupied = together.all_words();
    std::vector<WordMarks> marks(idfs.size());
    std::vector<const WordMarks*> all;
    DocWindow::Bits repeated{};
    for (std::size_t i = 0; i < together.words; ++i) {
      for (WordMarks& of_one : marks) {
        of_one.own[i] = sometimes();
        of_one.alone[i] = sometimes() & ~of_one.own[i];
      }
      repeated[i] = sometimes();
    }
    for (const WordMarks& of_one : marks) all.push_back(&of_one);
    const WordsOfWindow words{
        .marks = all, .repeated = &repeated, .choices = round % 4 == 0 ? nullptr : &choices};
    DocWindow apart = together;
    CombineWords(words, together);
    for (std::size_t i = 0; i < apart.words; ++i) CombineWord(words, i, apart);
    ASSERT_EQ(together.of_service, apart.of_service);
    ASSERT_EQ(together.alone, apart.alone);
    ASSERT_EQ(together.offered, apart.offered);
    ASSERT_EQ(together.with_alone, apart.with_alone);
    ASSERT_EQ(together.with_offered, apart.with_offered);
  }
}

TEST(UnusualFrequencies, AgreeWithLookingAtEach) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 2000; ++round) {
    std::array<std::uint16_t, 16> frequencies;
    for (std::uint16_t& frequency : frequencies) {
      frequency = static_cast<std::uint16_t>(random() >> (48 + random() % 16));
    }
    const auto least = static_cast<std::uint32_t>(
        std::clamp<std::uint64_t>(random() >> (48 + random() % 16), 2, UINT16_MAX));
    ASSERT_EQ(UnusualOfSixteen(frequencies.data(), least),
              UnusualOfSixteenPlainly(frequencies.data(), least))
        << least;
  }
}

}  // namespace
}  // namespace waypost::query
