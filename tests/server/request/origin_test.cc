#include "server/request/origin.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

HttpRequest Sent(std::string host, std::string proto = "") {
  HttpRequest request;
  request.headers = {{"host", std::move(host)}};
  if (!proto.empty()) request.headers.emplace_back("x-forwarded-proto", std::move(proto));
  return request;
}

TEST(Origin, IsTheHostThatTheRequestNames) {
  EXPECT_EQ(OriginOf(Sent("Find.example.org:8080")), "http://find.example.org:8080");
  EXPECT_EQ(OriginOf(Sent("[::1]:80")), "http://[::1]:80");
}

TEST(Origin, AProxyInFrontSaysThatItIsSecure) {
  EXPECT_EQ(OriginOf(Sent("a.example", "https")), "https://a.example");
  EXPECT_EQ(OriginOf(Sent("a.example", "javascript")), "http://a.example");
}

TEST(Origin, WhatIsNoHostIsNotRepeated) {
  EXPECT_EQ(OriginOf(HttpRequest()), "");
  for (const char* host : {"", "a/b", "a b", "a\"b", "<b>", "user@host", "a?b", "a#b", "\xff"}) {
    EXPECT_EQ(OriginOf(Sent(host)), "") << host;
    EXPECT_EQ(HostOf(Sent(host)), "") << host;
  }
  EXPECT_EQ(OriginOf(Sent(std::string(300, 'a'))), "");
}

}  // namespace
}  // namespace waypost::server
