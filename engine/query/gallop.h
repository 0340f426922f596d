#pragma once

// Forward search in an ascending list, in steps that double:
//
//   at = GallopTo(documents, at, DocId(700));    // documents[at] is the first at or after 700
//
// O(log of the distance moved), which is what makes following one list beside another cheap.
//
// Source: J. L. Bentley and A. C.-C. Yao, "An almost optimal algorithm for unbounded searching",
// Information Processing Letters 5 (1976).

#include <algorithm>
#include <span>

#include "engine/core/ids.h"

namespace waypost::query {

// The first index from `at` on whose document is not before `doc`; the size when there is none.
inline std::size_t GallopTo(std::span<const DocId> documents, std::size_t at, DocId doc) {
  std::size_t step = 1;
  while (at + step < documents.size() && documents[at + step] < doc) step *= 2;
  const auto from =
      documents.begin() + static_cast<std::ptrdiff_t>(std::min(at + step / 2, documents.size()));
  const auto to =
      documents.begin() + static_cast<std::ptrdiff_t>(std::min(at + step + 1, documents.size()));
  return static_cast<std::size_t>(std::lower_bound(from, to, doc) - documents.begin());
}

}  // namespace waypost::query
