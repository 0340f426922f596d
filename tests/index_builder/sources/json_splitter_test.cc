#include "index_builder/sources/json_splitter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/index_builder/sources/packed_files.h"

namespace waypost::sources {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Split {
  std::vector<std::string> pieces;  // "list@offset text", "!" in front of a broken one
  std::string error;
  JsonEnvelopes envelopes;
};

Split SplitText(std::string text, std::size_t max_record = JsonSplitter::kDefaultMaxRecord,
                bool resume_inside = false,
                std::size_t search_budget = JsonSplitter::kSearchBudget) {
  Split split;
  auto input = InputStream::OpenText("feed.json", std::move(text));
  if (!input.ok()) {
    split.error = MessageOf(input.status());
    return split;
  }
  JsonSplitter splitter(**input, max_record, search_budget);
  JsonPiece piece;
  for (;;) {
    const absl::StatusOr<bool> more = splitter.Next(piece);
    if (!more.ok()) {
      split.error = MessageOf(more.status());
      break;
    }
    if (!*more) break;
    split.pieces.push_back((piece.broken ? "!" : "") + std::string(piece.list) + "@" +
                           std::to_string(piece.offset) + " " + std::string(piece.text));
    if (resume_inside) {
      EXPECT_TRUE(splitter.ResumeInside().ok());
    }
  }
  split.envelopes = splitter.envelopes();
  return split;
}

std::vector<std::string> Pieces(std::string text) {
  Split split = SplitText(std::move(text));
  EXPECT_EQ(split.error, "");
  return split.pieces;
}

TEST(JsonSplitter, CutsAList) {
  EXPECT_THAT(Pieces(R"([{"id":1}, {"id":2} ])"), ElementsAre(R"(@1 {"id":1})", R"(@11 {"id":2})"));
  EXPECT_THAT(Pieces("[]"), IsEmpty());
  EXPECT_THAT(Pieces(R"([[{"id":1}],[{"id":2}]])"),
              ElementsAre(R"(@2 {"id":1})", R"(@13 {"id":2})"));
  EXPECT_THAT(Pieces(R"([null,{"id":1},5,"x"])"),
              ElementsAre("@1 null", R"(@6 {"id":1})", "@15 5", "@17 \"x\""));
}

TEST(JsonSplitter, CutsPagesUnderAnyName) {
  for (const std::string name :
       {"contents", "content", "items", "data", "results", "services", "records"}) {
    EXPECT_THAT(Pieces("{\"total_items\":1,\"" + name + "\":[{\"id\":1}],\"empty\":false}"),
                ElementsAre(name + "@" + std::to_string(21 + name.size()) + " {\"id\":1}"))
        << name;
  }
  EXPECT_THAT(Pieces(R"({"data":{"services":[{"id":1}]}})"),
              ElementsAre(R"(services@21 {"id":1})"));
  EXPECT_THAT(Pieces(R"({"service":{"id":1,"name":"x"}})"),
              ElementsAre(R"(service@11 {"id":1,"name":"x"})"));
}

TEST(JsonSplitter, CutsPagesOneAfterAnother) {
  const Split split = SplitText(
      R"({"totalElements":3,"content":[{"id":1},{"id":2}]}{"totalElements":3,"content":[{"id":3}]})"
      "\n"
      R"({"content":[]})");
  EXPECT_EQ(split.error, "");
  EXPECT_EQ(split.pieces.size(), 3U);
  EXPECT_EQ(split.envelopes.pages, 3U);
  EXPECT_EQ(split.envelopes.pages_without_total, 1U);
  EXPECT_EQ(split.envelopes.elements, 3U);
  EXPECT_EQ(split.envelopes.total, 3U);
}

TEST(JsonSplitter, CutsLines) {
  EXPECT_THAT(Pieces("{\"id\":1}\n{\"id\":2}\r\n\n{\"id\":3}"),
              ElementsAre(R"(@0 {"id":1})", R"(@9 {"id":2})", R"(@20 {"id":3})"));
}

TEST(JsonSplitter, KeepsASingleRecordWhole) {
  const std::string record =
      R"({"contacts":[{"id":1}],"id":7,"name":"x","services":[],"locations":[],"content":"text"})";
  EXPECT_THAT(Pieces(record), ElementsAre("@0 " + record));
  EXPECT_THAT(Pieces(R"({"version":"HSDS-UK-3.0","openapi_url":"u"})"),
              ElementsAre(R"(@0 {"version":"HSDS-UK-3.0","openapi_url":"u"})"));
}

TEST(JsonSplitter, CutsSeparateEntities) {
  EXPECT_THAT(Pieces(R"({"organizations":[{"id":"o"}],"services":[{"id":"s"}],"locations":[]})"),
              ElementsAre(R"(organizations@18 {"id":"o"})", R"(services@42 {"id":"s"})"));
  EXPECT_THAT(Pieces(R"({"locations":[{"id":"l"}],"contacts":[{"id":"c"}]})"),
              ElementsAre(R"(locations@14 {"id":"l"})", R"(contacts@38 {"id":"c"})"));
}

TEST(JsonSplitter, KnowsStringsAndEscapes) {
  const std::string record = R"({"id":1,"name":"a \"}],{\" \\","u":"\u007d"})";
  EXPECT_THAT(Pieces("[" + record + "]"), ElementsAre("@1 " + record));
}

