#include "server/response/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/request_error.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ProblemOf, ARequestErrorSaysAll) {
  const HttpResponse response = ProblemOf(query::RequestError(
      {.code = "bad_value", .parameter = "day", .detail = "day=\"X\" is none", .nearest = "MO"}));
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_EQ(response.body,
            R"({"type":"urn:waypost:problem:bad_value","title":"The question cannot be read",)"
            R"("status":400,"code":"bad_value","detail":"day=\"X\" is none","parameter":"day",)"
            R"("nearest":"MO"})");
}

// The message of any other status went out as it stood, with the path of a file in it.
TEST(ProblemOf, OtherMessagesStayInside) {
  const std::pair<absl::Status, int> cases[] = {{NotFound("/srv/secret.waypost: gone"), 404},
                                                {Unavailable("/srv/secret.waypost: busy"), 503},
                                                {DataLoss("/srv/secret.waypost: torn"), 500},
                                                {InvalidArgument("/srv/secret"), 500},
                                                {Internal("/srv/secret"), 500}};
  for (const auto& [status, expected] : cases) {
    const HttpResponse response = ProblemOf(status);
    EXPECT_EQ(response.status, expected);
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
    EXPECT_EQ(HeaderOf(response, "Retry-After"), expected == 503 ? "1" : "");
  }
}

}  // namespace
}  // namespace waypost::server
