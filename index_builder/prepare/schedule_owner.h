#pragma once

// Whose schedule rows they are, for problems.

#include <string>

namespace waypost::prepare {

struct ScheduleOwner {
  std::string source;
  std::string entity = "schedule";
  std::string id;  // of the service
};

}  // namespace waypost::prepare
