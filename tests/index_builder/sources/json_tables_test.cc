#include "index_builder/sources/json_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/json_parser.h"
#include "index_builder/sources/shared_rows.h"
#include "tests/index_builder/sources/json_reading.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class JsonTablesTest : public ::testing::Test {
 protected:
  void Add(std::string_view entity, const std::string& json) {
    const ParsedJson parsed = parser_.ParseCopy(json);
    tables_.Add(entity, json, JsonObject(*parsed.object));
  }
  std::string Compile(const std::string& json) {
    const ParsedJson parsed = parser_.ParseCopy(json);
    return tables_.Compile(json, JsonObject(*parsed.object));
  }

  record::CollectingSink sink_;
  JsonParser parser_;
  JsonTables tables_{"test", sink_};
};

TEST_F(JsonTablesTest, NestsWhatBelongsToAService) {
  Add("organizations", R"({"id":"o"})");
  Add("service_at_locations", R"({"id":"x","service_id":7,"location_id":"l"})");
  Add("locations", R"({"id":"l"})");
  EXPECT_EQ(Compile(R"({"id":"7","organization_id":"o"})"),
            R"({"id":"7","organization_id":"o","organization":[{"id":"o"}],)"
            R"("service_at_locations":[{"id":"x","service_id":7,"location_id":"l",)"
            R"("location":[{"id":"l"}]}]})");
  tables_.ReportUnused();
  EXPECT_THAT(sink_.problems, IsEmpty());
}

// One location with 10,000 phones and 10,000 rows that name it made a hundred million phones.
TEST_F(JsonTablesTest, SharedRowsDoNotMultiplyWithoutBound) {
  Add("locations", R"({"id":"l"})");
  for (int i = 0; i < 1000; ++i) {
    const std::string id = std::to_string(i);
    Add("phones", R"({"id":")" + id + R"(","location_id":"l"})");
    if (i < 300)
      Add("service_at_locations", R"({"id":")" + id + R"(","service_id":"s","location_id":"l"})");
  }
  const std::string json = Compile(R"({"id":"s"})");
  const ParsedJson parsed = parser_.ParseCopy(json);
  ASSERT_TRUE(parsed.object);
  std::size_t rows = 0;
  for (const simdjson::dom::element row : (*parsed.object)["service_at_locations"].get_array()) {
    ++rows;
    EXPECT_EQ(row["location"].at(0)["phones"].get_array().value().size(), kMaxSharedRows);
  }
  EXPECT_EQ(rows, 300U);
  // A second service with the id of the first asks for the same rows again.
  EXPECT_LT(Compile(R"({"id":"s"})").size(), json.size());
  tables_.ReportUnused();
  ASSERT_EQ(sink_.problems.size(), 2U);
  EXPECT_EQ(sink_.problems[0].kind, ProblemKind::kMalformedRecord);
  EXPECT_EQ(sink_.problems[0].entity, "phones");
  EXPECT_EQ(sink_.problems[0].field, "location_id");
  EXPECT_EQ(sink_.problems[1].entity, "service_at_locations");
}

TEST_F(JsonTablesTest, ACompiledServiceIsNoLongerThanARecordMayBe) {
  const std::string text(1U << 20U, 'x');
  for (int i = 0; i < 40; ++i) {
    Add("contacts",
        R"({"id":")" + std::to_string(i) + R"(","service_id":"s","name":")" + text + "\"}");
  }
  const std::string json = Compile(R"({"id":"s"})");
  EXPECT_LE(json.size(), JsonTables::kMaxCompiled + 100);
  EXPECT_GT(json.size(), JsonTables::kMaxCompiled - 2 * text.size());
  EXPECT_TRUE(parser_.ParseCopy(json).object);
  ASSERT_EQ(sink_.problems.size(), 1U);
  EXPECT_EQ(sink_.problems[0].id, "s");
  EXPECT_EQ(sink_.problems[0].kind, ProblemKind::kMalformedRecord);
}

std::vector<std::string> LinesOf(std::string_view json) {
  const JsonReading reading = ReadJson(json);
  EXPECT_EQ(reading.error, "");
  return reading.Lines();
}

// Rows without a parent were dropped in silence.
TEST(JsonTablesReports, RowsThatNoServiceLeadsTo) {
  EXPECT_THAT(LinesOf(R"({"services":[{"id":"s","name":"S"}],
                  "phones":[{"id":"p1","service_id":"gone"},{"id":"p2"},{"id":"p3","service_id":"s","number":"1"}],
                  "contacts":[{"id":"c","service_id":"gone"}],
                  "organizations":[{"id":"o","name":"O"}],
                  "attributes":[{"link_id":"gone","taxonomy_term_id":"t"}],
                  "taxonomy_terms":[{"id":"t"},{"id":"u"}]})"),
              UnorderedElementsAre(
                  "missing_parent phones.service_id gone -> no service leads to it; left out",
                  "missing_parent phones.id p2 -> no service leads to it; left out",
                  "missing_parent contacts.service_id gone -> no service leads to it; left out",
                  "missing_parent organizations.id o -> no service leads to it; left out",
                  "missing_parent attributes.link_id gone -> no service leads to it; left out",
                  "missing_parent taxonomy_terms.id 2 rows -> no service leads to them; left out"));
}

TEST(JsonTablesReports, ManyRowsAreCounted) {
  std::string json = R"({"services":[{"id":"s","name":"S"}],"locations":[)";
  for (int i = 0; i < 1000; ++i)
    json += (i > 0 ? ",{\"id\":" : "{\"id\":") + std::to_string(i) + "}";
  const std::vector<std::string> lines = LinesOf(json + "]}");
  ASSERT_EQ(lines.size(), JsonTables::kMaxToldRows + 1);
  EXPECT_EQ(lines.back(),
            "missing_parent locations.id 900 rows more -> no service leads to them; left out");
}

TEST(JsonTablesReports, RowsThatHideEachOther) {
  EXPECT_THAT(LinesOf(R"({"services":[{"id":"s","name":"S","organization_id":"o"}],
                          "organizations":[{"id":"o","name":"O"},{"id":"o","name":"O"},{"id":"o","name":"P"}]})"),
              ElementsAre("repeated_id organizations.id o -> an earlier one of this id says "
                          "something else; left out"));
}

}  // namespace
}  // namespace waypost::sources
