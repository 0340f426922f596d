#pragma once

// Reads the members of one JSON object into record values, and tells the report what was odd: the
// one way in which the readers of entities (json_*_parts.cc, oruk*_json.cc, outpost_json.cc) get at
// data.
//
//   JsonEntity phone(context, "phone", object);
//   result.number = phone.Line(JsonMember::kNumber);
//   phone.Each(JsonMember::kLanguages, "language", [&](const JsonEntity& language) { ... });
//
// A number, date or yes/no value that is written as text is read all the same and reported as
// kWrongType, and so is a text written as a number. Null elements of lists are reported and
// skipped.
//
// Views are valid while the context's parser and arena are.

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/core/date.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/field_values.h"
#include "index_builder/sources/json_object.h"
#include "index_builder/sources/part_extras.h"

namespace waypost::sources {

// What all entities of one service share. Strings made of numbers live in `arena`.
struct JsonContext {
  const record::FieldReport& report;
  std::string_view source;
  std::deque<std::string>& arena;
  PartExtras& extras;
};

class JsonEntity {
 public:
  JsonEntity(JsonContext& context, std::string_view name, const JsonObject& object)
      : context_(context), name_(name), object_(object) {}

  const JsonObject& object() const { return object_; }
  std::string_view name() const { return name_; }
  const record::FieldReport& report() const { return context_.report; }
  std::string_view source() const { return context_.source; }
  JsonContext& context() const { return context_; }
  bool States(JsonMember member) const { return object_.States(member); }

  // A scalar as text as published, "" when it is not stated; objects and lists are reported, except
  // that a list of scalars is joined by commas ("byday": ["MO", "TU"]).
  std::string_view Raw(JsonMember member) const;
  // The same for a value that ought to be a number or yes/no: text is reported as of the wrong
  // type.
  std::string_view RawNumber(JsonMember member) const;
  // The same for a value that ought to be text: a number or yes/no is reported.
  std::string_view RawText(JsonMember member) const;

  // The text of any scalar value, "" for null, objects and lists.
  std::string_view ScalarText(const simdjson::dom::element& value) const;

  std::string Id(JsonMember member = JsonMember::kId) const;
  std::string Line(JsonMember member) const;
  std::string Block(JsonMember member) const;
  std::string Url(JsonMember member) const;
  std::string Email(JsonMember member) const;
  std::optional<double> Number(JsonMember member) const;
  std::optional<double> Amount(JsonMember member) const;
  std::optional<bool> Bool(JsonMember member) const;
  // The member `confidential`; what cannot be read, an object or a word, means yes.
  bool Confidential() const;
  std::optional<Date> Day(JsonMember member) const;
  std::optional<Moment> Time(JsonMember member) const;

  // Keeps what nobody has read of this part: the last thing that a reader of a part does. `id` is
  // the one by which the record tells it from others of its kind.
  void KeepRest(std::string_view id) const { context_.extras.Keep(name_, id, object_); }

  // Calls `read(const JsonEntity&)` for the object under `member`, or for each object of the list
  // there. A scalar there is passed to `scalar(std::string_view)`.
  template <typename Read, typename Scalar>
  void Each(JsonMember member, std::string_view entity, Read read, Scalar scalar) const;
  template <typename Read>
  void Each(JsonMember member, std::string_view entity, Read read) const;

 private:
  template <typename Read, typename Scalar>
  void Visit(const simdjson::dom::element& value, std::string_view field, std::string_view entity,
             Read& read, Scalar& scalar) const;
  std::string_view ListText(const JsonObject::Member& member) const;
  void ReportNull(std::string_view field) const;
  void ReportWrongType(std::string_view field, const simdjson::dom::element& value,
                       std::string_view outcome) const;
  std::string_view FieldName(JsonMember member) const;

  JsonContext& context_;
  std::string_view name_;
  const JsonObject& object_;
};

template <typename Read, typename Scalar>
void JsonEntity::Visit(const simdjson::dom::element& value, std::string_view field,
                       std::string_view entity, Read& read, Scalar& scalar) const {
  simdjson::dom::object object;
  if (value.get_object().get(object) == simdjson::SUCCESS) {
    const JsonObject members(object);
    read(JsonEntity(context_, entity, members));
  } else if (value.is_null()) {
    ReportNull(field);
  } else if (value.is_array()) {
    ReportWrongType(field, value, "a list in a list was left out");
  } else if (const std::string_view text = ScalarText(value); !text.empty()) {
    scalar(text);
  }
}

template <typename Read, typename Scalar>
void JsonEntity::Each(JsonMember member, std::string_view entity, Read read, Scalar scalar) const {
  const JsonObject::Member* found = object_.FindAny(member);
  if (found == nullptr) return;
  simdjson::dom::array list;
  if (found->value.get_array().get(list) != simdjson::SUCCESS) {
    Visit(found->value, found->name, entity, read, scalar);
    return;
  }
  for (const simdjson::dom::element element : list) {
    Visit(element, found->name, entity, read, scalar);
  }
}

template <typename Read>
void JsonEntity::Each(JsonMember member, std::string_view entity, Read read) const {
  Each(member, entity, read, [&](std::string_view text) {
    report().Report(record::ProblemKind::kWrongType, name_, FieldName(member), text,
                    "an object was due; left out");
  });
}

}  // namespace waypost::sources
