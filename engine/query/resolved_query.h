#pragma once

// A question whose names have been found in an index.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/fact.h"
#include "engine/core/ids.h"
#include "engine/index/index.h"
#include "engine/query/query.h"
#include "engine/text/words_expression.h"
#include "engine/text/words_query.h"

namespace waypost::query {

// How `near` was read.
enum class PlaceReading : std::uint8_t { kPoint, kUnit, kSector, kDistrict, kArea, kPlace };
std::string_view NameOf(PlaceReading reading);

// P: where the person asks from.
struct Place {
  PlaceReading reading = PlaceReading::kPoint;
  LatLng point;
  std::string label;                // canonical postcode, place name, or "51.45,-2.59"
  std::vector<AreaId> authorities;  // all that P lies in; None is one that no area names
  // An unknown unit postcode of a known sector, read as its sector.
  bool read_as_sector = false;
  PostcodeLife life = PostcodeLife::kUnknown;
  std::int32_t ended_month = 0;
  std::vector<PlaceOrdinal> also;  // other places of that name, best first

  // Precise enough for polygons.
  bool IsExact() const { return reading == PlaceReading::kPoint || reading == PlaceReading::kUnit; }
};

// A word of the question and its posting list.
struct ResolvedWord {
  text::Word word;
  std::optional<TermId> term;  // nullopt: occurs nowhere
  // As text::Word::alternatives; an alternative with a word that occurs nowhere is left out.
  std::vector<std::vector<TermId>> alternatives;
};

// The terms between quotes, in order; none when one of them occurs nowhere, and so the phrase.
using ResolvedPhrase = std::optional<std::vector<TermId>>;

// text::WordsExpression with its terms found.
struct ResolvedExpression {
  text::WordsExpression::Kind kind = text::WordsExpression::Kind::kAnd;
  ResolvedPhrase phrase;
  std::vector<ResolvedExpression> parts;
};

// A filter over taxonomy terms: the document carries one of `targets` or a descendant. The targets
// are of the vocabularies that decide between "no" and "not stated".
struct TermSet {
  std::vector<TaxonomyTermId> asked;
  std::vector<TaxonomyTermId> targets;  // ascending, unique
};

// The label and the synonyms of a term, each as the terms of the index that stand for it together;
// one with a word that occurs nowhere is left out.
using TermNames = std::vector<std::vector<TermId>>;

struct ResolvedQuery {
  Query query;
  LocalMinute now;
  std::optional<LocalMinute> open_at;
  std::optional<Place> place;
  std::optional<Place> area_place;  // `place`, unless areas are asked of another
  // For each area of the index, whether it contains `area_place`. Empty without it, and where no
  // service states an area.
  std::vector<Fact> area_contains_place;
  std::vector<ResolvedWord> words;
  std::vector<ResolvedPhrase> phrases;
  // With `syntax=advanced`, what a text has to meet; `words` are then what it is scored by.
  std::optional<ResolvedExpression> expression;
  bool has_words = false;
  std::vector<AreaId> authorities;
  TermSet service_types, taxonomy_terms, needs, circumstances, personas, excluded;
  // The names of each asked need and circumstance, by which what it finds is ordered: service types
  // are wide, and a text that says "food bank" is meant before others of its type.
  std::vector<TermNames> names_of_needs;
  std::vector<TermSet> also_terms;    // each as `taxonomy_terms`
  std::vector<LanguageId> languages;  // None() for one that no document lists
  std::vector<OrganisationOrdinal> organisations;
  std::vector<SourceOrdinal> sources;
  std::vector<ServiceOrdinal> by_source_id;  // the services that `source_id` names
};

// Looks up every name of `query` in `index`. `now` is the minute of the question where the query
// gives none; `synonyms` may be null. Errors are request errors: unknown_place, unknown_postcode,
// ambiguous_place, outside_uk, unknown_term, unmapped_need, unknown_organization, unknown_source,
// unknown_authority. O(words log vocabulary + areas).
absl::StatusOr<ResolvedQuery> Resolve(const Index& index, const Query& query, LocalMinute now,
                                      const text::Synonyms* synonyms = nullptr);

// The part of it that reads `near`; also behind /api/places.
absl::StatusOr<Place> ResolvePlace(const Index& index, const Near& near);

// The places of that name, best first; what follows a comma says where they lie.
std::vector<PlaceOrdinal> PlacesNamed(const Index& index, std::string_view name);

// "Newport, Isle of Wight, South East": what tells places of one name apart.
std::string FullName(const Index& index, PlaceOrdinal place);

// What `near` means this place by: its full name, or its point where that means another, or none.
std::string NearOf(const Index& index, PlaceOrdinal place);

}  // namespace waypost::query
