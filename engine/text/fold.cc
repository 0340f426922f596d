#include "engine/text/fold.h"

#include <algorithm>

#include "engine/text/token_folding.h"
#include "engine/text/tokeniser.h"

namespace waypost::text {
namespace {

void AppendWord(std::string_view word, std::string& out) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

void AppendToken(std::string_view token, std::string& out) {
  for (const std::string& piece : FoldToken(token, Apostrophes::kDrop)) AppendWord(piece, out);
}

// "A&E" read as "A & E".
void AppendPair(std::string_view token, std::string& out) {
  for (const std::string& pair : FoldToken(token, Apostrophes::kDrop)) {
    for (std::size_t begin = 0; begin <= pair.size();) {
      const std::size_t end = std::min(pair.find('&', begin), pair.size());
      if (begin > 0) AppendWord("and", out);
      AppendWord(pair.substr(begin, end - begin), out);
      begin = end + 1;
    }
  }
}

}  // namespace

std::string FoldForLookup(std::string_view text) {
  std::string folded;
  Tokeniser tokeniser(text);
  for (RawToken token; tokeniser.Next(token);) {
    std::string word(text.substr(token.begin, token.end - token.begin));
    switch (token.kind) {
      case TokenKind::kAmpersand:
        AppendWord("and", folded);
        break;
      case TokenKind::kPair:
        AppendPair(word, folded);
        break;
      case TokenKind::kInitials:
        std::erase(word, '.');
        [[fallthrough]];
      case TokenKind::kWord:
        AppendToken(word, folded);
        break;
    }
  }
  return folded;
}

std::string_view TruncateUtf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  // Back over continuation bytes: the byte at the cut must begin a character.
  std::size_t cut = max_bytes;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return text.substr(0, cut);
}

}  // namespace waypost::text
