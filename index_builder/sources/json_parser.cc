#include "index_builder/sources/json_parser.h"

#include <utility>

#include "index_builder/sources/json_repair.h"
#include "index_builder/sources/json_window.h"

namespace waypost::sources {
namespace {

static_assert(JsonWindow::kPadding >= simdjson::SIMDJSON_PADDING);

void TakeObject(const simdjson::dom::element& element, ParsedJson& parsed) {
  simdjson::dom::object object;
  if (element.get_object().get(object) == simdjson::SUCCESS) {
    parsed.object = object;
    return;
  }
  parsed.was_null = element.is_null();
  parsed.error = parsed.was_null ? "null where a record was due" : "not an object";
}

}  // namespace

ParsedJson JsonParser::Parse(std::string_view json) {
  ParsedJson parsed;
  simdjson::dom::element element;
  const simdjson::error_code error = parser_.parse(json.data(), json.size(), false).get(element);
  if (error == simdjson::SUCCESS) {
    TakeObject(element, parsed);
    return parsed;
  }
  RepairedJson repaired = RepairJson(json);
  copy_ = simdjson::padded_string(repaired.text);
  if (!repaired.changed || parser_.parse(copy_).get(element) != simdjson::SUCCESS) {
    parsed.error = std::string("not JSON: ") + simdjson::error_message(error);
    return parsed;
  }
  parsed.was_not_utf8 = repaired.was_not_utf8;
  parsed.was_malformed = repaired.other;
  TakeObject(element, parsed);
  return parsed;
}

ParsedJson JsonParser::ParseCopy(std::string_view json) {
  const simdjson::padded_string padded(json);
  return Parse(std::string_view(padded.data(), padded.size()));
}

}  // namespace waypost::sources
