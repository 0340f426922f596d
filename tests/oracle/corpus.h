#pragma once

// The words of all services, for matching and for BM25 by its textbook definition.

#include <string>
#include <vector>

#include "index_builder/record/directory.h"
#include "tests/oracle/asked_words.h"
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

  bool HasAll(const Document& document, const Phrase& phrase) const;
  // True when they stand in that order, side by side, in one field.
  bool HasPhrase(const Document& document, const Phrase& phrase) const;
  bool HasWordOrSynonym(const Document& document, const AskedWord& word) const;

  // The sum of the weights of the words for the document's service, in the order given; where a
  // word has none, the best of its synonyms, less.
  double Bm25(const Document& document, const std::vector<AskedWord>& words) const;

 private:
  const std::vector<std::string>& WordsOf(const Document& document) const;
  double WeightOf(const Document& document, const std::string& stem) const;

  double WeightOfBestSynonym(const Document& document, const AskedWord& word) const;

  const record::Directory& directory_;
  const Terms& terms_;
  ScanFaults faults_;
  std::vector<std::vector<std::string>> words_;  // parallel to directory_.services
};

}  // namespace waypost::oracle
