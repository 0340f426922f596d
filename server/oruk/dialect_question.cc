#include "server/oruk/dialect_question.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"
#include "engine/query/parse_query.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "engine/text/characters.h"
#include "server/oruk/asked_times.h"
#include "server/oruk/parallel_lists.h"
#include "server/request/parameters.h"

namespace waypost::oruk {
namespace {

using server::BadValue;

// Nobody is so old; an open end.
constexpr double kOldest = 1000;
// The engine counts ages in millionths of a year, and its spans are open at the end.
constexpr double kSmallestAge = 1e-6;

absl::Status TermIsMissing(std::string_view name) {
  return query::RequestError({.code = "missing_parameter",
                              .parameter = std::string(name),
                              .detail = "vocabulary and taxonomy_type say what the term of " +
                                        std::string(name) + " at the same place is of; give " +
                                        std::string(name) + " too",
                              .nearest = ""});
}

// What carries the term. Only terms of services are in the index; to answer for the others with an
// empty page would say that there are none.
absl::Status CheckTermType(std::string_view given) {
  constexpr std::array<std::string_view, 5> kNotIndexed = {"organization", "eligibility",
                                                           "cost_option", "area", "service_area"};
  const std::string type = LowerCase(given);
  if (type.empty() || type == "service" || type == "any") return absl::OkStatus();
  const bool is_listed = std::ranges::find(kNotIndexed, type) != kNotIndexed.end();
  return BadValue("taxonomy_type",
                  is_listed
                      ? "this server looks up the terms of services alone, not those of their "
                        "organisations, eligibility, costs and areas; ask for service or any"
                      : "taxonomy_type takes service and any");
}

// A letter or a digit of any script.
bool HasWord(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::CharacterAt(text, at);
    if (text::StartsWord(character.kind)) return true;
    at = character.end;
  }
  return false;
}

}  // namespace

absl::Status CallParameter(const absl::Status& status, std::string_view name) {
  auto parts = query::RequestErrorOf(status);
  if (!parts) return status;
  parts->parameter = name;
  return query::RequestError(*parts);
}

absl::Status QuestionReader::ReadShared() {
  ASSIGN_OR_RETURN(question_.paging, ReadPaging(asked_));
  RETURN_IF_ERROR(ReadStatus());
  query::Query& query = question_.query;
  RETURN_IF_ERROR(ReadNeeds("need", kNeedVocabularies, query.needs));
  RETURN_IF_ERROR(ReadNeeds("circumstance", kCircumstanceVocabularies, query.circumstances));
  RETURN_IF_ERROR(ReadNeeds("service_type", kServiceTypeVocabularies, query.service_types));
  RETURN_IF_ERROR(ReadAges());
  return ReadTimes(asked_, query);
}

absl::Status QuestionReader::ReadStatus() {
  ASSIGN_OR_RETURN(const std::vector<std::string> texts, asked_.List("status"));
  if (!texts.empty()) question_.query.status = {};
  for (const std::string& text : texts) {
    const std::optional<Status> status = ParseStatus(text);
    if (!status) {
      return BadValue("status", "status takes active, temporarily closed, inactive and defunct");
    }
    question_.query.status.Add(*status);
  }
  return absl::OkStatus();
}

absl::Status QuestionReader::ReadWords(std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    const std::string text = asked_.First(name);
    if (text.empty()) continue;
    const absl::StatusOr<query::Query> read = query::ParseQuery({{{"q", text}}});
    if (!read.ok()) return CallParameter(read.status(), name);
    question_.query.words = read->words;
    // The engine passes over what is no word; here that would show everything.
    if (!HasWord(text)) question_.matches_nothing = true;
    return absl::OkStatus();
  }
  return absl::OkStatus();
}

