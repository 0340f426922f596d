// What /api/search refuses: each error by its code and the parameter that it names.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/parse_query.h"
#include "tests/engine/query/parsing.h"

namespace waypost::query {
namespace {

using ::testing::HasSubstr;

// Every parameter with a value that it takes.
struct Sample {
  std::string name;
  std::string value;
};
const std::vector<Sample> kSingle = {{"area", "ignore"},
                                     {"assured_within", "90d"},
                                     {"at", "2026-11-21T14:05"},
                                     {"bbox", "-3,51,-2,52"},
                                     {"explain", "true"},
                                     {"facet_limit", "5"},
                                     {"free", "yes"},
                                     {"from", "09:00"},
                                     {"highlight", "true"},
                                     {"inferred", "drop"},
                                     {"match", "any"},
                                     {"min_quality", "40"},
                                     {"mode", "shortlist"},
                                     {"modified_after", "2026-11-21"},
                                     {"near", "BS1"},
                                     {"page", "1"},
                                     {"per_page", "10"},
                                     {"q", "coffee"},
                                     {"sort", "name"},
                                     {"source_id", "7"},
                                     {"syntax", "advanced"},
                                     {"time_match", "within"},
                                     {"to", "17:00"},
                                     {"unknown", "keep"},
                                     {"within", "3mi"}};
const std::vector<Sample> kRepeated = {{"access", "drop-in"},
                                       {"accessibility", "ramp"},
                                       {"age", "9"},
                                       {"authority", "West"},
                                       {"circumstance", "Alone"},
                                       {"day", "MO"},
                                       {"exclude_taxonomy_term", "1"},
                                       {"facets", "cost"},
                                       {"language", "cy"},
                                       {"need", "5"},
                                       {"organization", "a"},
                                       {"persona", "a"},
                                       {"reach", "place"},
                                       {"service_type", "1"},
                                       {"source", "alpha"},
                                       {"status", "active"},
                                       {"taxonomy_term", "1"}};

std::string Times(std::size_t count, const std::string& text, const std::string& separator) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : separator) + text;
  return out;
}

TEST(ParseQueryRefusal, UnknownParameterNamesTheNearest) {
  const RequestErrorParts error = Refusal("witihn=3mi");
  EXPECT_EQ(error.code, "unknown_parameter");
  EXPECT_EQ(error.parameter, "witihn");
  EXPECT_EQ(error.nearest, "within");
  EXPECT_EQ(error.detail, "there is no parameter witihn; did you mean within?");
}

TEST(ParseQueryRefusal, UnknownParameterWithoutANearOneListsAll) {
  const RequestErrorParts error = Refusal("postcode=BS1");
  EXPECT_EQ(error.code, "unknown_parameter");
  EXPECT_EQ(error.nearest, "");
  for (const Sample& sample : kSingle) EXPECT_THAT(error.detail, HasSubstr(sample.name));
  for (const Sample& sample : kRepeated) EXPECT_THAT(error.detail, HasSubstr(sample.name));
}

TEST(ParseQueryRefusal, NamesOfParametersAreExact) {
  EXPECT_EQ(Refused("Near=BS1"), "unknown_parameter Near");
  EXPECT_EQ(Refused(" near=BS1"), "unknown_parameter  near");
  EXPECT_EQ(Refused("=BS1"), "unknown_parameter ");
}

TEST(ParseQueryRefusal, LongNamesAreCut) {
  EXPECT_EQ(Refusal(std::string(5000, 'a') + "=1").parameter, std::string(80, 'a'));
}

TEST(ParseQueryRefusal, SingleParametersAreGivenOnce) {
  for (const auto& [name, value] : kSingle) {
    const std::string pair = name + "=" + value;
    EXPECT_EQ(Refused(pair + "&" + pair), "repeated_parameter " + name);
  }
}

TEST(ParseQueryRefusal, EmptyValuesAreErrors) {
  for (const std::vector<Sample>& samples : {kSingle, kRepeated}) {
    for (const Sample& sample : samples) {
      // An empty `q` is a search form sent as it is.
      const std::string expected = sample.name == "q"      ? "accepted"
                                   : sample.name == "near" ? "empty_place near"
                                                           : "bad_value " + sample.name;
      EXPECT_EQ(Refused(sample.name + "="), expected);
    }
  }
}

TEST(ParseQueryRefusal, BlankValuesOfNamesAreErrors) {
  for (const char* name : {"authority", "service_type", "need", "source", "source_id"}) {
    EXPECT_EQ(Refused(std::string(name) + "=  "), "bad_value " + std::string(name));
  }
  EXPECT_EQ(Refused("near= "), "empty_place near");
}

