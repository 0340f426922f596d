#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/geo/bounding_box.h"
#include "engine/index/index.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

using S = SectionId;
using spool::ScratchFolder;
using spool::SpooledColumn;
using spool::SpooledRows;
using spool::SpooledTexts;

// Each group of columns takes the documents one by one, in order of DocId, and writes its sections
// in the end.

// ---- whose

class OriginColumns {
 public:
  explicit OriginColumns(const ScratchFolder& scratch)
      : service_(scratch), organisation_(scratch), source_(scratch) {}

  void Add(ServiceOrdinal service, const DocumentRow& row) {
    service_.Add(service);
    organisation_.Add(row.facts.organisation);
    source_.Add(row.facts.source);
  }
  absl::Status Write(ArtefactWriter& writer) const {
    RETURN_IF_ERROR(service_.Write(S::kDocService, writer));
    RETURN_IF_ERROR(organisation_.Write(S::kDocOrganisation, writer));
    return source_.Write(S::kDocSource, writer);
  }

 private:
  SpooledColumn<ServiceOrdinal> service_;
  SpooledColumn<OrganisationOrdinal> organisation_;
  SpooledColumn<SourceOrdinal> source_;
};

// ---- where

class PlaceColumns {
 public:
  explicit PlaceColumns(const ScratchFolder& scratch)
      : reach_(scratch),
        not_place_only_(scratch),
        authorities_(scratch),
        areas_(scratch),
        position_(scratch) {}

  void Add(DocId doc, const DocumentRow& row) {
    reach_.Add(static_cast<std::uint8_t>(row.facts.reach.bits()));
    if (row.facts.reach != EnumSet<Reach>{Reach::kPlace}) not_place_only_.Add(doc);
    authorities_.AddRow(row.authorities);
    areas_.AddRow(row.areas);
    if (row.facts.is_located) AddPosition(row.facts.position);
  }
  absl::Status Write(ArtefactWriter& writer) {
    EndTile();
    RETURN_IF_ERROR(reach_.Write(S::kDocReach, writer));
    RETURN_IF_ERROR(not_place_only_.Write(S::kDocNotPlaceOnly, writer));
    RETURN_IF_ERROR(authorities_.Write(S::kDocAuthorityOffsets, S::kDocAuthorities, writer));
    RETURN_IF_ERROR(areas_.Write(S::kDocAreaOffsets, S::kDocAreas, writer));
    RETURN_IF_ERROR(position_.Write(S::kDocPosition, writer));
    return writer.AddColumn(S::kTileBoxes, boxes_);
  }

 private:
  void AddPosition(LatLng position) {
    position_.Add(position);
    tile_.push_back(position);
    if (tile_.size() == kTileSize) EndTile();
  }
  void EndTile() {
    if (!tile_.empty()) boxes_.push_back(BoundingBox::Of(tile_));
    tile_.clear();
  }

  SpooledColumn<std::uint8_t> reach_;
  SpooledColumn<DocId> not_place_only_;
  SpooledRows<AreaId> authorities_;
  SpooledRows<AreaId> areas_;
  SpooledColumn<LatLng> position_;
  std::vector<LatLng> tile_;
  std::vector<BoundingBox> boxes_;
};

// ---- under which ids

class PlaceIdColumns {
 public:
  void Add(const DocumentRow& row) { ids_.push_back(row.facts.place_ids); }
  absl::Status Write(ArtefactWriter& writer) const {
    std::vector<DocId> documents;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (ids_[i] != PlaceIds{}) documents.push_back(DocId::At(i));
    }
    RETURN_IF_ERROR(writer.AddColumn(S::kDocPlaceIds, ids_));
    std::stable_sort(documents.begin(), documents.end(), [&](DocId a, DocId b) {
      return ids_[a.index()].location < ids_[b.index()].location;
    });
    RETURN_IF_ERROR(writer.AddColumn(S::kDocsByLocation, documents));
    std::sort(documents.begin(), documents.end(), [&](DocId a, DocId b) {
      return ids_[a.index()].at_location < ids_[b.index()].at_location;
    });
    return writer.AddColumn(S::kDocsByPlace, documents);
  }

 private:
  std::vector<PlaceIds> ids_;
};

