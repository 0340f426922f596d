#include "index_builder/sources/json_splitter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_value_scanner.h"

namespace waypost::sources {
namespace {

// Lists in lists and pages in pages: more is no feed.
constexpr std::size_t kMaxFrames = 16;

constexpr char kRecordSeparator = '\x1E';  // RFC 7464, JSON text sequences

}  // namespace

JsonSplitter::JsonSplitter(InputStream& input, std::size_t max_record, std::size_t search_budget)
    : input_(input), window_(input), max_record_(max_record), most_search_(search_budget) {}

absl::Status JsonSplitter::NotJson(std::size_t at, std::string_view what) const {
  return InvalidArgument(input_.name() + ": byte " + std::to_string(OffsetAt(at)) + ": " +
                         std::string(what));
}

absl::Status JsonSplitter::CutShort(std::uint64_t offset, std::string_view what) const {
  return InvalidArgument(input_.name() + ": byte " + std::to_string(offset) + ": the " +
                         std::string(what) +
                         " that begins here has no end; the file is cut short: fetch it again");
}

absl::StatusOr<std::optional<char>> JsonSplitter::ByteAt(std::size_t at) {
  while (at >= window_.text().size()) {
    ASSIGN_OR_RETURN(const bool more, window_.More());
    if (!more) return std::optional<char>();
  }
  return std::optional<char>(window_.text()[at]);
}

bool JsonSplitter::IsSpaceBetween(char c, bool and_commas) const {
  return IsJsonSpace(c) || (and_commas && c == ',') || (frames_.empty() && c == kRecordSeparator);
}

absl::StatusOr<std::optional<char>> JsonSplitter::SkipSpace(bool and_commas) {
  for (;;) {
    const std::string_view text = window_.text();
    while (position_ < text.size() && IsSpaceBetween(text[position_], and_commas)) ++position_;
    if (position_ < text.size()) return std::optional<char>(text[position_]);
    window_.Discard(std::exchange(position_, 0));
    ASSIGN_OR_RETURN(const bool more, window_.More());
    if (!more) return std::optional<char>();
  }
}

absl::StatusOr<std::optional<char>> JsonSplitter::SkipSpaceAhead(std::size_t& at, bool and_commas) {
  for (const std::size_t begin = at; at - begin <= max_record_; ++at) {
    ASSIGN_OR_RETURN(const std::optional<char> c, ByteAt(at));
    if (!c || !IsSpaceBetween(*c, and_commas)) return c;
  }
  return std::optional<char>();
}

absl::StatusOr<JsonSplitter::Position> JsonSplitter::FindEnd(std::size_t begin, std::size_t limit,
                                                             bool stop_at_lines) {
  JsonValueScanner scanner(stop_at_lines);
  std::size_t at = begin;
  for (;;) {
    const ScanResult result = scanner.Scan(window_.text(), at);
    stopped_at_ = at;
    if (result == ScanResult::kComplete) {
      if (at - begin <= limit) return Position(at);
      no_end_ = NoEnd::kTooLong;
      return Position();
    }
    if (result == ScanResult::kMismatch) no_end_ = NoEnd::kMismatch;
    if (result == ScanResult::kLineInText) no_end_ = NoEnd::kLineInText;
    if (result == ScanResult::kTooDeep) no_end_ = NoEnd::kTooDeep;
    if (result != ScanResult::kNeedMore) return Position();
    if (at - begin > limit) {
      no_end_ = NoEnd::kTooLong;
      return Position();
    }
    ASSIGN_OR_RETURN(const bool more, window_.More());
    if (!more) {
      no_end_ = NoEnd::kInputEnds;
      return Position();
    }
  }
}

absl::StatusOr<bool> JsonSplitter::Next(JsonPiece& piece) {
  position_ += given_;
  given_ = 0;
  for (;;) {
    window_.Discard(std::exchange(position_, 0));
    if (frames_.empty()) {
      ASSIGN_OR_RETURN(const std::optional<char> next, SkipSpace(true));
      if (!next) {
        if (!at_start_) return false;
        return InvalidArgument(input_.name() + ": the file is empty; fetch it again");
      }
    }
    ASSIGN_OR_RETURN(const bool given, frames_.empty()          ? StepAtTop(piece)
                                       : frames_.back().is_list ? StepInList(piece)
                                                                : StepInContainer(piece));
    if (given) return true;
  }
}

absl::StatusOr<bool> JsonSplitter::StepAtTop(JsonPiece& piece) {
  const char c = window_.text()[position_];
  if (c == '{') {
    at_start_ = false;
    return StepIntoObject(piece);
  }
  if (c == '[') {
    at_start_ = false;
    OpenFrame(true, "");
    return false;
  }
  if (!at_start_) return TakeGarbage(piece);
  if (c == '<') {
    return NotJson(
        position_,
        "this is a web page or XML, not JSON (often an error page that was saved instead "
        "of the feed): open it to see what went wrong, and fetch the feed again");
  }
  return NotJson(position_, "not JSON: an object or a list was due here; check the file");
}

absl::StatusOr<bool> JsonSplitter::StepIntoObject(JsonPiece& piece) {
  ASSIGN_OR_RETURN(const ObjectKind kind, KindOfObject());
  if (kind == ObjectKind::kRecord) return TakeRecord(piece);
  OpenFrame(false, "");
  return false;
}

absl::StatusOr<bool> JsonSplitter::StepInList(JsonPiece& piece) {
  ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpace(true));
  if (!c) return CutShort(frames_.back().offset, "list");
  if (*c == ']') {
    frames_.pop_back();
    ++position_;
    return false;
  }
  if (*c == '[' && frames_.size() < kMaxFrames) {
    OpenFrame(true, std::string(frames_.back().list));
    return false;
  }
  if (frames_.back().counts) ++envelopes_.elements;
  if (*c == '{') return TakeRecord(piece);
  return TakeScalar(piece);
}

