#include "engine/format/content_hash.h"

#define XXH_STATIC_LINKING_ONLY
#include <xxhash.h>

#include <array>
#include <cstring>

namespace waypost {

struct ContentHash::State {
  // The header aligns this type to 64 bytes, which operator new respects since C++17.
  XXH3_state_t xxh3;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh3);
}
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
ContentHash::~ContentHash() = default;

void ContentHash::Add(std::span<const std::byte> bytes) {
  if (!bytes.empty()) XXH3_128bits_update(&state_->xxh3, bytes.data(), bytes.size());
}

void ContentHash::Add(std::string_view text) {
  Add(std::as_bytes(std::span(text.data(), text.size())));
}

void ContentHash::AddNumber(std::uint64_t number) { Add(std::as_bytes(std::span(&number, 1))); }

BuildId ContentHash::Finish() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&state_->xxh3));
  BuildId id;
  static_assert(sizeof(canonical.digest) == sizeof(BuildId));
  std::memcpy(id.data(), canonical.digest, id.size());
  return id;
}

}  // namespace waypost
