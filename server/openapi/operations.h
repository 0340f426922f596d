#pragma once

// The description of the API as values, for whoever shows it to people.
//
//   for (const DescribedTag& tag : ReadOperations(kDescriptionText).tags) ...
//
// Reads what server/openapi/description uses of OpenAPI 3.1 and no more. Time and memory are
// linear in the text.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"

namespace waypost::server {

// A type in words, "a list of", and the schema that the words are about; either may be "".
struct DescribedType {
  std::string words;
  std::string schema;
};

struct DescribedParameter {
  std::string name;
  std::string place;  // "query", "path"
  std::string description;
  std::string example;
  DescribedType type;
  bool is_required = false;
};

struct DescribedContent {
  std::string media_type;
  DescribedType type;
};

struct DescribedResponse {
  std::string status;
  std::string description;
  std::vector<DescribedContent> contents;
};

struct DescribedOperation {
  std::string id;
  std::string path;
  std::string summary;
  std::string description;
  std::string example;  // an address to follow, with {service} for some service's id; "" for none
  std::vector<DescribedParameter> parameters;
  std::vector<DescribedResponse> responses;
};

struct DescribedTag {
  std::string name;
  std::string description;
  std::vector<DescribedOperation> operations;
};

struct DescribedMember {
  std::string name;
  std::string description;
  DescribedType type;
  bool is_required = false;
};

struct DescribedSchema {
  std::string name;
  std::string description;
  DescribedType type;
  std::vector<std::string> includes;  // schemas whose members it has too
  std::vector<DescribedMember> members;
};

struct DescribedApi {
  std::string title;
  std::string description;
  std::vector<DescribedTag> tags;  // each with its operations, in the order of the text
  std::vector<DescribedSchema> schemas;
};

// An error when `text` is no JSON, or lacks what every OpenAPI description has.
absl::StatusOr<DescribedApi> ReadOperations(std::string_view text);

}  // namespace waypost::server