TEST(ParseQueryRefusal, ClosedListsTakeNoOtherWord) {
  for (const char* name : {"access", "accessibility", "day", "facets", "reach", "status"}) {
    EXPECT_EQ(Refused(std::string(name) + "=XX"), "bad_value " + std::string(name));
  }
}

TEST(ParseQueryRefusal, WordsOfClosedListsAreExact) {
  EXPECT_EQ(Refused("day=mo"), "bad_value day");
  EXPECT_EQ(Refused("access=drop in"), "bad_value access");
  EXPECT_EQ(Refused("reach=Place"), "bad_value reach");
}

TEST(ParseQueryRefusal, NothingBetweenCommasIsAnError) {
  for (const char* text : {"day=MO,,TU", "reach=place,", "language=,cy", "facets=cost, ,need"}) {
    EXPECT_THAT(Refused(text), HasSubstr("bad_value")) << text;
  }
}

TEST(ParseQueryRefusal, OneBadWordOfSeveralIsAnError) {
  EXPECT_EQ(Refused("day=MO&day=XX"), "bad_value day");
  EXPECT_EQ(Refused("age=9&age=old"), "bad_value age");
}

TEST(ParseQueryRefusal, ChoicesTakeNoOtherWord) {
  for (const char* name : {"area", "explain", "free", "highlight", "inferred", "match", "mode",
                           "sort", "syntax", "time_match", "unknown"}) {
    EXPECT_EQ(Refused(std::string(name) + "=maybe"), "bad_value " + std::string(name));
  }
  EXPECT_EQ(Refused("free=no"), "bad_value free");
  EXPECT_EQ(Refused("explain=1"), "bad_value explain");
}

TEST(ParseQueryRefusal, TheValueIsShownAndCut) {
  EXPECT_THAT(Refusal("free=perhaps").detail, HasSubstr("free=perhaps cannot be read; give yes"));
  EXPECT_LT(Refusal("free=" + std::string(5000, 'a')).detail.size(), 200U);
}

TEST(ParseQueryRefusal, AShortlistHasOnePageInItsOwnOrder) {
  EXPECT_EQ(Refused("mode=shortlist&page=2"), "shortlist_has_one_page page");
  EXPECT_EQ(Refused("mode=shortlist&sort=name"), "shortlist_has_its_order sort");
  EXPECT_EQ(Refused("mode=shortlist&per_page=11"), "bad_value per_page");
}

TEST(ParseQueryRefusal, OperatorsSayWhetherAnyWordWillDo) {
  EXPECT_EQ(Refused("q=a OR b&syntax=advanced&match=any"), "operators_say_it match");
}

TEST(ParseQueryRefusal, PagesAreWholeNumbersFromOne) {
  for (const char* name : {"page", "per_page", "facet_limit"}) {
    for (const char* value : {"0", "-1", "1.5", "ten", " 1"}) {
      EXPECT_EQ(Refused(std::string(name) + "=" + value), "bad_value " + std::string(name));
    }
  }
}

TEST(ParseQueryRefusal, AHundredAPageAtMost) {
  EXPECT_EQ(Refused("per_page=100"), "accepted");
  EXPECT_EQ(Refused("per_page=101"), "bad_value per_page");
}

TEST(ParseQueryRefusal, AThousandValuesOfAFacetAtMost) {
  EXPECT_EQ(Refused("facet_limit=1001"), "bad_value facet_limit");
}

TEST(ParseQueryRefusal, TenThousandDeepAtMost) {
  EXPECT_EQ(Refused("page=100&per_page=100"), "accepted");
  EXPECT_EQ(Refused("page=101&per_page=100"), "too_deep page");
  EXPECT_EQ(Refused("page=1000"), "accepted");
  EXPECT_EQ(Refused("page=1001"), "too_deep page");
  EXPECT_EQ(Refused("page=999999999&per_page=100"), "too_deep page");
}

TEST(ParseQueryRefusal, FiveHundredCharactersOfWordsAtMost) {
  EXPECT_EQ(Refused("q=" + std::string(500, 'a')), "accepted");
  EXPECT_EQ(Refused("q=" + std::string(501, 'a')), "too_many_words q");
}

TEST(ParseQueryRefusal, CharactersAreNotBytes) {
  EXPECT_EQ(Refused("q=" + Times(500, "ŵ", "")), "accepted");
  EXPECT_EQ(Refused("q=" + Times(501, "ŵ", "")), "too_many_words q");
}

TEST(ParseQueryRefusal, SpacesAroundTheWordsDoNotCount) {
  EXPECT_EQ(Refused("q=" + std::string(300, ' ') + std::string(500, 'a') + std::string(300, ' ')),
            "accepted");
}

