#pragma once

// What a question has found out of each session so far. Documents share sessions: a question asks
// thousands of documents and has hundreds of sessions to look at.
//
//   SessionMemo<DayFindings> memo(calendar.sessions.size());
//   const DayFindings found = memo.Of(id, [&] { return WorkOut(calendar[id]); });
//
// For one question, and one thread.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/ids.h"

namespace waypost {

template <typename Finding>
class SessionMemo {
 public:
  explicit SessionMemo(std::size_t sessions)
      : known_(sessions <= kMost ? sessions : 0), findings_(known_.size()) {}

  template <typename WorkOut>
  Finding Of(SessionId id, WorkOut work_out) {
    if (id.index() >= known_.size()) return work_out();
    if (known_[id.index()] == 0) {
      findings_[id.index()] = work_out();
      known_[id.index()] = 1;
    }
    return findings_[id.index()];
  }

 private:
  // Clearing a larger table would cost more than it saves.
  static constexpr std::size_t kMost = std::size_t{1} << 16;

  std::vector<std::uint8_t> known_;
  std::vector<Finding> findings_;
};

}  // namespace waypost
