#include "server/response/own_address.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

std::string AddressAskedAt(std::vector<std::pair<std::string, std::string>> headers) {
  HttpRequest request;
  request.headers = std::move(headers);
  return OwnAddress(request, "/openapi.json");
}

TEST(OwnAddress, IsAtTheHostThatWasAsked) {
  EXPECT_EQ(AddressAskedAt({{"host", "127.0.0.1:8080"}}), "http://127.0.0.1:8080/openapi.json");
  EXPECT_EQ(AddressAskedAt({{"host", "[::1]:8080"}}), "http://[::1]:8080/openapi.json");
}

TEST(OwnAddress, IsSecureWhereAProxySaysSo) {
  EXPECT_EQ(AddressAskedAt({{"host", "help.example.org"}, {"x-forwarded-proto", "HTTPS"}}),
            "https://help.example.org/openapi.json");
  EXPECT_EQ(AddressAskedAt({{"host", "help.example.org"}, {"x-forwarded-proto", "gopher"}}),
            "http://help.example.org/openapi.json");
}

TEST(OwnAddress, TakesNothingThatIsNoHost) {
  for (const char* host : {"", "a/b", "a@b", "a b", "a\"b", "a?b", "a#b"}) {
    EXPECT_EQ(AddressAskedAt({{"host", host}}), "http://localhost/openapi.json") << host;
  }
  EXPECT_EQ(AddressAskedAt({}), "http://localhost/openapi.json");
}

}  // namespace
}  // namespace waypost::server
