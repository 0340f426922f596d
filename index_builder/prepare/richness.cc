#include <algorithm>

#include "index_builder/prepare/facts.h"

namespace waypost::prepare {
namespace {

using record::Service;
using record::ServiceAtLocation;

// Code points of 200 and more tell something; fewer are often the name again.
constexpr std::ptrdiff_t kLongDescription = 200;

bool HasPhones(const std::vector<record::Contact>& contacts) {
  return std::any_of(contacts.begin(), contacts.end(),
                     [](const record::Contact& contact) { return !contact.phones.empty(); });
}

bool HasPhone(const Service& service) {
  return !service.phones.empty() || HasPhones(service.contacts) ||
         std::any_of(
             service.locations.begin(), service.locations.end(), [](const ServiceAtLocation& at) {
               return !at.phones.empty() || !at.location.phones.empty() || HasPhones(at.contacts);
             });
}

bool HasReadable(const std::vector<record::Schedule>& rows) {
  return std::any_of(rows.begin(), rows.end(),
                     [](const record::Schedule& row) { return !row.unreadable; });
}

bool HasSessions(const Service& service) {
  return HasReadable(service.schedules) ||
         std::any_of(service.locations.begin(), service.locations.end(),
                     [](const ServiceAtLocation& at) { return HasReadable(at.schedules); });
}

template <typename Test>
bool AnyLocation(const Service& service, Test test) {
  return std::any_of(service.locations.begin(), service.locations.end(),
                     [&](const ServiceAtLocation& at) { return test(at.location); });
}

std::ptrdiff_t CodePoints(const std::string& text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

}  // namespace

std::uint8_t RichnessOf(const Service& service) {
  const std::pair<int, bool> weights[] = {
      {10, !service.name.empty()},
      {5, !service.description.empty()},
      {5, CodePoints(service.description) >= kLongDescription},
      {5, HasPhone(service) || !service.email.empty() || !service.url.empty()},
      {4, service.organisation.has_value()},
      {6, AnyLocation(service,
                      [](const record::Location& location) {
                        return location.position.has_value() ||
                               location.type == record::LocationType::kVirtual;
                      })},
      {5, HasSessions(service)},
      {5, std::any_of(
              service.terms.begin(), service.terms.end(),
              [](const record::TermRef& term) { return term.vocabulary == "esdServiceTypes"; })},
      {3, !service.ages.empty() || !service.eligibilities.empty() ||
              !service.eligibility_description.empty()},
      {4, !service.cost_options.empty() || !service.fees.empty()},
      {2, !service.access.empty()},
      {2, !service.attending.empty()},
      {2, AnyLocation(
              service,
              [](const record::Location& location) { return !location.accessibility.empty(); })},
      {1, !service.languages.empty()},
      {3, service.assured_date.has_value()}};
  int stated = 0;
  int all = 0;
  for (const auto& [weight, is_stated] : weights) {
    stated += is_stated ? weight : 0;
    all += weight;
  }
  return static_cast<std::uint8_t>((stated * 200 + all) / (2 * all));
}

}  // namespace waypost::prepare
