// Random questions find the same services through /api/search and both dialects.

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "tests/server/asking.h"
#include "tests/support/random_seed.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;

constexpr int kServices = 80;
constexpr int kQuestions = 400;

class Maker {
 public:
  explicit Maker(std::mt19937_64& random) : random_(random) {}

  bool OneIn(int n) { return testing::RandomWithin(random_, 1, n) == 1; }
  int Within(int low, int high) {
    return static_cast<int>(testing::RandomWithin(random_, low, high));
  }
  template <std::size_t kCount>
  const char* OneOf(const std::array<const char*, kCount>& words) {
    return words[static_cast<std::size_t>(Within(0, static_cast<int>(kCount) - 1))];
  }

  record::Service Service(int number) {
    const std::string id = "s" + std::to_string(number);
    record::Service service =
        OneIn(5) ? testing::Service(id) : testing::ServiceAt(id, 51.5, -2.5 + 0.01 * Within(0, 40));
    service.source = OneIn(2) ? "alpha" : "beta";
    service.name = std::string(OneOf(kWords)) + " " + OneOf(kWords) + " " + id;
    if (!OneIn(3)) {
      const int opens = Within(6, 20);
      service.schedules = {testing::WeeklyRow({static_cast<Weekday>(Within(0, 6))}, opens * 60,
                                              (opens + Within(1, 3)) * 60)};
    }
    if (!OneIn(3)) {
      const int least = Within(0, 60);
      service.ages = {{least, least + Within(1, 30)}};
    }
    if (!OneIn(3)) testing::AddTerm(service, "esdServiceTypes", OneOf(kTypes));
    if (OneIn(6)) service.attending = {Attending::kOnline};
    // Of what visits people the dialects ask no area where /api/search does (ORUK.md, `proximity`),
    // and a service that is nowhere and states an area counts as visiting.
    const bool is_somewhere = !service.locations.empty();
    if (is_somewhere && OneIn(4)) service.areas = {{.name = OneIn(2) ? "West" : "East"}};
    if (OneIn(8)) service.status = Status::kInactive;
    if (!OneIn(3)) service.organisation = record::Organisation{.id = OneOf(kTypes), .name = "Org"};
    return service;
  }

  // One condition in three languages; "" where a dialect cannot say it.
  struct Condition {
    std::string api, v1, v3;
  };
  static Condition Same(const std::string& text) { return {text, text, text}; }

