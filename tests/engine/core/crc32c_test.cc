#include "engine/core/crc32c.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "tests/support/random_seed.h"

namespace waypost {
namespace {

std::span<const std::byte> BytesOf(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

// RFC 3720, section B.4, and the check value of the CRC catalogue.
TEST(Crc32c, GivesThePublishedValues) {
  EXPECT_EQ(Crc32c({}), 0U);
  EXPECT_EQ(Crc32c(BytesOf("123456789")), 0xE3069283U);
  EXPECT_EQ(Crc32c(std::vector<std::byte>(32, std::byte{0})), 0x8A9136AAU);
  EXPECT_EQ(Crc32c(std::vector<std::byte>(32, std::byte{0xFF})), 0x62A8AB43U);
  std::vector<std::byte> ascending;
  for (int i = 0; i < 32; ++i) ascending.push_back(static_cast<std::byte>(i));
  EXPECT_EQ(Crc32c(ascending), 0x46DD794EU);
}

TEST(Crc32c, ContinuesWhereItStopped) {
  const std::string_view text = "the quick brown fox jumps over the lazy dog";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    EXPECT_EQ(Crc32cExtend(Crc32c(BytesOf(text.substr(0, cut))), BytesOf(text.substr(cut))),
              Crc32c(BytesOf(text)));
  }
}

TEST(Crc32c, AgreesWithTheTableAtEveryLengthAndAlignment) {
  std::mt19937_64 random = testing::MakeRandom();
  std::vector<std::byte> bytes(300);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(random());
  for (std::size_t start = 0; start < 16; ++start) {
    for (std::size_t length = 0; start + length <= bytes.size(); ++length) {
      const auto part = std::span(bytes).subspan(start, length);
      ASSERT_EQ(Crc32cExtend(7, part), Crc32cByTable(7, part)) << start << " " << length;
    }
  }
}

}  // namespace
}  // namespace waypost
