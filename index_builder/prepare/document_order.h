#pragma once

// Which documents there are, and the order in which they get their DocIds.
//
//   DocumentPlaces places;
//   for (...) places.Add(document);           // in order of service and of location in it: rows
//   const DocumentOrder order = std::move(places).Order();
//
// Memory: about 60 bytes and the location's id for each document until Order, 12 after it.

#include <cstdint>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/status.h"
#include "engine/format/jagged_rows.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

// One service at one location, while its record is at hand.
struct Document {
  const record::Service* service = nullptr;
  const record::ServiceAtLocation* at = nullptr;  // nullptr for a service without location
  ServiceOrdinal ordinal;

  const record::Location* location() const { return at == nullptr ? nullptr : &at->location; }
  bool IsLocated() const { return at != nullptr && at->location.position.has_value(); }
};

// Calls visit(document), which returns absl::Status, for the documents of a service, in the order
// of its locations.
template <typename Visit>
absl::Status ForEachDocument(const record::Service& service, ServiceOrdinal ordinal, Visit visit) {
  if (service.locations.empty()) return visit(Document{&service, nullptr, ordinal});
  for (const record::ServiceAtLocation& at : service.locations) {
    RETURN_IF_ERROR(visit(Document{&service, &at, ordinal}));
  }
  return absl::OkStatus();
}

// By DocId: located documents along the Hilbert curve, then the others by public id and location.
struct DocumentOrder {
  std::vector<std::uint32_t> rows;  // in the order of adding
  std::vector<ServiceOrdinal> services;
  std::vector<std::uint32_t> location_ranks;  // by the bytes of the location's id; 0 without one
  std::uint32_t located = 0;

  std::uint32_t size() const { return static_cast<std::uint32_t>(rows.size()); }
};

class DocumentPlaces {
 public:
  void Add(const Document& document);
  // O(n log n).
  DocumentOrder Order() &&;

 private:
  struct Placed {
    std::uint64_t hilbert;
    ServiceOrdinal service;
    bool is_located;
    bool has_location;
  };

  std::vector<std::uint32_t> LocationRanks();

  std::vector<Placed> placed_;
  BasicTextRows<std::uint64_t> location_ids_;  // of those that have a location
};

// The place of each text among all of them, equal texts with equal ranks. O(n log n).
std::vector<std::uint32_t> RanksOf(const BasicTextRows<std::uint64_t>& texts);

}  // namespace waypost::prepare
