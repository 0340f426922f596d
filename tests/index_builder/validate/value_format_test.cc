#include "index_builder/validate/value_format.h"

#include <gtest/gtest.h>

namespace waypost::validate {
namespace {

TEST(ValueFormat, Uuids) {
  EXPECT_TRUE(IsUuid("2a3483ea-8966-4f50-9dc3-7bafa1e5c623"));
  EXPECT_TRUE(IsUuid("2A3483EA-8966-4F50-9DC3-7BAFA1E5C623"));
  for (const char* text :
       {"", "1502", "2a3483ea89664f509dc37bafa1e5c623", "2a3483ea-8966-4f50-9dc3-7bafa1e5c62g",
        "2a3483ea-8966-4f50-9dc3-7bafa1e5c623-address"}) {
    EXPECT_FALSE(IsUuid(text)) << text;
  }
}

TEST(ValueFormat, MomentsHaveAnOffset) {
  for (const char* text :
       {"2026-11-21T14:05:00Z", "2026-11-21T14:05:00.123+01:00", "2026-12-31t23:59:60z"}) {
    EXPECT_TRUE(IsMoment(text)) << text;
  }
  for (const char* text :
       {"2026-11-21", "2026-11-21T14:05:00", "2026-11-21 14:05:00Z", "2026-11-21T14:05Z",
        "2026-02-30T14:05:00Z", "2026-11-21T24:05:00Z", "2026-11-21T14:05:00.Z",
        "2026-11-21T14:05:00+1:00", "2026-11-21T10:00:60Z", "2026-12-31T23:59:60+01:00"}) {
    EXPECT_FALSE(IsMoment(text)) << text;
  }
}

TEST(ValueFormat, DatesOfOlderServers) {
  for (const char* text : {"2026-11-21", "2026-11-21T14:05:00.123", "2026-11-21T14:05Z",
                           "21/11/2026", "21/11/2026 14:05:00"}) {
    EXPECT_TRUE(IsFeedDate(text)) << text;
  }
  for (const char* text : {"", "11/21/2026", "21/11/26", "21/11/2026T14", "soon", "2026-13-01",
                           "2026-11-20Tgarbage", "2026-11-20T", "2026-11-20T25:00"}) {
    EXPECT_FALSE(IsFeedDate(text)) << text;
  }
}

TEST(ValueFormat, ClockTimes) {
  for (const char* text : {"09:30", "09:30:00", "23:59", "00:00Z", "09:30:00+01:00"}) {
    EXPECT_TRUE(IsClockTime(text)) << text;
  }
  for (const char* text : {"", "9:30", "9am", "24:00", "09:60", "09:30 ", "09:30:", "0930"}) {
    EXPECT_FALSE(IsClockTime(text)) << text;
  }
  EXPECT_EQ(MinuteText("09:30:00Z"), "09:30");
}

TEST(ValueFormat, Addresses) {
  EXPECT_EQ(MendedUrl("https://a.org.uk/b?c=d"), std::nullopt);
  EXPECT_EQ(MendedUrl("https://a.org.uk/b%20c?d=(e)#f"), std::nullopt);
  EXPECT_EQ(MendedUrl("http://x.org/{a}"), "http://x.org/%7Ba%7D");
  EXPECT_EQ(MendedUrl("wss://a.org.uk"), std::nullopt);
  EXPECT_EQ(MendedUrl("www.a.org.uk"), "http://www.a.org.uk");
  EXPECT_EQ(MendedUrl("javascript:alert(1)"), "");
  for (const char* text :
       {"HTTPS://X.org.uk", "http://[::1]/", "https://[2001:db8::1]:8080/a", "WSS://a.org.uk"}) {
    EXPECT_EQ(MendedUrl(text), std::nullopt) << text;
  }
  for (const char* text : {"http://münchen.de", "wss://münchen.de", "http://[::1", "http://[x]/",
                           "http://[::1]x", "javascript://[::1]/", "http://x.org/%zz",
                           "http://x.org/%a", "http://x.org/a#b#c", "http://x.org/[a]"}) {
    EXPECT_NE(MendedUrl(text), std::nullopt) << text;
  }
  EXPECT_EQ(MendedEmail("a@b.org.uk"), std::nullopt);
  EXPECT_EQ(MendedEmail("o'neil.a+b@b-c.org.uk"), std::nullopt);
  for (const char* text : {"a@münchen.de", "a..b@c.dd", ".a@b.cc", "a@b_c.dd", "a@-b.cc"}) {
    EXPECT_EQ(MendedEmail(text), "") << text;
  }
  EXPECT_EQ(MendedEmail("mailto:a@b.org.uk"), "a@b.org.uk");
  EXPECT_EQ(MendedEmail("none"), "");
}

TEST(ValueFormat, Uris) {
  for (const char* text : {"urn:isbn:1", "https://a/", "GB-CHC:1"})
    EXPECT_TRUE(IsUri(text)) << text;
  for (const char* text : {"", "a", ":a", "a:", "1:a", "a:b c", "a:<b>", "http://münchen.de",
                           "urn:a|b", "urn:{a}", "urn:%zz", "a_b:c"}) {
    EXPECT_FALSE(IsUri(text)) << text;
  }
}

TEST(ValueFormat, Placeholders) {
  for (const char* text : {"http://www.example.com", "a@example.org", "http://localhost:80/",
                           "https://EXAMPLE.net/x"}) {
    EXPECT_TRUE(IsPlaceholderAddress(text)) << text;
  }
  for (const char* text :
       {"http://notexample.com", "http://a.org/example.com", "a@b.org", "@", ""}) {
    EXPECT_FALSE(IsPlaceholderAddress(text)) << text;
  }
}

TEST(ValueFormat, DaysOfSchedules) {
  ASSERT_TRUE(ReadDays("MO,TU"));
  EXPECT_FALSE(ReadDays("MO,TU")->has_ordinal);
  ASSERT_TRUE(ReadDays("2MO,-1FR"));
  EXPECT_TRUE(ReadDays("2MO,-1FR")->has_ordinal);
  for (const char* text : {"", "MO,", "mo", "Monday", "0MO", "6MO", "MO;TU", "MOTU"}) {
    EXPECT_FALSE(ReadDays(text)) << text;
  }
  EXPECT_TRUE(AreMonthDays("1,15,-1,31"));
  for (const char* text : {"", "0", "32", "-32", "1,", "first"}) {
    EXPECT_FALSE(AreMonthDays(text)) << text;
  }
}

}  // namespace
}  // namespace waypost::validate
