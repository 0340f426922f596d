#pragma once

// Cuts text into raw tokens; what a token is stands in analyser.h. Works on the text as written, so
// that ranges can be highlighted in it; folding comes after (token_folding.h).
//
//   Tokeniser tokeniser("A&E, S.E.N.D. & more");
//   RawToken token;
//   while (tokeniser.Next(token)) ...              // "A&E", "S.E.N.D", "&", "more"
//
// O(bytes), no allocation. The text must outlive the tokeniser. Any bytes are accepted.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace waypost::text {

enum class TokenKind : std::uint8_t {
  kWord,       // letters, digits, marks, inner apostrophes
  kInitials,   // "S.E.N.D": single letters with single full stops between
  kPair,       // "A&E": single ASCII letters or digits with single ampersands between
  kAmpersand,  // "&" elsewhere
};

struct RawToken {
  std::size_t begin = 0;
  std::size_t end = 0;
  TokenKind kind = TokenKind::kWord;
};

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}

  // Finds the next token. False at the end of the text.
  bool Next(RawToken& token);

 private:
  // A run without "." and "&".
  struct Run {
    std::size_t end = 0;  // equal to the start when no word starts there
    bool single_letter = false;
    bool single_ascii = false;  // one letter or digit of ASCII: others may fold to several
  };
  Run ReadRun(std::size_t begin) const;
  void ReadJoined(RawToken& token, const Run& first) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace waypost::text
