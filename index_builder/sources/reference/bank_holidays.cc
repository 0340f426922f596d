#include "index_builder/sources/reference/bank_holidays.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "engine/core/date.h"
#include "index_builder/sources/reference/json_document.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

constexpr std::array<std::string_view, 3> kDivisions = {"england-and-wales", "northern-ireland",
                                                        "scotland"};

auto DayOf(const record::BankHoliday& holiday) { return std::tie(holiday.division, holiday.date); }

record::Problem UnreadableDay(const std::string& name, std::string_view division,
                              JsonElement event) {
  return {.kind = record::ProblemKind::kUnreadableDate,
          .source = FileLabel(name),
          .entity = "bank_holiday",
          .id = std::string(division),
          .field = "date",
          .value = JsonText(event, "date"),
          .outcome = "left out"};
}

}  // namespace

void SortBankHolidays(std::vector<record::BankHoliday>& holidays) {
  std::stable_sort(holidays.begin(), holidays.end(),
                   [](const auto& a, const auto& b) { return DayOf(a) < DayOf(b); });
  const auto repeats =
      std::unique(holidays.begin(), holidays.end(),
                  [](const auto& a, const auto& b) { return DayOf(a) == DayOf(b); });
  holidays.erase(repeats, holidays.end());
}

absl::StatusOr<std::vector<record::BankHoliday>> ParseBankHolidays(const std::string& name,
                                                                   std::string_view text,
                                                                   record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(const JsonDocument document, JsonDocument::Parse(name, text));
  std::vector<record::BankHoliday> holidays;
  bool any_division = false;
  for (std::string_view division : kDivisions) {
    const std::optional<JsonElement> member = JsonMember(document.root(), division);
    if (!member.has_value()) continue;
    any_division = true;
    for (JsonElement event : JsonArray(*member, "events")) {
      const std::optional<Date> date = ParseIsoDate(JsonText(event, "date"));
      if (!date.has_value()) {
        sink.Report(UnreadableDay(name, division, event));
        continue;
      }
      holidays.push_back({std::string(division), *date, JsonText(event, "title")});
    }
  }
  if (!any_division) {
    return InvalidArgument(name +
                           ": line 1: no bank holidays; expected the layout of "
                           "https://www.gov.uk/bank-holidays.json");
  }
  SortBankHolidays(holidays);
  return holidays;
}

}  // namespace waypost::sources
