#pragma once

// What a document has on now, or next: `next_session` of an item, and the order `soonest`.
//
//   std::optional<Occurrence> next = NextSession(hours, calendar, now);
//
//   SoonestJudge judge(calendar, now);          // once per query
//   std::uint32_t key = judge.KeyOf(hours);      // per document; smaller is sooner
//
// Sessions that are running come first, the one that ends first before the others; then the next
// start. A day without times stands for its first minute that is still to come. Sessions on a bank
// holiday count. Nothing is known past the horizon.
//
// A judge is for one question and one thread.

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/hours/local_minute.h"
#include "engine/hours/occurrence.h"
#include "engine/hours/session.h"
#include "engine/hours/session_memo.h"

namespace waypost {

std::optional<Occurrence> NextSession(const DocumentHours& hours, const Calendar& calendar,
                                      const LocalMinute& now);

// Where an occurrence stands in the order: minutes until a running one ends; from kNotRunning on
// minutes until one starts.
inline constexpr std::uint32_t kNotRunning = 1U << 16;
inline constexpr std::uint32_t kNoNextSession = UINT32_MAX >> 1;

// For document after document; kNoNextSession when there is none.
class SoonestJudge {
 public:
  // Borrows the columns of `calendar`.
  SoonestJudge(const Calendar& calendar, const LocalMinute& now);

  std::uint32_t KeyOf(const DocumentHours& hours) {
    std::uint32_t key = kNoNextSession;
    for (SessionId id : hours.sessions) {
      const std::uint32_t found = memo_.Of(id, [&] { return KeyOf(calendar_[id]); });
      key = std::min(key, found & ~SessionMemo::kKnown);
    }
    return key;
  }

 private:
  std::uint32_t KeyOf(const Session& session) const;

  Calendar calendar_;
  LocalMinute now_;
  SessionMemo memo_;
};

}  // namespace waypost
