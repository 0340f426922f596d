// What services are counted by: the values of each facet with their counts, worked out by hand.

#include "engine/query/collectors/facet_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/search.h"
#include "tests/engine/query/collectors/few_documents.h"
#include "tests/engine/query/parsing.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using testing::AddTerm;
using ::testing::ElementsAre;
using testing::ServiceAt;

const LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};

// ---- order and limit

// Values "c", "b", "a", "d" of numbers 0 to 3.
class LetterValues final : public FacetValues {
 public:
  std::size_t size() const override { return 4; }
  void Count(const DocBlock&, std::uint8_t, FacetTally&) override {}
  std::string IdOf(std::size_t value) const override { return std::string(1, "cbad"[value]); }
  std::string LabelOf(std::size_t value) const override { return "letter " + IdOf(value); }
};

std::string Counted(const std::vector<std::size_t>& times, std::size_t limit) {
  const FewDocuments documents({0, 1, 2});
  FacetTally tally(documents.columns(), documents.services(), times.size());
  for (std::uint32_t number = 0; number < 3; ++number) {
    tally.Count(DocId(number), [&](DocId doc) {
      for (std::size_t value = 0; value < times.size(); ++value) {
        if (doc.value() < times[value]) tally.Yes(value);
      }
    });
  }
  std::string line;
  for (const FacetValue& value : CountsOf(Facet::kNeed, LetterValues(), tally, limit).values) {
    line += value.id + ":" + std::to_string(value.count) + " ";
  }
  return line;
}

TEST(CountsOf, StandByCountThenId) { EXPECT_EQ(Counted({1, 2, 1, 3}, 20), "d:3 b:2 a:1 c:1 "); }

TEST(CountsOf, LeavesOutWhatNobodyHas) { EXPECT_EQ(Counted({0, 1, 0, 0}, 20), "b:1 "); }

TEST(CountsOf, KeepsTheFirstOfTheOrder) { EXPECT_EQ(Counted({1, 2, 1, 3}, 3), "d:3 b:2 a:1 "); }

TEST(CountsOf, GivesLabelsAndWhatIsNotStated) {
  const FewDocuments documents({0, 1});
  FacetTally tally(documents.columns(), documents.services(), 4);
  tally.Count(DocId(0), [&](DocId) { tally.Yes(2); });
  tally.Count(DocId(1), [&](DocId) { tally.NotStated(); });
  const FacetCounts counts = CountsOf(Facet::kNeed, LetterValues(), tally, 20);
  EXPECT_EQ(counts.facet, Facet::kNeed);
  EXPECT_EQ(counts.not_stated, 1U);
  ASSERT_EQ(counts.values.size(), 1U);
  EXPECT_EQ(counts.values[0].label, "letter a");
}

// ---- the facets

std::vector<FacetCounts> FacetsOf(const std::vector<record::Service>& services,
                                  const std::string& question) {
  const auto index = IndexOf(testing::SmallDirectory(services));
  EXPECT_TRUE(index.ok()) << index.status();
  if (!index.ok()) return {};
  const auto result = Search(**index, Parsed(question), kNoon);
  EXPECT_TRUE(result.ok()) << result.status();
  return result.ok() ? result->facets : std::vector<FacetCounts>();
}

// "pl:2 en:1 | 3" for the only facet of the question, with what is not stated at the end.
std::string Ask(const std::vector<record::Service>& services, const std::string& question) {
  std::string line;
  for (const FacetCounts& facet : FacetsOf(services, question)) {
    for (const FacetValue& value : facet.values) {
      line += value.id + ":" + std::to_string(value.count) + " ";
    }
    line += "| " + std::to_string(facet.not_stated);
  }
  return line;
}

record::Service Of(const std::string& id, std::vector<std::string> types) {
  record::Service service = testing::Service(id);
  for (const std::string& type : types) AddTerm(service, "esdServiceTypes", type);
  return service;
}

record::Service Open(const std::string& id, Weekday day, int from, int to) {
  record::Service service = testing::Service(id);
  service.schedules = {testing::WeeklyRow({day}, from * 60, to * 60)};
  return service;
}

