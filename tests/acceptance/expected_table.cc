#include "tests/acceptance/expected_table.h"

#include <charconv>
#include <fstream>

namespace waypost::testing {
namespace {

std::vector<std::string> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

std::string Decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(&text[i + 1], &text[i + 1] + 2, code, 16).ptr == &text[i + 1] + 2) {
      decoded += static_cast<char>(code);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

}  // namespace

std::vector<ExpectedRow> ReadTable(const std::string& path) {
  std::ifstream file(path);
  std::vector<ExpectedRow> rows;
  std::vector<std::string> columns;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells = Split(line, "\t");
    if (columns.empty()) {
      columns = std::move(cells);
      continue;
    }
    cells.resize(columns.size());
    ExpectedRow row;
    for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> ListCell(const std::string& cell) {
  return cell == "-" || cell.empty() ? std::vector<std::string>{} : Split(cell, "; ");
}

std::vector<query::Parameter> ParametersOf(std::string_view query_string) {
  std::vector<query::Parameter> parameters;
  if (query_string.empty()) return parameters;
  for (const std::string& pair : Split(query_string, "&")) {
    const std::size_t equals = pair.find('=');
    parameters.push_back(
        {Decode(std::string_view(pair).substr(0, equals)),
         equals == std::string::npos ? "" : Decode(std::string_view(pair).substr(equals + 1))});
  }
  return parameters;
}

}  // namespace waypost::testing
