// Untrusted text to plain text: valid UTF-8, tidy, without controls, and no longer than it was, but
// for what replaces broken bytes and spells out links.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/record/safe_text.h"
#include "index_builder/record/utf8.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

void Check(const std::string& text, bool one_line, std::size_t size) {
  FUZZ_CHECK(waypost::record::IsUtf8(text));
  FUZZ_CHECK(text.size() <= 3 * size);
  for (char c : text) {
    FUZZ_CHECK(static_cast<unsigned char>(c) >= 0x20 || (c == '\n' && !one_line));
    FUZZ_CHECK(c != 0x7F);
  }
  FUZZ_CHECK(text.find("  ") == std::string::npos);
  FUZZ_CHECK(text.find("\n\n") == std::string::npos);
  FUZZ_CHECK(text.empty() || (text.front() != ' ' && text.back() != ' ' && text.back() != '\n'));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  Check(waypost::record::ToSafeText(text).text, false, size);
  Check(waypost::record::ToSafeLine(text).text, true, size);
  return 0;
}