absl::StatusOr<bool> JsonSplitter::StepInContainer(JsonPiece& piece) {
  ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpace(true));
  if (!c) return CutShort(frames_.back().offset, "page");
  if (*c == '}') {
    CloseContainer();
    ++position_;
    return false;
  }
  if (*c != '"') return NotJson(position_, "the name of a member was due here; check the file");
  ASSIGN_OR_RETURN(const std::string key, TakeKey());
  return StepIntoMember(key, piece);
}

absl::StatusOr<std::string> JsonSplitter::TakeKey() {
  ASSIGN_OR_RETURN(const Position end, FindEnd(position_, max_record_, false));
  if (!end) return CutShort(OffsetAt(position_), "name");
  std::string key(window_.text().substr(position_ + 1, *end - position_ - 2));
  position_ = *end;
  ASSIGN_OR_RETURN(const std::optional<char> colon, SkipSpace(false));
  if (!colon) return CutShort(frames_.back().offset, "page");
  if (*colon != ':') return NotJson(position_, "a colon was due here; check the file");
  ++position_;
  ASSIGN_OR_RETURN(const std::optional<char> value, SkipSpace(false));
  if (!value) return CutShort(frames_.back().offset, "page");
  return key;
}

absl::StatusOr<bool> JsonSplitter::StepIntoMember(std::string_view key, JsonPiece& piece) {
  const JsonName name = JsonNameOf(key);
  const char value = window_.text()[position_];
  Frame& page = frames_.back();
  if (name == JsonName::kPage || name == JsonName::kTotal || name == JsonName::kPaging) {
    page.is_page = true;
  }
  const bool holds_records =
      name == JsonName::kPage || name == JsonName::kServices || name == JsonName::kWrapper;
  if (value == '[' && (holds_records || name == JsonName::kEntity)) {
    OpenFrame(true, key);
    frames_.back().counts = holds_records;
    return false;
  }
  if (value == '{' && holds_records && frames_.size() < kMaxFrames) {
    list_ = key;
    return StepIntoObject(piece);
  }
  if (name == JsonName::kTotal) {
    RETURN_IF_ERROR(TakeTotal());
    return false;
  }
  RETURN_IF_ERROR(SkipValue());
  return false;
}

