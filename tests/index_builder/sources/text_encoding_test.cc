#include "index_builder/sources/text_encoding.h"

#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

TEST(DecodeWindows1252, EveryByteBecomesItsCharacter) {
  EXPECT_EQ(DecodeWindows1252("a\x80\x85\x91\x92\x96\x9F\xA0\xA3\xE9\xFF"), "a€…‘’–Ÿ\xC2\xA0£éÿ");
  EXPECT_EQ(DecodeWindows1252("\x81\x8D\x8F\x90\x9D"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(MakeUtf8, TellsWhatTheTextWas) {
  std::string text = "plain";
  EXPECT_EQ(MakeUtf8(text), TextEncoding::kUtf8);
  text = "Café – £5";
  EXPECT_EQ(MakeUtf8(text), TextEncoding::kUtf8);
  EXPECT_EQ(text, "Café – £5");
  text =
      "Caf\xE9 \x96 \xA3"
      "5";
  EXPECT_EQ(MakeUtf8(text), TextEncoding::kWindows1252);
  EXPECT_EQ(text, "Café – £5");
  text = "Café cut \xE2\x80";
  EXPECT_EQ(MakeUtf8(text), TextEncoding::kBrokenUtf8);
  EXPECT_EQ(text, "Café cut \uFFFD");
}

}  // namespace
}  // namespace waypost::sources
