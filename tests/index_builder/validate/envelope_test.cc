#include "index_builder/validate/envelope.h"

#include <gmock/gmock.h>

#include "index_builder/validate/feed_reader.h"
#include "tests/index_builder/validate/found_codes.h"
#include "tests/index_builder/validate/good_record.h"

namespace waypost::validate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr std::string_view kPageV1 =
    R"({"totalElements":3,"totalPages":2,"number":1,"size":2,"first":true,"last":false,)"
    R"("content":[{"id":"a"},{"id":"b"}]})";
constexpr std::string_view kPageV3 =
    R"({"total_items":3,"total_pages":2,"page_number":1,"size":2,"first_page":true,)"
    R"("last_page":false,"empty":false,"contents":[{"id":"a"},{"id":"b"}]})";

std::string GoodPage(Standard standard) {
  return std::string(standard == Standard::kV1 ? kPageV1 : kPageV3);
}

std::map<std::string, std::uint64_t> CodesOfPage(Standard standard, const std::string& page,
                                                 const AskedPage& asked = {.number = 1,
                                                                           .per_page = 2}) {
  FindingList findings;
  const auto document = ReadJson(page, {}, findings);
  EXPECT_TRUE(document) << page;
  if (!document) return {};
  CheckEnvelopeFields(document->root(), standard, "page", findings);
  CheckEnvelopeValues(ReadEnvelope(document->root()), asked, standard, "page", findings);
  return CodesOf(findings);
}

TEST(Envelope, IsReadInBothDialects) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    FindingList findings;
    const auto document = ReadJson(GoodPage(standard), {}, findings);
    ASSERT_TRUE(document);
    const Envelope envelope = ReadEnvelope(document->root());
    EXPECT_EQ(envelope.standard, standard);
    EXPECT_TRUE(envelope.has_list);
    EXPECT_EQ(envelope.rows.size(), 2U);
    EXPECT_EQ(envelope.total, 3);
    EXPECT_EQ(envelope.pages, 2);
    EXPECT_EQ(envelope.number, 1);
    EXPECT_EQ(envelope.first, true);
    EXPECT_EQ(envelope.last, false);
    EXPECT_THAT(CodesOfPage(standard, GoodPage(standard)), IsEmpty());
  }
}

TEST(Envelope, OneFaultOneFinding) {
  struct Fault {
    Standard standard;
    std::string_view from;
    std::string_view to;
    std::string code;
  };
  for (const Fault& fault : std::vector<Fault>{
           {Standard::kV1, R"("totalElements":3,)", "", "envelope-field-missing"},
           {Standard::kV3, R"("empty":false,)", "", "envelope-field-missing"},
           {Standard::kV1, R"("totalElements")", R"("total_items")", "envelope-field-name"},
           {Standard::kV1, R"("content")", R"("contents")", "envelope-field-name"},
           {Standard::kV3, R"("contents")", R"("items")", "envelope-field-name"},
           {Standard::kV3, R"("page_number")", R"("page")", "envelope-field-name"},
           {Standard::kV1, R"("totalPages":2)", R"("totalPages":"2")", "envelope-field-type"},
           {Standard::kV1, R"("first":true)", R"("first":"true")", "envelope-field-type"},
           {Standard::kV3, R"("page_number":1)", R"("page_number":2)", "page-number-wrong"},
           {Standard::kV1, R"("number":1)", R"("number":0)", "page-number-from-zero"},
           {Standard::kV3, R"("size":2)", R"("size":50)", "page-size-wrong"},
           {Standard::kV1, R"("size":2)", R"("size":1)", "page-size-wrong"},
           {Standard::kV3, R"("first_page":true)", R"("first_page":false)", "page-flag-wrong"},
           {Standard::kV1, R"("last":false)", R"("last":true)", "page-flag-wrong"},
           {Standard::kV3, R"("empty":false)", R"("empty":true)", "page-flag-wrong"},
       }) {
    EXPECT_THAT(
        CodesOfPage(fault.standard, Replaced(GoodPage(fault.standard), fault.from, fault.to)),
        ElementsAre(Pair(fault.code, 1)))
        << fault.from << " -> " << fault.to;
  }
}

// A server that passes over the number asked for and gives page 1 each time.
TEST(Envelope, OnlyWhoBeginsAtZeroCountsFromZero) {
  const std::string page =
      Replaced(GoodPage(Standard::kV3), R"("first_page":true)", R"("first_page":false)");
  const std::string last = Replaced(page, R"("last_page":false)", R"("last_page":true)");
  EXPECT_THAT(CodesOfPage(Standard::kV3, last, {.number = 2, .per_page = 2, .first_number = 1}),
              ElementsAre(Pair("page-number-wrong", 1)));
  EXPECT_THAT(CodesOfPage(Standard::kV3, last, {.number = 2, .per_page = 2, .first_number = 0}),
              ElementsAre(Pair("page-number-from-zero", 1)));
}

// In 1.0 the size of a short last page may be the size that was asked for.
TEST(Envelope, TheSizeOf1MayBeThePageSize) {
  const std::string page =
      Replaced(Replaced(Replaced(GoodPage(Standard::kV1), R"("last":false)", R"("last":true)"),
                        R"("first":true)", R"("first":false)"),
               R"("number":1,"size":2)", R"("number":2,"size":50)");
  EXPECT_THAT(CodesOfPage(Standard::kV1, page, {.number = 2, .per_page = 50}), IsEmpty());
  EXPECT_THAT(CodesOfPage(Standard::kV1, page, {.number = 2, .per_page = 20}),
              ElementsAre(Pair("page-size-wrong", 1)));
}

// An empty list of 3.0 has one page, of 1.0 one or none.
TEST(Envelope, EmptyListsMayHaveOnePageOrNone) {
  for (const char* pages : {"0", "1"}) {
    EXPECT_THAT(CodesOfPage(Standard::kV1,
                            std::string(R"({"totalElements":0,"totalPages":)") + pages +
                                R"(,"number":1,"size":0,"first":true,"last":true,"empty":true,)"
                                R"("content":[]})"),
                IsEmpty());
  }
}

TEST(Envelope, BareListsAndOtherThings) {
  FindingList findings;
  const auto list = ReadJson("[{}]", {}, findings);
  EXPECT_TRUE(ReadEnvelope(list->root()).is_bare);
  for (const char* text : {"{}", "7", "null", R"({"contents":7})", R"({"version":"3.0"})"}) {
    const auto document = ReadJson(text, {}, findings);
    ASSERT_TRUE(document) << text;
    EXPECT_FALSE(ReadEnvelope(document->root()).has_list) << text;
  }
}

TEST(Envelope, RecordsTellTheirDialect) {
  FindingList findings;
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    const auto record = ReadJson(GoodRecord(standard), {}, findings);
    EXPECT_EQ(StandardOfRecord(record->root()), standard);
  }
  EXPECT_EQ(StandardOfRecord(ReadJson(R"({"id":"a","name":"b"})", {}, findings)->root()),
            std::nullopt);
}

}  // namespace
}  // namespace waypost::validate
