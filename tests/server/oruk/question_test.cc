// What the parameters of both dialects ask, by what they find.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;

record::Service Open(const std::string& id, std::vector<Weekday> days, int opens, int closes) {
  record::Service service = testing::ServiceAt(id, 51.5, -2.5);
  service.schedules = {testing::WeeklyRow(std::move(days), opens * 60, closes * 60)};
  return service;
}

record::Service Aged(const std::string& id, std::optional<double> least,
                     std::optional<double> most) {
  record::Service service = testing::ServiceAt(id, 51.5, -2.5);
  service.ages = {{least, most}};
  return service;
}

record::Service Reached(const std::string& id, Attending attending, const char* area) {
  record::Service service = testing::ServiceAt(id, 51.5, -1.5);
  service.attending = {attending};
  if (*area != '\0') service.areas = {{.name = area}};
  return service;
}

record::Service Typed(const std::string& id, std::initializer_list<const char*> types) {
  record::Service service = testing::ServiceAt(id, 51.5, -2.5);
  for (const char* type : types) testing::AddTerm(service, "esdServiceTypes", type);
  return service;
}

// Names of all that a question finds, in order of the alphabet, in both dialects.
std::string Found(const Asking& asking, const std::string& question) {
  const auto ask = [&](const std::string& path, const char* rows) {
    std::set<std::string> names;
    const Document page = asking.Json(path + question);
    for (const Value& row : page[rows].GetArray()) names.insert(row["name"].GetString());
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
  };
  const std::string v1 = ask("/oruk/v1/services?", "content");
  EXPECT_EQ(ask("/oruk/v3/services?", "contents"), v1) << question;
  return v1;
}

TEST(DialectQuestionTest, SessionsLieInsideTheWindowAndParallelListsAreAlternatives) {
  const Asking asking({Open("long", {Weekday::kMonday}, 8, 20),
                       Open("short", {Weekday::kMonday}, 10, 12),
                       Open("tuesday", {Weekday::kTuesday}, 14, 16),
                       Open("night", {Weekday::kMonday}, 22, 2), testing::Service("unknown")});
  EXPECT_EQ(Found(asking, "start_time=10:00&end_time=16:00&day=MO"), "short unknown");
  EXPECT_EQ(Found(asking, "start_time=08:00:00&end_time=20:00"), "long short tuesday unknown");
  EXPECT_EQ(Found(asking,
                  "start_time=10:00&end_time=12:00&day=MO&start_time=14:00&"
                  "end_time=16:00&day=TU"),
            "short tuesday unknown");
  EXPECT_EQ(Found(asking, "start_time=10%3a00&end_time=16%3a00&day=MO%2cTU"),
            "short tuesday unknown");
  EXPECT_EQ(Found(asking, "start_time=21:00&end_time=03:00&day=mo"), "night unknown");
  EXPECT_EQ(Found(asking, "start_time=10:00&end_time=10:00&day=MO"), "night short unknown");
  EXPECT_EQ(Found(asking, "day=TU"), "tuesday unknown");
  // Monthly rows write their days so, and are asked for by them.
  EXPECT_EQ(Found(asking, "start_time=14:00&end_time=16:00&day=2TU"), "tuesday unknown");
  EXPECT_EQ(Found(asking, "day=-1tu,1TU"), "tuesday unknown");
  for (const std::string day : {"2", "0MO", "6MO", "22MO", "-MO", "2XX", "MOO"}) {
    asking.Problem("/oruk/v1/services?day=" + day);
  }
  // As one client sends them: overlap is enough.
  EXPECT_EQ(Found(asking, "day=MO&endTime=11:00&startTime=06:00&"), "long short unknown");
  EXPECT_EQ(Found(asking, "endTime=07:00&endTime=15:00&startTime=06:00&startTime=13:00"),
            "long tuesday unknown");
}

