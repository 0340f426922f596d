// Order, scores, pages and totals: answers worked out by hand from QUERY.md.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/oracle/relevance.h"
#include "tests/oracle/richness.h"
#include "tests/oracle/scan.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using query::Sort;
using testing::AddLocation;
using testing::AddTerm;
using testing::DayOf2026;
using testing::Point;
using testing::Service;
using testing::ServiceAt;
using testing::SmallDirectory;

using Services = std::vector<record::Service>;

record::Service Named(const std::string& id, const std::string& name) {
  record::Service service = Service(id);
  service.name = name;
  return service;
}

record::Service Assured(const std::string& id, Date date) {
  record::Service service = Service(id);
  service.assured_date = date;
  return service;
}

// The score of the only service, in millionths.
std::int64_t ScoreOf(const record::Service& service, Query query) {
  query.sort = Sort::kRelevance;
  const record::Directory directory = SmallDirectory({service});
  const auto answer = Scan(directory, query, {DayOf2026(11, 21), MinuteOfDay(0)});
  return answer.ok() && answer->hits.size() == 1 ? answer->hits[0].score_quantised.value_or(-1)
                                                 : -2;
}

TEST(ScanOrder, NameIsCaseBlindThenByPublicId) {
  const Services services = {Named("c", "beta"), Named("b", "Alpha"), Named("a", "alpha"),
                             Named("d", "alpha two")};
  EXPECT_EQ(Ask(services, {}), "a b d c");
}

TEST(ScanOrder, AssuredNewestFirstFutureAndNoneLast) {
  const Services services = {Assured("old", DayOf2026(1, 1)), Assured("new", DayOf2026(11, 21)),
                             Assured("future", DayOf2026(11, 22)), Service("none")};
  EXPECT_EQ(Ask(services, {.sort = Sort::kAssured}), "new old future none");
}

TEST(ScanOrder, ModifiedNewestFirstFutureAndNoneLast) {
  const auto modified = [](const std::string& id, Moment moment) {
    record::Service service = Service(id);
    service.last_modified = moment;
    return service;
  };
  const Moment midnight = DayOf2026(11, 22);
  const Services services = {modified("old", DayOf2026(1, 1)),
                             modified("new", midnight - std::chrono::seconds(1)),
                             modified("future", midnight), Service("none")};
  EXPECT_EQ(Ask(services, {.sort = Sort::kModified}), "new old future none");
}

TEST(ScanOrder, DistanceByReach) {
  record::Service visits = Service("a-visits");
  visits.attending = {Attending::kHomeVisit};
  record::Service remote = Service("b-remote");
  remote.attending = {Attending::kOnline};
  const Services services = {Service("0-silent"), remote, visits, ServiceAt("c-far", 51.9, -2.5),
                             ServiceAt("d-near", 51.51, -2.5)};
  EXPECT_EQ(Ask(services, {.near = NearPoint(51.5, -2.5), .use_area = false}),
            "d-near c-far a-visits b-remote 0-silent");
}

TEST(ScanOrder, CertainBeforePossible) {
  record::Service near = ServiceAt("near", 51.5, -2.5);
  record::Service far = ServiceAt("far", 51.6, -2.5);
  far.access = {Access::kDropIn};
  EXPECT_EQ(Ask({near, far}, {.near = NearPoint(51.5, -2.5), .access = {Access::kDropIn}}),
            "far near?");
}

TEST(ScanOrder, DefaultsFollowTheQuestion) {
  record::Service near = ServiceAt("z-near", 51.5, -2.5);
  record::Service far = ServiceAt("a-far", 51.6, -2.5);
  AddTerm(far, "esdServiceTypes", "2");
  AddTerm(near, "esdServiceTypes", "2");
  EXPECT_EQ(Ask({near, far}, {}), "a-far z-near");
  EXPECT_EQ(Ask({near, far}, {.near = NearPoint(51.5, -2.5)}), "z-near a-far");
  far.description = "far away but it says a lot";  // richer by 5 of 62, which distance outweighs
  EXPECT_EQ(Ask({near, far}, {.service_types = {"esdServiceType:2"}}), "a-far z-near");
  EXPECT_EQ(
      Ask({near, far}, {.near = NearPoint(51.5, -2.5), .service_types = {"esdServiceType:2"}}),
      "z-near a-far");
}

