#include "server/openapi/operations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/openapi/description_text.h"

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kSmall = R"({
  "info": {"title": "Small", "description": "All of it."},
  "tags": [{"name": "Find", "description": "Questions."}, {"name": "Other", "description": "-"}],
  "paths": {
    "/a": {"get": {"tags": ["Find"], "operationId": "a", "summary": "An a", "x-example": "/a?q=x",
      "parameters": [{"$ref": "#/components/parameters/q"}],
      "responses": {"200": {"description": "It.", "content": {"application/json": {
        "schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
    "/b": {"get": {"tags": ["Other"], "responses": {}}}
  },
  "components": {
    "parameters": {"q": {"name": "q", "in": "query", "required": true, "description": "Words.",
      "schema": {"type": "array", "items": {"type": "string", "enum": ["x", "y"]}},
      "example": ["x", "y"]}},
    "schemas": {
      "Thing": {"description": "A thing.", "allOf": [{"$ref": "#/components/schemas/Base"}],
        "type": "object", "required": ["id"], "properties": {
          "id": {"type": "string", "format": "uuid"},
          "many": {"type": "array", "items": {"$ref": "#/components/schemas/Base"}},
          "none": {"type": ["integer", "null"], "minimum": 0}}},
      "Base": {"type": "string"}}
  }
})";

DescribedApi Read(std::string_view text) {
  absl::StatusOr<DescribedApi> api = ReadOperations(text);
  EXPECT_TRUE(api.ok()) << api.status();
  return api.ok() ? *std::move(api) : DescribedApi();
}

TEST(ReadOperations, GroupsThemByTag) {
  const DescribedApi api = Read(kSmall);
  EXPECT_EQ(api.title, "Small");
  ASSERT_THAT(api.tags, SizeIs(2));
  ASSERT_THAT(api.tags[0].operations, SizeIs(1));
  EXPECT_EQ(api.tags[0].operations[0].path, "/a");
  EXPECT_EQ(api.tags[0].operations[0].example, "/a?q=x");
  EXPECT_EQ(api.tags[1].operations[0].path, "/b");
}

TEST(ReadOperations, FollowsReferencesToParametersAndNamesSchemas) {
  const DescribedApi api = Read(kSmall);
  const DescribedOperation& operation = api.tags[0].operations[0];
  ASSERT_THAT(operation.parameters, SizeIs(1));
  EXPECT_EQ(operation.parameters[0].type.words, "a list of one of: x, y");
  EXPECT_EQ(operation.parameters[0].example, "x,y");
  EXPECT_TRUE(operation.parameters[0].is_required);
  EXPECT_EQ(operation.responses[0].contents[0].type.schema, "Thing");
}

TEST(ReadOperations, SaysWhatMembersAre) {
  const DescribedSchema thing = Read(kSmall).schemas[0];
  EXPECT_THAT(thing.includes, ElementsAre("Base"));
  ASSERT_THAT(thing.members, SizeIs(3));
  EXPECT_EQ(thing.members[0].type.words, "string (uuid)");
  EXPECT_TRUE(thing.members[0].is_required);
  EXPECT_EQ(thing.members[1].type.words, "a list of");
  EXPECT_EQ(thing.members[1].type.schema, "Base");
  EXPECT_EQ(thing.members[2].type.words, "integer or null, from 0");
  EXPECT_FALSE(thing.members[2].is_required);
}

TEST(ReadOperations, RefusesWhatIsNoDescription) {
  for (const std::string_view text : {"", "[]", "{}", R"({"tags": [], "paths": 3})"}) {
    EXPECT_FALSE(ReadOperations(text).ok()) << text;
  }
}

// What the program holds was joined of parts: all are there, and every address is shown once.
TEST(DescriptionText, HasEveryAddressUnderOneTag) {
  const DescribedApi api = Read(kDescriptionText);
  std::vector<std::string> paths;
  for (const DescribedTag& tag : api.tags) {
    EXPECT_THAT(tag.operations, Not(IsEmpty())) << tag.name;
    for (const DescribedOperation& operation : tag.operations) paths.push_back(operation.path);
  }
  EXPECT_THAT(paths, ::testing::IsSupersetOf({"/api/search", "/api/needs", "/api/services/{id}",
                                              "/oruk/v3/services", "/oruk/v1/services", "/docs"}));
  std::ranges::sort(paths);
  EXPECT_EQ(std::ranges::adjacent_find(paths), paths.end());
}

}  // namespace
}  // namespace waypost::server
