#include "server/response/calendar_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "engine/format/public_id.h"
#include "engine/hours/english.h"
#include "engine/hours/occurrence.h"
#include "server/response/calendar_event.h"
#include "server/response/calendar_series.h"
#include "server/response/calendar_zone.h"
#include "server/response/card_fields.h"
#include "server/response/ics_text.h"
#include "server/response/source_facts.h"

namespace waypost::server {
namespace {

void AddPart(std::string& line, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  line.append(line.empty() ? "" : separator).append(part);
}

std::string LocationLine(const CardFields& card) {
  std::string line;
  if (!card.address.starts_with(card.location_name)) line = card.location_name;
  AddPart(line, ", ", card.address);
  AddPart(line, ", ", card.postcode);
  return line;
}

// The bank holidays on which nothing says that the session happens, nor that it does not.
std::string HolidayLine(const Index& index, const Session& session, const CalendarSeries& series,
                        DocId doc) {
  const Calendar& calendar = index.calendar();
  const auto divisions = index.documents().HoursOf(doc).divisions();
  std::string days;
  for (const BankHoliday& holiday : calendar.holidays.days) {
    const bool is_in_series = series.Recurs() || holiday.day == series.first;
    if (!is_in_series || !calendar.lists.horizon.Has(holiday.day) ||
        !StartsOn(session, holiday.day, calendar.lists) ||
        !DoubtfulIn(session, holiday.day, calendar.holidays).Intersects(divisions)) {
      continue;
    }
    AddPart(days, ", ", DescribeDate(DateOfDayNumber(holiday.day), Date()));
  }
  return days.empty() ? "" : "Bank holidays, so check first: " + days;
}

// What tells an event from the others of its document, whenever the index is built. So neither the
// number of its session, nor where the horizon begins, nor `dtstart`, which only some sessions
// keep.
std::string ContentKey(const Session& session, const CalendarSeries& series) {
  std::string key = series.rule;
  const auto add = [&](int number) { key += "\x1f" + std::to_string(number); };
  add(session.start);
  add(session.length);
  if (series.Recurs()) {
    add(session.valid_from);
    add(std::min(session.last_day, session.valid_to));
  } else {
    add(series.first);
  }
  return key;
}

class CalendarWriter {
 public:
  CalendarWriter(const Index& index, const absl::TimeZone& zone)
      : index_(index), zone_(zone), writer_(index, zone) {}

  void Add(ServiceOrdinal service, std::string_view location_id) {
    times_seen_.clear();
    for (const DocId doc : index_.services().documents[service]) {
      const bool is_wanted =
          location_id.empty() || index_.documents().location_id[doc] == location_id;
      if (is_wanted) AddDocument(service, doc);
    }
  }

  std::string Finish(const std::string& name) && {
    IcsText file;
    file.Begin("VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Waypost//Waypost//EN");
    file.Line("CALSCALE", "GREGORIAN");
    file.Text("X-WR-CALNAME", name).Text("X-WR-CALDESC", Description());
    WriteTimeZone(index_.time_zone(), DayNumber(index_.calendar().lists.horizon.first), zone_,
                  file);
    file.Lines(events_).End("VCALENDAR");
    return std::move(file).Take();
  }

 private:
  void AddDocument(ServiceOrdinal service, DocId doc) {
    const std::span<const SessionId> sessions = index_.documents().sessions[doc];
    if (sessions.empty() || is_cut_) return;
    const CardFields card = ReadCard(index_, doc);
    for (const SessionId id : sessions) {
      const Session& session = index_.calendar()[id];
      for (const auto& series : SeriesOf(session, index_.calendar().lists, index_.rules())) {
        if (count_ == kMostEvents) {
          is_cut_ = true;
          return;
        }
        ++count_;
        sources_.insert(index_.documents().source[doc]);
        EventTexts texts = TextsOf(session, series, doc, card);
        texts.uid = UidOf(service, doc, ContentKey(session, series));
        writer_.Write(session, series, texts, events_);
      }
    }
  }

  EventTexts TextsOf(const Session& session, const CalendarSeries& series, DocId doc,
                     const CardFields& card) const {
    EventTexts texts{.summary = card.name, .url = card.url, .description = card.summary};
    const bool confidential = IsConfidential(index_, doc);
    if (!confidential && IsPlaceToGo(index_, doc)) texts.location = LocationLine(card);
    AddPart(texts.description, "\n", card.cost);
    AddPart(texts.description, "\n", card.phone);
    AddPart(texts.description, "\n", HolidayLine(index_, session, series, doc));
    return texts;
  }

  // Equal sessions of one place, and of places that are not told, are numbered.
  std::string UidOf(ServiceOrdinal service, DocId doc, const std::string& content) {
    std::string key = std::string(index_.documents().location_id[doc]) + "\x1f" + content;
    const int number = times_seen_[key]++;
    if (number > 0) key += "\x1f" + std::to_string(number);
    const std::string owner = FormatUuid(index_.services().public_id[service]);
    return FormatUuid(PublicId(owner, "session", key));
  }

  // Whose the data are.
  std::string Description() const {
    std::string text;
    if (is_cut_) {
      text = "Not all sessions: only the first " + std::to_string(kMostEvents) + " are here.";
    }
    for (const SourceOrdinal source : sources_) {
      AddPart(text, "\n", LicenceLine(ReadSource(index_.sources().info[source])));
    }
    return text;
  }

  const Index& index_;
  const absl::TimeZone zone_;
  const EventWriter writer_;
  IcsText events_;
  std::size_t count_ = 0;
  bool is_cut_ = false;
  std::set<SourceOrdinal> sources_;
  std::map<std::string, int> times_seen_;  // of one service
};

}  // namespace

std::string WriteCalendarFile(const Index& index, const CalendarSubject& subject,
                              const absl::TimeZone& zone) {
  CalendarWriter writer(index, zone);
  for (const ServiceOrdinal service : subject.services) writer.Add(service, subject.location_id);
  return std::move(writer).Finish(subject.name);
}

HttpResponse CalendarResponse(std::string file, std::string_view file_name) {
  return {.content_type = "text/calendar; charset=utf-8",
          .headers = {{"Content-Disposition",
                       "inline; filename=\"" + std::string(file_name) + ".ics\""}},
          .body = std::move(file)};
}

}  // namespace waypost::server
