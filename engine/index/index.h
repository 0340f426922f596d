#pragma once

// A verified and validated artefact as typed columns: all that a query reads.
//
//   ASSIGN_OR_RETURN(std::shared_ptr<const Index> index, Index::Open("county.waypost"));
//   index->documents().reach[DocId(7)] ...
//
// Opening reads every byte (checksums), then checks structure (validate.h), unless the file is
// marked as verified and that is trusted: after that the columns are read without checks. Immutable
// and safe from any thread; views handed out are valid while the Index lives. A request takes one
// shared_ptr and keeps it to its end.

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/status.h"
#include "engine/format/compressed_records.h"
#include "engine/format/reader.h"
#include "engine/geo/area_cover.h"
#include "engine/geo/area_polygons.h"
#include "engine/geo/tile_tree.h"
#include "engine/hours/session.h"
#include "engine/index/documents.h"
#include "engine/index/gazetteer.h"
#include "engine/index/manifest.h"
#include "engine/index/score_codes.h"
#include "engine/index/suggestions.h"
#include "engine/index/words.h"
#include "engine/taxonomy/question_tree.h"
#include "engine/taxonomy/taxonomy.h"
#include "engine/taxonomy/vocabularies.h"
#include "engine/text/analyser.h"
#include "engine/text/bm25.h"
#include "engine/text/handle_pool.h"
#include "engine/text/vocabulary.h"

namespace waypost {

// The constants of relevance (engine/query/QUERY.md), from the manifest.
struct RelevanceConstants {
  double text = 0, text_half = 0, term = 0, mapped_fit = 0, inferred_fit = 0, distance = 0,
         half_metres = 0, visits_fit = 0, remote_fit = 0, fresh = 0, rich = 0, synonym_fit = 0;
};

// The extremes of what documents add to relevance, worked out at opening: with them a document that
// cannot be among the best is told early.
struct RelevanceExtremes {
  std::uint32_t shortest_text = UINT32_MAX;  // words of the shortest text with words
  std::uint8_t most_richness = 0;
  std::int32_t latest_assured = kNoDate;
};

// Documents in a tile: consecutive ids [tile * kTileSize, (tile + 1) * kTileSize).
inline constexpr std::uint32_t kTileSize = 128;

class Index {
 public:
  // Errors: those of VerifiedArtefact::Open; DataLoss when the structure is unsound;
  // FailedPrecondition when this program's analyser differs from the builder's.
  static absl::StatusOr<std::shared_ptr<const Index>> Open(const std::string& path,
                                                           const VerifyOptions& options = {});
  static absl::StatusOr<std::shared_ptr<const Index>> FromArtefact(VerifiedArtefact artefact);

  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  const VerifiedArtefact& artefact() const { return artefact_; }
  const Manifest& manifest() const { return manifest_; }
  const DocumentColumns& documents() const { return documents_; }
  const ServiceColumns& services() const { return services_; }
  const OrganisationColumns& organisations() const { return organisations_; }
  const SourceColumns& sources() const { return sources_; }
  const ReviewColumns& reviews() const { return reviews_; }
  const TextColumn<LanguageId>& languages() const { return languages_; }
  const Taxonomy& taxonomy() const { return taxonomy_; }
  const TaxonomyColumns& taxonomy_columns() const { return taxonomy_columns_; }
  // Documents that carry a term or a descendant of it, ascending.
  const JaggedColumn<TaxonomyTermId, DocId>& term_postings() const { return term_postings_; }
  // The same for inferred types.
  const JaggedColumn<TaxonomyTermId, DocId>& inferred_postings() const {
    return inferred_postings_;
  }
  const WordColumns& words() const { return words_; }
  const AreaColumns& areas() const { return areas_; }
  const AreaCover& polygons() const { return polygons_; }
  const PostcodeColumns& postcodes() const { return postcodes_; }
  const PlaceColumns& places() const { return places_; }
  const Calendar& calendar() const { return calendar_; }
  // By the number of a date list: the rule that makes it, and days of it that are left out.
  const RuleColumns& rules() const { return rules_; }
  const std::vector<QuestionTree>& question_trees() const { return question_trees_; }
  const SuggestionColumns& suggestions() const { return suggestions_; }
  const TileTree& tiles() const { return tiles_; }
  const CompressedRecords& records() const { return *records_; }

