#include "engine/index/validate.h"

#include <algorithm>
#include <string>

#include "engine/index/index.h"
#include "engine/index/word_rows.h"

namespace waypost {
namespace {

using S = SectionId;

// One index under inspection; the first fault found sticks.
class Validator {
 public:
  explicit Validator(const Index& index) : index_(index), artefact_(index.artefact()) {}

  absl::Status Run() {
    CheckManifest();
    CheckCounts();
    CheckDocuments();
    CheckTiles();
    CheckServices();
    CheckTaxonomy();
    CheckWords();
    CheckAreas();
    CheckGazetteer();
    CheckSuggestions();
    return status_;
  }

 private:
  void Fault(S section, std::size_t row, std::string_view what) {
    if (status_.ok()) {
      status_ = artefact_.Damaged(section, std::string(what) + " in row " + std::to_string(row));
    }
  }

  // Every value is below `limit` (or None, where that is allowed).
  template <typename Ids>
  void CheckIds(S section, const Ids& ids, std::size_t limit, bool may_be_none = false) {
    for (std::size_t row = 0; row < ids.size(); ++row) {
      if (ids[row].index() >= limit && !(may_be_none && ids[row].is_none())) {
        return Fault(section, row, "an id that names nothing");
      }
    }
  }

  // Rows of a jagged column ascend without repeats.
  template <typename Id, typename T, typename O>
  void CheckAscendingRows(S section, const JaggedColumn<Id, T, O>& column) {
    const auto offsets = column.offsets();
    const auto values = column.values();
    for (std::size_t row = 0; row + 1 < offsets.size(); ++row) {
      for (std::size_t i = offsets[row] + 1; i < offsets[row + 1]; ++i) {
        if (!(values[i - 1] < values[i])) return Fault(section, row, "a list that does not ascend");
      }
    }
  }

  template <typename Values>
  void CheckAscending(S section, const Values& values, bool strictly) {
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (values[i] < values[i - 1] || (strictly && !(values[i - 1] < values[i]))) {
        return Fault(section, i, "values that do not ascend");
      }
    }
  }

  template <typename Ordinal>
  void CheckAscendingTexts(S section, const TextColumn<Ordinal>& texts, bool strictly) {
    for (std::size_t i = 1; i < texts.size(); ++i) {
      using Value = typename Ordinal::ValueType;
      const auto before = texts[Ordinal(static_cast<Value>(i - 1))];
      const auto here = texts[Ordinal(static_cast<Value>(i))];
      if (here < before || (strictly && here == before)) {
        return Fault(section, i, "texts that do not ascend");
      }
    }
  }

