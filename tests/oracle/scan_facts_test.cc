// Ages, cost and the other facts of a service: answers worked out by hand from
// QUERY.md.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using query::UnknownMode;
using record::AgeRange;
using testing::AddTerm;
using testing::DayOf2026;
using testing::Service;

using Services = std::vector<record::Service>;

record::Service Tagged(const std::string& id, const std::vector<std::string>& types) {
  record::Service service = Service(id);
  for (const std::string& type : types) AddTerm(service, "esdServiceTypes", type);
  return service;
}

template <typename Edit>
record::Service Edited(const std::string& id, Edit edit) {
  record::Service service = Service(id);
  edit(service);
  return service;
}

// "yes", "no" or "not stated" for a service with these ages.
std::string AgeSays(const std::vector<AgeRange>& ages, const std::vector<query::AgeSpan>& asked) {
  const record::Service service = Edited("x", [&](auto& s) { s.ages = ages; });
  const std::string answer = Ask({service}, {.ages = asked});
  return answer == "x" ? "yes" : answer == "x?" ? "not stated" : "no";
}

TEST(ScanAge, AWholeMaximumReachesToTheNextBirthday) {
  const query::AgeSpan eleven{11, 12}, twelve{12, 13}, eighteen_months{1.5, 1.5, true};
  EXPECT_EQ(AgeSays({{5, 11}}, {eleven}), "yes");
  EXPECT_EQ(AgeSays({{5, 11}}, {twelve}), "no");
  EXPECT_EQ(AgeSays({{5, 11}}, {query::AgeSpan{11.9, 11.9, true}}), "yes");
  EXPECT_EQ(AgeSays({{5, 11}}, {query::AgeSpan{12, 12, true}}), "no");
  EXPECT_EQ(AgeSays({{5, 11}}, {query::AgeSpan{3, 5}}), "no");
  EXPECT_EQ(AgeSays({{5, 11}}, {query::AgeSpan{3, 6}}), "yes");
  EXPECT_EQ(AgeSays({{0, 1}}, {eighteen_months}), "yes");
  EXPECT_EQ(AgeSays({{0, 1.5}}, {eighteen_months}), "yes");
  EXPECT_EQ(AgeSays({{0, 1.4}}, {eighteen_months}), "no");
  EXPECT_EQ(AgeSays({{0, 1.5}}, {query::AgeSpan{1, 2}}), "yes");
}

TEST(ScanAge, MissingBoundsAreOpenAndHouseholdsAreAll) {
  const query::AgeSpan child{4, 5}, adult{30, 31};
  EXPECT_EQ(AgeSays({}, {child}), "not stated");
  EXPECT_EQ(AgeSays({{18, std::nullopt}}, {adult}), "yes");
  EXPECT_EQ(AgeSays({{18, std::nullopt}}, {child}), "no");
  EXPECT_EQ(AgeSays({{std::nullopt, 17}}, {child}), "yes");
  EXPECT_EQ(AgeSays({{18, std::nullopt}}, {adult, child}), "no");
  EXPECT_EQ(AgeSays({{18, std::nullopt}, {std::nullopt, 5}}, {adult, child}), "yes");
}

record::Service Costing(const std::string& id, std::vector<record::CostOption> options,
                        const std::string& fees = "") {
  return Edited(id, [&](auto& service) {
    service.cost_options = std::move(options);
    service.fees = fees;
  });
}

record::CostOption Amount(double amount) {
  record::CostOption option;
  option.amount = amount;
  return option;
}

record::CostOption Says(const std::string& text) {
  record::CostOption option;
  option.option = text;
  return option;
}

