// Requests letter by letter as published clients and validators send them.

#include <gtest/gtest.h>

#include <array>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

struct Sent {
  const char* target;
  int found;
};

// "cafe" is at WE1 1AA, for ages 5 to 12, on Saturdays from 10am to 12pm and once on a Tuesday
// evening, of type 111, which serves need 5; "church" states nothing but its name.
constexpr std::array kSent = {
    // The finder of VidaVia: trailing ampersands and slashes, its order of parameters; a vocabulary
    // where a service type is chosen.
    Sent{"services/?circumstance=circumstance:191&day=MO&endTime=14:00&maximum_age=9&minimum_age=9&"
         "need=need:5&page=1&per_page=10&startTime=06:00&",
         0},
    Sent{"services/?day=SA&endTime=14:00&maximum_age=9&minimum_age=9&need=need:5&page=1&"
         "per_page=10&startTime=06:00&taxonomy_id=service:111&vocabulary=esdServiceTypes&",
         1},
    Sent{"services/?day=SA&day=SU&endTime=19:00&endTime=23:59&page=1&per_page=10&postcode=WE11AA&"
         "proximity=1609&startTime=12:00&startTime=18:00&text=memory&",
         0},
    Sent{"services/?day=SA&endTime=23:59&startTime=00:00&page=1&per_page=10&", 2},
    Sent{"services/?page=1&per_page=10&postcode=WE11AA&proximity=4827&text=coffee&", 1},
    Sent{"services/?coverage=WE11AA&page=1&", 2},
    Sent{"services/?taxonomy_id=111&vocabulary=esdServiceTypes&", 1},
    Sent{"taxonomies/?per_page=500&vocabulary=esdNeeds", 4},
    Sent{"taxonomies/?per_page=500&vocabulary=esdServiceTypes", 4},
    Sent{"taxonomies/?per_page=500&root_only=true&vocabulary=esdServiceTypes", 2},
    Sent{"taxonomies/?vocabulary=esdServiceTypes&per_page=500&parent_id=service:11 ", 1},
    Sent{"taxonomies/?vocabulary=esdCircumstances&per_page=500&parent_id=circumstance:191 ", 0},
    // The finder of the LGA.
    Sent{"services?postcode=WE1 1AA&proximity=10000&maximum_age=12&minimum_age=4&text=memory&"
         "include=contacts,service_at_locations",
         1},
    Sent{"services?include=contacts,service_at_locations&taxonomy_id=1&vocabulary=esdServiceTypes&"
         "page=2",
         1},
    // The query tool, and the examples of the guidance.
    Sent{"hservices/?coverage=WE11AA&postcode=WE11AA&proximity=5000", 2},
    Sent{"services?start_time=10:00&end_time=16:00&day=MO&start_time=10:00&end_time=16:00&day=SA",
         2},
    Sent{"services?taxonomy_id=http://id.esd.org.uk/service/111&vocabulary=esdServiceTypes", 1},
    Sent{"services/?taxonomy_id=esdServiceType:111&taxonomy_type=service&"
         "vocabulary=esdServiceTypes",
         1},
    // The first validator: a record by its own words, ages, postcode and hours.
    Sent{"services?text=Holy+Trinity+Church+of+England+(Aided)+School", 1},
    Sent{"services?text=Extra+Care+-+Redwood+Glades.", 0},
    Sent{"services?start_time=08%3a00&end_time=18%3a00", 2},
    Sent{"services?day=SA%2cTU&start_time=10%3a00&end_time=12%3a00", 2},
    Sent{"services?minimum_age=5&maximum_age=12", 2},
    Sent{"services?proximity=1000&postcode=we1+1aa&text=memory", 1},
};

TEST(ClientRequestsTest, AreAnsweredAsTheirSendersMeanThem) {
  record::Service church = testing::Service("church");
  church.name = "Holy Trinity Church of England (Aided) School";
  const Asking asking({StatedService(), church});
  for (const Sent& sent : kSent) {
    const rapidjson::Document page = asking.Json(std::string("/oruk/v1/") + sent.target);
    EXPECT_EQ(page["totalElements"].GetInt(), sent.found) << sent.target;
  }
}

}  // namespace
}  // namespace waypost::server
