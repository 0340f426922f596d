#include "index_builder/prepare/facts.h"

#include <gtest/gtest.h>

#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

using record::LocationType;
using waypost::testing::DayOf2026;
using waypost::testing::Point;

const Date kToday = DayOf2026(11, 21);
constexpr Fact kYes = Fact::kYes, kNo = Fact::kNo, kNotStated = Fact::kNotStated;

// ---- reach

using Reaches = EnumSet<Reach>;

record::Location At(std::optional<LatLng> point, LocationType type = LocationType::kNotStated) {
  record::Location location;
  location.position = point;
  location.type = type;
  return location;
}

const record::Location kVenue = At(Point(51.5, -2.5));
const record::Location kNowhere = At(std::nullopt);

Reaches ReachWith(EnumSet<Attending> attending, const record::Location* location,
                  bool has_area = false) {
  record::Service service;
  service.attending = attending;
  if (has_area) service.areas.resize(1);
  return ReachOf(service, location);
}

TEST(ReachOf, ALocatedServiceIsAPlace) {
  EXPECT_EQ(ReachWith({}, &kVenue), Reaches{Reach::kPlace});
}

TEST(ReachOf, SilenceIsNotKnown) {
  EXPECT_EQ(ReachWith({}, nullptr), Reaches());
  EXPECT_EQ(ReachWith({}, &kNowhere), Reaches());
}

TEST(ReachOf, AnAreaWithoutAPlaceIsVisited) {
  EXPECT_EQ(ReachWith({}, nullptr, true), Reaches{Reach::kVisits});
  EXPECT_EQ(ReachWith({}, &kNowhere, true), Reaches{Reach::kVisits});
}

TEST(ReachOf, AnAreaOfAPlaceIsNotVisited) {
  EXPECT_EQ(ReachWith({}, &kVenue, true), Reaches{Reach::kPlace});
}

TEST(ReachOf, AVirtualLocationIsRemoteAndNothingElse) {
  const record::Location online = At(Point(51.5, -2.5), LocationType::kVirtual);
  EXPECT_EQ(ReachWith({}, &online, true), Reaches{Reach::kRemote});
}

TEST(ReachOf, APostalAddressIsNoPlace) {
  const record::Location postal = At(Point(51.5, -2.5), LocationType::kPostal);
  EXPECT_EQ(ReachWith({}, &postal), Reaches());
}

TEST(ReachOf, AttendingDecidesBeforeTheAddress) {
  EXPECT_EQ(ReachWith({Attending::kPhone}, &kVenue), Reaches{Reach::kRemote});
  EXPECT_EQ(ReachWith({Attending::kHomeVisit}, &kVenue), Reaches{Reach::kVisits});
}

TEST(ReachOf, AttendingIsASet) {
  EXPECT_EQ(ReachWith({Attending::kVenue, Attending::kHomeVisit, Attending::kOnline}, &kVenue),
            (Reaches{Reach::kPlace, Reach::kVisits, Reach::kRemote}));
}

TEST(ReachOf, AVenueThatIsNowhereIsNoPlace) {
  EXPECT_EQ(ReachWith({Attending::kVenue}, &kNowhere), Reaches());
  EXPECT_EQ(ReachWith({Attending::kVenue}, nullptr, true), Reaches());
}

TEST(ReachOf, AVirtualLocationAddsToWhatIsAttended) {
  const record::Location online = At(std::nullopt, LocationType::kVirtual);
  EXPECT_EQ(ReachWith({Attending::kHomeVisit}, &online), (Reaches{Reach::kVisits, Reach::kRemote}));
}

// ---- cost

record::CostOption Amount(double amount) {
  record::CostOption option;
  option.amount = amount;
  return option;
}

Fact FreeWith(std::vector<record::CostOption> options, const std::string& fees = "") {
  record::Service service;
  service.cost_options = std::move(options);
  service.fees = fees;
  return FreeOf(service, kToday);
}

TEST(FreeOf, SilenceIsNotStated) {
  EXPECT_EQ(FreeWith({}), kNotStated);
  EXPECT_EQ(FreeWith({record::CostOption()}), kNotStated);
}

TEST(FreeOf, AnAmountOfNothingIsFree) { EXPECT_EQ(FreeWith({Amount(0)}), kYes); }

