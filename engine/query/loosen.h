#pragma once

// What to change in a question that finds too little, and what it would find then.
//
//   for (const Loosening& loosening : Loosen(index, query, now, synonyms, total)) ...
//   // {"within", "5mi", 15}, {"day", "", 14}, {"match", "any", 12}
//
// QUERY.md, "Loosening", says which changes are tried and in what order they come. Every total is
// that of a search. At most 49 are made.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/query.h"
#include "engine/text/synonyms.h"

namespace waypost::query {

struct Loosening {
  std::string change;       // the parameter; two with "+" between; "everything"
  std::string to;           // its new value; "" where it is dropped
  std::uint64_t total = 0;  // of `query`
  Query query;              // the changed question, from its first page
};

// Answers with this many services or more are not loosened.
inline constexpr std::uint64_t kEnoughResults = 10;
// With fewer than this many, any word instead of every word is offered whatever else is.
inline constexpr std::uint64_t kFewResults = 3;
inline constexpr std::size_t kMaxLoosenings = 6;

// `total` is what `query` finds. REQUIRES: `query` was answered without error.
std::vector<Loosening> Loosen(const Index& index, const Query& query, LocalMinute now,
                              const text::Synonyms* synonyms, std::uint64_t total);

}  // namespace waypost::query
