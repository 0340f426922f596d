#include "tests/oracle/expression.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "tests/oracle/stems.h"

namespace waypost::oracle {
namespace {

// "w" a word, "q" words between quotes, or an operator: ! & | ( ).
struct Symbol {
  char kind;
  std::string text;
};

std::optional<std::vector<Symbol>> SymbolsOf(std::string_view q) {
  std::vector<Symbol> symbols;
  std::size_t at = 0;
  while (at < q.size()) {
    const char c = q[at];
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      ++at;
    } else if (c == '(' || c == ')') {
      symbols.push_back({c, ""});
      ++at;
    } else if (c == '"') {
      const std::size_t end = q.find('"', at + 1);
      if (end == std::string_view::npos) return std::nullopt;
      symbols.push_back({'q', std::string(q.substr(at + 1, end - at - 1))});
      at = end + 1;
    } else if (c == '-') {
      ++at;
      if (at < q.size() && q[at] != ' ') symbols.push_back({'!', ""});
    } else {
      const std::size_t end = std::min(q.find_first_of(" ()\"", at), q.size());
      const std::string word(q.substr(at, end - at));
      const char kind = word == "AND" ? '&' : word == "OR" ? '|' : word == "NOT" ? '!' : 'w';
      symbols.push_back({kind, kind == 'w' ? word : ""});
      at = end;
    }
  }
  return symbols;
}

bool IsOperand(char kind) { return kind == 'w' || kind == 'q'; }

// Writes the "and" that stands between two parts.
std::vector<Symbol> WithAnds(const std::vector<Symbol>& symbols) {
  std::vector<Symbol> written;
  for (const Symbol& symbol : symbols) {
    const bool begins = IsOperand(symbol.kind) || symbol.kind == '(' || symbol.kind == '!';
    const bool ends =
        !written.empty() && (IsOperand(written.back().kind) || written.back().kind == ')');
    if (begins && ends) written.push_back({'&', ""});
    written.push_back(symbol);
  }
  return written;
}

Expression OperandOf(const Symbol& symbol, bool keeps_stop_words) {
  std::vector<Phrase> phrases;
  Phrase quoted;
  for (const TypedWord& word : TypedWordsOf(symbol.text)) {
    if (symbol.kind == 'q') {
      quoted.push_back(StemOf(word.text));
    } else if (keeps_stop_words || !IsStopWord(word.text)) {
      phrases.push_back({StemOf(word.text)});
    }
  }
  if (!quoted.empty()) phrases.push_back(quoted);
  Expression operand;
  for (const Phrase& phrase : phrases) {
    operand.wanted.insert(operand.wanted.end(), phrase.begin(), phrase.end());
  }
  operand.holds = [phrases](const HasPhrase& has) -> std::optional<bool> {
    if (phrases.empty()) return std::nullopt;
    return std::all_of(phrases.begin(), phrases.end(), has);
  };
  return operand;
}

Expression Negated(Expression part) {
  return {.holds =
              [inner = std::move(part.holds)](const HasPhrase& has) {
                std::optional<bool> value = inner(has);
                if (value) value = !*value;
                return value;
              },
          .wanted = std::move(part.refused),
          .refused = std::move(part.wanted)};
}

Expression Joined(char kind, Expression left, Expression right) {
  left.wanted.insert(left.wanted.end(), right.wanted.begin(), right.wanted.end());
  left.refused.insert(left.refused.end(), right.refused.begin(), right.refused.end());
  left.holds = [kind, a = std::move(left.holds),
                b = std::move(right.holds)](const HasPhrase& has) -> std::optional<bool> {
    const std::optional<bool> one = a(has);
    const std::optional<bool> other = b(has);
    if (!one || !other) return one ? one : other;
    return kind == '&' ? *one && *other : *one || *other;
  };
  return left;
}

class Reading {
 public:
  explicit Reading(bool or_first) : or_first_(or_first) {}

  void Push(const Symbol& symbol, bool keeps_stop_words) {
    switch (symbol.kind) {
      case '(':
      case '!':
        operators_.push_back(symbol.kind);
        break;
      case ')':
        while (!operators_.empty() && operators_.back() != '(') Apply();
        if (operators_.empty()) return Fail();
        operators_.pop_back();
        break;
      case '&':
      case '|':
        while (!operators_.empty() && Rank(operators_.back()) >= Rank(symbol.kind)) Apply();
        operators_.push_back(symbol.kind);
        break;
      default:
        values_.push_back(OperandOf(symbol, keeps_stop_words));
    }
  }

  std::optional<Expression> Finish() {
    while (!operators_.empty() && is_sound_) Apply();
    if (!is_sound_ || values_.size() != 1) return std::nullopt;
    return std::move(values_.front());
  }

 private:
  int Rank(char kind) const {
    if (kind == '!') return 3;
    if (kind == '(') return 0;
    return (kind == '&') != or_first_ ? 2 : 1;
  }

  void Fail() { is_sound_ = false; }

  void Apply() {
    const char kind = operators_.back();
    operators_.pop_back();
    const std::size_t needed = kind == '!' ? 1 : 2;
    if (kind == '(' || values_.size() < needed) return Fail();
    Expression last = std::move(values_.back());
    values_.pop_back();
    if (kind == '!') {
      values_.push_back(Negated(std::move(last)));
    } else {
      values_.back() = Joined(kind, std::move(values_.back()), std::move(last));
    }
  }

  bool or_first_;
  bool is_sound_ = true;
  std::vector<char> operators_;
  std::vector<Expression> values_;
};

// An operator stands between parts, and a refusal before one.
bool IsWellFormed(const std::vector<Symbol>& symbols) {
  char before = '(';
  for (const Symbol& symbol : symbols) {
    const bool after_part = IsOperand(before) || before == ')';
    const bool needs_part = symbol.kind == '&' || symbol.kind == '|' || symbol.kind == ')';
    if (needs_part && !after_part) return false;
    before = symbol.kind;
  }
  return IsOperand(before) || before == ')';
}

}  // namespace

std::optional<Expression> ReadExpression(std::string_view q, bool or_first) {
  const auto symbols = SymbolsOf(q);
  if (!symbols) return std::nullopt;
  const auto counts = [](const Symbol& symbol) {
    const auto words = TypedWordsOf(symbol.text);
    return std::any_of(words.begin(), words.end(), [&](const TypedWord& word) {
      return symbol.kind == 'q' || !IsStopWord(word.text);
    });
  };
  const bool only_stop_words = std::none_of(symbols->begin(), symbols->end(), counts);
  const std::vector<Symbol> written = WithAnds(*symbols);
  if (!IsWellFormed(written)) return std::nullopt;
  Reading reading(or_first);
  for (const Symbol& symbol : written) reading.Push(symbol, only_stop_words);
  return reading.Finish();
}

}  // namespace waypost::oracle
