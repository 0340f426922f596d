#include "engine/core/strong_id.h"

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>
#include <unordered_set>

#include "engine/core/ids.h"

namespace waypost {
namespace {

template <typename A, typename B>
concept Comparable = requires(A a, B b) {
  a == b;
};

static_assert(!std::convertible_to<DocId, TermId>);
static_assert(!std::convertible_to<std::uint32_t, DocId>);
static_assert(!Comparable<DocId, TermId>);
static_assert(Comparable<DocId, DocId>);
static_assert(sizeof(DocId) == 4 && sizeof(LanguageId) == 2);
static_assert(std::has_unique_object_representations_v<DocId>);

TEST(StrongId, CountsAndCompares) {
  DocId id(4);
  ++id;
  EXPECT_EQ(id, DocId(5));
  EXPECT_LT(DocId(4), id);
  EXPECT_EQ(id.index(), 5U);
  EXPECT_EQ(std::unordered_set<DocId>({DocId(1), DocId(1), DocId(2)}).size(), 2U);
}

TEST(StrongId, NoneIsTheGreatestAndNothingElse) {
  EXPECT_TRUE(DocId::None().is_none());
  EXPECT_FALSE(DocId().is_none());
  EXPECT_EQ(LanguageId::None().value(), 0xFFFF);
  EXPECT_LT(DocId(0xFFFFFFFE), DocId::None());
}

}  // namespace
}  // namespace waypost
