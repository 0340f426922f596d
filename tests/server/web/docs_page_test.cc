#include "server/web/docs_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kHostile = R"({
  "info": {"title": "<b>", "description": "Say `<i>` twice.\n\nNo more."},
  "tags": [{"name": "T", "description": "<script>"}],
  "paths": {"/a": {"get": {"tags": ["T"], "operationId": "a", "summary": "S", "description": "D",
    "x-example": "/a/{service}?x=\"", "parameters": [{"name": "n", "in": "query",
    "description": "<u>", "schema": {"type": "string"}, "example": "e&f"}], "responses": {}}}}
})";

TEST(RenderDocs, EscapesWhateverItShows) {
  const absl::StatusOr<std::string> docs = RenderDocs(kHostile);
  ASSERT_TRUE(docs.ok()) << docs.status();
  for (const char* raw : {"<b>", "<i>", "<u>", "<script>", "\"\"", "e&f"}) {
    EXPECT_THAT(*docs, Not(HasSubstr(raw)));
  }
  EXPECT_THAT(*docs, HasSubstr("<p>Say <code>&lt;i&gt;</code> twice.</p>"));
  EXPECT_THAT(*docs, HasSubstr("<p>No more.</p>"));
}

TEST(RenderDocs, RefusesWhatIsNoDescription) { EXPECT_FALSE(RenderDocs("{}").ok()); }

TEST(DocsPage, FillsInAServiceWhereverOneBelongs) {
  EXPECT_EQ(DocsPage("a/{service}/b/{service}", "1f").body, "a/1f/b/1f");
  EXPECT_EQ(DocsPage("no hole", "1f").body, "no hole");
}

class ServedDocs : public ::testing::Test {
 protected:
  const Asking asking_{{StatedService()}};
};

TEST_F(ServedDocs, ShowAddressesParametersAndAnswers) {
  const HttpResponse response = asking_.Get("/docs");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.body,
              AllOf(HasSubstr("/api/services/{id}/sessions"), HasSubstr("<code>within</code>"),
                    HasSubstr("id=\"schema-SearchAnswer\"")));
  EXPECT_THAT(response.body, Not(HasSubstr("{service}")));
  EXPECT_THAT(response.body, Not(HasSubstr("<script")));
}

TEST_F(ServedDocs, LinkOnlyToWhatThisServerHas) {
  const std::string page = asking_.Get("/docs").body;
  EXPECT_THAT(page, Not(HasSubstr("href=\"http")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
}

TEST_F(ServedDocs, AreKeptLikeOtherAnswers) {
  for (const char* path : {"/docs", "/openapi.json"}) {
    const std::string tag = HeaderOf(asking_.Get(path), "ETag");
    EXPECT_NE(tag, "") << path;
    EXPECT_EQ(asking_.Ask("GET", path, {{"if-none-match", tag}}).status, 304) << path;
  }
}

TEST_F(ServedDocs, AreThoseOfTheDescription) {
  EXPECT_STREQ(asking_.Json("/openapi.json")["openapi"].GetString(), "3.1.0");
}

}  // namespace
}  // namespace waypost::server
