#include "index_builder/sources/outpost_json.h"

#include <array>

#include "index_builder/record/term_ref.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

void AddSourceTerms(const JsonEntity& entity, JsonMember member, std::string_view list,
                    record::Service& service) {
  const std::string vocabulary = std::string(entity.source()) + "." + std::string(list);
  const auto add = [&](std::string code, std::string label) {
    record::AddTerm({vocabulary, std::move(code), std::move(label)}, service.terms);
  };
  entity.Each(
      member, list,
      [&](const JsonEntity& term) {
        if (term.States(M::kVocabulary) || term.States(M::kTermUri)) {
          record::AddTerm(ReadTerm(term), service.terms);
          return;
        }
        const std::string name = term.Line(term.States(M::kName) ? M::kName : M::kLabel);
        std::string code = term.Line(M::kSlug);
        if (code.empty()) code = term.Id();
        add(code.empty() ? name : code, name);
      },
      [&](std::string_view text) {
        std::string name = record::TextLine(entity.report(), "service", list, text);
        add(name, name);
      });
}

// Bands count only where the service states no ages as numbers.
void ReadAgeBands(const JsonEntity& entity, record::Service& service) {
  struct Band {
    JsonMember member;
    double minimum;
    std::optional<double> maximum;
  };
  constexpr std::array<Band, 6> kBands = {{{M::kAgeBandUnder2, 0, 1},
                                           {M::kAgeBand2, 2, 2},
                                           {M::kAgeBand3To4, 3, 4},
                                           {M::kAgeBand5To7, 5, 7},
                                           {M::kAgeBand8Plus, 8, std::nullopt},
                                           {M::kAgeBandAll, 0, std::nullopt}}};
  const bool by_numbers = !service.ages.empty();
  for (const Band& band : kBands) {
    const bool stated = entity.Bool(band.member).value_or(false);
    if (stated && !by_numbers) service.ages.push_back({band.minimum, band.maximum});
  }
}

void ReadLocations(const JsonEntity& entity, record::Service& service) {
  const bool has_rows = !service.locations.empty();
  entity.Each(M::kLocations, "location", [&](const JsonEntity& location) {
    // A compiled ORUK record may repeat its locations in a list of their own.
    if (has_rows) return;
    record::ServiceAtLocation place;
    place.location = ReadLocation(location);
    place.contacts = ReadContacts(location, M::kContacts);
    if (!entity.States(M::kSchedules)) place.schedules = ReadSchedules(location, M::kSchedules);
    service.locations.push_back(std::move(place));
  });
}

}  // namespace

void ReadOutpostMembers(const JsonEntity& entity, record::Service& service) {
  ReadLocations(entity, service);
  AddSourceTerms(entity, M::kTaxonomies, "taxonomies", service);
  AddSourceTerms(entity, M::kSuitabilities, "suitabilities", service);
  AddSourceTerms(entity, M::kSendNeeds, "send_needs", service);
  if (entity.Bool(M::kFree).value_or(false)) {
    record::CostOption free;
    free.option = "Free";
    free.amount = 0;
    service.cost_options.push_back(std::move(free));
  }
  if (entity.Bool(M::kNeedsReferral).value_or(false)) service.access.Add(Access::kReferral);
  ReadAgeBands(entity, service);
}

}  // namespace waypost::sources
