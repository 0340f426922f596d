#pragma once

// A template of templates/, made ready for a language: what it includes is put in, and every
// [[key]] is the text of that key, escaped.
//
//   {{> link}}            the text of templates/link.mustache stands here
//   [[search.button]]     InterfaceText
//   {{name}}, {{#items}}  mustache: escaped values and sections
//
// Nothing is ever unescaped: a template with {{{ }}} is a fault that the tests find.

#include <string>
#include <string_view>

#include "server/web/interface_text.h"

namespace waypost::server {

// Made once for each name and language; safe from any thread. "" when there is no such template.
const std::string& PageTemplate(std::string_view name, Language language);

// &, <, >, " and ' as entities.
std::string EscapedHtml(std::string_view text);

}  // namespace waypost::server
