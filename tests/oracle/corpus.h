#pragma once

// The words of all services, for matching and for BM25 by its textbook definition.

#include <string>
#include <vector>

#include "index_builder/record/directory.h"
#include "tests/oracle/document.h"
#include "tests/oracle/scan_faults.h"
#include "tests/oracle/terms.h"

namespace waypost::oracle {

class Corpus {
 public:
  // `directory` must outlive the object.
  Corpus(const record::Directory& directory, const Terms& terms, ScanFaults faults);

  // True when the stem is a word of the document: of its service or of its location.
  bool Has(const Document& document, const std::string& stem) const;

  // The sum of the weights of `stems` for the document's service, in the order given.
  double Bm25(const Document& document, const std::vector<std::string>& stems) const;

 private:
  const std::vector<std::string>& WordsOf(const Document& document) const;
  double WeightOf(const Document& document, const std::string& stem) const;

  const record::Directory& directory_;
  ScanFaults faults_;
  std::vector<std::vector<std::string>> words_;  // parallel to directory_.services
};

}  // namespace waypost::oracle
