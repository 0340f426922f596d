#include "engine/text/stemmer.h"

#include <xapian.h>

#include <utility>

namespace waypost::text {

struct Stemmer::State {
  Xapian::Stem stem;  // the default one changes nothing
};

Stemmer::Stemmer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

absl::StatusOr<Stemmer> Stemmer::Create(const std::string& language) {
  if (language == "none") return Stemmer(std::make_unique<State>());
  if (language != "en") {
    return InvalidArgument("text language '" + language + "' is not known; use 'en' or 'none'");
  }
  try {
    return Stemmer(std::make_unique<State>(State{Xapian::Stem("english")}));
  } catch (const Xapian::Error& error) {
    return Internal("Xapian has no English stemmer: " + error.get_msg());
  }
}

std::string Stemmer::Stem(const std::string& word) const {
  try {
    return state_->stem(word);
  } catch (const Xapian::Error&) {
    return word;  // only for a failing stemmer inside Xapian; the word as it is still is a term
  }
}

std::string StemmerVersion() { return Xapian::version_string(); }

}  // namespace waypost::text