  // Needs that a service type serves, and whether a term stands above a type that serves one;
  // computed at open from the mapping. Keyed by TaxonomyTermId.
  std::span<const TaxonomyTermId> needs_of_type(TaxonomyTermId type) const {
    return needs_of_type_[type.index()];
  }
  bool has_mapped_needs() const { return has_mapped_needs_; }
  bool is_above_mapped_type(TaxonomyTermId type) const {
    return is_above_mapped_[type.index()] != 0;
  }

  const text::Bm25& bm25() const { return bm25_; }
  const RelevanceConstants& relevance() const { return relevance_; }
  const RelevanceExtremes& extremes() const { return extremes_; }
  const ScoreCodes& score_codes() const { return score_codes_; }
  Date as_of() const { return as_of_; }
  const std::string& time_zone() const { return time_zone_; }
  text::HandlePool<text::Analyser>& analysers() const { return *analysers_; }
  // nullptr when the index has no words.
  text::VocabularyPool* vocabulary() const { return vocabulary_.get(); }

  // The service of a public id, and its place in the order of public ids. O(log services).
  std::optional<ServiceOrdinal> FindService(const Uuid& public_id) const;
  std::optional<OrganisationOrdinal> FindOrganisation(const Uuid& public_id) const;
  // The documents at a location, ascending; none when no location has this id. O(log documents).
  std::span<const DocId> FindLocation(const Uuid& public_id) const;
  // The document that is the service at the location of this id.
  std::optional<DocId> FindPlace(const Uuid& public_id) const;
  std::optional<ReviewOrdinal> FindReview(const Uuid& public_id) const;
  std::optional<SourceOrdinal> FindSource(std::string_view id) const;
  // None() when the source has no such service. O(log services).
  ServiceOrdinal FindBySourceId(SourceOrdinal source, std::string_view source_id) const;

 private:
  explicit Index(VerifiedArtefact artefact) : artefact_(std::move(artefact)) {}
  absl::Status Load();
  absl::Status LoadManifest();
  absl::Status LoadDocuments();
  absl::Status LoadCalendar();
  absl::Status LoadServices();
  absl::Status LoadTaxonomy();
  absl::Status LoadWords();
  absl::Status LoadWordBits(SectionId words, SectionId bits, WordBits& rows);
  absl::Status LoadAreas();
  absl::Status LoadGazetteer();
  absl::Status LoadTiles();
  absl::Status LoadSuggestions();
  void DeriveNeeds();
  void DeriveDocuments();
  void DeriveSets();

  VerifiedArtefact artefact_;
  Manifest manifest_;
  DocumentColumns documents_;
  std::vector<DocId> reaching_out_;
  ServiceColumns services_;
  OrganisationColumns organisations_;
  SourceColumns sources_;
  ReviewColumns reviews_;
  TextColumn<LanguageId> languages_;
  TaxonomyColumns taxonomy_columns_;
  Taxonomy taxonomy_;
  JaggedColumn<TaxonomyTermId, DocId> term_postings_;
  JaggedColumn<TaxonomyTermId, DocId> inferred_postings_;
  WordColumns words_;
  AreaColumns areas_;
  AreaCover polygons_;
  PostcodeColumns postcodes_;
  PlaceColumns places_;
  Calendar calendar_;
  RuleColumns rules_;
  TileTree tiles_;
  SuggestionColumns suggestions_;
  std::vector<QuestionTree> question_trees_;
  std::optional<CompressedRecords> records_;
  std::vector<std::vector<TaxonomyTermId>> needs_of_type_;
  std::vector<std::uint8_t> is_above_mapped_;
  bool has_mapped_needs_ = false;
  text::Bm25 bm25_{{}, 0, 0};
  RelevanceConstants relevance_;
  RelevanceExtremes extremes_;
  ScoreCodes score_codes_;
  Date as_of_;
  std::string time_zone_;
  std::unique_ptr<text::HandlePool<text::Analyser>> analysers_;
  std::unique_ptr<text::VocabularyPool> vocabulary_;
};

}  // namespace waypost