TEST(ScanOrder, BestVenueIsTheFirstInTheOrderInForce) {
  record::Service service = Service("x");
  AddLocation(service, "b", Point(51.51, -2.5));
  AddLocation(service, "a", Point(51.51, -2.5));
  AddLocation(service, "0-far", Point(51.6, -2.5));
  AddLocation(service, "00-nowhere");
  const record::Directory directory = SmallDirectory({service});
  const auto shown = [&](const Query& query) {
    return Scan(directory, query, {})->hits.at(0).location_id;
  };
  EXPECT_EQ(shown({.near = NearPoint(51.5, -2.5)}), "a");
  EXPECT_EQ(shown({.near = NearPoint(51.5, -2.5), .sort = Sort::kName}), "a");
  EXPECT_EQ(shown({}), "0-far");  // no distances: by id alone
}

TEST(ScanPages, CutTheOrderAndKeepTheTotals) {
  Services services;
  for (const char* id : {"a", "b", "c", "d", "e"}) services.push_back(Service(id));
  EXPECT_EQ(Ask(services, {.page = 1, .per_page = 2}), "a b");
  EXPECT_EQ(Ask(services, {.page = 2, .per_page = 2}), "c d");
  EXPECT_EQ(Ask(services, {.page = 3, .per_page = 2}), "e");
  EXPECT_EQ(Ask(services, {.page = 4, .per_page = 2}), "");
  const record::Directory directory = SmallDirectory(services);
  const Query beyond{.page = 4, .per_page = 2};
  EXPECT_EQ(Scan(directory, beyond, {})->total, 5);
}

TEST(ScanTotals, CountServicesOnceAndCertainIfAnyVenueIs) {
  record::Service two = Service("two");
  AddLocation(two, "a", Point(51.5, -2.5)).location.accessibility = {
      {Accessibility::kRamp, Fact::kYes, "", ""}};
  AddLocation(two, "b", Point(51.5, -2.5));
  const record::Directory directory = SmallDirectory({two, Service("silent")});
  const Query query{.accessibility = {Accessibility::kRamp}};
  const auto answer = Scan(directory, query, {});
  EXPECT_EQ(answer->total, 2);
  EXPECT_EQ(answer->total_certain, 1);
  EXPECT_EQ(answer->hits[0].location_id, "a");
}

TEST(Richness, SumsWhatIsStatedOver62) {
  record::Service service = Service("x");
  EXPECT_EQ(RichnessOf(service), 16);  // 10 / 62 = 16.1 %
  service.description = std::string(199, 'x');
  EXPECT_EQ(RichnessOf(service), 24);  // 15 / 62 = 24.2 %
  service.description = std::string(200, 'x');
  EXPECT_EQ(RichnessOf(service), 32);  // 20 / 62 = 32.3 %
  service.description.clear();
  for (int i = 0; i < 200; ++i) service.description += "\xC3\xA9";  // 200 characters, 400 bytes
  EXPECT_EQ(RichnessOf(service), 32);
  service.description = "\xC3\xA9";
  EXPECT_EQ(RichnessOf(service), 24);
  AddLocation(service, "here", Point(51.5, -2.5));
  EXPECT_EQ(RichnessOf(service), 34);  // 21 / 62 = 33.9 %
  service.url = "https://example.org/";
  service.organisation.emplace();
  service.schedules.emplace_back();
  AddTerm(service, "esdServiceTypes", "2");
  service.ages = {{5, 11}};
  service.fees = "ask";
  service.access = {Access::kDropIn};
  service.attending = {Attending::kVenue};
  service.locations[0].location.accessibility.emplace_back();
  service.languages = {{"pl", ""}};
  service.assured_date = DayOf2026(11, 21);
  service.description = std::string(200, 'x');
  EXPECT_EQ(RichnessOf(service), 100);
  service.schedules[0].unreadable = true;
  EXPECT_EQ(RichnessOf(service), 92);  // 57 / 62 = 91.9 %
}

