#include "index_builder/validate/check_fields.h"

#include <algorithm>
#include <set>

#include "engine/core/date.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_date.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/validate/value_format.h"

namespace waypost::validate {
namespace {

using simdjson::dom::element_type;
using sources::JsonElement;

std::string_view TypeName(element_type type) {
  switch (type) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "a text";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

bool IsNumber(JsonElement value) {
  return value.is_int64() || value.is_uint64() || value.is_double();
}

std::string_view TextOf(JsonElement value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string ListOf(std::span<const std::string_view> words) {
  std::string list;
  for (std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

// One value of a field and where it stands.
class ValueCheck {
 public:
  ValueCheck(const FieldRule& rule, const std::string& pointer, RecordCheck& check)
      : rule_(rule), pointer_(pointer), check_(check) {}

  void Check(JsonElement value) {
    switch (rule_.kind) {
      case ValueKind::kObject:
        return CheckObject(value);
      case ValueKind::kList:
        return CheckList(value);
      case ValueKind::kNumber:
        return CheckNumber(value);
      case ValueKind::kBool:
        if (!value.is_bool()) AddWrongType(value, "true or false");
        return;
      case ValueKind::kNumberOrText:
        if (!IsNumber(value) && !value.is_string()) AddWrongType(value, "a number or a text");
        return;
      default:
        if (!value.is_string()) return AddWrongType(value, "a text, in quotes");
        CheckText(TextOf(value));
    }
  }

 private:
  void Add(FindingKind kind, std::string what) { check_.Add(kind, pointer_, what); }

  // "opens_at is "9am", which is no ...".
  void AddBadText(FindingKind kind, std::string_view text, std::string_view why) {
    std::string what(rule_.name);
    what += " is ";
    what += Quoted(text);
    what += ", ";
    what += why;
    Add(kind, what);
  }

  void AddWrongType(JsonElement value, std::string_view wanted) {
    std::string what(rule_.name);
    what += " is ";
    what += TypeName(value.type());
    what += ", and must be ";
    what += wanted;
    Add(FindingKind::kWrongType, what);
  }

  void CheckObject(JsonElement value) {
    if (!value.is_object()) return AddWrongType(value, "an object, in braces");
    CheckFields(value, rule_.entity, pointer_, check_);
  }

  void CheckList(JsonElement value) {
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
      return AddWrongType(value, "a list, in square brackets");
    }
    std::size_t i = 0;
    for (JsonElement element : list) {
      const std::string pointer = PointerTo(pointer_, i++);
      if (element.is_object()) {
        CheckFields(element, rule_.entity, pointer, check_);
      } else if (element.is_null()) {
        check_.Add(FindingKind::kNullValue, pointer, "an element of the list is null");
      } else {
        check_.Add(FindingKind::kWrongType, pointer,
                   "an element of the list is no object, and must be one");
      }
    }
  }

  void CheckNumber(JsonElement value) {
    if (IsNumber(value)) return;
    if (!value.is_string()) return AddWrongType(value, "a number");
    if (record::ReadNumber(TextOf(value))) {
      return AddBadText(FindingKind::kNumberAsText, TextOf(value), "a number in quotes");
    }
    AddWrongType(value, "a number");
  }

  void CheckText(std::string_view text) {
    switch (rule_.kind) {
      case ValueKind::kId:
        if (!IsUuid(text)) AddBadText(FindingKind::kNotUuid, text, "which is no UUID");
        return;
      case ValueKind::kDate:
        return CheckDate(text);
      case ValueKind::kFeedDate:
        if (!IsFeedDate(text)) AddBadText(FindingKind::kBadDate, text, "which is no date");
        return;
      case ValueKind::kMoment:
        return CheckMoment(text);
      case ValueKind::kTime:
        if (!IsClockTime(text)) {
          AddBadText(FindingKind::kBadTime, text, "which is no time such as 09:30");
        }
        return;
      case ValueKind::kUrl:
        return CheckAddress(FindingKind::kBadUrl, text, MendedUrl(text));
      case ValueKind::kEmail:
        return CheckAddress(FindingKind::kBadEmail, text, MendedEmail(text));
      case ValueKind::kUri:
        if (!IsUri(text)) AddBadText(FindingKind::kBadUrl, text, "which is no absolute URI");
        return;
      case ValueKind::kWord:
        return CheckWord(text);
      default:
        return;
    }
  }

  void CheckDate(std::string_view text) {
    if (ParseIsoDate(text)) return;
    const std::optional<Date> read = record::ReadDate(text);
    AddBadText(FindingKind::kBadDate, text,
               read ? "write " + FormatIsoDate(*read) : std::string("which is no date"));
  }

  void CheckMoment(std::string_view text) {
    if (IsMoment(text)) return;
    AddBadText(FindingKind::kBadMoment, text,
               record::ReadMoment(text) ? "which lacks its offset, or is written otherwise"
                                        : "which is no date and time");
  }

  void CheckAddress(FindingKind kind, std::string_view text,
                    const std::optional<std::string>& mended) {
    if (!mended) {
      if (IsPlaceholderAddress(text)) {
        AddBadText(FindingKind::kPlaceholderAddress, text, "an address for examples");
      }
      return;
    }
    AddBadText(kind, text, mended->empty() ? "which is no address" : "probably meant: " + *mended);
  }

  void CheckWord(std::string_view text) {
    if (std::find(rule_.words.begin(), rule_.words.end(), text) != rule_.words.end()) return;
    const std::string folded = record::FoldWords(text);
    for (std::string_view word : rule_.words) {
      if (record::FoldWords(word) != folded) continue;
      std::string why = "and is spelt \"";
      why += word;
      why += '"';
      return AddBadText(FindingKind::kOtherCase, text, why);
    }
    AddBadText(FindingKind::kUnknownWord, text, "and must be one of: " + ListOf(rule_.words));
  }

  const FieldRule& rule_;
  const std::string& pointer_;
  RecordCheck& check_;
};

bool IsEmptyContainer(JsonElement value) {
  simdjson::dom::array list;
  simdjson::dom::object object;
  if (value.get(list) == simdjson::SUCCESS) return list.begin() == list.end();
  return value.get(object) == simdjson::SUCCESS && object.begin() == object.end();
}

// True when there is a value to look at.
bool CheckStated(const FieldRule& rule, JsonElement value, const std::string& pointer,
                 RecordCheck& check) {
  const bool is_null = value.is_null();
  if (!is_null && !IsBlank(value)) {
    if (IsEmptyContainer(value)) {
      check.Add(FindingKind::kEmptyList, pointer, std::string(rule.name) + " is there, but empty");
    }
    return true;
  }
  std::string what(rule.name);
  what += is_null ? " is null" : " is an empty text";
  // A root term says so by its null: clients ask for it.
  if (is_null && rule.name == "parent") return false;
  check.Add(rule.required ? FindingKind::kMissingField
            : is_null     ? FindingKind::kNullValue
                          : FindingKind::kEmptyValue,
            pointer, what);
  return false;
}

void CheckUnknown(std::string_view name, Entity entity, const std::string& pointer,
                  RecordCheck& check) {
  const std::string_view probable = ProbableField(check.standard(), entity, name);
  std::string what(NameOf(entity));
  what += " has a field ";
  what += Quoted(name);
  if (!probable.empty()) {
    what += "; the standard calls it \"";
    what += probable;
    what += '"';
    check.Add(FindingKind::kMisnamedField, pointer, what);
  } else if (check.is_v1() || !IsInternationalField(name)) {
    check.Add(FindingKind::kUnknownField, pointer, what);
  }
}

}  // namespace

bool IsBlank(JsonElement value) {
  const std::string_view text = TextOf(value);
  return value.is_string() && std::all_of(text.begin(), text.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte <= 0x20 || byte == 0x7F;
         });
}

void CheckFields(JsonElement value, Entity entity, const std::string& pointer, RecordCheck& check) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return;
  std::set<std::string_view> names;
  for (const auto& [name, member] : object) {
    const std::string at = PointerTo(pointer, name);
    if (!names.insert(name).second) {
      check.Add(FindingKind::kRepeatedField, at, Quoted(name) + " is there twice");
      continue;
    }
    const FieldRule* const rule = FindField(check.standard(), entity, name);
    if (rule == nullptr) {
      CheckUnknown(name, entity, at, check);
    } else if (CheckStated(*rule, member, at, check)) {
      ValueCheck(*rule, at, check).Check(member);
    }
  }
  for (const FieldRule& rule : FieldsOf(check.standard(), entity)) {
    if (!rule.required || names.contains(rule.name)) continue;
    std::string what(NameOf(entity));
    what += " has no ";
    what += rule.name;
    check.Add(FindingKind::kMissingField, PointerTo(pointer, rule.name), what);
  }
}

}  // namespace waypost::validate
