#pragma once

// The columns of documents and of what they belong to. Plain structs of views; engine/index fills
// and validates them, engine/query reads them.

#include <array>
#include <cstdint>

#include "engine/core/closed_lists.h"
#include "engine/core/fact.h"
#include "engine/core/ids.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"
#include "engine/format/public_id.h"
#include "engine/geo/lat_lng.h"
#include "engine/hours/session.h"
#include "engine/index/doc_set.h"
#include "engine/index/richness.h"

namespace waypost {

// Ages as a half-open span of whole millionths of a year, so that every comparison is exact. A
// stated whole maximum M ends at M + 1; any other maximum is closed: it ends one millionth above
// itself.
struct AgeRange {
  std::int32_t first;
  std::int32_t last;

  static constexpr std::int32_t kPerYear = 1'000'000;
  static constexpr std::int32_t kOpenFirst = 0;
  static constexpr std::int32_t kOpenLast = 2'000'000'000;

  bool Meets(const AgeRange& other) const { return first < other.last && other.first < last; }
};

// What a location states about each feature: one bit each in `present` and `absent`; neither: not
// stated.
struct AccessibilityBits {
  std::uint16_t present;
  std::uint16_t absent;
};

// A date as a day number; kNoDate when not stated.
inline constexpr std::int32_t kNoDate = INT32_MIN;
inline constexpr std::int64_t kNoMoment = INT64_MIN;

// The public ids of a document's location, and of its service at that location. Zeros where the
// service lists no location: such a document is nowhere, and has no such ids.
struct PlaceIds {
  Uuid location;
  Uuid at_location;
  friend bool operator==(const PlaceIds&, const PlaceIds&) = default;
};

// Flags of a document.
inline constexpr std::uint8_t kOnlyDocument = 1;    // its service has no other document
inline constexpr std::uint8_t kConfidential = 2;    // no point, address or distance is ever shown
inline constexpr std::uint8_t kPrecisionShift = 2;  // bits 2 to 4: record::PointPrecision
inline constexpr std::uint8_t kPrecisionMask = 7;
inline constexpr std::uint8_t kPrecisionOfUnit = 2;  // and above: of a sector, a district, an area
inline constexpr std::uint8_t kStatesStatus = 32;    // of a service that says nothing: active
inline constexpr std::uint8_t kSignposts = 64;       // its service only tells where else to look

// Documents. The located ones come first: ids below `located_count`, in spatial order.
struct DocumentColumns {
  std::uint32_t located_count = 0;

  Column<DocId, ServiceOrdinal> service;
  Column<DocId, LatLng> position;      // of located documents only
  Column<DocId, std::uint8_t> reach;   // EnumSet<Reach>
  Column<DocId, std::uint8_t> access;  // EnumSet<Access>; 0 is not stated
  Column<DocId, AccessibilityBits> accessibility;
  Column<DocId, Fact> free;
  Column<DocId, Status> status;
  Column<DocId, std::uint8_t> flags;
  // The authorities that it is located in: one, or all those of the sector or district by which its
  // point was found, None for one that no area names. Empty when not located or not known.
  JaggedColumn<DocId, AreaId> authorities;
  Column<DocId, std::int32_t> assured;
  Column<DocId, std::int64_t> modified;             // seconds since 1970 UTC
  Column<DocId, OrganisationOrdinal> organisation;  // None() when there is none
  Column<DocId, SourceOrdinal> source;
  Column<DocId, std::uint32_t> location_rank;  // ascending by bytes of the location's id
  Column<DocId, std::uint32_t> name_rank;      // ascending by collation key of the service's name
  Column<DocId, std::uint8_t> richness;        // 0 to 100
  Column<DocId, std::uint32_t> text_length;    // in words, of the service's text

