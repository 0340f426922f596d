#include "engine/format/content_hash.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/format/public_id.h"

namespace waypost {
namespace {

// XXH3-128 of nothing, as the library's own `xxhsum -H2` prints it: pins the hash that build ids
// are.
TEST(ContentHash, IsXxh3) {
  EXPECT_EQ(FormatUuid(ContentHash().Finish()), "99aa06d3-0147-98d8-6001-c324468d497f");
}

TEST(ContentHash, DoesNotDependOnHowBytesArePieced) {
  const std::string text(1000, 'x');
  ContentHash whole;
  whole.Add(text);
  ContentHash pieces;
  for (std::size_t at = 0; at < text.size(); at += 7) {
    pieces.Add(std::string_view(text).substr(at, 7));
    pieces.Add(std::string_view());
  }
  EXPECT_EQ(pieces.Finish(), whole.Finish());
  pieces.Add("y");
  EXPECT_NE(pieces.Finish(), whole.Finish());
}

TEST(ContentHash, AddsNumbersAsLittleEndianBytes) {
  ContentHash number;
  number.AddNumber(0x0102);
  ContentHash bytes;
  bytes.Add(std::string_view("\x02\x01\0\0\0\0\0\0", 8));
  EXPECT_EQ(number.Finish(), bytes.Finish());
}

}  // namespace
}  // namespace waypost
