#include "engine/index/index.h"

#include <algorithm>
#include <ranges>
#include <thread>

#include "engine/index/validate.h"

namespace waypost {
namespace {

using S = SectionId;

constexpr CompressedRecordSections kRecordSections = {
    .offsets = S::kRecordOffsets, .frames = S::kRecords, .dictionary = S::kRecordDictionary};

// The place of `value` in an ascending column; nullopt when it is not there.
template <typename Id, typename T>
std::optional<Id> FindIn(const Column<Id, T>& column, const T& value) {
  const auto values = column.values();
  const auto found = std::lower_bound(values.begin(), values.end(), value);
  if (found == values.end() || *found != value) return std::nullopt;
  return Id(static_cast<typename Id::ValueType>(found - values.begin()));
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Index>> Index::Open(const std::string& path,
                                                         const VerifyOptions& options) {
  ASSIGN_OR_RETURN(VerifiedArtefact artefact, VerifiedArtefact::Open(path, options));
  return FromArtefact(std::move(artefact));
}

absl::StatusOr<std::shared_ptr<const Index>> Index::FromArtefact(VerifiedArtefact artefact) {
  std::shared_ptr<Index> index(new Index(std::move(artefact)));
  RETURN_IF_ERROR(index->Load());
  return std::shared_ptr<const Index>(std::move(index));
}

absl::Status Index::Load() {
  RETURN_IF_ERROR(LoadManifest());
  RETURN_IF_ERROR(LoadDocuments());
  RETURN_IF_ERROR(LoadCalendar());
  RETURN_IF_ERROR(LoadServices());
  RETURN_IF_ERROR(LoadTaxonomy());
  RETURN_IF_ERROR(LoadWords());
  RETURN_IF_ERROR(LoadAreas());
  RETURN_IF_ERROR(LoadGazetteer());
  RETURN_IF_ERROR(LoadTiles());
  RETURN_IF_ERROR(LoadSuggestions());
  if (!artefact_.was_verified_before()) RETURN_IF_ERROR(Validate(*this));
  DeriveNeeds();
  DeriveDocuments();
  DeriveSets();
  return absl::OkStatus();
}

absl::Status Index::LoadManifest() {
  ASSIGN_OR_RETURN(const std::string_view text, artefact_.Text(S::kManifest));
  ASSIGN_OR_RETURN(manifest_, Manifest::Parse(text));
  ASSIGN_OR_RETURN(const std::uint64_t analyser, manifest_.Whole("analyser.version"));
  if (analyser != static_cast<std::uint64_t>(text::kAnalyserVersion)) {
    return FailedPrecondition("artefact " + artefact_.name() + ": built with analyser version " +
                              std::to_string(analyser) + ", this program has " +
                              std::to_string(text::kAnalyserVersion) + "; rebuild the index");
  }
  ASSIGN_OR_RETURN(as_of_, manifest_.Day("as_of"));
  ASSIGN_OR_RETURN(time_zone_, manifest_.Text("time_zone"));
  RelevanceConstants& r = relevance_;
  const std::pair<std::string_view, double*> numbers[] = {
      {"relevance.text", &r.text},
      {"relevance.text_half", &r.text_half},
      {"relevance.term", &r.term},
      {"relevance.mapped_fit", &r.mapped_fit},
      {"relevance.inferred_fit", &r.inferred_fit},
      {"relevance.synonym_fit", &r.synonym_fit},
      {"relevance.distance", &r.distance},
      {"relevance.half_metres", &r.half_metres},
      {"relevance.visits_fit", &r.visits_fit},
      {"relevance.remote_fit", &r.remote_fit},
      {"relevance.fresh", &r.fresh},
      {"relevance.rich", &r.rich}};
  for (const auto& [key, number] : numbers) {
    ASSIGN_OR_RETURN(*number, manifest_.Number(key));
  }
  text::Bm25Constants constants;
  ASSIGN_OR_RETURN(constants.k1, manifest_.Number("bm25.k1"));
  ASSIGN_OR_RETURN(constants.b, manifest_.Number("bm25.b"));
  ASSIGN_OR_RETURN(constants.min_length, manifest_.Number("bm25.min_length"));
  ASSIGN_OR_RETURN(const std::uint64_t services, manifest_.Whole("services"));
  ASSIGN_OR_RETURN(const std::uint64_t length, manifest_.Whole("text_length"));
  bm25_ =
      text::Bm25(constants, services,
                 services == 0 ? 0 : static_cast<double>(length) / static_cast<double>(services));
  ASSIGN_OR_RETURN(const std::string language, manifest_.Text("language"));
  // As many as threads that may run queries at once, and then some.
  const std::size_t handles = 4 + 2 * std::max(1U, std::thread::hardware_concurrency());
  analysers_ = std::make_unique<text::HandlePool<text::Analyser>>(
      handles, [language] { return text::Analyser::Create({.language = language}); });
  const absl::Status analyser_status = analysers_->Borrow().status();
  if (absl::IsInvalidArgument(analyser_status)) {
    return artefact_.Damaged(S::kManifest, MessageOf(analyser_status));
  }
  return analyser_status;
}

absl::Status Index::LoadDocuments() {
  DocumentColumns& d = documents_;
  const std::size_t n = artefact_.document_count();
  ASSIGN_OR_RETURN(const std::uint64_t located, manifest_.Whole("located"));
  if (located > n) return artefact_.Damaged(S::kManifest, "more located documents than documents");
  d.located_count = static_cast<std::uint32_t>(located);
  RETURN_IF_ERROR(artefact_.Read(S::kDocService, d.service, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocPosition, d.position, located));
  RETURN_IF_ERROR(artefact_.Read(S::kDocReach, d.reach, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAccess, d.access, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAccessibility, d.accessibility, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocFree, d.free, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocStatus, d.status, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocFlags, d.flags, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAuthorityOffsets, S::kDocAuthorities, d.authorities, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAssured, d.assured, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocModified, d.modified, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocOrganisation, d.organisation, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocSource, d.source, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocLocationRank, d.location_rank, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocNameRank, d.name_rank, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocRichness, d.richness, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocTextLength, d.text_length, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAgeOffsets, S::kDocAges, d.ages, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocLanguageOffsets, S::kDocLanguages, d.languages, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocAreaOffsets, S::kDocAreas, d.areas, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocTermOffsets, S::kDocTerms, d.terms, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocInferredOffsets, S::kDocInferred, d.inferred, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocSessionOffsets, S::kDocSessions, d.sessions, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocHoursState, d.hours_state, n));
  RETURN_IF_ERROR(
      artefact_.Read(S::kDocSessionLineOffsets, S::kDocSessionLines, d.session_line, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocLocationIdOffsets, S::kDocLocationIds, d.location_id, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocCardOffsets, S::kDocCards, d.card, n));
  RETURN_IF_ERROR(artefact_.Read(S::kDocPlaceIds, d.place_ids, n));
  ASSIGN_OR_RETURN(d.by_location, artefact_.Column<DocId>(S::kDocsByLocation));
  ASSIGN_OR_RETURN(d.by_place, artefact_.Column<DocId>(S::kDocsByPlace));
  ASSIGN_OR_RETURN(d.not_place_only, artefact_.Column<DocId>(S::kDocNotPlaceOnly));
  return absl::OkStatus();
}

absl::Status Index::LoadCalendar() {
  Horizon horizon;
  ASSIGN_OR_RETURN(horizon.first, manifest_.Day("horizon.first"));
  ASSIGN_OR_RETURN(horizon.last, manifest_.Day("horizon.last"));
  if (horizon.last < horizon.first || horizon.days() > kLongestHorizon) {
    return DataLoss("the manifest's horizon is not a span of days; build the index again");
  }
  ASSIGN_OR_RETURN(calendar_.sessions, artefact_.Column<Session>(S::kSessions));
  ASSIGN_OR_RETURN(calendar_.holidays.days, artefact_.Column<BankHoliday>(S::kBankHolidays));
  JaggedColumn<DateListId, std::uint16_t> dates;
  RETURN_IF_ERROR(artefact_.Read(S::kDateListOffsets, S::kDateLists, dates));
  calendar_.lists = {horizon, dates.offsets(), dates.values()};
  const auto lists = static_cast<std::uint32_t>(calendar_.lists.size());
  RETURN_IF_ERROR(artefact_.Read(S::kRuleOffsets, S::kRules, rules_.rule, lists));
  return artefact_.Read(S::kClosureOffsets, S::kClosures, rules_.closures, lists);
}

absl::Status Index::LoadServices() {
  ServiceColumns& s = services_;
  RETURN_IF_ERROR(artefact_.Read(S::kServicePublicId, s.public_id));
  const std::size_t n = s.public_id.size();
  RETURN_IF_ERROR(artefact_.Read(S::kServiceNameOffsets, S::kServiceNames, s.name, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceSourceIdOffsets, S::kServiceSourceIds, s.source_id, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceBySourceId, s.by_source_id, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceDocumentOffsets, S::kServiceDocuments, s.documents, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceRichness, s.richness, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceInferredWordOffsets, S::kServiceInferredWords,
                                 s.inferred_words, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceCardOffsets, S::kServiceCards, s.card, n));
  ASSIGN_OR_RETURN(CompressedRecords records,
                   CompressedRecords::Open(artefact_, kRecordSections, n));
  records_.emplace(std::move(records));
  RETURN_IF_ERROR(artefact_.Read(S::kOrganisationPublicId, organisations_.public_id));
  RETURN_IF_ERROR(artefact_.Read(S::kOrganisationNameOffsets, S::kOrganisationNames,
                                 organisations_.name, organisations_.public_id.size()));
  RETURN_IF_ERROR(artefact_.Read(S::kReviewPublicId, reviews_.public_id));
  RETURN_IF_ERROR(artefact_.Read(S::kReviewService, reviews_.service, reviews_.public_id.size()));
  RETURN_IF_ERROR(artefact_.Read(S::kSourceIdOffsets, S::kSourceIds, sources_.id));
  RETURN_IF_ERROR(
      artefact_.Read(S::kSourceInfoOffsets, S::kSourceInfo, sources_.info, sources_.id.size()));
  return artefact_.Read(S::kLanguageNameOffsets, S::kLanguageNames, languages_);
}

absl::Status Index::LoadTaxonomy() {
  TaxonomyColumns& t = taxonomy_columns_;
  RETURN_IF_ERROR(artefact_.Read(S::kTermVocabulary, t.vocabulary));
  const std::size_t n = t.vocabulary.size();
  RETURN_IF_ERROR(
      artefact_.Read(S::kVocabularyNameOffsets, S::kVocabularyNames, t.vocabulary_names));
  RETURN_IF_ERROR(artefact_.Read(S::kTermParent, t.parent, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermSubtreeEnd, t.subtree_end, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermIdTextOffsets, S::kTermIdTexts, t.id_text, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermLabelOffsets, S::kTermLabels, t.label, n));
  RETURN_IF_ERROR(
      artefact_.Read(S::kTermDescriptionOffsets, S::kTermDescriptions, t.description, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermSynonymOffsets, S::kTermSynonyms, t.synonyms, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermPhraseOffsets, S::kTermPhrases, t.phrases, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermFlags, t.flags, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermCrisisOffsets, S::kTermCrises, t.crisis, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermMappedOffsets, S::kTermMapped, t.mapped, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermKeyOffsets, S::kTermKeys, t.keys));
  RETURN_IF_ERROR(artefact_.Read(S::kTermKeyTerms, t.key_terms, t.keys.size()));
  RETURN_IF_ERROR(artefact_.Read(S::kTermPostingOffsets, S::kTermPostings, term_postings_, n));
  RETURN_IF_ERROR(artefact_.Read(S::kTermInferredPostingOffsets, S::kTermInferredPostings,
                                 inferred_postings_, n));
  taxonomy_ = Taxonomy(t);
  ASSIGN_OR_RETURN(const std::string_view questions, artefact_.Text(S::kQuestionTrees));
  ASSIGN_OR_RETURN(question_trees_, ParseQuestionTrees(questions));
  return absl::OkStatus();
}

absl::Status Index::LoadSuggestions() {
  SuggestionColumns& s = suggestions_;
  RETURN_IF_ERROR(artefact_.Read(S::kSuggestionKinds, s.kind));
  RETURN_IF_ERROR(artefact_.Read(S::kSuggestionSubjects, s.subject, s.kind.size()));
  RETURN_IF_ERROR(artefact_.Read(S::kSuggestionWordOffsets, S::kSuggestionWords, s.words));
  return artefact_.Read(S::kSuggestionPostingOffsets, S::kSuggestionPostings, s.postings,
                        s.words.size());
}

absl::Status Index::LoadWords() {
  WordColumns& w = words_;
  RETURN_IF_ERROR(artefact_.Read(S::kWordOffsets, S::kWords, w.text));
  const std::size_t n = w.text.size();
  RETURN_IF_ERROR(artefact_.Read(S::kWordServiceCounts, w.service_count, n));
  RETURN_IF_ERROR(artefact_.Read(S::kWordPostingOffsets, S::kWordPostings, w.postings, n));
  RETURN_IF_ERROR(artefact_.Read(S::kWordFrequencies, w.frequencies, w.postings.values().size()));
  RETURN_IF_ERROR(artefact_.Read(S::kWordGreatestFrequencies, w.greatest_frequency, n));
  RETURN_IF_ERROR(artefact_.Read(S::kWordCodes, w.code, n));
  RETURN_IF_ERROR(artefact_.Read(S::kServiceTextOffsets, S::kServiceTexts, w.service_text,
                                 services_.public_id.size()));
  RETURN_IF_ERROR(artefact_.Read(S::kLocationTextOffsets, S::kLocationTexts, w.location_text,
                                 documents_.size()));
  if (artefact_.Find(S::kFrequentWords)) {
    RETURN_IF_ERROR(LoadWordBits(S::kFrequentWords, S::kFrequentWordBits, w.own_bits));
    RETURN_IF_ERROR(LoadWordBits(S::kFrequentPlaceWords, S::kFrequentPlaceWordBits, w.place_bits));
  }
  const std::optional<SectionInfo> section = artefact_.Find(S::kWordVocabulary);
  if (!section || section->length == 0) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::span<const std::byte> bytes, artefact_.Blob(S::kWordVocabulary));
  ASSIGN_OR_RETURN(vocabulary_,
                   text::OpenVocabularyPool(artefact_.descriptor(), section->offset, bytes));
  return absl::OkStatus();
}

absl::Status Index::LoadWordBits(SectionId words, SectionId bits, WordBits& rows) {
  ASSIGN_OR_RETURN(rows.words, artefact_.Column<TermId>(words));
  ASSIGN_OR_RETURN(rows.bits, artefact_.Column<std::uint64_t>(bits));
  rows.row_size = (documents_.size() + 63) / 64;
  if (rows.bits.size() != rows.words.size() * rows.row_size) {
    return artefact_.Damaged(bits, "not one row a word");
  }
  return absl::OkStatus();
}

absl::Status Index::LoadAreas() {
  AreaColumns& a = areas_;
  RETURN_IF_ERROR(artefact_.Read(S::kAreaKind, a.kind));
  const std::size_t n = a.kind.size();
  RETURN_IF_ERROR(artefact_.Read(S::kAreaCodeOffsets, S::kAreaCodes, a.code, n));
  RETURN_IF_ERROR(artefact_.Read(S::kAreaNameOffsets, S::kAreaNames, a.name, n));
  RETURN_IF_ERROR(artefact_.Read(S::kAreaAuthorityOffsets, S::kAreaAuthorities, a.authorities, n));
  RETURN_IF_ERROR(artefact_.Read(S::kAreaMeetsOffsets, S::kAreaMeets, a.meets, n));
  RETURN_IF_ERROR(artefact_.Read(S::kAreaKeyOffsets, S::kAreaKeys, a.keys));
  RETURN_IF_ERROR(artefact_.Read(S::kAreaKeyAreas, a.key_areas, a.keys.size()));
  AreaPolygonsView view;
  ASSIGN_OR_RETURN(view.ring_offsets, artefact_.Column<std::uint32_t>(S::kAreaRingOffsets));
  ASSIGN_OR_RETURN(view.ring_polygons, artefact_.Column<std::uint32_t>(S::kAreaRingPolygons));
  ASSIGN_OR_RETURN(view.point_offsets, artefact_.Column<std::uint32_t>(S::kAreaPointOffsets));
  ASSIGN_OR_RETURN(view.points, artefact_.Column<LatLng>(S::kAreaPoints));
  if (!IsConsistent(view) || view.areas() != n) {
    return artefact_.Damaged(S::kAreaRingOffsets, "the outlines do not fit each other");
  }
  polygons_ = AreaCover(view);
  return absl::OkStatus();
}

absl::Status Index::LoadGazetteer() {
  PostcodeColumns& p = postcodes_;
  RETURN_IF_ERROR(artefact_.Read(S::kPostcodeKeys, p.key));
  const std::size_t n = p.key.size();
  RETURN_IF_ERROR(artefact_.Read(S::kPostcodePoints, p.point, n));
  RETURN_IF_ERROR(artefact_.Read(S::kPostcodeAuthorities, p.authority, n));
  RETURN_IF_ERROR(artefact_.Read(S::kPostcodeLife, p.life, n));
  RETURN_IF_ERROR(artefact_.Read(S::kPostcodeEnded, p.ended_month, n));
  RETURN_IF_ERROR(artefact_.Read(S::kGroupTextOffsets, S::kGroupTexts, p.group_text));
  const std::size_t groups = p.group_text.size();
  RETURN_IF_ERROR(artefact_.Read(S::kGroupPoints, p.group_point, groups));
  RETURN_IF_ERROR(
      artefact_.Read(S::kGroupAuthorityOffsets, S::kGroupAuthorities, p.group_authorities, groups));
  PlaceColumns& q = places_;
  RETURN_IF_ERROR(artefact_.Read(S::kPlaceNameOffsets, S::kPlaceNames, q.name));
  const std::size_t places = q.name.size();
  RETURN_IF_ERROR(artefact_.Read(S::kPlaceKind, q.kind, places));
  RETURN_IF_ERROR(artefact_.Read(S::kPlacePopulation, q.population, places));
  RETURN_IF_ERROR(artefact_.Read(S::kPlacePoint, q.point, places));
  RETURN_IF_ERROR(artefact_.Read(S::kPlaceAuthority, q.authority, places));
  RETURN_IF_ERROR(artefact_.Read(S::kPlaceContextOffsets, S::kPlaceContexts, q.context, places));
  RETURN_IF_ERROR(artefact_.Read(S::kPlaceKeyOffsets, S::kPlaceKeys, q.keys));
  return artefact_.Read(S::kPlaceKeyPlaces, q.key_places, q.keys.size());
}

absl::Status Index::LoadTiles() {
  ASSIGN_OR_RETURN(const std::span<const BoundingBox> boxes,
                   artefact_.Column<BoundingBox>(S::kTileBoxes));
  if (boxes.size() != (documents_.located_count + kTileSize - 1) / kTileSize) {
    return artefact_.Damaged(S::kTileBoxes, "not one box a tile");
  }
  tiles_ = TileTree(boxes);
  return absl::OkStatus();
}

void Index::DeriveSets() {
  DocumentColumns& d = documents_;
  d.only_ones = d.first_ones = d.place_only = d.place_decides = DocSet(d.size());
  d.of_status.fill(DocSet(d.size()));
  for (std::uint32_t i = 0; i < d.size(); ++i) {
    d.of_status[static_cast<std::size_t>(d.status[DocId(i)])].Add(DocId(i));
  }
  for (std::uint32_t i = 0; i < services_.size(); ++i) {
    const auto documents = services_.documents[ServiceOrdinal(i)];
    d.first_ones.Add(documents.front());
    if (documents.size() == 1) d.only_ones.Add(documents.front());
  }
  for (std::uint32_t i = 0; i < d.located_count; ++i) {
    if (EnumSet<Reach>::FromBits(d.reach[DocId(i)]) != EnumSet<Reach>{Reach::kPlace}) continue;
    d.place_only.Add(DocId(i));
    if (d.areas[DocId(i)].empty()) d.place_decides.Add(DocId(i));
  }
}

void Index::DeriveDocuments() {
  for (const DocId doc : documents_.not_place_only) {
    const auto reach = EnumSet<Reach>::FromBits(documents_.reach[doc]);
    if (reach.Intersects({Reach::kVisits, Reach::kRemote})) reaching_out_.push_back(doc);
  }
  documents_.reaching_out = reaching_out_;
  for (const Status status : documents_.status.values()) documents_.statuses.Add(status);
  for (const std::uint32_t length : documents_.text_length.values()) {
    if (length > 0) extremes_.shortest_text = std::min(extremes_.shortest_text, length);
  }
  for (const std::uint8_t richness : documents_.richness.values()) {
    extremes_.most_richness = std::max(extremes_.most_richness, richness);
  }
  for (const std::int32_t day : documents_.assured.values()) {
    extremes_.latest_assured = std::max(extremes_.latest_assured, day);
  }
  score_codes_ = ScoreCodes(documents_.text_length.values(), documents_.assured.values(),
                            documents_.richness.values(), bm25_,
                            {.text = relevance_.text,
                             .text_half = relevance_.text_half,
                             .fresh = relevance_.fresh,
                             .rich = relevance_.rich,
                             .today = DayNumber(as_of_)});
}

void Index::DeriveNeeds() {
  needs_of_type_.resize(taxonomy_.size());
  is_above_mapped_.assign(taxonomy_.size(), 0);
  const auto terms =
      std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(taxonomy_.size()));
  for (const TaxonomyTermId need :
       terms | std::views::transform([](std::uint32_t i) { return TaxonomyTermId(i); })) {
    const std::string_view vocabulary = taxonomy_.vocabulary_name(taxonomy_.vocabulary(need));
    if (!IsOf(kNeedVocabularies, vocabulary)) continue;
    for (TaxonomyTermId part = need; part < taxonomy_.subtree_end(need); ++part) {
      for (TaxonomyTermId target : taxonomy_.mapped(part)) {
        has_mapped_needs_ = true;
        for (TaxonomyTermId type = target; type < taxonomy_.subtree_end(target); ++type) {
          auto& needs = needs_of_type_[type.index()];
          if (std::ranges::find(needs, need) == needs.end()) needs.push_back(need);
        }
        for (TaxonomyTermId up = taxonomy_.parent(target); !up.is_none();
             up = taxonomy_.parent(up)) {
          is_above_mapped_[up.index()] = 1;
        }
      }
    }
  }
}

std::optional<ServiceOrdinal> Index::FindService(const Uuid& public_id) const {
  return FindIn(services_.public_id, public_id);
}

std::optional<OrganisationOrdinal> Index::FindOrganisation(const Uuid& public_id) const {
  return FindIn(organisations_.public_id, public_id);
}

std::span<const DocId> Index::FindLocation(const Uuid& public_id) const {
  const auto location_of = [&](DocId doc) { return documents_.place_ids[doc].location; };
  const auto found = std::ranges::equal_range(documents_.by_location, public_id, {}, location_of);
  return {found.begin(), found.end()};
}

std::optional<DocId> Index::FindPlace(const Uuid& public_id) const {
  const auto id_of = [&](DocId doc) { return documents_.place_ids[doc].at_location; };
  const auto found = std::ranges::lower_bound(documents_.by_place, public_id, {}, id_of);
  if (found == documents_.by_place.end() || id_of(*found) != public_id) return std::nullopt;
  return *found;
}

std::optional<ReviewOrdinal> Index::FindReview(const Uuid& public_id) const {
  return FindIn(reviews_.public_id, public_id);
}

std::optional<SourceOrdinal> Index::FindSource(std::string_view id) const {
  for (std::size_t i = 0; i < sources_.id.size(); ++i) {
    if (sources_.id[SourceOrdinal::At(i)] == id) return SourceOrdinal::At(i);
  }
  return std::nullopt;
}

ServiceOrdinal Index::FindBySourceId(SourceOrdinal source, std::string_view source_id) const {
  const auto key_of = [&](ServiceOrdinal service) {
    const DocId doc = services_.documents[service].front();
    return std::pair(documents_.source[doc], services_.source_id[service]);
  };
  const auto ordinals = services_.by_source_id.values();
  const auto wanted = std::pair(source, source_id);
  const auto found = std::ranges::lower_bound(ordinals, wanted, {}, key_of);
  if (found == ordinals.end() || key_of(*found) != wanted) return ServiceOrdinal::None();
  return *found;
}

std::uint64_t PostcodeKey(std::string_view text_without_space) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const unsigned char c =
        i < text_without_space.size() ? static_cast<unsigned char>(text_without_space[i]) : 0;
    key = key << 8 | c;
  }
  return key;
}

}  // namespace waypost
