// The answer of /api/search, member by member, against QUERY.md, "Answer".

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::MatchesRegex;

record::Service BareService() { return testing::ServiceAt("bare", 51.51, -2.5); }

const Value& Item(const Document& answer, std::string_view name) {
  for (const Value& item : answer["items"].GetArray()) {
    if (item["name"].GetString() == name) return item;
  }
  ADD_FAILURE() << "no item " << name;
  return answer["items"];
}

class SearchAnswer : public ::testing::Test {
 protected:
  const Asking asking_{{StatedService(), BareService()}};
};

TEST_F(SearchAnswer, CountsAndNamesTheBuild) {
  const Document answer = asking_.Json("/api/search?per_page=1");
  EXPECT_EQ(answer["total"].GetInt(), 2);
  EXPECT_EQ(answer["total_certain"].GetInt(), 2);
  EXPECT_EQ(answer["total_possible"].GetInt(), 0);
  EXPECT_EQ(answer["page"].GetInt(), 1);
  EXPECT_EQ(answer["per_page"].GetInt(), 1);
  EXPECT_EQ(answer["total_pages"].GetInt(), 2);
  EXPECT_THAT(answer["build"].GetString(), MatchesRegex("[0-9a-f]{16}"));
  EXPECT_STREQ(answer["built_at"].GetString(), "2026-11-21");
  EXPECT_EQ(answer["items"].Size(), 1U);
}

TEST_F(SearchAnswer, APagePastTheLastIsEmptyWithTheTotals) {
  const Document answer = asking_.Json("/api/search?page=3&per_page=1");
  EXPECT_EQ(answer["total"].GetInt(), 2);
  EXPECT_EQ(answer["total_pages"].GetInt(), 2);
  EXPECT_EQ(answer["items"].Size(), 0U);
  EXPECT_EQ(asking_.Json("/api/search?q=nothingofthekind")["total_pages"].GetInt(), 1);
}

TEST_F(SearchAnswer, NamesItsMinute) {
  EXPECT_STREQ(asking_.Json("/api/search")["at"].GetString(), "2026-11-21T14:05");
  EXPECT_STREQ(asking_.Json("/api/search?day=SA&at=2026-11-28T09:00")["at"].GetString(),
               "2026-11-28T09:00");
}

TEST_F(SearchAnswer, AnItemSaysWhatTheFeedStates) {
  const Document answer = asking_.Json("/api/search?near=WE1+1AB");
  const Value& item = Item(answer, "Memory Café");
  EXPECT_THAT(item["id"].GetString(), MatchesRegex("[0-9a-f-]{36}"));
  EXPECT_STREQ(item["source"].GetString(), "alpha");
  EXPECT_STREQ(item["source_id"].GetString(), "cafe");
  EXPECT_STREQ(item["organization"]["name"].GetString(), "Town Hall");
  EXPECT_STREQ(item["summary"].GetString(), "Coffee and company");
  EXPECT_EQ(TextOf(item["reach"]), R"(["place"])");
  EXPECT_EQ(item["distance_m"].GetInt(), 2224);  // 0.02 degrees of latitude
  EXPECT_TRUE(item["certain"].GetBool());
  EXPECT_EQ(TextOf(item["location"]),
            R"({"id":"cafe-place","name":"The Hall","address":"1 High Street, Westton",)"
            R"("postcode":"WE1 1AA","lat":51.5,"lon":-2.5,"precision":"exact"})");
  EXPECT_EQ(TextOf(item["cost"]), R"({"free":true,"text":"Free"})");
  EXPECT_EQ(TextOf(item["access"]), R"(["drop-in"])");
  EXPECT_EQ(TextOf(item["ages"]), R"([{"min":5,"max":12}])");
  EXPECT_STREQ(item["phone"].GetString(), "0114 496 0000");
  EXPECT_STREQ(item["url"].GetString(), "https://cafe.example.org");
  EXPECT_STREQ(item["assured"].GetString(), "2026-09-01");
  EXPECT_STREQ(item["status"].GetString(), "active");
  EXPECT_EQ(TextOf(item["not_stated"]), "[]");
}

