#include "engine/index/manifest.h"

#include <array>
#include <charconv>

namespace waypost {

absl::StatusOr<Manifest> Manifest::Parse(std::string_view text) {
  Manifest manifest;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t equals = line.find('=');
    if (end == std::string_view::npos || equals == std::string_view::npos) {
      return DataLoss("the manifest has a line that is not key=value; rebuild the index");
    }
    manifest.Set(line.substr(0, equals), line.substr(equals + 1));
    text.remove_prefix(end + 1);
  }
  return manifest;
}

std::string Manifest::Write() const {
  std::string text;
  for (const auto& [key, value] : values_) text.append(key).append("=").append(value).append("\n");
  return text;
}

void Manifest::Set(std::string_view key, std::string_view value) {
  std::string one_line(value);
  for (char& c : one_line) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  values_.insert_or_assign(std::string(key), std::move(one_line));
}

void Manifest::Set(std::string_view key, std::uint64_t value) { Set(key, std::to_string(value)); }

void Manifest::SetNumber(std::string_view key, double value) {
  std::array<char, 64> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  Set(key, std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())));
}

absl::StatusOr<std::string> Manifest::Text(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) {
    return DataLoss("the manifest has no " + std::string(key) + "; rebuild the index");
  }
  return found->second;
}

absl::StatusOr<std::uint64_t> Manifest::Whole(std::string_view key) const {
  ASSIGN_OR_RETURN(const std::string text, Text(key));
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return DataLoss("the manifest's " + std::string(key) +
                    " is no whole number; rebuild the index");
  }
  return value;
}

absl::StatusOr<double> Manifest::Number(std::string_view key) const {
  ASSIGN_OR_RETURN(const std::string text, Text(key));
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return DataLoss("the manifest's " + std::string(key) + " is no number; rebuild the index");
  }
  return value;
}

absl::StatusOr<Date> Manifest::Day(std::string_view key) const {
  ASSIGN_OR_RETURN(const std::string text, Text(key));
  const std::optional<Date> date = ParseIsoDate(text);
  if (!date)
    return DataLoss("the manifest's " + std::string(key) + " is no date; rebuild the index");
  return *date;
}

}  // namespace waypost
