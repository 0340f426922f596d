#pragma once

// A JSON reference file, parsed whole, and forgiving access to its members.
//
//   ASSIGN_OR_RETURN(JsonDocument document, JsonDocument::Parse("holidays.json", text));
//   for (auto event : JsonArray(document.root(), "events")) JsonText(event, "title");
//
// Elements point into the document and live as long as it does. Nesting deeper than 1,024 is an
// error, so recursion over a document is bounded. Not safe to use from several threads.

#include <simdjson.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"

namespace waypost::sources {

using JsonElement = simdjson::dom::element;

class JsonDocument {
 public:
  // Errors: InvalidArgument that names `name` and the line.
  static absl::StatusOr<JsonDocument> Parse(const std::string& name, std::string_view text);

  JsonElement root() const { return root_; }

 private:
  JsonDocument(std::unique_ptr<simdjson::dom::parser> parser, JsonElement root)
      : parser_(std::move(parser)), root_(root) {}

  std::unique_ptr<simdjson::dom::parser> parser_;
  JsonElement root_;
};

// The member `key` of an object; nullopt when `object` is none or has no such member, or null.
std::optional<JsonElement> JsonMember(JsonElement object, std::string_view key);

// A string, or a number or boolean as text; "" for everything else and when it is missing.
std::string JsonText(JsonElement value);
std::string JsonText(JsonElement object, std::string_view key);

// The elements of an array; of one element when the value is an object or a string, as JSON-LD
// writes it; none when it is missing.
std::vector<JsonElement> JsonArray(JsonElement value);
std::vector<JsonElement> JsonArray(JsonElement object, std::string_view key);

// A number, also when it is written as text; nullopt otherwise.
std::optional<double> JsonNumber(JsonElement value);

}  // namespace waypost::sources