TEST(DialectQuestionTest, EmptyPlacesOfParallelListsKeepTheirPlace) {
  const Asking asking(
      {Open("early", {Weekday::kMonday}, 7, 9), Open("monday", {Weekday::kMonday}, 14, 16),
       Open("tuesday", {Weekday::kTuesday}, 11, 20), Open("dawn", {Weekday::kTuesday}, 6, 8)});
  // Monday until 16:00, or Tuesday from 10:00.
  EXPECT_EQ(Found(asking, "start_time=&end_time=16:00&day=MO&start_time=10:00&end_time=&day=TU"),
            "early monday tuesday");
  EXPECT_EQ(Found(asking, "start_time=,10:00&end_time=16:00,&day=MO,TU"), "early monday tuesday");
  // A place that is empty in all lists asks nothing, and does not ask for everything.
  EXPECT_EQ(Found(asking, "start_time=10:00,&end_time=16:00,&day=MO,"), "monday");
  EXPECT_EQ(Found(asking, "start_time=10:00,06:00&end_time=20:00,09:00&day="),
            "dawn early monday tuesday");
  EXPECT_EQ(Found(asking, "start_time=&end_time=&day="), "dawn early monday tuesday");
  EXPECT_EQ(Found(asking, "day=&startTime=,10:00&endTime=08:00,"), "dawn early monday tuesday");
  EXPECT_EQ(Found(asking, "day=TU&startTime=,&endTime="), "dawn tuesday");
}

TEST(DialectQuestionTest, ParallelListsOfUnequalLengthAreRefused) {
  const Asking asking({Open("monday", {Weekday::kMonday}, 14, 16)});
  for (const std::string question :
       {"start_time=10:00,11:00,00:00&end_time=16:00,12:00,23:59&day=MO,TU",
        "start_time=10:00,11:00&end_time=16:00,12:00,23:59",
        "startTime=10:00,11:00&endTime=16:00,12:00,23:59",
        "taxonomy_id=1,2,11&taxonomy_term_id=1,2,11&vocabulary=esdServiceTypes,esdServiceTypes",
        "taxonomy_id=1&taxonomy_term_id=1&vocabulary=esdServiceTypes,esdNeeds"}) {
    asking.Problem("/oruk/v1/services?" + question);
    asking.Problem("/oruk/v3/services?" + question);
  }
}

TEST(DialectQuestionTest, AgesMeetWithBothEndsIncluded) {
  const Asking asking({Aged("child", 5, 12), Aged("teen", 13, 19), Aged("over", 60, std::nullopt),
                       testing::Service("any")});
  EXPECT_EQ(Found(asking, "minimum_age=12&maximum_age=12"), "any child");
  EXPECT_EQ(Found(asking, "minimum_age=12&maximum_age=13"), "any child teen");
  EXPECT_EQ(Found(asking, "minimum_age=13"), "any over teen");
  EXPECT_EQ(Found(asking, "maximum_age=5"), "any child");
  EXPECT_EQ(Found(asking, "maximum_age=4.5"), "any");
  EXPECT_EQ(Found(asking, "minimum_age=0&maximum_age=0"), "any");
  // Twelve is until the thirteenth birthday.
  EXPECT_EQ(Found(asking, "minimum_age=12.5&maximum_age=12.9"), "any child");
}

TEST(DialectQuestionTest, ProximityKeepsWhatIsNotReachedAtAPlaceAndCoverageAsksAreas) {
  const Asking asking({testing::ServiceAt("here", 51.5, -2.5),
                       testing::ServiceAt("there", 51.5, -1.5),
                       Reached("visits", Attending::kHomeVisit, "East"),
                       Reached("online", Attending::kOnline, ""), testing::Service("unknown")});
  EXPECT_EQ(Found(asking, "postcode=we11aa&proximity=1000"), "here online unknown visits");
  EXPECT_EQ(Found(asking, "postcode=WE1+1AA"), "here online there unknown visits");
  EXPECT_EQ(Found(asking, "coverage=WE1+1AA"), "here online there unknown");
  EXPECT_EQ(Found(asking, "coverage=EA1+1AA"), "here online there unknown visits");
  EXPECT_EQ(Found(asking, "coverage=WE1+1AA&postcode=WE1+1AA&proximity=1000"),
            "here online unknown");
  EXPECT_EQ(Found(asking, "coverage=EA1+1AA&postcode=WE1+1AA&proximity=1000"),
            "here online unknown visits");
  EXPECT_EQ(Found(asking, "proximity=1000"), "here online there unknown visits");
}

