#include "server/response/csv_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace waypost::server {
namespace {

std::string LineOf(const std::vector<std::string>& cells) {
  std::string line;
  AppendCsvLine(cells, line);
  return line;
}

TEST(AppendCsvLine, QuotesWhatNeedsIt) {
  EXPECT_EQ(LineOf({"a", "b c", ""}), "a,b c,\r\n");
  EXPECT_EQ(LineOf({"a, b", "say \"c\"", "d\ne"}), "\"a, b\",\"say \"\"c\"\"\",\"d\ne\"\r\n");
}

TEST(SheetText, NoFormulaRuns) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\n=1"}) {
    EXPECT_EQ(SheetText(text), std::string("'") + text);
  }
  EXPECT_EQ(SheetText("\r=1+1"), "'=1+1");
  EXPECT_EQ(SheetText("\x01\x7f=1+1"), "'=1+1");
  EXPECT_EQ(SheetText("1=1"), "1=1");
  EXPECT_EQ(SheetText(""), "");
  EXPECT_EQ(SheetText("Café – tea"), "Café – tea");
}

TEST(SheetPhone, StaysReadable) {
  EXPECT_EQ(SheetPhone("0114 496 0000"), "0114 496 0000");
  EXPECT_EQ(SheetPhone("+44 114 496 0000"), "+44 114 496 0000");
  EXPECT_EQ(SheetPhone("+44 (0)114 496-0000"), "+44 (0)114 496-0000");
}

TEST(SheetPhone, DigitsAloneAreNoNumberToASpreadsheet) {
  EXPECT_EQ(SheetPhone("01144960000"), "01144 960000");
  EXPECT_EQ(SheetPhone("+441144960000"), "+44 1144960000");
  EXPECT_EQ(SheetPhone("+33140205050"), "+3314 0205050");
  EXPECT_EQ(SheetPhone("999"), "999");
}

TEST(SheetPhone, WhatASpreadsheetWouldWorkOutIsMarked) {
  for (const char* phone : {"+1-1", "+44-114-496", "=1+1", "+44 +1", "+44 A1", "+A1 1", "+", "+ 1",
                            "+44 ", "-44 1", "@1", "+44 -1"}) {
    EXPECT_EQ(SheetPhone(phone), std::string("'") + phone);
  }
}

}  // namespace
}  // namespace waypost::server
