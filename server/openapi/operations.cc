#include "server/openapi/operations.h"

#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace waypost::server {
namespace {

using Json = rapidjson::Value;

constexpr std::string_view kSchemas = "#/components/schemas/";

const Json* MemberOf(const Json& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string TextOf(const Json& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string TextIn(const Json& object, const char* key) {
  const Json* value = MemberOf(object, key);
  return value == nullptr ? std::string() : TextOf(*value);
}

// "a, b": the elements of a list, or the one value that stands for it.
std::string Listed(const Json& value, std::string_view separator) {
  if (!value.IsArray()) return TextOf(value);
  std::string text;
  for (const Json& element : value.GetArray()) {
    if (!text.empty()) text += separator;
    text += TextOf(element);
  }
  return text;
}

// The name of the schema that `schema` refers to; "" when it stands for itself.
std::string ReferredSchema(const Json& schema) {
  const std::string reference = TextIn(schema, "$ref");
  return reference.starts_with(kSchemas) ? reference.substr(kSchemas.size()) : "";
}

DescribedType TypeOf(const Json& schema);

std::string BoundsOf(const Json& schema) {
  std::string text;
  const auto add = [&](const char* key, std::string_view words) {
    const std::string bound = TextIn(schema, key);
    if (!bound.empty()) text.append(", ").append(words).append(bound);
  };
  add("minimum", "from ");
  add("maximum", "to ");
  add("default", "default ");
  return text;
}

std::string PlainTypeOf(const Json& schema) {
  if (const Json* values = MemberOf(schema, "enum")) {
    const std::string given = TextIn(schema, "default");
    return "one of: " + Listed(*values, ", ") + (given.empty() ? "" : "; default " + given);
  }
  if (const Json* value = MemberOf(schema, "const")) return "always " + TextOf(*value);
  std::string text;
  if (const Json* type = MemberOf(schema, "type")) text = Listed(*type, " or ");
  const std::string format = TextIn(schema, "format");
  if (!format.empty()) text.append(" (").append(format).append(")");
  return text + BoundsOf(schema);
}

// One of several: they are named in the words, for there is only one to lead to.
std::string ChoicesOf(const Json& choices) {
  std::string text;
  for (const Json& choice : choices.GetArray()) {
    const DescribedType type = TypeOf(choice);
    text.append(text.empty() ? "" : " or ").append(type.words);
    if (!type.schema.empty()) text.append(type.words.empty() ? "" : " ").append(type.schema);
  }
  return text;
}

DescribedType TypeOf(const Json& schema) {
  const std::string referred = ReferredSchema(schema);
  if (!referred.empty()) return {.words = "", .schema = referred};
  for (const char* key : {"anyOf", "oneOf"}) {
    const Json* choices = MemberOf(schema, key);
    if (choices != nullptr && choices->IsArray()) return {.words = ChoicesOf(*choices)};
  }
  const Json* items = MemberOf(schema, "items");
  if (items != nullptr && TextIn(schema, "type") == "array") {
    DescribedType type = TypeOf(*items);
    type.words = type.words.empty() ? "a list of" : "a list of " + type.words;
    return type;
  }
  return {.words = PlainTypeOf(schema)};
}

bool IsRequired(const Json& schema, const std::string& member) {
  const Json* required = MemberOf(schema, "required");
  if (required == nullptr || !required->IsArray()) return false;
  for (const Json& name : required->GetArray()) {
    if (TextOf(name) == member) return true;
  }
  return false;
}

class ApiReader {
 public:
  explicit ApiReader(const Json& document) : document_(document) {}

  DescribedApi Read() const {
    DescribedApi api;
    if (const Json* info = MemberOf(document_, "info")) {
      api.title = TextIn(*info, "title");
      api.description = TextIn(*info, "description");
    }
    for (const Json& tag : document_["tags"].GetArray()) {
      api.tags.push_back({.name = TextIn(tag, "name"),
                          .description = TextIn(tag, "description"),
                          .operations = {}});
      AddOperations(api.tags.back());
    }
    const Json* schemas = rapidjson::Pointer("/components/schemas").Get(document_);
    if (schemas == nullptr || !schemas->IsObject()) return api;
    for (const auto& [name, schema] : schemas->GetObject()) {
      api.schemas.push_back(SchemaOf(TextOf(name), schema));
    }
    return api;
  }

 private:
  // What a reference leads to; anything else is itself.
  const Json& Resolved(const Json& value) const {
    const std::string reference = TextIn(value, "$ref");
    if (!reference.starts_with("#")) return value;
    const Json* target = rapidjson::Pointer(reference.substr(1).c_str()).Get(document_);
    return target == nullptr ? value : *target;
  }

  void AddOperations(DescribedTag& tag) const {
    for (const auto& [path, item] : document_["paths"].GetObject()) {
      const Json* get = MemberOf(item, "get");
      if (get == nullptr) continue;
      const Json* tags = MemberOf(*get, "tags");
      if (tags == nullptr || Listed(*tags, "") != tag.name) continue;
      tag.operations.push_back(OperationOf(TextOf(path), *get));
    }
  }

  DescribedOperation OperationOf(std::string path, const Json& get) const {
    DescribedOperation operation{.id = TextIn(get, "operationId"),
                                 .path = std::move(path),
                                 .summary = TextIn(get, "summary"),
                                 .description = TextIn(get, "description"),
                                 .example = TextIn(get, "x-example"),
                                 .parameters = {},
                                 .responses = {}};
    if (const Json* parameters = MemberOf(get, "parameters")) {
      for (const Json& parameter : parameters->GetArray()) {
        operation.parameters.push_back(ParameterOf(Resolved(parameter)));
      }
    }
    if (const Json* responses = MemberOf(get, "responses")) {
      for (const auto& [status, response] : responses->GetObject()) {
        operation.responses.push_back(ResponseOf(TextOf(status), Resolved(response)));
      }
    }
    return operation;
  }

  static DescribedParameter ParameterOf(const Json& parameter) {
    DescribedParameter described{.name = TextIn(parameter, "name"),
                                 .place = TextIn(parameter, "in"),
                                 .description = TextIn(parameter, "description"),
                                 .example = {},
                                 .type = {},
                                 .is_required = TextIn(parameter, "required") == "true"};
    if (const Json* example = MemberOf(parameter, "example")) {
      described.example = Listed(*example, ",");
    }
    if (const Json* schema = MemberOf(parameter, "schema")) described.type = TypeOf(*schema);
    return described;
  }

  static DescribedResponse ResponseOf(std::string status, const Json& response) {
    DescribedResponse described{.status = std::move(status),
                                .description = TextIn(response, "description"),
                                .contents = {}};
    const Json* content = MemberOf(response, "content");
    if (content == nullptr) return described;
    for (const auto& [type, media] : content->GetObject()) {
      described.contents.push_back({.media_type = TextOf(type), .type = {}});
      const Json* schema = MemberOf(media, "schema");
      if (schema == nullptr) continue;
      const std::string referred = ReferredSchema(*schema);
      if (!referred.empty()) described.contents.back().type.schema = referred;
    }
    return described;
  }

  static DescribedSchema SchemaOf(std::string name, const Json& schema) {
    DescribedSchema described{.name = std::move(name),
                              .description = TextIn(schema, "description"),
                              .type = {},
                              .includes = {},
                              .members = {}};
    if (const Json* parts = MemberOf(schema, "allOf")) {
      for (const Json& part : parts->GetArray()) {
        described.includes.push_back(ReferredSchema(part));
      }
    }
    if (const Json* members = MemberOf(schema, "properties")) {
      for (const auto& [key, member] : members->GetObject()) {
        const std::string called = TextOf(key);
        described.members.push_back({.name = called,
                                     .description = TextIn(member, "description"),
                                     .type = TypeOf(member),
                                     .is_required = IsRequired(schema, called)});
      }
    }
    const bool has_members = !described.members.empty() || !described.includes.empty();
    if (!has_members) described.type = TypeOf(schema);
    return described;
  }

  const Json& document_;
};

}  // namespace

absl::StatusOr<DescribedApi> ReadOperations(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  if (document.HasParseError() || !document.IsObject()) {
    return InvalidArgument("the description of the API is not a JSON object");
  }
  const Json* tags = MemberOf(document, "tags");
  const Json* paths = MemberOf(document, "paths");
  if (tags == nullptr || !tags->IsArray() || paths == nullptr || !paths->IsObject()) {
    return InvalidArgument("the description of the API has no tags or no paths");
  }
  return ApiReader(document).Read();
}

}  // namespace waypost::server