TEST(JsonSplitter, TellsThatAnInputIsCutShort) {
  const std::string whole =
      R"({"total_items":2,"contents":[{"id":1,"phones":[{"n":"a"},{"n":"b"}]},{"id":2}]})";
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const Split split = SplitText(whole.substr(0, size));
    EXPECT_THAT(split.error, HasSubstr("cut short")) << whole.substr(0, size);
    EXPECT_THAT(split.error, HasSubstr("feed.json: byte "));
  }
  EXPECT_EQ(SplitText(whole).error, "");
}

TEST(JsonSplitter, TellsThatAnInputIsNotJson) {
  EXPECT_THAT(SplitText("<!DOCTYPE html><html>").error, HasSubstr("byte 0: this is a web page"));
  EXPECT_THAT(SplitText("id,name\n1,x\n").error, HasSubstr("not JSON"));
  EXPECT_THAT(SplitText("").error, HasSubstr("the file is empty"));
  EXPECT_THAT(SplitText("  \n ").error, HasSubstr("the file is empty"));
  EXPECT_THAT(SplitText(R"({"content":[] oops})").error,
              HasSubstr("byte 14: the name of a member"));
}

// In each of these one record is broken; the ones around it must come out whole.
TEST(JsonSplitter, GoesOnBehindABrokenRecordInAList) {
  const std::string good1 = R"({"id":1,"name":"one","phones":[{"id":"a"},{"id":"b"}]})";
  const std::string good2 = R"({"id":3,"name":"three","phones":[{"id":"a"},{"id":"b"}]})";
  for (const std::string bad :
       {R"({"id":2,"phones":[{"id":"a"},{"id":"b"}})",    // a list without end
        R"({"id":2,"phones":[{"id":"a"},{"id":"b"}])",    // a record without end
        R"({"id":2,"name":"two,"phones":[{"id":"a"}]})",  // a quote too few
        R"({"id":2,"name":"two","phones":[{"id":"a},{"id":"b"}]})", R"({"id":2,"name":"two"]})",
        R"({"id":2,"name":"t"wo","a":[}]})"}) {
    for (const std::string before : {"", "{\"content\":"}) {
      const std::string after = before.empty() ? "" : ",\"last\":true}";
      const Split split =
          SplitText(before + "[" + good1 + "," + bad + "," + good2 + "," + good1 + "]" + after,
                    JsonSplitter::kDefaultMaxRecord, true);
      EXPECT_EQ(split.error, "") << bad;
      std::vector<std::string> whole;
      std::size_t others = 0;
      for (const std::string& piece : split.pieces) {
        const std::string text = piece.substr(piece.find(' ') + 1);
        if (text == good1 || text == good2) {
          whole.push_back(text);
        } else {
          ++others;
        }
      }
      EXPECT_THAT(whole, ElementsAre(good1, good2, good1)) << before << bad;
      EXPECT_EQ(others, 1U) << before << bad;
    }
  }
}

