#include "server/web/search_form.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

FormError ErrorOf(const SearchForm& form) { return FormErrorOf(QueryOf(form).status()); }

TEST(SearchFormTest, ReadsItsFieldsAndNoOthers) {
  const SearchForm form = SearchForm::Read(
      {.parameters = {{"near", "BS1"}, {"q", "tea"}, {"utm_source", "x"}, {"within", "5mi"}}});
  EXPECT_TRUE(form.was_sent);
  EXPECT_EQ(form.q + "|" + form.near + "|" + form.within + "|" + form.page, "tea|BS1|5mi|");
  EXPECT_FALSE(SearchForm::Read({.parameters = {{"utm_source", "x"}}}).was_sent);
}

TEST(SearchFormTest, EmptyFieldsAreNotAsked) {
  const auto query = QueryOf({.q = "tea", .near = "", .within = "", .page = ""});
  ASSERT_TRUE(query.ok()) << query.status();
  EXPECT_FALSE(query->near);
  EXPECT_EQ(query->page, 1);
}

TEST(SearchFormTest, AnEmptyFormIsAnError) {
  EXPECT_EQ(ErrorOf({}).field, "q");
  EXPECT_EQ(ErrorOf({}).message, "Enter what you need help with, or a postcode or place");
}

// A distance without a place was left out without a word.
TEST(SearchFormTest, ADistanceNeedsAPlace) {
  const FormError error = ErrorOf({.q = "tea", .within = "5mi"});
  EXPECT_EQ(error.field, "near");
  EXPECT_EQ(error.message, "Enter a postcode or place to search around");
}

TEST(SearchFormTest, ErrorsNameTheirFieldInPlainWords) {
  EXPECT_EQ(ErrorOf({.near = "BS1 4T"}).field, "near");
  EXPECT_EQ(ErrorOf({.q = std::string(501, 'a')}).message,
            "Use at most 64 words and 500 characters");
  EXPECT_EQ(ErrorOf({.near = "BS1", .within = "far"}).field, "within");
  EXPECT_EQ(ErrorOf({.near = "BS1", .within = "far"}).message, "Choose a distance from the list");
  for (const char* page : {"0", "x", "5000"}) {
    EXPECT_EQ(ErrorOf({.q = "tea", .page = page}).field, "");
    EXPECT_EQ(ErrorOf({.q = "tea", .page = page}).message, "There is no such page; search again");
  }
  EXPECT_EQ(FormErrorOf(Internal("/srv/x")).message, "Something went wrong. Try again.");
}

TEST(PageLinkTest, AsksTheSameOnAnotherPage) {
  EXPECT_EQ(PageLink({.q = "a&b", .near = "BS1 4", .within = "5mi", .page = "7"}, 2),
            "/?q=a%26b&near=BS1%204&within=5mi&page=2");
  EXPECT_EQ(PageLink({.q = "tea"}, 3), "/?q=tea&page=3");
}

}  // namespace
}  // namespace waypost::server
