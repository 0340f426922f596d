#include "server/oruk/csv_table.h"

#include <gtest/gtest.h>

namespace waypost::oruk {
namespace {

TEST(CsvTableTest, NestedMembersHaveDottedHeadersAndListsBars) {
  EXPECT_EQ(CsvTable(R"([{"id":"1","organization":{"id":"2","name":"a, b"}},
                         {"id":"3","contacts":[{"name":"c"},{"name":"say \"d\""}],"n":4.5}])"),
            "id,organization.id,organization.name,contacts.name,n\r\n"
            "1,2,\"a, b\",,\r\n"
            "3,,,\"c|say \"\"d\"\"\",4.5\r\n");
}

TEST(CsvTableTest, NoCellIsAFormula) {
  EXPECT_EQ(CsvTable(R"json([{"name":"=HYPERLINK(\"http://evil.example\",\"x\")","description":"@x",
                          "organization":{"name":"+cmd"},"longitude":-2.5,"tabs":"\t=1",
                          "contacts":[{"phones":[{"number":"+44 1632 960001"},
                                                 {"number":"=1"}]}]}])json"),
            "name,description,organization.name,longitude,tabs,contacts.phones.number\r\n"
            "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",'@x,'+cmd,-2.5,'\t=1,"
            "+44 1632 960001|'=1\r\n");
}

TEST(CsvTableTest, WithoutRowsThereIsAHeader) { EXPECT_EQ(CsvTable("[]"), "id\r\n"); }

}  // namespace
}  // namespace waypost::oruk
