#include "engine/format/public_id.h"

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

namespace waypost {
namespace {

constexpr char kSeparator = '\x1F';
constexpr std::string_view kDigits = "0123456789abcdef";

// -1 for what is no hexadecimal digit.
int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Where the two digits of each byte begin.
constexpr std::array<std::uint8_t, 16> kDigitPlaces = {0,  2,  4,  6,  9,  11, 14, 16,
                                                       19, 21, 24, 26, 28, 30, 32, 34};

constexpr bool IsHyphenPlace(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

boost::uuids::name_generator_sha1 MakeGenerator() {
  const Uuid bytes = *ParseUuid(kPublicIdNamespace);
  boost::uuids::uuid name_space;
  std::ranges::copy(bytes, name_space.begin());
  return boost::uuids::name_generator_sha1(name_space);
}

}  // namespace

Uuid PublicId(std::string_view source, std::string_view entity, std::string_view id) {
  static const boost::uuids::name_generator_sha1 kGenerator = MakeGenerator();
  std::string name;
  name.reserve(source.size() + entity.size() + id.size() + 2);
  name.append(source).append(1, kSeparator).append(entity).append(1, kSeparator).append(id);
  const boost::uuids::uuid made = kGenerator(name.data(), name.size());
  Uuid uuid;
  std::ranges::copy(made, uuid.begin());
  return uuid;
}

std::optional<Uuid> ParseUuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid{};
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsHyphenPlace(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int digit = DigitOf(text[i]);
    if (digit < 0) return std::nullopt;
    std::uint8_t& byte = uuid[nibble / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | digit);
    ++nibble;
  }
  return uuid;
}

std::string FormatUuid(const Uuid& uuid) {
  std::string text(36, '-');
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    text[kDigitPlaces[i]] = kDigits[uuid[i] >> 4];
    text[kDigitPlaces[i] + 1] = kDigits[uuid[i] & 0xF];
  }
  return text;
}

}  // namespace waypost
