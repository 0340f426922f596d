// Calendar files as libical reads them, which shares nothing with what writes them and repeats
// lengths as RFC 5545 says: exactly, not by the clock.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include "engine/hours/occurrence.h"
#include "server/response/ics_text.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using testing::DayOf2026;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using testing::WeeklyRow;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component Parse(const std::string& text) {
  Component calendar(icalparser_parse_string(text.c_str()));
  EXPECT_TRUE(calendar);
  EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0) << text;
  return calendar;
}

// Seconds since 1970, start and end.
using Times = std::pair<std::int64_t, std::int64_t>;

std::vector<icalcomponent*> EventsIn(icalcomponent* calendar) {
  std::vector<icalcomponent*> events;
  for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    events.push_back(event);
  }
  return events;
}

std::int64_t Seconds(const icaltimetype& time) {
  return icaltime_as_timet_with_zone(time, icaltime_get_timezone(time));
}

// The start that a changed occurrence had; nothing for a series. (icalcomponent_get_recurrenceid
// forgets the time zone.)
std::optional<std::int64_t> ChangedStart(icalcomponent* event) {
  icalproperty* id = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
  if (id == nullptr) return std::nullopt;
  return Seconds(icalproperty_get_datetime_with_component(id, event));
}

std::vector<Times> RepeatsOf(icalcomponent* event, const Horizon& horizon) {
  std::vector<Times> found;
  icalcomponent_foreach_recurrence(
      event, icaltime_from_string((IcsDate(DayNumber(horizon.first)) + "T000000Z").c_str()),
      icaltime_from_string((IcsDate(DayNumber(horizon.last) + 2) + "T000000Z").c_str()),
      [](icalcomponent*, icaltime_span* span, void* data) {
        static_cast<std::vector<Times>*>(data)->emplace_back(span->start, span->end);
      },
      &found);
  return found;
}

// The day that a start lies in, there.
int DayThere(std::int64_t seconds, const absl::TimeZone& zone) {
  return DayNumber(ToLocal(Moment(std::chrono::seconds(seconds)), zone).date);
}

// All occurrences, each series with its changed ones.
std::set<Times> ReadByLibical(const std::string& file, const Horizon& horizon,
                              const absl::TimeZone& zone) {
  const Component calendar = Parse(file);
  std::map<std::pair<std::string, std::int64_t>, Times> changes;
  for (icalcomponent* event : EventsIn(calendar.get())) {
    const std::optional<std::int64_t> start = ChangedStart(event);
    if (!start) continue;
    changes[{icalcomponent_get_uid(event), *start}] = {Seconds(icalcomponent_get_dtstart(event)),
                                                       Seconds(icalcomponent_get_dtend(event))};
  }
  std::set<Times> found;
  for (icalcomponent* event : EventsIn(calendar.get())) {
    if (ChangedStart(event)) continue;
    for (const Times& times : RepeatsOf(event, horizon)) {
      if (!horizon.Has(DayThere(times.first, zone))) continue;
      const auto change = changes.find({icalcomponent_get_uid(event), times.first});
      found.insert(change == changes.end() ? times : change->second);
    }
  }
  return found;
}

class Libical : public ::testing::Test {
 protected:
  // Of the one document of a service with these rows.
  void Ask(std::vector<record::Schedule> rows, std::vector<record::HolidaySchedule> holidays = {}) {
    record::Service service = testing::ServiceAt("a", 51.5, -2.5);
    service.schedules = std::move(rows);
    service.holiday_schedules = std::move(holidays);
    const Asking asking({service});
    const Index& index = asking.index();
    const Horizon horizon = index.calendar().lists.horizon;
    zone_ = asking.serving().zone;
    read_ = ReadByLibical(asking.Get("/api/search?format=ics").body, horizon, zone_);
    for (const Occurrence& at :
         OccurrencesBetween(index.documents().HoursOf(DocId(0)), index.calendar(),
                            DayNumber(horizon.first), DayNumber(horizon.last), 5000)) {
      stated_.insert({SecondsOf(at.day, at.start), SecondsOf(at.day, at.start + at.length)});
    }
    EXPECT_FALSE(stated_.empty());
    EXPECT_EQ(read_, stated_);
  }

