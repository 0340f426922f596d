#include "index_builder/sources/template_text.h"

#include <algorithm>
#include <utility>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/nearest_name.h"

namespace waypost::sources {

struct TemplateText::Parser {
  std::string_view text;
  std::size_t position = 0;
  int groups = 0;
  bool in_group = false;
  std::vector<Part> parts;
  std::size_t columns = 0;

  absl::Status Fail(std::string_view what) const {
    return InvalidArgument("\"" + std::string(text) + "\", character " +
                           std::to_string(position + 1) + ": " + std::string(what));
  }

  void AppendText(char c) {
    const int group = in_group ? groups : 0;
    if (parts.empty() || parts.back().kind != PartKind::kText ||
        parts.back().optional_group != group) {
      parts.push_back({PartKind::kText, "", 0, group});
    }
    parts.back().text += c;
  }

  absl::Status TakeColumn() {
    const std::size_t end = text.find('}', position);
    if (end == text.npos) return Fail("this { is not closed; write {{ for a brace itself");
    const std::string_view name = record::Trim(text.substr(position + 1, end - position - 1));
    if (name.empty()) return Fail("{} names no column");
    parts.push_back({PartKind::kColumn, std::string(name), 0, in_group ? groups : 0});
    ++columns;
    position = end;
    return absl::OkStatus();
  }

  absl::Status TakeMark(char c) {
    if (c == '{') return TakeColumn();
    if (c == '}') return Fail("this } closes nothing; write }} for a brace itself");
    if (c == '[') {
      if (in_group) return Fail("brackets cannot stand in brackets");
      in_group = true;
      ++groups;
      return absl::OkStatus();
    }
    if (!in_group) return Fail("this ] closes nothing; write ]] for a bracket itself");
    in_group = false;
    return absl::OkStatus();
  }

  absl::Status Run() {
    for (; position < text.size(); ++position) {
      const char c = text[position];
      const bool mark = c == '{' || c == '}' || c == '[' || c == ']';
      const bool doubled = mark && position + 1 < text.size() && text[position + 1] == c;
      if (doubled) ++position;
      if (!mark || doubled) {
        AppendText(c);
      } else {
        RETURN_IF_ERROR(TakeMark(c));
      }
    }
    if (in_group) return Fail("a [ is not closed; write [[ for a bracket itself");
    return absl::OkStatus();
  }
};

absl::StatusOr<TemplateText> TemplateText::Parse(std::string_view text) {
  if (text.size() > kMaxBytes) {
    return InvalidArgument("this text is longer than " + std::to_string(kMaxBytes) + " bytes");
  }
  Parser parser;
  parser.text = text;
  RETURN_IF_ERROR(parser.Run());
  TemplateText result;
  result.parts_ = std::move(parser.parts);
  result.columns_ = parser.columns;
  return result;
}

absl::Status TemplateText::Bind(const CsvHeader& header, bool has_header) {
  for (Part& part : parts_) {
    if (part.kind != PartKind::kColumn) continue;
    ASSIGN_OR_RETURN(part.column, FindColumn(part.text, header, has_header));
  }
  return absl::OkStatus();
}

std::string TemplateText::Fill(const CsvRow& row) const {
  bool any_column = false;
  bool any_value = false;
  std::vector<int> left_out;  // groups with an empty column; a handful at most
  for (const Part& part : parts_) {
    if (part.kind != PartKind::kColumn) continue;
    const bool empty = record::Trim(row[part.column]).empty();
    if (part.optional_group == 0) {
      any_column = true;
      any_value = any_value || !empty;
    } else if (empty) {
      left_out.push_back(part.optional_group);
    }
  }
  std::string filled;
  if (any_column && !any_value) return filled;
  for (const Part& part : parts_) {
    if (std::find(left_out.begin(), left_out.end(), part.optional_group) != left_out.end())
      continue;
    filled +=
        part.kind == PartKind::kText ? std::string_view(part.text) : record::Trim(row[part.column]);
  }
  return filled;
}

absl::StatusOr<std::size_t> FindColumn(std::string_view name, const CsvHeader& header,
                                       bool has_header) {
  if (!has_header) {
    const auto number = record::ReadInteger(name);
    if (number && *number >= 1 &&
        *number <= static_cast<std::int64_t>(TemplateText::kMaxColumnNumber)) {
      return static_cast<std::size_t>(*number - 1);
    }
    return InvalidArgument("\"" + std::string(name) +
                           "\" is no column number, and the file has no header; "
                           "columns count from 1");
  }
  if (const std::optional<std::size_t> column = header.Find(name)) return *column;
  const std::vector<std::string_view> known(header.names().begin(), header.names().end());
  return InvalidArgument(Unknown("column", name, known));
}

}  // namespace waypost::sources