// A service with its contacts, as whole text and with a brace too few.
std::string Record(int id) {
  const std::string number = std::to_string(id);
  return R"({"id":)" + number +
         R"(,"name":"S","contacts":[{"id":"a","name":"A"},{"id":"b","name":)" +
         R"("B"},{"id":"c","name":"C"}],"organization":{"id":"o"}})";
}
std::string BrokenRecord(int id) {
  const std::string whole = Record(id);
  return whole.substr(0, whole.size() - 1);
}

// The whole records among the pieces, and how many other pieces there are.
std::pair<std::vector<std::string>, std::size_t> WholeRecords(const Split& split) {
  std::vector<std::string> whole;
  for (const std::string& piece : split.pieces) {
    const std::string text = piece.substr(piece.find(' ') + 1);
    if (!piece.starts_with("!")) whole.push_back(text);
  }
  return {whole, split.pieces.size() - whole.size()};
}

// A second broken record within the next 64 refused every place to go on before it, and the good
// records between the two were lost in the first.
TEST(JsonSplitter, GoodRecordsBetweenTwoBrokenOnesComeOut) {
  for (const bool broken_first : {false, true}) {
    std::vector<std::string> expected;
    std::string text = "[";
    const auto add = [&](int from, int to) {
      for (int id = from; id < to; ++id) {
        expected.push_back(Record(id));
        text += Record(id) + ",";
      }
    };
    if (!broken_first) add(0, 1);
    text += BrokenRecord(1000) + ",";
    add(1, 11);
    text += BrokenRecord(1001) + ",";
    add(11, 111);
    text.back() = ']';
    const Split split = SplitText(text);
    EXPECT_EQ(split.error, "");
    const auto [whole, others] = WholeRecords(split);
    EXPECT_EQ(whole, expected) << broken_first;
    EXPECT_EQ(others, 2U) << broken_first;
  }
}

// What lies inside a broken record is never given out as a record of the list.
TEST(JsonSplitter, PartsOfABrokenRecordAreNoRecords) {
  const std::string contacts =
      R"([{"id":"a","name":"A"},{"id":"b","name":"B"},{"id":"c","name":"C"})";
  for (const std::string& bad :
       {R"({"id":9,"name":"S","contacts":)" + contacts + R"(,"organization":{"id":"o"}})",
        R"({"id":9,"name":"S","contacts":)" + contacts + R"(],"organization":{"id":"o")",
        R"({"id":9,"name":"S","contacts":)" + contacts + R"(,{"id":"d","phones":[{]}],"x":1})"}) {
    const Split split = SplitText("[" + Record(1) + "," + bad + "," + Record(2) + "," +
                                  BrokenRecord(3) + "," + Record(4) + "," + Record(5) + "]");
    EXPECT_EQ(split.error, "");
    const auto [whole, others] = WholeRecords(split);
    EXPECT_THAT(whole, ElementsAre(Record(1), Record(2), Record(4), Record(5))) << bad;
    EXPECT_EQ(others, 2U) << bad;
  }
}

// Looking for places to go on was paid for even when it succeeded, so that after enough broken
// records the next one ended the build.
TEST(JsonSplitter, AnyNumberOfBrokenRecordsIsSurvived) {
  constexpr std::size_t kSmallBudget = 100'000;
  std::vector<std::string> expected;
  std::string text = "[";
  for (int id = 0; id < 1000; ++id) {
    expected.push_back(Record(id));
    text += Record(id) + "," + BrokenRecord(id) + ",";
  }
  text.back() = ']';
  const Split split = SplitText(text, JsonSplitter::kDefaultMaxRecord, false, kSmallBudget);
  EXPECT_EQ(split.error, "");
  const auto [whole, others] = WholeRecords(split);
  EXPECT_EQ(whole, expected);
  EXPECT_EQ(others, 1000U);
}

// The most memory that the process has used since ForgetPeakMemory, in kilobytes; 0 when the system
// does not tell.
std::size_t PeakKilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes;
  }
  return 0;
}
void ForgetPeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }

// White space between records was kept until the next record: a gzip of ten megabytes of spaces
// grew the window to gigabytes.
TEST(JsonSplitter, WhiteSpaceIsNotKept) {
  constexpr std::size_t kMegabyte = 1U << 20U;
  const std::string spaces = Gzip(std::string(kMegabyte, ' '));
  const std::vector<std::pair<std::string, std::string>> ends = {
      {R"([{"id":1},)", R"({"id":2}])"},
      {R"({)", R"("id":1})"},
      {R"({"id":1})", R"({"id":2})"},
      {R"({"total":1,)", R"("content":[{"id":1}]})"}};
  for (const auto& [before, after] : ends) {
    std::string packed = Gzip(before);
    for (int i = 0; i < 64; ++i) packed += spaces;
    packed += Gzip(after);
    ForgetPeakMemory();
    const std::size_t begun = PeakKilobytes();
    const Split split = SplitText(packed, kMegabyte);
    EXPECT_LT(PeakKilobytes() - begun, 24U * 1024) << before;
    EXPECT_FALSE(split.pieces.empty()) << before;
  }
}

TEST(JsonSplitter, GoesOnBehindABrokenLine) {
  const Split split = SplitText(
      "{\"id\":1}\n{\"id\":2,\"name\":\"open\n{\"id\":3}\n{\"id\":4,\"a\":[}\n{\"id\":5\n{\"id\":6}"
      "\noops\n{\"id\":7}\n");
  EXPECT_EQ(split.error, "");
  EXPECT_THAT(split.pieces,
              ElementsAre("@0 {\"id\":1}", "!@9 {\"id\":2,\"name\":\"open", "@30 {\"id\":3}",
                          "!@39 {\"id\":4,\"a\":[}", "!@54 {\"id\":5", "@62 {\"id\":6}",
                          "!@71 oops", "@76 {\"id\":7}"));
}

TEST(JsonSplitter, GoesOnBehindABrokenFirstLine) {
  const Split split = SplitText("{\"id\":1,\"a\":[}\n{\"id\":2}\n{\"id\":3}\n");
  EXPECT_THAT(split.pieces,
              ElementsAre("!@0 {\"id\":1,\"a\":[}\n", "@15 {\"id\":2}", "@24 {\"id\":3}"));
}

TEST(JsonSplitter, RejectsAnOverlongRecordAndGoesOn) {
  const std::string longer = R"({"id":2,"text":")" + std::string(5000, 'x') + "\"}";
  const Split split = SplitText("[{\"id\":1}," + longer + ",{\"id\":3}]", 1000);
  EXPECT_EQ(split.error, "");
  ASSERT_EQ(split.pieces.size(), 3U);
  EXPECT_THAT(split.pieces[1], HasSubstr("!@10 {\"id\":2"));
  EXPECT_THAT(split.pieces[2], HasSubstr("{\"id\":3}"));
}

TEST(JsonSplitter, ReadsThroughWindowsOfAnySize) {
  std::string text = "[";
  std::vector<std::string> expected;
  for (int i = 0; i < 20000; ++i) {
    const std::string record = "{\"id\":" + std::to_string(i) + ",\"t\":\"" +
                               std::string(static_cast<std::size_t>(i % 97), 'y') + "\\\"\"}";
    expected.push_back("@" + std::to_string(text.size()) + " " + record);
    text += record + ",\n";
  }
  text += "]";
  EXPECT_EQ(Pieces(text), expected);
}

// Nothing but broken records, deep nesting, and colons where values are due: it must end, soon.
TEST(JsonSplitter, SurvivesHostileInput) {
  std::string broken = "[";
  for (int i = 0; i < 20000; ++i) broken += "{\"id\":[},";
  SplitText(broken + "]");
  SplitText(std::string(3000000, '['));
  SplitText("[" + std::string(100000, ':') + "]");
  SplitText("[" + std::string(100000, '}') + "]");
  SplitText("{" + std::string(100000, '"') + "}");
  std::string nested;
  for (int i = 0; i < 200000; ++i) nested += "{\"data\":";
  SplitText(nested);
  SplitText("{\"id\":1}" + std::string(100000, 'x'));
  SUCCEED();
}

}  // namespace
}  // namespace waypost::sources