TEST(DialectQuestionTest, CoverageAsksAreasOfServicesAtLocationsToo) {
  const Asking asking(
      {testing::ServiceAt("here", 51.5, -2.5), Reached("east", Attending::kVenue, "East")});
  const auto total = [&](const std::string& question) {
    return asking.Json("/oruk/v3/service_at_locations?" + question)["total_items"].GetInt();
  };
  EXPECT_EQ(total("coverage=WE1+1AA"), 1);
  EXPECT_EQ(total("coverage=EA1+1AA"), 2);
  EXPECT_EQ(total("postcode=WE1+1AA"), 1);
  EXPECT_EQ(total("postcode=WE1+1AA&coverage=EA1+1AA"), 2);
  EXPECT_EQ(total("postcode=WE1+1AA&coverage=EA1+1AA&proximity=1000"), 1);
  asking.Problem("/oruk/v3/service_at_locations?coverage=hello");
}

TEST(DialectQuestionTest, NeedsAreAnyOfAndUnknownOnesNothing) {
  const Asking asking(
      {Typed("a", {"111"}), Typed("b", {"2"}), Typed("ab", {"11", "2"}), testing::Service("none")});
  EXPECT_EQ(Found(asking, "need=need:5"), "a ab");
  EXPECT_EQ(Found(asking, "need=need:5&need=need:61"), "a ab b");
  EXPECT_EQ(Found(asking, "need=need:5,need:999"), "a ab");
  EXPECT_EQ(Found(asking, "need=need:999"), "");
  EXPECT_EQ(Found(asking, "need=need:7"), "");
  EXPECT_EQ(Found(asking, "circumstance=circumstance:Alone"), "ab b");
  EXPECT_EQ(Found(asking, "service_type=2&vocabulary=&"), "ab b");
}

TEST(DialectQuestionTest, TermsOfV1AreParallelListsAndAllMustBeCarried) {
  const Asking asking(
      {Typed("a", {"111"}), Typed("b", {"2"}), Typed("ab", {"11", "2"}), testing::Service("none")});
  const auto names = [&](const std::string& question) {
    std::string text;
    const Document page = asking.Json("/oruk/v1/services?" + question);
    for (const Value& row : page["content"].GetArray()) {
      text += (text.empty() ? "" : " ") + std::string(row["name"].GetString());
    }
    return text;
  };
  EXPECT_EQ(names("taxonomy_id=http://id.esd.org.uk/service/2&vocabulary=esdServiceTypes&"
                  "taxonomy_id=11&vocabulary=esdServiceTypes"),
            "ab");
  EXPECT_EQ(names("taxonomy_id=11,2&vocabulary=esdServiceTypes&taxonomy_type=service"), "ab");
  EXPECT_EQ(names("taxonomy_id=esdServiceType:1&taxonomy_id=esdServiceType:2"), "ab");
  EXPECT_EQ(names("taxonomy_id=esdServiceType:1&vocabulary=&taxonomy_id=2&"
                  "vocabulary=esdServiceTypes"),
            "ab");
  EXPECT_EQ(names("taxonomy_id=2&vocabulary=esdNeeds"), "");
  std::string id;
  const Document terms = asking.Json("/oruk/v3/taxonomy_terms?per_page=100");
  for (const Value& term : terms["contents"].GetArray()) {
    if (std::string_view(term["term"].GetString()) == "esdServiceType:2")
      id = term["id"].GetString();
  }
  ASSERT_NE(id, "");
  EXPECT_EQ(names("taxonomy_id=" + id + "&vocabulary=esdServiceTypes"), "b ab");
  EXPECT_EQ(names("taxonomy_id=" + id + "&vocabulary=esdNeeds"), "");
  EXPECT_EQ(names("taxonomy_id=2&vocabulary=esdServiceTypes&taxonomy_type=Any"), "b ab");
  EXPECT_EQ(names("taxonomy_id=1,2&vocabulary=esdServiceTypes&taxonomy_type=,any"), "ab");
}

TEST(DialectQuestionTest, TypesOfTermsThatAreNotLookedUpAreRefused) {
  const Asking asking({Typed("a", {"111"})});
  for (const std::string type :
       {"organization", "eligibility", "cost_option", "area", "service_area", "foo", "any,foo"}) {
    const std::string terms = type.find(',') == std::string::npos ? "=1" : "=1,11";
    const std::string question = terms + "&vocabulary=esdServiceTypes&taxonomy_type=" + type;
    asking.Problem("/oruk/v1/services?taxonomy_id" + question);
    asking.Problem("/oruk/v3/services?taxonomy_term_id" + question);
  }
}

