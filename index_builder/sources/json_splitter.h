#pragma once

// Cuts the records out of a JSON input of any size, one at a time, in bounded memory.
//
//   JsonSplitter splitter(*input);
//   JsonPiece piece;
//   for (;;) {
//     ASSIGN_OR_RETURN(bool more, splitter.Next(piece));
//     if (!more) break;
//     ... parse piece.text on its own ...
//   }
//
// Shapes it reads, also one after another in one input:
//   [ record, ... ]                                         a list
//   { "total_items": 2, "contents": [ record, ... ] }       a page; also content, items, data,
//   results,
//                                                           services, ..., also inside {"data":
//                                                           {...}}
//   record \n record                                        lines (NDJSON)
//   { "id": ..., "name": ... }                              one record
//   { "services": [...], "organizations": [...] }           separate entities, to be joined by id
//
// An object is a page when a list of that kind comes before its "id"; else it is a record. So
// records may have members called "services" or "contacts" of their own.
//
// Broken records: one that is not JSON inside but has balanced brackets is the parser's to refuse.
// One with unbalanced brackets or an unclosed string, or longer than the limit, comes out as
// `broken`, and splitting goes on at the next place that is seen to be a record of this list (see
// json_resync.cc). A null in a list comes out as a piece too.
//
// Errors (the input is broken as a whole), naming file and byte offset: not JSON at all (an HTML
// page is called one), or cut short: a list, page or record without end.
//
// Memory: twice the longest record, which is bounded by `max_record`; white space between records
// is not kept.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/json_record_shape.h"
#include "index_builder/sources/json_window.h"

namespace waypost::sources {

struct JsonPiece {
  // The bytes of the record (of a broken one at most the first kMaxBrokenText). Valid until the
  // next call; JsonWindow::kPadding bytes behind it may be read.
  std::string_view text;
  std::uint64_t offset = 0;  // in the decompressed input
  std::string_view list;     // the name of the list it stands in ("contents"), "" when it has none
  // Where the value at the top begins that it stands in (a page, a list, itself): the same for all
  // pieces of it.
  std::uint64_t container = 0;
  bool broken = false;
  std::string_view reason;  // of a broken one, in words
};

// What the page envelopes of an input said about themselves.
struct JsonEnvelopes {
  std::uint64_t pages = 0;
  std::uint64_t pages_without_total = 0;
  std::uint64_t elements = 0;          // elements of page lists
  std::optional<std::uint64_t> total;  // of the last page that stated one
};

class JsonSplitter {
 public:
  static constexpr std::size_t kDefaultMaxRecord = 32U << 20U;
  static constexpr std::size_t kMaxBrokenText = 64U << 10U;

  // How many bytes may be looked at in vain in search of a place to go on, before the input counts
  // as broken as a whole. Every record that is given out whole pays for kSearchPerByte times its
  // length, up to this, so that no number of broken records among good ones ends a build, and an
  // input of nothing but broken ones is still read in linear time.
  static constexpr std::size_t kSearchBudget = 256U << 20U;
  static constexpr std::size_t kSearchPerByte = 64;

  explicit JsonSplitter(InputStream& input, std::size_t max_record = kDefaultMaxRecord,
                        std::size_t search_budget = kSearchBudget);

  // The next piece; false at the end.
  absl::StatusOr<bool> Next(JsonPiece& piece);

  // Tells that the piece just given out is not JSON inside. When a record can be seen to begin
  // within it (an unclosed string made two records look like one), splitting goes on there.
  absl::Status ResumeInside();

  const JsonEnvelopes& envelopes() const { return envelopes_; }

 private:
  // A list, or an object that holds lists, that has begun and not ended.
  struct Frame {
    bool is_list = false;
    std::string list;
    bool counts = false;  // a list whose elements are those that a page's total counts
    std::uint64_t offset = 0;
    bool is_page = false;
    bool has_total = false;
    JsonRecordShape shape;  // of the records of a list, once it is known
  };
  enum class ObjectKind : std::uint8_t { kRecord, kContainer };
  enum class NoEnd : std::uint8_t { kNone, kMismatch, kLineInText, kInputEnds, kTooLong, kTooDeep };
  // What stands behind a record.
  enum class Follower : std::uint8_t { kRecord, kEnd, kOther };
  using Position = std::optional<std::size_t>;  // in window_.text()

