#include "tests/oracle/richness.h"

#include <algorithm>

#include "tests/oracle/terms.h"

namespace waypost::oracle {
namespace {

using record::Service;

constexpr int kAllWeights = 62;
constexpr int kLongDescription = 200;

int CharactersOf(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool HasPhone(const Service& service) {
  const auto contact_has = [](const record::Contact& contact) { return !contact.phones.empty(); };
  if (!service.phones.empty()) return true;
  if (std::any_of(service.contacts.begin(), service.contacts.end(), contact_has)) return true;
  return std::any_of(service.locations.begin(), service.locations.end(), [&](const auto& at) {
    return !at.phones.empty() || !at.location.phones.empty() ||
           std::any_of(at.contacts.begin(), at.contacts.end(), contact_has);
  });
}

bool HasUsableLocation(const Service& service) {
  return std::any_of(service.locations.begin(), service.locations.end(), [](const auto& at) {
    return at.location.position || at.location.type == record::LocationType::kVirtual;
  });
}

bool HasReadableRow(const Service& service) {
  const auto is_readable = [](const record::Schedule& row) { return !row.unreadable; };
  if (std::any_of(service.schedules.begin(), service.schedules.end(), is_readable)) return true;
  return std::any_of(service.locations.begin(), service.locations.end(), [&](const auto& at) {
    return std::any_of(at.schedules.begin(), at.schedules.end(), is_readable);
  });
}

bool HasServiceType(const Service& service) {
  return std::any_of(service.terms.begin(), service.terms.end(),
                     [](const auto& term) { return term.vocabulary == kServiceTypes; });
}

bool StatesAccessibility(const Service& service) {
  return std::any_of(service.locations.begin(), service.locations.end(),
                     [](const auto& at) { return !at.location.accessibility.empty(); });
}

int WeightOf(const Service& service) {
  int weight = 0;
  const auto add = [&](bool stated, int points) { weight += stated ? points : 0; };
  add(!service.name.empty(), 10);
  add(!service.description.empty(), 5);
  add(CharactersOf(service.description) >= kLongDescription, 5);
  add(HasPhone(service) || !service.email.empty() || !service.url.empty(), 5);
  add(service.organisation.has_value(), 4);
  add(HasUsableLocation(service), 6);
  add(HasReadableRow(service), 5);
  add(HasServiceType(service), 5);
  add(!service.ages.empty() || !service.eligibilities.empty() ||
          !service.eligibility_description.empty(),
      3);
  add(!service.cost_options.empty() || !service.fees.empty(), 4);
  add(!service.access.empty(), 2);
  add(!service.attending.empty(), 2);
  add(StatesAccessibility(service), 2);
  add(!service.languages.empty(), 1);
  add(service.assured_date.has_value(), 3);
  return weight;
}

}  // namespace

int RichnessOf(const Service& service) {
  return (WeightOf(service) * 200 + kAllWeights) / (2 * kAllWeights);
}

}  // namespace waypost::oracle