TEST(ScanFree, ZeroOrSaysSo) {
  record::CostOption expired = Amount(0);
  expired.valid_to = DayOf2026(11, 20);
  record::CostOption last_day = Amount(0);
  last_day.valid_to = DayOf2026(11, 21);
  const Services services = {Costing("a-zero", {Amount(0)}),
                             Costing("b-paid", {Amount(2.5)}),
                             Costing("c-both", {Amount(2), Amount(0)}),
                             Costing("d-says", {Says("Free of charge.")}),
                             Costing("e-fees", {}, "No charge"),
                             Costing("f-words", {Says("by donation")}),
                             Costing("g-members", {Says("free for members")}),
                             Costing("h-expired", {expired}),
                             Costing("i-today", {last_day}),
                             Costing("j-half", {expired, Amount(3)}),
                             Service("k-silent")};
  EXPECT_EQ(Ask(services, {.free = true, .per_page = 20}),
            "a-zero c-both d-says e-fees i-today f-words? g-members? h-expired? k-silent?");
  EXPECT_EQ(Ask(services, {.free = true, .unknown = UnknownMode::kDrop, .per_page = 20}),
            "a-zero c-both d-says e-fees i-today");
}

TEST(ScanAccess, AnyOfTheAsked) {
  const auto with = [](const char* id, EnumSet<Access> access) {
    return Edited(id, [&](auto& service) { service.access = access; });
  };
  const Services services = {with("drop", {Access::kDropIn}), with("ref", {Access::kReferral}),
                             Service("silent")};
  EXPECT_EQ(Ask(services, {.access = {Access::kDropIn}}), "drop silent?");
  EXPECT_EQ(Ask(services, {.access = {Access::kDropIn, Access::kReferral}}), "drop ref silent?");
  EXPECT_EQ(Ask(services, {.access = {Access::kMembership}}), "silent?");
}

TEST(ScanLanguage, ByCodeElseByName) {
  const auto with = [](const char* id, std::vector<record::Language> languages) {
    return Edited(id, [&](auto& service) { service.languages = std::move(languages); });
  };
  const Services services = {with("pl", {{"pl", "Polish"}, {"en", ""}}),
                             with("rom", {{"", "Romany"}}), with("none", {{"", ""}})};
  EXPECT_EQ(Ask(services, {.languages = {"pl"}}), "pl none?");
  EXPECT_EQ(Ask(services, {.languages = {"romany"}}), "rom none?");
  EXPECT_EQ(Ask(services, {.languages = {"en", "romany"}}), "pl rom none?");
  EXPECT_EQ(Ask(services, {.languages = {"fr"}}), "none?");
}

TEST(ScanAccessibility, AllOfTheAskedAtOneLocation) {
  const auto with = [](const char* id, std::vector<std::pair<Accessibility, Fact>> facts) {
    record::Service service = testing::ServiceAt(id, 51.5, -2.5);
    for (const auto& [feature, fact] : facts) {
      service.locations[0].location.accessibility.push_back({feature, fact, "", ""});
    }
    return service;
  };
  using A = Accessibility;
  const Services services = {with("ramp", {{A::kRamp, Fact::kYes}}),
                             with("steps", {{A::kRamp, Fact::kNo}, {A::kRestroom, Fact::kYes}}),
                             with("both", {{A::kRamp, Fact::kYes}, {A::kRestroom, Fact::kYes}}),
                             with("torn", {{A::kRamp, Fact::kNo}, {A::kRamp, Fact::kYes}}),
                             Service("silent")};
  EXPECT_EQ(Ask(services, {.accessibility = {A::kRamp}}), "both ramp torn silent?");
  EXPECT_EQ(Ask(services, {.accessibility = {A::kRamp, A::kRestroom}}), "both ramp? silent? torn?");
}

