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

EnumSet<RichnessPart> RichnessPartsOf(const Service& service) {
  EnumSet<RichnessPart> stated;
  const auto add = [&](RichnessPart part, bool is_stated) {
    if (is_stated) stated.Add(part);
  };
  add(RichnessPart::kName, !service.name.empty());
  add(RichnessPart::kDescription, !service.description.empty());
  add(RichnessPart::kLongDescription, CodePoints(service.description) >= kLongDescription);
  add(RichnessPart::kContact, HasPhone(service) || !service.email.empty() || !service.url.empty());
  add(RichnessPart::kOrganisation, service.organisation.has_value());
  add(RichnessPart::kLocation, AnyLocation(service, [](const record::Location& location) {
        return location.position.has_value() || location.type == record::LocationType::kVirtual;
      }));
  add(RichnessPart::kSessions, HasSessions(service));
  add(RichnessPart::kServiceType,
      std::ranges::any_of(service.terms, [](const record::TermRef& term) {
        return term.vocabulary == "esdServiceTypes";
      }));
  add(RichnessPart::kEligibility, !service.ages.empty() || !service.eligibilities.empty() ||
                                      !service.eligibility_description.empty());
  add(RichnessPart::kCost, !service.cost_options.empty() || !service.fees.empty());
  add(RichnessPart::kAccess, !service.access.empty());
  add(RichnessPart::kAttending, !service.attending.empty());
  add(RichnessPart::kAccessibility, AnyLocation(service, [](const record::Location& location) {
        return !location.accessibility.empty();
      }));
  add(RichnessPart::kLanguages, !service.languages.empty());
  add(RichnessPart::kAssured, service.assured_date.has_value());
  return stated;
}

}  // namespace waypost::prepare
