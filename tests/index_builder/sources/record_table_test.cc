#include "index_builder/sources/record_table.h"

#include <initializer_list>

#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

void Append(RecordTable& table, const std::vector<std::size_t>& placement,
            std::initializer_list<std::string_view> fields) {
  CsvRow row;
  row.Clear(1);
  for (const std::string_view field : fields) row.Append(field);
  table.Append(row, placement);
}

TEST(RecordTable, CellsAreFoundByFoldedColumnName) {
  RecordTable table;
  const auto placement = table.AddColumns(CsvHeader({"ID", "Organization Id", "", "name", "Name"}));
  Append(table, placement, {" 1 ", "o1", "x", "first", "second"});
  Append(table, placement, {"2"});
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table.row(0)["id"], "1");
  EXPECT_EQ(table.row(0)["organization_id"], "o1");
  EXPECT_EQ(table.row(0)["name"], "first");
  EXPECT_EQ(table.row(0)["absent"], "");
  EXPECT_EQ(table.row(0).Either("absent", "name"), "first");
  EXPECT_EQ(table.row(1)["name"], "");
  EXPECT_EQ(table.row(0).ToText(), "ID=1,Organization Id=o1,=x,name=first,Name=second");
}

TEST(RecordTable, ASecondFileMayHaveOtherColumnsInAnotherOrder) {
  RecordTable table;
  Append(table, table.AddColumns(CsvHeader({"id", "a"})), {"1", "x"});
  Append(table, table.AddColumns(CsvHeader({"b", "a", "id"})), {"new", "y", "2"});
  EXPECT_EQ(table.row(0)["b"], "");
  EXPECT_EQ(table.row(1)["id"], "2");
  EXPECT_EQ(table.row(1)["a"], "y");
  EXPECT_EQ(table.row(1)["b"], "new");
}

TEST(TableIndex, FindsRowsInTheOrderOfTheTable) {
  RecordTable table;
  const auto placement = table.AddColumns(CsvHeader({"id", "parent"}));
  for (const auto& [id, parent] : {std::pair("1", "b"), {"2", "a"}, {"3", ""}, {"4", "b"}}) {
    Append(table, placement, {id, parent});
  }
  const TableIndex index(table, "parent");
  const std::vector<TableRow> found = index.Find("b");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0]["id"], "1");
  EXPECT_EQ(found[1]["id"], "4");
  EXPECT_TRUE(index.Find("").empty());
  EXPECT_TRUE(index.Find("c").empty());
  EXPECT_FALSE(TableIndex(table, "absent").First("b"));
}

}  // namespace
}  // namespace waypost::sources
