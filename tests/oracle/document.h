#pragma once

// One service at one of its locations, the unit of matching, and what the records say about it
// without any question: where it is, how it reaches people, which areas it is for.

#include <optional>
#include <string>
#include <vector>

#include "index_builder/record/directory.h"
#include "tests/oracle/atlas.h"

namespace waypost::oracle {

struct Document {
  const record::Service* service = nullptr;
  const record::ServiceAtLocation* at = nullptr;  // nullptr: the service lists no location

  const record::Location* location() const { return at == nullptr ? nullptr : &at->location; }
  std::optional<LatLng> position() const {
    return at == nullptr ? std::nullopt : at->location.position;
  }
  std::string location_id() const { return at == nullptr ? "" : at->location.id; }
};

// Every document of the service, in the order of its locations.
std::vector<Document> DocumentsOf(const record::Service& service);

EnumSet<Reach> ReachOf(const Document& document);

// The rows of the service and those of the service at this location.
std::vector<const record::Schedule*> SchedulesOf(const Document& document);

// An area that a service states. Neither polygons nor named: it does not resolve.
struct StatedArea {
  std::vector<record::Polygon> polygons;
  const NamedArea* named = nullptr;
  bool resolves() const { return named != nullptr || !polygons.empty(); }
};

std::vector<StatedArea> StatedAreasOf(const record::Service& service, const Atlas& atlas);

}  // namespace waypost::oracle