// A certain item was said to leave nothing unsaid, and a status that no feed gave was "active".
TEST_F(SearchAnswer, WhatIsNotStatedIsAbsentAndNamedInACertainItemToo) {
  const Document answer = asking_.Json("/api/search?near=WE1+1AA");
  const Value& item = Item(answer, "bare");
  EXPECT_TRUE(item["certain"].GetBool());
  EXPECT_EQ(TextOf(item["not_stated"]),
            R"(["free","access","ages","sessions","assured","status"])");
  for (const char* member : {"cost", "access", "ages", "sessions", "assured", "status"}) {
    EXPECT_FALSE(item.HasMember(member)) << member;
  }
}

TEST_F(SearchAnswer, AnUnansweredConditionIsNamedOnceAndFirst) {
  const Document answer = asking_.Json("/api/search?free=yes&age=9&day=SA");
  const Value& item = Item(answer, "bare");
  EXPECT_FALSE(item["certain"].GetBool());
  EXPECT_EQ(TextOf(item["not_stated"]),
            R"(["age","day","free","access","ages","sessions","assured","status"])");
}

TEST_F(SearchAnswer, ANameInATextIsNoMember) {
  record::Service service = BareService();
  service.description = R"(It says "status": active and "ages":[1])";
  const Asking asking({service});
  const Document answer = asking.Json("/api/search");
  EXPECT_EQ(TextOf(answer["items"][0]["not_stated"]),
            R"(["free","access","ages","sessions","assured","status"])");
}

TEST_F(SearchAnswer, TheQuestionIsEchoedAsItWasUnderstood) {
  const Document answer = asking_.Json(
      "/api/search?q=coffee&match=any&near=westton&within=3mi&area=ignore&bbox=-3,51,-2,52"
      "&authority=West&reach=place&service_type=1&need=5&circumstance=Alone&taxonomy_term="
      "esdServiceTypes:11&exclude_taxonomy_term=esdServiceTypes:2&age=18m&age=9-12&language=EN"
      "&access=drop-in&accessibility=ramp&free=yes&day=SA&from=9:30&to=24:00&time_match=within"
      "&at=2026-11-21T09:00&source=alpha&source_id=cafe&assured_within=3m&modified_after="
      "2026-01-01&status=inactive&unknown=keep&sort=distance&facets=cost,need&facet_limit=5"
      "&explain=true");
  EXPECT_EQ(
      TextOf(answer["query"]),
      R"({"q":"coffee","words":["coffee"],"match":"any","near":{"text":"westton","kind":"place",)"
      R"("precision":"place","label":"Westton","lat":51.5,"lon":-2.5,"authorities":["E06000001"]},)"
      R"("within_m":4828.032,"area":"ignore","bbox":[-3,51,-2,52],)"
      R"("authority":[{"code":"E06000001","name":"West"}],"reach":["place"],)"
      R"("service_type":[{"id":"esdServiceType:1","label":"type one"}],)"
      R"("taxonomy_term":[{"id":"esdServiceType:11","label":"type eleven"}],)"
      R"("need":[{"id":"esdNeed:5","label":"need five"}],)"
      R"("circumstance":[{"id":"esdCircumstance:Alone","label":"alone"}],)"
      R"("exclude_taxonomy_term":[{"id":"esdServiceType:2","label":"type two"}],)"
      R"("age":[{"min":1.5,"max":1.5},{"min":9,"max":12}],"language":["en"],)"
      R"("access":["drop-in"],"accessibility":["ramp"],"free":true,)"
      R"("day":["SA"],"from":"09:30","to":"24:00","time_match":"within","at":"2026-11-21T09:00",)"
      R"("source":["alpha"],"source_id":"cafe",)"
      R"("assured_within":"3m","modified_after":"2026-01-01T00:00:00Z","status":["inactive"],)"
      R"("unknown":"keep","sort":"distance","facets":["cost","need"],"facet_limit":5,)"
      R"("explain":true})");
}

TEST_F(SearchAnswer, WhatWasNotAskedIsNotEchoed) {
  EXPECT_EQ(TextOf(asking_.Json("/api/search")["query"]), R"({"sort":"name"})");
}

TEST_F(SearchAnswer, AnOrganisationIsEchoedByName) {
  const Document all = asking_.Json("/api/search");
  const std::string id = Item(all, "Memory Café")["organization"]["id"].GetString();
  const Document answer = asking_.Json("/api/search?organization=" + id);
  EXPECT_EQ(answer["total"].GetInt(), 1);
  EXPECT_EQ(TextOf(answer["query"]["organization"]),
            R"([{"id":")" + id + R"(","name":"Town Hall"}])");
}

