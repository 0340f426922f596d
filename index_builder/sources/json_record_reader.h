#pragma once

// One JSON record to one service that is fit to be given out, or to a rejection: the last step of a
// JSON source, and where records are counted.
//
//   const ParsedJson parsed = reader.Parse(piece);
//   if (parsed.object && reader.Read(piece.text, JsonObject(*parsed.object), service)) return true;
//
// Not for several threads. What Parse returns is valid until the next call of any member.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "index_builder/record/field_report.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/json_object.h"
#include "index_builder/sources/json_parser.h"
#include "index_builder/sources/json_splitter.h"

namespace waypost::sources {

class JsonRecordReader {
 public:
  JsonRecordReader(std::string source, record::ProblemSink& sink)
      : source_(std::move(source)), report_(sink, source_, "") {}

  // The member of the folder or archive that pieces come from now, "" for a single file: named in
  // the place of what is wrong with them ("page-2.json byte 12").
  void set_member(std::string_view name) { member_ = name; }

  // Parses a piece of a splitter and reports what had to be repaired. Without an object in the
  // result the piece was rejected, or, when it is null, reported.
  ParsedJson Parse(const JsonPiece& piece);
  void RejectPiece(const JsonPiece& piece, std::string_view reason);

  // Reads a service, and says whether it is fit to be given out; it was rejected when it is not.
  // `json` is its text and `object` its members.
  bool Read(std::string_view json, const JsonObject& object, record::Service& service);
  // The same for a text that was kept.
  bool ReadText(std::string_view json, record::Service& service);

  // About the input as a whole.
  void ReportTotals(std::string_view value);

  std::uint64_t records_read() const { return records_read_; }

 private:
  std::string PlaceOf(const JsonPiece& piece) const;

  const std::string source_;
  record::FieldReport report_;
  JsonParser parser_;
  std::deque<std::string> arena_;
  std::string member_;
  std::uint64_t records_read_ = 0;
};

// The id as it stands in problems and joins rows: text or whole number, trimmed; "" when there is
// none.
std::string JsonIdOf(const JsonObject& object, JsonMember member = JsonMember::kId);

// `value` in as few bytes as it takes.
std::string MinifiedJson(const simdjson::dom::element& value);

}  // namespace waypost::sources
