#include "server/oruk/valid_values.h"

#include <gtest/gtest.h>

namespace waypost::oruk {
namespace {

TEST(ValidAddressTest, KeepsGoodOnesAndMendsWhatIsPlain) {
  const std::pair<const char*, const char*> kMended[] = {
      {"https://a.org/b?c=d#e", "https://a.org/b?c=d#e"},
      {" http://a.org ", "http://a.org"},
      {"HTTPS://A.org", "https://A.org"},
      {"www.a.org", "https://www.a.org"},
      {"a.org/b c", "https://a.org/b%20c"},
      {"//a.org", "https://a.org"},
      {"https://a.org/[1]", "https://a.org/%5B1%5D"},
      {"https://a.org/%41%4", "https://a.org/%41%254"},
      {"https://a.org/#a#b", "https://a.org/#a%23b"},
      {"https://a.org/caf\xC3\xA9", "https://a.org/caf%C3%A9"},
      {"http://localhost:8080/a", "http://localhost:8080/a"},
  };
  for (const auto& [text, mended] : kMended) EXPECT_EQ(ValidAddress(text), mended) << text;
}

TEST(ValidAddressTest, LeavesOutWhatNamesNoHost) {
  for (const char* text : {"", " ", "none", "see leaflet", "javascript:alert(1)", "mailto:a@b.org",
                           "file:///etc", "https://", "http://?a", "a b.org", "@a.org", ".org",
                           "http://a b.org", "data://x.y", "http://[::1"}) {
    EXPECT_EQ(ValidAddress(text), std::nullopt) << text;
  }
}

TEST(ValidEmailTest, IsAPlainAddressOrNothing) {
  EXPECT_EQ(ValidEmail(" a.b+c@d-e.org "), "a.b+c@d-e.org");
  EXPECT_EQ(ValidEmail("mailto:a@b.org"), "a@b.org");
  for (const char* text : {"", "a", "a@", "@b.org", "a@b", "a..b@c.org", "a b@c.org", "a@-b.org",
                           "a@b..org", "via website", "a@b.org, c@d.org"}) {
    EXPECT_EQ(ValidEmail(text), std::nullopt) << text;
  }
}

TEST(CountryCodeTest, IsGreatBritainUnlessItIsAnotherCode) {
  for (const char* text : {"", "GB", "gb", "UK", "United Kingdom", "England", "GBR"}) {
    EXPECT_EQ(CountryCode(text), "GB") << text;
  }
  EXPECT_EQ(CountryCode("ie"), "IE");
}

TEST(ValidDateTest, IsTheDayOrNothing) {
  EXPECT_EQ(ValidDate("2026-11-21"), "2026-11-21");
  EXPECT_EQ(ValidDate("2026-11-21T10:00:00Z"), "2026-11-21");
  for (const char* text : {"", "21/11/2026", "2026-13-01", "soon"}) {
    EXPECT_EQ(ValidDate(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace waypost::oruk
