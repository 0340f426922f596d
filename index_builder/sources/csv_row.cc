#include "index_builder/sources/csv_row.h"

#include "index_builder/record/folded_words.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kMaxNamesInMessage = 60;

void AppendCsvField(std::string_view field, std::string& line) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += field;
    return;
  }
  line += '"';
  for (const char c : field) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

std::string CsvRow::ToCsv() const {
  std::string line;
  for (std::size_t i = 0; i < size(); ++i) {
    if (i > 0) line += ',';
    AppendCsvField((*this)[i], line);
  }
  return line;
}

void CsvRow::Clear(std::uint64_t line) {
  text_.clear();
  ends_.clear();
  line_ = line;
}

void CsvRow::Append(std::string_view field) {
  text_ += field;
  ends_.push_back(text_.size());
}

std::optional<std::size_t> CsvHeader::Find(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) return i;
  }
  const std::string folded = record::FoldWords(name);
  if (folded.empty()) return std::nullopt;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (record::FoldWords(names_[i]) == folded) return i;
  }
  return std::nullopt;
}

std::string CsvHeader::Quoted() const {
  std::string list;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (i == kMaxNamesInMessage) return list + ", ...";
    if (i > 0) list += ", ";
    list += '"' + names_[i] + '"';
  }
  return list;
}

}  // namespace waypost::sources
