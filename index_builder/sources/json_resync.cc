#include <algorithm>
#include <utility>

#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_splitter.h"
#include "index_builder/sources/json_value_scanner.h"

// How JsonSplitter goes on behind a broken record. Brackets and quotes cannot be trusted there, so
// it looks for a place that looks like the beginning of a record ("{" and a quote, behind a comma
// in a list, behind a line end at the top), and wants proof:
//
//  * an object with the member names of the records of this list (JsonRecordShape), with a record
//  or
//    the end of the list behind it; or
//  * records that follow each other regularly from there to the end of the list, or for
//    kEnoughRecords of them, whatever is in them.
//
// A list inside the broken record looks alike, but has other members, and ends too soon or in the
// wrong company. When nothing of this list is known yet, the second proof finds a record, and the
// first then those that stand before it (between two broken ones).

namespace waypost::sources {
namespace {

constexpr int kEnoughRecords = 64;

// What looking at one "{" costs, in bytes of the search budget.
constexpr std::size_t kCandidateCost = 32;

// How far the end of a candidate is looked for. Behind a record that does not end, every candidate
// that does not end either is read this far; records longer than this are hardly ever the next.
constexpr std::size_t kMaxCandidate = 4U << 20U;

}  // namespace

void JsonSplitter::GiveBroken(JsonPiece& piece, std::size_t end, std::string_view reason) {
  Give(piece, end);
  piece.text = piece.text.substr(0, kMaxBrokenText);
  piece.broken = true;
  piece.reason = reason;
}

absl::StatusOr<bool> JsonSplitter::TakeBroken(JsonPiece& piece) {
  const NoEnd why = no_end_;
  const std::size_t stopped_at = stopped_at_;
  if (lines_ && frames_.empty()) {
    ASSIGN_OR_RETURN(const Position line_end, FindLineEnd(position_));
    if (line_end) {
      GiveBroken(piece, *line_end, "brackets or quotes do not match on this line");
      return true;
    }
  } else {
    ASSIGN_OR_RETURN(const Position next, FindNextRecord(position_ + 1, position_ + max_record_));
    if (next) {
      GiveBroken(piece, *next, "brackets or quotes do not match");
      return true;
    }
  }
  switch (why) {
    case NoEnd::kLineInText: {
      // Not lines, then: one record with a line end in a text, which the parser may still be helped
      // with.
      ASSIGN_OR_RETURN(const Position end, FindEnd(position_, max_record_, false));
      if (!end) return TakeBroken(piece);
      Give(piece, *end);
      return true;
    }
    case NoEnd::kMismatch: {
      // A brace that closes a list in the record most likely closes the record; a bracket that
      // closes an object most likely closes the list of records.
      const bool brace = window_.text()[stopped_at] == '}';
      const bool in_list = !frames_.empty() && frames_.back().is_list;
      const std::size_t end = brace || !in_list ? stopped_at + 1 : stopped_at;
      GiveBroken(piece, std::max(end, position_ + 1), "brackets do not match");
      return true;
    }
    case NoEnd::kTooLong:
      return TakeOverlong(piece);
    case NoEnd::kTooDeep:
      return NotJson(stopped_at, "nested more than a million deep; this is no feed");
    case NoEnd::kNone:
    case NoEnd::kInputEnds:
      break;
  }
  return CutShort(OffsetAt(position_), "record");
}

absl::StatusOr<bool> JsonSplitter::TakeOverlong(JsonPiece& piece) {
  const std::uint64_t offset = OffsetAt(position_);
  overlong_ = window_.text().substr(position_, kMaxBrokenText);
  RETURN_IF_ERROR(SkipValue());
  GiveBroken(piece, position_, "longer than a record may be");
  piece.text = overlong_;
  piece.offset = offset;
  return true;
}

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindLineEnd(std::size_t from) {
  for (std::size_t at = from;;) {
    const std::size_t line_end = window_.text().find('\n', at);
    if (line_end != std::string_view::npos) return Position(line_end);
    at = window_.text().size();
    if (at - from > max_record_) return Position();
    ASSIGN_OR_RETURN(const bool more, window_.More());
    if (!more) return Position();
  }
}

// Text between values at the top, up to a line that begins like a value.
absl::StatusOr<bool> JsonSplitter::TakeGarbage(JsonPiece& piece) {
  for (std::size_t from = position_;;) {
    ASSIGN_OR_RETURN(const Position line_end, FindLineEnd(from));
    if (!line_end) {
      GiveBroken(piece, window_.text().size(), "not JSON");
      return true;
    }
    std::size_t next = *line_end + 1;
    ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpaceAhead(next, false));
    if (!c || *c == '{' || *c == '[' || next - position_ > max_record_) {
      GiveBroken(piece, *line_end, "not JSON");
      return true;
    }
    from = next;
  }
}

void JsonSplitter::Charge(std::size_t bytes) { search_budget_ -= std::min(search_budget_, bytes); }

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindNextRecord(std::size_t from,
                                                                    std::size_t until) {
  const bool known = !shape().empty();
  ASSIGN_OR_RETURN(const Position next, FindCandidate(from, until));
  if (known || !next) return next;
  RETURN_IF_ERROR(LearnShapeAt(*next));
  ASSIGN_OR_RETURN(const Position earlier, FindCandidate(from, *next));
  return earlier ? earlier : next;
}

