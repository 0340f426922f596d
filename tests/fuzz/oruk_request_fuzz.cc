// Any bytes as the query string of the lists of both dialects of Open Referral UK: the first byte
// chooses the list. Refused with a problem, or a page whose numbers agree with each other.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "engine/hours/clock.h"
#include "rapidjson/document.h"
#include "server/handlers/router.h"
#include "server/request/serving_index.h"
#include "server/transport/request_target.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace {

using namespace waypost;

constexpr const char* kLists[] = {
    "v1/services",       "v3/services",   "v3/service_at_locations", "v1/taxonomies",
    "v3/taxonomy_terms", "v3/taxonomies", "v3/organizations",        "v1/organizations",
    "v1/locations",      "v1/reviews",    "v1/services.csv",         "v1/services/richness"};

record::Directory SmallFeed() {
  record::Service cafe = waypost::testing::ServiceAt("memory cafe", 51.5, -2.5);
  cafe.schedules = {waypost::testing::WeeklyRow({Weekday::kMonday}, 600, 720)};
  cafe.ages = {{18, 65}};
  cafe.areas = {{.name = "West"}};
  cafe.organisation = record::Organisation{.id = "o", .name = "Org"};
  waypost::testing::AddTerm(cafe, "esdServiceTypes", "11");
  record::Service online = waypost::testing::Service("advice online");
  online.attending = {Attending::kOnline};
  waypost::testing::AddTerm(online, "esdServiceTypes", "2");
  return waypost::testing::SmallDirectory({cafe, online, waypost::testing::Service("bare")});
}

class Server {
 public:
  Server() : clock_(waypost::testing::DayOf2026(11, 21)), serving_(Open()), router_(serving_) {}

  server::HttpResponse Answer(const server::HttpRequest& request) const {
    return router_.Answer(request);
  }

 private:
  server::ServingIndex Open() {
    auto index = IndexOf(SmallFeed());
    FUZZ_CHECK(index.ok());
    const auto zone = LoadTimeZone((*index)->time_zone());
    FUZZ_CHECK(zone.ok());
    return {*std::move(index), clock_, *zone, synonyms_};
  }

  FixedClock clock_;
  server::SynonymSource synonyms_;
  server::ServingIndex serving_;
  server::Router router_;
};

rapidjson::Document Parsed(const std::string& body) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(body.data(), body.size());
  FUZZ_CHECK(!json.HasParseError());
  return json;
}

void CheckPage(const std::string& body, bool is_v1) {
  const rapidjson::Document page = Parsed(body);
  const char* rows = is_v1 ? "content" : "contents";
  const char* total = is_v1 ? "totalElements" : "total_items";
  const char* number = is_v1 ? "number" : "page_number";
  if (!page.HasMember(rows)) return;
  FUZZ_CHECK(page[rows].Size() == page["size"].GetUint());
  FUZZ_CHECK(page[rows].Size() <= page[total].GetUint());
  FUZZ_CHECK(page["empty"].GetBool() == page[rows].Empty());
  FUZZ_CHECK(page[number].GetUint() >= 1);
}

void CheckLines(server::HttpResponse response) {
  std::string all = std::move(response.body);
  while (response.more) {
    const auto piece = response.more();
    FUZZ_CHECK(piece.ok());
    if (piece->empty()) break;
    all += *piece;
  }
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at);
    FUZZ_CHECK(end != std::string::npos);
    Parsed(all.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Server asked;
  if (size == 0) return 0;
  const std::string list = kLists[data[0] % std::size(kLists)];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto target = server::ParseRequestTarget("/oruk/" + list + "?" + text);
  FUZZ_CHECK(target.has_value());
  server::HttpResponse response = asked.Answer({.method = "GET",
                                                .path = std::move(target->path),
                                                .parameters = std::move(target->parameters)});
  if (response.status == 400) {
    FUZZ_CHECK(response.content_type == "application/problem+json");
    FUZZ_CHECK(Parsed(response.body)["detail"].GetStringLength() > 0);
    return 0;
  }
  FUZZ_CHECK(response.status == 200);
  if (response.content_type == "application/x-ndjson") {
    CheckLines(std::move(response));
  } else if (response.content_type == "application/json") {
    CheckPage(response.body, list.starts_with("v1"));
  }
  return 0;
}
