#include "server/response/json_text.h"

#include <cstdint>
#include <cstring>

#include "server/response/answer_text.h"
#include "server/response/hex.h"
#include "server/response/utf8.h"

namespace waypost::server {
namespace {

// Stands for itself in a JSON string.
bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

// IsPlain of eight characters at once. A byte below 0x80 sets its high bit in the first difference
// when it is below 0x20, in the second when it is a quote, in the third when it is a backslash;
// what a difference borrows from the next byte can only follow one that is not plain itself.
bool ArePlain(const char* eight) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  const std::uint64_t control = word - kEach * 0x20;
  const std::uint64_t quote = (word ^ kEach * '"') - kEach;
  const std::uint64_t backslash = (word ^ kEach * '\\') - kEach;
  return ((word | control | quote | backslash) & kEach * 0x80) == 0;
}

// How many characters at the beginning of `text` are plain. Most texts are so as a whole.
std::size_t PlainRun(std::string_view text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::size_t run = 0;
  while (text.size() - run >= kWord && ArePlain(text.data() + run)) run += kWord;
  const bool is_end_plain = text.size() - run < kWord && text.size() >= kWord &&
                            ArePlain(text.data() + text.size() - kWord);
  if (is_end_plain) return text.size();
  while (run < text.size() && IsPlain(text[run])) ++run;
  return run;
}

void AppendEscaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    out += "\\u00";
    AppendHex(out, static_cast<unsigned char>(c));
  } else {
    out += c;
  }
}

}  // namespace

void AppendJsonString(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t plain = PlainRun(text);
    out.append(text.data(), plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t length = Utf8Length(text);
    if (length == 1) {
      AppendEscaped(out, text[0]);
    } else if (length == 0) {
      out += kReplacement;
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  out += '"';
}

void JsonText::Comma() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':' && last != '\n') out_ += ',';
}

JsonText& JsonText::EndLine() {
  out_ += '\n';
  return *this;
}

void JsonText::Key(std::string_view key) {
  Comma();
  out_ += '"';
  out_ += key;
  out_ += "\":";
}

JsonText& JsonText::StartObject() {
  Comma();
  out_ += '{';
  return *this;
}

JsonText& JsonText::StartObject(std::string_view key) {
  Key(key);
  out_ += '{';
  return *this;
}

JsonText& JsonText::EndObject() {
  out_ += '}';
  return *this;
}

JsonText& JsonText::StartArray(std::string_view key) {
  Key(key);
  out_ += '[';
  return *this;
}

JsonText& JsonText::EndArray() {
  out_ += ']';
  return *this;
}

JsonText& JsonText::Text(std::string_view key, std::string_view text) {
  Key(key);
  AppendJsonString(out_, text);
  return *this;
}

JsonText& JsonText::Whole(std::string_view key, std::int64_t number) {
  Key(key);
  out_ += std::to_string(number);
  return *this;
}

void JsonText::Digits(double number) { out_ += DecimalText(number); }

JsonText& JsonText::Number(std::string_view key, double number) {
  Key(key);
  Digits(number);
  return *this;
}

JsonText& JsonText::NumberElement(double number) {
  Comma();
  Digits(number);
  return *this;
}

JsonText& JsonText::Bool(std::string_view key, bool value) {
  Key(key);
  out_ += value ? "true" : "false";
  return *this;
}

JsonText& JsonText::Null(std::string_view key) {
  Key(key);
  out_ += "null";
  return *this;
}

JsonText& JsonText::Element(std::string_view text) {
  Comma();
  AppendJsonString(out_, text);
  return *this;
}

JsonText& JsonText::Raw(std::string_view key, std::string_view json) {
  Key(key);
  out_ += json;
  return *this;
}

JsonText& JsonText::RawOfName(std::string_view name, std::string_view json) {
  Comma();
  AppendJsonString(out_, name);
  out_ += ':';
  out_ += json;
  return *this;
}

JsonText& JsonText::RawElement(std::string_view json) {
  Comma();
  out_ += json;
  return *this;
}

JsonText& JsonText::RawMembers(std::string_view members) {
  if (members.empty()) return *this;
  Comma();
  out_ += members;
  return *this;
}

}  // namespace waypost::server
