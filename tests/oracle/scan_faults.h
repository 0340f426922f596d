#pragma once

// Mistakes that an engine could make, built into the scan on demand so that the differential test
// can be shown to notice each of them (faulty_engine_test.cc). Without faults the scan is the
// oracle.

#include <cstdint>

#include "engine/core/enum_set.h"

namespace waypost::oracle {

enum class ScanFault : std::uint8_t {
  kWithinExclusive,           // a document exactly at the radius is left out
  kBoxExclusive,              // a document on the edge of the box is left out
  kMidnightHalfLost,          // a session past midnight ends at midnight
  kFacetCountsDocuments,      // a service with two matching documents counts twice in a facet
  kFacetAppliesOwnFilter,     // a facet's own selection reduces its counts
  kFacetLimitOffByOne,        // one facet value too many
  kTieByIdDescending,         // equal sort keys come in the wrong order
  kNotStatedIsCertain,        // possible answers are called certain
  kAreaIgnoredForRemote,      // an online service is offered outside its area
  kVocabularyKeepsNotStated,  // untagged services flood a search by term
  kOthersDropNotStated,       // silence about cost is read as "no"
  kChildTermMissed,           // a service with a narrower term is not found by the wider one
  kAncestorIsNo,              // a service with only a wider term is refused
  kExcludeMissesDescendants,  // a narrower term escapes the exclusion
  kEqualWindowAllowed,        // from = to is an empty window instead of an error
  kWindowEndsAtMidnight,      // a window that runs into the next day is cut
  kFiftySevenDays,            // a date on the 57th day counts
  kUntilExclusive,            // the last date of a rule is lost
  kFortnightFromFirstMatch,   // weeks counted from the first match, not from the week of dtstart
  kAgeMaximumExclusive,       // a maximum of 11 ends at the 11th birthday
  kServiceCountedTwice,       // a service with two matching documents counts twice in the total
  kConditionsAtAnyVenue,      // one venue is near, another one open
  kPagingRepeats,             // the last hit of a page comes again on the next
  kDistanceOfFirstVenue,      // the distance is that of the first venue listed
  kExpiredCostCounts,         // a cost option that has expired still counts
  kFutureAssuranceIsYes,      // an assurance dated next year counts
  kStraddlingPlaceIsInside,   // a sector partly in the area is said to be inside
  kStopWordsRequired,         // "food for the hungry" wants "the"
  kLengthNotNormalised,       // BM25 forgets the length of the text
  kLocationWordsScore,        // words of the address count for the score
};

inline constexpr int kScanFaultCount = 30;

using ScanFaults = EnumSet<ScanFault>;

}  // namespace waypost::oracle
