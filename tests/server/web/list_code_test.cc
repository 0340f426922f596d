#include "server/web/list_code.h"

#include <gtest/gtest.h>

#include "server/web/asked_page.h"

namespace waypost::server {
namespace {

const Uuid kFirst = *ParseUuid("00112233-4455-6677-8899-aabbccddeeff");
const Uuid kSecond = *ParseUuid("ffffffff-ffff-4fff-bfff-ffffffffffff");
const Date kDay = *ParseIsoDate("2026-11-21");

ListCode CodeOf(std::vector<Uuid> ids, IdLength length = IdLength::kShort) {
  ListCode list{.day = kDay, .length = length};
  for (const Uuid& id : ids) list.ids.push_back(CutId(id, length));
  return list;
}

TEST(ListCode, IsBase64OfVersionDayAndBeginnings) {
  // 01, 512A (day 20778), then the first six bytes.
  EXPECT_EQ(DayNumber(kDay), 0x512A);
  EXPECT_EQ(FormatListCode(CodeOf({kFirst})), "AVEqABEiM0RV");
  EXPECT_EQ(FormatListCode(CodeOf({kFirst, kSecond})), "AVEqABEiM0RV________");
}

TEST(ListCode, IsReadBack) {
  for (const IdLength length : {IdLength::kShort, IdLength::kWhole}) {
    const ListCode list = CodeOf({kSecond, kFirst}, length);
    EXPECT_EQ(ParseListCode(FormatListCode(list)), list);
  }
  EXPECT_EQ(ParseListCode(FormatListCode(CodeOf({kFirst}, IdLength::kWhole)))->ids.front(), kFirst);
}

TEST(ListCode, NothingElseIsRead) {
  const char* const codes[] = {
      "",
      "AVEq",                  // no service
      "AVEqABEiM0R",           // cut
      "AVEqABEiM0RVAA",        // a byte more
      "AVEqABEiM0RV====",      // padding
      "AVEq ABEiM0RV",         // a space
      "AVEqABEiM0RV+///////",  // Base64 that is not for addresses
      "A1EqABEiM0RV",          // version 3
      "AVEqABEiM0RVABEiM0RV",  // a service twice
      "AVEqABEiM0R%",
  };
  for (const char* code : codes) EXPECT_FALSE(ParseListCode(code)) << code;
  EXPECT_FALSE(ParseListCode(std::string_view("AVEq\0ABEiM0RV", 13)));
  EXPECT_FALSE(ParseListCode(std::string(100'000, 'A')));
}

TEST(ListCode, AsManyAsAListHolds) {
  ListCode list{.day = kDay};
  for (std::uint8_t i = 0; i < kLongestList; ++i) list.ids.push_back({1, i});
  const std::string code = FormatListCode(list);
  EXPECT_EQ(code.size(), 404U);
  EXPECT_EQ(ParseListCode(code), list);
  list.ids.push_back({2});
  EXPECT_FALSE(ParseListCode(FormatListCode(list)));
}

}  // namespace
}  // namespace waypost::server
