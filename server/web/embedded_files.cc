#include "server/web/embedded_files.h"

#include <algorithm>

namespace waypost::server {

std::string_view EmbeddedText(std::string_view name) {
  const auto files = EmbeddedFiles();
  const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
  return found == files.end() ? std::string_view() : found->text;
}

}  // namespace waypost::server
