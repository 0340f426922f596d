#include "index_builder/record/schedule_fields.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {

using M = JsonMember;

namespace {

record::ScheduleFields ScheduleFieldsOf(const JsonEntity& row) {
  record::ScheduleFields fields;
  fields.id = row.Raw(M::kId);
  fields.freq = row.RawText(M::kFreq);
  fields.interval = row.RawNumber(M::kInterval);
  fields.count = row.RawNumber(M::kCount);
  fields.byday = row.RawText(M::kByday);
  fields.weekday = row.Raw(M::kWeekday);  // a word in one dialect, a number in another
  fields.bymonthday = row.Raw(M::kBymonthday);
  fields.byweekno = row.Raw(M::kByweekno);
  fields.byyearday = row.Raw(M::kByyearday);
  fields.wkst = row.RawText(M::kWkst);
  fields.dtstart = row.RawText(M::kDtstart);
  fields.until = row.RawText(M::kUntil);
  fields.valid_from = row.RawText(M::kValidFrom);
  fields.valid_to = row.RawText(M::kValidTo);
  fields.except = row.RawText(M::kExcept);
  fields.opens_at = row.RawText(M::kOpensAt);
  fields.closes_at = row.RawText(M::kClosesAt);
  fields.timezone = row.Raw(M::kTimezone);
  fields.description = row.RawText(M::kDescription);
  fields.attending_type = row.RawText(M::kAttending);
  fields.schedule_link = row.RawText(M::kScheduleLink);
  fields.notes = row.RawText(M::kNotes);
  return fields;
}

// The record has what these do to the sessions, not their words.
void KeepRestOf(const JsonEntity& row, const record::Schedule& schedule) {
  for (M member : {M::kTimezone, M::kExcept}) row.object().Unread(member);
  row.KeepRest(schedule.id);
}

}  // namespace

std::vector<record::Schedule> ReadScheduleRow(const JsonEntity& row) {
  std::vector<record::Schedule> schedules =
      record::ReadSchedule(row.report(), ScheduleFieldsOf(row));
  if (!schedules.empty()) KeepRestOf(row, schedules.front());
  return schedules;
}

record::Schedule ReadScheduleAsText(const JsonEntity& row) {
  record::Schedule schedule = record::KeepScheduleAsText(row.report(), ScheduleFieldsOf(row));
  KeepRestOf(row, schedule);
  return schedule;
}

std::vector<record::Schedule> ReadSchedules(const JsonEntity& owner, JsonMember member) {
  std::vector<record::Schedule> schedules;
  owner.Each(member, "schedule", [&](const JsonEntity& row) {
    for (record::Schedule& schedule : ReadScheduleRow(row))
      schedules.push_back(std::move(schedule));
  });
  return schedules;
}

std::vector<record::HolidaySchedule> ReadHolidays(const JsonEntity& owner, JsonMember member) {
  std::vector<record::HolidaySchedule> holidays;
  owner.Each(member, "holiday_schedule", [&](const JsonEntity& row) {
    record::HolidayFields fields;
    fields.id = row.Raw(M::kId);
    fields.closed = row.RawNumber(M::kClosed);
    fields.opens_at = row.RawText(M::kOpensAt);
    fields.closes_at = row.RawText(M::kClosesAt);
    fields.start_date = row.RawText(M::kStartDate);
    fields.end_date = row.RawText(M::kEndDate);
    holidays.push_back(record::ReadHoliday(row.report(), fields));
  });
  return holidays;
}

}  // namespace waypost::sources