TEST(DialectQuestionTest, WhatCannotBeReadNeverAsksForEverything) {
  const Asking asking({Typed("a", {"111"}), testing::Service("none")});
  for (const std::string question :
       {"vocabulary=esdServiceTypes", "taxonomy_type=service", "text=%FF", "search=%C3",
        "anything=%ed%a0%80", "taxonomy_id=,1&taxonomy_term_id=,1&vocabulary=esdNeeds,esdNeeds"}) {
    asking.Problem("/oruk/v1/services?" + question);
    asking.Problem("/oruk/v3/services?" + question);
  }
  asking.Problem("/oruk/v1/taxonomies?text=%FF");
  asking.Problem("/oruk/v1/services/richness?text=%FF");
  asking.Problem("/oruk/v3/organizations?search=%FF");
  // There are no such words;
  EXPECT_EQ(Found(asking, "text=%F0%9F%98%80"), "");
  EXPECT_EQ(Found(asking, "text=--"), "");
  EXPECT_EQ(Found(asking, "text="), "a none");
}

TEST(DialectQuestionTest, NumbersOfPagesAreBoundedAsDocumented) {
  const Asking asking({Typed("a", {"111"})});
  for (const char* size : {"1001", "9999999999", "99999999999999999999"}) {
    EXPECT_EQ(Found(asking, std::string("per_page=") + size), "a") << size;
  }
  for (const std::string bad : {"page=9999999999", "per_page=0000000000", "per_page=-9999999999"}) {
    asking.Problem("/oruk/v1/services?" + bad);
  }
  EXPECT_STREQ(asking.Problem("/oruk/v3/services?page=9999999999")["detail"].GetString(),
               "page=9999999999 cannot be read; give a whole number from 1 to 999999999");
  for (const char* list : {"vocabularies", "services/richness"}) {
    EXPECT_EQ(asking.Get(std::string("/oruk/v1/") + list + ".csv").content_type,
              "application/json");
  }
}

TEST(DialectQuestionTest, StatusIsAskedForAndDetailsAreAlwaysThere) {
  record::Service gone = testing::Service("gone");
  gone.status = Status::kInactive;
  const Asking asking({gone, testing::Service("here")});
  EXPECT_EQ(Found(asking, ""), "here");
  EXPECT_EQ(Found(asking, "status=inactive"), "gone");
  EXPECT_EQ(Found(asking, "status=inactive,active"), "gone here");
  const Document page = asking.Json("/oruk/v3/services?status=inactive");
  const std::string id = page["contents"][0]["id"].GetString();
  EXPECT_STREQ(asking.Json("/oruk/v3/services/" + id)["status"].GetString(), "inactive");
}

TEST(DialectQuestionTest, PagesGoToAnyDepthAndNeverRepeat) {
  std::vector<record::Service> services;
  for (int i = 0; i < 23; ++i) {
    services.push_back(testing::ServiceAt("s" + std::to_string(i), 51.5, -2.5 + 0.001 * i));
    services.back().description = "tea";
  }
  const Asking asking(std::move(services));
  for (const char* question : {"", "&text=tea", "&postcode=WE1+1AA", "&minimum_age=5"}) {
    std::set<std::string> ids;
    for (int page = 1; page <= 6; ++page) {
      const Document answer =
          asking.Json("/oruk/v1/services?per_page=4&page=" + std::to_string(page) + question);
      EXPECT_EQ(answer["totalElements"].GetInt(), 23);
      for (const Value& row : answer["content"].GetArray()) ids.insert(row["id"].GetString());
    }
    EXPECT_EQ(ids.size(), 23U) << question;
    const Document far =
        asking.Json(std::string("/oruk/v1/services?per_page=1000&page=999999999") + question);
    EXPECT_EQ(far["totalElements"].GetInt(), 23);
    EXPECT_TRUE(far["empty"].GetBool());
    EXPECT_FALSE(far["last"].GetBool());
  }
}

}  // namespace
}  // namespace waypost::server
