#include "index_builder/sources/json_value_scanner.h"

#include <gtest/gtest.h>

namespace waypost::sources {
namespace {

struct Scanned {
  ScanResult result;
  std::size_t at;
  friend bool operator==(const Scanned&, const Scanned&) = default;
};

Scanned Scan(std::string_view text, bool stop_at_lines = false) {
  JsonValueScanner scanner(stop_at_lines);
  std::size_t at = 0;
  const ScanResult result = scanner.Scan(text, at);
  return {result, at};
}

TEST(JsonValueScanner, FindsTheEndOfAValue) {
  EXPECT_EQ(Scan("{},"), (Scanned{ScanResult::kComplete, 2}));
  EXPECT_EQ(Scan(R"({"a":[1,{"b":"}"}]} tail)"), (Scanned{ScanResult::kComplete, 19}));
  EXPECT_EQ(Scan(R"("a\"]" ])"), (Scanned{ScanResult::kComplete, 6}));
  EXPECT_EQ(Scan(R"(["\\"]x)"), (Scanned{ScanResult::kComplete, 6}));
  EXPECT_EQ(Scan("null,"), (Scanned{ScanResult::kComplete, 4}));
  EXPECT_EQ(Scan("-1.5e3]"), (Scanned{ScanResult::kComplete, 6}));
}

TEST(JsonValueScanner, TellsWhatIsWrong) {
  EXPECT_EQ(Scan("[1,2}"), (Scanned{ScanResult::kMismatch, 4}));
  EXPECT_EQ(Scan("{\"a\":\"b\nc\"}", true), (Scanned{ScanResult::kLineInText, 7}));
  EXPECT_EQ(Scan("{\"a\":\"b\nc\"}", false).result, ScanResult::kComplete);
  EXPECT_EQ(Scan(std::string(JsonValueScanner::kMaxDepth + 1, '[')).result, ScanResult::kTooDeep);
}

// Whatever the chunks, the end is the same: quotes, escapes and brackets at every boundary.
TEST(JsonValueScanner, GoesOnWhereItStopped) {
  const std::string value =
      R"({"name":"a \"quoted\" \\ text, long enough for a block","b":[{"c":"]"}]})";
  for (std::size_t cut = 0; cut <= value.size(); ++cut) {
    JsonValueScanner scanner;
    std::size_t at = 0;
    const ScanResult first = scanner.Scan(std::string_view(value).substr(0, cut), at);
    if (cut < value.size()) {
      ASSERT_EQ(first, ScanResult::kNeedMore) << cut;
      ASSERT_EQ(at, cut);
      ASSERT_EQ(scanner.Scan(value + "}]", at), ScanResult::kComplete) << cut;
    }
    EXPECT_EQ(at, value.size()) << cut;
  }
}

}  // namespace
}  // namespace waypost::sources
