#include "index_builder/sources/reference/commented_csv.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {

absl::StatusOr<std::unique_ptr<CsvReader>> OpenCommentedCsv(std::unique_ptr<InputStream> stream) {
  ASSIGN_OR_RETURN(const std::string_view first, stream->Peek(1));
  if (first != "#") return CsvReader::Open(std::move(stream), {});
  std::string name = stream->name();
  ASSIGN_OR_RETURN(std::string text, ReadWholeInput(*stream));
  // Comments become empty lines, which the reader skips but counts.
  std::size_t at = 0;
  while (at < text.size() && text[at] == '#') {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    text.erase(at, end - at);
    ++at;
  }
  ASSIGN_OR_RETURN(stream, InputStream::OpenText(std::move(name), std::move(text)));
  return CsvReader::Open(std::move(stream), {});
}

std::string NamedRow::operator[](std::string_view column) const {
  const std::optional<std::size_t> at = header_.Find(column);
  return at.has_value() ? std::string(record::Trim(row_[*at])) : "";
}

}  // namespace waypost::sources
