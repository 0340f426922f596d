// Our BM25 against Xapian's: the same totals and, to 1e-9, the same scores on every hit.

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/text/bm25.h"
#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

using Document = std::map<std::string, std::uint32_t>;  // term -> frequency
using Scores = std::map<Xapian::docid, double>;

constexpr int kCorpora = 25;
constexpr int kQueriesPerCorpus = 50;

struct Corpus {
  std::vector<Document> documents;
  std::uint64_t tokens = 0;

  double AverageLength() const {
    return static_cast<double>(tokens) / static_cast<double>(documents.size());
  }
  std::uint64_t CountOf(const std::string& term) const {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        documents, [&term](const Document& document) { return document.contains(term); }));
  }
};

std::uint32_t LengthOf(const Document& document) {
  std::uint32_t length = 0;
  for (const auto& [term, frequency] : document) length += frequency;
  return length;
}

// Low-numbered terms are in nearly all documents, high-numbered ones in few.
std::string RandomTerm(RandomNames& random) {
  return "t" + std::to_string(random.Below(1 + random.Below(1 + random.Below(60))));
}

Corpus RandomCorpus(RandomNames& random) {
  Corpus corpus;
  corpus.documents.resize(1 + random.Below(300));
  for (Document& document : corpus.documents) {
    for (std::size_t n = random.Below(1 + random.Below(120)); n > 0; --n) {
      ++document[RandomTerm(random)];
      ++corpus.tokens;
    }
  }
  return corpus;
}

Xapian::WritableDatabase InXapian(const Corpus& corpus) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const Document& document : corpus.documents) {
    Xapian::Document added;
    for (const auto& [term, frequency] : document) added.add_term(term, frequency);
    database.add_document(added);
  }
  return database;
}

Scores XapianScores(const Xapian::Database& database, const std::vector<std::string>& terms,
                    Xapian::Query::op op) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  enquire.set_query(Xapian::Query(op, terms.begin(), terms.end()));
  const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
  Scores scores;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) scores[*hit] = hit.get_weight();
  return scores;
}

Scores OurScores(const Corpus& corpus, const std::vector<std::string>& terms, bool all) {
  const Bm25 bm25({}, corpus.documents.size(), corpus.AverageLength());
  std::map<std::string, double> idf;
  for (const std::string& term : terms) idf[term] = bm25.Idf(corpus.CountOf(term));
  Scores scores;
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents[i];
    const double norm = bm25.Norm(LengthOf(document));
    double score = 0;
    std::size_t found = 0;
    for (const std::string& term : terms) {
      const auto posting = document.find(term);
      if (posting == document.end()) continue;
      ++found;
      score += bm25.Score(idf[term], posting->second, norm);
    }
    if (all ? found == terms.size() : found > 0) {
      scores[static_cast<Xapian::docid>(i + 1)] = score;
    }
  }
  return scores;
}

void ExpectSame(const Scores& ours, const Scores& xapians) {
  ASSERT_EQ(ours.size(), xapians.size());
  for (const auto& [id, score] : xapians) {
    ASSERT_TRUE(ours.contains(id)) << "document " << id;
    ASSERT_NEAR(ours.at(id), score, 1e-9 * std::max(1e-300, score)) << "document " << id;
  }
}

std::vector<std::string> RandomQuery(RandomNames& random) {
  std::vector<std::string> terms;
  for (std::size_t n = 1 + random.Below(5); n > 0; --n) {
    const std::string term = RandomTerm(random);
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
  }
  return terms;
}

TEST(Bm25Xapian, EqualOnRandomCorpora) {
  RandomNames random(TestSeed());
  std::size_t hits = 0;
  std::size_t common = 0;  // words of more than a third of the documents, where the odds are raised
  for (int c = 0; c < kCorpora; ++c) {
    const Corpus corpus = RandomCorpus(random);
    const Xapian::WritableDatabase database = InXapian(corpus);
    for (int q = 0; q < kQueriesPerCorpus; ++q) {
      const std::vector<std::string> terms = RandomQuery(random);
      SCOPED_TRACE("corpus " + std::to_string(c) + ", query " + std::to_string(q));
      const Scores any = XapianScores(database, terms, Xapian::Query::OP_OR);
      ASSERT_NO_FATAL_FAILURE(ExpectSame(OurScores(corpus, terms, false), any));
      ASSERT_NO_FATAL_FAILURE(ExpectSame(OurScores(corpus, terms, true),
                                         XapianScores(database, terms, Xapian::Query::OP_AND)));
      hits += any.size();
      common += corpus.CountOf(terms[0]) * 3 > corpus.documents.size() ? 1U : 0U;
    }
  }
  EXPECT_GT(hits, 10000U);
  EXPECT_GT(common, 100U);
}

}  // namespace
}  // namespace waypost::text