absl::Status JsonSplitter::TakeTotal() {
  ASSIGN_OR_RETURN(const Position end, FindEnd(position_, max_record_, false));
  if (!end) return CutShort(OffsetAt(position_), "value");
  std::string_view text = window_.text().substr(position_, *end - position_);
  position_ = *end;
  if (text.size() > 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
  std::uint64_t total = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), total);
  if (error != std::errc() || stop != text.data() + text.size()) return absl::OkStatus();
  envelopes_.total = total;
  frames_.back().has_total = true;
  return absl::OkStatus();
}

// The same as FindEnd, but nothing of the value is kept, so it may be of any length.
absl::Status JsonSplitter::SkipValue() {
  const std::uint64_t begin = OffsetAt(position_);
  JsonValueScanner scanner;
  for (;;) {
    const ScanResult result = scanner.Scan(window_.text(), position_);
    if (result == ScanResult::kComplete) return absl::OkStatus();
    if (result != ScanResult::kNeedMore) {
      return NotJson(position_, "a bracket does not match the one it closes; check the file");
    }
    window_.Discard(std::exchange(position_, 0));
    ASSIGN_OR_RETURN(const bool more, window_.More());
    if (!more) return CutShort(begin, "value");
  }
}

void JsonSplitter::OpenFrame(bool is_list, std::string_view list) {
  Frame frame;
  frame.is_list = is_list;
  frame.list = list;
  frame.counts = !frames_.empty() && frames_.back().is_list && frames_.back().counts;
  frame.offset = OffsetAt(position_);
  frames_.push_back(std::move(frame));
  ++position_;
}

void JsonSplitter::CloseContainer() {
  const Frame& page = frames_.back();
  if (page.is_page) {
    ++envelopes_.pages;
    if (!page.has_total) ++envelopes_.pages_without_total;
  }
  frames_.pop_back();
}

void JsonSplitter::Give(JsonPiece& piece, std::size_t end) {
  if (!frames_.empty() && frames_.back().is_list) list_ = frames_.back().list;
  if (frames_.empty()) list_.clear();
  given_ = end - position_;
  piece = {};
  piece.text = window_.text().substr(position_, given_);
  piece.offset = OffsetAt(position_);
  piece.list = list_;
  piece.container = frames_.empty() ? piece.offset : frames_.front().offset;
}

absl::StatusOr<bool> JsonSplitter::TakeRecord(JsonPiece& piece) {
  const bool at_top = frames_.empty();
  ASSIGN_OR_RETURN(Position end, FindEnd(position_, max_record_, at_top));
  if (!end) return TakeBroken(piece);
  if (at_top) {
    ASSIGN_OR_RETURN(const std::optional<char> next, ByteAt(*end));
    lines_ = next == '\n' || next == '\r';
  }
  Give(piece, *end);
  if (shape().empty()) shape() = JsonRecordShape::Of(piece.text);
  search_budget_ = std::min(most_search_, search_budget_ + kSearchPerByte * piece.text.size());
  return true;
}

// A null, a number or a text where a record was due.
absl::StatusOr<bool> JsonSplitter::TakeScalar(JsonPiece& piece) {
  ASSIGN_OR_RETURN(const Position end, FindEnd(position_, max_record_, false));
  // A literal at the very end of the input has no end of its own; nor has the list.
  if (!end && no_end_ == NoEnd::kInputEnds) return CutShort(frames_.back().offset, "list");
  if (!end) return TakeBroken(piece);
  // A byte that begins no value, such as a colon or a stray bracket, must not be looked at again.
  Give(piece, std::max(*end, position_ + 1));
  return true;
}

}  // namespace waypost::sources