  std::int64_t SecondsOf(int day, int minute) const {
    return MomentOf(day, minute, zone_).time_since_epoch().count();
  }

  // "2027-03-27T22:00:00+00:00 2027-03-28T06:00:00+01:00" of what was read.
  std::vector<std::string> Read() const {
    std::vector<std::string> texts;
    for (const auto& [start, end] : read_) {
      texts.push_back(FormatInZone(Moment(std::chrono::seconds(start)), zone_) + " " +
                      FormatInZone(Moment(std::chrono::seconds(end)), zone_));
    }
    return texts;
  }

  absl::TimeZone zone_;
  std::set<Times> read_;
  std::set<Times> stated_;
};

record::Schedule Ruled(const char* freq, std::vector<record::ByDay> byday) {
  record::Schedule row = WeeklyRow({}, 10 * 60, 12 * 60);
  row.freq = freq;
  row.byday = std::move(byday);
  return row;
}

TEST_F(Libical, ANightKeepsItsTimesWhenTheClocksChange) {
  Ask({WeeklyRow({Weekday::kSaturday}, 22 * 60, 6 * 60)});
  EXPECT_THAT(Read(), IsSupersetOf({"2027-03-20T22:00:00+00:00 2027-03-21T06:00:00+00:00",
                                    "2027-03-27T22:00:00+00:00 2027-03-28T06:00:00+01:00",
                                    "2027-04-03T22:00:00+01:00 2027-04-04T06:00:00+01:00",
                                    "2027-10-30T22:00:00+01:00 2027-10-31T06:00:00+00:00"}));
}

TEST_F(Libical, ADayKeepsItsTimesWhenTheClocksChange) {
  Ask({Ruled("DAILY", {})});
  EXPECT_THAT(Read(), IsSupersetOf({"2027-03-27T10:00:00+00:00 2027-03-27T12:00:00+00:00",
                                    "2027-03-28T10:00:00+01:00 2027-03-28T12:00:00+01:00",
                                    "2027-10-30T10:00:00+01:00 2027-10-30T12:00:00+01:00",
                                    "2027-10-31T10:00:00+00:00 2027-10-31T12:00:00+00:00"}));
}

// Starts in those hours are not asked of libical: it puts the start after one that the clocks leave
// out an hour late, and of one that they show twice it takes the second.
TEST_F(Libical, EndsInHoursThatTheClocksLeaveOutOrShowTwice) {
  for (const int start : {0, 30}) {
    for (const int end : {59, 60, 61, 90, 119, 120, 150, 1439, 1440}) {
      SCOPED_TRACE(std::to_string(start) + " to " + std::to_string(end));
      stated_.clear();
      Ask({WeeklyRow({Weekday::kSunday}, start, end)});
    }
  }
}

TEST_F(Libical, DayAndNight) { Ask({WeeklyRow({Weekday::kSaturday, Weekday::kSunday}, 0, 1440)}); }

TEST_F(Libical, Rules) {
  record::Schedule fortnightly = Ruled("WEEKLY", {{0, Weekday::kSunday}, {0, Weekday::kTuesday}});
  fortnightly.interval = 2;
  fortnightly.dtstart = DayOf2026(1, 6);
  record::Schedule bounded = Ruled("WEEKLY", {{0, Weekday::kMonday}});
  bounded.dtstart = DayOf2026(12, 1);
  bounded.until = Date(std::chrono::year(2027) / 6 / 14);
  record::Schedule month_days = Ruled("MONTHLY", {});
  month_days.bymonthday = {1, -1};
  record::Schedule third_days = Ruled("DAILY", {});
  third_days.interval = 3;
  third_days.dtstart = DayOf2026(11, 1);
  record::Schedule last_friday = Ruled("MONTHLY", {{-1, Weekday::kFriday}});
  last_friday.valid_to = Date(std::chrono::year(2027) / 4 / 30);
  for (const record::Schedule& row : {fortnightly, bounded, month_days, third_days, last_friday}) {
    stated_.clear();
    Ask({row});
  }
}