TEST(FreeOf, OneFreeOptionIsEnough) { EXPECT_EQ(FreeWith({Amount(5), Amount(0)}), kYes); }

TEST(FreeOf, OnlyAmountsAreNotFree) { EXPECT_EQ(FreeWith({Amount(5), Amount(0.01)}), kNo); }

TEST(FreeOf, WordsSayIt) {
  for (const char* text :
       {"free", "Free!", " FREE OF CHARGE. ", "no charge", "No cost", "free to attend",
        "free to use", "free to all", "free service", "(free entry)"}) {
    EXPECT_EQ(FreeWith({}, text), kYes) << text;
    record::CostOption option;
    option.option = text;
    EXPECT_EQ(FreeWith({option}), kYes) << text;
    option.option.clear();
    option.amount_description = text;
    EXPECT_EQ(FreeWith({option}), kYes) << text;
  }
}

TEST(FreeOf, WordsThatHoldFreeSayNothing) {
  for (const char* text :
       {"free parking", "free trial, then £5", "not free", "sugar-free", "£3 per session", "!"}) {
    EXPECT_EQ(FreeWith({}, text), kNotStated) << text;
  }
}

TEST(FreeOf, FeesOutweighAmounts) { EXPECT_EQ(FreeWith({Amount(5)}, "Free of charge"), kYes); }

TEST(FreeOf, ExpiredOptionsAreIgnored) {
  record::CostOption expired = Amount(0);
  expired.valid_to = DayOf2026(11, 20);
  EXPECT_EQ(FreeWith({expired}), kNotStated);
  EXPECT_EQ(FreeWith({expired, Amount(5)}), kNo);
}

TEST(FreeOf, AnOptionHoldsOnItsLastDay) {
  record::CostOption last = Amount(0);
  last.valid_to = kToday;
  EXPECT_EQ(FreeWith({last}), kYes);
}

// ---- accessibility

AccessibilityBits Stated(std::vector<record::AccessibilityStatement> statements) {
  record::Location location;
  location.accessibility = std::move(statements);
  return AccessibilityOf(&location);
}
record::AccessibilityStatement Says(std::optional<Accessibility> feature, Fact fact) {
  return {.feature = feature, .fact = fact, .text = "", .url = ""};
}
constexpr int BitOf(Accessibility feature) { return 1 << static_cast<int>(feature); }

TEST(AccessibilityOf, PresentAndAbsentAreApart) {
  const AccessibilityBits bits =
      Stated({Says(Accessibility::kRamp, kYes), Says(Accessibility::kCd, kNo)});
  EXPECT_EQ(bits.present, BitOf(Accessibility::kRamp));
  EXPECT_EQ(bits.absent, BitOf(Accessibility::kCd));
}

TEST(AccessibilityOf, PresentOutweighsAbsent) {
  const AccessibilityBits bits =
      Stated({Says(Accessibility::kRamp, kNo), Says(Accessibility::kRamp, kYes),
              Says(Accessibility::kRamp, kNo)});
  EXPECT_EQ(bits.present, BitOf(Accessibility::kRamp));
  EXPECT_EQ(bits.absent, 0);
}

TEST(AccessibilityOf, WhatNamesNoFeatureSaysNothing) {
  const AccessibilityBits bits =
      Stated({Says(std::nullopt, kYes), Says(Accessibility::kRamp, kNotStated)});
  EXPECT_EQ(bits.present, 0);
  EXPECT_EQ(bits.absent, 0);
}

TEST(AccessibilityOf, NoLocationSaysNothing) {
  EXPECT_EQ(AccessibilityOf(nullptr).present, 0);
  EXPECT_EQ(AccessibilityOf(nullptr).absent, 0);
}

// ---- ages

std::pair<std::int32_t, std::int32_t> Span(std::optional<double> minimum,
                                           std::optional<double> maximum) {
  const AgeRange range = AgeRangeOf({.minimum = minimum, .maximum = maximum});
  return {range.first, range.last};
}

TEST(AgeRangeOf, AWholeMaximumReachesToTheDayBeforeTheNextBirthday) {
  EXPECT_EQ(Span(5, 12), std::pair(5'000'000, 13'000'000));
}

