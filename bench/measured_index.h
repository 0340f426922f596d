#pragma once

// The index that a benchmark measures.
//
//   const std::shared_ptr<const Index> index = OpenMeasured();
//   if (index == nullptr) return 1;     // it has said why

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "engine/core/status.h"
#include "engine/index/index.h"

namespace waypost {

// The artefact that WAYPOST_INDEX names; nullptr, with a line on standard error, when there is none
// or it cannot be opened.
inline std::shared_ptr<const Index> OpenMeasured() {
  const char* path = std::getenv("WAYPOST_INDEX");
  if (path == nullptr) {
    std::fputs("set WAYPOST_INDEX to an artefact (bench/README.md says how to build one)\n",
               stderr);
    return nullptr;
  }
  auto index = Index::Open(path, {.trust_mark = true});
  if (index.ok()) return *std::move(index);
  std::fprintf(stderr, "%s\n", index.status().ToString().c_str());
  return nullptr;
}

}  // namespace waypost
