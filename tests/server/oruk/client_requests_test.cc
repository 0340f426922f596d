// Requests letter by letter as published clients and validators send them.

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

struct Sent {
  const char* target;
  const char* found;  // names, in order of the alphabet
};

// "cafe" is at WE1 1AA, for ages 5 to 12, on Saturdays from 10am to 12pm and once on a Tuesday
// evening, of type 111, which serves needs 5, 122 and 95; "club" is of type 2, which serves needs
// 106 and 95, and is online; "church" states nothing but its name.
constexpr std::array kSent = {
    // The finder of VidaVia: trailing ampersands and slashes, its order of parameters; a vocabulary
    // where a service type is chosen.
    Sent{"services/?circumstance=circumstance:191&day=MO&endTime=14:00&maximum_age=9&minimum_age=9&"
         "need=need:5&page=1&per_page=10&startTime=06:00&",
         ""},
    Sent{"services/?day=SA&endTime=14:00&maximum_age=9&minimum_age=9&need=need:5&page=1&"
         "per_page=10&startTime=06:00&taxonomy_id=service:111&vocabulary=esdServiceTypes&",
         "cafe"},
    Sent{"services/?day=SA&day=SU&endTime=19:00&endTime=23:59&page=1&per_page=10&postcode=WE11AA&"
         "proximity=1609&startTime=12:00&startTime=18:00&text=memory&",
         ""},
    Sent{"services/?day=SA&endTime=23:59&startTime=00:00&page=1&per_page=10&",
         "cafe, church, club"},
    Sent{"services/?page=1&per_page=10&postcode=WE11AA&proximity=4827&text=coffee&", "cafe"},
    Sent{"services/?coverage=WE11AA&page=1&", "cafe, church, club"},
    Sent{"services/?taxonomy_id=111&vocabulary=esdServiceTypes&", "cafe"},
    // Its personas: any of the needs, and any of the circumstances.
    Sent{"services/?circumstance=circumstance:1&circumstance=circumstance:191&"
         "circumstance=circumstance:185&circumstance=circumstance:165&"
         "circumstance=circumstance:205&circumstance=circumstance:210&"
         "circumstance=circumstance:213&circumstance=circumstance:218&"
         "circumstance=circumstance:220&need=need:122&need=need:71&need=need:111&need=need:115&"
         "need=need:67&need=need:36&need=need:66&need=need:68&page=1&per_page=10&",
         "cafe"},
    Sent{"services/?circumstance=circumstance:196&circumstance=circumstance:210&need=need:106&"
         "need=need:101&need=need:79&need=need:82&need=need:18&need=need:27&need=need:34&"
         "need=need:33&page=1&per_page=10&",
         "club"},
    Sent{"services/?circumstance=circumstance:185&circumstance=circumstance:206&"
         "circumstance=circumstance:215&circumstance=circumstance:218&"
         "circumstance=circumstance:222&circumstance=circumstance:220&need=need:95&need=need:9&"
         "need=need:112&need=need:54&need=need:11&need=need:96&need=need:51&need=need:80&"
         "need=need:48&need=need:36&need=need:67&page=1&per_page=10&",
         "club"},
    // Its question of what somebody enjoys.
    Sent{"services/?need=need:67&need=need:66&need=need:115&need=need:71&need=need:68&"
         "need=need:122&need=need:96&need=need:95&need=need:113&",
         "cafe, club"},
    // Its lists.
    Sent{"taxonomies/?per_page=500&vocabulary=esdNeeds",
         "need 106, need 122, need 95, need five, need seven, need six, need sixty"},
    Sent{"taxonomies/?per_page=500&vocabulary=esdCircumstances",
         "alone, circumstance 1, circumstance 191, circumstance 192, circumstance 196, "
         "circumstance 206"},
    Sent{"taxonomies/?per_page=500&vocabulary=esdServiceTypes",
         "type eleven, type hundred, type one, type two"},
    Sent{"taxonomies/?per_page=500&root_only=true&vocabulary=esdServiceTypes",
         "type one, type two"},
    Sent{"taxonomies/?vocabulary=esdServiceTypes&per_page=500&parent_id=service:11 ",
         "type hundred"},
    Sent{"taxonomies/?vocabulary=esdCircumstances&per_page=500&parent_id=circumstance:191 ",
         "circumstance 192"},
    // The finder of the LGA; for a need it asks for each type that it maps to, and merges.
    Sent{"services?postcode=WE1 1AA&proximity=10000&maximum_age=12&minimum_age=4&text=memory&"
         "include=contacts,service_at_locations",
         "cafe"},
    Sent{"services?include=contacts,service_at_locations&taxonomy_id=11&"
         "vocabulary=esdServiceTypes",
         "cafe"},
    Sent{"services?include=contacts,service_at_locations&taxonomy_id=2&"
         "vocabulary=esdServiceTypes",
         "club"},
    Sent{"services?include=contacts,service_at_locations&taxonomy_id=1&vocabulary=esdServiceTypes&"
         "page=2",
         ""},
    // The query tool, and the examples of the guidance.
    Sent{"hservices/?coverage=WE11AA&postcode=WE11AA&proximity=5000", "cafe, church, club"},
    Sent{"services?start_time=10:00&end_time=16:00&day=MO&start_time=10:00&end_time=16:00&day=SA",
         "cafe, church, club"},
    Sent{"services?taxonomy_id=http://id.esd.org.uk/service/111&vocabulary=esdServiceTypes",
         "cafe"},
    Sent{"services/?taxonomy_id=esdServiceType:111&taxonomy_type=service&"
         "vocabulary=esdServiceTypes",
         "cafe"},
    // The first validator: a record by its own words, ages, postcode and hours.
    Sent{"services?text=Holy+Trinity+Church+of+England+(Aided)+School", "church"},
    Sent{"services?text=Extra+Care+-+Redwood+Glades.", ""},
    Sent{"services?start_time=08%3a00&end_time=18%3a00", "cafe, church, club"},
    Sent{"services?day=SA%2cTU&start_time=10%3a00&end_time=12%3a00", "cafe, church, club"},
    Sent{"services?minimum_age=5&maximum_age=12", "cafe, church, club"},
    Sent{"services?minimum_age=13&maximum_age=13", "church, club"},
    Sent{"services?proximity=1000&postcode=we1+1aa&text=memory", "cafe"},
};