absl::Status JsonSplitter::LearnShapeAt(std::size_t record) {
  ASSIGN_OR_RETURN(const Position end, FindCandidateEnd(record));
  if (end) shape() = JsonRecordShape::Of(window_.text().substr(record, *end - record));
  return absl::OkStatus();
}

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindCandidate(std::size_t from,
                                                                   std::size_t until) {
  for (std::size_t at = from; at < until && search_budget_ > 0;) {
    const std::string_view text = window_.text();
    const std::size_t brace = text.find('{', at);
    Charge(std::min(brace, text.size()) - at + kCandidateCost);
    if (brace == std::string_view::npos) {
      at = text.size();
      ASSIGN_OR_RETURN(const bool more, window_.More());
      if (!more) return Position();
      continue;
    }
    if (brace >= until) return Position();
    at = brace + 1;
    ASSIGN_OR_RETURN(const bool stands_well, StandsWhereRecordsStand(brace, from));
    if (!stands_well) continue;
    ASSIGN_OR_RETURN(const bool is_record, IsRecord(brace));
    if (is_record) return Position(brace);
  }
  return Position();
}

absl::StatusOr<bool> JsonSplitter::StandsWhereRecordsStand(std::size_t brace, std::size_t from) {
  const std::string_view text = window_.text();
  std::size_t before = brace;
  while (before > from && IsJsonSpace(text[before - 1]) &&
         !(frames_.empty() && text[before - 1] == '\n')) {
    --before;
  }
  if (before <= from || text[before - 1] != (frames_.empty() ? '\n' : ',')) return false;
  std::size_t quote = brace + 1;
  ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpaceAhead(quote, false));
  return c == '"';
}

absl::StatusOr<bool> JsonSplitter::IsRecord(std::size_t candidate) {
  ASSIGN_OR_RETURN(const Position end, FindCandidateEnd(candidate));
  if (!end) {
    Charge(stopped_at_ - candidate);
    return false;
  }
  if (shape().Resembles(window_.text().substr(candidate, *end - candidate))) {
    std::size_t at = *end;
    ASSIGN_OR_RETURN(const Follower follower, FollowerOf(at));
    if (follower != Follower::kOther) return true;
  }
  return RecordsFollow(candidate);
}

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindCandidateEnd(std::size_t candidate) {
  return FindEnd(candidate, std::min(max_record_, kMaxCandidate), true);
}

absl::StatusOr<bool> JsonSplitter::RecordsFollow(std::size_t candidate) {
  std::size_t at = candidate;
  for (int seen = 0; seen < kEnoughRecords; ++seen) {
    ASSIGN_OR_RETURN(const Position end, FindCandidateEnd(at));
    Follower follower = Follower::kOther;
    if (end) {
      at = *end;
      ASSIGN_OR_RETURN(follower, FollowerOf(at));
    }
    if (follower == Follower::kEnd) return true;
    if (follower == Follower::kOther) {
      Charge((end ? at : stopped_at_) - candidate);
      return false;
    }
  }
  return true;
}

// `at` is behind a record, and goes to the record that follows, if one does.
absl::StatusOr<JsonSplitter::Follower> JsonSplitter::FollowerOf(std::size_t& at) {
  ASSIGN_OR_RETURN(const std::optional<char> next, SkipSpaceAhead(at, false));
  if (frames_.empty()) {
    if (!next) return Follower::kEnd;
  } else if (next == ']') {
    ASSIGN_OR_RETURN(const bool ends_well, ListEndsWell(at));
    return ends_well ? Follower::kEnd : Follower::kOther;
  } else if (next != ',') {
    return Follower::kOther;
  } else {
    ++at;
  }
  ASSIGN_OR_RETURN(const std::optional<char> begin, SkipSpaceAhead(at, false));
  return begin == '{' ? Follower::kRecord : Follower::kOther;
}

absl::StatusOr<bool> JsonSplitter::ListEndsWell(std::size_t at) {
  ++at;
  ASSIGN_OR_RETURN(const std::optional<char> next, SkipSpaceAhead(at, false));
  if (frames_.size() == 1) return !next || *next == '[' || *next == '{';
  if (!next) return false;
  if (frames_[frames_.size() - 2].is_list) return *next == ',' || *next == ']';
  if (*next == ',') {
    ++at;
    ASSIGN_OR_RETURN(const std::optional<char> quote, SkipSpaceAhead(at, false));
    if (quote != '"') return false;
    ASSIGN_OR_RETURN(const Position end, FindEnd(at, max_record_, true));
    return end && JsonNameOf(window_.text().substr(at + 1, *end - at - 2)) != JsonName::kOther;
  }
  if (*next != '}') return false;
  ++at;
  ASSIGN_OR_RETURN(const std::optional<char> after, SkipSpaceAhead(at, false));
  if (frames_.size() == 2) return !after || *after == '{' || *after == '[';
  return after && (*after == '}' || *after == ']' || *after == ',');
}

absl::Status JsonSplitter::ResumeInside() {
  if (given_ == 0) return absl::OkStatus();
  if (lines_ && frames_.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const Position next, FindNextRecord(position_ + 1, position_ + given_));
  if (next) given_ = *next - position_;
  return absl::OkStatus();
}

}  // namespace waypost::sources
