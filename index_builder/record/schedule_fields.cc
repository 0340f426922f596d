#include "index_builder/record/schedule_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_date.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/lenient_time.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/safe_text.h"

namespace waypost::record {
namespace {

constexpr std::string_view kEntity = "schedule";

bool IsStated(std::string_view value) { return !Trim(value).empty(); }

// What people write where an end or an exception would stand when there is none, or none known yet.
bool SaysNoneKnown(std::string_view text) {
  constexpr std::array<std::string_view, 16> kWords = {"tbc",
                                                       "tba",
                                                       "to be confirmed",
                                                       "to be announced",
                                                       "not known",
                                                       "unknown",
                                                       "ongoing",
                                                       "on going",
                                                       "open ended",
                                                       "continuing",
                                                       "no end",
                                                       "no end date",
                                                       "none",
                                                       "permanent",
                                                       "n a",
                                                       "na"};
  const std::string words = FoldWords(text);
  return words.empty() || std::find(kWords.begin(), kWords.end(), words) != kWords.end();
}

// Reads one row; `usable_` says whether its rule and times were understood.
class RowReader {
 public:
  RowReader(const FieldReport& report, const ScheduleFields& fields)
      : report_(report), fields_(fields) {}

  std::vector<Schedule> Read() {
    ReadRule();
    ReadDates();
    ReadTexts();
    ReadTimes();
    if (!usable_) return {Unreadable()};
    if (closed_) return {};
    if (openings_.size() < 2) return SaysNothing() ? std::vector<Schedule>{} : std::vector{row_};
    return OneRowEach();
  }

  Schedule ReadAsText() {
    ReadDates();
    ReadTexts();
    return Unreadable();
  }

 private:
  void Fail(ProblemKind kind, std::string_view field, std::string_view value) {
    report_.Report(kind, kEntity, field, value, "kept as text, states no time");
    usable_ = false;
  }

  void ReadRule() {
    ReadFreq();
    row_.interval = Positive(fields_.interval, "interval");
    if (fortnightly_ && !row_.interval) row_.interval = 2;
    row_.count = Positive(fields_.count, "count");
    ReadDays();
    row_.bymonthday = Numbers(fields_.bymonthday, "bymonthday", 31);
    row_.byweekno = Numbers(fields_.byweekno, "byweekno", 53);
    row_.byyearday = Numbers(fields_.byyearday, "byyearday", 366);
    if (IsStated(fields_.wkst)) {
      row_.wkst = ReadWeekday(fields_.wkst);
      if (!row_.wkst) Fail(ProblemKind::kUnreadableSchedule, "wkst", fields_.wkst);
    }
    if (row_.freq.empty() && !row_.byday.empty()) row_.freq = "WEEKLY";
    if (row_.freq.empty() && !row_.bymonthday.empty()) row_.freq = "MONTHLY";
  }

  void ReadFreq() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kFreqs = {{
        {"daily", "DAILY"},
        {"day", "DAILY"},
        {"every day", "DAILY"},
        {"weekly", "WEEKLY"},
        {"week", "WEEKLY"},
        {"every week", "WEEKLY"},
        {"monthly", "MONTHLY"},
        {"month", "MONTHLY"},
        {"yearly", "YEARLY"},
        {"annually", "YEARLY"},
    }};
    const std::string word = FoldWords(fields_.freq);
    if (word.empty()) return;
    fortnightly_ = word == "fortnightly" || word == "fortnight" || word == "biweekly";
    if (fortnightly_) row_.freq = "WEEKLY";
    for (const auto& [name, freq] : kFreqs) {
      if (word == name) row_.freq = freq;
    }
    if (row_.freq.empty()) Fail(ProblemKind::kUnreadableSchedule, "freq", fields_.freq);
  }

  void ReadDays() {
    const bool has_byday = IsStated(fields_.byday);
    const std::string_view text = has_byday ? fields_.byday : fields_.weekday;
    std::optional<std::vector<ByDay>> days = ReadByDay(text);
    if (days) {
      row_.byday = *std::move(days);
    } else {
      Fail(ProblemKind::kUnreadableSchedule, has_byday ? "byday" : "weekday", text);
    }
  }

  std::optional<int> Positive(std::string_view text, std::string_view field) {
    const std::optional<int> number = IntegerValue(report_, kEntity, field, text);
    if (!number && IsStated(text)) usable_ = false;
    if (number && *number < 1) {
      // 0 is what a form sends for "none"; below that nothing makes sense.
      if (*number < 0) Fail(ProblemKind::kUnreadableSchedule, field, text);
      return std::nullopt;
    }
    return number;
  }

