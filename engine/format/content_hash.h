#pragma once

// A 128-bit hash of bytes that come in pieces (XXH3-128): the source of build ids.
//
//   ContentHash hash;
//   hash.Add(first);
//   hash.Add(second);                 // same as Add(first then second)
//   BuildId id = hash.Finish();
//
// Good against accidents (two different indexes with one id), not against forgery: anybody can make
// two files with the same hash on purpose. Also for blobs that must carry an id of their own
// inside: hash what the blob is made from, not the blob (FORMAT.md, "Build id").

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "engine/format/header.h"

namespace waypost {

class ContentHash {
 public:
  ContentHash();
  ContentHash(ContentHash&&) noexcept;
  ContentHash& operator=(ContentHash&&) noexcept;
  ~ContentHash();

  void Add(std::span<const std::byte> bytes);
  void Add(std::string_view text);
  // As eight little-endian bytes.
  void AddNumber(std::uint64_t number);

  // The hash of all that was added so far, most significant byte first.
  BuildId Finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace waypost
