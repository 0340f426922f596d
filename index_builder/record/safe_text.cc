#include "index_builder/record/safe_text.h"

#include <algorithm>
#include <cstdint>

#include "index_builder/record/html_text.h"
#include "index_builder/record/markdown_text.h"
#include "index_builder/record/utf8.h"

namespace waypost::record {
namespace {

enum class CharacterClass : std::uint8_t { kText, kSpace, kLineEnd, kDropped };

// What a character beyond ASCII is to a reader. Dropped: C1 controls, zero-width marks that hide
// text from search, the byte-order mark, and the marks that reorder text on screen. The joiners
// U+200C and U+200D are letters' business in Persian, Hindi and emoji: they stay.
CharacterClass ClassOf(std::uint32_t code_point) {
  if (code_point < 0x20) {
    if (code_point == '\n') return CharacterClass::kLineEnd;
    return code_point == '\t' || code_point == 0x0B || code_point == 0x0C || code_point == '\r'
               ? CharacterClass::kSpace
               : CharacterClass::kDropped;
  }
  if (code_point == ' ') return CharacterClass::kSpace;
  if (code_point < 0x7F) return CharacterClass::kText;
  if (code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029) {
    return CharacterClass::kLineEnd;
  }
  if (code_point <= 0x9F) return CharacterClass::kDropped;
  if (code_point == 0xA0 || code_point == 0x1680 ||
      (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x202F ||
      code_point == 0x205F || code_point == 0x3000) {
    return CharacterClass::kSpace;
  }
  if (code_point == 0xAD || code_point == 0x200B || code_point == 0x200E || code_point == 0x200F ||
      (code_point >= 0x202A && code_point <= 0x202E) ||
      (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF ||
      (code_point >= 0xFFF9 && code_point <= 0xFFFB) || (code_point & 0xFFFEU) == 0xFFFE ||
      (code_point >= 0xE0000 && code_point <= 0xE007F)) {
    return CharacterClass::kDropped;
  }
  return CharacterClass::kText;
}

// How many characters of ASCII that show, spaces apart, `text` begins with.
std::size_t PlainLength(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && text[i] > ' ' && text[i] < 0x7F) ++i;
  return i;
}

// Valid UTF-8 in, the same without controls, with one space or one line end between words.
std::string Tidy(std::string_view text, bool one_line) {
  std::string tidy;
  tidy.reserve(text.size());
  enum class Gap : std::uint8_t { kNone, kSpace, kLine };
  Gap gap = Gap::kNone;
  const auto add = [&](std::string_view part) {
    if (gap != Gap::kNone && !tidy.empty()) tidy += gap == Gap::kLine ? '\n' : ' ';
    gap = Gap::kNone;
    tidy += part;
  };
  for (std::size_t i = 0; i < text.size();) {
    // Most of a text is words in ASCII.
    const std::size_t plain = PlainLength(text.substr(i));
    if (plain > 0) add(text.substr(i, plain));
    i += plain;
    if (i == text.size()) break;
    const std::size_t length = Utf8Length(text.substr(i));
    const CharacterClass kind = ClassOf(Utf8CodePoint(text.substr(i), length));
    if (kind == CharacterClass::kLineEnd || (text[i] == '\r')) {
      gap = one_line ? std::max(gap, Gap::kSpace) : Gap::kLine;
    } else if (kind == CharacterClass::kSpace) {
      gap = std::max(gap, Gap::kSpace);
    } else if (kind == CharacterClass::kText) {
      add(text.substr(i, length));
    }
    i += length;
  }
  return tidy;
}

// True when an already decoded text holds HTML that was escaped once too often.
bool LooksEscapedTwice(const ReducedHtml& reduced, std::string_view decoded) {
  if (reduced.tags > 0 || !reduced.has_entities) return false;
  const ReducedHtml again = ReduceHtml(decoded);
  return again.has_blocks;
}

std::string WithoutMarkup(std::string_view text, SafeText& safe) {
  if (text.find_first_of("<&") == std::string_view::npos) return std::string(text);
  const ReducedHtml reduced = ReduceHtml(text);
  safe.had_markup = safe.had_markup || reduced.tags > 0 || reduced.dropped;
  if (reduced.tags == 0 && !reduced.has_entities && !reduced.dropped) return std::string(text);
  std::string decoded = HtmlText(reduced, &safe.had_image);
  if (!LooksEscapedTwice(reduced, decoded)) return decoded;
  safe.had_markup = true;
  return HtmlText(ReduceHtml(decoded), &safe.had_image);
}

SafeText MakeSafe(std::string_view untrusted, bool one_line) {
  SafeText safe;
  std::string repaired;
  if (!IsUtf8(untrusted)) {
    repaired = RepairUtf8(untrusted, &safe.was_not_utf8);
    untrusted = repaired;
  }
  std::string text = WithoutMarkup(untrusted, safe);
  if (MayHaveMarks(text)) {
    MarkdownMarks marks = MarkdownText(text);
    safe.had_markup = safe.had_markup || marks.had_marks;
    safe.had_image = safe.had_image || marks.had_image;
    text = std::move(marks.text);
  }
  safe.text = Tidy(text, one_line);
  return safe;
}

}  // namespace

SafeText ToSafeText(std::string_view untrusted) { return MakeSafe(untrusted, false); }

SafeText ToSafeLine(std::string_view untrusted) { return MakeSafe(untrusted, true); }

std::string RepairUtf8(std::string_view bytes, bool* repaired) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    std::size_t length = Utf8Length(bytes);
    if (length > 0) {
      text += bytes.substr(0, length);
    } else {
      *repaired = true;
      length = Utf8ErrorLength(bytes);
      text += kReplacementCharacter;
    }
    bytes.remove_prefix(length);
  }
  return text;
}

}  // namespace waypost::record