// ---- order

class RankColumns {
 public:
  explicit RankColumns(const ScratchFolder& scratch) : name_(scratch), location_ids_(scratch) {}

  void Add(std::uint32_t name_rank, const DocumentRow& row) {
    name_.Add(name_rank);
    location_ids_.AddRow(row.location_id);
  }
  absl::Status Write(const std::vector<std::uint32_t>& location_ranks,
                     ArtefactWriter& writer) const {
    RETURN_IF_ERROR(writer.AddColumn(S::kDocLocationRank, location_ranks));
    RETURN_IF_ERROR(name_.Write(S::kDocNameRank, writer));
    return location_ids_.Write(S::kDocLocationIdOffsets, S::kDocLocationIds, writer);
  }

 private:
  SpooledColumn<std::uint32_t> name_;
  SpooledTexts location_ids_;
};

// ---- facts

class FactColumns {
 public:
  explicit FactColumns(const ScratchFolder& scratch)
      : access_(scratch),
        accessibility_(scratch),
        free_(scratch),
        status_(scratch),
        flags_(scratch),
        assured_(scratch),
        modified_(scratch),
        richness_(scratch),
        ages_(scratch) {}

  void Add(const DocumentRow& row) {
    access_.Add(static_cast<std::uint8_t>(row.facts.access.bits()));
    accessibility_.Add(row.facts.accessibility);
    free_.Add(row.facts.free);
    status_.Add(row.facts.status);
    flags_.Add(row.facts.flags);
    assured_.Add(row.facts.assured);
    modified_.Add(row.facts.modified);
    richness_.Add(row.facts.richness);
    ages_.AddRow(row.ages);
  }
  absl::Status Write(ArtefactWriter& writer) const {
    RETURN_IF_ERROR(access_.Write(S::kDocAccess, writer));
    RETURN_IF_ERROR(accessibility_.Write(S::kDocAccessibility, writer));
    RETURN_IF_ERROR(free_.Write(S::kDocFree, writer));
    RETURN_IF_ERROR(status_.Write(S::kDocStatus, writer));
    RETURN_IF_ERROR(flags_.Write(S::kDocFlags, writer));
    RETURN_IF_ERROR(assured_.Write(S::kDocAssured, writer));
    RETURN_IF_ERROR(modified_.Write(S::kDocModified, writer));
    RETURN_IF_ERROR(richness_.Write(S::kDocRichness, writer));
    return ages_.Write(S::kDocAgeOffsets, S::kDocAges, writer);
  }

 private:
  SpooledColumn<std::uint8_t> access_;
  SpooledColumn<AccessibilityBits> accessibility_;
  SpooledColumn<Fact> free_;
  SpooledColumn<Status> status_;
  SpooledColumn<std::uint8_t> flags_;
  SpooledColumn<std::int32_t> assured_;
  SpooledColumn<std::int64_t> modified_;
  SpooledColumn<std::uint8_t> richness_;
  SpooledRows<AgeRange> ages_;
};

class ListColumns {
 public:
  explicit ListColumns(const ScratchFolder& scratch)
      : languages_(scratch), terms_(scratch), inferred_(scratch) {}

  void Add(const DocumentRow& row) {
    languages_.AddRow(row.languages);
    terms_.AddRow(row.terms);
    inferred_.AddRow(row.inferred);
  }
  absl::Status Write(const std::map<std::string, LanguageId>& languages,
                     ArtefactWriter& writer) const {
    TextRows names;
    for (const auto& [key, id] : languages) names.AddRow(key);
    RETURN_IF_ERROR(writer.AddJagged(S::kLanguageNameOffsets, S::kLanguageNames, names));
    RETURN_IF_ERROR(languages_.Write(S::kDocLanguageOffsets, S::kDocLanguages, writer));
    RETURN_IF_ERROR(terms_.Write(S::kDocTermOffsets, S::kDocTerms, writer));
    return inferred_.Write(S::kDocInferredOffsets, S::kDocInferred, writer);
  }

