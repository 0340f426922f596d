#include "engine/text/analyser.h"

#include <unicode/uversion.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/text/fold.h"
#include "engine/text/stemmer.h"
#include "engine/text/stop_words.h"
#include "engine/text/token_folding.h"
#include "engine/text/tokeniser.h"

namespace waypost::text {
namespace {

// Text of one token beyond this is not looked at: bounds what a line of a million letters costs.
constexpr std::size_t kMaxRawTokenBytes = 256;

// One token after folding.
struct Piece {
  std::string word;
  std::string term;
  bool is_stop_word = false;
  std::uint32_t number = 0;
};

struct HashOfView {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using Remembered = std::unordered_map<std::string, std::vector<Piece>, HashOfView, std::equal_to<>>;

// What a raw token is remembered under: lower case where that is cheap, without the full stops of
// initials. Full-width "＆" may stay: folding makes it "&".
void MakeKey(std::string_view token, TokenKind kind, std::string& key) {
  key.clear();
  for (const char c : TruncateUtf8(token, kMaxRawTokenBytes)) {
    if (kind == TokenKind::kInitials && c == '.') continue;
    key += ToLower(c);
  }
  if (kind == TokenKind::kAmpersand) key = "and";
}

}  // namespace

struct Analyser::State {
  AnalyserOptions options;
  Stemmer stemmer;
  Remembered remembered;
  std::uint32_t next_number = 0;
  std::uint32_t generation = 0;
  std::string key;

  Piece MakePiece(std::string_view folded) const {
    Piece piece;
    piece.word = TruncateUtf8(folded, kMaxTermBytes);
    const bool is_pair = piece.word.find('&') != std::string::npos;
    piece.term = is_pair ? piece.word : stemmer.Stem(piece.word);
    if (piece.term.empty()) piece.term = piece.word;
    piece.is_stop_word = options.language == "en" && IsEnglishStopWord(piece.word);
    return piece;
  }

  const std::vector<Piece>& Remember() {
    if (remembered.size() >= options.max_remembered_words) {
      remembered.clear();
      next_number = 0;
      ++generation;
    }
    std::vector<Piece> pieces;
    for (const std::string& folded : FoldToken(key, Apostrophes::kDropPossessive)) {
      pieces.push_back(MakePiece(folded));
      pieces.back().number = next_number++;
    }
    return remembered.emplace(key, std::move(pieces)).first->second;
  }

  const std::vector<Piece>& PiecesOf(std::string_view token, TokenKind kind) {
    MakeKey(token, kind, key);
    const auto known = remembered.find(std::string_view(key));
    return known != remembered.end() ? known->second : Remember();
  }
};

Analyser::Analyser(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

absl::StatusOr<Analyser> Analyser::Create(const AnalyserOptions& options) {
  ASSIGN_OR_RETURN(Stemmer stemmer, Stemmer::Create(options.language));
  return Analyser(std::make_unique<State>(State{options, std::move(stemmer), {}, 0, 0, {}}));
}

void Analyser::Run(std::string_view text, void* context, TokenSink sink) {
  Tokeniser tokeniser(text);
  for (RawToken raw; tokeniser.Next(raw);) {
    const std::string_view written = text.substr(raw.begin, raw.end - raw.begin);
    for (const Piece& piece : state_->PiecesOf(written, raw.kind)) {
      sink(context, {raw.begin, raw.end, piece.word, piece.term, piece.is_stop_word, piece.number,
                     state_->generation});
    }
  }
}

std::vector<std::string> Analyser::Terms(std::string_view text) {
  std::vector<std::string> terms;
  ForEachTerm(text, [&terms](std::string_view term) { terms.emplace_back(term); });
  return terms;
}

const std::string& Analyser::language() const { return state_->options.language; }

std::string AnalyserLibraries() { return "icu " U_ICU_VERSION " xapian " + StemmerVersion(); }

}  // namespace waypost::text
