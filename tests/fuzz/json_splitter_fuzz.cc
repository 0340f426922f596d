// The splitter of JSON inputs: it must end, give out pieces in order, and give out the input's own
// bytes. The first byte chooses how long a record may be.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/sources/json_splitter.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using waypost::sources::InputStream;
  using waypost::sources::JsonPiece;
  using waypost::sources::JsonSplitter;
  if (size == 0) return 0;
  const std::size_t max_record = (data[0] & 1U) != 0 ? 64 : 1U << 20U;
  const std::string text(static_cast<const char*>(static_cast<const void*>(data + 1)), size - 1);
  auto input = InputStream::OpenText("fuzz", text);
  if (!input.ok()) return 0;
  // Packed inputs and byte-order marks move the bytes.
  const bool plain =
      !text.starts_with("\x1F\x8B") && !text.starts_with("PK") && !text.starts_with("\xEF\xBB\xBF");
  JsonSplitter splitter(**input, max_record);
  JsonPiece piece;
  std::uint64_t end = 0;
  for (std::size_t count = 0;; ++count) {
    FUZZ_CHECK(count <= text.size());
    const absl::StatusOr<bool> more = splitter.Next(piece);
    if (!more.ok()) {
      FUZZ_CHECK(!waypost::MessageOf(more.status()).empty());
      break;
    }
    if (!*more) break;
    FUZZ_CHECK(piece.offset >= end);
    end = piece.offset + 1;
    if (plain && !piece.broken) {
      FUZZ_CHECK(piece.offset + piece.text.size() <= text.size());
      FUZZ_CHECK(piece.text == std::string_view(text).substr(piece.offset, piece.text.size()));
    }
    if ((data[0] & 2U) != 0 && !splitter.ResumeInside().ok()) break;
  }
  return 0;
}
