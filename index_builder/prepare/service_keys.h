#pragma once

// Which services are published, in which order and under which id, decided without their contents:
// a build holds a key of each, not the services.
//
//   ServiceKeys keys;
//   for (...) keys.Add(service);                 // in the order of their feeds
//   for (const ChosenService& chosen : keys.Choose(sources, sink)) Publish(chosen);
//
// * Chosen services stand in order of source and id; of those with the same the one modified last
// is
//   kept, of equals the first added. (kRepeatedId)
// * A service whose id is a UUID keeps it; others get one derived from source and id. Where two
//   sources claim one UUID, the lexically first keeps it. (kSharedId)
//
// Memory: about 30 bytes and its id for each service. Not for several threads.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/format/jagged_rows.h"
#include "engine/format/public_id.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

struct ChosenService {
  std::uint64_t number = 0;  // in the order of adding
  Uuid public_id{};
};

class ServiceKeys {
 public:
  void Add(const record::Service& service);
  // After those that are here.
  void AddAll(ServiceKeys other);

  // Counts repeats and published services in `sources`. O(n log n).
  std::vector<ChosenService> Choose(std::vector<record::SourceInfo>& sources,
                                    record::ProblemSink& sink) const;

 private:
  struct Key {
    std::uint32_t source;  // in source_names_
    std::int64_t modified;
  };

  std::uint32_t NumberOf(const std::string& source);
  std::vector<std::uint64_t> InOrder() const;
  std::string_view source(std::uint64_t number) const;
  bool AreSame(std::uint64_t a, std::uint64_t b) const;
  record::Problem ProblemOf(std::uint64_t number, record::ProblemKind kind,
                            std::string outcome) const;
  void AssignPublicIds(std::vector<ChosenService>& chosen, record::ProblemSink& sink) const;

  std::map<std::string, std::uint32_t, std::less<>> source_numbers_;
  std::vector<std::string> source_names_;
  BasicTextRows<std::uint64_t> ids_;
  std::vector<Key> keys_;
};

}  // namespace waypost::prepare
