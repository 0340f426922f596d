#include "engine/text/token_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstddef>

#include "engine/text/characters.h"

namespace waypost::text {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Marks that readers of the script leave off: accents above and below (combining class 200 and up),
// strokes through (1), the points of Hebrew and Arabic (10 to 36). Vowel signs of Indic scripts and
// the voicing marks of Japanese make another word and stay.
bool IsAccent(UChar32 c) {
  const int combining_class = u_getCombiningClass(c);
  return combining_class >= 200 || combining_class == 1 ||
         (combining_class >= 10 && combining_class <= 36);
}

// Letters that Unicode does not decompose but people type without: nullptr for all others.
const char16_t* PlainSpelling(UChar32 c) {
  switch (c) {
    case 0x00E6:
      return u"ae";
    case 0x00F0:
      return u"d";  // eth
    case 0x00F8:
      return u"o";  // o with stroke
    case 0x00FE:
      return u"th";  // thorn
    case 0x0111:
      return u"d";  // d with stroke
    case 0x0127:
      return u"h";  // h with stroke
    case 0x0131:
      return u"i";  // dotless i
    case 0x0142:
      return u"l";  // l with stroke
    case 0x014B:
      return u"ng";  // eng
    case 0x0153:
      return u"oe";
    case 0x0167:
      return u"t";  // t with stroke
    default:
      return nullptr;
  }
}

void AppendFolded(UChar32 c, icu::UnicodeString& out) {
  if (IsAccent(c)) return;
  if (const char16_t* plain = PlainSpelling(c); plain != nullptr) {
    out.append(icu::UnicodeString(plain));
    return;
  }
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    out.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
    return;
  }
  switch (ClassOf(static_cast<char32_t>(c))) {
    case CharacterClass::kApostrophe:
      out.append(u'\'');
      return;
    case CharacterClass::kAmpersand:
      out.append(u'&');
      return;
    case CharacterClass::kIdeograph:  // "㊂" among letters is a word of its own, as "三" is
      out.append(u' ').append(c).append(u' ');
      return;
    case CharacterClass::kSeparator:
      out.append(u' ');
      return;
    default:
      out.append(c);
  }
}

// Letters, digits, marks, ' and &; everything else has become a space.
std::string FoldUnicode(std::string_view token) {
  UErrorCode error = U_ZERO_ERROR;
  // Fetched once, so that whoever watches threads sees who made them; ICU's own locks are not seen.
  static const icu::Normalizer2* const fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(error);
  static const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(error);
  if (fold == nullptr || decompose == nullptr || compose == nullptr) return std::string(token);
  const auto raw = icu::UnicodeString::fromUTF8(
      icu::StringPiece(token.data(), static_cast<std::int32_t>(token.size())));
  const icu::UnicodeString decomposed = decompose->normalize(fold->normalize(raw, error), error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    AppendFolded(decomposed.char32At(i), kept);
  }
  std::string folded;
  compose->normalize(kept, error).toUTF8String(folded);
  return folded;
}

std::string FoldAscii(std::string_view token) {
  std::string folded(token);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    } else if (c == '`') {
      c = '\'';
    }
  }
  return folded;
}

std::string WithoutApostrophes(std::string_view piece, Apostrophes apostrophes) {
  // Not after a digit: "1960's" means what "1960s" does.
  if (apostrophes == Apostrophes::kDropPossessive && piece.size() > 2 && piece.ends_with("'s") &&
      !(piece[piece.size() - 3] >= '0' && piece[piece.size() - 3] <= '9')) {
    piece.remove_suffix(2);
  }
  std::string kept(piece);
  std::erase(kept, '\'');
  return kept;
}

// Marks that begin a piece are left from letters that are little more than a mark themselves.
void EraseLeadingMarks(std::string& piece) {
  std::size_t at = 0;
  while (at < piece.size()) {
    const Character next = CharacterAt(piece, at);
    if (next.kind != CharacterClass::kMark) break;
    at = next.end;
  }
  piece.erase(0, at);
}

}  // namespace

std::vector<std::string> FoldToken(std::string_view token, Apostrophes apostrophes) {
  const std::string folded = IsAscii(token) ? FoldAscii(token) : FoldUnicode(token);
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string piece =
        WithoutApostrophes(std::string_view(folded).substr(begin, end - begin), apostrophes);
    EraseLeadingMarks(piece);
    if (!piece.empty()) pieces.push_back(std::move(piece));
    begin = end + 1;
  }
  if (pieces.empty()) pieces.emplace_back(token);
  return pieces;
}

}  // namespace waypost::text
