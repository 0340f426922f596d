#pragma once

// The templates and the words of the pages, compiled into the program.

#include <span>
#include <string_view>

namespace waypost::server {

struct EmbeddedFile {
  std::string_view name;  // "templates/results.mustache"
  std::string_view text;
};

// In the order of CMakeLists.txt.
std::span<const EmbeddedFile> EmbeddedFiles();

// The text of the file; "" when there is none of that name.
std::string_view EmbeddedText(std::string_view name);

}  // namespace waypost::server
