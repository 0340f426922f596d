#pragma once

// What a question has found out of each session so far. Documents share sessions: a question asks
// thousands of documents and has hundreds of sessions to look at.
//
//   SessionMemo memo(calendar.sessions.size());
//   std::uint32_t found = 0;
//   for (SessionId id : hours.sessions) found |= memo.Of(id, [&] { return WorkOut(calendar[id]);
//   });
//
// Findings are up to 31 bits; whoever asks ignores the highest one, kKnown. For one question, and
// one thread.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/ids.h"

namespace waypost {

class SessionMemo {
 public:
  static constexpr std::uint32_t kKnown = std::uint32_t{1} << 31;

  explicit SessionMemo(std::size_t sessions) : sessions_(sessions <= kMost ? sessions : 0) {}

  template <typename WorkOut>
  std::uint32_t Of(SessionId id, WorkOut work_out) {
    if (id.index() >= found_.size()) {
      if (id.index() >= sessions_) return work_out();
      found_.resize(sessions_);  // only now: some questions never ask
    }
    std::uint32_t& found = found_[id.index()];
    if (found == 0) found = work_out() | kKnown;
    return found;
  }

 private:
  // Clearing a larger table would cost more than it saves.
  static constexpr std::size_t kMost = std::size_t{1} << 20;

  std::size_t sessions_;
  std::vector<std::uint32_t> found_;
};

}  // namespace waypost