  // "2,3,-1" with every number from -limit to limit and none 0.
  std::vector<int> Numbers(std::string_view text, std::string_view field, std::int64_t limit) {
    std::vector<int> numbers;
    std::string_view rest = text;
    while (IsStated(rest)) {
      const std::size_t comma = rest.find_first_of(",; ");
      const std::string_view part = Trim(rest.substr(0, comma));
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
      if (part.empty()) continue;
      const std::optional<std::int64_t> number = ReadInteger(part);
      if (!number || *number == 0 || *number > limit || *number < -limit) {
        Fail(ProblemKind::kUnreadableSchedule, field, text);
        return {};
      }
      numbers.push_back(static_cast<int>(*number));
    }
    return numbers;
  }

  void ReadDates() {
    row_.dtstart = Day(fields_.dtstart, "dtstart");
    row_.until = LastDay(fields_.until, "until");
    row_.valid_from = Day(fields_.valid_from, "valid_from");
    row_.valid_to = LastDay(fields_.valid_to, "valid_to");
    std::string_view rest = fields_.except;
    while (!rest.empty()) {
      const std::size_t comma = rest.find_first_of(",;|\n");
      const std::optional<Date> date = LastDay(rest.substr(0, comma), "except");
      if (date) row_.except.push_back(*date);
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
  }

  std::optional<Date> Day(std::string_view text, std::string_view field) {
    if (!IsStated(text)) return std::nullopt;
    const std::optional<Date> date = ReadDate(text);
    if (date) return date;
    if (IsNoDate(text)) {
      report_.Report(ProblemKind::kUnreadableDate, kEntity, field, text, "no date; left out");
    } else {
      Fail(ProblemKind::kUnreadableDate, field, text);
    }
    return std::nullopt;
  }

  // As Day, for a date that need not be known yet.
  std::optional<Date> LastDay(std::string_view text, std::string_view field) {
    if (!IsStated(text) || !SaysNoneKnown(text)) return Day(text, field);
    report_.Report(ProblemKind::kUnreadableDate, kEntity, field, text, "none known; left out");
    return std::nullopt;
  }

  void ReadTexts() {
    row_.id = TextLine(report_, kEntity, "id", fields_.id);
    row_.description = TextBlock(report_, kEntity, "description", fields_.description);
    row_.attending_type = TextLine(report_, kEntity, "attending_type", fields_.attending_type);
    row_.schedule_link = UrlValue(report_, kEntity, "schedule_link", fields_.schedule_link);
    row_.notes = TextBlock(report_, kEntity, "notes", fields_.notes);
    const std::string zone = FoldWords(fields_.timezone);
    const bool local = zone.empty() || zone == "0" || zone == "1" || zone == "europe london" ||
                       zone == "gmt" || zone == "bst" || zone == "utc" || zone == "gb";
    if (!local) {
      report_.Report(ProblemKind::kUnknownWord, kEntity, "timezone", fields_.timezone,
                     "times are taken as local");
    }
  }

  void ReadTimes() {
    if (!IsStated(fields_.opens_at) && !IsStated(fields_.closes_at)) return;
    // Several openings in one value; a feed that does so repeats it or leaves the other one empty.
    if (!IsStated(fields_.closes_at) || fields_.closes_at == fields_.opens_at) {
      if (std::optional<std::vector<Opening>> openings = ReadOpenings(fields_.opens_at)) {
        openings_ = *std::move(openings);
        closed_ = openings_.empty();
        if (openings_.size() == 1) SetTimes(openings_.front(), row_);
        return;
      }
    }
    ReadTwoTimes();
  }

  void ReadTwoTimes() {
    const auto read = [&](std::string_view text, std::string_view field, ClockRole role) {
      std::optional<ClockTime> time;
      if (!IsStated(text)) return time;
      time = ReadClockTime(text, role);
      if (!time) Fail(ProblemKind::kUnreadableTime, field, text);
      return time;
    };
    const std::optional<ClockTime> opens = read(fields_.opens_at, "opens_at", ClockRole::kOpening);
    const std::optional<ClockTime> closes =
        read(fields_.closes_at, "closes_at", ClockRole::kClosing);
    if (opens) row_.opens_at = opens->minute;
    if (closes) row_.closes_at = closes->minute;
    row_.utc_offset_minutes = opens && opens->utc_offset_minutes ? opens->utc_offset_minutes
                              : closes                           ? closes->utc_offset_minutes
                                                                 : std::nullopt;
    DropEmptySpan();
  }

  // Equal times are no session and hardly ever a whole day: a form that was not filled in.
  void DropEmptySpan() {
    const std::optional<ClockTime> closes = ReadClockTime(fields_.closes_at, ClockRole::kOpening);
    if (!row_.opens_at || !closes || closes->minute != *row_.opens_at) return;
    report_.Report(ProblemKind::kUnreadableTime, kEntity, "closes_at", fields_.closes_at,
                   "equals opens_at; times left out");
    row_.opens_at.reset();
    row_.closes_at.reset();
    row_.utc_offset_minutes.reset();
  }

  static void SetTimes(const Opening& opening, Schedule& row) {
    row.opens_at = opening.opens;
    row.closes_at = opening.closes;
  }

  std::vector<Schedule> OneRowEach() const {
    std::vector<Schedule> rows;
    for (const Opening& opening : openings_) {
      rows.push_back(row_);
      SetTimes(opening, rows.back());
    }
    return rows;
  }

  bool SaysNothing() const {
    Schedule empty;
    empty.id = row_.id;
    return row_ == empty;
  }

  Schedule Unreadable() const {
    Schedule row;
    row.id = row_.id;
    row.valid_from = row_.valid_from;
    row.valid_to = row_.valid_to;
    row.description = row_.description;
    row.attending_type = row_.attending_type;
    row.schedule_link = row_.schedule_link;
    row.notes = row_.notes;
    row.as_published = ToSafeText(AsPublished()).text;
    row.unreadable = true;
    return row;
  }

  std::string AsPublished() const {
    const std::array<std::pair<std::string_view, std::string_view>, 16> members = {{
        {"freq", fields_.freq},
        {"interval", fields_.interval},
        {"count", fields_.count},
        {"byday", fields_.byday},
        {"weekday", fields_.weekday},
        {"bymonthday", fields_.bymonthday},
        {"byweekno", fields_.byweekno},
        {"byyearday", fields_.byyearday},
        {"wkst", fields_.wkst},
        {"dtstart", fields_.dtstart},
        {"until", fields_.until},
        {"valid_from", fields_.valid_from},
        {"valid_to", fields_.valid_to},
        {"except", fields_.except},
        {"opens_at", fields_.opens_at},
        {"closes_at", fields_.closes_at},
    }};
    std::string text;
    for (const auto& [name, value] : members) {
      if (!IsStated(value)) continue;
      if (!text.empty()) text += "; ";
      text.append(name).append("=").append(ProblemValue(Trim(value)));
    }
    return text;
  }

  const FieldReport& report_;
  const ScheduleFields& fields_;
  Schedule row_;
  std::vector<Opening> openings_;
  bool closed_ = false;  // the times say "closed"
  bool fortnightly_ = false;
  bool usable_ = true;
};

std::optional<MinuteOfDay> HolidayTime(const FieldReport& report, std::string_view field,
                                       std::string_view text, ClockRole role) {
  if (!IsStated(text)) return std::nullopt;
  const std::optional<ClockTime> time = ReadClockTime(text, role);
  if (!time) {
    report.Report(ProblemKind::kUnreadableTime, "holiday_schedule", field, text, "left out");
    return std::nullopt;
  }
  return time->minute;
}

}  // namespace

std::vector<Schedule> ReadSchedule(const FieldReport& report, const ScheduleFields& fields) {
  return RowReader(report, fields).Read();
}

Schedule KeepScheduleAsText(const FieldReport& report, const ScheduleFields& fields) {
  return RowReader(report, fields).ReadAsText();
}

HolidaySchedule ReadHoliday(const FieldReport& report, const HolidayFields& fields) {
  constexpr std::string_view kHoliday = "holiday_schedule";
  HolidaySchedule holiday;
  holiday.id = TextLine(report, kHoliday, "id", fields.id);
  holiday.closed = BoolValue(report, kHoliday, "closed", fields.closed);
  holiday.opens_at = HolidayTime(report, "opens_at", fields.opens_at, ClockRole::kOpening);
  holiday.closes_at = HolidayTime(report, "closes_at", fields.closes_at, ClockRole::kClosing);
  holiday.start_date = DateValue(report, kHoliday, "start_date", fields.start_date);
  holiday.end_date = DateValue(report, kHoliday, "end_date", fields.end_date);
  // Times that cannot be read are no usual times: then only "closed" says anything.
  const bool lost_a_time = (IsStated(fields.opens_at) && !holiday.opens_at) ||
                           (IsStated(fields.closes_at) && !holiday.closes_at);
  if (lost_a_time && holiday.closed == false) holiday.closed.reset();
  return holiday;
}

}  // namespace waypost::record