// A service with only a name has richness 16: R = 0.016.
TEST(Relevance, RichnessAndFreshness) {
  EXPECT_EQ(ScoreOf(Service("x"), {}), 16'000);
  // Richness 13 / 62 = 21; A = 0.1 * 365 / (365 + 365) = 0.05.
  EXPECT_EQ(ScoreOf(Assured("x", DayOf2026(11, 21) - std::chrono::days(365)), {}), 21'000 + 50'000);
  EXPECT_EQ(ScoreOf(Assured("x", DayOf2026(11, 22)), {}), 21'000);
}

TEST(Relevance, Distance) {
  // Richness 16 / 62 = 25.8 -> 26. At P itself D = 0.4; at 1111.951 m 0.4 * 2000 / 3111.951 =
  // 0.257073.
  EXPECT_EQ(ScoreOf(ServiceAt("x", 51.5, -2.5), {.near = NearPoint(51.5, -2.5)}), 426'000);
  EXPECT_EQ(ScoreOf(ServiceAt("x", 51.51, -2.5), {.near = NearPoint(51.5, -2.5)}), 283'073);
  EXPECT_EQ(ScoreOf(ServiceAt("x", 51.51, -2.5), {}), 26'000);
  // Attending is stated: 12 / 62 -> 19. Remote D = 0.1; visits with the area D = 0.2, without 0.
  record::Service service = Service("x");
  service.attending = {Attending::kOnline};
  EXPECT_EQ(ScoreOf(service, {.near = NearText("WE1 1AA")}), 119'000);
  service.attending = {Attending::kHomeVisit};
  EXPECT_EQ(ScoreOf(service, {.near = NearText("WE1 1AA")}), 19'000);
  service.areas.emplace_back();
  service.areas[0].name = "West";
  EXPECT_EQ(ScoreOf(service, {.near = NearText("WE1 1AA")}), 219'000);
}

TEST(Relevance, TermFit) {
  record::Service service = Service("x");
  AddTerm(service, "esdServiceTypes", "11");  // richness 15 / 62 -> 24
  EXPECT_EQ(ScoreOf(service, {.service_types = {"esdServiceType:1"}}), 324'000);
  EXPECT_EQ(ScoreOf(service, {.needs = {"esdNeed:5"}}), 264'000);
  // The mean of 1.0, 0.8 and 0: F = 0.3 * 0.6.
  EXPECT_EQ(ScoreOf(service, {.service_types = {"esdServiceType:11"},
                              .taxonomy_terms = {"esdServiceType:111"},
                              .needs = {"esdNeed:5"},
                              .unknown = query::UnknownMode::kKeep}),
            204'000);
}

TEST(Relevance, Bm25OfOneWordInTwoServices) {
  // N = 2, n = 1: w = 1.5 / 1.5 = 1, below 2, so 1 * 0.5 + 1 = 1.5; idf = log(1.5) = 0.405465.
  // Words of names count four times: "x tea" has 5, "y" 4: len = 5 / 4.5 = 1.111; f = 1.
  // bm25 = 0.405465 * 2.2 / (1.2 * (1.111 * 0.75 + 0.25) + 1) = 0.892023 / 2.3 = 0.387836.
  // T = 0.387836 / 3.387836 = 0.114479; R = 0.024 for name and description.
  record::Service tea = Service("x");
  tea.description = "tea";
  const record::Directory directory = SmallDirectory({tea, Service("y")});
  const Query query{.words = "tea"};
  const auto answer = Scan(directory, query, {DayOf2026(11, 21), MinuteOfDay(0)});
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_EQ(answer->hits[0].score_quantised, 138'479);
}

TEST(Relevance, WordsOfALocationAddNoScore) {
  record::Service service = ServiceAt("x", 51.5, -2.5);
  service.locations[0].location.name = "Tea Hall";
  EXPECT_EQ(ScoreOf(service, {.words = "tea"}), 26'000);
}

}  // namespace
}  // namespace waypost::oracle
