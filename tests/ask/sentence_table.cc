#include "tests/ask/sentence_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <string_view>

#include "engine/query/parse_query.h"
#include "engine/query/resolved_query.h"
#include "engine/text/fold.h"
#include "engine/text/stop_words.h"

namespace waypost::testing {
namespace {

constexpr auto kKinds = std::to_array<std::string_view>(
    {"near", "within", "need", "circumstance", "day", "on", "from", "to", "open_at", "next_days",
     "age", "free", "access", "reach", "language", "accessibility", "words", "not"});

std::vector<std::string> Split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return parts;
    at = end + separator.size();
  }
}

Alternative ReadAlternative(const std::string& own_kind, const std::string& text) {
  const std::string kind = text.substr(0, text.find(':'));
  if (kind.size() < text.size() && std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end()) {
    return {kind, text.substr(kind.size() + 1)};
  }
  return {own_kind, text};
}

ExpectedPart ReadPart(const std::string& text) {
  ExpectedPart part;
  const std::size_t equals = text.find('=');
  std::string kind = text.substr(0, equals);
  if (!kind.empty() && kind.back() == '?') {
    part.is_required = false;
    kind.pop_back();
  }
  for (const std::string& value : Split(text.substr(equals + 1), "|")) {
    part.alternatives.push_back(ReadAlternative(kind, value));
  }
  return part;
}

std::set<std::string> ContentWords(const std::string& text) {
  std::set<std::string> words;
  for (const std::string& word : Split(text::FoldForLookup(text), " ")) {
    if (!word.empty() && !text::IsEnglishStopWord(word)) words.insert(word);
  }
  return words;
}

// The code of a term, the spelling of a closed list in the table.
std::string InTheTable(const ask::ReadPart& part) {
  std::string value = part.value.substr(part.value.rfind(':') + 1);
  if (part.parameter == "from" || part.parameter == "to") return part.value;
  std::replace(value.begin(), value.end(), '_', '-');
  return value;
}

bool IsSamePlace(const Index& index, const std::string& expected, const std::string& read) {
  if (text::FoldForLookup(expected) == text::FoldForLookup(read)) return true;
  const auto place_of = [&](const std::string& text) -> std::optional<LatLng> {
    const auto near = query::ParseNear(text);
    if (!near.ok()) return std::nullopt;
    const auto place = query::ResolvePlace(index, *near);
    return place.ok() ? std::optional(place->point) : std::nullopt;
  };
  const auto a = place_of(expected);
  const auto b = place_of(read);
  return a && b && *a == *b;
}

bool IsSaidToBeLeft(const std::string& expected, const ask::SentenceReading& reading) {
  std::string left;
  for (const std::string& stretch : reading.not_understood) left += stretch + ' ';
  const std::set<std::string> said = ContentWords(left);
  const std::set<std::string> wanted = ContentWords(expected);
  const auto found = std::count_if(wanted.begin(), wanted.end(),
                                   [&](const std::string& word) { return said.contains(word); });
  return !wanted.empty() && 2 * static_cast<std::size_t>(found) >= wanted.size();
}

bool IsSame(const Index& index, const Alternative& expected, const ask::ReadPart& part) {
  if (expected.kind == "near") {
    return (part.parameter == "near" || part.parameter == "authority") &&
           IsSamePlace(index, expected.value, part.value);
  }
  if (expected.kind == "words") {
    return part.parameter == "q" && ContentWords(expected.value) == ContentWords(part.value);
  }
  return part.parameter == expected.kind && InTheTable(part) == expected.value;
}

bool Accepts(const Index& index, const ExpectedPart& expected, const ask::ReadPart& part) {
  return std::any_of(expected.alternatives.begin(), expected.alternatives.end(),
                     [&](const Alternative& one) { return IsSame(index, one, part); });
}

bool IsRead(const Index& index, const ExpectedPart& expected, const ask::SentenceReading& reading) {
  for (const Alternative& one : expected.alternatives) {
    if (one.kind == "not" && IsSaidToBeLeft(one.value, reading)) return true;
  }
  return std::any_of(reading.parts.begin(), reading.parts.end(),
                     [&](const ask::ReadPart& part) { return Accepts(index, expected, part); });
}

std::string TextOf(const ExpectedPart& part) {
  std::string text;
  for (const Alternative& one : part.alternatives) {
    text += (text.empty() ? "" : " | ") + one.kind + "=" + one.value;
  }
  return text;
}

}  // namespace

std::vector<SentenceRow> ReadSentenceTable(const std::string& path) {
  std::ifstream file(path);
  std::vector<SentenceRow> rows;
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = Split(line, "\t");
    if (cells.size() != 5) continue;
    SentenceRow row{cells[0], cells[1], !cells[2].empty(), cells[3], {}};
    for (const std::string& part : Split(cells[4], "; ")) row.parts.push_back(ReadPart(part));
    rows.push_back(std::move(row));
  }
  return rows;
}

SentenceScore& SentenceScore::operator+=(const SentenceScore& other) {
  parts += other.parts;
  right += other.right;
  wrong += other.wrong;
  faults += other.faults;
  return *this;
}

SentenceScore ScoreSentence(const Index& index, const SentenceRow& row,
                            const ask::SentenceReading& reading) {
  SentenceScore score;
  for (const ExpectedPart& part : row.parts) {
    if (!part.is_required) continue;
    ++score.parts;
    if (IsRead(index, part, reading)) {
      ++score.right;
    } else {
      score.faults += "  not read: " + TextOf(part) + "\n";
    }
  }
  std::set<std::pair<std::string, std::string>> seen;
  for (const ask::ReadPart& part : reading.parts) {
    if (!seen.insert({part.parameter, part.value}).second) continue;
    if (std::any_of(row.parts.begin(), row.parts.end(),
                    [&](const ExpectedPart& one) { return Accepts(index, one, part); })) {
      continue;
    }
    ++score.wrong;
    score.faults += "  read wrongly: " + part.parameter + "=" + part.value + "\n";
  }
  if (!score.faults.empty()) score.faults = row.id + " " + row.sentence + "\n" + score.faults;
  return score;
}

}  // namespace waypost::testing
