#include "tests/oracle/faulty_engine.h"

#include "tests/oracle/scan.h"

namespace waypost::oracle {

absl::Status FaultyEngine::Load(const record::Directory& directory) {
  directory_ = directory;
  return absl::OkStatus();
}

absl::StatusOr<Answer> FaultyEngine::Run(const query::Query& query, query::LocalMinute now) {
  return ScanWithFaults(directory_, query, now, faults_);
}

}  // namespace waypost::oracle
