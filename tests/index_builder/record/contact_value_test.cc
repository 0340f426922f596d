#include "index_builder/record/contact_value.h"

#include <gtest/gtest.h>

namespace waypost::record {
namespace {

TEST(ReadUrl, LeavesGoodAddressesAlone) {
  for (const char* url :
       {"https://example.org", "http://example.org/a?b=c#d", "https://example.org:8080/x",
        "ftp://example.org/f", "https://xn--bcher-kva.example/"}) {
    EXPECT_EQ(ReadUrl(url), (ContactValue{url, false})) << url;
  }
}

TEST(ReadUrl, RepairsWhatIsPlain) {
  EXPECT_EQ(ReadUrl("example.org/a,\x01 "), (ContactValue{"http://example.org/a", true}));
  EXPECT_EQ(ReadUrl("example.org/a ;, "), (ContactValue{"http://example.org/a", true}));
  EXPECT_EQ(ReadUrl("www.example.org"), (ContactValue{"http://www.example.org", true}));
  EXPECT_EQ(ReadUrl("example.org/path"), (ContactValue{"http://example.org/path", true}));
  EXPECT_EQ(ReadUrl("http:/example.org/a b"), (ContactValue{"http://example.org/a%20b", true}));
  EXPECT_EQ(ReadUrl("HTTP://example.org"), (ContactValue{"http://example.org", true}));
  EXPECT_EQ(ReadUrl("https//example.org"), (ContactValue{"https://example.org", true}));
  EXPECT_EQ(ReadUrl(" https://example.org "), (ContactValue{"https://example.org", true}));
  EXPECT_EQ(ReadUrl("https://example.org, https://example.com"),
            (ContactValue{"https://example.org", true}));
}

TEST(ReadUrl, GivesUpOnTheRest) {
  for (const char* url :
       {"", "n/a", "none", "javascript:alert(1)", "data:text/html,x", "http://", "http://x",
        "mailto:a@example.org", "http://user:pw@example.org", "see our site. Thanks", "//",
        "http://exa mple.org", "http://.org", "/relative", "http://a..b"}) {
    EXPECT_EQ(ReadUrl(url), std::nullopt) << url;
  }
}

TEST(ReadEmail, ReadsAndRepairs) {
  EXPECT_EQ(ReadEmail("a.b+c@example.org"), (ContactValue{"a.b+c@example.org", false}));
  EXPECT_EQ(ReadEmail("mailto:a@example.org "), (ContactValue{"a@example.org", true}));
  EXPECT_EQ(ReadEmail("Anne <a@example.org>"), (ContactValue{"a@example.org", true}));
  EXPECT_EQ(ReadEmail("a@example.org; b@example.org"), (ContactValue{"a@example.org", true}));
  EXPECT_EQ(ReadEmail("Email: a@example.org."), (ContactValue{"a@example.org", true}));
}

TEST(ReadEmail, GivesUpOnTheRest) {
  for (const char* email : {"", "via website", "a@", "@example.org", "a@example", "a@b@example.org",
                            "a at example.org"}) {
    EXPECT_EQ(ReadEmail(email), std::nullopt) << email;
  }
}

}  // namespace
}  // namespace waypost::record
