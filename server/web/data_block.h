#pragma once

// Data for machines in a page: a script element that runs nothing. It is the only value that stands
// in a page without being escaped as HTML, so there is one function that puts it there.

#include <string>
#include <string_view>

namespace waypost::server {

// `json` with "<", ">", "&" and the line ends of JavaScript as \u escapes: the same value to who
// reads JSON, and nothing that could end the element to who reads HTML. REQUIRES: `json` is JSON,
// where those stand inside strings alone.
std::string JsonForHtml(std::string_view json);

// Puts <script type="`type`"> with `json` at the end of the head of `page`. No escaped value of a
// page can hold that end, so none can move the block.
void AddDataBlock(std::string_view type, std::string_view json, std::string& page);

}  // namespace waypost::server