// Of several, any will do: one that the index does not know, or that maps to nothing, adds nothing.
absl::Status QuestionReader::ReadNeeds(std::string_view name,
                                       std::span<const std::string_view> vocabularies,
                                       std::vector<std::string>& texts) {
  ASSIGN_OR_RETURN(const std::vector<std::string> asked, asked_.List(name));
  const bool is_mapped = name != "service_type";
  for (const std::string& text : asked) {
    std::optional<TaxonomyTermId> term = index_.taxonomy().FindIn(text, vocabularies);
    if (!term) term = catalogue_.FindTerm(text);
    if (!term) continue;
    const VocabularyId vocabulary = index_.taxonomy().vocabulary(*term);
    if (!IsOf(vocabularies, index_.taxonomy().vocabulary_name(vocabulary))) continue;
    if (is_mapped && index_.taxonomy().TypesServing(*term).empty()) continue;
    texts.emplace_back(index_.taxonomy().id_text(*term));
  }
  if (!asked.empty() && texts.empty()) question_.matches_nothing = true;
  return absl::OkStatus();
}

void QuestionReader::Require(std::vector<std::string> terms) {
  query::Query& query = question_.query;
  if (terms.empty()) {
    question_.matches_nothing = true;
  } else if (query.taxonomy_terms.empty()) {
    query.taxonomy_terms = std::move(terms);
  } else {
    query.dialect.also_terms.push_back(std::move(terms));
  }
}

absl::Status QuestionReader::ReadTerms(std::string_view name) {
  ASSIGN_OR_RETURN(const std::vector<std::string> ids, asked_.ListWithGaps(name));
  ASSIGN_OR_RETURN(const std::vector<std::string> vocabularies, asked_.ListWithGaps("vocabulary"));
  ASSIGN_OR_RETURN(const std::vector<std::string> types, asked_.ListWithGaps("taxonomy_type"));
  const std::array<ListLength, 3> lists = {
      {{name, ids.size()}, {"vocabulary", vocabularies.size()}, {"taxonomy_type", types.size()}}};
  ASSIGN_OR_RETURN(const std::size_t places, PlacesOf(lists));
  if (places > ids.size()) return TermIsMissing(name);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i].empty()) {
      // One that holds for all places is for the other ones.
      const bool is_meant = (vocabularies.size() > 1 && !vocabularies[i].empty()) ||
                            (types.size() > 1 && !types[i].empty());
      if (is_meant) return TermIsMissing(name);
      continue;
    }
    RETURN_IF_ERROR(CheckTermType(ValueAt(types, i)));
    const auto term = catalogue_.FindTerm(ids[i], ValueAt(vocabularies, i));
    if (term) {
      Require({std::string(index_.taxonomy().id_text(*term))});
    } else {
      question_.matches_nothing = true;
    }
  }
  return absl::OkStatus();
}

absl::Status QuestionReader::ReadTaxonomies() {
  ASSIGN_OR_RETURN(const std::vector<std::string> ids, asked_.List("taxonomy_id"));
  for (const std::string& text : ids) RequireOneOf(text);
  return absl::OkStatus();
}

void QuestionReader::RequireOneOf(const std::string& text) {
  const Taxonomy& taxonomy = index_.taxonomy();
  const auto vocabulary = catalogue_.FindVocabulary(text);
  std::vector<std::string> roots;
  if (vocabulary) {
    for (TaxonomyTermId term : taxonomy.TermsOf(*vocabulary)) {
      if (taxonomy.parent(term).is_none()) roots.emplace_back(taxonomy.id_text(term));
    }
  }
  Require(std::move(roots));
}

void QuestionReader::ReadTermOfScheme() {
  const std::string text = asked_.First("taxonomy");
  const std::string scheme = asked_.First("scheme");
  if (!text.empty()) {
    const std::optional<TaxonomyTermId> term = catalogue_.FindTerm(text, scheme);
    Require(term ? std::vector{std::string(index_.taxonomy().id_text(*term))}
                 : std::vector<std::string>());
  } else if (!scheme.empty()) {
    RequireOneOf(scheme);
  }
}

