#include "index_builder/validate/field_rules.h"

#include <gtest/gtest.h>

#include <set>

namespace waypost::validate {
namespace {

template <typename Each>
void ForEachEntity(const Each& each) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    for (int i = 1; i <= static_cast<int>(Entity::kTerm); ++i)
      each(standard, static_cast<Entity>(i));
  }
}

TEST(FieldRules, AreWhole) {
  ForEachEntity([](Standard standard, Entity entity) {
    std::set<std::string_view> names;
    for (const FieldRule& rule : FieldsOf(standard, entity)) {
      SCOPED_TRACE(rule.name);
      EXPECT_TRUE(names.insert(rule.name).second);
      const bool nests = rule.kind == ValueKind::kObject || rule.kind == ValueKind::kList;
      EXPECT_EQ(nests, rule.entity != Entity::kNone);
      if (nests) {
        EXPECT_FALSE(FieldsOf(standard, rule.entity).empty());
      }
      EXPECT_EQ(rule.kind == ValueKind::kWord, !rule.words.empty());
    }
    EXPECT_NE(NameOf(entity), "object");
    if (!names.empty()) {
      EXPECT_TRUE(FindField(standard, entity, "id")->required);
    }
  });
}

TEST(FieldRules, OtherSpellingsAreKnown) {
  EXPECT_EQ(ProbableField(Standard::kV1, Entity::kService, "organisation"), "organization");
  EXPECT_EQ(ProbableField(Standard::kV1, Entity::kService, "schedules"), "regular_schedules");
  EXPECT_EQ(ProbableField(Standard::kV3, Entity::kService, "regular_schedules"), "schedules");
  EXPECT_EQ(ProbableField(Standard::kV3, Entity::kServiceArea, "serviceId"), "service_id");
  EXPECT_EQ(ProbableField(Standard::kV3, Entity::kLocation, "lng"), "longitude");
  EXPECT_EQ(ProbableField(Standard::kV3, Entity::kService, "colour"), "");
}

}  // namespace
}  // namespace waypost::validate