TEST_F(Libical, ListsOfDates) {
  record::Schedule counted = Ruled("MONTHLY", {{1, Weekday::kThursday}});
  counted.dtstart = DayOf2026(11, 1);
  counted.count = 100;
  record::Schedule once = Ruled("", {});
  once.dtstart = Date(std::chrono::year(2027) / 3 / 28);
  Ask({counted, once});
}

TEST_F(Libical, ClosedDaysAreLeftOut) {
  record::Schedule row = WeeklyRow({Weekday::kFriday, Weekday::kSaturday}, 600, 720);
  row.except = {DayOf2026(11, 20), DayOf2026(12, 26)};
  row.until = Date(std::chrono::year(2027) / 5 / 28);
  record::HolidaySchedule closed;
  closed.closed = true;
  closed.start_date = DayOf2026(12, 24);
  closed.end_date = Date(std::chrono::year(2027) / 1 / 2);
  record::HolidaySchedule opening;
  opening.start_date = Date(std::chrono::year(2027) / 3 / 26);
  opening.end_date = Date(std::chrono::year(2027) / 3 / 29);
  opening.opens_at = MinuteOfDay(60);
  opening.closes_at = MinuteOfDay(180);
  record::HolidaySchedule usual;
  usual.closed = false;
  usual.start_date = Date(std::chrono::year(2027) / 4 / 30);
  Ask({row}, {closed, opening, usual});
}

TEST(LibicalText, IsReadAsItWasWritten) {
  const std::string summary = "Tea; coffee, cake \\ \"Café\": " + std::string(80, 'x') +
                              "\nüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü … 😀😀😀😀😀😀😀😀😀😀 \\n end";
  IcsText ics;
  ics.Begin("VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//x//x//EN").Begin("VEVENT");
  ics.Line("UID", "1").Line("DTSTAMP", "20261121T000000Z").Line("DTSTART;VALUE=DATE", "20261121");
  ics.Text("SUMMARY", summary).Line("URL", IcsUri("https://a.example/é;x=1,2"));
  ics.End("VEVENT").End("VCALENDAR");
  const Component calendar = Parse(std::move(ics).Take());
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(icalcomponent_get_summary(event), summary);
  icalproperty* url = icalcomponent_get_first_property(event, ICAL_URL_PROPERTY);
  EXPECT_STREQ(icalproperty_get_url(url), "https://a.example/%c3%a9;x=1,2");
}

TEST(LibicalText, ADayWithoutTimesIsAWholeDay) {
  record::Service service = testing::ServiceAt("a", 51.5, -2.5);
  service.schedules = {WeeklyRow({Weekday::kMonday}, -1, -1)};
  service.schedules.front().until = DayOf2026(12, 7);
  const Asking asking({service});
  const Component calendar = Parse(asking.Get("/api/search?format=ics").body);
  const std::vector<icalcomponent*> events = EventsIn(calendar.get());
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(icaltime_is_date(icalcomponent_get_dtstart(events.front())));
  std::vector<std::string> days;
  for (const Times& times : RepeatsOf(events.front(), asking.index().calendar().lists.horizon)) {
    days.push_back(FormatIsoDate(
        std::chrono::floor<std::chrono::days>(Moment(std::chrono::seconds(times.first)))));
  }
  EXPECT_THAT(days, ElementsAre("2026-11-23", "2026-11-30", "2026-12-07"));
}

}  // namespace
}  // namespace waypost::server
