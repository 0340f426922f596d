#pragma once

// Mistakes that an engine could make, built into the scan on demand so that the differential test
// can be shown to notice each of them (faulty_engine_test.cc). Without faults the scan is the
// oracle.

#include <bitset>
#include <cstdint>
#include <initializer_list>

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
  kBankHolidaysIgnored,       // a session on a bank holiday is as sure as any other
  kBankHolidaysOfAll,         // a bank holiday of Scotland puts sessions in England in doubt
  kConfirmedDayInDoubt,       // "open as usual" does not help against a bank holiday
  kClosedDayIsOpen,           // a holiday row that closes a day is not read
  kUsualTimesBesideOthers,    // other times of a holiday come on top of the usual ones
  kDayBeforeLost,             // a session that began yesterday is not found after midnight
  kClosingMinuteIsOpen,       // a session is still open at the minute at which it closes
  kExpiredIsNo,               // a date outside the validity of all rows is a no
  kUnknownDaysAreNo,          // a date past the horizon is a no
  kTodayIsOver,               // next_days begins tomorrow
  kLastDayLost,               // next_days ends a day too early
  kRunningIsOver,             // soonest: a session that is running has gone by
  kSoonestDoesNotTell,        // venues equally near are told apart by their ids alone
  kSecondPassIsFirst,         // in October, an offset does not tell which 01:30 is meant
  kNoSynonyms,                // words stand for themselves alone
  kNamesOfNeedsIgnored,       // a need scores by its types alone
  kPhraseIsItsWords,          // words between quotes may stand anywhere
  kOrBindsCloser,             // "a OR b c" asks for c in any case
  kInferredLeftOut,           // types that a text suggests are not looked at
  kNameCountsOnce,            // a word of the name scores like any other
};

inline constexpr std::size_t kScanFaultCount = 50;

class ScanFaults {
 public:
  ScanFaults() = default;
  ScanFaults(std::initializer_list<ScanFault> faults) {
    for (ScanFault fault : faults) faults_.set(static_cast<std::size_t>(fault));
  }
  bool Has(ScanFault fault) const { return faults_.test(static_cast<std::size_t>(fault)); }

 private:
  std::bitset<kScanFaultCount> faults_;
};

}  // namespace waypost::oracle
