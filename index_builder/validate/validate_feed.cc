#include "index_builder/validate/validate_feed.h"

#include "index_builder/validate/check_service.h"
#include "index_builder/validate/detail_check.h"
#include "index_builder/validate/feed_address.h"
#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/other_lists.h"
#include "index_builder/validate/page_walk.h"

namespace waypost::validate {
namespace {

absl::Status CheckSingle(const FeedAddress& feed, const ValidationOptions& options,
                         fetch::PoliteClient& client, Validation& validation) {
  ASSIGN_OR_RETURN(const fetch::FetchedAnswer fetched, client.Get(feed.list));
  const auto document = ReadAnswer(feed.list, fetched, validation.findings);
  if (!document) return Unavailable(feed.list.Text() + ": is no longer a service");
  RecordCheck check(validation.findings, feed.standard, options.today, feed.list.Text(),
                    sources::JsonText(document->root(), "id"));
  CheckService(document->root(), RecordForm::kFull, check);
  validation.records = validation.full_records = 1;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Validation> ValidateFeed(const fetch::Url& url, const ValidationOptions& options,
                                        fetch::PoliteClient& client) {
  Validation validation{.target = url.Text()};
  if (options.progress) options.progress("Finding the feed", 0, 0);
  ASSIGN_OR_RETURN(const FeedAddress feed,
                   FindFeed(url, options.standard, client, validation.findings));
  validation.standard = feed.standard;
  if (feed.is_single) {
    RETURN_IF_ERROR(CheckSingle(feed, options, client, validation));
  } else {
    ASSIGN_OR_RETURN(const WalkedFeed walked, WalkPages(feed, options, client, validation));
    RETURN_IF_ERROR(CheckUnknownId(feed.list, client, validation.findings));
    RETURN_IF_ERROR(CheckOtherLists(feed, options.per_page, client, validation.findings));
    SelfTestOptions tests{.standard = feed.standard,
                          .most_requests = options.self_tests,
                          .per_page = options.per_page,
                          .progress = {}};
    if (options.progress) {
      tests.progress = [&options](std::uint64_t done, std::uint64_t total) {
        options.progress("Asking the filters", done, total);
      };
    }
    ASSIGN_OR_RETURN(validation.self_tests, RunSelfTests(walked.facts, feed.list, walked.total,
                                                         tests, client, validation.findings));
  }
  validation.traffic = client.traffic();
  for (std::uint64_t i = 0; i < validation.traffic.slow_downs; ++i) {
    validation.findings.Add(FindingKind::kSlowedDown,
                            {.page = feed.list.Text(), .record = {}, .pointer = {}},
                            "the server answered 429");
  }
  return validation;
}

}  // namespace waypost::validate
