// What the description of the API says of the dialects is what their handlers and readers do: every
// list is described, with the parameters that its reader reads and no others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "server/handlers/oruk_endpoints.h"
#include "server/openapi/description_text.h"
#include "server/openapi/operations.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using Names = std::set<std::string>;

// Read by one reader for all lists of v3; where a form makes no difference it is not described.
const Names kForms = {"minimal", "full", "extras", "format"};

class DescribedTest : public ::testing::Test {
 protected:
  DescribedTest() {
    const absl::StatusOr<DescribedApi> api = ReadOperations(kDescriptionText);
    EXPECT_TRUE(api.ok()) << api.status();
    for (const DescribedTag& tag : api->tags) {
      for (const DescribedOperation& operation : tag.operations) {
        Names& names = described_[operation.path];
        for (const DescribedParameter& parameter : operation.parameters) {
          if (parameter.place == "query") names.insert(parameter.name);
        }
      }
    }
  }

  // `heard` are the names that are read at the address.
  void Expect(const std::string& path, Names heard) {
    ASSERT_TRUE(described_.contains(path)) << path << " is not described";
    const Names& names = described_.at(path);
    for (const std::string& form : kForms) {
      if (!names.contains(form)) heard.erase(form);
    }
    EXPECT_EQ(names, heard) << path;
    met_.insert(path);
  }

  const Asking asking_{{StatedService()}};
  const oruk::Catalogue catalogue_{asking_.index()};
  const HttpRequest request_;
  std::map<std::string, Names> described_;
  Names met_;
};

TEST_F(DescribedTest, EveryListOfV3AndItsThings) {
  const oruk::V3Reading reading{asking_.serving(), catalogue_};
  for (const V3Endpoint& endpoint : V3Endpoints()) {
    const std::string path = "/oruk/v3/" + std::string(endpoint.name);
    Names heard;
    EXPECT_TRUE(endpoint.list(reading, oruk::Asked(request_, &heard)).ok()) << path;
    Expect(path, heard);
    Names heard_of_one;
    JsonText json;
    json.StartObject();
    const absl::Status status =
        endpoint.thing(reading, Uuid(), oruk::Asked(request_, &heard_of_one), json);
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound) << path;
    Expect(path + "/{id}", heard_of_one);
  }
  EXPECT_EQ(met_.size(), 2 * V3Endpoints().size());
}

TEST_F(DescribedTest, EveryListOfV1AndItsThings) {
  const oruk::V1Reading reading{asking_.serving(), catalogue_};
  for (const V1Endpoint& endpoint : V1Endpoints()) {
    // Another name, of which the description of the list tells.
    if (endpoint.name == "hservices") continue;
    const std::string path = "/oruk/v1/" + std::string(endpoint.name);
    Names heard;
    EXPECT_TRUE(endpoint.list(reading, oruk::Asked(request_, &heard)).ok()) << path;
    Expect(path, heard);
    Expect(path + "/{id}", {});
  }
  Names heard;
  EXPECT_TRUE(oruk::V1RichnessOfPage(reading, oruk::Asked(request_, &heard)).ok());
  Expect("/oruk/v1/services/richness", heard);
  Expect("/oruk/v1/services/{id}/richness", {});
  Expect("/oruk/v1/vocabularies", {});
}

TEST_F(DescribedTest, NothingElseIsDescribed) {
  Names known = {"/oruk/v3/", "/oruk/v1/services/richness", "/oruk/v1/services/{id}/richness",
                 "/oruk/v1/vocabularies"};
  for (const V3Endpoint& endpoint : V3Endpoints()) {
    known.insert("/oruk/v3/" + std::string(endpoint.name));
    known.insert("/oruk/v3/" + std::string(endpoint.name) + "/{id}");
  }
  for (const V1Endpoint& endpoint : V1Endpoints()) {
    known.insert("/oruk/v1/" + std::string(endpoint.name));
    known.insert("/oruk/v1/" + std::string(endpoint.name) + "/{id}");
  }
  for (const auto& [path, names] : described_) {
    if (path.starts_with("/oruk/")) EXPECT_TRUE(known.contains(path)) << path;
  }
}

}  // namespace
}  // namespace waypost::server
