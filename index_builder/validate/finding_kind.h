#pragma once

// Everything that a feed can be found to do wrong: a word for each, how bad it is in either
// dialect, what it means and how it is mended. VALIDATE.md has the same list for people.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace waypost::validate {

// The dialects of Open Referral UK.
enum class Standard : std::uint8_t { kV1, kV3 };

std::string_view NameOf(Standard standard);  // "1.0", "3.0"

// An error breaks the standard or makes a client show something wrong; a warning may; a note is
// worth knowing.
enum class Severity : std::uint8_t { kError, kWarning, kNote };

std::string_view NameOf(Severity severity);  // "error", "warning", "note"

enum class FindingKind : std::uint8_t {
  // Answers.
  kNotAnswered,
  kNotJson,
  kNotUtf8,
  kTooLarge,
  kContentType,
  kNoCors,
  kSlow,
  kSlowedDown,
  kRedirected,
  kNoRoot,
  kRootIncomplete,
  kOtherVersion,
  kUnknownId,
  // Pages.
  kNoEnvelope,
  kEnvelopeMissing,
  kEnvelopeName,
  kEnvelopeType,
  kPageNumber,
  kPageFromZero,
  kPageSize,
  kPageFlag,
  kTotalChanges,
  kTotalWrong,
  kPageCount,
  kEmptyPage,
  kShortPage,
  kPerPageIgnored,
  kOnTwoPages,
  kEndlessPaging,
  kEmptyFeed,
  // Fields.
  kNotAnObject,
  kMissingField,
  kWrongType,
  kNumberAsText,
  kNullValue,
  kEmptyValue,
  kEmptyList,
  kNotUuid,
  kBadDate,
  kBadMoment,
  kBadTime,
  kBadUrl,
  kBadEmail,
  kUnknownWord,
  kOtherCase,
  kUnknownField,
  kMisnamedField,
  kRepeatedField,
  // Records.
  kRepeatedId,
  kRepeatedPartId,
  kBrokenReference,
  kBadCoordinates,
  kSwappedCoordinates,
  kZeroCoordinates,
  kOutsideUk,
  kHalfCoordinates,
  kRoundedCoordinates,
  kBadPostcode,
  kBadCountry,
  kNoPlace,
  kAgesReversed,
  kBadAge,
  kZeroAges,
  kBadByday,
  kOrdinalOutsideMonth,
  kBadMonthday,
  kBadInterval,
  kNoStartOfInterval,
  kClosesFirst,
  kHalfOpening,
  kNoDays,
  kDatesReversed,
  kExpired,
  kMarkup,
  kNoDescription,
  kPlaceholderAddress,
  kNeverAssured,
  kStale,
  kAssuredInFuture,
  kNoTerms,
  kTermSpelling,
  // Details.
  kDetailMissing,
  kOtherDetail,
  kDetailDiffers,
  // Other lists.
  kOtherListMissing,
  kOtherListPage,
  kOtherListDetail,
  // Self-tests.
  kNotFoundByName,
  kNotFoundByAge,
  kNotFoundByPostcode,
  kFoundFarther,
  kNotFoundByTerm,
  kNotFoundByHours,
  kFilterIgnored,
  kFilterAbsent,
  kQuestionRefused,
  kPostcodeNotKnown,
};

struct FindingRule {
  FindingKind kind;
  std::string_view code;
  Severity v1;
  Severity v3;
  std::string_view meaning;
  std::string_view fix;
};

// All of them, in the order of the enumeration.
std::span<const FindingRule> AllFindingRules();

const FindingRule& RuleOf(FindingKind kind);

Severity SeverityOf(FindingKind kind, Standard standard);

// The list as a table of Markdown, as VALIDATE.md has it.
std::string FindingTable();

}  // namespace waypost::validate
