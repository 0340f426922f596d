#include "engine/query/collectors/service_totals.h"

#include <gtest/gtest.h>

#include "tests/engine/query/collectors/few_documents.h"

namespace waypost::query {
namespace {

struct Matching {
  std::uint32_t doc;
  bool certain;
};

// "2 of which 1 certain" for the matching documents of services given by document.
std::string Total(const std::vector<std::uint32_t>& services,
                  const std::vector<Matching>& matching) {
  const FewDocuments documents(services);
  ServiceTotals totals(documents.columns(), services.size());
  for (const auto& [doc, certain] : matching) {
    DocBlock block;
    block.Add(DocId(doc));
    block.certain[0] = certain ? 1 : 0;
    block.Add(DocId(doc));
    block.refused_by[1] = 1;  // counts nowhere
    totals.AddBlock(block);
  }
  totals.Finish();
  return std::to_string(totals.total()) + " of which " + std::to_string(totals.total_certain()) +
         " certain";
}

TEST(ServiceTotals, AreNothingOfNothing) { EXPECT_EQ(Total({0, 1}, {}), "0 of which 0 certain"); }

TEST(ServiceTotals, CountServicesOfOneDocument) {
  EXPECT_EQ(Total({0, 1, 2}, {{0, true}, {2, false}}), "2 of which 1 certain");
}

TEST(ServiceTotals, CountAServiceOnce) {
  EXPECT_EQ(Total({0, 0, 0}, {{0, true}, {1, true}, {2, true}}), "1 of which 1 certain");
}

TEST(ServiceTotals, AServiceIsCertainWhenOneDocumentIs) {
  EXPECT_EQ(Total({0, 0}, {{0, false}, {1, true}}), "1 of which 1 certain");
  EXPECT_EQ(Total({0, 0}, {{0, true}, {1, false}}), "1 of which 1 certain");
}

TEST(ServiceTotals, AServiceIsPossibleWhenAllDocumentsAre) {
  EXPECT_EQ(Total({0, 0}, {{0, false}, {1, false}}), "1 of which 0 certain");
}

TEST(ServiceTotals, DocumentsOfAServiceNeedNotStandTogether) {
  EXPECT_EQ(Total({0, 1, 2, 1, 0}, {{0, false}, {1, true}, {2, true}, {3, false}, {4, false}}),
            "3 of which 2 certain");
}

// "2": services of the documents in a window, those of the first list with all of their service.
std::string TotalOfWindow(const std::vector<std::uint32_t>& services,
                          const std::vector<std::uint32_t>& of_service,
                          const std::vector<std::uint32_t>& alone) {
  const FewDocuments documents(services);
  ServiceTotals totals(documents.columns(), services.size());
  DocWindow window;
  window.Begin(0, static_cast<std::uint32_t>(services.size()));
  for (const std::uint32_t doc : of_service) window.of_service[0] |= std::uint64_t{1} << doc;
  for (const std::uint32_t doc : alone) window.alone[0] |= std::uint64_t{1} << doc;
  window.occupied = window.with_alone = 1;
  totals.AddWindow(window);
  totals.Finish();
  EXPECT_EQ(totals.total(), totals.total_certain());
  return std::to_string(totals.total());
}

TEST(ServiceTotals, CountServicesOfAWindow) {
  const std::vector<std::uint32_t> services = {0, 1, 1, 2, 3, 3, 3};
  EXPECT_EQ(TotalOfWindow(services, {}, {}), "0");
  EXPECT_EQ(TotalOfWindow(services, {0, 1, 2, 4, 5, 6}, {}), "3");
  EXPECT_EQ(TotalOfWindow(services, {}, {0, 2, 4, 6}), "3");
  EXPECT_EQ(TotalOfWindow(services, {1, 2}, {3, 5, 6}), "3");
}

}  // namespace
}  // namespace waypost::query
