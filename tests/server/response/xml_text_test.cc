#include "server/response/xml_text.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  AppendXmlText(out, text);
  return out;
}

TEST(AppendXmlText, NothingEndsAnElementOrAnAttribute) {
  EXPECT_EQ(Escaped("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;'");
  EXPECT_EQ(Escaped("]]>"), "]]&gt;");
  EXPECT_EQ(Escaped("a\tb\nc"), "a&#9;b&#10;c");
}

TEST(AppendXmlText, WhatXmlDoesNotAllowIsLeftOut) {
  EXPECT_EQ(Escaped(std::string_view("a\0b\x01\x1f\rc", 7)), "abc");
  EXPECT_EQ(Escaped("a\xEF\xBF\xBE\xEF\xBF\xBFz"), "az");
}

TEST(AppendXmlText, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(Escaped("caf\xC3\xA9 \xF0\x9F\x98\x80"), "caf\xC3\xA9 \xF0\x9F\x98\x80");
  for (const char* bytes : {"\xff", "\xc3", "\xc0", "\x80"}) {
    EXPECT_EQ(Escaped(bytes), "\xEF\xBF\xBD");
  }
  EXPECT_EQ(Escaped("\xed\xa0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(XmlText, ElementsNest) {
  XmlText xml;
  xml.Start("a", {{"x", "1 & 2"}})
      .Text("b", "c<d")
      .Text("none", "")
      .Empty("e", {{"f", "\""}})
      .End();
  EXPECT_EQ(std::move(xml).Take(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a x=\"1 &amp; 2\">\n<b>c&lt;d</b>\n"
            "<e f=\"&quot;\"/>\n</a>\n");
}

}  // namespace
}  // namespace waypost::server
