// The feeds of /oruk/v1 and /oruk/v3, over real sockets: there is no error in them, and every
// service is found by all of its facts.

#include <gmock/gmock.h>

#include "index_builder/fetch/httplib_exchange.h"
#include "index_builder/validate/validate_feed.h"
#include "tests/index_builder/fetch/fake_clock.h"
#include "tests/server/asking.h"
#include "tests/server/transport/test_client.h"

namespace waypost::validate {
namespace {

std::vector<record::Service> Services() {
  std::vector<record::Service> services;
  for (int i = 0; i < 25; ++i) {
    record::Service service = server::StatedService();
    service.id = "cafe-" + std::to_string(i);
    service.name = "Memory Café No. " + std::to_string(i) + " (Aided) - Redwood.";
    service.locations.front().id = "at-" + service.id;
    service.ages = {{i / 5.0, 12.0 + i}};
    services.push_back(std::move(service));
  }
  services.push_back(testing::Service("bare"));
  return services;
}

class OwnServerTest : public ::testing::TestWithParam<const char*> {};

TEST_P(OwnServerTest, HasNoErrors) {
  const server::Asking asking(Services());
  const server::Router router(asking.serving());
  server::TestServer server(
      {}, [&](const server::HttpRequest& request) { return router.Answer(request); });
  fetch::HttplibExchange exchange({});
  fetch::FakeClock clock;  // loopback need not be spared
  fetch::PoliteClient client(exchange, clock, {});
  ValidationOptions options;
  options.today = testing::DayOf2026(11, 21);
  options.per_page = 10;
  options.details = std::nullopt;
  options.self_tests = std::nullopt;
  const auto url =
      fetch::Url::Parse("http://127.0.0.1:" + std::to_string(server.port()) + GetParam());
  ASSERT_TRUE(url.ok());
  const auto validation = ValidateFeed(*url, options, client);
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->records, 26U);
  EXPECT_EQ(validation->full_records, 26U);
  for (const FindingRule& rule : AllFindingRules()) {
    if (SeverityOf(rule.kind, validation->standard) != Severity::kError) continue;
    for (const Finding& finding : validation->findings.group(rule.kind).kept) {
      ADD_FAILURE() << rule.code << ": " << finding.what << ": " << finding.place.page << " "
                    << finding.place.pointer;
    }
  }
  for (Facet facet : kFacets) {
    const FacetOutcome& outcome = (*validation->self_tests)[static_cast<std::size_t>(facet)];
    EXPECT_GE(outcome.records, 25U) << NameOf(facet);
    EXPECT_EQ(outcome.found, outcome.records) << NameOf(facet) << ": " << outcome.why;
  }
}

INSTANTIATE_TEST_SUITE_P(Dialects, OwnServerTest, ::testing::Values("/oruk/v1", "/oruk/v3"));

}  // namespace
}  // namespace waypost::validate
