#pragma once

// Finds where a JSON value ends, without parsing it: brackets are matched, strings and escapes are
// known, nothing else is checked.
//
//   JsonValueScanner scanner;
//   std::size_t at = 0;                         // at the "{" of a record
//   switch (scanner.Scan(text, at)) { ... }     // kComplete: at is behind its "}"
//
// After kNeedMore the same scanner goes on with a longer text (or with the rest of it: `at` is the
// caller's business; the scanner remembers only its nesting). O(length), about 2 GB a second.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::sources {

enum class ScanResult : std::uint8_t {
  kComplete,
  kNeedMore,
  kMismatch,    // a closing bracket of the other kind; `at` is on it
  kLineInText,  // a line end inside a string, which JSON does not allow; only when asked to stop
                // there
  kTooDeep,
};

class JsonValueScanner {
 public:
  // Nesting beyond this is no data. (The parser allows 1,024; those records are rejected one by
  // one.)
  static constexpr std::size_t kMaxDepth = 1'000'000;

  // With `stop_at_lines` a line end inside a string ends the scan: lines delimit the records.
  explicit JsonValueScanner(bool stop_at_lines = false) : stop_at_lines_(stop_at_lines) {}

  // Goes on at text[at]. The value begins at the first byte of the first call, which is "{", "[", a
  // quote or the beginning of a literal; a literal is complete before the byte that ends it, or at
  // the end of the input, which the caller knows.
  ScanResult Scan(std::string_view text, std::size_t& at);

 private:
  // The end of the string at `at`; kComplete when its closing quote was found.
  ScanResult ScanString(std::string_view text, std::size_t& at);

  std::string open_;  // "{" and "[" that are not closed
  bool started_ = false;
  bool in_string_ = false;
  bool escaped_ = false;  // the last byte was a backslash
  bool literal_ = false;
  bool stop_at_lines_;
};

bool IsJsonSpace(char c);

}  // namespace waypost::sources
