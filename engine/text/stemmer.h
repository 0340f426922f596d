#pragma once

// Xapian's English stemmer (Snowball "Porter 2") behind std types.
//
// Thread rule: used by one thread at a time. About half a microsecond a word: callers remember.

#include <memory>
#include <string>

#include "engine/core/status.h"

namespace waypost::text {

class Stemmer {
 public:
  // `language` "en", or "none" for a stemmer that changes nothing. Errors: InvalidArgument.
  static absl::StatusOr<Stemmer> Create(const std::string& language);

  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  ~Stemmer();

  // `word` folded, UTF-8.
  std::string Stem(const std::string& word) const;

 private:
  struct State;
  explicit Stemmer(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// "1.4.22"
std::string StemmerVersion();

}  // namespace waypost::text
