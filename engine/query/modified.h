#pragma once

// When a service was modified last, for ranking and for feeds.

#include <chrono>
#include <optional>

#include "engine/core/date.h"
#include "engine/index/index.h"

namespace waypost::query {

// Nothing when it is not stated, or on a day after `today`: a publisher's wrong clock would keep a
// service at the top for years.
inline std::optional<Moment> ModifiedOf(const Index& index, DocId doc, Date today) {
  const std::int64_t stated = index.documents().modified[doc];
  if (stated == kNoMoment) return std::nullopt;
  const Moment moment{std::chrono::seconds(stated)};
  if (std::chrono::floor<std::chrono::days>(moment) > today) return std::nullopt;
  return moment;
}

}  // namespace waypost::query