TEST(ParseQueryRefusal, SixtyFourWordsAtMost) {
  EXPECT_EQ(Refused("q=" + Times(64, "tea", " ")), "accepted");
  EXPECT_EQ(Refused("q=" + Times(65, "tea", " ")), "too_many_words q");
  EXPECT_EQ(Refused("q=" + Times(64, "tea", " \t\n")), "accepted");
}

TEST(ParseQueryRefusal, SixtyFourValuesAtMost) {
  for (const auto& [name, value] : kRepeated) {
    const std::string pair = name + "=" + value;
    EXPECT_EQ(Refused(Times(64, pair, "&")), "accepted") << name;
    EXPECT_EQ(Refused(Times(65, pair, "&")), "too_many_values " + name);
  }
}

TEST(ParseQueryRefusal, ValuesOfAListCountToo) {
  for (const char* pair : {"access=drop-in", "accessibility=ramp", "day=MO", "facets=cost",
                           "language=cy", "reach=place", "status=active"}) {
    const std::string text(pair);
    const std::string name = text.substr(0, text.find('='));
    const std::string value = text.substr(text.find('=') + 1);
    EXPECT_EQ(Refused(name + "=" + Times(64, value, ",")), "accepted") << name;
    EXPECT_EQ(Refused(name + "=" + Times(65, value, ",")), "too_many_values " + name);
    EXPECT_EQ(Refused(Times(33, name + "=" + value + "," + value, "&")), "too_many_values " + name);
  }
}

TEST(ParseQueryRefusal, CommasInNamesAreNoValues) {
  EXPECT_EQ(Refused("authority=" + std::string(200, ',')), "accepted");
}

TEST(ParseQueryRefusal, MalformedPostcodesSayHowOneLooks) {
  const RequestErrorParts error = Refusal("near=BS1 4T");
  EXPECT_EQ(error.code, "malformed_postcode");
  EXPECT_EQ(error.parameter, "near");
  EXPECT_THAT(error.detail, HasSubstr("BS1 4TR"));
}

TEST(ParseQueryRefusal, NoPlaceHasAHundredAndOneLetters) {
  EXPECT_EQ(Refused("near=" + std::string(100, 'a')), "accepted");
  EXPECT_EQ(Refused("near=" + std::string(101, 'a')), "unknown_place near");
}

TEST(ParseQueryRefusal, WithinAndSortByDistanceNeedAPlace) {
  EXPECT_EQ(Refused("within=3mi"), "within_needs_near within");
  EXPECT_EQ(Refused("sort=distance"), "sort_needs_near sort");
}

TEST(ParseQueryRefusal, DistancesAreAboveNothing) {
  EXPECT_EQ(Refused("near=BS1&within=0"), "bad_value within");
}

TEST(ParseQueryRefusal, AWindowHasAMinute) {
  EXPECT_EQ(Refused("from=09:00&to=09:00"), "empty_window to");
  EXPECT_EQ(Refused("to=00:00"), "empty_window to") << "from is 00:00 unless it is given";
  EXPECT_EQ(Refused("from=00:00&to=24:00"), "accepted");
}

// 24:00 is the end of something.
TEST(ParseQueryRefusal, NoWindowBeginsAtTheEndOfTheDay) {
  EXPECT_EQ(Refused("from=24:00&to=02:00"), "bad_value from");
  EXPECT_EQ(Refused("from=24:00"), "bad_value from");
}

TEST(ParseQueryRefusal, TimesAndDatesAreOfTheirForms) {
  for (const char* text : {"from=9am", "to=25:00", "at=2026-11-21", "assured_within=3y",
                           "on=Christmas", "on=2026-11-31", "open_at=noon", "open_at=2026-11-21",
                           "at=2026-11-21T14:05+1", "next_days=-1", "next_days=367", "sort=soon",
                           "modified_after=yesterday", "age=old", "bbox=51,-3,52,-2,1"}) {
    const std::string name(text, std::string_view(text).find('='));
    EXPECT_EQ(Refused(text), "bad_value " + name);
  }
}

TEST(CheckQuery, HoldsForQueriesThatWereNeverText) {
  Query deep;
  deep.page = 2'000'000'000;
  deep.per_page = 100;
  const auto error = RequestErrorOf(CheckQuery(deep));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, "too_deep");
  EXPECT_TRUE(CheckQuery(Query()).ok());
}

TEST(ParseNear, RefusalsNameThePlace) {
  for (const char* text : {"", "BS1 4T"}) {
    const auto near = ParseNear(text);
    ASSERT_FALSE(near.ok()) << text;
    EXPECT_EQ(RequestErrorOf(near.status())->parameter, "near") << text;
  }
}

}  // namespace
}  // namespace waypost::query
