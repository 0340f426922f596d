#include "tests/server/asking.h"

#include <gtest/gtest.h>

#include "rapidjson/stringbuffer.h"
#include "rapidjson/writer.h"
#include "server/transport/request_target.h"
#include "tests/support/memory_index.h"

namespace waypost::server {
namespace {

const Moment kNow = testing::DayOf2026(11, 21) + std::chrono::hours(14) + std::chrono::minutes(5) +
                    std::chrono::seconds(30);

std::shared_ptr<const Index> MadeOf(record::Directory directory) {
  auto index = IndexOf(std::move(directory));
  EXPECT_TRUE(index.ok()) << index.status();
  return *std::move(index);
}

ServingIndex ServingOf(std::shared_ptr<const Index> index, const Clock& clock,
                       const SynonymSource& synonyms) {
  const auto zone = LoadTimeZone(index->time_zone());
  EXPECT_TRUE(zone.ok()) << zone.status();
  return {std::move(index), clock, *zone, synonyms};
}

}  // namespace

std::string HeaderOf(const HttpResponse& response, std::string_view name) {
  std::string found;
  int count = 0;
  for (const auto& [key, value] : response.headers) {
    if (key != name) continue;
    found = value;
    ++count;
  }
  EXPECT_LE(count, 1) << name;
  return found;
}

rapidjson::Document JsonOf(const HttpResponse& response) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(response.body.data(), response.body.size());
  EXPECT_FALSE(json.HasParseError()) << response.body;
  return json;
}

std::string TextOf(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

Asking::Asking(std::vector<record::Service> services)
    : Asking(testing::SmallDirectory(std::move(services))) {}

Asking::Asking(record::Directory directory) : Asking(MadeOf(std::move(directory))) {}

Asking::Asking(std::shared_ptr<const Index> index)
    : clock_(kNow), serving_(ServingOf(std::move(index), clock_, synonyms_)), router_(serving_) {}

HttpResponse Asking::Ask(std::string_view method, std::string_view target,
                         std::vector<std::pair<std::string, std::string>> headers) const {
  auto parts = ParseRequestTarget(target);
  EXPECT_TRUE(parts) << target;
  return router_.Answer({.method = std::string(method),
                         .path = std::move(parts->path),
                         .parameters = std::move(parts->parameters),
                         .headers = std::move(headers)});
}

HttpResponse Asking::Post(std::string_view path, std::string body) const {
  return PostAs("application/x-www-form-urlencoded", path, std::move(body));
}

HttpResponse Asking::PostAs(std::string_view type, std::string_view path, std::string body) const {
  return router_.Answer({.method = "POST",
                         .path = std::string(path),
                         .headers = {{"content-type", std::string(type)}},
                         .body = std::move(body)});
}

rapidjson::Document Asking::Json(std::string_view target) const {
  const HttpResponse response = Get(target);
  EXPECT_EQ(response.status, 200) << target << ": " << response.body;
  EXPECT_EQ(response.content_type, "application/json");
  return JsonOf(response);
}

rapidjson::Document Asking::Problem(std::string_view target, int status) const {
  const HttpResponse response = Get(target);
  EXPECT_EQ(response.status, status) << target << ": " << response.body;
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  rapidjson::Document problem = JsonOf(response);
  EXPECT_EQ(problem["status"].GetInt(), status);
  EXPECT_EQ("urn:waypost:problem:" + std::string(problem["code"].GetString()),
            problem["type"].GetString());
  EXPECT_GT(problem["detail"].GetStringLength(), 0U);
  return problem;
}

record::Service StatedService() {
  record::Service service = testing::ServiceAt("cafe", 51.5, -2.5);
  service.name = "Memory Café";
  service.description = "Coffee and company";
  service.status = Status::kActive;
  service.organisation = record::Organisation{.id = "org", .name = "Town Hall"};
  service.access = {Access::kDropIn};
  service.ages = {{5.0, 12.0}};
  service.assured_date = testing::DayOf2026(9, 1);
  service.cost_options = {{.option = "Free", .amount = 0.0}};
  service.phones = {{.number = "0114 496 0000"}};
  service.url = "https://cafe.example.org";
  service.schedules = {testing::WeeklyRow({Weekday::kSaturday}, 10 * 60, 12 * 60)};
  record::Schedule once;
  once.dtstart = testing::DayOf2026(12, 1);
  once.opens_at = MinuteOfDay(19 * 60);
  once.closes_at = MinuteOfDay(21 * 60);
  service.schedules.push_back(once);
  record::Location& location = service.locations.front().location;
  location.name = "The Hall";
  location.address = {{"1 High Street"}, "Westton", "", "WE1 1AA", "GB"};
  testing::AddTerm(service, "esdServiceTypes", "111");
  return service;
}

}  // namespace waypost::server
