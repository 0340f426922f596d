#pragma once

// Text from feeds is untrusted: HTML, Markdown or plain, in whatever bytes. This turns it into
// plain text in valid UTF-8 that says the same.
//
//   ToSafeText("<p>Tea &amp; cake</p><ul><li>Mondays</li></ul>")   "Tea & cake\nMondays"
//   ToSafeText("for ages < 5")                                     "for ages < 5"
//
// Paragraphs, headings, list items, table rows and <br> become lines, "\n" between them, no empty
// lines, no line with spaces at its ends. Scripts, styles, comments, images (embedded ones too) and
// whatever looks like a tag go; entities are decoded; text that was HTML-escaped twice is decoded
// twice. Of Markdown, images go, **strong** and "# heading" lose their marks, [text](url) becomes
// "text (url)". Control and bidirectional override characters go; a byte that is not UTF-8 becomes
// U+FFFD.
//
// The result is plain text: it may contain "<" and must still be escaped for HTML by whoever writes
// it.
//
// O(length): nesting is bounded before the HTML parser sees it (beyond kMaxParsedTags tags a linear
// scanner takes over, with the same rules but without HTML's repair of misnested tags).

#include <cstddef>
#include <string>
#include <string_view>

namespace waypost::record {

struct SafeText {
  std::string text;
  bool had_markup = false;
  bool had_image = false;
  bool was_not_utf8 = false;
  friend bool operator==(const SafeText&, const SafeText&) = default;
};

// For descriptions: lines are kept.
SafeText ToSafeText(std::string_view untrusted);

// For names and other one-line values: every run of white space is one space.
SafeText ToSafeLine(std::string_view untrusted);

// `bytes` with every maximal invalid part replaced by U+FFFD; `repaired` says whether there was
// one. Surrogates, overlong forms and values above U+10FFFF are invalid.
std::string RepairUtf8(std::string_view bytes, bool* repaired);

inline constexpr std::size_t kMaxParsedTags = 1000;

}  // namespace waypost::record
