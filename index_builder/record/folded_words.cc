#include "index_builder/record/folded_words.h"

#include "engine/core/ascii.h"

namespace waypost::record {
namespace {

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsWordByte(char c) {
  return IsUpper(c) || IsLower(c) || IsDigit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

std::string FoldWords(std::string_view text) {
  std::string folded;
  folded.reserve(text.size() + 4);
  char previous = ' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == kNoBreakSpace) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
      previous = ' ';
      ++i;
      continue;
    }
    const char c = text[i];
    const bool word_starts = !IsWordByte(c) || (IsUpper(c) && IsLower(previous));
    if (word_starts && !folded.empty() && folded.back() != ' ') folded += ' ';
    if (IsWordByte(c)) folded += ToLower(c);
    previous = c;
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string_view Trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && IsAsciiSpace(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && IsAsciiSpace(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ToLower(a[i]) != ToLower(b[i])) return false;
  }
  return true;
}

}  // namespace waypost::record
