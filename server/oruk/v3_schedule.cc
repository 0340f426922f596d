#include "server/oruk/v3_schedule.h"

#include <algorithm>
#include <string>

#include "engine/core/ascii.h"
#include "server/oruk/published_rest.h"
#include "server/oruk/schedule_row.h"

namespace waypost::oruk {
namespace {

constexpr std::string_view kEveryDay = "MO,TU,WE,TH,FR,SA,SU";

// "2MO": an ordinal, which only months have.
bool HasOrdinals(std::string_view days) { return std::ranges::any_of(days, IsDigit); }

struct Rule {
  std::string_view freq;
  std::string_view byday;
  bool is_stated = true;  // false: one that the profile cannot say
};

Rule RuleOf(const Json& row) {
  const std::string_view freq = TextIn(row, "freq");
  const std::string_view days = TextIn(row, "byday");
  if (freq == "MONTHLY") return {.freq = freq, .byday = days};
  const bool is_weekly = freq == "WEEKLY" || (freq.empty() && !days.empty());
  if (is_weekly) return {.freq = "WEEKLY", .byday = HasOrdinals(days) ? "" : days};
  const bool is_daily = freq == "DAILY" && NumberIn(row, "interval").value_or(1) == 1 &&
                        !HasOrdinals(days) && TextIn(row, "bymonthday").empty();
  if (is_daily) return {.freq = "WEEKLY", .byday = days.empty() ? kEveryDay : days};
  return {.freq = "", .byday = "", .is_stated = freq.empty()};
}

void WriteExtras(const Json& row, JsonText& json) {
  PutText("until", TextIn(row, "until"), json);
  const std::optional<double> count = NumberIn(row, "count");
  if (count) json.Number("count", *count);
  for (const char* key : {"wkst", "byweekno", "byyearday"}) PutText(key, TextIn(row, key), json);
  PutText("as_published", TextIn(row, "as_published"), json);
}

void WriteRule(const Json& row, const Rule& rule, JsonText& json) {
  PutText("dtstart", TextIn(row, "dtstart"), json);
  PutText("freq", rule.freq, json);
  const std::optional<double> interval = NumberIn(row, "interval");
  if (!rule.freq.empty() && interval && *interval >= 1) json.Number("interval", *interval);
  PutText("byday", rule.byday, json);
  if (rule.freq == "MONTHLY") PutText("bymonthday", TextIn(row, "bymonthday"), json);
}

// A rule that cannot be said is told in words, where the publisher has none.
void WriteDescription(const Json& row, const Rule& rule, JsonText& json) {
  const std::string_view description = TextIn(row, "description");
  if (!IsBlank(description) || rule.is_stated) {
    PutText("description", description, json);
  } else {
    json.Text("description", "Repeats: " + LowerCase(TextIn(row, "freq")));
  }
}

void WriteRow(const Json& row, bool extras, JsonText& json) {
  const Rule rule = RuleOf(row);
  PutText("valid_from", TextIn(row, "valid_from"), json);
  PutText("valid_to", TextIn(row, "valid_to"), json);
  WriteRule(row, rule, json);
  WriteDescription(row, rule, json);
  PutText("opens_at", TextIn(row, "opens_at"), json);
  PutText("closes_at", ClosingTime(row), json);
  PutText("schedule_link", ValidAddress(TextIn(row, "schedule_link")), json);
  PutText("attending_type", TextIn(row, "attending_type"), json);
  PutText("notes", TextIn(row, "notes"), json);
  if (extras) WriteExtras(row, json);
}

// Hours of exceptional days; that a day is closed cannot be said.
void WriteHoliday(const Json& row, JsonText& json) {
  const std::string_view start = TextIn(row, "start_date");
  const std::string_view end = TextIn(row, "end_date");
  PutText("valid_from", start, json);
  PutText("valid_to", end.empty() ? start : end, json);
  PutText("dtstart", start, json);
  json.Text("description", "Exceptional hours");
  PutText("opens_at", TextIn(row, "opens_at"), json);
  PutText("closes_at", ClosingTime(row), json);
}

// Writes the rows of a service, or of a service at a location.
class ScheduleWriter {
 public:
  ScheduleWriter(const ServiceRecord& service, bool extras, JsonText& json)
      : service_(service), extras_(extras), json_(json), array_("schedules", json) {}

  void Add(const Json& owner, std::string_view at_location) {
    std::size_t number = 0;
    for (const Json& row : Items(owner, "schedules")) {
      Begin(row, kSchedule, {at_location, number++});
      WriteRow(row, extras_, json_);
      if (extras_) PutRest(service_.RestOf(kSchedule, TextIn(row, "id")), begin_, json_);
      json_.EndObject();
    }
    number = 0;
    for (const Json& row : Items(owner, "holiday_schedules")) {
      const RowPlace place{at_location, number++};
      if (TextIn(row, "opens_at").empty() || TextIn(row, "start_date").empty()) continue;
      Begin(row, kHolidaySchedule, place);
      WriteHoliday(row, json_);
      json_.EndObject();
    }
  }

 private:
  void Begin(const Json& row, std::string_view entity, const RowPlace& place) {
    array_.Next().StartObject();
    begin_ = MembersBegin(json_);
    WriteRowIds(service_, entity, row, place, json_);
  }

  const ServiceRecord& service_;
  bool extras_;
  JsonText& json_;
  OptionalArray array_;
  std::size_t begin_ = 0;  // of the members of the row under way
};

}  // namespace

void WriteV3Schedules(const ServiceRecord& service, bool extras, JsonText& json) {
  ScheduleWriter writer(service, extras, json);
  writer.Add(service.json(), {});
  for (const Json& at : Items(service.json(), "locations")) {
    writer.Add(at, TextIn(at, "public_id"));
  }
}

}  // namespace waypost::oruk
