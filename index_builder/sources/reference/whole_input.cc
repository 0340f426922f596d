#include "index_builder/sources/reference/whole_input.h"

#include <algorithm>
#include <array>
#include <span>

namespace waypost::sources {

absl::StatusOr<std::string> ReadWholeInput(InputStream& stream, std::size_t limit) {
  std::string text;
  std::array<char, 65536> buffer;
  for (;;) {
    ASSIGN_OR_RETURN(const std::size_t size, stream.Read(buffer));
    if (size == 0) return text;
    if (text.size() + size > limit) {
      return InvalidArgument(stream.name() + ": more than " + std::to_string(limit >> 20) +
                             " MB; give a smaller (generalised) file");
    }
    text.append(buffer.data(), size);
  }
}

std::size_t LineOfOffset(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string FileLabel(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace waypost::sources
