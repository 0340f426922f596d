#pragma once

// What flows through a running query: up to 128 ascending documents with what is known of each.
//
// A block this size keeps the documents and their marks in the first-level cache while one filter
// after the other passes over them, with one virtual call a filter and block.

#include <array>
#include <cstdint>
#include <span>

#include "engine/core/ids.h"

namespace waypost::query {

struct DocBlock {
  static constexpr std::size_t kCapacity = 128;

  std::array<DocId, kCapacity> docs;
  // 1 while every filter so far said yes; 0 once one said not stated.
  std::array<std::uint8_t, kCapacity> certain;
  // 0 while no set-aside filter said no; else 1 + the number of the only one that did
  // (a facet leaves its own filter out, so such a document still counts there).
  std::array<std::uint8_t, kCapacity> refused_by;
  std::size_t count = 0;

  bool full() const { return count == kCapacity; }
  void Add(DocId doc) {
    docs[count] = doc;
    certain[count] = 1;
    refused_by[count] = 0;
    ++count;
  }
  std::span<const DocId> view() const { return {docs.data(), count}; }
};

}  // namespace waypost::query
