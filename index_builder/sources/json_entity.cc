#include "index_builder/sources/json_entity.h"

#include <array>
#include <charconv>
#include <sstream>

#include "index_builder/record/folded_words.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;

template <typename Number>
std::string NumberText(Number number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

bool IsContainer(const simdjson::dom::element& value) {
  return value.is_object() || value.is_array();
}

}  // namespace

std::string_view JsonEntity::ScalarText(const simdjson::dom::element& value) const {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string_view(value);
    case simdjson::dom::element_type::BOOL:
      return bool(value) ? "true" : "false";
    case simdjson::dom::element_type::INT64:
      return context_.arena.emplace_back(NumberText(std::int64_t(value)));
    case simdjson::dom::element_type::UINT64:
      return context_.arena.emplace_back(NumberText(std::uint64_t(value)));
    case simdjson::dom::element_type::DOUBLE:
      return context_.arena.emplace_back(NumberText(double(value)));
    default:
      return {};
  }
}

void JsonEntity::ReportNull(std::string_view field) const {
  report().Report(ProblemKind::kNullElement, name_, field, "null", "left out");
}

void JsonEntity::ReportWrongType(std::string_view field, const simdjson::dom::element& value,
                                 std::string_view outcome) const {
  std::ostringstream text;
  text << simdjson::minify(value);
  report().Report(ProblemKind::kWrongType, name_, field, text.str(), outcome);
}

std::string_view JsonEntity::FieldName(JsonMember member) const {
  const JsonObject::Member* found = object_.FindAny(member);
  return found == nullptr ? std::string_view() : found->name;
}

std::string_view JsonEntity::ListText(const JsonObject::Member& member) const {
  std::string joined;
  for (const simdjson::dom::element element : simdjson::dom::array(member.value)) {
    if (element.is_null()) {
      ReportNull(member.name);
    } else if (IsContainer(element)) {
      ReportWrongType(member.name, element, "text was due; left out");
    } else {
      if (!joined.empty()) joined += ',';
      joined += ScalarText(element);
    }
  }
  return context_.arena.emplace_back(std::move(joined));
}

std::string_view JsonEntity::Raw(JsonMember member) const {
  const JsonObject::Member* found = object_.Find(member);
  if (found == nullptr) return {};
  if (found->value.is_array()) return ListText(*found);
  if (found->value.is_object()) {
    ReportWrongType(found->name, found->value, "text was due; left out");
    return {};
  }
  return ScalarText(found->value);
}

std::string_view JsonEntity::RawNumber(JsonMember member) const {
  const JsonObject::Member* found = object_.Find(member);
  if (found == nullptr) return {};
  const std::string_view text = Raw(member);
  if (found->value.is_string() && !record::Trim(text).empty()) {
    report().Report(ProblemKind::kWrongType, name_, found->name, text, "text read as its value");
  }
  return text;
}

std::string_view JsonEntity::RawText(JsonMember member) const {
  const JsonObject::Member* found = object_.Find(member);
  if (found == nullptr) return {};
  const std::string_view text = Raw(member);
  if (!found->value.is_string() && !IsContainer(found->value)) {
    report().Report(ProblemKind::kWrongType, name_, found->name, text, "read as text");
  }
  return text;
}

// Ids are text or numbers in feeds that are otherwise sound, so neither is reported.
std::string JsonEntity::Id(JsonMember member) const {
  return record::TextLine(report(), name_, FieldName(member), Raw(member));
}

std::string JsonEntity::Line(JsonMember member) const {
  return record::TextLine(report(), name_, FieldName(member), RawText(member));
}

std::string JsonEntity::Block(JsonMember member) const {
  return record::TextBlock(report(), name_, FieldName(member), RawText(member));
}

std::string JsonEntity::Url(JsonMember member) const {
  return record::UrlValue(report(), name_, FieldName(member), RawText(member));
}

std::string JsonEntity::Email(JsonMember member) const {
  return record::EmailValue(report(), name_, FieldName(member), RawText(member));
}

std::optional<double> JsonEntity::Number(JsonMember member) const {
  return record::NumberValue(report(), name_, FieldName(member), RawNumber(member));
}

std::optional<double> JsonEntity::Amount(JsonMember member) const {
  return record::AmountValue(report(), name_, FieldName(member), RawNumber(member));
}

std::optional<bool> JsonEntity::Bool(JsonMember member) const {
  return record::BoolValue(report(), name_, FieldName(member), RawNumber(member));
}

bool JsonEntity::Confidential() const {
  if (!States(JsonMember::kConfidential)) return false;
  const std::string_view text = RawNumber(JsonMember::kConfidential);
  // Of an object nothing is left as text, and Raw has reported it.
  if (object_.Find(JsonMember::kConfidential)->value.is_object()) return true;
  return record::ConfidentialValue(report(), name_, FieldName(JsonMember::kConfidential), text);
}

std::optional<Date> JsonEntity::Day(JsonMember member) const {
  return record::DateValue(report(), name_, FieldName(member), RawText(member));
}

std::optional<Moment> JsonEntity::Time(JsonMember member) const {
  return record::MomentValue(report(), name_, FieldName(member), RawText(member));
}

}  // namespace waypost::sources