TEST_F(SearchAnswer, APlaceSaysHowItWasRead) {
  const auto near = [&](const char* text) {
    return TextOf(asking_.Json(std::string("/api/search?near=") + text)["query"]["near"]);
  };
  EXPECT_EQ(near("WE1+1AA"),
            R"({"text":"WE1 1AA","kind":"postcode","precision":"unit","label":"WE1 1AA",)"
            R"("lat":51.5,"lon":-2.5,"authorities":["E06000001"],"live":null})");
  EXPECT_EQ(near("51.5,-2.5"),
            R"({"text":"51.5,-2.5","kind":"point","precision":"point","label":"51.5,-2.5",)"
            R"("lat":51.5,"lon":-2.5,"authorities":["E06000001"]})");
  EXPECT_EQ(near("we11zz"),
            R"({"text":"we11zz","kind":"postcode","precision":"sector","label":"WE1 1",)"
            R"("lat":51.51,"lon":-2.5,"authorities":["E06000001"],"notice":"this postcode is not )"
            R"(in our list; it was read as its sector, WE1 1, so distances are about right"})");
  EXPECT_EQ(near("Twinham"),
            R"({"text":"Twinham","kind":"place","precision":"place",)"
            R"("label":"Twinham, Eastshire","lat":51.5,"lon":-1.5,"authorities":["E06000002"],)"
            R"("also":["Twinham, Westshire","Twinham, Hillshire"]})");
}

std::string Why(const Document& answer) { return TextOf(Item(answer, "Memory Café")["why"]); }

TEST_F(SearchAnswer, WhyNamesTheWordsThatAreThere) {
  EXPECT_EQ(Why(asking_.Json("/api/search?q=coffee+biscuits&match=any")),
            R"([{"kind":"word","text":"coffee"}])");
}

TEST_F(SearchAnswer, WhyNamesTheTermThatTheServiceCarries) {
  EXPECT_EQ(Why(asking_.Json("/api/search?service_type=1")),
            R"([{"kind":"service_type","id":"esdServiceType:111","label":"type hundred"}])");
}

// The service type was named as if it were the need.
TEST_F(SearchAnswer, WhyNamesTheAskedNeedThatIsServed) {
  EXPECT_EQ(Why(asking_.Json("/api/search?need=5&need=6")),
            R"([{"kind":"need","id":"esdNeed:5","label":"need five"}])");
}

TEST_F(SearchAnswer, WhyNamesTheSessionThatAnswers) {
  EXPECT_EQ(Why(asking_.Json("/api/search?day=SA&from=11:00")),
            R"([{"kind":"session","text":"Saturdays 10am to 12pm"}])");
}

TEST_F(SearchAnswer, WhyNamesAllSessionsWhereOneOfADateAnswers) {
  const Document answer = asking_.Json("/api/search?day=TU");
  const Value& item = Item(answer, "Memory Café");
  EXPECT_EQ(Why(answer), R"([{"kind":"session","text":)" + TextOf(item["sessions"]) + "}]");
}

TEST_F(SearchAnswer, WhyIsSilentOnWhatIsNotStated) {
  const Document answer = asking_.Json("/api/search?day=SA");
  EXPECT_EQ(TextOf(Item(answer, "bare")["why"]), "[]");
}

TEST_F(SearchAnswer, FacetsCountAndSayWhatIsNotStated) {
  EXPECT_EQ(TextOf(asking_.Json("/api/search?facets=cost")["facets"]),
            R"({"cost":{"values":[{"id":"free","label":"free","count":1}],"not_stated":1}})");
  EXPECT_FALSE(asking_.Json("/api/search").HasMember("facets"));
}

TEST_F(SearchAnswer, SourcesOnThePageAreNamed) {
  record::Directory directory = testing::SmallDirectory({StatedService()});
  directory.sources[0].attribution = "Contains \"quoted\" data";
  directory.sources[0].licence = "OGL-UK-3.0";
  const Document answer = Asking(std::move(directory)).Json("/api/search");
  ASSERT_EQ(answer["sources"].Size(), 1U);  // beta has nothing on this page
  EXPECT_STREQ(answer["sources"][0]["id"].GetString(), "alpha");
  EXPECT_STREQ(answer["sources"][0]["attribution"].GetString(), "Contains \"quoted\" data");
  EXPECT_STREQ(answer["sources"][0]["licence"].GetString(), "OGL-UK-3.0");
}

