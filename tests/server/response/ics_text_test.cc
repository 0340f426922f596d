#include "server/response/ics_text.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

std::string LineOf(std::string_view name, std::string_view value) {
  IcsText ics;
  ics.Line(name, value);
  return std::move(ics).Take();
}

TEST(IcsEscaped, MarksWhatWouldEndAValue) {
  EXPECT_EQ(IcsEscaped("a;b,c\\d"), "a\\;b\\,c\\\\d");
  EXPECT_EQ(IcsEscaped("one\r\ntwo\nthree"), "one\\ntwo\\nthree");
  EXPECT_EQ(IcsEscaped("Café: 10am \"free\""), "Café: 10am \"free\"");
}

TEST(IcsEscaped, LeavesOutControlCharacters) {
  EXPECT_EQ(IcsEscaped(std::string("a\0b\x01\x1b\x7f\tc", 8)), "ab c");
}

TEST(IcsUri, WritesOnlyWhatAnAddressMayHold) {
  EXPECT_EQ(IcsUri("https://a.example/x?y=1,2;3#z%20"), "https://a.example/x?y=1,2;3#z%20");
  EXPECT_EQ(IcsUri("https://a.example/é b\r\nX:1"), "https://a.example/%c3%a9%20b%0d%0aX:1");
}

TEST(IcsTimes, AreDigits) {
  const int day = DayNumber(std::chrono::year(2026) / 11 / 24);
  EXPECT_EQ(IcsDate(day), "20261124");
  EXPECT_EQ(IcsLocal(day, 9 * 60 + 5), "20261124T090500");
  EXPECT_EQ(IcsLocal(day, 26 * 60), "20261125T020000");
  EXPECT_EQ(IcsUtc(DateOfDayNumber(day) + std::chrono::hours(7)), "20261124T070000Z");
}

TEST(IcsText, EndsLinesWithBothCharacters) {
  IcsText ics;
  ics.Begin("VEVENT").Text("SUMMARY", "Tea, coffee").Text("LOCATION", "").End("VEVENT");
  EXPECT_EQ(std::move(ics).Take(), "BEGIN:VEVENT\r\nSUMMARY:Tea\\, coffee\r\nEND:VEVENT\r\n");
}

TEST(IcsText, FoldsAfter75Octets) {
  EXPECT_EQ(LineOf("X", std::string(73, 'a')), "X:" + std::string(73, 'a') + "\r\n");
  EXPECT_EQ(LineOf("X", std::string(74, 'a')), "X:" + std::string(73, 'a') + "\r\n a\r\n");
  EXPECT_EQ(LineOf("X", std::string(73 + 75, 'a')),
            "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

// Every length of a character, at every place before the fold.
TEST(IcsText, CutsNoCharacter) {
  for (const std::string_view character : {"é", "…", "😀"}) {
    for (std::size_t before = 60; before < 80; ++before) {
      const std::string text = std::string(before, 'a') + std::string(character) + "b";
      const std::string line = LineOf("X", text);
      EXPECT_NE(line.find(character), std::string::npos) << before;
      EXPECT_LE(line.find("\r\n"), 75U) << before;
    }
  }
}

// Of bytes that go on without a beginning at most three are taken back.
TEST(IcsText, FoldsAnyBytes) {
  const std::string line = LineOf("X", std::string(200, '\x80'));
  EXPECT_EQ(line.size(), 2U + 200U + 2U + 3U * 2U);
}

}  // namespace
}  // namespace waypost::server
