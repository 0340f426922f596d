#include "server/response/json_text.h"

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
    // Most texts are one such run; a loop, for the library's search calls the test by its address.
    std::size_t plain = 0;
    while (plain < text.size() && IsPlain(text[plain])) ++plain;
    out.append(text.substr(0, plain));
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
  constexpr std::string_view kNothingBefore = "{[:\n";
  if (!out_.empty() && kNothingBefore.find(out_.back()) == std::string_view::npos) out_ += ',';
}

JsonText& JsonText::EndLine() {
  out_ += '\n';
  return *this;
}

void JsonText::Key(std::string_view key) {
  Comma();
  AppendJsonString(out_, key);
  out_ += ':';
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
