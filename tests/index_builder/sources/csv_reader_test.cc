#include "index_builder/sources/csv_reader.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Rows = std::vector<std::vector<std::string>>;

struct ReadFile {
  std::vector<std::string> header;
  Rows rows;
  std::vector<std::uint64_t> lines;
  std::string error;
  CsvEncodings encodings;
  char delimiter = '?';
};

ReadFile Read(std::string text, const CsvOptions& options = {}) {
  ReadFile result;
  auto stream = InputStream::OpenText("t.csv", std::move(text));
  auto reader = CsvReader::Open(std::move(stream).value(), options);
  if (!reader.ok()) {
    result.error = MessageOf(reader.status());
    return result;
  }
  result.header = (*reader)->header().names();
  result.delimiter = (*reader)->delimiter();
  CsvRow row;
  for (;;) {
    const absl::StatusOr<bool> more = (*reader)->Next(row);
    if (!more.ok()) result.error = MessageOf(more.status());
    if (!more.ok() || !*more) break;
    result.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) result.rows.back().emplace_back(row[i]);
    result.lines.push_back(row.line());
  }
  result.encodings = (*reader)->encodings_seen();
  return result;
}

const CsvOptions kNoHeader = {.has_header = false, .delimiter = std::nullopt};

TEST(CsvReader, AnyLineEndGivesTheSameRowsAndLines) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    for (const bool last : {true, false}) {
      std::string text = "id,name" + end + end + "1,\"two" + end + "lines\"" + end + "2,b";
      if (last) text += end;
      const ReadFile file = Read(text);
      EXPECT_THAT(file.header, ElementsAre("id", "name"));
      EXPECT_EQ(file.rows, (Rows{{"1", "two" + end + "lines"}, {"2", "b"}}));
      EXPECT_THAT(file.lines, ElementsAre(3, 5));
      EXPECT_EQ(file.error, "");
    }
  }
}

TEST(CsvReader, ReadsQuotesAsProgramsWriteThem) {
  EXPECT_EQ(Read("\"a \"\"b\"\"\", c ,\" d \",e \"f\" g,\"\"\n", kNoHeader).rows,
            (Rows{{"a \"b\"", "c", " d ", "e \"f\" g", ""}}));
}

TEST(CsvReader, FindsTheDelimiterOfTheFirstRecord) {
  EXPECT_EQ(Read("a;b,c;d\n1;2;3\n").header, (std::vector<std::string>{"a", "b,c", "d"}));
  EXPECT_EQ(Read("a\tb c\n1\t\n").rows, (Rows{{"1", ""}}));
  EXPECT_EQ(Read("\"a;b;c;d\",e\n").header, (std::vector<std::string>{"a;b;c;d", "e"}));
  EXPECT_EQ(Read("sep=;\r\na,b;c\r\n1;2\r\n").header, (std::vector<std::string>{"a,b", "c"}));
  EXPECT_THAT(Read("sep=;\r\na,b;c\r\n1;2\r\n").lines, ElementsAre(3));
  EXPECT_EQ(Read("one\nonly\n").delimiter, ',');
  EXPECT_EQ(Read("a;b,c\n", {.has_header = true, .delimiter = ','}).header,
            (std::vector<std::string>{"a;b", "c"}));
}

TEST(CsvReader, TabSeparatedEmptyFieldsAreKept) {
  EXPECT_EQ(Read("a\t\t\tb\n", kNoHeader).rows, (Rows{{"a", "", "", "b"}}));
}

TEST(CsvReader, AShortRowHasEmptyFieldsAndALongOneKeepsItsSurplus) {
  auto stream = InputStream::OpenText("t.csv", "a,b,c\n1\n1,2,3,,surplus\n1,2,3,,\n");
  auto reader = CsvReader::Open(std::move(stream).value(), {});
  ASSERT_TRUE(reader.ok());
  CsvRow row;
  ASSERT_TRUE(*(*reader)->Next(row));
  EXPECT_EQ(row[2], "");
  EXPECT_EQ(row[1000], "");
  EXPECT_EQ((*reader)->Surplus(row), "");
  ASSERT_TRUE(*(*reader)->Next(row));
  EXPECT_EQ((*reader)->Surplus(row), "surplus");
  EXPECT_EQ(row.ToCsv(), "1,2,3,,surplus");
  ASSERT_TRUE(*(*reader)->Next(row));
  EXPECT_EQ((*reader)->Surplus(row), "");
  EXPECT_FALSE(*(*reader)->Next(row));
  EXPECT_FALSE(*(*reader)->Next(row));
}

