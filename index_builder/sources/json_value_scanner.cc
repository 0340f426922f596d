#include "index_builder/sources/json_value_scanner.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace waypost::sources {
namespace {

// The first quote, backslash or control byte at or behind `at`; text.size() when there is none.
// Most bytes of a feed stand inside strings, so this is the loop that decides the splitter's speed.
std::size_t FindStringStop(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes =
        _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text.data() + at)));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    const __m128i stop = _mm_or_si128(
        control, _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(stop));
    if (mask != 0) return at + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\' || byte < 0x20) return at;
  }
  return at;
}

bool IsLiteralEnd(char c) {
  return IsJsonSpace(c) || c == ',' || c == ']' || c == '}' || c == '{' || c == '[' || c == '"' ||
         c == ':';
}

}  // namespace

bool IsJsonSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

ScanResult JsonValueScanner::ScanString(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    if (escaped_) {
      escaped_ = false;
      ++at;
      continue;
    }
    at = FindStringStop(text, at);
    if (at == text.size()) break;
    const char c = text[at];
    if (c == '\n' && stop_at_lines_) return ScanResult::kLineInText;
    ++at;
    if (c == '"') {
      in_string_ = false;
      return ScanResult::kComplete;
    }
    escaped_ = c == '\\';
  }
  return ScanResult::kNeedMore;
}

ScanResult JsonValueScanner::Scan(std::string_view text, std::size_t& at) {
  if (!started_ && at < text.size()) {
    started_ = true;
    const char c = text[at];
    literal_ = c != '{' && c != '[' && c != '"';
  }
  if (literal_) {
    while (at < text.size() && !IsLiteralEnd(text[at])) ++at;
    return at < text.size() ? ScanResult::kComplete : ScanResult::kNeedMore;
  }
  while (at < text.size()) {
    if (in_string_) {
      const ScanResult result = ScanString(text, at);
      if (result != ScanResult::kComplete) return result;
      if (open_.empty()) return ScanResult::kComplete;
      continue;
    }
    const char c = text[at];
    switch (c) {
      case '"':
        in_string_ = true;
        break;
      case '{':
      case '[':
        if (open_.size() >= kMaxDepth) return ScanResult::kTooDeep;
        open_ += c;
        break;
      case '}':
      case ']':
        if (open_.empty() || open_.back() != (c == '}' ? '{' : '[')) return ScanResult::kMismatch;
        open_.pop_back();
        if (open_.empty()) {
          ++at;
          return ScanResult::kComplete;
        }
        break;
      default:
        break;
    }
    ++at;
  }
  return ScanResult::kNeedMore;
}

}  // namespace waypost::sources
