#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "index_builder/sources/record_source.h"
#include "tests/index_builder/sources/packed_files.h"
#include "tests/index_builder/sources/read_all.h"

namespace waypost::sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class OpenRecordSourceTest : public ::testing::Test {
 protected:
  ReadResult Open(const std::string& path, const std::string& format = "",
                  const std::string& mapping = "") {
    return ReadAll(
        OpenRecordSource({.id = "s", .path = path, .format = format, .mapping = mapping}, sink_));
  }

  TemporaryFolder folder_;
  record::CollectingSink sink_;
};

constexpr std::string_view kJson = R"([{"id": "1", "name": "A", "status": "active"}])";
constexpr std::string_view kHsds = "id,organization_id,name,status\n1,o,A,active\n";
constexpr std::string_view kTable = "Ref;Club\n1;A\n";

TEST_F(OpenRecordSourceTest, FindsTheFormatFromTheContent) {
  for (const std::string& path : {
           folder_.Write("a.csv", kJson),  // the name does not matter
           folder_.Write("b.bin", Gzip(kJson)),
           folder_.Write("c.json", kHsds),
           folder_.Write("d", Gzip(kHsds)),
       }) {
    const ReadResult result = Open(path);
    EXPECT_EQ(result.error, "") << path;
    ASSERT_EQ(result.services.size(), 1u) << path;
    EXPECT_EQ(result.services[0].name, "A");
    EXPECT_EQ(result.services[0].source, "s");
  }
}

TEST_F(OpenRecordSourceTest, FoldersAndArchivesOfTables) {
  folder_.Write("package/services.csv", kHsds);
  folder_.Write("package/organizations.csv", "id,name\no,Org\n");
  const ReadResult result = Open(folder_.path() + "/package");
  ASSERT_EQ(result.services.size(), 1u) << result.error;
  EXPECT_EQ(result.services[0].organisation.value().name, "Org");

  const std::string zip = folder_.path() + "/p.zip";
  WriteZip(zip, {{"x/services.csv", std::string(kHsds)}, {"x/phones.csv", "id\n"}});
  EXPECT_EQ(Open(zip).services.size(), 1u);
  const std::string single = folder_.path() + "/single.zip";
  WriteZip(single, {{"export.csv", std::string(kHsds)}});
  EXPECT_EQ(Open(single).services.size(), 1u) << Open(single).error;
}

TEST_F(OpenRecordSourceTest, AMappingMakesATableASource) {
  const std::string mapping =
      folder_.Write("m.toml", "id.value = '{Ref}'\nservice.name = '{Club}'\n");
  const std::string table = folder_.Write("t.csv", kTable);
  EXPECT_EQ(Open(table, "", mapping).services.size(), 1u);
  EXPECT_EQ(Open(table, "csv", mapping).services.size(), 1u);
  EXPECT_THAT(Open(table, "hsds", mapping).error, HasSubstr("for format \"csv\" only"));
}

TEST_F(OpenRecordSourceTest, AnUnknownTableNamesItsColumnsAndTheWayOut) {
  const std::string table = folder_.Write("t.csv", kTable);
  for (const char* format : {"", "csv"}) {
    EXPECT_THAT(Open(table, format).error,
                AllOf(HasSubstr("t.csv: is a table"), HasSubstr("\"Ref\", \"Club\""),
                      HasSubstr("data/mappings/README.md")));
  }
}

TEST_F(OpenRecordSourceTest, OtherFilesAreErrorsThatSayWhatIsKnown) {
  EXPECT_THAT(Open(folder_.Write("a", "<!doctype html>")).error, HasSubstr("is HTML or XML"));
  EXPECT_THAT(Open(folder_.Write("b", std::string("\0\1", 2))).error,
              HasSubstr("is a binary file"));
  EXPECT_THAT(Open(folder_.Write("c", " \n ")).error, HasSubstr("c: is empty"));
  EXPECT_THAT(Open(folder_.Write("d", kTable), "xml").error, HasSubstr("unknown format \"xml\""));
  folder_.Write("e/readme.txt", "x");
  EXPECT_THAT(Open(folder_.path() + "/e").error,
              AllOf(HasSubstr("first file: readme.txt"), HasSubstr("known are: ORUK 3.0")));
  EXPECT_EQ(OpenRecordSource(
                {.id = "s", .path = folder_.path() + "/none", .format = "", .mapping = ""}, sink_)
                .status()
                .code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace waypost::sources
