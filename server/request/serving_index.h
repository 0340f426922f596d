#pragma once

// What every endpoint and page answers from: the index in service, the clock and the synonyms.

#include <memory>

#include "absl/time/time.h"
#include "engine/hours/clock.h"
#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "server/request/synonym_source.h"

namespace waypost::server {

struct ServingIndex {
  std::shared_ptr<const Index> index;
  const Clock& clock;
  absl::TimeZone zone;
  const SynonymSource& synonyms;

  LocalMinute Now() const { return ToLocal(clock.Now(), zone); }
};

}  // namespace waypost::server
