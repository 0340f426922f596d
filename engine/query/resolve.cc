#include <algorithm>

#include "engine/core/ascii.h"
#include "engine/hours/local_time.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolve_words.h"
#include "engine/query/resolved_query.h"
#include "engine/text/fold.h"

namespace waypost::query {
namespace {

// Whether an area that consists of whole authorities contains all, none or some of those P lies in.
Fact ContainsAuthorities(std::span<const AreaId> inside, std::span<const AreaId> of_place) {
  if (of_place.empty()) return Fact::kNotStated;
  std::size_t contained = 0;
  for (AreaId authority : of_place) {
    contained += std::binary_search(inside.begin(), inside.end(), authority) ? 1U : 0U;
  }
  if (contained == of_place.size()) return Fact::kYes;
  return contained == 0 ? Fact::kNo : Fact::kNotStated;
}

std::vector<Fact> AreaFacts(const Index& index, const Place& place) {
  const AreaColumns& areas = index.areas();
  std::vector<Fact> facts(areas.size(), Fact::kNotStated);
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    const AreaId area(i);
    if (areas.kind[area] == AreaKind::kCountry) {
      facts[i] = Fact::kYes;
    } else if (areas.kind[area] != AreaKind::kPolygon) {
      facts[i] = ContainsAuthorities(areas.authorities[area], place.authorities);
    } else if (place.IsExact()) {
      facts[i] = FactOf(index.polygons().Covers(i, place.point));
    }
  }
  return facts;
}

struct TermKind {
  std::string_view parameter;
  std::string_view code;
  std::span<const std::string_view> vocabularies;  // empty: any
};

absl::Status UnknownTerm(const Taxonomy& taxonomy, const std::string& text, const TermKind& kind) {
  std::string nearest = NearestOf(text, taxonomy.IdTexts(kind.vocabularies));
  const std::string hint = nearest.empty() ? "" : "; did you mean " + nearest + "?";
  return RequestError({.code = std::string(kind.code),
                       .parameter = std::string(kind.parameter),
                       .detail = "no " + std::string(kind.parameter) + " is called " +
                                 text.substr(0, 80) + " here" + hint,
                       .nearest = std::move(nearest)});
}

absl::StatusOr<std::vector<TaxonomyTermId>> FindTerms(const Taxonomy& taxonomy,
                                                      const std::vector<std::string>& texts,
                                                      const TermKind& kind) {
  std::vector<TaxonomyTermId> terms;
  for (const std::string& text : texts) {
    const std::optional<TaxonomyTermId> term =
        kind.vocabularies.empty() ? taxonomy.Find(text) : taxonomy.FindIn(text, kind.vocabularies);
    if (!term) return UnknownTerm(taxonomy, text, kind);
    terms.push_back(*term);
  }
  return terms;
}

void SortUnique(std::vector<TaxonomyTermId>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

absl::StatusOr<TermSet> OwnTerms(const Taxonomy& taxonomy, const std::vector<std::string>& texts,
                                 const TermKind& kind) {
  ASSIGN_OR_RETURN(std::vector<TaxonomyTermId> asked, FindTerms(taxonomy, texts, kind));
  TermSet set{.asked = std::move(asked), .targets = {}};
  set.targets = set.asked;
  SortUnique(set.targets);
  return set;
}

// The service types that the asked needs map to.
absl::StatusOr<TermSet> MappedTerms(const Taxonomy& taxonomy, const std::vector<std::string>& texts,
                                    const TermKind& kind) {
  TermSet set;
  ASSIGN_OR_RETURN(set.asked, FindTerms(taxonomy, texts, kind));
  for (TaxonomyTermId need : set.asked) {
    const std::vector<TaxonomyTermId> types = taxonomy.TypesServing(need);
    set.targets.insert(set.targets.end(), types.begin(), types.end());
    if (types.empty()) {
      return RequestError({.code = "unmapped_need",
                           .parameter = std::string(kind.parameter),
                           .detail = std::string(taxonomy.id_text(need)) +
                                     " is known but mapped to no service type; ask with a "
                                     "service_type or with words"});
    }
  }
  SortUnique(set.targets);
  return set;
}

absl::Status ResolveTerms(const Index& index, ResolvedQuery& resolved) {
  const Taxonomy& taxonomy = index.taxonomy();
  const Query& query = resolved.query;
  ASSIGN_OR_RETURN(resolved.service_types,
                   OwnTerms(taxonomy, query.service_types,
                            {"service_type", "unknown_service_type", kServiceTypeVocabularies}));
  ASSIGN_OR_RETURN(resolved.taxonomy_terms,
                   OwnTerms(taxonomy, query.taxonomy_terms, {"taxonomy_term", "unknown_term", {}}));
  for (const std::vector<std::string>& also : query.dialect.also_terms) {
    ASSIGN_OR_RETURN(TermSet terms,
                     OwnTerms(taxonomy, also, {"taxonomy_term", "unknown_term", {}}));
    resolved.also_terms.push_back(std::move(terms));
  }
  ASSIGN_OR_RETURN(resolved.excluded, OwnTerms(taxonomy, query.exclude_taxonomy_terms,
                                               {"exclude_taxonomy_term", "unknown_term", {}}));
  ASSIGN_OR_RETURN(resolved.needs,
                   MappedTerms(taxonomy, query.needs, {"need", "unknown_need", kNeedVocabularies}));
  ASSIGN_OR_RETURN(resolved.circumstances, MappedTerms(taxonomy, query.circumstances,
                                                       {"circumstance", "unknown_circumstance",
                                                        kCircumstanceVocabularies}));
  ASSIGN_OR_RETURN(
      resolved.personas,
      MappedTerms(taxonomy, query.personas, {"persona", "unknown_persona", kPersonaVocabularies}));
  return absl::OkStatus();
}

// The best area of that code or name that has authorities: authorities before larger areas.
std::optional<AreaId> FindAuthority(const Index& index, std::string_view text) {
  const AreaColumns& areas = index.areas();
  const auto [first, last] = EqualKeys(areas.keys, text::FoldForLookup(text));
  std::optional<AreaId> best;
  for (std::uint32_t i = first; i < last; ++i) {
    const AreaId area = areas.key_areas[AreaKeyOrdinal(i)];
    if (areas.kind[area] == AreaKind::kPolygon || areas.authorities[area].empty()) continue;
    if (!best || areas.kind[area] < areas.kind[*best]) best = area;
  }
  return best;
}

absl::Status ResolveAuthorities(const Index& index, ResolvedQuery& resolved) {
  for (const std::string& text : resolved.query.authorities) {
    const std::optional<AreaId> area = FindAuthority(index, text);
    if (!area) {
      return RequestError({.code = "unknown_authority",
                           .parameter = "authority",
                           .detail = "no authority is called " + text.substr(0, 80) +
                                     "; give its code (E06000023) or its name"});
    }
    resolved.authorities.push_back(*area);
  }
  return absl::OkStatus();
}

absl::Status ResolveOrganisations(const Index& index, ResolvedQuery& resolved) {
  for (const std::string& text : resolved.query.organizations) {
    const std::optional<Uuid> id = ParseUuid(text);
    const std::optional<OrganisationOrdinal> found =
        id ? index.FindOrganisation(*id) : std::nullopt;
    if (!found) {
      return RequestError({.code = "unknown_organization",
                           .parameter = "organization",
                           .detail = "no organisation has the id " + text.substr(0, 80)});
    }
    resolved.organisations.push_back(*found);
  }
  if (resolved.query.dialect.without_organization) {
    resolved.organisations.push_back(OrganisationOrdinal::None());
  }
  return absl::OkStatus();
}

absl::Status ResolveSources(const Index& index, ResolvedQuery& resolved) {
  for (const std::string& text : resolved.query.sources) {
    const std::optional<SourceOrdinal> source = index.FindSource(text);
    if (!source) {
      return RequestError(
          {.code = "unknown_source",
           .parameter = "source",
           .detail = "no source is called " + text.substr(0, 80) + "; /api/sources lists them"});
    }
    resolved.sources.push_back(*source);
  }
  if (resolved.query.source_id.empty()) return absl::OkStatus();
  // Of every source: the filter `source` narrows it.
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    const ServiceOrdinal found =
        index.FindBySourceId(SourceOrdinal::At(i), resolved.query.source_id);
    if (!found.is_none()) resolved.by_source_id.push_back(found);
  }
  return absl::OkStatus();
}

// A stated minute by the clocks of the index.
absl::StatusOr<LocalMinute> ResolveMinute(const Index& index, const StatedMinute& stated,
                                          std::string_view parameter) {
  ASSIGN_OR_RETURN(const absl::TimeZone zone, LoadTimeZone(index.time_zone()));
  const absl::StatusOr<LocalMinute> minute = ToLocal(stated, zone);
  if (minute.ok()) return minute;
  return RequestError({.code = "no_such_minute",
                       .parameter = std::string(parameter),
                       .detail = std::string(MessageOf(minute.status()))});
}

absl::Status ResolveMinutes(const Index& index, ResolvedQuery& resolved) {
  const Query& query = resolved.query;
  if (query.at) {
    ASSIGN_OR_RETURN(resolved.now, ResolveMinute(index, *query.at, "at"));
  }
  if (!query.open_at) return absl::OkStatus();
  resolved.open_at = resolved.now;
  if (query.open_at->minute) {
    ASSIGN_OR_RETURN(resolved.open_at, ResolveMinute(index, *query.open_at->minute, "open_at"));
  }
  return absl::OkStatus();
}

absl::Status ResolvePlaces(const Index& index, ResolvedQuery& resolved) {
  const Query& query = resolved.query;
  if (query.near) {
    ASSIGN_OR_RETURN(resolved.place, ResolvePlace(index, *query.near));
  }
  resolved.area_place = resolved.place;
  if (query.dialect.area_near) {
    ASSIGN_OR_RETURN(resolved.area_place, ResolvePlace(index, *query.dialect.area_near));
  }
  // Hundreds of areas, of which nobody asks unless a service states some.
  if (resolved.area_place && !index.documents().areas.values().empty()) {
    resolved.area_contains_place = AreaFacts(index, *resolved.area_place);
  }
  return absl::OkStatus();
}

void ResolveLanguages(const Index& index, ResolvedQuery& resolved) {
  for (const std::string& language : resolved.query.languages) {
    const std::string text = LowerCase(language);
    LanguageId found = LanguageId::None();
    for (std::size_t i = 0; i < index.languages().size(); ++i) {
      if (index.languages()[LanguageId::At(i)] == text) found = LanguageId::At(i);
    }
    resolved.languages.push_back(found);
  }
}

}  // namespace

absl::StatusOr<ResolvedQuery> Resolve(const Index& index, const Query& query, LocalMinute now,
                                      const text::Synonyms* synonyms) {
  RETURN_IF_ERROR(CheckQuery(query));
  ResolvedQuery resolved{.query = query, .now = now};
  RETURN_IF_ERROR(ResolveMinutes(index, resolved));
  RETURN_IF_ERROR(ResolvePlaces(index, resolved));
  RETURN_IF_ERROR(ResolveWords(index, synonyms, resolved));
  RETURN_IF_ERROR(ResolveAuthorities(index, resolved));
  RETURN_IF_ERROR(ResolveTerms(index, resolved));
  RETURN_IF_ERROR(ResolveNames(index, resolved));
  RETURN_IF_ERROR(ResolveOrganisations(index, resolved));
  RETURN_IF_ERROR(ResolveSources(index, resolved));
  ResolveLanguages(index, resolved);
  return resolved;
}

}  // namespace waypost::query
