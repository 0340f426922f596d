#include "index_builder/sources/json_record_reader.h"

#include <sstream>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/json_service.h"

namespace waypost::sources {

using record::ProblemKind;

std::string MinifiedJson(const simdjson::dom::element& value) {
  std::ostringstream text;
  text << simdjson::minify(value);
  return text.str();
}

std::string JsonIdOf(const JsonObject& object, JsonMember member) {
  const JsonObject::Member* id = object.Peek(member);
  if (id == nullptr || id->value.is_object() || id->value.is_array()) return "";
  std::string_view text;
  if (id->value.get_string().get(text) != simdjson::SUCCESS) return MinifiedJson(id->value);
  return std::string(record::Trim(text));
}

std::string JsonRecordReader::PlaceOf(const JsonPiece& piece) const {
  const std::string byte = "byte " + std::to_string(piece.offset);
  return member_.empty() ? byte : record::ProblemValue(member_) + " " + byte;
}

ParsedJson JsonRecordReader::Parse(const JsonPiece& piece) {
  report_.set_service_id("");
  const std::string place = PlaceOf(piece);
  ParsedJson parsed = parser_.Parse(piece.text);
  if (parsed.was_null) {
    report_.Report(ProblemKind::kNullElement, "service", place, piece.text, "left out");
  } else if (!parsed.object) {
    RejectPiece(piece, parsed.error);
  } else if (parsed.was_not_utf8 || parsed.was_malformed) {
    report_.set_service_id(JsonIdOf(JsonObject(*parsed.object)));
    if (parsed.was_not_utf8) {
      report_.Report(ProblemKind::kNotUtf8, "service", place, piece.text,
                     "unreadable bytes became U+FFFD");
    }
    if (parsed.was_malformed) {
      report_.Report(ProblemKind::kMalformedRecord, "service", place, piece.text,
                     "repaired and read");
    }
  }
  return parsed;
}

void JsonRecordReader::RejectPiece(const JsonPiece& piece, std::string_view reason) {
  ++records_read_;
  report_.set_service_id("");
  report_.Reject(ProblemKind::kMalformedRecord, "service", PlaceOf(piece), piece.text, reason,
                 piece.text);
}

bool JsonRecordReader::ReadText(std::string_view json, record::Service& service) {
  report_.set_service_id("");
  const ParsedJson parsed = parser_.ParseCopy(json);
  if (parsed.object) return Read(json, JsonObject(*parsed.object), service);
  if (parsed.was_null) {
    report_.Report(ProblemKind::kNullElement, "service", "", json, "left out");
    return false;
  }
  ++records_read_;
  report_.Reject(ProblemKind::kMalformedRecord, "service", "", json, parsed.error, json);
  return false;
}

bool JsonRecordReader::Read(std::string_view json, const JsonObject& object,
                            record::Service& service) {
  ++records_read_;
  report_.set_service_id(record::ProblemValue(JsonIdOf(object)));
  arena_.clear();
  PartExtras extras;
  JsonContext context{report_, source_, arena_, extras};
  const JsonEntity entity(context, "service", object);
  service = record::Service();
  service.source = source_;
  ReadService(entity, service);
  const auto reject = [&](ProblemKind kind, std::string_view field, std::string_view value) {
    report_.Reject(kind, "service", field, value, "not published", json);
    return false;
  };
  if (service.id.empty()) return reject(ProblemKind::kNoId, "id", "");
  if (service.name.empty()) {
    return reject(ProblemKind::kNoName, "name", entity.Raw(JsonMember::kName));
  }
  const std::string_view status = entity.Raw(JsonMember::kStatus);
  if (!service.status && !record::Trim(status).empty()) {
    return reject(ProblemKind::kUnknownStatus, "status", status);
  }
  return true;
}

void JsonRecordReader::ReportTotals(std::string_view value) {
  report_.set_service_id("");
  report_.Report(ProblemKind::kMissingTotal, "page", "total", value,
                 "every record in the file was read");
}

}  // namespace waypost::sources
