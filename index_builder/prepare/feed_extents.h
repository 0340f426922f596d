#pragma once

// The outlines that services state as theirs, each once, with who states it first.
//
//   FeedExtents extents;
//   for (...) extents.Add(service);          // in order of source and id
//   const AreaTable areas(directory.gazetteer, extents, sink);

#include <map>
#include <string>

#include "index_builder/record/record.h"

namespace waypost::prepare {

struct FeedExtents {
  struct StatedBy {
    std::string source;
    std::string id;
  };
  std::map<std::string, StatedBy> stated;  // by GeoJSON text as published

  void Add(const record::Service& service) {
    for (const record::ServiceArea& area : service.areas) {
      if (!area.extent.empty()) {
        stated.try_emplace(area.extent, StatedBy{service.source, service.id});
      }
    }
  }
};

}  // namespace waypost::prepare
