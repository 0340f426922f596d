#include "engine/query/collectors/facet_tally.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/query/collectors/few_documents.h"

namespace waypost::query {
namespace {

// What one document says of a facet.
struct Said {
  std::uint32_t doc;
  std::vector<std::size_t> yes;
  bool not_stated = false;
};

// "2 0 1 | 3": the counts of three values and of what is not stated.
std::string Count(const std::vector<std::uint32_t>& services, const std::vector<Said>& said) {
  const FewDocuments documents(services);
  FacetTally tally(documents.columns(), documents.services(), 3);
  for (const Said& one : said) {
    tally.Count(DocId(one.doc), [&](DocId doc) {
      const auto of_doc = std::find_if(said.begin(), said.end(),
                                       [&](const Said& s) { return s.doc == doc.value(); });
      for (std::size_t value : of_doc->yes) tally.Yes(value);
      if (of_doc->not_stated) tally.NotStated();
    });
  }
  std::string counts;
  for (std::size_t i = 0; i < tally.size(); ++i) counts += std::to_string(tally.count(i)) + " ";
  return counts + "| " + std::to_string(tally.not_stated());
}

TEST(FacetTally, IsNothingOfNothing) { EXPECT_EQ(Count({0}, {}), "0 0 0 | 0"); }

TEST(FacetTally, CountsTheValuesOfADocument) {
  EXPECT_EQ(Count({0, 1}, {{0, {0, 2}}, {1, {2}}}), "1 0 2 | 0");
}

TEST(FacetTally, CountsAServiceOnceAValue) {
  EXPECT_EQ(Count({0, 0, 0}, {{0, {0}}, {1, {0, 1}}, {2, {1}}}), "1 1 0 | 0");
}

TEST(FacetTally, CountsAValueSaidTwiceOnce) { EXPECT_EQ(Count({0}, {{0, {1, 1}}}), "0 1 0 | 0"); }

TEST(FacetTally, LooksAtCountedDocumentsOfTheServiceOnly) {
  // The first document has value 0 too, but was not counted.
  EXPECT_EQ(Count({0, 0}, {{1, {0}}}), "1 0 0 | 0");
  EXPECT_EQ(Count({0, 1, 0, 1}, {{0, {0}}, {1, {0}}, {2, {0, 2}}, {3, {1}}}), "2 1 1 | 0");
}

TEST(FacetTally, SilenceAndAYesOfTwoDocumentsCountBoth) {
  EXPECT_EQ(Count({0, 0}, {{0, {}, true}, {1, {1}}}), "0 1 0 | 1");
}

TEST(FacetTally, NoIsCountedNowhere) { EXPECT_EQ(Count({0}, {{0, {}}}), "0 0 0 | 0"); }

TEST(FacetTally, SilenceCountsApart) {
  EXPECT_EQ(Count({0, 1}, {{0, {}, true}, {1, {1}}}), "0 1 0 | 1");
}

TEST(FacetTally, AYesOutweighsSilenceInADocument) {
  EXPECT_EQ(Count({0}, {{0, {1}, true}}), "0 1 0 | 0");
}

TEST(FacetTally, SilenceOfSeveralDocumentsIsOneService) {
  EXPECT_EQ(Count({0, 0}, {{0, {}, true}, {1, {}, true}}), "0 0 0 | 1");
}

TEST(FacetTally, OfServicesAsksOneDocumentOfEach) {
  const FewDocuments documents({0, 1, 0});
  FacetTally tally(documents.columns(), documents.services(), 1, /*of_service=*/true);
  std::vector<std::uint32_t> asked;
  for (std::uint32_t doc = 0; doc < 3; ++doc) {
    tally.Count(DocId(doc), [&](DocId d) {
      asked.push_back(d.value());
      tally.Yes(0);
    });
  }
  EXPECT_EQ(asked, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(tally.count(0), 2U);
}

}  // namespace
}  // namespace waypost::query
