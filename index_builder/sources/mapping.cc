#include "index_builder/sources/mapping.h"

#include <algorithm>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"

namespace waypost::sources {
namespace {

absl::Status BindSection(MappedSection& section, const CsvHeader& header, bool has_header) {
  for (auto& [key, value] : section.values) {
    for (TemplateText& text : value.texts) {
      const absl::Status status = text.Bind(header, has_header);
      if (!status.ok()) return Annotate(status, value.where);
    }
  }
  return absl::OkStatus();
}

}  // namespace

std::string MappedValue::Fill(const CsvRow& row, std::string& unknown) const {
  std::string filled;
  for (const TemplateText& text : texts) {
    filled = text.Fill(row);
    if (!record::Trim(filled).empty()) break;
  }
  if (first_line) filled.resize(std::min(filled.size(), filled.find_first_of("\r\n")));
  const std::string_view word = record::Trim(filled);
  if (words.empty() || word.empty()) return std::string(word);
  const auto found = words.find(LowerCase(word));
  if (found != words.end()) return found->second;
  if (otherwise) return *otherwise;
  unknown = word;
  return {};
}

const MappedValue* MappedSection::Find(std::string_view key) const {
  const auto found = values.find(key);
  return found == values.end() ? nullptr : &found->second;
}

bool SkipRule::Holds(const CsvRow& row) const {
  const std::string_view field = record::Trim(row[column]);
  if (test == SkipTest::kEmpty) return field.empty();
  if (test == SkipTest::kNotEmpty) return !field.empty();
  const bool listed = std::any_of(values.begin(), values.end(), [field](const std::string& value) {
    return record::EqualsIgnoringCase(value, field);
  });
  return listed == (test == SkipTest::kIs);
}

absl::Status Mapping::Bind(const CsvHeader& header) {
  for (SkipRule& rule : skips) {
    const absl::StatusOr<std::size_t> column =
        FindColumn(rule.column_name, header, file.has_header);
    if (!column.ok()) return Annotate(column.status(), rule.where);
    rule.column = *column;
  }
  for (TemplateText& text : id.texts) {
    const absl::Status status = text.Bind(header, file.has_header);
    if (!status.ok()) return Annotate(status, id.where);
  }
  for (MappedSection* section : {&service, &organisation, &location, &ages}) {
    RETURN_IF_ERROR(BindSection(*section, header, file.has_header));
  }
  for (auto* list : {&terms, &phones, &contacts, &costs, &areas, &eligibilities}) {
    for (MappedSection& section : *list) {
      RETURN_IF_ERROR(BindSection(section, header, file.has_header));
    }
  }
  for (MappedOpening& opening : openings) {
    RETURN_IF_ERROR(BindSection(opening.section, header, file.has_header));
  }
  return absl::OkStatus();
}

}  // namespace waypost::sources
