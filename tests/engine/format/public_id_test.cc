#include "engine/format/public_id.h"

#include <gtest/gtest.h>

#include <set>

namespace waypost {
namespace {

// Expected values from Python: uuid.uuid5(uuid.UUID(namespace), "bristol\x1fservice\x1f1502").
TEST(PublicId, IsTheUuid5OfSourceEntityAndId) {
  EXPECT_EQ(FormatUuid(PublicId("bristol", "service", "1502")),
            "4ba2c8f6-dd5c-577c-a9a4-dd49969d416d");
  EXPECT_EQ(FormatUuid(PublicId("", "", "")), "3ac11781-c2a5-5dfa-a3d1-1dd20535853c");
}

TEST(PublicId, TellsTheThreePartsApart) {
  const std::set<Uuid> ids = {PublicId("a", "service", "1"),  PublicId("b", "service", "1"),
                              PublicId("a", "location", "1"), PublicId("a", "service", "2"),
                              PublicId("as", "ervice", "1"),  PublicId("a", "service1", "")};
  EXPECT_EQ(ids.size(), 6U);
}

TEST(ParseUuid, ReadsEitherCaseAndWritesLower) {
  const auto uuid = ParseUuid("FAB7CC8B-d495-46e1-abe8-9E5AAF0042F1");
  ASSERT_TRUE(uuid.has_value());
  EXPECT_EQ(FormatUuid(*uuid), kPublicIdNamespace);
}

TEST(ParseUuid, RefusesEverythingElse) {
  for (const char* text :
       {"", "1502", "fab7cc8bd49546e1abe89e5aaf0042f1", "{fab7cc8b-d495-46e1-abe8-9e5aaf0042f1}",
        "fab7cc8b-d495-46e1-abe8-9e5aaf0042f", "fab7cc8b-d495-46e1-abe8-9e5aaf0042f12",
        "fab7cc8b-d495-46e1-abe8-9e5aaf0042fg", "fab7cc8b-d495-46e1-abe8_9e5aaf0042f1",
        "fab7cc8bd-495-46e1-abe8-9e5aaf0042f1", "urn:uuid:fab7cc8b-d495-46e1-abe8-9e5aaf0042f1",
        " fab7cc8b-d495-46e1-abe8-9e5aaf0042f", "uuid-uuid"}) {
    EXPECT_FALSE(IsUuid(text)) << text;
  }
}

TEST(Uuid, SortsAsItsText) {
  const Uuid small = *ParseUuid("0fffffff-ffff-4fff-bfff-ffffffffffff");
  const Uuid large = *ParseUuid("a0000000-0000-4000-8000-000000000000");
  EXPECT_LT(small, large);
  EXPECT_LT(FormatUuid(small), FormatUuid(large));
}

}  // namespace
}  // namespace waypost
