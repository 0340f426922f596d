#include "server/web/language_marks.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

const std::string kNext = MarkedAs(Language::kEnglish, "Next page");
const std::string kMonday = MarkedAs(Language::kWelsh, "Dydd Llun");

std::string Page(const std::string& html) { return WithLanguages(html, Language::kWelsh); }

TEST(LanguageMarks, OtherLanguagesStandInElements) {
  EXPECT_EQ(Page("<p>" + kNext + "</p>"), "<p><span lang=\"en\">Next page</span></p>");
  EXPECT_EQ(Page("<p>" + kMonday + "</p>"), "<p>Dydd Llun</p>");
  EXPECT_EQ(Page("<p>Ble: " + kNext + " a " + kNext + "</p>"),
            "<p>Ble: <span lang=\"en\">Next page</span> a <span lang=\"en\">Next page</span></p>");
}

TEST(LanguageMarks, AnElementHasALanguageOfItsOwn) {
  EXPECT_EQ(Page("<dd lang=\"en\">" + kMonday + " 10am, " + kNext + "</dd><dd>" + kNext + "</dd>"),
            "<dd lang=\"en\"><span lang=\"cy\">Dydd Llun</span> 10am, Next page</dd>"
            "<dd><span lang=\"en\">Next page</span></dd>");
  EXPECT_EQ(Page("<div lang=\"en\"><div>" + kNext + "</div>" + kNext + "</div>" + kNext),
            "<div lang=\"en\"><div>Next page</div>Next page</div>"
            "<span lang=\"en\">Next page</span>");
}

TEST(LanguageMarks, WhereNoElementCanStandThereIsNone) {
  EXPECT_EQ(Page("<title>" + kNext + "</title><a title=\"" + kNext + "\">x</a>"),
            "<title>Next page</title><a title=\"Next page\">x</a>");
  EXPECT_EQ(Page("<option>" + kNext + "</option>"), "<option>Next page</option>");
}

// A publisher may write any character.
TEST(LanguageMarks, WhateverIsMarkedElementsStayBalanced) {
  const std::string begin = kNext.substr(0, 3), end = kNext.substr(kNext.size() - 3);
  EXPECT_EQ(Page("<p>" + begin + "a</p><p>b</p>"),
            "<p><span lang=\"en\">a</span></p><p><span lang=\"en\">b</span></p>");
  EXPECT_EQ(Page("<p>" + end + end + "a" + begin), "<p>a");
  EXPECT_EQ(Page("<p" + begin), "<p");
  EXPECT_EQ(Page("\xEE\x80"), "\xEE\x80");
}

TEST(LanguageMarks, WhatPublishersWroteIsEnglish) {
  EXPECT_EQ(AsPublished(Language::kEnglish, "Debt advice"), "Debt advice");
  EXPECT_EQ(Page("<a>" + AsPublished(Language::kWelsh, "Debt advice") + "</a>"),
            "<a><span lang=\"en\">Debt advice</span></a>");
}

TEST(LanguageMarks, AreTakenOff) { EXPECT_EQ(WithoutMarks("a " + kNext + "!"), "a Next page!"); }

}  // namespace
}  // namespace waypost::server
