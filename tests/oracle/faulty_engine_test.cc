// The differential test notices every mistake that can be built into the scan, within the number of
// queries that a normal run asks.

#include "tests/oracle/faulty_engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <regex>

#include "tests/oracle/differential.h"
#include "tests/support/random_seed.h"

namespace waypost::oracle {
namespace {

struct SeededFault {
  ScanFault fault;
  const char* name;
};

constexpr std::array<SeededFault, kScanFaultCount> kFaults = {{
    {ScanFault::kWithinExclusive, "WithinExclusive"},
    {ScanFault::kBoxExclusive, "BoxExclusive"},
    {ScanFault::kMidnightHalfLost, "MidnightHalfLost"},
    {ScanFault::kFacetCountsDocuments, "FacetCountsDocuments"},
    {ScanFault::kFacetAppliesOwnFilter, "FacetAppliesOwnFilter"},
    {ScanFault::kFacetLimitOffByOne, "FacetLimitOffByOne"},
    {ScanFault::kTieByIdDescending, "TieByIdDescending"},
    {ScanFault::kNotStatedIsCertain, "NotStatedIsCertain"},
    {ScanFault::kAreaIgnoredForRemote, "AreaIgnoredForRemote"},
    {ScanFault::kVocabularyKeepsNotStated, "VocabularyKeepsNotStated"},
    {ScanFault::kOthersDropNotStated, "OthersDropNotStated"},
    {ScanFault::kChildTermMissed, "ChildTermMissed"},
    {ScanFault::kAncestorIsNo, "AncestorIsNo"},
    {ScanFault::kExcludeMissesDescendants, "ExcludeMissesDescendants"},
    {ScanFault::kEqualWindowAllowed, "EqualWindowAllowed"},
    {ScanFault::kWindowEndsAtMidnight, "WindowEndsAtMidnight"},
    {ScanFault::kFiftySevenDays, "FiftySevenDays"},
    {ScanFault::kUntilExclusive, "UntilExclusive"},
    {ScanFault::kFortnightFromFirstMatch, "FortnightFromFirstMatch"},
    {ScanFault::kAgeMaximumExclusive, "AgeMaximumExclusive"},
    {ScanFault::kServiceCountedTwice, "ServiceCountedTwice"},
    {ScanFault::kConditionsAtAnyVenue, "ConditionsAtAnyVenue"},
    {ScanFault::kPagingRepeats, "PagingRepeats"},
    {ScanFault::kDistanceOfFirstVenue, "DistanceOfFirstVenue"},
    {ScanFault::kExpiredCostCounts, "ExpiredCostCounts"},
    {ScanFault::kFutureAssuranceIsYes, "FutureAssuranceIsYes"},
    {ScanFault::kStraddlingPlaceIsInside, "StraddlingPlaceIsInside"},
    {ScanFault::kStopWordsRequired, "StopWordsRequired"},
    {ScanFault::kLengthNotNormalised, "LengthNotNormalised"},
    {ScanFault::kLocationWordsScore, "LocationWordsScore"},
    {ScanFault::kBankHolidaysIgnored, "BankHolidaysIgnored"},
    {ScanFault::kBankHolidaysOfAll, "BankHolidaysOfAll"},
    {ScanFault::kConfirmedDayInDoubt, "ConfirmedDayInDoubt"},
    {ScanFault::kClosedDayIsOpen, "ClosedDayIsOpen"},
    {ScanFault::kUsualTimesBesideOthers, "UsualTimesBesideOthers"},
    {ScanFault::kDayBeforeLost, "DayBeforeLost"},
    {ScanFault::kClosingMinuteIsOpen, "ClosingMinuteIsOpen"},
    {ScanFault::kExpiredIsNo, "ExpiredIsNo"},
    {ScanFault::kUnknownDaysAreNo, "UnknownDaysAreNo"},
    {ScanFault::kTodayIsOver, "TodayIsOver"},
    {ScanFault::kLastDayLost, "LastDayLost"},
    {ScanFault::kRunningIsOver, "RunningIsOver"},
    {ScanFault::kSoonestDoesNotTell, "SoonestDoesNotTell"},
    {ScanFault::kSecondPassIsFirst, "SecondPassIsFirst"},
    {ScanFault::kNoSynonyms, "NoSynonyms"},
    {ScanFault::kNamesOfNeedsIgnored, "NamesOfNeedsIgnored"},
    {ScanFault::kPhraseIsItsWords, "PhraseIsItsWords"},
    {ScanFault::kOrBindsCloser, "OrBindsCloser"},
    {ScanFault::kInferredLeftOut, "InferredLeftOut"},
    {ScanFault::kNameCountsOnce, "NameCountsOnce"},
}};

class SeededFaultTest : public ::testing::TestWithParam<SeededFault> {};

TEST_P(SeededFaultTest, IsNoticed) {
  FaultyEngine engine({GetParam().fault});
  const DifferentialOutcome outcome =
      RunDifferential(engine, {.seed = testing::SeedOfThisRun(), .shrink = false});
  EXPECT_TRUE(outcome.difference) << "after " << outcome.queries << " queries";
  std::cout << GetParam().name << ": noticed after " << outcome.queries << " queries\n";
}

INSTANTIATE_TEST_SUITE_P(All, SeededFaultTest, ::testing::ValuesIn(kFaults),
                         [](const auto& fault) { return fault.param.name; });

TEST(FaultyEngine, WithoutFaultIsTheOracle) {
  FaultyEngine engine({});
  const DifferentialOutcome outcome =
      RunDifferential(engine, {.seed = testing::SeedOfThisRun(), .queries = 300});
  EXPECT_FALSE(outcome.difference) << *outcome.difference;
  EXPECT_EQ(outcome.queries, 300);
  EXPECT_EQ(outcome.worlds, 3);
}

TEST(RunDifferential, ShrinksToAFewServicesAndSaysHowToRepeatIt) {
  FaultyEngine engine({ScanFault::kTieByIdDescending});
  const DifferentialOutcome outcome = RunDifferential(engine, {.seed = 11});
  ASSERT_TRUE(outcome.difference);
  const std::string& report = *outcome.difference;
  EXPECT_NE(report.find("seed 11, world 0, query "), std::string::npos) << report;
  EXPECT_NE(report.find("first difference: hit 0"), std::string::npos) << report;
  // A wrong tie-break needs two services, no more; what they state is indented further.
  const std::size_t services = report.find("services left:");
  const std::string list = report.substr(services, report.find("first difference") - services);
  const std::regex service("\n  [0-9a-f]{8}-");
  EXPECT_EQ(std::distance(std::sregex_iterator(list.begin(), list.end(), service),
                          std::sregex_iterator()),
            2)
      << report;
}

}  // namespace
}  // namespace waypost::oracle
