#include "index_builder/sources/reference/json_fault.h"

#include <string>

#include "engine/core/ascii.h"

namespace waypost::sources {
namespace {

bool IsJsonSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool IsScalarChar(char c) {
  return IsDigit(c) || IsLower(c) || c == '-' || c == '+' || c == '.' || c == 'E';
}

bool IsScalar(std::string_view word) {
  if (word == "true" || word == "false" || word == "null") return true;
  const std::size_t first = word.starts_with('-') ? 1 : 0;
  if (first >= word.size() || word[first] < '0' || word[first] > '9') return false;
  return word.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

class FaultFinder {
 public:
  explicit FaultFinder(std::string_view text) : text_(text) {}

  std::size_t Find() {
    for (;;) {
      SkipSpace();
      if (at_ >= text_.size()) return at_;
      if (!Step()) return at_;
    }
  }

 private:
  enum class Due { kValue, kValueOrEnd, kKey, kKeyOrEnd, kColon, kCommaOrEnd, kNothing };

  void SkipSpace() {
    while (at_ < text_.size() && IsJsonSpace(text_[at_])) ++at_;
  }

  // Takes one token; false when it does not fit.
  bool Step() {
    const char c = text_[at_];
    switch (due_) {
      case Due::kNothing:
        return false;
      case Due::kColon:
        return c == ':' && Take(Due::kValue);
      case Due::kCommaOrEnd:
        if (c == ',') return Take(open_.back() == '{' ? Due::kKey : Due::kValue);
        return Close(c);
      case Due::kKeyOrEnd:
        if (c == '}') return Close(c);
        [[fallthrough]];
      case Due::kKey:
        return c == '"' && String(Due::kColon);
      case Due::kValueOrEnd:
        if (c == ']') return Close(c);
        [[fallthrough]];
      case Due::kValue:
        return Value(c);
    }
    return false;
  }

  bool Take(Due next) {
    ++at_;
    due_ = next;
    return true;
  }

  bool Close(char c) {
    if (open_.empty() || c != (open_.back() == '{' ? '}' : ']')) return false;
    open_.pop_back();
    return Take(AfterValue());
  }

  bool Value(char c) {
    if (c == '{' || c == '[') {
      open_ += c;
      return Take(c == '{' ? Due::kKeyOrEnd : Due::kValueOrEnd);
    }
    if (c == '"') return String(AfterValue());
    std::size_t end = at_;
    while (end < text_.size() && IsScalarChar(text_[end])) ++end;
    if (!IsScalar(text_.substr(at_, end - at_))) return false;
    at_ = end;
    due_ = AfterValue();
    return true;
  }

  // A string that does not end is a fault at its beginning, where the missing quote is looked for.
  bool String(Due next) {
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
      if (static_cast<unsigned char>(text_[i]) < 0x20) {
        at_ = i;
        return false;
      }
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '"') {
        at_ = i + 1;
        due_ = next;
        return true;
      }
    }
    return false;
  }

  Due AfterValue() const { return open_.empty() ? Due::kNothing : Due::kCommaOrEnd; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;  // the brackets that are open
  Due due_ = Due::kValue;
};

}  // namespace

std::size_t FindJsonFault(std::string_view text) { return FaultFinder(text).Find(); }

}  // namespace waypost::sources
