#include "index_builder/sources/reference/json_document.h"

#include <utility>

#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/reference/json_fault.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {

absl::StatusOr<JsonDocument> JsonDocument::Parse(const std::string& name, std::string_view text) {
  auto parser = std::make_unique<simdjson::dom::parser>();
  JsonElement root;
  // The parser copies the text, with the padding that it needs.
  const simdjson::error_code error = parser->parse(text.data(), text.size()).get(root);
  if (error != simdjson::SUCCESS) {
    const std::size_t fault = FindJsonFault(text);
    return InvalidArgument(name + ": line " + std::to_string(LineOfOffset(text, fault)) +
                           ": not JSON: " + simdjson::error_message(error) +
                           "; correct the file or fetch it again");
  }
  return JsonDocument(std::move(parser), root);
}

std::optional<JsonElement> JsonMember(JsonElement object, std::string_view key) {
  simdjson::dom::object members;
  if (object.get(members) != simdjson::SUCCESS) return std::nullopt;
  JsonElement value;
  if (members.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
  if (value.is_null()) return std::nullopt;
  return value;
}

std::string JsonText(JsonElement value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING: {
      std::string_view text;
      if (value.get(text) != simdjson::SUCCESS) return "";
      return std::string(text);
    }
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE:
    case simdjson::dom::element_type::BOOL:
      return simdjson::minify(value);
    default:
      return "";
  }
}

std::string JsonText(JsonElement object, std::string_view key) {
  const std::optional<JsonElement> value = JsonMember(object, key);
  return value.has_value() ? JsonText(*value) : "";
}

std::vector<JsonElement> JsonArray(JsonElement value) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return {value};
  return {array.begin(), array.end()};
}

std::vector<JsonElement> JsonArray(JsonElement object, std::string_view key) {
  const std::optional<JsonElement> value = JsonMember(object, key);
  if (!value.has_value()) return {};
  return JsonArray(*value);
}

std::optional<double> JsonNumber(JsonElement value) {
  double number = 0;
  if (value.get(number) == simdjson::SUCCESS) return number;
  return value.is_string() ? record::ReadNumber(JsonText(value)) : std::nullopt;
}

}  // namespace waypost::sources
