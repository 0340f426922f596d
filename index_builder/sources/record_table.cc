#include "index_builder/sources/record_table.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/safe_text.h"

namespace waypost::sources {
namespace {

// "Organization ID" as "organization_id".
std::string FoldedColumn(std::string_view name) {
  std::string folded = record::FoldWords(name);
  std::replace(folded.begin(), folded.end(), ' ', '_');
  return folded;
}

bool IsIdColumn(std::string_view folded) { return folded == "id" || folded.ends_with("_id"); }

// True for a text that ToSafeLine would leave alone: nearly every id.
bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(c) || IsLetter(c) || c == '-' || c == ':' || c == '/' || c == '.';
  });
}

}  // namespace

std::string_view TableRow::operator[](std::string_view column) const {
  const std::optional<std::size_t> found = table_->Column(column);
  return found ? table_->Cell(index_, *found) : std::string_view();
}

std::string_view TableRow::Either(std::string_view column, std::string_view other) const {
  const std::string_view value = (*this)[column];
  return value.empty() ? (*this)[other] : value;
}

std::string TableRow::ToText() const {
  std::string text;
  for (std::size_t i = 0; i < table_->column_names().size(); ++i) {
    const std::string_view value = table_->Cell(index_, i);
    if (value.empty()) continue;
    if (!text.empty()) text += ',';
    text.append(table_->column_names()[i]).append("=").append(value);
  }
  return text;
}

std::vector<std::size_t> RecordTable::AddColumns(const CsvHeader& header) {
  std::vector<std::size_t> placement;
  std::vector<bool> taken(columns_.size() + header.names().size());
  for (const std::string& name : header.names()) {
    std::string folded = FoldedColumn(name);
    // A column without a name, or a second one of the same name, gets a place nobody asks for.
    auto found = columns_.find(folded);
    if (folded.empty() || (found != columns_.end() && taken[found->second])) {
      folded = "\x01" + std::to_string(names_.size());
      found = columns_.end();
    }
    if (found == columns_.end()) {
      found = columns_.emplace(std::move(folded), names_.size()).first;
      names_.push_back(name);
      is_id_.push_back(IsIdColumn(found->first));
    }
    taken[found->second] = true;
    placement.push_back(found->second);
  }
  return placement;
}

void RecordTable::Append(const CsvRow& row, const std::vector<std::size_t>& placement) {
  std::vector<std::string_view> cells(names_.size());
  for (std::size_t i = 0; i < placement.size(); ++i) cells[placement[i]] = record::Trim(row[i]);
  row_starts_.push_back(text_.size());
  row_first_cells_.push_back(cell_ends_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_id_[i] && !IsPlain(cells[i])) {
      text_ += record::ToSafeLine(cells[i]).text;
    } else {
      text_ += cells[i];
    }
    cell_ends_.push_back(static_cast<std::uint32_t>(text_.size() - row_starts_.back()));
  }
}

bool RecordTable::Says(std::uint32_t earlier, const CsvRow& row,
                       const std::vector<std::size_t>& placement) const {
  for (std::size_t i = 0; i < placement.size(); ++i) {
    const std::string_view stated = record::Trim(row[i]);
    if (stated.empty() || Cell(earlier, placement[i]) == stated) continue;
    const bool safe_id = is_id_[placement[i]] && !IsPlain(stated);
    if (!safe_id || Cell(earlier, placement[i]) != record::ToSafeLine(stated).text) return false;
  }
  return true;
}

std::string_view RecordTable::Cell(std::uint32_t row, std::size_t column) const {
  const std::uint64_t first = row_first_cells_[row];
  const std::uint64_t end =
      row + 1 < row_first_cells_.size() ? row_first_cells_[row + 1] : cell_ends_.size();
  if (column >= end - first) return {};  // the column came with a later file
  const std::uint32_t begin = column == 0 ? 0 : cell_ends_[first + column - 1];
  return std::string_view(text_).substr(row_starts_[row] + begin,
                                        cell_ends_[first + column] - begin);
}

std::optional<std::size_t> RecordTable::Column(std::string_view name) const {
  const auto found = columns_.find(name);
  if (found == columns_.end()) return std::nullopt;
  return found->second;
}

TableIndex::TableIndex(const RecordTable& table, std::string_view column, std::string_view second)
    : table_(&table), column_(table.Column(column)), second_(table.Column(second)) {
  if (!column_ && !second_) return;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (KeyOf(row) != Key()) rows_.push_back(row);
  }
  std::stable_sort(rows_.begin(), rows_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return KeyOf(a) < KeyOf(b); });
}

TableIndex::Key TableIndex::KeyOf(std::uint32_t row) const {
  return {column_ ? table_->Cell(row, *column_) : std::string_view(),
          second_ ? table_->Cell(row, *second_) : std::string_view()};
}

std::vector<TableRow> TableIndex::Find(std::string_view key, std::string_view second_key,
                                       std::size_t limit) const {
  std::vector<TableRow> found;
  const Key wanted(key, second_key);
  if (wanted == Key()) return found;
  auto it = std::lower_bound(rows_.begin(), rows_.end(), wanted,
                             [this](std::uint32_t row, const Key& k) { return KeyOf(row) < k; });
  for (; it != rows_.end() && found.size() < limit && KeyOf(*it) == wanted; ++it) {
    found.push_back(table_->row(*it));
  }
  return found;
}

std::optional<TableRow> TableIndex::First(std::string_view key) const {
  const std::vector<TableRow> found = Find(key, "", 1);
  if (found.empty()) return std::nullopt;
  return found.front();
}

}  // namespace waypost::sources
