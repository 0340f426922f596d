// Lists of terms, asked for by every name that a vocabulary or a term has.

#include <gtest/gtest.h>

#include <set>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using Ids = std::set<std::string>;

class TermListsTest : public ::testing::Test {
 protected:
  Ids IdsOf(const std::string& list, const char* rows) const {
    Ids ids;
    const Document page = asking_.Json(list);
    for (const Value& row : page[rows].GetArray()) ids.insert(row["id"].GetString());
    return ids;
  }
  Ids V3(const std::string& question) const {
    return IdsOf("/oruk/v3/taxonomy_terms?per_page=1000&" + question, "contents");
  }
  Ids V1(const std::string& question) const {
    return IdsOf("/oruk/v1/taxonomies?per_page=1000&" + question, "content");
  }
  // The UUID of the row of a list of v3 that has this value.
  std::string Uuid(const std::string& list, const char* member, const std::string& value) const {
    const Document page = asking_.Json("/oruk/v3/" + list + "?per_page=1000");
    for (const Value& row : page["contents"].GetArray()) {
      if (row.HasMember(member) && row[member].GetString() == value) return row["id"].GetString();
    }
    return {};
  }

  const Asking asking_{{StatedService()}};
};

TEST_F(TermListsTest, ATaxonomyIsFoundByNameAndByUuid) {
  const Ids types = V3("taxonomy_id=" + Uuid("taxonomies", "name", "esdServiceTypes"));
  EXPECT_GT(types.size(), 1U);
  EXPECT_LT(types.size(), V3("").size());
  EXPECT_EQ(V3("taxonomy_id=esdServiceTypes"), types);
  EXPECT_EQ(V3("taxonomy_id=ESDSERVICETYPES"), types);
  EXPECT_EQ(V1("vocabulary=esdservicetypes").size(), types.size());
  EXPECT_EQ(V3("taxonomy_id=none"), Ids());
  EXPECT_EQ(V1("vocabulary=none"), Ids());
}

TEST_F(TermListsTest, AParentIsFoundByEverySpelling) {
  const std::string uuid = Uuid("taxonomy_terms", "term", "esdServiceType:11");
  const Ids below = V3("parent_id=" + uuid);
  EXPECT_EQ(below.size(), 1U);
  for (const char* parent :
       {"esdServiceType:11", "service:11", "http://id.esd.org.uk/service/11"}) {
    EXPECT_EQ(V3(std::string("parent_id=") + parent), below) << parent;
    EXPECT_EQ(V1(std::string("parent_id=") + parent), Ids{"esdServiceType:111"}) << parent;
  }
  EXPECT_EQ(V1("parent_id=" + uuid), Ids{"esdServiceType:111"});
}

TEST_F(TermListsTest, ATextThatNoNameCanHoldFindsNothing) {
  EXPECT_EQ(V3("search=%F0%9F%98%80"), Ids());
  EXPECT_EQ(V1("text=%F0%9F%98%80"), Ids());
  EXPECT_EQ(asking_.Json("/oruk/v3/organizations?search=%F0%9F%98%80")["total_items"].GetInt(), 0);
  EXPECT_EQ(V1("text="), V1(""));
}

}  // namespace
}  // namespace waypost::server
