#pragma once

// FUZZ_CHECK(condition): a property that every input must keep. Ends the process when it is broken,
// which is how a fuzzer learns of it, and prints the property.

#include <cstdio>
#include <cstdlib>

#define FUZZ_CHECK(condition)                                                      \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)
