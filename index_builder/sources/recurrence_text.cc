#include "index_builder/sources/recurrence_text.h"

#include <array>
#include <utility>

#include "index_builder/record/folded_words.h"

namespace waypost::sources {
namespace {

using record::ScheduleFields;

constexpr std::array<std::pair<std::string_view, std::string_view ScheduleFields::*>, 9> kParts = {{
    {"FREQ", &ScheduleFields::freq},
    {"INTERVAL", &ScheduleFields::interval},
    {"COUNT", &ScheduleFields::count},
    {"UNTIL", &ScheduleFields::until},
    {"BYDAY", &ScheduleFields::byday},
    {"BYMONTHDAY", &ScheduleFields::bymonthday},
    {"BYWEEKNO", &ScheduleFields::byweekno},
    {"BYYEARDAY", &ScheduleFields::byyearday},
    {"WKST", &ScheduleFields::wkst},
}};

std::string_view ScheduleFields::*MemberOf(std::string_view name) {
  for (const auto& [part, member] : kParts) {
    if (record::EqualsIgnoringCase(part, name)) return member;
  }
  return nullptr;
}

bool TakePart(std::string_view part, ScheduleFields& fields) {
  const std::size_t equals = part.find('=');
  if (equals == part.npos) return false;
  std::string_view ScheduleFields::*const member = MemberOf(record::Trim(part.substr(0, equals)));
  const std::string_view value = record::Trim(part.substr(equals + 1));
  if (member == nullptr || value.empty() || !(fields.*member).empty()) return false;
  fields.*member = value;
  return true;
}

}  // namespace

std::optional<ScheduleFields> SplitRecurrence(std::string_view text) {
  text = record::Trim(text);
  constexpr std::string_view kName = "RRULE:";
  if (record::EqualsIgnoringCase(text.substr(0, kName.size()), kName)) {
    text.remove_prefix(kName.size());
  }
  ScheduleFields fields;
  while (!text.empty()) {
    const std::size_t semicolon = text.find(';');
    const std::string_view part = record::Trim(text.substr(0, semicolon));
    text.remove_prefix(semicolon == text.npos ? text.size() : semicolon + 1);
    if (!part.empty() && !TakePart(part, fields)) return std::nullopt;
  }
  if (fields.freq.empty()) return std::nullopt;
  return fields;
}

}  // namespace waypost::sources
