#pragma once

// What flows through a running query: up to 128 ascending documents with what is known of each.
//
// A block this size keeps the documents and their marks in the first-level cache while one filter
// after the other passes over them, with one virtual call a filter and block.

#include <algorithm>
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
  // While `bounded`: the most that each document can score (scoring/score_bound.h), off by less
  // than 1e-5 of it.
  std::array<float, kCapacity> bound;
  bool bounded = false;
  std::size_t count = 0;

  bool full() const { return count == kCapacity; }
  void Add(DocId doc) {
    docs[count] = doc;
    certain[count] = 1;
    refused_by[count] = 0;
    ++count;
  }
  // Adds consecutive documents, as many of `wanted` as there is room for; returns how many.
  std::uint32_t AddRun(DocId first, std::uint32_t wanted) {
    const std::size_t added = std::min<std::size_t>(wanted, kCapacity - count);
    for (std::uint32_t i = 0; i < added; ++i) docs[count + i] = DocId(first.value() + i);
    Unmark(added);
    return static_cast<std::uint32_t>(added);
  }
  // Adds as many of `more` as there is room for; returns how many.
  std::size_t AddList(std::span<const DocId> more) {
    const std::size_t added = std::min(more.size(), kCapacity - count);
    std::copy_n(more.begin(), added, docs.begin() + static_cast<std::ptrdiff_t>(count));
    Unmark(added);
    return added;
  }
  std::span<const DocId> view() const { return {docs.data(), count}; }

 private:
  void Unmark(std::size_t added) {
    std::fill_n(certain.begin() + static_cast<std::ptrdiff_t>(count), added, std::uint8_t{1});
    std::fill_n(refused_by.begin() + static_cast<std::ptrdiff_t>(count), added, std::uint8_t{0});
    count += added;
  }
};

}  // namespace waypost::query
