#include "engine/text/tokeniser.h"

#include "engine/text/characters.h"

namespace waypost::text {
namespace {

// The end of the marks that follow at `at`.
std::size_t SkipMarks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character next = CharacterAt(text, at);
    if (next.kind != CharacterClass::kMark) break;
    at = next.end;
  }
  return at;
}

// The end of the ampersand at `at`, or `at` when there is none.
std::size_t SkipAmpersand(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const Character next = CharacterAt(text, at);
  return next.kind == CharacterClass::kAmpersand ? next.end : at;
}

std::size_t SkipFullStop(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == '.' ? at + 1 : at;
}

}  // namespace

Tokeniser::Run Tokeniser::ReadRun(std::size_t begin) const {
  if (begin >= text_.size()) return {begin};
  const Character first = CharacterAt(text_, begin);
  if (!StartsWord(first.kind)) return {begin};
  if (first.kind == CharacterClass::kIdeograph) return {SkipMarks(text_, first.end)};
  std::size_t end = first.end;
  std::size_t after_apostrophe = 0;  // where the word may go on if a letter or digit stands there
  for (std::size_t at = first.end; at < text_.size();) {
    const Character next = CharacterAt(text_, at);
    const bool continues = next.kind == CharacterClass::kLetter ||
                           next.kind == CharacterClass::kDigit ||
                           (next.kind == CharacterClass::kMark && after_apostrophe != at);
    if (continues) {
      end = next.end;
    } else if (next.kind == CharacterClass::kApostrophe && end == at) {
      after_apostrophe = next.end;
    } else {
      break;
    }
    at = next.end;
  }
  const bool single = end == first.end;
  return {end, single && first.kind == CharacterClass::kLetter, end == begin + 1};
}

void Tokeniser::ReadJoined(RawToken& token, const Run& first) const {
  if (first.single_letter) {
    for (std::size_t stop = SkipFullStop(text_, token.end); stop != token.end;
         stop = SkipFullStop(text_, token.end)) {
      const Run next = ReadRun(stop);
      if (!next.single_letter) break;
      token.end = next.end;
      token.kind = TokenKind::kInitials;
    }
    if (token.kind == TokenKind::kInitials) return;
  }
  if (!first.single_ascii) return;
  for (std::size_t sign = SkipAmpersand(text_, token.end); sign != token.end;
       sign = SkipAmpersand(text_, token.end)) {
    const Run next = ReadRun(sign);
    if (!next.single_ascii) break;
    token.end = next.end;
    token.kind = TokenKind::kPair;
  }
}

bool Tokeniser::Next(RawToken& token) {
  while (at_ < text_.size()) {
    const Character here = CharacterAt(text_, at_);
    if (here.kind == CharacterClass::kAmpersand) {
      token = {at_, here.end, TokenKind::kAmpersand};
      at_ = here.end;
      return true;
    }
    if (StartsWord(here.kind)) {
      const Run run = ReadRun(at_);
      token = {at_, run.end, TokenKind::kWord};
      if (run.single_letter || run.single_ascii) ReadJoined(token, run);
      at_ = token.end;
      return true;
    }
    at_ = here.end;
  }
  return false;
}

}  // namespace waypost::text
