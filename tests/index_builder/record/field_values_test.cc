#include "index_builder/record/field_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/utf8.h"

namespace waypost::record {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FieldValues : public ::testing::Test {
 protected:
  std::vector<ProblemKind> Kinds() const {
    std::vector<ProblemKind> kinds;
    for (const Problem& problem : sink_.problems) kinds.push_back(problem.kind);
    return kinds;
  }

  CollectingSink sink_;
  const FieldReport report_{sink_, "bristol", "s1"};
};

TEST_F(FieldValues, AnUnreadableConfidentialFlagMeansYes) {
  EXPECT_FALSE(ConfidentialValue(report_, "service", "confidential", " "));
  EXPECT_FALSE(ConfidentialValue(report_, "service", "confidential", "No"));
  EXPECT_TRUE(ConfidentialValue(report_, "service", "confidential", "1"));
  EXPECT_THAT(Kinds(), IsEmpty());
  EXPECT_TRUE(ConfidentialValue(report_, "service", "confidential", "restricted"));
  EXPECT_THAT(Kinds(), ElementsAre(ProblemKind::kUnknownWord));
}

TEST_F(FieldValues, AnEmptyValueIsNoProblem) {
  for (const char* empty : {"", "  ", "\t\n"}) {
    EXPECT_EQ(TextLine(report_, "service", "name", empty), "");
    EXPECT_EQ(NumberValue(report_, "service", "x", empty), std::nullopt);
    EXPECT_EQ(IntegerValue(report_, "service", "x", empty), std::nullopt);
    EXPECT_EQ(BoolValue(report_, "service", "x", empty), std::nullopt);
    EXPECT_EQ(DateValue(report_, "service", "x", empty), std::nullopt);
    EXPECT_EQ(MomentValue(report_, "service", "x", empty), std::nullopt);
    EXPECT_EQ(UrlValue(report_, "service", "x", empty), "");
    EXPECT_EQ(EmailValue(report_, "service", "x", empty), "");
    EXPECT_TRUE(AccessValue(report_, "service", "x", empty).empty());
    EXPECT_EQ(PositionValue(report_, "location", empty, empty), std::nullopt);
  }
  EXPECT_THAT(sink_.problems, IsEmpty());
}

TEST_F(FieldValues, AnUnreadableValueIsToldWithWhoseItIs) {
  EXPECT_EQ(DateValue(report_, "schedule", "dtstart", "someday"), std::nullopt);
  ASSERT_EQ(sink_.problems.size(), 1U);
  const Problem& problem = sink_.problems[0];
  EXPECT_EQ(problem.kind, ProblemKind::kUnreadableDate);
  EXPECT_EQ(problem.source, "bristol");
  EXPECT_EQ(problem.id, "s1");
  EXPECT_EQ(problem.entity, "schedule");
  EXPECT_EQ(problem.field, "dtstart");
  EXPECT_EQ(problem.value, "someday");
  EXPECT_EQ(problem.outcome, "left out");
}

TEST_F(FieldValues, TextTellsWhatWasRemoved) {
  EXPECT_EQ(TextBlock(report_, "service", "description", "<p>a</p><img src=x><p>b \xFF</p>"),
            "a\nb \xEF\xBF\xBD");
  EXPECT_THAT(Kinds(), ElementsAre(ProblemKind::kEmbeddedImageRemoved, ProblemKind::kMarkupRemoved,
                                   ProblemKind::kNotUtf8));
}

TEST_F(FieldValues, PositionsMustBeUsable) {
  EXPECT_EQ(PositionValue(report_, "location", "51.5", "-2.5"), LatLng::FromDegrees(51.5, -2.5));
  EXPECT_THAT(sink_.problems, IsEmpty());
  EXPECT_EQ(PositionValue(report_, "location", "0", "0.0"), std::nullopt);
  EXPECT_EQ(PositionValue(report_, "location", "91", "0"), std::nullopt);
  EXPECT_EQ(PositionValue(report_, "location", "51.5", ""), std::nullopt);
  EXPECT_EQ(PositionValue(report_, "location", "nan", "1"), std::nullopt);
  EXPECT_EQ(sink_.problems.size(), 4U);
}

TEST_F(FieldValues, AgesMustBeSound) {
  std::vector<AgeRange> ages;
  AddAgeRange(report_, "service", "5", "12", ages);
  AddAgeRange(report_, "service", "18 months", "", ages);
  AddAgeRange(report_, "service", "", "3", ages);
  AddAgeRange(report_, "service", "0", "", ages);
  AddAgeRange(report_, "service", "-1", "12", ages);
  EXPECT_THAT(ages,
              ElementsAre(AgeRange{5, 12}, AgeRange{1.5, std::nullopt}, AgeRange{std::nullopt, 3},
                          AgeRange{0, std::nullopt}, AgeRange{std::nullopt, 12}));
  EXPECT_EQ(sink_.problems.size(), 1U);
  AddAgeRange(report_, "service", "0", "0", ages);
  AddAgeRange(report_, "service", "12", "5", ages);
  AddAgeRange(report_, "service", "", "", ages);
  AddAgeRange(report_, "service", "-1", "-1", ages);
  EXPECT_EQ(ages.size(), 5U);
  EXPECT_THAT(Kinds(), ElementsAre(ProblemKind::kBadAge, ProblemKind::kBadAge, ProblemKind::kBadAge,
                                   ProblemKind::kBadAge));
}

TEST_F(FieldValues, KnownWordsOfAListAreKept) {
  EXPECT_EQ(AccessValue(report_, "service", "attending_access", "drop-in, Assessment"),
            EnumSet<Access>{Access::kDropIn});
  ASSERT_EQ(sink_.problems.size(), 1U);
  EXPECT_EQ(sink_.problems[0].outcome, "only the known words were read");
}

TEST(ProblemValue, IsCutOnACharacterBoundary) {
  EXPECT_EQ(ProblemValue("short"), "short");
  const std::string long_text(300, 'x');
  EXPECT_EQ(ProblemValue(long_text), std::string(200, 'x'));
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "\xC3\xA9";
  for (std::size_t skip = 0; skip < 2; ++skip) {
    const std::string cut = ProblemValue(std::string(skip, 'x') + accents);
    EXPECT_LE(cut.size(), 200U);
    EXPECT_GE(cut.size(), 199U);
    EXPECT_TRUE(IsUtf8(cut));
  }
  const std::string broken = ProblemValue(std::string(300, '\xFF'));
  EXPECT_LE(broken.size(), 200U);
  EXPECT_TRUE(IsUtf8(broken));
}

}  // namespace
}  // namespace waypost::record
