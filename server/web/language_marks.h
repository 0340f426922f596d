#pragma once

// What language a stretch of a page is in, where it is not that of the page: a screen reader would
// speak English by the rules of Welsh (WCAG 3.1.2).
//
//   const std::string text = MarkedAs(Language::kEnglish, "Showing 1 to 10");
//   WithLanguages("<p>" + text + "</p>", Language::kWelsh)
//       // "<p><span lang=\"en\">Showing 1 to 10</span></p>"
//
// Marks are characters of Unicode's private use, which pass through templates and their escaping
// like any other. Whoever writes them into data can make nothing but a balanced <span lang>.

#include <string>
#include <string_view>

#include "server/web/interface_text.h"

namespace waypost::server {

std::string MarkedAs(Language language, std::string_view text);

// What publishers wrote, on a page in `page`: they write English, or do not say.
std::string AsPublished(Language page, std::string_view text);

// For what is no page: a subject of a mail, a comparison.
std::string WithoutMarks(std::string_view text);

// `html`, a page in `language`, with its marks as elements where they stand in text, and dropped
// where no element can be: in attributes, titles and options. An element of `html` that has a
// `lang` of its own is in that language. O(html).
std::string WithLanguages(std::string_view html, Language language);

}  // namespace waypost::server
