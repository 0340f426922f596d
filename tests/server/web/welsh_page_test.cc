// What stands on a Welsh page in English says so, or a screen reader speaks it by the rules of
// Welsh (WCAG 3.1.2): the words of publishers and of the lists of needs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/core/ascii.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

record::Directory Directory() {
  std::vector<record::Service> services;
  for (int i = 0; i < 5; ++i) {
    record::Service service = StatedService();
    service.id = "cafe-" + std::to_string(i);
    services.push_back(service);
  }
  services.push_back(testing::Service("afar"));
  record::Directory directory = testing::SmallDirectory(services);
  QuestionTree tree{.id = "company",
                    .label = "Company of others",
                    .description = "For who is alone",
                    .conditions = {},
                    .questions = {}};
  tree.questions.push_back({.id = "how",
                            .text = "How would you like to meet?",
                            .after = {},
                            .answers = {{"place", "At a place", {{"q", "coffee"}}},
                                        {"far", "From afar", {{"q", "afar"}}}}});
  directory.question_trees = {tree};
  return directory;
}

// Whether `text` has a word that English has and no Welsh of these pages.
bool IsEnglish(std::string_view text) {
  std::string words(" ");
  for (const char c : text) words += IsLetter(c) ? ToLower(c) : ' ';
  words += ' ';
  for (const char* word : {" the ", " of ", " and ", " for ", " you ", " to ", " memory ", " type ",
                           " need ", " place ", " coffee ", " council ", " save ", " print ",
                           " from ", " hall ", " source ", " is ", " your "}) {
    if (words.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string LanguageOf(std::string_view tag, const std::string& around) {
  const std::size_t at = tag.find(" lang=\"");
  if (at == tag.npos) return around;
  const std::string_view rest = tag.substr(at + 7);
  return std::string(rest.substr(0, rest.find('"')));
}

// English texts of `page` that are taken for Welsh. Nothing can be marked in a title, nor in the
// hidden data of the map.
std::vector<std::string> UnmarkedEnglish(std::string_view page) {
  std::vector<std::string> found;
  std::vector<std::string> languages = {""};  // of the elements that are open
  while (!page.empty()) {
    const std::string_view text = page.substr(0, page.find('<'));
    if (languages.back() == "cy" && !text.starts_with('{') && IsEnglish(text))
      found.emplace_back(text);
    page.remove_prefix(text.size());
    const std::string_view tag = page.substr(0, std::min(page.find('>'), page.size()));
    page.remove_prefix(std::min(tag.size() + 1, page.size()));
    const auto begins = [&](std::string_view name) { return tag.starts_with(name); };
    if (begins("</")) {
      if (languages.size() > 1) languages.pop_back();
    } else if (begins("<title")) {
      languages.emplace_back();
    } else if (!tag.empty() && !begins("<!") && !begins("<meta") && !begins("<link") &&
               !begins("<input")) {
      languages.push_back(LanguageOf(tag, languages.back()));
    }
  }
  return found;
}

TEST(WelshPage, WhatIsEnglishSaysSo) {
  const Asking asking(Directory());
  for (const char* target :
       {"/search?q=coffee", "/search?near=WE1", "/needs", "/types", "/personas", "/questions",
        "/questions/company", "/questions/company?answer=how:place", "/sources", "/list"}) {
    const bool has_query = std::string_view(target).find('?') != std::string_view::npos;
    const HttpResponse response =
        asking.Get(std::string(target) + (has_query ? "&" : "?") + "lang=cy");
    ASSERT_EQ(response.status, 200) << target;
    EXPECT_THAT(UnmarkedEnglish(response.body), IsEmpty()) << target;
  }
}

// The test above sees what it looks for.
TEST(WelshPage, AnUnmarkedTextWouldBeFound) {
  EXPECT_THAT(UnmarkedEnglish("<html lang=\"cy\"><p lang=\"en\">the end</p><input><p>the end</p>"),
              ElementsAre("the end"));
}

}  // namespace
}  // namespace waypost::server
