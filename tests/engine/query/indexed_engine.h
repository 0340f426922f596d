#pragma once

// The real engine as the differential test asks it: an artefact in memory, opened and searched.

#include <memory>

#include "engine/index/index.h"
#include "engine/text/synonyms.h"
#include "tests/oracle/engine_under_test.h"

namespace waypost::oracle {

class IndexedEngine : public EngineUnderTest {
 public:
  absl::Status Load(const record::Directory& directory) override;
  absl::StatusOr<Answer> Run(const query::Query& query, query::LocalMinute now) override;

  // REQUIRES: Load succeeded.
  const Index& index() const { return *index_; }
  const text::Synonyms& synonyms() const { return synonyms_; }

  // How many of the questions so far were planned with windows (engine/query/doc_window.h).
  int answered_by_windows() const { return answered_by_windows_; }

 private:
  std::shared_ptr<const Index> index_;
  text::Synonyms synonyms_;
  int answered_by_windows_ = 0;
};

}  // namespace waypost::oracle
