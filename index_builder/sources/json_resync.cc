#include <algorithm>
#include <utility>

#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_splitter.h"
#include "index_builder/sources/json_value_scanner.h"

// How JsonSplitter goes on behind a broken record. Brackets and quotes cannot be trusted there, so
// it looks for a place that looks like the beginning of a record ("{" and a quote, behind a comma
// in a list, behind a line end at the top) and believes it only when records follow each other
// regularly from there to the end of the list, or for kEnoughRecords of them. A list inside the
// broken record looks alike but ends too soon, or in the wrong company.

namespace waypost::sources {
namespace {

constexpr int kEnoughRecords = 64;

// What looking at one "{" costs, in bytes of the search budget.
constexpr std::size_t kCandidateCost = 32;

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
    ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpace(next, false));
    if (!c || *c == '{' || *c == '[' || next - position_ > max_record_) {
      GiveBroken(piece, *line_end, "not JSON");
      return true;
    }
    from = next;
  }
}

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindNextRecord(std::size_t from,
                                                                    std::size_t until) {
  for (std::size_t at = from; at < until && search_budget_ > 0;) {
    const std::string_view text = window_.text();
    const std::size_t brace = text.find('{', at);
    const std::size_t looked = std::min(brace, text.size()) - at;
    search_budget_ -= std::min(search_budget_, looked + kCandidateCost);
    if (brace == std::string_view::npos) {
      at = text.size();
      ASSIGN_OR_RETURN(const bool more, window_.More());
      if (!more) return Position();
      continue;
    }
    if (brace >= until) return Position();
    at = brace + 1;
    std::size_t before = brace;
    while (before > from && IsJsonSpace(text[before - 1]) &&
           !(frames_.empty() && text[before - 1] == '\n')) {
      --before;
    }
    if (before <= from || text[before - 1] != (frames_.empty() ? '\n' : ',')) continue;
    std::size_t quote = brace + 1;
    ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpace(quote, false));
    if (c != '"') continue;
    ASSIGN_OR_RETURN(const bool follow, RecordsFollow(brace));
    if (follow) return Position(brace);
  }
  return Position();
}

absl::StatusOr<bool> JsonSplitter::RecordsFollow(std::size_t candidate) {
  std::size_t at = candidate;
  for (int seen = 0; seen < kEnoughRecords; ++seen) {
    const std::size_t limit = std::min(max_record_, search_budget_);
    ASSIGN_OR_RETURN(const Position end, FindEnd(at, limit, true));
    const std::size_t looked = (end ? *end : stopped_at_) - at;
    search_budget_ -= std::min(search_budget_, looked);
    if (!end) return false;
    at = *end;
    ASSIGN_OR_RETURN(const std::optional<char> next, SkipSpace(at, false));
    if (frames_.empty()) {
      if (!next) return true;
    } else {
      if (next == ']') return ListEndsWell(at);
      if (next != ',') return false;
      ++at;
    }
    ASSIGN_OR_RETURN(const std::optional<char> begin, SkipSpace(at, false));
    if (begin != '{') return false;
  }
  return true;
}

absl::StatusOr<bool> JsonSplitter::ListEndsWell(std::size_t at) {
  ++at;
  ASSIGN_OR_RETURN(const std::optional<char> next, SkipSpace(at, false));
  if (frames_.size() == 1) return !next || *next == '[' || *next == '{';
  if (!next) return false;
  if (frames_[frames_.size() - 2].is_list) return *next == ',' || *next == ']';
  if (*next == ',') {
    ++at;
    ASSIGN_OR_RETURN(const std::optional<char> quote, SkipSpace(at, false));
    if (quote != '"') return false;
    ASSIGN_OR_RETURN(const Position end, FindEnd(at, max_record_, true));
    return end && JsonNameOf(window_.text().substr(at + 1, *end - at - 2)) != JsonName::kOther;
  }
  if (*next != '}') return false;
  ++at;
  ASSIGN_OR_RETURN(const std::optional<char> after, SkipSpace(at, false));
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