TEST(AgeRangeOf, AnotherMaximumIsReachedAndNoMore) {
  EXPECT_EQ(Span(0.5, 1.5), std::pair(500'000, 1'500'001));
}

TEST(AgeRangeOf, AMissingBoundIsOpen) {
  EXPECT_EQ(Span(18, std::nullopt), std::pair(18'000'000, AgeRange::kOpenLast));
  EXPECT_EQ(Span(std::nullopt, 4), std::pair(AgeRange::kOpenFirst, 5'000'000));
}

TEST(AgeRangeOf, AbsurdAgesStayInsideTheType) {
  const AgeRange range = AgeRangeOf({.minimum = 1e300, .maximum = 1e300});
  EXPECT_GT(range.first, 0);
  EXPECT_GT(range.last, 0);
}

// ---- language

TEST(LanguageKey, IsTheCodeElseTheNameInLowerCase) {
  EXPECT_EQ(LanguageKey({.code = "pl", .name = "Polish"}), "pl");
  EXPECT_EQ(LanguageKey({.code = "", .name = "British Sign Language"}), "british sign language");
  EXPECT_EQ(LanguageKey({}), "");
}

// ---- richness

std::uint8_t RichOf(const record::Service& service) { return RichnessOf(RichnessPartsOf(service)); }

TEST(RichnessOf, NothingStatedIsNothing) { EXPECT_EQ(RichOf({}), 0); }

// Of 62, rounded half up.
TEST(RichnessOf, CountsWhatIsStated) {
  record::Service service;
  service.name = "Tea";
  EXPECT_EQ(RichOf(service), 16) << "10 of 62";
  service.description = "Tea for all";
  EXPECT_EQ(RichOf(service), 24) << "15 of 62";
  service.email = "tea@example.org";
  EXPECT_EQ(RichOf(service), 32) << "20 of 62";
}

TEST(RichnessOf, LongDescriptionsCountMoreByCharacters) {
  record::Service service;
  service.name = "Tea";
  for (int i = 0; i < 199; ++i) service.description += "ŵ";
  EXPECT_EQ(RichOf(service), 24);
  service.description += "ŵ";
  EXPECT_EQ(RichOf(service), 32);
}

TEST(RichnessOf, UnreadableSchedulesAreNoSessions) {
  record::Service service;
  service.schedules.resize(1);
  service.schedules[0].unreadable = true;
  EXPECT_EQ(RichOf(service), 0);
  service.schedules[0].unreadable = false;
  EXPECT_EQ(RichOf(service), 8) << "5 of 62";
}

TEST(RichnessOf, TermsOfServiceTypesCountAlone) {
  record::Service service;
  waypost::testing::AddTerm(service, "localActivity", "art");
  EXPECT_EQ(RichOf(service), 0);
  waypost::testing::AddTerm(service, "esdServiceTypes", "1");
  EXPECT_EQ(RichOf(service), 8) << "5 of 62";
}

record::Service Everything() {
  record::Service service = waypost::testing::ServiceAt("a", 51.5, -2.5);
  service.description = std::string(200, 'a');
  service.url = "https://example.org";
  service.organisation.emplace();
  service.schedules.resize(1);
  waypost::testing::AddTerm(service, "esdServiceTypes", "1");
  service.ages.resize(1);
  service.fees = "Free";
  service.access = {Access::kDropIn};
  service.attending = {Attending::kVenue};
  service.locations[0].location.accessibility.resize(1);
  service.languages.resize(1);
  service.assured_date = kToday;
  return service;
}

TEST(RichnessOf, EverythingIsAHundred) { EXPECT_EQ(RichOf(Everything()), 100); }

TEST(RichnessOf, WhatALocationStatesCounts) {
  record::Service service;
  service.locations.resize(1);
  record::ServiceAtLocation& at = service.locations[0];
  at.schedules.resize(1);
  EXPECT_EQ(RichOf(service), 8) << "a session: 5 of 62";
  at.location.phones.resize(1);
  EXPECT_EQ(RichOf(service), 16) << "and a phone: 10 of 62";
  at.location.type = LocationType::kVirtual;
  EXPECT_EQ(RichOf(service), 26) << "and a virtual location: 16 of 62";
}

}  // namespace
}  // namespace waypost::prepare
