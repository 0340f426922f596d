#include "index_builder/sources/list_text.h"

#include "index_builder/record/folded_words.h"

namespace waypost::sources {

std::vector<std::string_view> SplitList(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(separators);
    const std::string_view part = record::Trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return parts;
}

}  // namespace waypost::sources
