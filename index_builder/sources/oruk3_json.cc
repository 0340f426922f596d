#include "index_builder/sources/oruk3_json.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

template <typename T>
void Append(std::vector<T> from, std::vector<T>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

void AddRow(const JsonEntity& row, bool service_has_schedules, record::Service& service) {
  record::ServiceAtLocation result;
  result.id = row.Id();
  result.description = row.Block(M::kDescription);
  result.schedules = ReadSchedules(row, M::kSchedules);
  result.holiday_schedules = ReadHolidays(row, M::kHolidaySchedules);
  result.phones = ReadPhones(row, M::kPhones);
  result.contacts = ReadContacts(row, M::kContacts);
  if (row.Confidential()) service.confidential = true;
  AddAttributes(row, service.terms, nullptr);
  // They count as the service's; here they stay where they were.
  row.object().Unread(M::kAttributes);
  bool has_location = false;
  row.Each(M::kLocation, "location", [&](const JsonEntity& location) {
    has_location = true;
    result.location = ReadLocation(location);
    Append(ReadContacts(location, M::kContacts), result.contacts);
    if (location.Confidential()) service.confidential = true;
    AddAttributes(location, service.terms, nullptr);
    location.object().Unread(M::kAttributes);
    if (result.schedules.empty() && !service_has_schedules) {
      result.schedules = ReadSchedules(location, M::kSchedules);
    }
    location.KeepRest(result.location.id);
  });
  row.KeepRest(result.id);
  if (has_location) {
    service.locations.push_back(std::move(result));
    return;
  }
  row.report().Report(record::ProblemKind::kMissingParent, row.name(), "location_id",
                      row.Raw(M::kLocationId), "no such location; left out");
}

// Of rows with the same id the first.
std::unordered_map<std::string_view, std::size_t> PlacesById(const record::Service& service) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < service.locations.size(); ++i) {
    places.try_emplace(service.locations[i].id, i);
  }
  return places;
}

// The UK profile has no schedules in service_at_location: rows of the service name theirs by id. A
// row of a place that is not there must not count at all the others, so it states no time.
void ReadServiceSchedules(const JsonEntity& entity, record::Service& service) {
  std::unordered_map<std::string_view, std::size_t> places;
  entity.Each(M::kSchedules, "schedule", [&](const JsonEntity& row) {
    std::vector<record::Schedule>* target = &service.schedules;
    const std::string at_location = row.Id(M::kServiceAtLocationId);
    if (!at_location.empty()) {
      if (places.empty()) places = PlacesById(service);
      const auto place = places.find(at_location);
      if (place == places.end()) {
        row.report().Report(record::ProblemKind::kMissingParent, "schedule",
                            "service_at_location_id", at_location,
                            "no such place of this service; kept as text, states no time");
        service.schedules.push_back(ReadScheduleAsText(row));
        return;
      }
      target = &service.locations[place->second].schedules;
    }
    Append(ReadScheduleRow(row), *target);
  });
}

void ReadAttributes(const JsonEntity& entity, record::Service& service) {
  record::Eligibility eligibility;
  AddAttributes(entity, service.terms, &eligibility.terms);
  if (!eligibility.terms.empty()) service.eligibilities.push_back(std::move(eligibility));
}

}  // namespace

void ReadOruk3Members(const JsonEntity& entity, record::Service& service) {
  record::AddAgeRange(entity.report(), "service", entity.RawNumber(M::kMinimumAge),
                      entity.RawNumber(M::kMaximumAge), service.ages);
  ReadAttributes(entity, service);
  const bool has_schedules = entity.States(M::kSchedules);
  entity.Each(M::kServiceAtLocations, "service_at_location",
              [&](const JsonEntity& row) { AddRow(row, has_schedules, service); });
  ReadServiceSchedules(entity, service);
}

}  // namespace waypost::sources
