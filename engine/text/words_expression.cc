#include "engine/text/words_expression.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace waypost::text {
namespace {

using Kind = WordsExpression::Kind;

enum class Mark : std::uint8_t { kWords, kQuoted, kAnd, kOr, kNot, kOpen, kClose };

// A piece of the text: an operator, or words.
struct Piece {
  Mark mark = Mark::kWords;
  std::string_view text;  // of words, without their quotes
};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool EndsWord(char c) { return IsSpace(c) || c == '(' || c == ')' || c == '"'; }

Mark MarkOf(std::string_view word) {
  if (word == "AND") return Mark::kAnd;
  if (word == "OR") return Mark::kOr;
  if (word == "NOT") return Mark::kNot;
  return Mark::kWords;
}

absl::StatusOr<std::vector<Piece>> PiecesOf(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (IsSpace(c)) {
      ++at;
    } else if (c == '(' || c == ')') {
      pieces.push_back({c == '(' ? Mark::kOpen : Mark::kClose, {}});
      ++at;
    } else if (c == '-') {
      ++at;
      const bool is_dash = at == text.size() || IsSpace(text[at]);
      if (!is_dash) pieces.push_back({Mark::kNot, {}});
    } else if (c == '"') {
      const std::size_t end = text.find('"', at + 1);
      if (end == std::string_view::npos) return InvalidArgument("a quotation mark is not closed");
      pieces.push_back({Mark::kQuoted, text.substr(at + 1, end - at - 1)});
      at = end + 1;
    } else {
      std::size_t end = at;
      while (end < text.size() && !EndsWord(text[end])) ++end;
      const std::string_view word = text.substr(at, end - at);
      pieces.push_back({MarkOf(word), word});
      at = end;
    }
  }
  return pieces;
}

class Reader {
 public:
  Reader(std::vector<Piece> pieces, Analyser& analyser, bool keeps_stop_words)
      : pieces_(std::move(pieces)), analyser_(analyser), keeps_stop_words_(keeps_stop_words) {}

  absl::StatusOr<AdvancedWords> Read() {
    AdvancedWords read;
    if (pieces_.empty()) return read;
    ASSIGN_OR_RETURN(read.expression, ReadOr());
    if (at_ < pieces_.size()) return InvalidArgument("a closing parenthesis has no opening one");
    read.words = std::move(words_);
    return read;
  }

 private:
  bool Is(Mark mark) const { return at_ < pieces_.size() && pieces_[at_].mark == mark; }

  // Where nothing but an end or "OR" follows, an "and" has no more parts.
  bool HasPart() const { return at_ < pieces_.size() && !Is(Mark::kClose) && !Is(Mark::kOr); }

  absl::StatusOr<WordsExpression> ReadOr() {
    WordsExpression either{.kind = Kind::kOr};
    while (true) {
      ASSIGN_OR_RETURN(WordsExpression part, ReadAnd());
      either.parts.push_back(std::move(part));
      if (!Is(Mark::kOr)) break;
      ++at_;
    }
    if (either.parts.size() == 1) return std::move(either.parts.front());
    // What asks nothing ("the OR debt") would make the others worthless.
    std::erase_if(either.parts, AsksNothing);
    if (either.parts.size() == 1) return std::move(either.parts.front());
    return either.parts.empty() ? WordsExpression() : either;
  }

  absl::StatusOr<WordsExpression> ReadAnd() {
    WordsExpression all{.kind = Kind::kAnd};
    if (!HasPart()) return InvalidArgument("words are missing beside OR or between parentheses");
    bool is_first = true;
    while (HasPart()) {
      if (Is(Mark::kAnd)) {
        if (is_first) return InvalidArgument("words are missing before AND");
        ++at_;
        if (!HasPart() || Is(Mark::kAnd)) return InvalidArgument("words are missing after AND");
      }
      ASSIGN_OR_RETURN(WordsExpression part, ReadPart());
      if (!AsksNothing(part)) all.parts.push_back(std::move(part));
      is_first = false;
    }
    if (all.parts.size() == 1) return std::move(all.parts.front());
    return all;
  }

