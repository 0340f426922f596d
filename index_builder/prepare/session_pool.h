#pragma once

// Equal sessions once: numbers them, and their date lists, in order of first appearance, so that
// the same documents in the same order give the same bytes.
//
//   SessionPool pool(horizon);
//   std::vector<SessionId> ids = pool.Add(hours);             // of one document
//   const SessionPool::Columns& columns = pool.columns();

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/core/ids.h"
#include "engine/format/jagged_rows.h"
#include "engine/hours/session.h"
#include "index_builder/prepare/schedule_expansion.h"

namespace waypost::prepare {

// What all documents share about time, as the artefact holds it.
struct SessionColumns {
  std::vector<Session> sessions;         // by SessionId
  JaggedRows<std::uint16_t> date_lists;  // by DateListId: days since the first day of the horizon
  TextRows rules;                        // by DateListId (schedule_expansion.h, DatedRow)
  JaggedRows<std::uint16_t> closures;    // by DateListId, as date_lists
};

class SessionPool {
 public:
  explicit SessionPool(const Horizon& horizon) : horizon_(horizon) {}

  // Without repeats, in the order of `hours`. O(rows log sessions + rows^2).
  std::vector<SessionId> Add(const ExpandedHours& hours);
  // The number of a session whose date list is one of `from`'s, which it brings along.
  SessionId Add(const SessionPool& from, SessionId id);

  const SessionColumns& columns() const { return columns_; }
  // Views that end with the pool or its next Add.
  Calendar calendar() const;

 private:
  using Days = std::vector<std::uint16_t>;
  struct DateList {
    Days dates;
    std::string rule;
    Days closures;
    friend auto operator<=>(const DateList&, const DateList&) = default;
  };

  Days DaysOf(const std::vector<Date>& dates) const;
  DateListId NumberOf(DateList list);
  SessionId NumberOf(const Session& session);

  Horizon horizon_;
  SessionColumns columns_;
  std::map<DateList, DateListId> lists_;
  std::map<Session, SessionId> ids_;
};

}  // namespace waypost::prepare