  template <typename Values, typename Test>
  void CheckEach(S section, const Values& values, std::string_view what, Test test) {
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!test(values[row])) return Fault(section, row, what);
    }
  }

  // What arithmetic relies on: numbers that are numbers, and counts that are those of the columns.
  void CheckManifest() {
    const RelevanceConstants& r = index_.relevance();
    for (double number : {r.text, r.text_half, r.term, r.mapped_fit, r.inferred_fit, r.synonym_fit,
                          r.distance, r.half_metres, r.visits_fit, r.remote_fit, r.fresh, r.rich}) {
      // Above, a quantised score would not fit into a sort key. NaN fails both comparisons.
      if (!(number >= 0 && number <= 1e6)) Fault(S::kManifest, 0, "a constant out of bounds");
    }
    if (r.text_half == 0 || r.half_metres == 0) Fault(S::kManifest, 0, "a division by nothing");
    for (const char* key : {"bm25.k1", "bm25.b", "bm25.min_length"}) {
      const auto number = index_.manifest().Number(key);
      const double most = std::string_view(key) == "bm25.b" ? 1 : 1e3;
      if (!number.ok() || !(*number > 0 && *number <= most)) {
        Fault(S::kManifest, 0, "a constant out of bounds");
      }
    }
    const auto services = index_.manifest().Whole("services");
    if (!services.ok() || *services != index_.services().size()) {
      Fault(S::kManifest, 0, "another number of services");
    }
  }

  // Every box is exactly that of its documents, or circles would miss some.
  void CheckTiles() {
    const auto boxes = artefact_.Column<BoundingBox>(S::kTileBoxes);
    if (!boxes.ok()) return Fault(S::kTileBoxes, 0, "no boxes");
    const std::span<const LatLng> points = index_.documents().position.values();
    for (std::size_t tile = 0; tile < boxes->size(); ++tile) {
      const std::size_t first = tile * kTileSize;
      const std::size_t count = std::min<std::size_t>(kTileSize, points.size() - first);
      if ((*boxes)[tile] != BoundingBox::Of(points.subspan(first, count))) {
        return Fault(S::kTileBoxes, tile, "a box that is not that of its documents");
      }
    }
  }

  // Ids of these have 16 bits, of which the last value is None.
  void CheckCounts() {
    constexpr std::size_t kMost = 0xFFFF;
    if (index_.sources().id.size() > kMost) Fault(S::kSourceIds, kMost, "more rows than ids");
    if (index_.languages().size() > kMost) Fault(S::kLanguageNames, kMost, "more rows than ids");
    if (index_.taxonomy_columns().vocabulary_names.size() > kMost) {
      Fault(S::kVocabularyNames, kMost, "more rows than ids");
    }
  }

  void CheckDocuments() {
    const DocumentColumns& d = index_.documents();
    const std::size_t areas = index_.areas().size();
    CheckIds(S::kDocService, d.service.values(), index_.services().size());
    CheckPoints(S::kDocPosition, d.position.values());
    CheckEach(S::kDocReach, d.reach.values(), "an unknown bit",
              [](std::uint8_t bits) { return bits < 1U << kReachCount; });
    CheckEach(S::kDocAccess, d.access.values(), "an unknown bit",
              [](std::uint8_t bits) { return bits < 1U << kAccessCount; });
    CheckEach(S::kDocFree, d.free.values(), "no fact",
              [](Fact fact) { return fact <= Fact::kYes; });
    CheckEach(S::kDocStatus, d.status.values(), "no status",
              [](Status status) { return static_cast<std::size_t>(status) < kStatusCount; });
    CheckReachNeedsPlace();
    CheckNumbers();
    CheckIds(S::kDocAuthorities, d.authorities.values(), areas, true);
    CheckIds(S::kDocOrganisation, d.organisation.values(), index_.organisations().public_id.size(),
             true);
    CheckIds(S::kDocSource, d.source.values(), index_.sources().id.size());
    CheckIds(S::kDocLanguages, d.languages.values(), index_.languages().size());
    CheckAscendingRows(S::kDocLanguages, d.languages);
    CheckIds(S::kDocAreas, d.areas.values(), areas, true);
    CheckIds(S::kDocTerms, d.terms.values(), index_.taxonomy().size());
    CheckAscendingRows(S::kDocTerms, d.terms);
    CheckIds(S::kDocInferred, d.inferred.values(), index_.taxonomy().size());
    CheckAscendingRows(S::kDocInferred, d.inferred);
    CheckSessions();
    CheckIds(S::kDocNotPlaceOnly, d.not_place_only, d.size());
    CheckAscending(S::kDocNotPlaceOnly, d.not_place_only, true);
    CheckNotPlaceOnly();
    CheckPlaceIds();
  }

  // Both lists hold the documents with place ids, each once, in their orders.
  void CheckPlaceIds() {
    const DocumentColumns& d = index_.documents();
    CheckIds(S::kDocsByLocation, d.by_location, d.size());
    CheckIds(S::kDocsByPlace, d.by_place, d.size());
    if (!status_.ok()) return;
    std::size_t with_ids = 0;
    for (std::uint32_t i = 0; i < d.size(); ++i) with_ids += d.HasPlaceIds(DocId(i)) ? 1U : 0U;
    if (d.by_location.size() != with_ids) Fault(S::kDocsByLocation, 0, "another number of rows");
    if (d.by_place.size() != with_ids) Fault(S::kDocsByPlace, 0, "another number of rows");
    for (std::size_t i = 0; i < d.by_location.size() && status_.ok(); ++i) {
      if (!d.HasPlaceIds(d.by_location[i])) Fault(S::kDocsByLocation, i, "a place without ids");
      if (i == 0) continue;
      const DocId before = d.by_location[i - 1];
      const DocId here = d.by_location[i];
      const auto key = [&](DocId doc) { return std::pair(d.place_ids[doc].location, doc); };
      if (!(key(before) < key(here))) Fault(S::kDocsByLocation, i, "values that do not ascend");
    }
    for (std::size_t i = 1; i < d.by_place.size() && status_.ok(); ++i) {
      if (!(d.place_ids[d.by_place[i - 1]].at_location < d.place_ids[d.by_place[i]].at_location)) {
        Fault(S::kDocsByPlace, i, "values that do not ascend");
      }
    }
  }

  // A circle looks for others than places here alone.
  void CheckNotPlaceOnly() {
    const DocumentColumns& d = index_.documents();
    const std::uint8_t place_only = EnumSet<Reach>{Reach::kPlace}.bits();
    std::size_t listed = 0;
    for (std::uint32_t i = 0; i < d.size() && status_.ok(); ++i) {
      const bool is_listed =
          listed < d.not_place_only.size() && d.not_place_only[listed] == DocId(i);
      if (is_listed) ++listed;
      if (is_listed == (d.reach[DocId(i)] == place_only)) {
        Fault(S::kDocNotPlaceOnly, i, "a document that is missing or too many");
      }
    }
  }

  // `place` in the reach means that there is a position to measure from.
  void CheckReachNeedsPlace() {
    const DocumentColumns& d = index_.documents();
    for (std::uint32_t i = d.located_count; i < d.size(); ++i) {
      if (EnumSet<Reach>::FromBits(d.reach[DocId(i)]).Has(Reach::kPlace)) {
        return Fault(S::kDocReach, i, "a place without a position");
      }
    }
  }

  // Dates of the years 0 to 9999, so that a difference of two never overflows.
  void CheckNumbers() {
    constexpr std::int32_t kFirstDay = -719'528;
    constexpr std::int32_t kLastDay = 2'932'896;
    constexpr std::int64_t kSecondsOfDay = 86'400;
    const DocumentColumns& d = index_.documents();
    CheckEach(S::kDocAssured, d.assured.values(), "no date", [](std::int32_t day) {
      return day == kNoDate || (day >= kFirstDay && day <= kLastDay);
    });
    CheckEach(S::kDocModified, d.modified.values(), "no moment", [](std::int64_t moment) {
      return moment == kNoMoment ||
             (moment >= kFirstDay * kSecondsOfDay && moment < (kLastDay + 1) * kSecondsOfDay);
    });
    CheckEach(S::kDocRichness, d.richness.values(), "a richness above 100",
              [](std::uint8_t richness) { return richness <= 100; });
  }

  void CheckSessions() {
    const DocumentColumns& d = index_.documents();
    const Calendar& calendar = index_.calendar();
    CheckIds(S::kDocSessions, d.sessions.values(),
             static_cast<std::uint32_t>(calendar.sessions.size()));
    CheckEach(S::kDocHoursState, d.hours_state.values(), "no state of hours",
              [](std::uint8_t state) { return state <= kMostHoursState; });
    const DateLists& lists = calendar.lists;
    CheckEach(S::kSessions, calendar.sessions, "no session",
              [&](const Session& session) { return IsSound(session, lists.size()); });
    CheckEach(S::kBankHolidays, calendar.holidays.days, "no bank holiday",
              [](const BankHoliday& holiday) { return IsSound(holiday); });
    const auto& holidays = calendar.holidays.days;
    for (std::size_t i = 1; i < holidays.size(); ++i) {
      if (holidays[i].day <= holidays[i - 1].day) Fault(S::kBankHolidays, i, "out of order");
    }
    const JaggedColumn<DateListId, std::uint16_t> dates(lists.offsets, lists.values);
    CheckAscendingRows(S::kDateLists, dates);
    CheckAscendingRows(S::kClosures, index_.rules().closures);
    CheckEach(S::kRules, index_.rules().rule.bytes().values(), "no rule", [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '=' || c == ';' || c == ',' ||
             c == '-';
    });
    const auto is_known = [&](std::uint16_t day) { return day < lists.horizon.days(); };
    CheckEach(S::kDateLists, lists.values, "a date past the horizon", is_known);
    CheckEach(S::kClosures, index_.rules().closures.values(), "a date past the horizon", is_known);
  }

  void CheckServices() {
    const ServiceColumns& s = index_.services();
    CheckAscending(S::kServicePublicId, s.public_id.values(), true);
    CheckIds(S::kServiceBySourceId, s.by_source_id.values(), s.size());
    CheckIds(S::kServiceDocuments, s.documents.values(), index_.documents().size());
    CheckAscendingRows(S::kServiceDocuments, s.documents);
    // With every document of a row its service's own, none is missing when the numbers are equal.
    if (s.documents.values().size() != index_.documents().size()) {
      Fault(S::kServiceDocuments, 0, "another number of documents");
    }
    CheckSourceIds();
    CheckAscending(S::kReviewPublicId, index_.reviews().public_id.values(), true);
    CheckIds(S::kReviewService, index_.reviews().service.values(), s.size());
    CheckAscending(S::kOrganisationPublicId, index_.organisations().public_id.values(), true);
    for (std::uint32_t i = 0; i < s.size() && status_.ok(); ++i) {
      const auto documents = s.documents[ServiceOrdinal(i)];
      if (documents.empty()) Fault(S::kServiceDocuments, i, "a service without document");
      for (DocId doc : documents) {
        if (index_.documents().service[doc] != ServiceOrdinal(i)) {
          Fault(S::kServiceDocuments, i, "a document of another service");
        }
        const bool only = (index_.documents().flags[doc] & kOnlyDocument) != 0;
        if (only != (documents.size() == 1)) Fault(S::kDocFlags, doc.index(), "a wrong flag");
      }
    }
  }

  // Found by halves, by source and the publisher's id.
  void CheckSourceIds() {
    const ServiceColumns& s = index_.services();
    CheckAscendingTexts(S::kSourceIds, index_.sources().id, true);
    const auto source_of = [&](ServiceOrdinal service) {
      const auto documents = s.documents[service];
      return documents.empty() ? SourceOrdinal() : index_.documents().source[documents.front()];
    };
    const std::span<const ServiceOrdinal> order = s.by_source_id.values();
    for (std::size_t i = 1; i < order.size() && status_.ok(); ++i) {
      const SourceOrdinal before = source_of(order[i - 1]);
      const SourceOrdinal here = source_of(order[i]);
      if (here < before || (here == before && s.source_id[order[i]] < s.source_id[order[i - 1]])) {
        Fault(S::kServiceBySourceId, i, "values that do not ascend");
      }
    }
  }

  void CheckTaxonomy() {
    const Taxonomy& t = index_.taxonomy();
    const std::size_t n = t.size();
    for (std::uint32_t i = 0; i < n && status_.ok(); ++i) {
      const TaxonomyTermId term(i);
      const TaxonomyTermId parent = t.parent(term);
      const TaxonomyTermId end = t.subtree_end(term);
      if (end <= term || end.index() > n) Fault(S::kTermSubtreeEnd, i, "a subtree without end");
      // A parent stands before its children and encloses them, so there are no cycles.
      if (!parent.is_none() && (parent >= term || end > t.subtree_end(parent))) {
        Fault(S::kTermParent, i, "a term outside its parent");
      }
    }
    CheckWarnings();
    const TaxonomyColumns& columns = index_.taxonomy_columns();
    CheckIds(S::kTermVocabulary, columns.vocabulary.values(), columns.vocabulary_names.size());
    CheckIds(S::kTermMapped, columns.mapped.values(), n);
    CheckIds(S::kTermKeyTerms, columns.key_terms.values(), n);
    CheckAscendingTexts(S::kTermKeys, columns.keys, true);
    CheckIds(S::kTermPostings, index_.term_postings().values(), index_.documents().size());
    CheckAscendingRows(S::kTermPostings, index_.term_postings());
    CheckIds(S::kTermInferredPostings, index_.inferred_postings().values(),
             index_.documents().size());
    CheckAscendingRows(S::kTermInferredPostings, index_.inferred_postings());
  }

  // What is below a term has been handed down what the term has.
  void CheckWarnings() {
    const Taxonomy& t = index_.taxonomy();
    CheckEach(S::kTermFlags, index_.taxonomy_columns().flags.values(), "an unknown bit",
              [](std::uint8_t flags) { return flags <= kSensitiveTerm; });
    for (std::uint32_t i = 0; i < t.size() && status_.ok(); ++i) {
      const TaxonomyTermId term(i);
      const TaxonomyTermId parent = t.parent(term);
      if (parent.is_none()) continue;
      if (t.IsSensitive(parent) && !t.IsSensitive(term)) {
        Fault(S::kTermFlags, i, "a term that is not sensitive below one that is");
      }
      if (!t.CrisisOf(parent).empty() && t.CrisisOf(term).empty()) {
        Fault(S::kTermCrises, i, "no text below a term that has one");
      }
    }
  }

  void CheckSuggestions() {
    const SuggestionColumns& s = index_.suggestions();
    CheckAscendingTexts(S::kSuggestionWords, s.words, true);
    CheckAscendingRows(S::kSuggestionPostings, s.postings);
    CheckEach(S::kSuggestionPostings, s.postings.values(), "an id that names nothing",
              [&](SuggestionPosting posting) { return posting.id().index() < s.kind.size(); });
    for (std::uint32_t i = 0; i < s.size() && status_.ok(); ++i) {
      const SuggestionId id(i);
      if (static_cast<std::size_t>(s.kind[id]) >= kSuggestionKindCount) {
        Fault(S::kSuggestionKinds, i, "a kind that there is not");
      } else if (s.subject[id] >= SubjectsOf(s.kind[id])) {
        Fault(S::kSuggestionSubjects, i, "an id that names nothing");
      }
    }
  }

  std::size_t SubjectsOf(SuggestionKind kind) const {
    switch (kind) {
      case SuggestionKind::kNeed:
      case SuggestionKind::kCircumstance:
      case SuggestionKind::kServiceType:
        return index_.taxonomy().size();
      case SuggestionKind::kPlace:
        return index_.places().name.size();
      case SuggestionKind::kOrganisation:
        return index_.organisations().public_id.size();
      case SuggestionKind::kService:
      case SuggestionKind::kServiceName:
        return index_.services().size();
    }
    return 0;
  }

  void CheckWords() {
    const WordColumns& w = index_.words();
    CheckAscendingTexts(S::kWords, w.text, true);
    CheckIds(S::kWordPostings, w.postings.values(), index_.documents().size());
    CheckAscendingRows(S::kWordPostings, w.postings);
    CheckGreatestFrequencies();
    CheckEach(S::kWordCodes, w.code.values(), "the code of the end of a field",
              [](WordCode code) { return code != kFieldEnd; });
    CheckWordBits();
    CheckEach(S::kWordServiceCounts, w.service_count.values(), "more services than there are",
              [&](std::uint32_t count) { return count <= index_.services().size(); });
  }

  // Every word has the bits of its postings: of all frequent ones, or of none.
  void CheckWordBits() {
    const WordColumns& w = index_.words();
    if (!artefact_.Find(S::kFrequentWords)) return;
    CheckIds(S::kFrequentWords, w.own_bits.words, w.text.size());
    CheckIds(S::kFrequentPlaceWords, w.place_bits.words, w.text.size());
    CheckAscending(S::kFrequentWords, w.own_bits.words, true);
    CheckAscending(S::kFrequentPlaceWords, w.place_bits.words, true);
    if (!status_.ok()) return;
    std::size_t place_rows = 0;
    for (std::size_t row = 0; row < w.own_bits.words.size() && status_.ok(); ++row) {
      const TermId word = w.own_bits.words[row];
      const WordRows rows =
          RowsOf(w.postings[word], w.FrequenciesOf(word), index_.documents().size());
      if (!std::ranges::equal(rows.own, w.own_bits.Of(word))) {
        Fault(S::kFrequentWordBits, row, "bits that are not those of the postings");
      }
      const auto place = w.place_bits.Of(word);
      if (!place.empty()) ++place_rows;
      if (rows.has_place ? !std::ranges::equal(rows.place, place) : !place.empty()) {
        Fault(S::kFrequentPlaceWordBits, row, "bits that are not those of the postings");
      }
    }
    if (place_rows != w.place_bits.words.size()) {
      Fault(S::kFrequentPlaceWords, 0, "a word that has no bits of its own");
    }
  }

  void CheckGreatestFrequencies() {
    const WordColumns& w = index_.words();
    for (std::size_t i = 0; i < w.text.size() && status_.ok(); ++i) {
      std::uint16_t greatest = 0;
      for (const std::uint16_t frequency : w.FrequenciesOf(TermId::At(i))) {
        greatest = std::max(greatest, frequency);
      }
      if (w.greatest_frequency[TermId::At(i)] != greatest) {
        Fault(S::kWordGreatestFrequencies, i, "not the greatest frequency");
      }
    }
  }

  void CheckAreas() {
    const AreaColumns& a = index_.areas();
    CheckEach(S::kAreaKind, a.kind.values(), "no kind",
              [](AreaKind kind) { return kind <= AreaKind::kPolygon; });
    CheckIds(S::kAreaAuthorities, a.authorities.values(), a.size());
    CheckAscendingRows(S::kAreaAuthorities, a.authorities);
    CheckIds(S::kAreaMeets, a.meets.values(), a.size());
    CheckAscendingTexts(S::kAreaKeys, a.keys, false);
    CheckIds(S::kAreaKeyAreas, a.key_areas.values(), a.size());
  }

  void CheckGazetteer() {
    const std::size_t areas = index_.areas().size();
    const PostcodeColumns& p = index_.postcodes();
    CheckAscending(S::kPostcodeKeys, p.key.values(), true);
    CheckPoints(S::kPostcodePoints, p.point.values());
    CheckIds(S::kPostcodeAuthorities, p.authority.values(), areas, true);
    CheckEach(S::kPostcodeLife, p.life.values(), "no status",
              [](PostcodeLife life) { return life <= PostcodeLife::kEnded; });
    CheckAscendingTexts(S::kGroupTexts, p.group_text, true);
    CheckPoints(S::kGroupPoints, p.group_point.values());
    CheckIds(S::kGroupAuthorities, p.group_authorities.values(), areas, true);
    const PlaceColumns& q = index_.places();
    CheckEach(S::kPlaceKind, q.kind.values(), "no kind",
              [](PlaceKind kind) { return kind <= PlaceKind::kOther; });
    CheckPoints(S::kPlacePoint, q.point.values());
    CheckIds(S::kPlaceAuthority, q.authority.values(), areas, true);
    CheckAscendingTexts(S::kPlaceKeys, q.keys, false);
    CheckIds(S::kPlaceKeyPlaces, q.key_places.values(), q.name.size());
  }

  void CheckPoints(S section, std::span<const LatLng> points) {
    CheckEach(section, points, "a point outside the earth", [](LatLng p) {
      return p.lat_e7() >= -900'000'000 && p.lat_e7() <= 900'000'000 &&
             p.lon_e7() >= -1'800'000'000 && p.lon_e7() <= 1'800'000'000;
    });
  }

  const Index& index_;
  const VerifiedArtefact& artefact_;
  absl::Status status_;
};

}  // namespace

absl::Status Validate(const Index& index) { return Validator(index).Run(); }

}  // namespace waypost
