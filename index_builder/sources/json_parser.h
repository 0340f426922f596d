#pragma once

// Parses one JSON record, repairing it first when that is what it takes; the only caller of
// simdjson's parser.
//
//   JsonParser parser;
//   ParsedJson parsed = parser.Parse(piece.text);
//   if (!parsed.object) ... parsed.error says why
//
// What it returns is valid until the next call. Nesting beyond 1,024, numbers that no double can
// hold, and records that are no objects are errors.

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace waypost::sources {

struct ParsedJson {
  std::optional<simdjson::dom::object> object;
  std::string error;
  bool was_not_utf8 = false;   // repaired
  bool was_malformed = false;  // repaired
  bool was_null = false;       // no object, but a null
};

class JsonParser {
 public:
  // REQUIRES: JsonWindow::kPadding bytes behind `json` may be read.
  ParsedJson Parse(std::string_view json);
  // The same for a text without padding, which is copied.
  ParsedJson ParseCopy(std::string_view json);

 private:
  simdjson::dom::parser parser_;
  simdjson::padded_string copy_;
};

}  // namespace waypost::sources