record::Service Costing(const std::string& id, std::optional<double> amount) {
  record::Service service = testing::Service(id);
  service.cost_options.resize(1);
  service.cost_options[0].amount = amount;
  return service;
}

TEST(FacetServiceType, RollsUpToAncestorsOnce) {
  const std::vector<record::Service> services = {Of("a", {"111", "11"}), Of("b", {"2"}),
                                                 Of("c", {})};
  EXPECT_EQ(Ask(services, "facets=service_type"),
            "esdServiceType:1:1 esdServiceType:11:1 esdServiceType:111:1 esdServiceType:2:1 | 1");
}

TEST(FacetServiceType, CountsNoOtherVocabulary) {
  record::Service painting = testing::Service("a");
  AddTerm(painting, "localActivity", "art");
  EXPECT_EQ(Ask({painting}, "facets=service_type"), "| 1");
}

TEST(FacetServiceType, HasLabels) {
  const auto facets = FacetsOf({Of("a", {"2"})}, "facets=service_type");
  ASSERT_EQ(facets.size(), 1U);
  ASSERT_EQ(facets[0].values.size(), 1U);
  EXPECT_EQ(facets[0].values[0].label, "type two");
}

TEST(FacetNeed, CountsWhatTheTypesServe) {
  // 111 is below 11, which serves 5; 2 serves 61 and so 6, and Alone, which is no need; 1 stands
  // above 11.
  const std::vector<record::Service> services = {Of("a", {"111"}), Of("b", {"2"}), Of("c", {"1"}),
                                                 Of("d", {})};
  EXPECT_EQ(Ask(services, "facets=need"), "esdNeed:5:1 esdNeed:6:1 esdNeed:61:1 | 2");
}

TEST(FacetDay, CountsWeekdays) {
  const std::vector<record::Service> services = {Open("a", Weekday::kMonday, 9, 12),
                                                 Open("b", Weekday::kMonday, 22, 2),
                                                 testing::Service("c")};
  EXPECT_EQ(Ask(services, "facets=day"), "MO:2 TU:1 | 1");
}

TEST(FacetDay, KeepsTheAskedTimes) {
  const std::vector<record::Service> services = {Open("a", Weekday::kMonday, 9, 12),
                                                 Open("b", Weekday::kTuesday, 18, 20)};
  EXPECT_EQ(Ask(services, "facets=day&from=17:00"), "TU:1 | 0");
}

TEST(FacetTimeOfDay, CountsBandsOfTheDay) {
  const std::vector<record::Service> services = {Open("a", Weekday::kMonday, 11, 13),
                                                 Open("b", Weekday::kMonday, 12, 18),
                                                 Open("c", Weekday::kMonday, 23, 1)};
  EXPECT_EQ(Ask(services, "facets=time_of_day"), "afternoon:2 evening:1 morning:1 night:1 | 0");
}

TEST(FacetCost, IsFreeOrPaid) {
  const std::vector<record::Service> services = {Costing("a", 0), Costing("b", 5), Costing("c", 2),
                                                 Costing("d", std::nullopt)};
  EXPECT_EQ(Ask(services, "facets=cost"), "paid:2 free:1 | 1");
}

TEST(FacetAccess, CountsEveryStatedOne) {
  record::Service both = testing::Service("a");
  both.access = {Access::kDropIn, Access::kReferral};
  EXPECT_EQ(Ask({both, testing::Service("b")}, "facets=access"), "drop-in:1 referral:1 | 1");
}

TEST(FacetReach, CountsEveryReach) {
  record::Service both = ServiceAt("a", 51.5, -2.5);
  both.attending = {Attending::kVenue, Attending::kPhone};
  EXPECT_EQ(Ask({both, testing::Service("b")}, "facets=reach"), "place:1 remote:1 | 1");
}

TEST(FacetAccessibility, CountsWhatIsPresent) {
  record::Service ramp = ServiceAt("a", 51.5, -2.5);
  ramp.locations[0].location.accessibility = {
      {.feature = Accessibility::kRamp, .fact = Fact::kYes},
      {.feature = Accessibility::kElevator, .fact = Fact::kNo}};
  EXPECT_EQ(Ask({ramp, testing::Service("b")}, "facets=accessibility"), "ramp:1 | 1");
}

