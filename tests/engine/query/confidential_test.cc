// A confidential service tells nobody where it is: not in a card, not in its record, not by a
// distance, and not by where it stands in an order or at which radius it appears. Whoever measures
// from all sides finds the centroid of its postcode district, which is what everybody knows
// already.

#include <gtest/gtest.h>

#include "engine/query/search.h"
#include "engine/query/suggest.h"
#include "engine/query/why_not.h"
#include "server/response/search_json.h"
#include "server/response/why_not_json.h"
#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using testing::AddLocation;
using testing::Point;
using testing::RandomWithin;

const LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};
// Of the district WE1, in SmallDirectory.
const LatLng kCentroid = Point(51.51, -2.5);

// What must never be seen; "Hidden" begins every text that tells where.
constexpr std::string_view kSecrets[] = {"Hidden", "HIDDEN", "WE1 1AA", "WE1  1AA",
                                         "WE11AA", "we11aa", "51.4",    "-2.6"};

record::Service SecretService(const std::string& id, LatLng point) {
  record::Service service = testing::Service(id);
  service.confidential = true;
  record::ServiceAtLocation& at = AddLocation(service, id + "-place", point);
  at.description = "Hidden behind the library";
  at.location.name = "Hidden House";
  at.location.description = "Hidden by trees";
  at.location.transportation = "Hidden stop, bus 5";
  at.location.url = "https://hidden.example.org/Hidden";
  at.location.address = {{"1 Hidden Lane"}, "Hiddenton", "Hiddenshire", "WE1 1AA", "GB"};
  at.location.id = "WE1 1AA";
  at.location.phones = {{.description = "Hidden porter"}};
  at.location.accessibility = {{.text = "Hidden ramp"}};
  at.phones = {{.description = "Hidden desk"}};
  at.contacts = {{.name = "Hidden keeper"}};
  service.description = "Come to 1 HIDDEN LANE, or write to we11aa. Ring first.";
  service.alert = "The door of WE1  1AA is shut.";
  service.areas = {{.name = "West", .extent = R"({"type":"Point","coordinates":[-2.61,51.41]})"}};
  service.extras = R"({"map":"Hidden"})";
  return service;
}

// The same service of a publisher who gives no more than the district.
record::Service DistrictService(const std::string& id) {
  record::Service service = testing::Service(id);
  AddLocation(service, id + "-place").location.address.postcode = "WE1";
  // As rich as what is left of the other's.
  service.description = "Come and ring first.";
  service.areas = {{.name = "West"}};
  return service;
}

// Public services on a ring of about 5 km around the centroid.
std::vector<record::Service> Neighbours() {
  std::vector<record::Service> services;
  for (int i = 0; i < 12; ++i) {
    services.push_back(testing::ServiceAt("open-" + std::to_string(10 + i),
                                          51.51 + 0.01 * (i % 5 - 2), -2.5 + 0.015 * (i / 5 - 1)));
  }
  return services;
}

class Confidential : public ::testing::Test {
 protected:
  void SetUp() override {
    std::mt19937_64 random = testing::MakeRandom();
    std::vector<record::Service> secret = Neighbours(), coarse = Neighbours();
    for (const char* id : {"a-secret", "m-secret", "z-secret"}) {
      // 51.40 to 51.49 and -2.69 to -2.60: kilometres from the centroid.
      const double lat = 51.40 + 0.0001 * static_cast<double>(RandomWithin(random, 0, 900));
      const double lon = -2.69 + 0.0001 * static_cast<double>(RandomWithin(random, 0, 900));
      secret.push_back(SecretService(id, Point(lat, lon)));
      coarse.push_back(DistrictService(id));
    }
    const auto hidden = IndexOf(testing::SmallDirectory(secret));
    const auto shown = IndexOf(testing::SmallDirectory(coarse));
    ASSERT_TRUE(hidden.ok() && shown.ok()) << hidden.status() << shown.status();
    hidden_ = *hidden;
    shown_ = *shown;
  }

  static Query From(LatLng point) {
    Query query;
    query.near = Near{.text = "a point", .point = point, .postcode = std::nullopt};
    query.per_page = 100;
    return query;
  }

  static Result Ask(const Index& index, const Query& query) {
    auto result = Search(index, query, kNoon);
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? *std::move(result) : Result();
  }

  // The services of the answer, in order, with a mark for the certain ones.
  static std::string Order(const Index& index, const Query& query) {
    std::string order;
    for (const Hit& hit : Ask(index, query).hits) {
      order += index.services().name[index.documents().service[hit.doc]];
      order += hit.certain ? " " : "? ";
    }
    return order;
  }

  // Points on all sides, near and far.
  static std::vector<LatLng> Stations() {
    std::vector<LatLng> stations = {kCentroid};
    for (int north = -4; north <= 4; ++north) {
      for (int east = -4; east <= 4; ++east) {
        stations.push_back(Point(51.45 + 0.03 * north, -2.6 + 0.05 * east));
      }
    }
    return stations;
  }

  std::shared_ptr<const Index> hidden_, shown_;
};

std::string ItemOf(const std::string& json, const std::string& id) {
  const std::size_t at = json.find("\"" + id + "\"");
  if (at == std::string::npos) return {};
  return json.substr(at, json.find("\"why\"", at) - at);
}

