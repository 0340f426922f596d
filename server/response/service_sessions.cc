#include "server/response/service_sessions.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace waypost::server {
namespace {

constexpr std::size_t kAllSessions = std::numeric_limits<std::size_t>::max();

// Bounds what is kept while the documents are read.
void KeepFirstSessions(const Index& index, std::size_t most, std::vector<ServiceSession>& rows) {
  std::ranges::sort(rows, {}, [&](const ServiceSession& row) {
    const Occurrence& at = row.occurrence;
    // A day without times begins with its day.
    const int start = at.start == kNoTimes ? -1 : int{at.start};
    return std::tuple(at.day, start, at.length, index.documents().location_rank[row.doc], row.doc);
  });
  if (rows.size() > most) rows.resize(most);
}

bool IsOver(const Occurrence& at, const LocalMinute& now) {
  return at.start != kNoTimes && at.day == DayNumber(now.date) &&
         at.start + at.length <= now.Running();
}

}  // namespace

std::vector<ServiceSession> SessionsBetween(const Index& index, ServiceOrdinal service, int first,
                                            int last, std::size_t most) {
  constexpr std::size_t kSortedTogether = 4096;
  std::vector<ServiceSession> rows;
  for (const DocId doc : index.services().documents[service]) {
    const DocumentHours hours = index.documents().HoursOf(doc);
    for (const Occurrence& at : OccurrencesBetween(hours, index.calendar(), first, last, most)) {
      rows.push_back({at, doc});
    }
    // Seldom, so that many documents do not sort the same rows again and again.
    if (rows.size() <= kSortedTogether || rows.size() / 4 <= most) continue;
    KeepFirstSessions(index, most, rows);
    // Of the other documents nothing later is wanted.
    last = rows.back().occurrence.day;
  }
  KeepFirstSessions(index, most, rows);
  return rows;
}

std::vector<ServiceSession> ComingSessions(const Index& index, ServiceOrdinal service,
                                           const LocalMinute& now, std::size_t most) {
  const Horizon& known = index.calendar().lists.horizon;
  const int today = DayNumber(now.date);
  const int last = DayNumber(known.last);
  if (today > last) return {};
  // How many of today's are over is not known before.
  std::vector<ServiceSession> coming = SessionsBetween(index, service, today, today, kAllSessions);
  std::erase_if(coming, [&](const ServiceSession& row) { return IsOver(row.occurrence, now); });
  if (coming.size() < most) {
    const auto later = SessionsBetween(index, service, today + 1, last, most - coming.size());
    coming.insert(coming.end(), later.begin(), later.end());
  }
  coming.resize(std::min(coming.size(), most));
  return coming;
}

}  // namespace waypost::server