TEST(FacetLanguage, IsACodeOrAName) {
  record::Service service = testing::Service("a");
  service.languages = {{.code = "pl", .name = "Polish"}, {.code = "", .name = "Dothraki"}};
  EXPECT_EQ(Ask({service, testing::Service("b")}, "facets=language"), "dothraki:1 pl:1 | 1");
}

TEST(FacetAgeBand, CountsBandsThatAreMet) {
  record::Service teens = testing::Service("a");
  teens.ages = {{.minimum = 11, .maximum = 18}};
  EXPECT_EQ(Ask({teens, testing::Service("b")}, "facets=age_band"), "12-17:1 18-25:1 5-11:1 | 1");
}

TEST(FacetOrganization, IsThePublicIdAndTheName) {
  record::Service service = testing::Service("a");
  service.organisation.emplace();
  service.organisation->id = "0f5e7d4c-6a1b-4c7e-9d7a-2b8f0c9e1d11";
  service.organisation->name = "Guild";
  const auto facets = FacetsOf({service, testing::Service("b")}, "facets=organization");
  ASSERT_EQ(facets.size(), 1U);
  ASSERT_EQ(facets[0].values.size(), 1U);
  EXPECT_EQ(facets[0].values[0].id, service.organisation->id);
  EXPECT_EQ(facets[0].values[0].label, "Guild");
  EXPECT_EQ(facets[0].not_stated, 0U) << "a service without organisation says no";
}

TEST(FacetSource, IsNeverSilent) {
  record::Service other = testing::Service("b");
  other.source = "beta";
  EXPECT_EQ(Ask({testing::Service("a"), other, testing::Service("c")}, "facets=source"),
            "alpha:2 beta:1 | 0");
}

TEST(FacetAuthority, IsWhereItIsOrWhomItServes) {
  record::Service visiting = ServiceAt("b", 51.5, -2.5);
  visiting.areas.resize(1);
  visiting.areas[0].name = "East";
  EXPECT_EQ(Ask({ServiceAt("a", 51.5, -2.5), visiting, testing::Service("c")}, "facets=authority"),
            "E06000001:2 E06000002:1 | 1");
}

TEST(FacetChecked, LongerBandsIncludeTheShorter) {
  record::Service fresh = testing::Service("a"), older = testing::Service("b");
  fresh.assured_date = testing::DayOf2026(11, 1);
  older.assured_date = testing::DayOf2026(7, 1);
  EXPECT_EQ(Ask({fresh, older, testing::Service("c")}, "facets=checked"), "12m:2 6m:2 3m:1 | 1");
}

TEST(Facets, AServiceOfTwoVenuesCountsOnce) {
  record::Service service = ServiceAt("a", 51.5, -2.5);
  testing::AddLocation(service, "second", testing::Point(51.6, -2.5));
  EXPECT_EQ(Ask({service}, "facets=authority"), "E06000001:1 | 0");
}

TEST(Facets, AreNotReducedByTheirOwnFilter) {
  const std::vector<record::Service> services = {Costing("a", 0), Costing("b", 5)};
  EXPECT_EQ(Ask(services, "facets=cost&free=yes"), "free:1 paid:1 | 0");
}

TEST(Facets, AreReducedByEveryOtherFilter) {
  record::Service dear = Costing("b", 5);
  dear.access = {Access::kDropIn};
  record::Service free = Costing("a", 0);
  free.access = {Access::kDropIn};
  EXPECT_EQ(Ask({free, dear}, "facets=access&free=yes"), "drop-in:1 | 0");
}

TEST(Facets, StandInTheOrderAsked) {
  const auto facets = FacetsOf({testing::Service("a")}, "facets=source,cost,access");
  std::vector<Facet> order;
  for (const FacetCounts& counts : facets) order.push_back(counts.facet);
  EXPECT_THAT(order, ElementsAre(Facet::kSource, Facet::kCost, Facet::kAccess));
}

TEST(Facets, OfAnEmptyDirectoryAreEmpty) {
  for (int i = 0; i < kFacetCount; ++i) {
    const std::string name(NameOf(static_cast<Facet>(i)));
    EXPECT_EQ(Ask({}, "facets=" + name), "| 0") << name;
  }
}

}  // namespace
}  // namespace waypost::query
