#pragma once

// Documents by their distance alone.

#include <memory>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/doc_window.h"

namespace waypost::query {

// Documents of `tiles` (of Index::tiles()) that are reached at their place only, a tile a window:
// those within the circle match when `decides` has them, and are left to the filters otherwise.
//
// The tile nearest to the centre comes first, so that the best found there spare the others a look:
// of a tile inside the circle and beyond them all, documents are counted and nothing else
// (bench/questions_bench.cc, class A).
//
// REQUIRES: `decides` is a subset of documents().place_only; `index` outlives the producer.
std::unique_ptr<WindowProducer> WindowsOfCircle(const Index& index, LatLng centre,
                                                Millimetres radius,
                                                std::vector<std::uint32_t> tiles,
                                                const DocSet& decides);

}  // namespace waypost::query
