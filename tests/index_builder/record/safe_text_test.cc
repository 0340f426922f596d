#include "index_builder/record/safe_text.h"

#include <gtest/gtest.h>

#include "index_builder/record/utf8.h"

namespace waypost::record {
namespace {

std::string Text(std::string_view untrusted) { return ToSafeText(untrusted).text; }

std::string Repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST(ToSafeText, MakesLinesOfBlocks) {
  EXPECT_EQ(Text("<p>Tea &amp; cake</p><ul><li>Mondays</li><li>Fridays</li></ul>"),
            "Tea & cake\nMondays\nFridays");
  EXPECT_EQ(Text("<h4>About</h4>\n\n<p>One<br>two<br/>three</p>"), "About\nOne\ntwo\nthree");
  EXPECT_EQ(Text("<table><tr><td>Mon</td><td>10-12</td></tr><tr><td>Tue</td></tr></table>"),
            "Mon 10-12\nTue");
  EXPECT_EQ(Text("<p><br></p>"), "");
  EXPECT_EQ(Text("one <b>two</b>\nthree"), "one two\nthree");
  EXPECT_TRUE(ToSafeText("<p>x</p>").had_markup);
}

TEST(ToSafeText, RemovesWhatIsNotText) {
  EXPECT_EQ(Text("a<script>alert('x')</script>b"), "ab");
  EXPECT_EQ(Text("<style>p { color: red }</style><p>x</p>"), "x");
  EXPECT_EQ(Text("a<!-- hidden > -->b"), "ab");
  EXPECT_EQ(Text("a <svg onload=alert(1)><text>no</text></svg> b"), "a b");
  EXPECT_EQ(Text("<![CDATA[kept]]>x"), "kept]]>x");
  EXPECT_EQ(Text("<scr<script>ipt>alert(1)</script>"), "<scr");
}

TEST(ToSafeText, RemovesImagesAndTellsOfThem) {
  const SafeText html = ToSafeText("<p>Hi<img src=\"data:image/png;base64,iVBORw0KGgo=\"/></p>");
  EXPECT_EQ(html.text, "Hi");
  EXPECT_TRUE(html.had_image);
  const SafeText markdown = ToSafeText("![our logo](data:image/png;base64,iVBORw0KGgo=) welcome");
  EXPECT_EQ(markdown.text, "our logo welcome");
  EXPECT_TRUE(markdown.had_image);
  EXPECT_FALSE(ToSafeText("<p>Hi</p>").had_image);
}

TEST(ToSafeText, LeavesPlainTextAlone) {
  for (const char* text : {"for ages < 5", "ages <5 and >3", "a < b > c", "I <3 you", "AT&T",
                           "R&B; soul", "?a=1&copy=2", "Tom & Jerry", "5 * 3 = 15", "*terms apply",
                           "first_name", "<anne@example.org>", "see <https://example.org/x>",
                           "x <b", "#1 in town", "a\nb", "[see notes]", "caf\xC3\xA9"}) {
    const SafeText safe = ToSafeText(text);
    EXPECT_EQ(safe.text, text);
    EXPECT_FALSE(safe.had_markup) << text;
  }
}

TEST(ToSafeText, DecodesEntities) {
  EXPECT_EQ(Text("Tea &amp; cake"), "Tea & cake");
  EXPECT_EQ(Text("&pound;5&nbsp;each\nplus &#163;1 &#xA3;2"), "£5 each\nplus £1 £2");
  EXPECT_EQ(Text("&xyzzy;"), "&xyzzy;");
  EXPECT_EQ(Text("&lt;b&gt;"), "<b>");
  EXPECT_EQ(Text("a&#0;b&#x1F;c"),
            "a\xEF\xBF\xBD"
            "bc");
}

TEST(ToSafeText, DecodesTextThatWasEscapedTwice) {
  const SafeText safe =
      ToSafeText("&lt;p&gt;Tea &amp;amp; cake&lt;/p&gt;&lt;p&gt;Mondays&lt;/p&gt;");
  EXPECT_EQ(safe.text, "Tea & cake\nMondays");
  EXPECT_TRUE(safe.had_markup);
}

TEST(ToSafeText, TidiesSpacesAndControls) {
  EXPECT_EQ(Text("  a \t b\r\n\r\n c \x01\x7F"), "a b\nc");
  EXPECT_EQ(Text("a\xE2\x80\xAE"
                 "b"),
            "ab");  // right-to-left override
  EXPECT_EQ(Text("a\xC2\xA0"
                 "b\xE2\x80\x8B"),
            "a b");  // no-break space, zero-width space
  EXPECT_EQ(Text(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(ToSafeLine("a\n b<br>c").text, "a b c");
}

TEST(ToSafeText, TakesMarkdownMarksOut) {
  EXPECT_EQ(Text("# About us\nCome **every** day"), "About us\nCome every day");
  EXPECT_EQ(Text("[Our site](https://example.org/a)"), "Our site (https://example.org/a)");
  EXPECT_EQ(Text("__Note__ 2 ** 3"), "Note 2 ** 3");
  EXPECT_EQ(Text("[1](2)"), "[1](2)");
}

TEST(ToSafeText, RepairsBytesThatAreNotUtf8) {
  const SafeText safe = ToSafeText("caf\xE9 \xC3\xA9 \xED\xA0\x80 \xF0\x9F\x98");
  EXPECT_EQ(safe.text,
            "caf\xEF\xBF\xBD \xC3\xA9 \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD");
  EXPECT_TRUE(safe.was_not_utf8);
  EXPECT_FALSE(ToSafeText("caf\xC3\xA9").was_not_utf8);
}

// Deep nesting, unclosed comments, and a tag of a million attributes must neither end the process
// nor take quadratic time; each of these would take hours if they did.
TEST(ToSafeText, SurvivesHostileMarkup) {
  EXPECT_EQ(Text(Repeat("<div>", 1000000) + "deep"), "deep");
  EXPECT_EQ(Text(Repeat("<div>", 999) + "deep"), "deep");
  EXPECT_EQ(Text(Repeat("<b><p>", 500000) + "x"), "x");
  EXPECT_EQ(Text("a" + Repeat("<!--", 1000000)).substr(0, 5), "a<!--");
  EXPECT_EQ(Text(Repeat("<!--", 1000000) + "><p>x").size(), 1U);
  std::string attributes = "<p";
  for (int i = 0; i < 1000000; ++i) attributes += " a" + std::to_string(i) + "=1";
  EXPECT_EQ(Text(attributes + ">x"), "x");
  // Only the last two make a tag: <a b="<a b=">.
  EXPECT_EQ(Text(Repeat("<a b=\"", 300000) + ">").size(), 299998U * 6);
  EXPECT_EQ(Text(Repeat("<script>", 300000) + "x"), "");
  EXPECT_EQ(Text(Repeat("![", 500000)), Repeat("![", 500000));
  // Embedded images whose target does not end, or ends far behind with something else.
  const std::string images = Repeat("![](data:", 300000);
  EXPECT_EQ(Text(images), images);
  EXPECT_EQ(Text(images + " x)"), images + " x)");
  EXPECT_EQ(Text(Repeat("**a", 300000)).size(), 300000U);
  EXPECT_EQ(Text(Repeat("&", 1000000)), Repeat("&", 1000000));
  EXPECT_EQ(Text(Repeat("<table>", 900) + "x"), "x");
}

TEST(ToSafeText, ManyTagsGiveTheSameTextAsFew) {
  std::string few;
  std::string many;
  for (int i = 0; i < 400; ++i) few += "<p>a &amp; <b>b</b></p>";
  for (int i = 0; i < 1200; ++i) many += "<p>a &amp; <b>b</b></p>";
  EXPECT_EQ(Text(few).substr(0, 600), Text(many).substr(0, 600));
  EXPECT_EQ(Text(many).substr(0, 12), "a & b\na & b\n");
}

TEST(RepairUtf8, ReplacesEveryMaximalInvalidPart) {
  bool repaired = false;
  EXPECT_EQ(RepairUtf8("a\xE2\x82z", &repaired), "a\xEF\xBF\xBDz");
  EXPECT_TRUE(repaired);
  repaired = false;
  EXPECT_EQ(RepairUtf8("\xC0\xAF\xF5", &repaired), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_TRUE(repaired);
  repaired = false;
  EXPECT_EQ(RepairUtf8("\xF4\x8F\xBF\xBF", &repaired), "\xF4\x8F\xBF\xBF");
  EXPECT_FALSE(repaired);
}

TEST(IsUtf8, LooksAtEveryByte) {
  EXPECT_TRUE(IsUtf8(""));
  EXPECT_TRUE(IsUtf8("plain ascii that is long enough"));
  for (std::size_t i = 0; i < 24; ++i) {
    std::string text(24, 'a');
    text[i] = '\xFF';
    EXPECT_FALSE(IsUtf8(text)) << i;
  }
}

}  // namespace
}  // namespace waypost::record
