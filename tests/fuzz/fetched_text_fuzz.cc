// Texts of other people's servers that lead somewhere: a Location header and a Retry-After.
// Whatever they are, an address stays one line without spaces and means the same when it is read
// again.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/fetch/retry_after.h"
#include "index_builder/fetch/url.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost::fetch;  // NOLINT: a fuzz target is a program of its own
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const auto wait = ReadRetryAfter(text, waypost::Moment(std::chrono::hours(480'000)));
  FUZZ_CHECK(!wait || (*wait >= std::chrono::seconds(0) && *wait <= std::chrono::hours(24)));
  const Url base = *Url::Parse("https://a.org/v1/services?page=2");
  for (const auto& url : {Url::Parse(text), base.Resolve(text)}) {
    if (!url.ok()) {
      FUZZ_CHECK(!waypost::MessageOf(url.status()).empty());
      continue;
    }
    for (char c : url->Text()) FUZZ_CHECK(c > 0x20 && c < 0x7f);
    FUZZ_CHECK(url->path().starts_with('/'));
    const auto again = Url::Parse(url->Text());
    FUZZ_CHECK(again.ok() && again->Text() == url->Text());
    const Url changed = url->Below(text.substr(0, 40)).With({{"a", std::string(text)}}).Parent();
    FUZZ_CHECK(Url::Parse(changed.Text()).ok());
  }
  return 0;
}
