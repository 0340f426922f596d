#include "server/oruk/v1_richness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace waypost::oruk {
namespace {

constexpr auto kAssuranceHolds = std::chrono::days(90);

struct Weighed {
  std::string_view member;
  int weight;
  bool is_attainable;
  bool is_there;
};

bool IsAttendedBy(const ServiceRecord& service, std::initializer_list<std::string_view> ways) {
  return std::ranges::any_of(Items(service.json(), "attending"), [&](const Json& way) {
    return way.IsString() && std::ranges::find(ways, way.GetString()) != ways.end();
  });
}

bool IsAssured(const ServiceRecord& service, Date today) {
  const std::optional<Date> assured = ParseIsoDate(service.Text("assured_date"));
  return assured && *assured <= today && today - *assured <= kAssuranceHolds;
}

std::array<Weighed, 12> Weigh(const ServiceRecord& service, Date today) {
  const auto text = [&](const char* key) { return !IsBlank(service.Text(key)); };
  const auto list = [&](const char* key) { return !Items(service.json(), key).empty(); };
  const bool at_venue = IsAttendedBy(service, {"venue"});
  const bool elsewhere = IsAttendedBy(service, {"phone", "online", "home visit"});
  return {{{"name", 10, true, true},
           {"service_at_locations", 9, at_venue, list("locations")},
           {"description", 5, true, text("description")},
           {"service_areas", 5, true, list("service_areas")},
           {"url", 2, true, ValidAddress(service.Text("url")).has_value()},
           {"email", 2, true, ValidEmail(service.Text("email")).has_value()},
           {"attending_type", 2, true, list("attending")},
           {"attending_access", 2, true, list("access")},
           {"eligibilitys", 2, true, list("ages") || list("eligibilities")},
           {"contacts", 2, true, list("contacts") || list("phones")},
           {"assured_date", 2, true, IsAssured(service, today)},
           {"regular_schedules", 2, elsewhere, list("schedules")}}};
}

double ShareOf(std::span<const Weighed> members) {
  int score = 0;
  int attainable = 0;
  for (const Weighed& member : members) {
    if (!member.is_attainable) continue;
    attainable += member.weight;
    if (member.is_there) score += member.weight;
  }
  return std::round(10'000.0 * score / attainable) / 100;
}

void WriteNames(std::string_view key, std::span<const Weighed> members, bool there,
                JsonText& json) {
  json.StartArray(key);
  for (const Weighed& member : members) {
    if (member.is_attainable && member.is_there == there) json.Element(member.member);
  }
  json.EndArray();
}

}  // namespace

double RichnessOf(const ServiceRecord& service, Date today) {
  return ShareOf(Weigh(service, today));
}

void WriteRichness(const ServiceRecord& service, Date today, JsonText& json) {
  const std::array<Weighed, 12> members = Weigh(service, today);
  json.Text("id", service.id()).Number("richness_percentage", ShareOf(members));
  WriteNames("populated", members, true, json);
  WriteNames("not_populated", members, false, json);
}

}  // namespace waypost::oruk