TEST(ScanOrganisation, ByPublicIdAndSource) {
  const auto of = [](const char* id, const char* organisation, const char* source) {
    return Edited(id, [&](auto& service) {
      service.organisation.emplace();
      service.organisation->public_id = organisation;
      service.source = source;
    });
  };
  const Services services = {of("a", "org1", "alpha"), of("b", "org2", "beta"), Service("c")};
  EXPECT_EQ(Ask(services, {.organizations = {"org1"}}), "a");
  EXPECT_EQ(Ask(services, {.organizations = {"org1", "org2"}}), "a b");
  EXPECT_EQ(Ask(services, {.organizations = {"org3"}}), "error");
  EXPECT_EQ(Ask(services, {.sources = {"alpha"}}), "a c");
  EXPECT_EQ(Ask(services, {.sources = {"alpha", "beta"}}), "a b c");
  EXPECT_EQ(Ask(services, {.sources = {"omega"}}), "error");
  EXPECT_EQ(Ask(services, {.sources = {"alpha"}, .source_id = "c"}), "c");
  EXPECT_EQ(Ask(services, {.sources = {"beta"}, .source_id = "c"}), "");
}

TEST(ScanAssured, DaysAndCalendarMonths) {
  const auto on = [](const char* id, Date date) {
    return Edited(id, [&](auto& service) { service.assured_date = date; });
  };
  const Services services = {on("ten", DayOf2026(11, 11)), on("eleven", DayOf2026(11, 10)),
                             on("future", DayOf2026(11, 22)), on("today", DayOf2026(11, 21)),
                             Service("never")};
  EXPECT_EQ(Ask(services, {.assured_within = query::Age{.days = 10}}), "ten today future? never?");
  EXPECT_EQ(Ask(services, {.assured_within = query::Age{.days = 11}}),
            "eleven ten today future? never?");
}

TEST(ScanAssured, MonthsAreClippedToShorterOnes) {
  const auto on = [](const char* id, Date date) {
    return Edited(id, [&](auto& service) { service.assured_date = date; });
  };
  // One month before 31 March is 28 February.
  const Services services = {on("feb28", DayOf2026(2, 28)), on("feb27", DayOf2026(2, 27))};
  const Query query{.assured_within = query::Age{.months = 1},
                    .at = query::StatedMinute{DayOf2026(3, 31), MinuteOfDay(0)}};
  EXPECT_EQ(Ask(services, query), "feb28");
}

TEST(ScanModified, AtOrAfter) {
  const auto at = [](const char* id, Moment moment) {
    return Edited(id, [&](auto& service) { service.last_modified = moment; });
  };
  const Moment noon = Moment(DayOf2026(11, 1)) + std::chrono::hours(12);
  const Services services = {at("at", noon), at("before", noon - std::chrono::seconds(1)),
                             Service("never")};
  EXPECT_EQ(Ask(services, {.modified_after = noon}), "at never?");
}

TEST(ScanStatus, HidesTheInactiveUnlessAsked) {
  const auto with = [](const char* id, Status status) {
    return Edited(id, [&](auto& service) { service.status = status; });
  };
  const Services services = {
      with("active", Status::kActive), with("closed", Status::kTemporarilyClosed),
      with("inactive", Status::kInactive), with("defunct", Status::kDefunct), Service("silent")};
  EXPECT_EQ(Ask(services, {}), "active closed silent");
  EXPECT_EQ(Ask(services, {.status = {Status::kInactive, Status::kDefunct}}), "defunct inactive");
  EXPECT_EQ(Ask(services, {.status = {Status::kActive}}), "active silent");
}

TEST(ScanUnknown, KeepAndDropAreForAllFilters) {
  record::Service certain = Tagged("certain", {"2"});
  certain.access = {Access::kDropIn};
  const Services services = {certain, Tagged("tagged", {"2"}), Service("silent")};
  Query query{.service_types = {"esdServiceType:2"}, .access = {Access::kDropIn}};
  EXPECT_EQ(Ask(services, query), "certain tagged?");
  query.unknown = UnknownMode::kKeep;
  EXPECT_EQ(Ask(services, query), "certain tagged? silent?");
  query.unknown = UnknownMode::kDrop;
  EXPECT_EQ(Ask(services, query), "certain");
}

}  // namespace
}  // namespace waypost::oracle
