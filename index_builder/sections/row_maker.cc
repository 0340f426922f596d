#include "index_builder/sections/row_maker.h"

#include <algorithm>
#include <set>

#include "index_builder/prepare/facts.h"
#include "index_builder/prepare/holiday_divisions.h"
#include "index_builder/prepare/signposting.h"
#include "index_builder/record/field_report.h"
#include "index_builder/sections/cards.h"

namespace waypost::sections {
namespace {

std::uint8_t FlagsOf(const prepare::Document& document) {
  std::uint8_t flags = 0;
  if (document.service->locations.size() <= 1) flags |= kOnlyDocument;
  if (document.service->confidential) flags |= kConfidential;
  if (document.service->status) flags |= kStatesStatus;
  if (prepare::OnlySignposts(*document.service)) flags |= kSignposts;
  const auto precision =
      document.at == nullptr ? record::PointPrecision::kNone : document.location()->precision;
  return static_cast<std::uint8_t>(flags | static_cast<unsigned>(precision) << kPrecisionShift);
}

PlaceIds PlaceIdsOf(const prepare::Document& document) {
  if (document.at == nullptr) return {};
  return {.location = ParseUuid(document.location()->public_id).value_or(Uuid{}),
          .at_location = ParseUuid(document.at->public_id).value_or(Uuid{})};
}

DocumentFacts FactsOf(const record::Service& service, Date as_of) {
  DocumentFacts facts;
  facts.access = service.access;
  facts.free = prepare::FreeOf(service, as_of);
  facts.status = service.status.value_or(Status::kActive);
  if (service.assured_date) facts.assured = DayNumber(*service.assured_date);
  if (service.last_modified) facts.modified = service.last_modified->time_since_epoch().count();
  facts.richness = RichnessOf(prepare::RichnessPartsOf(service));
  return facts;
}

}  // namespace

RowMaker::RowMaker(const record::Directory& directory, const Survey& survey,
                   const prepare::AreaTable& areas, const prepare::TaxonomyTable& taxonomy,
                   record::ProblemSink& sink)
    : directory_(directory),
      survey_(survey),
      areas_(areas),
      taxonomy_(taxonomy),
      sink_(sink),
      finder_(directory.gazetteer),
      expansion_{.as_of = directory.as_of, .horizon = HorizonOf(directory.as_of)},
      sessions_(expansion_.horizon) {}

DocumentRow RowMaker::OfService(const record::Service& service) const {
  DocumentRow row;
  row.facts = FactsOf(service, directory_.as_of);
  row.facts.organisation = survey_.OrganisationOf(service);
  row.facts.source = survey_.SourceOf(service);
  row.areas = StatedAreas(service);
  for (const record::AgeRange& range : service.ages) {
    row.ages.push_back(prepare::AgeRangeOf(range));
  }
  row.languages = survey_.LanguagesOf(service);
  row.terms = TermsOf(service);
  for (const auto& [type, words] : InferredOf(service)) row.inferred.push_back(type);
  return row;
}

void RowMaker::SetPlace(const prepare::Document& document, DocumentRow& row) const {
  DocumentFacts& facts = row.facts;
  facts.is_located = document.IsLocated();
  facts.position = facts.is_located ? *document.location()->position : LatLng();
  facts.place_ids = PlaceIdsOf(document);
  facts.reach = prepare::ReachOf(*document.service, document.location());
  facts.accessibility = prepare::AccessibilityOf(document.location());
  facts.flags = FlagsOf(document);
  row.authorities = AreasOfCodes(AuthorityCodesOf(document));
  row.location_id = document.at == nullptr ? std::string() : document.location()->id;
}

void RowMaker::SetHours(const prepare::Document& document, const prepare::ExpandedHours& hours,
                        DocumentRow& row) {
  row.facts.hours_state = static_cast<std::uint8_t>(
      hours.state | DivisionsOf(document, row.areas).bits() << kDivisionsShift);
  row.sessions = sessions_.Add(hours);
  row.session_line = hours.english;
  row.card = DocumentCard(document);
}

// The bank holidays of where it is, else of where it goes; all, where no code tells the nation.
EnumSet<HolidayDivision> RowMaker::DivisionsOf(const prepare::Document& document,
                                               const std::vector<AreaId>& served) const {
  std::vector<std::string> codes = AuthorityCodesOf(document);
  // Where outlines are not known, the postcode still tells the nation.
  if (codes.empty() && document.IsLocated()) {
    const auto found = finder_.FindAround(document.location()->address.postcode);
    if (found) codes = found->authorities;
  }
  if (!codes.empty()) return prepare::DivisionsOfCodes(codes);
  for (AreaId area : served) {
    codes.emplace_back(area.is_none() ? std::string_view() : areas_.codes().row(area.index()));
  }
  return prepare::DivisionsOfCodes(codes);
}

// Ascending. A code that no area has stays as None: whoever lies partly there does not lie wholly
// in the others.
std::vector<AreaId> RowMaker::AreasOfCodes(const std::vector<std::string>& codes) const {
  std::set<AreaId> areas;
  for (const std::string& code : codes) areas.insert(areas_.FindCode(code));
  return {areas.begin(), areas.end()};
}

// The codes of the authorities that a located document lies in (QUERY.md, "Place").
std::vector<std::string> RowMaker::AuthorityCodesOf(const prepare::Document& document) const {
  if (!document.IsLocated()) return {};
  const record::Location& location = *document.location();
  if (const auto district = finder_.FindDistrict(location.hidden_district)) {
    return district->authorities;
  }
  const std::optional<Postcode> postcode = Postcode::Parse(location.address.postcode);
  if (postcode && postcode->level() == PostcodeLevel::kUnit) {
    const record::PostcodeEntry* unit = finder_.FindUnit(*postcode);
    if (unit != nullptr && unit->authority >= 0) {
      return {directory_.gazetteer.authority_codes[static_cast<std::size_t>(unit->authority)]};
    }
  }
  if (location.precision > record::PointPrecision::kUnit) {
    const auto found = finder_.Find(location.address.postcode);
    if (found && found->precision == location.precision) return found->authorities;
  }
  const AreaId area = areas_.AuthorityAt(*location.position);
  if (area.is_none()) return {};
  return {std::string(areas_.codes().row(area.index()))};
}

std::vector<AreaId> RowMaker::StatedAreas(const record::Service& service) const {
  std::vector<AreaId> areas;
  for (const record::ServiceArea& area : service.areas) {
    const AreaId id = areas_.Resolve(area);
    areas.push_back(id);
    if (!id.is_none()) continue;
    sink_.Report({.kind = record::ProblemKind::kUnresolvedArea,
                  .source = service.source,
                  .entity = "service_area",
                  .id = service.id,
                  .field = "name",
                  .value = record::ProblemValue(area.name.empty() ? area.uri : area.name),
                  .outcome = "not stated whom it covers"});
  }
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  return areas;
}

std::map<TaxonomyTermId, std::string_view> RowMaker::InferredOf(
    const record::Service& service) const {
  std::map<TaxonomyTermId, std::string_view> types;
  for (const record::InferredType& inferred : service.inferred_types) {
    const TaxonomyTermId type = taxonomy_.Find(inferred.type);
    if (!type.is_none()) types.emplace(type, inferred.words);
  }
  return types;
}

std::string RowMaker::InferredWordsOf(const record::Service& service) const {
  std::string lines;
  bool first = true;
  for (const auto& [type, words] : InferredOf(service)) {
    if (!std::exchange(first, false)) lines += '\n';
    lines += words;
  }
  return lines;
}

std::vector<TaxonomyTermId> RowMaker::TermsOf(const record::Service& service) const {
  std::set<TaxonomyTermId> ids;
  for (const record::TermRef& term : service.terms) {
    if (!term.code.empty()) ids.insert(taxonomy_.Find(term));
  }
  ids.erase(TaxonomyTermId::None());
  return {ids.begin(), ids.end()};
}

}  // namespace waypost::sections
