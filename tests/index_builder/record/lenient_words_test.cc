#include "index_builder/record/lenient_words.h"

#include <gtest/gtest.h>

#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

TEST(FoldWords, ReducesToLowerCaseWords) {
  EXPECT_EQ(FoldWords("  Drop-In "), "drop in");
  EXPECT_EQ(FoldWords("temporarily_closed"), "temporarily closed");
  EXPECT_EQ(FoldWords("TemporarilyClosed"), "temporarily closed");
  EXPECT_EQ(FoldWords("ACTIVE"), "active");
  EXPECT_EQ(FoldWords("caf\xC3\xA9"), "caf\xC3\xA9");
  EXPECT_EQ(FoldWords("a\xC2\xA0"
                      "b"),
            "a b");
  EXPECT_EQ(FoldWords("--"), "");
}

TEST(ReadStatus, ReadsSpellingsButGuessesNothing) {
  EXPECT_EQ(ReadStatus("Active"), Status::kActive);
  EXPECT_EQ(ReadStatus("TEMPORARILY_CLOSED"), Status::kTemporarilyClosed);
  EXPECT_EQ(ReadStatus("temporarily closed "), Status::kTemporarilyClosed);
  EXPECT_EQ(ReadStatus("inactive"), Status::kInactive);
  EXPECT_EQ(ReadStatus("Defunct"), Status::kDefunct);
  EXPECT_EQ(ReadStatus("archived"), std::nullopt);
  EXPECT_EQ(ReadStatus("pending"), std::nullopt);
  EXPECT_EQ(ReadStatus(""), std::nullopt);
}

TEST(ReadAccess, ReadsListsOfWords) {
  using Set = WordSet<Access>;
  EXPECT_EQ(ReadAccess("Drop in"), (Set{{Access::kDropIn}, true}));
  EXPECT_EQ(ReadAccess("drop-in"), (Set{{Access::kDropIn}, true}));
  EXPECT_EQ(ReadAccess("by referral"), (Set{{Access::kReferral}, true}));
  EXPECT_EQ(ReadAccess("Referral, appointment"),
            (Set{{Access::kReferral, Access::kAppointment}, true}));
  EXPECT_EQ(ReadAccess("drop-in or by appointment"),
            (Set{{Access::kDropIn, Access::kAppointment}, true}));
  EXPECT_EQ(ReadAccess("members only|drop-in"),
            (Set{{Access::kMembership, Access::kDropIn}, true}));
  EXPECT_EQ(ReadAccess("Professional referral"), (Set{{Access::kReferral}, true}));
  EXPECT_EQ(ReadAccess(""), (Set{{}, true}));
}

TEST(ReadAccess, TellsOfUnknownWords) {
  using Set = WordSet<Access>;
  EXPECT_EQ(ReadAccess("Assessment"), (Set{{}, false}));
  EXPECT_EQ(ReadAccess("drop-in, telepathy"), (Set{{Access::kDropIn}, false}));
  // A person who refers themselves needs no referral: neither yes nor no.
  EXPECT_EQ(ReadAccess("Self referral"), (Set{{}, false}));
}

TEST(ReadAttending, ReadsListsOfWords) {
  using Set = WordSet<Attending>;
  EXPECT_EQ(ReadAttending("Online"), (Set{{Attending::kOnline}, true}));
  EXPECT_EQ(ReadAttending("telephone"), (Set{{Attending::kPhone}, true}));
  EXPECT_EQ(ReadAttending("At home"), (Set{{Attending::kHomeVisit}, true}));
  EXPECT_EQ(ReadAttending("home_visit"), (Set{{Attending::kHomeVisit}, true}));
  EXPECT_EQ(ReadAttending("Venue and online"),
            (Set{{Attending::kVenue, Attending::kOnline}, true}));
  EXPECT_EQ(ReadAttending("Information advice and guidance"), (Set{{}, false}));
}

struct AccessibilityCase {
  const char* text;
  std::optional<Accessibility> feature;
  Fact fact;
};

TEST(ReadAccessibility, ReadsFeatureAndDenial) {
  for (const AccessibilityCase& test : std::initializer_list<AccessibilityCase>{
           {"wheelchair", Accessibility::kWheelchair, Fact::kYes},
           {"Wheelchair accessible entrance", Accessibility::kWheelchair, Fact::kYes},
           {"No wheelchair access", Accessibility::kWheelchair, Fact::kNo},
           {"Not wheelchair accessible", Accessibility::kWheelchair, Fact::kNo},
           {"wheelchair ramp", Accessibility::kRamp, Fact::kYes},
           {"disabled_parking", Accessibility::kDisabledParking, Fact::kYes},
           {"Disabled car parking space", Accessibility::kDisabledParking, Fact::kYes},
           {"Accessible toilet facilities", Accessibility::kRestroom, Fact::kYes},
           {"deaf_interpreter", Accessibility::kDeafInterpreter, Fact::kYes},
           {"tape_braille", Accessibility::kTapeBraille, Fact::kYes},
           {"wheelchair_van", Accessibility::kWheelchairVan, Fact::kYes},
           {"elevator", Accessibility::kElevator, Fact::kYes},
           {"Lift: no", Accessibility::kElevator, Fact::kNo},
           {"restroom", Accessibility::kRestroom, Fact::kYes},
           {"tty", Accessibility::kTty, Fact::kYes},
           {"cd", Accessibility::kCd, Fact::kYes},
           {"ramp", Accessibility::kRamp, Fact::kYes},
           {"No steps, wheelchair friendly", Accessibility::kWheelchair, Fact::kYes},
           {"Car parking", std::nullopt, Fact::kNotStated},
           {"Bus stop nearby", std::nullopt, Fact::kNotStated},
           {"", std::nullopt, Fact::kNotStated}}) {
    const AccessibilityStatement statement = ReadAccessibility(test.text);
    EXPECT_EQ(statement.feature, test.feature) << test.text;
    EXPECT_EQ(statement.fact, test.fact) << test.text;
    EXPECT_EQ(statement.text, test.text);
  }
}

