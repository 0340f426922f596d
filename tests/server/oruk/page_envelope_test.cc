#include "server/oruk/page_envelope.h"

#include <gtest/gtest.h>

namespace waypost::oruk {
namespace {

// A page of a list of `total` rows, numbered.
std::string PageOf(Dialect dialect, Paging paging, std::size_t total) {
  const PagePart part = PartOf(paging, total);
  const Rows rows{.total = total, .count = part.count, .write = [&](std::size_t i, JsonText& json) {
                    json.Whole("n", static_cast<std::int64_t>(part.first + i));
                    return absl::OkStatus();
                  }};
  return *WritePage(dialect, paging, rows);
}

TEST(PageEnvelopeTest, SaysWhereItStands) {
  EXPECT_EQ(PageOf(Dialect::kV3, {.page = 2, .per_page = 2}, 3),
            R"({"total_items":3,"total_pages":2,"page_number":2,"size":1,"first_page":false,)"
            R"("last_page":true,"empty":false,"contents":[{"n":2}]})");
  EXPECT_EQ(PageOf(Dialect::kV1, {.page = 1, .per_page = 2}, 3),
            R"({"totalElements":3,"totalPages":2,"number":1,"size":2,"first":true,)"
            R"("last":false,"empty":false,"content":[{"n":0},{"n":1}]})");
}

TEST(PageEnvelopeTest, AnEmptyListHasOnePageInV3AndNoneInV1) {
  EXPECT_EQ(PageOf(Dialect::kV3, {}, 0),
            R"({"total_items":0,"total_pages":1,"page_number":1,"size":0,"first_page":true,)"
            R"("last_page":true,"empty":true,"contents":[]})");
  EXPECT_EQ(PageOf(Dialect::kV1, {}, 0),
            R"({"totalElements":0,"totalPages":0,"number":1,"size":0,"first":true,)"
            R"("last":true,"empty":true,"content":[]})");
}

TEST(PageEnvelopeTest, PastTheLastPageNothingIsTheLast) {
  EXPECT_EQ(PageOf(Dialect::kV3, {.page = 999'999'999, .per_page = 1000}, 3),
            R"({"total_items":3,"total_pages":1,"page_number":999999999,"size":0,)"
            R"("first_page":false,"last_page":false,"empty":true,"contents":[]})");
}

}  // namespace
}  // namespace waypost::oruk
