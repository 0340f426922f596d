#include "engine/query/producers/word_windows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;

const text::Bm25 kBm25({}, 1000, 50.0);
constexpr std::uint32_t kShortest = 20;

// The posting list of a word, kept alive for the lists that borrow it.
struct Word {
  std::vector<DocId> documents;
  std::vector<std::uint16_t> frequencies;
  double idf = 1;

  void Add(std::uint32_t doc, std::uint16_t frequency) {
    documents.push_back(DocId(doc));
    frequencies.push_back(frequency);
  }
  WordList List() const {
    const auto greatest = std::max_element(frequencies.begin(), frequencies.end());
    return {documents, frequencies,
            WordBound(kBm25, idf, kShortest, greatest == frequencies.end() ? 0 : *greatest)};
  }
};

// What is produced, with the bounds.
std::map<std::uint32_t, float> Produced(const std::vector<Word>& words, Wanted wanted,
                                        std::vector<DocRange> ranges) {
  std::vector<WordList> lists;
  for (const Word& word : words) lists.push_back(word.List());
  const auto producer = ProduceWords(lists, wanted, std::move(ranges));
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

// The same by looking at every document.
std::map<std::uint32_t, float> Plainly(const std::vector<Word>& words, Wanted wanted,
                                       const std::vector<DocRange>& ranges) {
  std::map<std::uint32_t, float> found;
  std::vector<WordList> lists;
  for (const Word& word : words) lists.push_back(word.List());
  for (const DocRange& range : ranges) {
    for (std::uint32_t doc = range.first; doc < range.last; ++doc) {
      double bound = 0;
      std::size_t has = 0;
      for (const WordList& list : lists) {
        const auto at = std::lower_bound(list.documents.begin(), list.documents.end(), DocId(doc));
        if (at == list.documents.end() || *at != DocId(doc)) continue;
        ++has;
        bound +=
            list.bound.Of(list.frequencies[static_cast<std::size_t>(at - list.documents.begin())]);
      }
      if (wanted == Wanted::kAny ? has > 0 : has == words.size() && has > 0) {
        found[doc] = static_cast<float>(bound);
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
    constexpr std::uint32_t kDocuments = 9000;
    std::vector<Word> words(1 + random() % 4);
    for (Word& word : words) {
      const std::uint64_t one_in = std::uint64_t{1} << (random() % 12);
      word.idf = 0.5 + static_cast<double>(random() % 8);
      for (std::uint32_t doc = 0; doc < kDocuments; ++doc) {
        if (random() % one_in == 0) word.Add(doc, static_cast<std::uint16_t>(random() % 30));
      }
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
      for (const auto& [doc, bound] : plainly) {
        ASSERT_TRUE(produced.contains(doc)) << doc;
        ASSERT_NEAR(produced.at(doc), bound, 1e-5 * bound);
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

// `least_bm25(window)` is what is wanted of window 0, 1, ...
template <typename Least>
Matches MatchesOf(const std::vector<Word>& words, Wanted wanted, const Least& least_bm25) {
  std::vector<WordList> lists;
  for (const Word& word : words) lists.push_back(word.List());
  const auto windows = WindowsOfWords(lists, wanted, {{0, 9000}});
  Matches matches;
  DocWindow window;
  for (std::uint32_t from = 0; windows->Next({.least_bm25 = least_bm25(from)}, window);) {
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
  for (std::uint32_t doc = 0; doc < 9000; ++doc) frequent.Add(doc, 1);
  rare.Add(17, 1);
  rare.Add(8000, 1);
  const Matches matches =
      MatchesOf({rare, frequent}, Wanted::kAny, [](std::uint32_t) { return 5.0; });
  EXPECT_EQ(matches.of_service.size(), 9000U);
  EXPECT_THAT(matches.offered, ElementsAre(17, 8000));
}

TEST(WindowsOfWords, AgreeWithLookingAtEveryDocument) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 200; ++round) {
    std::vector<Word> words(1 + random() % 7);
    for (Word& word : words) {
      const std::uint64_t one_in = std::uint64_t{1} << (random() % 10);
      word.idf = 0.5 + static_cast<double>(random() % 8);
      for (std::uint32_t doc = 0; doc < 9000; ++doc) {
        if (random() % one_in == 0) word.Add(doc, static_cast<std::uint16_t>(random() % 30));
      }
    }
    for (const Wanted wanted : {Wanted::kAny, Wanted::kAll}) {
      // More and more is wanted, as the best found rise. Nothing at first: then all are offered.
      double least = 0;
      std::map<std::uint32_t, double> wanted_from;
      const Matches matches = MatchesOf(words, wanted, [&](std::uint32_t from) {
        wanted_from[from] = least;
        least += static_cast<double>(random() % 12);
        return wanted_from[from];
      });
      std::set<std::uint32_t> of_service, alone;
      for (const auto& [doc, bound] : Plainly(words, wanted, {{0, 9000}})) {
        const auto in_text = [&, d = doc](const Word& word) {
          return Has(word, d) && FrequencyIn(word, d) > 0;
        };
        const bool whole = wanted == Wanted::kAny
                               ? std::any_of(words.begin(), words.end(), in_text)
                               : std::all_of(words.begin(), words.end(), in_text);
        (whole ? of_service : alone).insert(doc);
        if (bound > std::prev(wanted_from.upper_bound(doc))->second) {
          ASSERT_TRUE(matches.offered.contains(doc)) << doc;
        }
        if (matches.bounds.contains(doc)) {
          ASSERT_NEAR(matches.bounds.at(doc), bound, 1e-5 * bound) << doc;
        }
      }
      ASSERT_EQ(matches.of_service, of_service);
      ASSERT_EQ(matches.alone, alone);
      ASSERT_TRUE(matches.offered.empty() || !matches.bounds.empty() || words.size() == 1);
      for (const std::uint32_t doc : matches.offered) {
        ASSERT_TRUE(of_service.contains(doc) || alone.contains(doc)) << doc;
      }
    }
  }
}

}  // namespace
}  // namespace waypost::query
