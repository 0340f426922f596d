#include "server/response/csv_text.h"

#include <algorithm>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

void AppendCell(const std::string& cell, std::string& out) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

bool IsLeftOut(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

std::string WithoutControls(std::string_view text) {
  std::string out(text);
  std::erase_if(out, IsLeftOut);
  return out;
}

bool BeginsFormula(std::string_view text) {
  constexpr std::string_view kBeginnings = "=+-@\t\n";
  return !text.empty() && kBeginnings.find(text.front()) != std::string_view::npos;
}

// "+44 1632 960001": a country's digits, a blank, and what no spreadsheet works out behind it.
bool IsForeignPhone(std::string_view text) {
  if (!text.starts_with('+')) return false;
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank < 2 || blank + 1 >= text.size()) return false;
  const auto is_inside = [](char c) {
    return IsDigit(c) || std::string_view(" ()-.").find(c) != std::string_view::npos;
  };
  const std::string_view code = text.substr(1, blank - 1);
  const std::string_view rest = text.substr(blank + 1);
  return std::ranges::all_of(code, IsDigit) && (IsDigit(rest.front()) || rest.front() == '(') &&
         std::ranges::all_of(rest, is_inside);
}

// Where a blank goes into digits alone; 0 for nowhere.
std::size_t PlaceOfBlank(std::string_view phone) {
  constexpr std::string_view kHome = "+44";
  constexpr std::size_t kAreaDigits = 5;
  const bool has_plus = phone.starts_with('+');
  const std::string_view digits = phone.substr(has_plus ? 1 : 0);
  if (digits.size() <= kAreaDigits || !std::ranges::all_of(digits, IsDigit)) return 0;
  return phone.starts_with(kHome) ? kHome.size() : kAreaDigits;
}

}  // namespace

void AppendCsvLine(std::span<const std::string> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    AppendCell(cells[i], out);
  }
  out += "\r\n";
}

std::string SheetText(std::string_view text) {
  std::string cell = WithoutControls(text);
  if (BeginsFormula(cell)) cell.insert(0, 1, '\'');
  return cell;
}

std::string SheetPhone(std::string_view phone) {
  std::string cell = WithoutControls(phone);
  if (const std::size_t place = PlaceOfBlank(cell)) cell.insert(place, 1, ' ');
  return IsForeignPhone(cell) ? cell : SheetText(cell);
}

}  // namespace waypost::server