// As the two published descriptions of 3.0 have them.
constexpr std::array kSentOf3 = {
    Sent{"services?search=memory&page=1&per_page=5&format=json", "cafe"},
    Sent{"services?taxonomy_term_id=esdServiceType:11&full=true", "cafe"},
    Sent{"services?taxonomy_id=esdServiceTypes&minimum_age=9&maximum_age=9", "cafe, club"},
    Sent{"services?start_time=10:00&end_time=12:00&day=SA&search=memory", "cafe"},
    Sent{"services?minimum_age=13&maximum_age=13&modified_after=2026-01-01T00:00:00.000Z",
         "church, club"},
    Sent{"service_at_locations?postcode=WE1 1AA&proximity=5000&full=true", "cafe"},
    Sent{"service_at_locations?postcode=EA1 1AA&proximity=5000&full=true", ""},
    Sent{"taxonomies?search=ServiceTypes", "esdServiceTypes"},
    Sent{"taxonomy_terms?taxonomy_id=esdServiceTypes&top_only=true", "type one, type two"},
    Sent{"organizations?search=town&full=true", "Town Hall"},
};

record::Directory Directory() {
  record::Service cafe = StatedService();
  cafe.name = "cafe";
  cafe.description = "Coffee and company for the memory";
  record::Service club = testing::Service("club");
  club.attending = {Attending::kOnline};
  testing::AddTerm(club, "esdServiceTypes", "2");
  record::Service church = testing::Service("church");
  church.description = "Holy Trinity Church of England (Aided) School";
  record::Directory directory = testing::SmallDirectory({cafe, club, church});
  record::Taxonomy& taxonomy = directory.taxonomy;
  const auto add = [&](const char* vocabulary, const char* word, const char* code,
                       std::initializer_list<const char*> types, const char* parent = "") {
    record::VocabularyTerm term;
    term.vocabulary = vocabulary;
    term.code = code;
    term.parent = parent;
    term.label = std::string(word) + " " + code;
    taxonomy.terms.push_back(std::move(term));
    for (const char* type : types) {
      taxonomy.mappings.push_back({{vocabulary, code, ""}, {"esdServiceTypes", type, ""}});
    }
  };
  add("esdNeeds", "need", "122", {"11"});
  add("esdNeeds", "need", "106", {"2"});
  add("esdNeeds", "need", "95", {"11", "2"});
  add("esdCircumstances", "circumstance", "1", {"11"});
  add("esdCircumstances", "circumstance", "191", {});
  add("esdCircumstances", "circumstance", "192", {"11"}, "191");
  add("esdCircumstances", "circumstance", "196", {"2"});
  add("esdCircumstances", "circumstance", "206", {"2"});
  return directory;
}

// A service at a location is called after its service.
std::string NamesIn(const rapidjson::Document& page, const char* rows) {
  std::set<std::string> names;
  for (const rapidjson::Value& row : page[rows].GetArray()) {
    const rapidjson::Value& named = row.HasMember("service") ? row["service"] : row;
    names.insert(named["name"].GetString());
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

TEST(ClientRequestsTest, AreAnsweredAsTheirSendersMeanThem) {
  const Asking asking(Directory());
  for (const Sent& sent : kSent) {
    const rapidjson::Document page = asking.Json(std::string("/oruk/v1/") + sent.target);
    EXPECT_EQ(NamesIn(page, "content"), sent.found) << sent.target;
  }
  for (const Sent& sent : kSentOf3) {
    const rapidjson::Document page = asking.Json(std::string("/oruk/v3/") + sent.target);
    EXPECT_EQ(NamesIn(page, "contents"), sent.found) << sent.target;
  }
}

// What a client merges of one request for each mapped type is what one request for the need finds.
TEST(ClientRequestsTest, ANeedIsTheTypesThatItMapsTo) {
  const Asking asking(Directory());
  std::set<std::string> merged;
  for (const char* type : {"11", "2"}) {
    const rapidjson::Document page = asking.Json(
        std::string("/oruk/v1/services?vocabulary=esdServiceTypes&taxonomy_id=") + type);
    for (const rapidjson::Value& row : page["content"].GetArray()) {
      merged.insert(row["id"].GetString());
    }
  }
  std::set<std::string> found;
  const rapidjson::Document page = asking.Json("/oruk/v1/services?need=need:95");
  for (const rapidjson::Value& row : page["content"].GetArray()) {
    found.insert(row["id"].GetString());
  }
  EXPECT_EQ(found, merged);
  EXPECT_EQ(found.size(), 2U);
}

}  // namespace
}  // namespace waypost::server
