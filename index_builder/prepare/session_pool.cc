#include "index_builder/prepare/session_pool.h"

#include <algorithm>
#include <utility>

namespace waypost::prepare {
namespace {

std::vector<std::uint16_t> Copy(std::span<const std::uint16_t> row) {
  return {row.begin(), row.end()};
}

}  // namespace

std::vector<SessionId> SessionPool::Add(const ExpandedHours& hours) {
  std::vector<SessionId> ids;
  const auto add = [&](const Session& session) {
    const SessionId id = NumberOf(session);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  for (const Session& session : hours.weekly) add(session);
  for (const DatedRow& row : hours.dated) {
    Session session = row.session;
    session.dates = NumberOf({DaysOf(row.dates), row.rule, DaysOf(row.closures)});
    add(session);
  }
  return ids;
}

SessionId SessionPool::Add(const SessionPool& from, SessionId id) {
  Session session = from.columns_.sessions[id.index()];
  if (!session.IsWeekly()) {
    const std::size_t list = session.dates.index();
    session.dates = NumberOf({Copy(from.columns_.date_lists.row(list)),
                              std::string(from.columns_.rules.row(list)),
                              Copy(from.columns_.closures.row(list))});
  }
  return NumberOf(session);
}

Calendar SessionPool::calendar() const {
  return {.sessions = columns_.sessions,
          .lists = {horizon_, columns_.date_lists.offsets(), columns_.date_lists.values()},
          .holidays = {}};
}

SessionPool::Days SessionPool::DaysOf(const std::vector<Date>& dates) const {
  Days days;
  days.reserve(dates.size());
  for (Date date : dates) {
    days.push_back(static_cast<std::uint16_t>((date - horizon_.first).count()));
  }
  return days;
}

DateListId SessionPool::NumberOf(DateList list) {
  const auto [entry, is_new] = lists_.try_emplace(std::move(list), DateListId::At(lists_.size()));
  if (is_new) {
    columns_.date_lists.AddRow(entry->first.dates);
    columns_.rules.AddRow(entry->first.rule);
    columns_.closures.AddRow(entry->first.closures);
  }
  return entry->second;
}

SessionId SessionPool::NumberOf(const Session& session) {
  const auto [entry, is_new] = ids_.try_emplace(session, SessionId::At(ids_.size()));
  if (is_new) columns_.sessions.push_back(session);
  return entry->second;
}

}  // namespace waypost::prepare