 private:
  SpooledRows<LanguageId> languages_;
  SpooledRows<TaxonomyTermId> terms_;
  SpooledRows<TaxonomyTermId> inferred_;
};

// ---- hours and the cards that say them

class HourColumns {
 public:
  // `sessions` are those of the rows, in the order in which services were gone through.
  HourColumns(const prepare::SessionPool& sessions, const Horizon& horizon,
              const ScratchFolder& scratch)
      : unordered_(sessions),
        numbers_(sessions.columns().sessions.size(), SessionId::None()),
        pool_(horizon),
        sessions_(scratch),
        states_(scratch),
        lines_(scratch),
        cards_(scratch) {}

  void Add(const DocumentRow& row) {
    for (SessionId session : row.sessions) sessions_.Add(NumberOf(session));
    sessions_.EndRow();
    states_.Add(row.facts.hours_state);
    lines_.AddRow(row.session_line);
    cards_.AddRow(row.card);
  }
  absl::Status Write(ArtefactWriter& writer) const {
    const prepare::SessionColumns& shared = pool_.columns();
    RETURN_IF_ERROR(sessions_.Write(S::kDocSessionOffsets, S::kDocSessions, writer));
    RETURN_IF_ERROR(states_.Write(S::kDocHoursState, writer));
    RETURN_IF_ERROR(lines_.Write(S::kDocSessionLineOffsets, S::kDocSessionLines, writer));
    RETURN_IF_ERROR(writer.AddColumn(S::kSessions, shared.sessions));
    RETURN_IF_ERROR(writer.AddJagged(S::kDateListOffsets, S::kDateLists, shared.date_lists));
    RETURN_IF_ERROR(writer.AddJagged(S::kRuleOffsets, S::kRules, shared.rules));
    RETURN_IF_ERROR(writer.AddJagged(S::kClosureOffsets, S::kClosures, shared.closures));
    return cards_.Write(S::kDocCardOffsets, S::kDocCards, writer);
  }

 private:
  // Sessions are numbered as documents, in their own order, come to them.
  SessionId NumberOf(SessionId session) {
    SessionId& number = numbers_[session.index()];
    if (number.is_none()) number = pool_.Add(unordered_, session);
    return number;
  }

  const prepare::SessionPool& unordered_;
  std::vector<SessionId> numbers_;
  prepare::SessionPool pool_;
  SpooledRows<SessionId> sessions_;
  SpooledColumn<std::uint8_t> states_;
  SpooledTexts lines_;
  spool::LongSpooledTexts cards_;
};

}  // namespace

absl::Status WriteDocuments(const Prepared& prepared, DocumentRows rows,
                            const prepare::SessionPool& sessions, PostingsOfTerms& postings,
                            ArtefactWriter& writer) {
  const prepare::DocumentOrder& order = prepared.order;
  OriginColumns origins(prepared.scratch);
  PlaceColumns places(prepared.scratch);
  PlaceIdColumns place_ids;
  RankColumns ranks(prepared.scratch);
  FactColumns facts(prepared.scratch);
  ListColumns lists(prepared.scratch);
  HourColumns hours(sessions, HorizonOf(prepared.directory.as_of), prepared.scratch);
  DocumentRow row;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    RETURN_IF_ERROR(rows.Read(order.rows[i], row));
    const ServiceOrdinal service = order.services[i];
    origins.Add(service, row);
    places.Add(DocId(i), row);
    place_ids.Add(row);
    ranks.Add(prepared.survey.name_ranks()[service.index()], row);
    facts.Add(row);
    lists.Add(row);
    hours.Add(row);
    postings.own.Add(DocId(i), row.terms);
    postings.inferred.Add(DocId(i), row.inferred);
  }
  RETURN_IF_ERROR(origins.Write(writer));
  RETURN_IF_ERROR(places.Write(writer));
  RETURN_IF_ERROR(place_ids.Write(writer));
  RETURN_IF_ERROR(ranks.Write(order.location_ranks, writer));
  RETURN_IF_ERROR(facts.Write(writer));
  RETURN_IF_ERROR(lists.Write(prepared.survey.languages(), writer));
  return hours.Write(writer);
}

}  // namespace waypost::sections
