#include "engine/query/producers/word_windows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

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
  WordList List() const { return {documents, frequencies, WordBound(kBm25, idf, kShortest)}; }
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
  for (const DocRange& range : ranges) {
    for (std::uint32_t doc = range.first; doc < range.last; ++doc) {
      double bound = 0;
      std::size_t has = 0;
      for (const Word& word : words) {
        const auto at = std::lower_bound(word.documents.begin(), word.documents.end(), DocId(doc));
        if (at == word.documents.end() || *at != DocId(doc)) continue;
        ++has;
        const auto number = static_cast<std::size_t>(at - word.documents.begin());
        bound += word.List().bound.Of(word.frequencies[number]);
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

}  // namespace
}  // namespace waypost::query
