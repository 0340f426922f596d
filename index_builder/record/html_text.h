#pragma once

// HTML to plain text, the only user of the gumbo parser.
//
//   ReduceHtml("<p class=x>Tea &amp; cake<p>ages < 5")   "<p>Tea &amp; cake<p>ages &lt; 5", 2 tags
//   HtmlText(...)                                        "Tea & cake\nages < 5"
//
// `ReduceHtml` prepares text for the parser: every "<" that cannot begin a tag and every "&" that
// does not begin a closed entity become entities, so that "ages < 5" and "?a=1&copy=2" survive;
// attributes, comments and declarations go, because nobody reads them and because gumbo compares
// every attribute of a tag with every other.
//
// O(length): above kMaxParsedTags tags a linear scanner is used, because gumbo destroys its tree by
// recursion and misnested formatting can make it quadratic.

#include <cstddef>
#include <string>
#include <string_view>

namespace waypost::record {

struct ReducedHtml {
  std::string html;
  std::size_t tags = 0;
  bool has_blocks = false;  // paragraphs and the like; without them line ends are kept as they are
  bool has_entities = false;
  bool dropped = false;  // a comment or a declaration
};
ReducedHtml ReduceHtml(std::string_view text);

// Lines are separated by "\n"; white space is not yet tidied.
std::string HtmlText(const ReducedHtml& reduced, bool* had_image);

}  // namespace waypost::record