TEST(CsvReader, DecodesWindows1252AndSaysWhere) {
  const ReadFile file = Read("name\nPlain\nCaf\xE9 \x96 \x80 5\n");
  EXPECT_EQ(file.rows, (Rows{{"Plain"}, {"Café – € 5"}}));
  EXPECT_EQ(file.encodings.windows_1252_line, 3u);
  EXPECT_EQ(Read("name\nCafé\n").encodings.windows_1252_line, 0u);
}

TEST(CsvReader, KeepsUtf8WithABrokenPlaceAsUtf8) {
  const ReadFile file = Read("name\nCafé cut\xC3\n");
  EXPECT_EQ(file.rows, (Rows{{"Café cut\xEF\xBF\xBD"}}));
  EXPECT_EQ(file.encodings.broken_utf8_line, 2u);
  EXPECT_EQ(file.encodings.windows_1252_line, 0u);
}

TEST(CsvReader, AMissingClosingQuoteIsAnErrorWithTheLineItBeganOn) {
  EXPECT_THAT(Read("id,name\n1,a\n2,\"b\n3,c\n").error,
              AllOf(HasSubstr("t.csv: line 3: "), HasSubstr("closing quote is missing")));
  EXPECT_THAT(Read("id\n\"" + std::string(CsvReader::kMaxFieldBytes + 100'000, 'x')).error,
              AllOf(HasSubstr("t.csv: line 2: "), HasSubstr("longer than 4194304 bytes")));
}

TEST(CsvReader, BoundsColumnsAndRowLength) {
  EXPECT_THAT(Read(std::string(CsvReader::kMaxColumns + 10, ',') + "\n", kNoHeader).error,
              HasSubstr("t.csv: line 1: this row has more than 4096 columns"));
  std::string wide;
  for (int i = 0; i < 6; ++i) wide += std::string(3'000'000, 'x') + ",";
  EXPECT_THAT(Read(wide + "\n", kNoHeader).error, HasSubstr("16777216 bytes"));
}

TEST(CsvReader, BinaryIsNoText) {
  EXPECT_THAT(Read(std::string("id\n1\0\n", 6)).error,
              AllOf(HasSubstr("t.csv: line 2: holds a zero byte"), HasSubstr("save it as CSV")));
}

TEST(CsvReader, AnEmptyInputIsAnEmptyTable) {
  for (const char* text : {"", "\n", "\r\n\r\n"}) {
    const ReadFile file = Read(text);
    EXPECT_THAT(file.header, ElementsAre());
    EXPECT_EQ(file.rows, Rows{});
    EXPECT_EQ(file.error, "");
  }
}

TEST(CsvHeader, FindsExactNamesFirstThenIgnoresCaseAndPunctuation) {
  const CsvHeader header({"Name", "name", "Local authority", "post_code"});
  EXPECT_EQ(header.Find("name"), 1u);
  EXPECT_EQ(header.Find("NAME"), 0u);
  EXPECT_EQ(header.Find("local_authority"), 2u);
  EXPECT_EQ(header.Find("Post Code"), 3u);
  EXPECT_EQ(header.Find("postcode"), std::nullopt);
  EXPECT_EQ(header.Find(""), std::nullopt);
  EXPECT_EQ(header.Quoted(), "\"Name\", \"name\", \"Local authority\", \"post_code\"");
}

TEST(CsvRow, ToCsvQuotesWhatNeedsIt) {
  CsvRow row;
  row.Clear(1);
  for (const char* field : {"a", "b,c", "d\"e", "f\ng", ""}) row.Append(field);
  EXPECT_EQ(row.ToCsv(), "a,\"b,c\",\"d\"\"e\",\"f\ng\",");
}

}  // namespace
}  // namespace waypost::sources
