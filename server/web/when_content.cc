#include "server/web/when_content.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "engine/format/public_id.h"
#include "engine/hours/occurrence.h"
#include "server/response/page_text.h"
#include "server/response/session_text.h"
#include "server/web/published_times.h"

namespace waypost::server {
namespace {

// What begins later is not "next".
constexpr int kDaysAhead = 92;
// Where this few days have all the dates that are told, the times say it shorter.
constexpr int kWeek = 7;

// By day, then by start; a day without times begins with its day.
std::tuple<int, int, int> OrderOf(const Occurrence& at) {
  return {at.day, at.start == kNoTimes ? -1 : int{at.start}, at.length};
}

struct Sooner {
  bool operator()(const Occurrence& a, const Occurrence& b) const {
    return OrderOf(a) < OrderOf(b);
  }
};

// The documents at which it happens.
using Dates = std::map<Occurrence, std::vector<DocId>, Sooner>;

bool IsOver(const Occurrence& at, const LocalMinute& now) {
  return at.day == DayNumber(now.date) && at.start != kNoTimes &&
         at.start + at.length <= now.time.value();
}

Dates DatesOf(const Site& site, ServiceOrdinal service) {
  const Index& index = site.index();
  const LocalMinute now = site.serving.Now();
  const int first = DayNumber(now.date);
  const int last = std::min(first + kDaysAhead, DayNumber(index.calendar().lists.horizon.last));
  Dates dates;
  for (const DocId doc : index.services().documents[service]) {
    // Some of today may be over.
    const std::size_t most = kNextDates + index.documents().sessions[doc].size();
    for (const Occurrence& at :
         OccurrencesBetween(index.documents().HoursOf(doc), index.calendar(), first, last, most)) {
      if (!IsOver(at, now)) dates[at].push_back(doc);
    }
  }
  return dates;
}

bool IsFrequent(const Dates& dates) {
  if (dates.size() < kNextDates) return false;
  const auto last_told = std::next(dates.begin(), kNextDates - 1);
  return last_told->first.day < dates.begin()->first.day + kWeek;
}

std::string DateText(const Index& index, const InterfaceText& text, const Occurrence& at,
                     DocId doc) {
  const auto weekday = static_cast<Weekday>(WeekdayIndex(DateOfDayNumber(at.day)));
  std::string key("day.");
  std::string line(text(key.append(NameOf(weekday))));
  line.append(" ").append(OccurrenceText(at));
  if (!at.bank_holiday) return line;
  return text("service.bank_holiday",
              {{"date", line}, {"holiday", HolidayWords(index, doc, at.day)}});
}

std::string VenueName(const ServiceFacts& facts, DocId doc) {
  const auto found = std::ranges::find(facts.venues, std::optional(doc), &VenueFacts::doc);
  return found == facts.venues.end() ? std::string() : found->name;
}

std::string VenueNote(const Index& index, const InterfaceText& text, ServiceOrdinal service,
                      const ServiceFacts& facts, const std::vector<DocId>& docs) {
  const std::size_t all = index.services().documents[service].size();
  if (all == 1 || docs.size() == all) return {};
  if (docs.size() > 1) return text.Counted("service.at_places", docs.size());
  const std::string venue = VenueName(facts, docs.front());
  return venue.empty() ? venue : text("service.at_place", {{"place", venue}});
}

// Whether all its documents say the same of their times.
bool IsSameEverywhere(const Site& site, ServiceOrdinal service) {
  const auto own = site.index().services().documents[service];
  const auto first = TimesOf(site, own.front());
  return std::ranges::all_of(own, [&](DocId doc) { return TimesOf(site, doc) == first; });
}

bool IsClosed(const ServiceFacts& facts) {
  return facts.status && *facts.status != Status::kActive;
}

void AddPublished(const InterfaceText& text, const std::vector<std::string>& published,
                  std::vector<std::string>& times) {
  for (const std::string& one : published) {
    std::string line = PublishedTimesText(text, one);
    const bool is_known = std::ranges::find(times, line) != times.end();
    if (!line.empty() && !is_known) times.push_back(std::move(line));
  }
}

bool HasSessions(const Index& index, DocId doc) { return !index.documents().sessions[doc].empty(); }

std::string CalendarPath(const Site& site, ServiceOrdinal service) {
  return "/api/services/" + FormatUuid(site.index().services().public_id[service]) +
         "/calendar.ics";
}

}  // namespace

bool HasOneVenue(const ServiceFacts& facts) { return facts.venues.size() == 1; }

std::vector<std::string> TimesAt(const Site& site, const InterfaceText& text,
                                 const VenueFacts& venue) {
  std::vector<std::string> times;
  if (venue.doc) times = TimesOf(site, *venue.doc);
  AddPublished(text, venue.times_as_published, times);
  return times;
}

std::vector<std::string> TimesOf(const Site& site, DocId doc) {
  constexpr std::string_view kBetween = "; ";
  std::vector<std::string> times;
  const std::string line = SessionLine(site.index(), doc, site.serving.Now());
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(kBetween), rest.size());
    times.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + kBetween.size(), rest.size()));
  }
  return times;
}

std::vector<FactLine> NextDates(const Site& site, const InterfaceText& text, ServiceOrdinal service,
                                const ServiceFacts& facts) {
  std::vector<FactLine> lines;
  const Dates dates = DatesOf(site, service);
  for (const auto& [at, docs] : dates) {
    if (lines.size() == kNextDates) break;
    if (lines.size() == 1 && IsFrequent(dates)) break;
    lines.push_back({.text = DateText(site.index(), text, at, docs.front()),
                     .note = VenueNote(site.index(), text, service, facts, docs)});
  }
  return lines;
}

void AddWhenRows(const Site& site, const InterfaceText& text, ServiceOrdinal service,
                 const ServiceFacts& facts, FactRows& rows) {
  const auto own = site.index().services().documents[service];
  std::vector<FactLine> dates;
  // What is closed may have times, but no next one.
  if (!IsClosed(facts)) dates = NextDates(site, text, service, facts);
  const bool has_dates = !dates.empty();
  rows.AddLines(text("service.next"), std::move(dates));
  std::vector<std::string> times;
  if (IsSameEverywhere(site, service)) {
    times = TimesOf(site, own.front());
  } else {
    times.emplace_back(text("service.times_differ"));
  }
  AddPublished(text, facts.times_as_published, times);
  if (HasOneVenue(facts)) AddPublished(text, facts.venues.front().times_as_published, times);
  if (times.empty() && !has_dates) {
    rows.AddNotStated(text("service.times"), text("service.times_not_stated"));
  }
  rows.Add(text("service.times"), times);
}

std::string CalendarAddress(const Site& site, ServiceOrdinal service) {
  const auto own = site.index().services().documents[service];
  const bool has_any =
      std::ranges::any_of(own, [&](DocId doc) { return HasSessions(site.index(), doc); });
  return has_any ? CalendarPath(site, service) : std::string();
}

std::string CalendarAddress(const Site& site, ServiceOrdinal service, const VenueFacts& venue) {
  if (!venue.doc || venue.location_id.empty() || !HasSessions(site.index(), *venue.doc)) return {};
  return CalendarPath(site, service) + QueryString({{"location", venue.location_id}});
}

}  // namespace waypost::server
