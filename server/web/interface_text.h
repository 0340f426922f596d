#pragma once

// The words of the pages in the languages that they speak, from one file each (words/en.txt).
//
//   const InterfaceText& text = InterfaceText::Of(Language::kWelsh);
//   text("search.button")                        // "Chwilio"
//   text("card.checked", {{"date", "12 May 2026"}})   // "Checked 12 May 2026"
//   text.Counted("services", 3)                  // "3 services": services.one, services.other
//
// A line of a file is `key = text`; "#" begins a comment; {name} stands for a value. What Welsh
// lacks is said in English, and says so by marks (language_marks.h). Read once; immutable then and
// safe from any thread.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::server {

enum class Language : std::uint8_t { kEnglish, kWelsh };
inline constexpr std::array<Language, 2> kLanguages = {Language::kEnglish, Language::kWelsh};

// "en", "cy": of addresses and of the pages' `lang`.
std::string_view CodeOf(Language language);

class InterfaceText {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  static const InterfaceText& Of(Language language);

  // The key itself where no language has it, which the tests do not allow.
  std::string_view operator()(std::string_view key) const;
  std::string operator()(std::string_view key, Values values) const;
  // Of `key`.one or `key`.other, with {n}.
  std::string Counted(std::string_view key, std::uint64_t n) const;

  Language language() const { return language_; }
  // Keys that are said in English because this language lacks them, ascending.
  std::vector<std::string_view> Missing() const;
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  explicit InterfaceText(Language language);

  Language language_;
  std::map<std::string, std::string, std::less<>> texts_;
  std::vector<std::string_view> missing_;
};

// The lines of a file of words. Lines of no such form are left out.
std::map<std::string, std::string, std::less<>> ReadWords(std::string_view file);

// `text` with every {name} of `values` filled in.
std::string FillIn(std::string_view text, InterfaceText::Values values);

}  // namespace waypost::server