TEST_F(Confidential, CardsAndRecordsNameNoSecret) {
  for (std::uint32_t i = 0; i < hidden_->services().size(); ++i) {
    const ServiceOrdinal service(i);
    const auto record = hidden_->records().Get(i);
    ASSERT_TRUE(record.ok()) << record.status();
    std::string texts = *record + std::string(hidden_->services().card[service]);
    for (DocId doc : hidden_->services().documents[service]) {
      texts += hidden_->documents().card[doc];
    }
    if (hidden_->services().name[service].find("secret") == std::string_view::npos) continue;
    for (std::string_view secret : kSecrets) {
      EXPECT_EQ(texts.find(secret), std::string::npos) << secret << " in " << texts;
    }
  }
}

TEST_F(Confidential, AnswersGiveNoDistance) {
  Query query = From(Point(51.47, -2.65));
  query.explain = true;
  const auto zone = LoadTimeZone("Europe/London");
  ASSERT_TRUE(zone.ok()) << zone.status();
  for (Sort sort : {Sort::kDistance, Sort::kRelevance, Sort::kName}) {
    query.sort = sort;
    const std::string json =
        *server::WriteSearchJson(*hidden_, {.result = Ask(*hidden_, query)}, *zone);
    EXPECT_EQ(json.find("Hidden"), std::string::npos);
    EXPECT_EQ(json.find("WE1 1AA"), std::string::npos);
    for (const char* id : {"a-secret", "m-secret", "z-secret"}) {
      const std::string item = ItemOf(json, id);
      EXPECT_FALSE(item.empty()) << id;
      EXPECT_EQ(item.find("distance_m"), std::string::npos) << item;
      EXPECT_EQ(item.find("\"lat\""), std::string::npos) << item;
    }
    // The control: others do have one.
    EXPECT_NE(ItemOf(json, "open-10").find("distance_m"), std::string::npos);
  }
}

TEST_F(Confidential, WhyNotTellsNoPlaceAndNoDistance) {
  Query far = From(Point(51.7, -2.2));
  far.within = Within{.radius = Metres(500), .unit = LengthUnit::kMetres};
  Query box;
  box.bbox = BoundingBox{Point(51.6, -2.3), Point(51.7, -2.2)};
  Query words;
  words.words = "Hiddenton";
  Query elsewhere;
  elsewhere.authorities = {"East"};
  for (const Query& query : {far, box, words, elsewhere}) {
    for (std::uint32_t i = 0; i < hidden_->services().size(); ++i) {
      const ServiceOrdinal service(i);
      const bool is_secret =
          hidden_->services().name[service].find("secret") != std::string_view::npos;
      const auto why = FindWhyNot(*hidden_, query, service, kNoon, nullptr);
      ASSERT_TRUE(why.ok()) << why.status();
      const std::string json = server::WriteWhyNotJson(*hidden_, service, *why);
      // What was asked comes back; what is stated must not.
      const std::string stated = json.substr(0, json.find("\"query\""));
      if (!is_secret) {
        if (query.within) {
          EXPECT_NE(stated.find("miles away"), std::string::npos) << stated;
        }
        continue;
      }
      EXPECT_NE(stated.find("\"failed\""), std::string::npos) << stated;
      EXPECT_EQ(stated.find("away"), std::string::npos) << stated;
      for (std::string_view secret : kSecrets) {
        if (query.words.find(secret) != std::string::npos) continue;
        EXPECT_EQ(stated.find(secret), std::string::npos) << secret << " in " << stated;
      }
    }
  }
}

TEST_F(Confidential, NothingHiddenIsSuggested) {
  for (const char* typed : {"Hidden", "hid", "WE11AA"}) {
    const auto found = Suggest(*hidden_, typed, {});
    ASSERT_TRUE(found.ok()) << found.status();
    for (const Suggestion& suggestion : found->items) {
      EXPECT_EQ(suggestion.label.find("Hidden"), std::string::npos) << suggestion.label;
    }
  }
}

TEST_F(Confidential, OrderAndRadiusAreThoseOfTheDistrict) {
  for (LatLng station : Stations()) {
    for (Sort sort : {Sort::kDistance, Sort::kRelevance}) {
      Query query = From(station);
      query.sort = sort;
      EXPECT_EQ(Order(*hidden_, query), Order(*shown_, query));
      for (double metres : {500.0, 2000.0, 5000.0, 8000.0, 12'000.0, 20'000.0}) {
        query.within = Within{.radius = Metres(metres), .unit = LengthUnit::kMetres};
        EXPECT_EQ(Order(*hidden_, query), Order(*shown_, query)) << metres;
      }
    }
  }
}

TEST_F(Confidential, WordsOfTheAddressFindNothing) {
  Query query;
  for (const char* words : {"Hidden", "Hiddenton", "library", "WE1 1AA"}) {
    query.words = words;
    EXPECT_EQ(Order(*hidden_, query), "") << words;
  }
}

// The radius at which the service appears, to the millimetre of the search: that of the centroid.
TEST_F(Confidential, TrilaterationFindsTheCentroid) {
  for (LatLng station : {Point(51.3, -2.9), Point(51.3, -2.1), Point(51.7, -2.5)}) {
    double low = 0, high = 100'000;
    while (high - low > 0.01) {
      const double middle = (low + high) / 2;
      Query query = From(station);
      query.within = Within{.radius = Metres(middle), .unit = LengthUnit::kMetres};
      const bool found = Order(*hidden_, query).find("m-secret") != std::string::npos;
      (found ? high : low) = middle;
    }
    const double centroid =
        static_cast<double>(HaversineDistance(station, kCentroid).value()) / 1000.0;
    EXPECT_NEAR(high, centroid, 0.02);
  }
}

}  // namespace
}  // namespace waypost::query
