#include <algorithm>
#include <numeric>
#include <span>

#include "engine/core/lines.h"
#include "engine/index/index.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

using S = SectionId;
using prepare::SuggestionTable;

// The terms to suggest: of the vocabularies that can be asked for by name, and found by something.
class SuggestedTerms {
 public:
  SuggestedTerms(const prepare::TaxonomyTable& taxonomy, const PostingsOfTerms& postings)
      : taxonomy_(taxonomy), postings_(postings) {}

  // Labels before synonyms: who types the label of one term means it, and not another of which it
  // is a synonym.
  void AddTo(SuggestionTable& table) const {
    for (const bool synonyms : {false, true}) {
      for (std::uint32_t i = 0; i < taxonomy_.size(); ++i) {
        const auto kind = KindOf(TaxonomyTermId(i));
        if (!kind || !Finds(*kind, TaxonomyTermId(i))) continue;
        if (synonyms) {
          AddSynonyms(*kind, i, table);
        } else {
          table.Add(*kind, i, taxonomy_.labels().row(i));
        }
      }
    }
  }

 private:
  std::optional<SuggestionKind> KindOf(TaxonomyTermId term) const {
    const std::string_view vocabulary = taxonomy_.vocabulary(term);
    if (IsOf(kNeedVocabularies, vocabulary)) return SuggestionKind::kNeed;
    if (IsOf(kCircumstanceVocabularies, vocabulary)) return SuggestionKind::kCircumstance;
    if (IsOf(kServiceTypeVocabularies, vocabulary)) return SuggestionKind::kServiceType;
    return std::nullopt;
  }

  bool IsFound(TaxonomyTermId type) const {
    return postings_.own.HasAny(type) || postings_.inferred.HasAny(type);
  }

  // Whether asking for it finds anything: a type that is carried or inferred, a need that such
  // types serve.
  bool Finds(SuggestionKind kind, TaxonomyTermId term) const {
    if (kind == SuggestionKind::kServiceType) return IsFound(term);
    for (TaxonomyTermId part = term; part < taxonomy_.subtree_ends()[term.index()]; ++part) {
      const auto types = taxonomy_.mapped().row(part.index());
      if (std::ranges::any_of(types, [&](TaxonomyTermId type) { return IsFound(type); })) {
        return true;
      }
    }
    return false;
  }

  void AddSynonyms(SuggestionKind kind, std::uint32_t term, SuggestionTable& table) const {
    for (std::string_view synonym : LinesOf(taxonomy_.synonyms().row(term))) {
      table.Add(kind, term, synonym);
    }
  }

  const prepare::TaxonomyTable& taxonomy_;
  const PostingsOfTerms& postings_;
};

// Large places first.
void AddPlaces(const record::Gazetteer& gazetteer, SuggestionTable& table) {
  const std::vector<record::Place>& places = gazetteer.places;
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    if (places[a].kind != places[b].kind) return places[a].kind < places[b].kind;
    return places[a].population > places[b].population;
  });
  for (const std::uint32_t place : order) {
    table.Add(SuggestionKind::kPlace, place, places[place].name);
    for (const std::string& name : places[place].other_names) {
      table.Add(SuggestionKind::kPlace, place, name);
    }
  }
}

}  // namespace

absl::Status WriteSuggestions(const Prepared& prepared, const PostingsOfTerms& postings,
                              SuggestionTable table, ArtefactWriter& writer) {
  SuggestedTerms(prepared.taxonomy, postings).AddTo(table);
  AddPlaces(prepared.directory.gazetteer, table);
  for (const auto& [id, organisation] : prepared.survey.organisations()) {
    table.Add(SuggestionKind::kOrganisation, organisation.ordinal.value(), organisation.name);
  }
  const prepare::SuggestionRows rows = std::move(table).Finish();
  RETURN_IF_ERROR(writer.AddColumn(S::kSuggestionKinds, rows.kinds));
  RETURN_IF_ERROR(writer.AddColumn(S::kSuggestionSubjects, rows.subjects));
  RETURN_IF_ERROR(writer.AddJagged(S::kSuggestionWordOffsets, S::kSuggestionWords, rows.words));
  return writer.AddJagged(S::kSuggestionPostingOffsets, S::kSuggestionPostings, rows.postings);
}

}  // namespace waypost::sections