  Condition Words() {
    const std::string word = OneOf(kWords);
    return {"&q=" + word, "&text=" + word, "&search=" + word};
  }
  Condition Ages() {
    const int least = Within(0, 80);
    const int most = least + Within(0, 9);
    const std::string asked =
        "&minimum_age=" + std::to_string(least) + "&maximum_age=" + std::to_string(most);
    return {"&age=" + std::to_string(least) + "-" + std::to_string(most), asked, asked};
  }
  Condition Times() {
    const int from = Within(10, 18);
    const std::string start = std::to_string(from) + ":00";
    const std::string end = std::to_string(from + Within(1, 5)) + ":30";
    const std::string day = OneIn(2) ? std::string("&day=") + OneOf(kDays) : "";
    const std::string asked = day + "&start_time=" + start + "&end_time=" + end;
    return {day + "&from=" + start + "&to=" + end + "&time_match=within", asked, asked};
  }
  Condition Need() { return Same(std::string("&need=") + OneOf(kNeeds)); }
  Condition Type() { return Same(std::string("&service_type=") + OneOf(kTypes)); }
  Condition Term() {
    const std::string id = std::string("esdServiceType:") + OneOf(kTypes);
    return {"&taxonomy_term=" + id, "&taxonomy_id=" + id, "&taxonomy_term_id=" + id};
  }
  Condition Near() {
    const std::string postcode = OneOf(kPostcodes);
    const std::string metres = std::to_string(Within(500, 30'000));
    const std::string asked = "&postcode=" + postcode + "&proximity=" + metres;
    return {"&near=" + postcode + "&within=" + metres + "&area=ignore", asked, asked};
  }
  Condition Covered() {
    const std::string postcode = OneOf(kPostcodes);
    return {"&near=" + postcode, "&coverage=" + postcode, "&coverage=" + postcode};
  }
  Condition Inactive() { return Same("&status=inactive"); }

  Condition Question() {
    using Make = Condition (Maker::*)();
    // A place is asked in one way only.
    std::vector<Make> makes = {&Maker::Words, &Maker::Ages, &Maker::Times,   &Maker::Need,
                               &Maker::Type,  &Maker::Term, &Maker::Inactive};
    makes.push_back(OneIn(2) ? &Maker::Near : &Maker::Covered);
    Condition asked;
    for (const Make make : makes) {
      if (!OneIn(4)) continue;
      const Condition one = (this->*make)();
      asked.api += one.api;
      asked.v1 += one.v1;
      asked.v3 += one.v3;
    }
    return asked;
  }

 private:
  static constexpr std::array<const char*, 4> kWords = {"tea", "music", "garden", "chess"};
  static constexpr std::array<const char*, 4> kTypes = {"1", "11", "111", "2"};
  static constexpr std::array<const char*, 3> kNeeds = {"esdNeed:5", "esdNeed:6", "esdNeed:61"};
  static constexpr std::array<const char*, 3> kDays = {"MO", "WE", "SU"};
  static constexpr std::array<const char*, 3> kPostcodes = {"WE11AA", "BO11AB", "EA11AA"};

  std::mt19937_64& random_;
};

std::set<std::string> Ids(const Document& answer, const char* rows) {
  std::set<std::string> ids;
  for (const Value& row : answer[rows].GetArray()) ids.insert(row["id"].GetString());
  return ids;
}

// A list of services at locations has those of the services that are somewhere; of a place it asks
// other things.
TEST(SameServicesTest, AreThoseOfTheListOfServicesAtLocations) {
  std::mt19937_64 random = testing::MakeRandom();
  Maker maker(random);
  std::vector<record::Service> services;
  for (int i = 0; i < kServices; ++i) services.push_back(maker.Service(i));
  const Asking asking(std::move(services));
  const auto at_locations = [&](const std::string& question) {
    std::set<std::string> ids;
    const Document page = asking.Json("/oruk/v3/service_at_locations?per_page=1000" + question);
    for (const Value& row : page["contents"].GetArray()) ids.insert(row["service_id"].GetString());
    return ids;
  };
  const std::set<std::string> somewhere = at_locations("&status=active,inactive");
  for (int i = 0; i < kQuestions; ++i) {
    const std::string asked = maker.Question().v3;
    const bool asks_place =
        asked.find("postcode") != std::string::npos || asked.find("coverage") != std::string::npos;
    if (asks_place) continue;
    std::set<std::string> expected;
    for (const std::string& id :
         Ids(asking.Json("/oruk/v3/services?per_page=1000" + asked), "contents")) {
      if (somewhere.contains(id)) expected.insert(id);
    }
    EXPECT_EQ(at_locations(asked), expected) << asked;
  }
}

TEST(SameServicesTest, AreFoundThroughEveryDialect) {
  std::mt19937_64 random = testing::MakeRandom();
  Maker maker(random);
  std::vector<record::Service> services;
  for (int i = 0; i < kServices; ++i) services.push_back(maker.Service(i));
  const Asking asking(std::move(services));
  int found = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const Maker::Condition asked = maker.Question();
    const auto expected =
        Ids(asking.Json("/api/search?per_page=100&inferred=drop" + asked.api), "items");
    EXPECT_EQ(Ids(asking.Json("/oruk/v1/services?per_page=1000" + asked.v1), "content"), expected)
        << asked.v1;
    EXPECT_EQ(Ids(asking.Json("/oruk/v3/services?per_page=1000" + asked.v3), "contents"), expected)
        << asked.v3;
    found += expected.empty() ? 0 : 1;
  }
  // Questions that find nothing prove little.
  EXPECT_GT(found, kQuestions / 4);
}

}  // namespace
}  // namespace waypost::server