// QUERY.md, "Relevance", from nothing but what the answer prints.
TEST_F(SearchAnswer, AScoreFollowsFromWhatExplainPrints) {
  const Document answer =
      asking_.Json("/api/search?q=coffee&service_type=111&near=WE1+1AB&explain=true");
  const Value& constants = answer["relevance"];
  const Value& score = Item(answer, "Memory Café")["score"];
  const Value& from = score["from"];
  const auto number = [](const Value& object, const char* name) {
    return object[name].GetDouble();
  };
  EXPECT_GT(number(from, "bm25"), 0);
  EXPECT_DOUBLE_EQ(number(score, "text"),
                   number(constants, "text") * number(from, "bm25") /
                       (number(from, "bm25") + number(constants, "text_half")));
  EXPECT_DOUBLE_EQ(number(score, "term"), number(constants, "term")) << "its own type";
  EXPECT_DOUBLE_EQ(number(score, "distance"),
                   number(constants, "distance") * number(constants, "half_metres") /
                       (number(constants, "half_metres") + number(from, "metres")));
  EXPECT_EQ(from["days"].GetInt(), 81) << "1 September to 21 November";
  EXPECT_DOUBLE_EQ(number(score, "fresh"),
                   number(constants, "fresh") * 365 / (365 + number(from, "days")));
  EXPECT_DOUBLE_EQ(number(score, "rich"),
                   number(constants, "rich") * number(from, "richness") / 100);
  EXPECT_DOUBLE_EQ(number(score, "sum"), number(score, "text") + number(score, "term") +
                                             number(score, "distance") + number(score, "fresh") +
                                             number(score, "rich"));
  EXPECT_FALSE(asking_.Json("/api/search?q=coffee")["items"][0].HasMember("score"));
}

TEST_F(SearchAnswer, HighlightsAreThePiecesOfATextThatWereAsked) {
  const Document answer = asking_.Json("/api/search?q=coffees&highlight=true");
  const Value& highlights = Item(answer, "Memory Café")["highlights"];
  EXPECT_EQ(
      TextOf(highlights),
      R"({"summary":[{"text":"Coffee","match":true},{"text":" and company","match":false}]})");
  EXPECT_FALSE(asking_.Json("/api/search?q=coffee")["items"][0].HasMember("highlights"));
}

TEST_F(SearchAnswer, OperatorsAreTextUnlessAskedFor) {
  EXPECT_EQ(asking_.Json("/api/search?q=coffee+OR+nothing")["total"].GetInt(), 0);
  const Document answer = asking_.Json("/api/search?q=coffee+OR+nothing&syntax=advanced");
  EXPECT_EQ(answer["total"].GetInt(), 1);
  EXPECT_STREQ(answer["query"]["syntax"].GetString(), "advanced");
  EXPECT_EQ(asking_.Json("/api/search?q=-coffee&syntax=advanced")["total"].GetInt(), 1);
  EXPECT_STREQ(asking_.Problem("/api/search?q=coffee+OR&syntax=advanced")["code"].GetString(),
               "bad_expression");
  asking_.Problem("/api/search?q=coffee&syntax=advanced&match=any");
}

TEST_F(SearchAnswer, AShortlistHasThreeAndOnePage) {
  const Document answer = asking_.Json("/api/search?mode=shortlist");
  EXPECT_EQ(answer["per_page"].GetInt(), 3);
  EXPECT_EQ(answer["total"].GetInt(), 2);
  EXPECT_EQ(answer["items"].Size(), 2U);
  EXPECT_STREQ(answer["query"]["mode"].GetString(), "shortlist");
  EXPECT_EQ(asking_.Json("/api/search?mode=shortlist&per_page=1")["total_pages"].GetInt(), 1);
  EXPECT_STREQ(answer["query"]["sort"].GetString(), "relevance");
  EXPECT_EQ(asking_.Json("/api/search?mode=shortlist&per_page=1")["items"].Size(), 1U);
  asking_.Problem("/api/search?mode=shortlist&page=2");
  asking_.Problem("/api/search?mode=shortlist&sort=name");
  asking_.Problem("/api/search?mode=shortlist&per_page=11");
}

}  // namespace
}  // namespace waypost::server