  JaggedColumn<DocId, AgeRange> ages;
  JaggedColumn<DocId, LanguageId> languages;
  JaggedColumn<DocId, AreaId> areas;          // stated ones; None() for one that did not resolve
  JaggedColumn<DocId, TaxonomyTermId> terms;  // own ones, ascending
  // Service types that its text suggests, ascending; only where no own term is one.
  JaggedColumn<DocId, TaxonomyTermId> inferred;
  JaggedColumn<DocId, SessionId> sessions;
  Column<DocId, std::uint8_t> hours_state;
  TextColumn<DocId> session_line;         // "Tuesdays 10am to 12pm"; "" when nothing is stated
  TextColumn<DocId> location_id;          // the publisher's
  TextColumn<DocId, std::uint64_t> card;  // the location's members of a list card, as JSON

  Column<DocId, PlaceIds> place_ids;
  // Those that have place ids, by the id of their location, and of their service at it.
  std::span<const DocId> by_location;
  std::span<const DocId> by_place;

  // Documents that can be reached otherwise than at their place, or whose reach is not known: the
  // only ones that a circle does not decide. Ascending.
  std::span<const DocId> not_place_only;
  // Those of them that visit people or are reached from afar. Made at opening.
  std::span<const DocId> reaching_out;
  // The statuses that occur. Made at opening.
  EnumSet<Status> statuses;
  // Made at opening: documents whose service has no other, and the first one of every service.
  DocSet only_ones;
  DocSet first_ones;
  // Made at opening: located documents that are reached at their place only, and those of them that
  // state no area.
  DocSet place_only;
  DocSet place_decides;
  // Made at opening: the documents of each status.
  std::array<DocSet, kStatusCount> of_status;

  std::uint32_t size() const { return static_cast<std::uint32_t>(service.size()); }
  bool HasPlaceIds(DocId doc) const { return place_ids[doc] != PlaceIds{}; }
  bool IsLocated(DocId doc) const { return doc.value() < located_count; }
  // Its point stands for the area of a part of a postcode.
  bool IsOnlyAbout(DocId doc) const {
    return (flags[doc] >> kPrecisionShift & kPrecisionMask) > kPrecisionOfUnit;
  }
  DocumentHours HoursOf(DocId doc) const { return {sessions[doc], hours_state[doc]}; }
  LatLng PositionOrNullIsland(DocId doc) const { return IsLocated(doc) ? position[doc] : LatLng(); }
};

// What makes a date list, for calendar files; searching needs the list alone.
struct RuleColumns {
  TextColumn<DateListId> rule;  // of RFC 5545, without its bounds; empty where there is none
  JaggedColumn<DateListId, std::uint16_t> closures;  // days of the rule that are left out, as dates
};

struct ServiceColumns {
  Column<ServiceOrdinal, Uuid> public_id;  // ascending
  TextColumn<ServiceOrdinal> name;
  TextColumn<ServiceOrdinal> source_id;
  Column<ServiceOrdinal, ServiceOrdinal> by_source_id;  // ordinals in order of (source, source_id)
  JaggedColumn<ServiceOrdinal, DocId> documents;
  Column<ServiceOrdinal, RichnessBits> richness;  // the parts that are stated
  // The words that suggested its inferred types: a line for each, in order of the types.
  TextColumn<ServiceOrdinal> inferred_words;
  TextColumn<ServiceOrdinal, std::uint64_t> card;  // the service's members of a list card, as JSON

  std::uint32_t size() const { return static_cast<std::uint32_t>(public_id.size()); }
};

struct OrganisationColumns {
  Column<OrganisationOrdinal, Uuid> public_id;  // ascending
  TextColumn<OrganisationOrdinal> name;
};

struct ReviewColumns {
  Column<ReviewOrdinal, Uuid> public_id;  // ascending
  Column<ReviewOrdinal, ServiceOrdinal> service;
};

struct SourceColumns {
  TextColumn<SourceOrdinal> id;    // ascending
  TextColumn<SourceOrdinal> info;  // JSON: title, publisher, licence, attribution, counts
};

}  // namespace waypost