  absl::StatusOr<WordsExpression> ReadPart() {
    if (Is(Mark::kNot) || Is(Mark::kOpen)) {
      if (++depth_ > kMaxExpressionDepth) return InvalidArgument("it is nested too deep");
      ASSIGN_OR_RETURN(WordsExpression inner, Is(Mark::kNot) ? ReadNot() : ReadParentheses());
      --depth_;
      return inner;
    }
    if (!Is(Mark::kWords) && !Is(Mark::kQuoted))
      return InvalidArgument("words are missing beside an operator");
    return ReadWords(pieces_[at_++]);
  }

  absl::StatusOr<WordsExpression> ReadNot() {
    ++at_;
    if (!HasPart() || Is(Mark::kAnd)) return InvalidArgument("words are missing after NOT or -");
    is_refused_ = !is_refused_;
    ASSIGN_OR_RETURN(WordsExpression part, ReadPart());
    is_refused_ = !is_refused_;
    if (AsksNothing(part)) return WordsExpression();
    return WordsExpression{.kind = Kind::kNot, .parts = {std::move(part)}};
  }

  absl::StatusOr<WordsExpression> ReadParentheses() {
    ++at_;
    ASSIGN_OR_RETURN(WordsExpression inner, ReadOr());
    if (!Is(Mark::kClose)) return InvalidArgument("a parenthesis is not closed");
    ++at_;
    return inner;
  }

  WordsExpression ReadWords(const Piece& piece) {
    const bool is_quoted = piece.mark == Mark::kQuoted;
    WordsExpression all{.kind = Kind::kAnd};
    WordsExpression phrase{.kind = Kind::kPhrase};
    analyser_.ForEachToken(piece.text, [&](const Token& token) {
      if (token.is_stop_word && !is_quoted && !keeps_stop_words_) return;
      Note(token, piece.text, is_quoted);
      phrase.terms.emplace_back(token.term);
      all.parts.push_back({.kind = Kind::kPhrase, .terms = {std::string(token.term)}});
    });
    if (phrase.terms.empty()) return {};
    return is_quoted || phrase.terms.size() == 1 ? phrase : all;
  }

  void Note(const Token& token, std::string_view text, bool is_quoted) {
    if (is_refused_ || std::ranges::find(words_, token.term, &Word::term) != words_.end()) return;
    words_.push_back({.text = std::string(text.substr(token.begin, token.end - token.begin)),
                      .word = std::string(token.word),
                      .term = std::string(token.term),
                      .quoted = is_quoted,
                      .alone = true});
  }

  static bool AsksNothing(const WordsExpression& part) {
    return part.kind != Kind::kPhrase && part.parts.empty();
  }

  std::vector<Piece> pieces_;
  Analyser& analyser_;
  bool keeps_stop_words_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool is_refused_ = false;  // inside an odd number of refusals
  std::vector<Word> words_;
};

bool OnlyStopWords(const std::vector<Piece>& pieces, Analyser& analyser) {
  bool only = true;
  for (const Piece& piece : pieces) {
    if (piece.mark != Mark::kWords && piece.mark != Mark::kQuoted) continue;
    const bool is_quoted = piece.mark == Mark::kQuoted;
    analyser.ForEachToken(
        piece.text, [&](const Token& token) { only = only && token.is_stop_word && !is_quoted; });
  }
  return only;
}

}  // namespace

absl::StatusOr<AdvancedWords> ParseExpression(std::string_view text, Analyser& analyser) {
  ASSIGN_OR_RETURN(std::vector<Piece> pieces, PiecesOf(text));
  const bool keeps_stop_words = OnlyStopWords(pieces, analyser);
  return Reader(std::move(pieces), analyser, keeps_stop_words).Read();
}

}  // namespace waypost::text
