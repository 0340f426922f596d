#pragma once

// Completes records: what a feed says, made ready to be indexed and nothing invented.
//
//   Complete(directory, options, sink);        // all services of a small directory
//
//   Completer completer(directory, options, sink);
//   completer.Complete(chosen.public_id, service);   // one by one, in the order of ServiceKeys
//
// * Services are chosen and ordered, and get their public ids (service_keys.h).
// * An organisation gets its public id; one that says nothing is removed.
// * So do places and reviews (part_ids.h).
// * A status that is absent is left absent; it counts as active.
// * Ages: a range that is unsound (0 to 0, a maximum of 0 or below the minimum, below 0) is
// removed.
// * Locations without coordinates get the point of their postcode with its precision, or stay
//   nowhere.
// * Confidential services: by the feed's flag or the configuration (the record says so), or by
//   their kind. Their places become the centroid of their postcode district, and what tells where
//   they are is removed (confidential.h).
// * A service that carries no service type gets those that its text suggests (type_inference.h).
// * Dates in the future are reported (they count as not stated where that matters).
//
// Deterministic: the order in which sources or files were read makes no difference. O(n log n).

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/format/public_id.h"
#include "index_builder/prepare/confidential.h"
#include "index_builder/prepare/locate.h"
#include "index_builder/prepare/part_ids.h"
#include "index_builder/prepare/service_keys.h"
#include "index_builder/prepare/type_inference.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"

namespace waypost::prepare {

struct CompleteOptions {
  // Services of refuge kinds (confidential.h) are confidential unless their source stands below.
  std::vector<std::string> refuge_words = {"refuge", "refuges", "safe house", "safe houses"};
  std::vector<std::string> sources_with_public_refuges;
  // Suggests types for services that carry none; nullptr: nobody does.
  const TypeInference* inference = nullptr;
};

// Completes one service after the other; of its organisations the first source keeps a shared UUID,
// so services come in order of source. Borrows the directory (not its services) and the sink.
class Completer {
 public:
  Completer(const record::Directory& directory, const CompleteOptions& options,
            record::ProblemSink& sink);
  void Complete(const Uuid& public_id, record::Service& service);

 private:
  void CompleteOrganisation(record::Service& service);

  const record::Directory& directory_;
  record::ProblemSink& sink_;
  const PostcodeFinder finder_;
  const RefugeKinds refuges_;
  const std::set<std::string> with_public_refuges_;
  const TypeInference* inference_;
  std::map<Uuid, std::string> owner_;  // of an organisation's UUID: the first source that uses it
  PartIds part_ids_;
};

void SortSources(record::Directory& directory);  // by id

void Complete(record::Directory& directory, const CompleteOptions& options,
              record::ProblemSink& sink);

}  // namespace waypost::prepare
