#include "server/web/interface_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "engine/core/lines.h"
#include "server/web/embedded_files.h"
#include "server/web/language_marks.h"
#include "server/web/page_template.h"

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What stands between `open` and `close`, each once.
std::set<std::string> Between(std::string_view text, std::string_view open,
                              std::string_view close) {
  std::set<std::string> found;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == text.npos ? begin : text.find(close, begin);
    if (end == text.npos) return found;
    found.emplace(text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + close.size());
  }
}

std::set<std::string> PlaceholdersOf(std::string_view text) { return Between(text, "{", "}"); }

TEST(InterfaceText, FillsInValuesByName) {
  EXPECT_EQ(FillIn("{n} of {total}", {{"n", "3"}, {"total", "9"}}), "3 of 9");
  EXPECT_EQ(FillIn("no end {n", {{"n", "3"}}), "no end {n");
  EXPECT_EQ(FillIn("{unknown}!", {}), "!");
}

TEST(InterfaceText, ReadsLinesOfKeyAndText) {
  const auto words = ReadWords("# comment\n a.b = x = y \nnothing\n");
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words.at("a.b"), "x = y");
}

TEST(InterfaceText, CountsInBothForms) {
  const InterfaceText& text = InterfaceText::Of(Language::kEnglish);
  EXPECT_EQ(text.Counted("services", 1), "1 service");
  EXPECT_EQ(text.Counted("services", 1978), "1,978 services");
}

TEST(InterfaceText, EveryLineOfBothFilesIsReadOnce) {
  for (const char* name : {"words/en.txt", "words/cy.txt"}) {
    std::set<std::string_view> keys;
    for (const std::string_view line : LinesOf(EmbeddedText(name))) {
      if (line.empty() || line.starts_with('#')) continue;
      ASSERT_NE(line.find(" = "), line.npos) << name << ": " << line;
      EXPECT_TRUE(keys.insert(line.substr(0, line.find(" = "))).second) << name << ": " << line;
    }
    EXPECT_GT(keys.size(), 40U) << name;
  }
}

TEST(InterfaceText, WelshHasNoKeyThatEnglishLacks) {
  const auto& english = InterfaceText::Of(Language::kEnglish).all();
  for (const auto& [key, text] : ReadWords(EmbeddedText("words/cy.txt"))) {
    ASSERT_TRUE(english.contains(key)) << key;
    EXPECT_EQ(PlaceholdersOf(text), PlaceholdersOf(english.at(key))) << key;
  }
}

// The list of what is still said in English on Welsh pages; shown, so that it can be worked off.
TEST(InterfaceText, WhatWelshLacksIsSaidInEnglish) {
  const InterfaceText& welsh = InterfaceText::Of(Language::kWelsh);
  const InterfaceText& english = InterfaceText::Of(Language::kEnglish);
  EXPECT_THAT(english.Missing(), IsEmpty());
  for (const std::string_view key : welsh.Missing()) {
    EXPECT_EQ(welsh(key), MarkedAs(Language::kEnglish, english(key))) << key;
    if (!key.starts_with("language."))
      std::printf("in English only: %.*s\n", static_cast<int>(key.size()), key.data());
  }
}

// Every word that a template asks for is there, and nothing goes into a page unescaped.
TEST(PageTemplate, AsksOnlyForWordsThatThereAre) {
  const auto& english = InterfaceText::Of(Language::kEnglish).all();
  std::size_t templates = 0;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.name.starts_with("templates/")) continue;
    ++templates;
    const std::string text(file.text);
    EXPECT_EQ(text.find("{{{"), text.npos) << file.name;
    EXPECT_EQ(text.find("{{&"), text.npos) << file.name;
    for (const std::string& key : Between(text, "[[", "]]")) {
      EXPECT_TRUE(english.contains(key)) << file.name << ": " << key;
    }
  }
  EXPECT_GT(templates, 10U);
}

TEST(PageTemplate, IncludesOthersAndEscapesWords) {
  const std::string& page = PageTemplate("start", Language::kEnglish);
  EXPECT_EQ(page.find("{{>"), page.npos);
  EXPECT_NE(page.find("<!DOCTYPE html>"), page.npos);
  EXPECT_EQ(EscapedHtml("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c&#39;");
  EXPECT_EQ(PageTemplate("no such", Language::kEnglish), "");
}

}  // namespace
}  // namespace waypost::server