  // One step each: true when it gave out a piece.
  absl::StatusOr<bool> StepAtTop(JsonPiece& piece);
  absl::StatusOr<bool> StepInList(JsonPiece& piece);
  absl::StatusOr<bool> StepInContainer(JsonPiece& piece);
  absl::StatusOr<bool> StepIntoObject(JsonPiece& piece);
  absl::StatusOr<bool> StepIntoMember(std::string_view key, JsonPiece& piece);

  absl::StatusOr<std::string> TakeKey();
  absl::Status TakeTotal();
  absl::Status SkipValue();
  void OpenFrame(bool is_list, std::string_view list);
  void CloseContainer();

  // Looks at the members of the object at position_ until one decides.
  absl::StatusOr<ObjectKind> KindOfObject();

  absl::StatusOr<bool> TakeRecord(JsonPiece& piece);
  absl::StatusOr<bool> TakeScalar(JsonPiece& piece);
  void Give(JsonPiece& piece, std::size_t end);

  // json_resync.cc: what to do about a record whose end cannot be found.
  absl::StatusOr<bool> TakeBroken(JsonPiece& piece);
  absl::StatusOr<bool> TakeOverlong(JsonPiece& piece);
  absl::StatusOr<bool> TakeGarbage(JsonPiece& piece);
  void GiveBroken(JsonPiece& piece, std::size_t end, std::string_view reason);
  // Where the next record begins in [from, until), by the look of the text.
  absl::StatusOr<Position> FindNextRecord(std::size_t from, std::size_t until);
  absl::StatusOr<Position> FindCandidate(std::size_t from, std::size_t until);
  absl::StatusOr<bool> StandsWhereRecordsStand(std::size_t brace, std::size_t from);
  absl::StatusOr<bool> IsRecord(std::size_t candidate);
  absl::StatusOr<bool> RecordsFollow(std::size_t candidate);
  absl::StatusOr<Follower> FollowerOf(std::size_t& at);
  absl::StatusOr<Position> FindCandidateEnd(std::size_t candidate);
  absl::Status LearnShapeAt(std::size_t record);
  JsonRecordShape& shape() { return frames_.empty() ? shape_at_top_ : frames_.back().shape; }
  void Charge(std::size_t bytes);
  absl::StatusOr<bool> ListEndsWell(std::size_t at);
  absl::StatusOr<Position> FindLineEnd(std::size_t from);

  // The end of the value at `begin`, reading on as needed, within `limit` bytes; nullopt when it
  // has none there (then no_end_ and stopped_at_ say why and where).
  absl::StatusOr<Position> FindEnd(std::size_t begin, std::size_t limit, bool stop_at_lines);
  // The byte at `at`, reading on as needed; nullopt at the end of the input.
  absl::StatusOr<std::optional<char>> ByteAt(std::size_t at);
  // Moves position_ to the first byte that is neither white space nor (with `and_commas`) a comma;
  // what it passes is forgotten.
  absl::StatusOr<std::optional<char>> SkipSpace(bool and_commas);
  // The same for a place ahead of position_, where everything is kept: nullopt also when there is
  // more space than a record may be long.
  absl::StatusOr<std::optional<char>> SkipSpaceAhead(std::size_t& at, bool and_commas);
  bool IsSpaceBetween(char c, bool and_commas) const;

  std::uint64_t OffsetAt(std::size_t at) const { return window_.offset() + at; }
  absl::Status NotJson(std::size_t at, std::string_view what) const;
  absl::Status CutShort(std::uint64_t offset, std::string_view what) const;

  InputStream& input_;
  JsonWindow window_;
  const std::size_t max_record_;
  std::size_t position_ = 0;  // in window_.text(); everything before it is done with
  std::vector<Frame> frames_;
  std::string list_;  // of the piece given out
  JsonEnvelopes envelopes_;
  bool at_start_ = true;   // nothing of the input was understood yet
  bool lines_ = false;     // records stand on lines of their own
  std::size_t given_ = 0;  // the length of the piece given out
  NoEnd no_end_ = NoEnd::kNone;
  std::size_t stopped_at_ = 0;
  std::string overlong_;  // the beginning of a record that was too long to keep
  const std::size_t most_search_;
  std::size_t search_budget_ = most_search_;  // what is left of it
  JsonRecordShape shape_at_top_;              // of records that stand in no list
};

}  // namespace waypost::sources