// Plain numbers, both inclusive; one alone leaves the other side open.
absl::Status QuestionReader::ReadAges() {
  ASSIGN_OR_RETURN(const std::optional<double> least, asked_.Number("minimum_age"));
  ASSIGN_OR_RETURN(const std::optional<double> most, asked_.Number("maximum_age"));
  if (!least && !most) return absl::OkStatus();
  if (least && most && *least > *most) {
    return BadValue("minimum_age", "minimum_age is above maximum_age; give the lower one first");
  }
  question_.query.ages.push_back(
      {.first = std::min(least.value_or(0), kOldest),
       .last = std::min(most.value_or(kOldest), kOldest) + kSmallestAge});
  return absl::OkStatus();
}

absl::StatusOr<std::optional<query::Near>> QuestionReader::PlaceOf(std::string_view name) const {
  const std::string text = asked_.First(name);
  if (text.empty()) return std::optional<query::Near>();
  absl::StatusOr<query::Near> near = query::ParseNear(text);
  if (!near.ok()) return CallParameter(near.status(), name);
  const absl::Status known = query::ResolvePlace(index_, *near).status();
  if (!known.ok()) return CallParameter(known, name);
  return std::optional<query::Near>(*std::move(near));
}

absl::Status QuestionReader::ReadPlaceWithArea() {
  query::Query& query = question_.query;
  ASSIGN_OR_RETURN(query.near, PlaceOf("postcode"));
  ASSIGN_OR_RETURN(query.dialect.area_near, PlaceOf("coverage"));
  const std::string proximity = asked_.First("proximity");
  if (proximity.empty()) return absl::OkStatus();
  const std::optional<query::Within> within = query::ParseWithin(proximity);
  if (!within) {
    return BadValue("proximity", "proximity takes metres above 0, at most 25,000,000");
  }
  // Alone it says nothing: there is no place to measure from.
  if (query.near) query.within = within;
  return absl::OkStatus();
}

absl::Status QuestionReader::ReadPlace() {
  RETURN_IF_ERROR(ReadPlaceWithArea());
  query::Query& query = question_.query;
  query.use_area = query.dialect.area_near.has_value();
  query.dialect.visits_anywhere = true;
  return absl::OkStatus();
}

absl::Status QuestionReader::ReadOrganizations() {
  ASSIGN_OR_RETURN(const std::vector<std::string> ids, asked_.List("organization_id"));
  query::Query& query = question_.query;
  bool is_any_known = false;
  for (const std::string& text : ids) {
    const std::optional<Uuid> id = ParseUuid(text);
    const std::optional<Owner> owner = id ? catalogue_.FindOwner(*id) : std::nullopt;
    if (!owner) continue;
    is_any_known = true;
    if (!owner->organisation.is_none()) {
      query.organizations.push_back(text);
    } else {
      query.sources.emplace_back(index_.sources().id[owner->source]);
      query.dialect.without_organization = true;
    }
  }
  if (!ids.empty() && !is_any_known) question_.matches_nothing = true;
  return absl::OkStatus();
}

absl::Status QuestionReader::ReadModifiedAfter() {
  const std::string text = asked_.First("modified_after");
  if (text.empty()) return absl::OkStatus();
  question_.query.modified_after = query::ParseMoment(text);
  if (question_.query.modified_after) return absl::OkStatus();
  return BadValue("modified_after",
                  "modified_after takes a date or a date-time such as 2026-11-21T14:05:00Z");
}

DialectQuestion QuestionReader::Take() && {
  query::Query& query = question_.query;
  query.dialect.is_unbounded = true;
  // What only seems to be of a type is not certain, and nobody here is told that it is not.
  query.use_inferred = false;
  query.page = question_.paging.page;
  query.per_page = question_.paging.per_page;
  const bool has_order = !query.words.empty() || query.HasNeedLikeFilter() || query.near;
  if (!has_order) query.sort = query::Sort::kId;
  return std::move(question_);
}

}  // namespace waypost::oruk
