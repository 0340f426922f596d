#include "engine/text/vocabulary_seal.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "engine/core/crc32c.h"

namespace waypost::text {
namespace {

constexpr std::string_view kMagic = "WPVOCAB1";

void AppendLittleEndian(std::uint32_t value, std::string& out) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((value >> shift) & 0xFF);
}

}  // namespace

std::string SealOf(std::span<const std::byte> database) {
  std::string seal(kMagic);
  AppendLittleEndian(Crc32c(database), seal);
  AppendLittleEndian(static_cast<std::uint32_t>(database.size() & 0xFFFFFFFF), seal);
  return seal;
}

absl::Status CheckSeal(std::span<const std::byte> sealed) {
  if (sealed.size() < kSealBytes) return DataLoss("vocabulary: cut short; rebuild the index");
  const std::string expected = SealOf(sealed.first(sealed.size() - kSealBytes));
  const auto found = sealed.last(kSealBytes);
  const bool same = std::ranges::equal(
      found, expected, [](std::byte a, char b) { return a == static_cast<std::byte>(b); });
  if (!same) return DataLoss("vocabulary: its bytes do not fit its seal; rebuild the index");
  return absl::OkStatus();
}

}  // namespace waypost::text
