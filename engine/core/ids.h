#pragma once

// The id types of the whole engine. All are dense ordinals given out at build and never shown
// outside; the outside knows only the public id of a service (FORMAT.md, "Public ids").

#include <cstdint>

#include "engine/core/strong_id.h"

namespace waypost {

struct DocIdTag;
struct ServiceOrdinalTag;
struct LocationOrdinalTag;
struct OrganisationOrdinalTag;
struct SourceOrdinalTag;
struct ReviewOrdinalTag;
struct TermIdTag;
struct TaxonomyTermIdTag;
struct AreaIdTag;
struct LanguageIdTag;
struct DateListIdTag;
struct SessionIdTag;

// One service at one location: the unit of search. Located documents first, in spatial order.
using DocId = StrongId<DocIdTag, std::uint32_t>;
// A service, in ascending order of public id: comparing ordinals compares public ids.
using ServiceOrdinal = StrongId<ServiceOrdinalTag, std::uint32_t>;
// An organisation, in ascending order of its public id.
using OrganisationOrdinal = StrongId<OrganisationOrdinalTag, std::uint32_t>;
// A source, in ascending order of its id.
using SourceOrdinal = StrongId<SourceOrdinalTag, std::uint16_t>;
// A review, in ascending order of its public id.
using ReviewOrdinal = StrongId<ReviewOrdinalTag, std::uint32_t>;
// An analysed word, in ascending byte order.
using TermId = StrongId<TermIdTag, std::uint32_t>;
// An entry of a taxonomy. Ids run in depth-first order, so a term and its descendants are one
// range.
using TaxonomyTermId = StrongId<TaxonomyTermIdTag, std::uint32_t>;
// An authority, county, region, nation, or a polygon that some service states as its area.
using AreaId = StrongId<AreaIdTag, std::uint32_t>;
// A language that some service lists.
using LanguageId = StrongId<LanguageIdTag, std::uint16_t>;
// A list of dates that one or more sessions share.
using DateListId = StrongId<DateListIdTag, std::uint32_t>;
// A session that one or more documents share.
using SessionId = StrongId<SessionIdTag, std::uint32_t>;

}  // namespace waypost
