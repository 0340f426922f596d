#pragma once

// Random schedule rows that RFC 5545 allows, with every part well represented.

#include <random>

#include "index_builder/record/schedule.h"

namespace waypost::prepare {

struct RandomScheduleOptions {
  Date around;  // starts lie up to about three years before and a year after
  bool with_excepted_days = true;
};

// A row without times.
record::Schedule RandomRule(std::mt19937_64& random, const RandomScheduleOptions& options);

}  // namespace waypost::prepare
