#pragma once

// JSON for answers, written straight into one string. Parts that were written at build (cards,
// records) are copied as they are.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::server {

// Appends `text` as a JSON string, quotes included. Bytes that are no UTF-8 become U+FFFD.
void AppendJsonString(std::string& out, std::string_view text);

// Members and elements with their commas. Keys are the program's own words, and are not escaped.
//
//   JsonText json;
//   json.StartObject().Text("name", "x").Whole("count", 3).EndObject();
//   std::move(json).Take()
class JsonText {
 public:
  JsonText() { out_.reserve(kMostPages); }

  JsonText& StartObject();
  JsonText& StartObject(std::string_view key);
  JsonText& EndObject();
  JsonText& StartArray(std::string_view key);
  JsonText& EndArray();
  JsonText& Text(std::string_view key, std::string_view text);
  JsonText& Whole(std::string_view key, std::int64_t number);
  JsonText& Number(std::string_view key, double number);
  JsonText& Bool(std::string_view key, bool value);
  JsonText& Null(std::string_view key);
  JsonText& Element(std::string_view text);
  JsonText& NumberElement(double number);
  // JSON as it is: the value of a member, or an element.
  JsonText& Raw(std::string_view key, std::string_view json);
  // The same of a member that has its name from outside.
  JsonText& RawOfName(std::string_view name, std::string_view json);
  JsonText& RawElement(std::string_view json);
  // Members written elsewhere, without braces; nothing for "".
  JsonText& RawMembers(std::string_view members);

  // Ends a value of a text that has one a line; the next begins without a comma.
  JsonText& EndLine();

  // Makes room for as many bytes more.
  void Expect(std::size_t bytes) { out_.reserve(out_.size() + bytes); }

  // What is written so far.
  std::string_view text() const { return out_; }
  std::string Take() && { return std::move(out_); }

 private:
  // A page of twenty cards takes about half of it.
  static constexpr std::size_t kMostPages = 32768;

  void Comma();
  void Digits(double number);
  void Key(std::string_view key);

  std::string out_;
};

}  // namespace waypost::server