TEST(ReadWeekday, ReadsNamesAndBothNumberings) {
  for (const char* text : {"Tuesday", "tuesday", "Tue", "tues", "TU", "2", "Tuesdays", "2.0",
                           "http://schema.org/Tuesday", "https://schema.org/Tuesday"}) {
    EXPECT_EQ(ReadWeekday(text), Weekday::kTuesday) << text;
  }
  EXPECT_EQ(ReadWeekday("0"), Weekday::kSunday);
  EXPECT_EQ(ReadWeekday("7"), Weekday::kSunday);
  EXPECT_EQ(ReadWeekday("1"), Weekday::kMonday);
  for (const char* text : {"", "8", "-1", "T", "someday", "2.5"}) {
    EXPECT_EQ(ReadWeekday(text), std::nullopt) << text;
  }
}

TEST(ReadByDay, ReadsListsOrdinalsAndRanges) {
  using Days = std::vector<ByDay>;
  EXPECT_EQ(ReadByDay("TU,WE"), (Days{{0, Weekday::kTuesday}, {0, Weekday::kWednesday}}));
  EXPECT_EQ(ReadByDay("MO, TU"), (Days{{0, Weekday::kMonday}, {0, Weekday::kTuesday}}));
  EXPECT_EQ(ReadByDay("2MO"), (Days{{2, Weekday::kMonday}}));
  EXPECT_EQ(ReadByDay("-1FR"), (Days{{-1, Weekday::kFriday}}));
  EXPECT_EQ(ReadByDay("+1TH"), (Days{{1, Weekday::kThursday}}));
  EXPECT_EQ(ReadByDay("1st Monday"), (Days{{1, Weekday::kMonday}}));
  EXPECT_EQ(ReadByDay("last friday"), (Days{{-1, Weekday::kFriday}}));
  EXPECT_EQ(ReadByDay("Monday;Monday"), (Days{{0, Weekday::kMonday}}));
  EXPECT_EQ(ReadByDay("Sat-Mon"),
            (Days{{0, Weekday::kSaturday}, {0, Weekday::kSunday}, {0, Weekday::kMonday}}));
  EXPECT_EQ(ReadByDay("weekdays")->size(), 5U);
  EXPECT_EQ(ReadByDay("Mon to Fri")->size(), 5U);
  EXPECT_EQ(ReadByDay("daily")->size(), 7U);
  EXPECT_EQ(ReadByDay(""), Days{});
}

TEST(ReadByDay, OneUnreadablePartSpoilsAll) {
  for (const char* text : {"TU,XX", "6MO", "0MO", "-MO", "20MO", "MO WE", "whenever"}) {
    EXPECT_EQ(ReadByDay(text), std::nullopt) << text;
  }
}

TEST(ReadLanguage, ReadsNamesCodesAndTags) {
  EXPECT_EQ(ReadLanguage("Polish"), (Language{"pl", "Polish"}));
  EXPECT_EQ(ReadLanguage("pl"), (Language{"pl", "Polish"}));
  EXPECT_EQ(ReadLanguage("pol"), (Language{"pl", "Polish"}));
  EXPECT_EQ(ReadLanguage("PL-pl"), (Language{"pl", "Polish"}));
  EXPECT_EQ(ReadLanguage("zh_Hans"), (Language{"zh", "Chinese"}));
  EXPECT_EQ(ReadLanguage("British Sign Language"), (Language{"bfi", "British Sign Language"}));
  EXPECT_EQ(ReadLanguage("BSL"), (Language{"bfi", "British Sign Language"}));
  EXPECT_EQ(ReadLanguage("Farsi"), (Language{"fa", "Persian"}));
  EXPECT_EQ(ReadLanguage("Welsh language"), (Language{"cy", "Welsh"}));
  EXPECT_EQ(ReadLanguage("xh"), (Language{"xh", "xh"}));
  EXPECT_EQ(ReadLanguage("Klingon"), (Language{"", "Klingon"}));
  EXPECT_EQ(ReadLanguage(""), Language{});
}

}  // namespace
}  // namespace waypost::record
