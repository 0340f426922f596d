#pragma once

// What the builder found wrong in its input. Nothing is repaired, dropped or rejected in silence.
//
// A *rejected* record is not in the index and stands in FILE.rejects.ndjson; every other problem is
// a value that was repaired, left out or doubted, and stands in the report.

#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::record {

enum class ProblemKind : std::uint8_t {
  // Rejections.
  kMalformedRecord,  // not an object, not JSON, no row
  kNoId,             // a service without id
  kNoName,           // a service without name
  kUnknownStatus,    // a status outside the list: not published
  kTooLarge,         // longer than an index can store
  // Same-id repeats: all but one are left out.
  kRepeatedId,
  // Values.
  kNullElement,  // null where an object or a list was due
  kWrongType,    // a number, date or boolean as text, and the like; read all the same
  kUnreadableNumber,
  kUnreadableDate,
  kUnreadableTime,
  kUnreadableSchedule,  // the row is kept as text and states no time
  kForbiddenRule,       // a combination that RFC 5545 forbids
  kStartOffRule,        // dtstart does not match its own rule
  kBadCoordinates,      // not a number, out of range, or 0,0
  kMaskedPosition,      // rounded coordinates or a cut postcode
  kNoPosition,          // neither coordinates nor a postcode that resolves
  kUnknownPostcode,
  kMarkupRemoved,
  kEmbeddedImageRemoved,
  kBadUrl,
  kBadEmail,
  kUnknownWord,  // a word outside a closed list
  kBadAge,       // 0 to 0, maximum below minimum, negative
  kFutureDate,   // assured in the future
  kUnresolvedArea,
  kUnknownTerm,    // a term of a known vocabulary that the vocabulary does not have
  kMissingParent,  // a row that names a parent row that is not there
  kSharedId,       // two sources share a UUID: the later source's id is derived
  kMissingTotal,   // a page envelope without totals or with wrong ones
  kNotUtf8,
  kRaggedRow,  // a row of a table with more fields than its header has columns
  kOverruled,  // a statement that another one makes void
};

// "malformed_record", "no_id", ...: stable words for reports and tests.
std::string_view NameOf(ProblemKind kind);

struct Problem {
  ProblemKind kind = ProblemKind::kMalformedRecord;
  std::string source;   // source id
  std::string entity;   // "service", "location", "schedule", ...
  std::string id;       // publisher's id of the service it happened in; "" when unknown
  std::string field;    // "opens_at"
  std::string value;    // as published, cut by ProblemValue (field_report.h)
  std::string outcome;  // what was done about it, in words: "read as 10:00", "left out"
};

// Where source readers and preparation tell what they found. Called from one thread at a time.
class ProblemSink {
 public:
  virtual ~ProblemSink() = default;
  // A doubtful value; the record lives.
  virtual void Report(Problem problem) = 0;
  // A record that is not published. `raw` is the record as published when it is known.
  virtual void Reject(Problem problem, std::string_view raw) = 0;
};

}  // namespace waypost::record
