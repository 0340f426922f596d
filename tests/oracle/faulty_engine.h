#pragma once

// An engine with one mistake in it: the scan with a fault built in.

#include "tests/oracle/engine_under_test.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

class FaultyEngine : public EngineUnderTest {
 public:
  explicit FaultyEngine(ScanFaults faults) : faults_(faults) {}

  absl::Status Load(const record::Directory& directory) override;
  absl::StatusOr<Answer> Run(const query::Query& query, query::LocalMinute now) override;

 private:
  ScanFaults faults_;
  record::Directory directory_;
};

}  // namespace waypost::oracle
