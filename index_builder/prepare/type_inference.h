#pragma once

// Service types that a service's name and description suggest, for services that carry none.
//
//   TypeInference inference(directory.taxonomy, analyser);       // once a build
//   service.inferred_types = inference.TypesOf(service);         // 651, by "debt advice"
//
// By rules made of the vocabularies' own words only: labels of service types, and labels and
// synonyms of the needs and circumstances that are mapped to them. QUERY.md, "Inferred types", has
// the rules in prose and how well they do; the constants are beside the rules in the .cc file.
//
// Some tens of microseconds a service. Not for several threads.

#include <memory>
#include <vector>

#include "engine/text/analyser.h"
#include "index_builder/record/record.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

class InferenceVocabulary;

class TypeInference {
 public:
  // Borrows the analyser.
  TypeInference(const record::Taxonomy& taxonomy, text::Analyser& analyser);
  ~TypeInference();

  // None for a service that carries a service type. Best first.
  std::vector<record::InferredType> TypesOf(const record::Service& service) const;

 private:
  std::unique_ptr<const InferenceVocabulary> vocabulary_;
};

}  // namespace waypost::prepare
