// Whole validations of a feed that is right in everything, and of the same with one fault.

#include "index_builder/validate/validate_feed.h"

#include <gmock/gmock.h>

#include "tests/index_builder/fetch/fake_clock.h"
#include "tests/index_builder/validate/fake_feed.h"
#include "tests/index_builder/validate/found_codes.h"
#include "tests/support/scratch_folder.h"

namespace waypost::validate {
namespace {

using fetch::HttpAnswer;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;

ValidationOptions Options() {
  ValidationOptions options;
  options.today = *ParseIsoDate(kGoodDay);
  options.per_page = 2;
  options.details = std::nullopt;
  options.self_tests = std::nullopt;
  return options;
}

absl::StatusOr<Validation> Tried(FakeFeed& feed, const ValidationOptions& options = Options(),
                                 fetch::AnswerStore* store = nullptr,
                                 const fetch::Url& url = FakeFeed::Root()) {
  fetch::FakeClock clock;
  fetch::PoliteClient client(feed, clock, {}, store);
  return ValidateFeed(url, options, client);
}

Validation Validated(FakeFeed& feed, const ValidationOptions& options = Options()) {
  absl::StatusOr<Validation> validation = Tried(feed, options);
  EXPECT_TRUE(validation.ok()) << validation.status();
  return validation.ok() ? *std::move(validation) : Validation{};
}

using Codes = std::map<std::string, std::uint64_t>;

constexpr std::array<Standard, 2> kBoth = {Standard::kV1, Standard::kV3};

TEST(ValidateFeed, AGoodFeedHasNoFindings) {
  for (Standard standard : kBoth) {
    FakeFeed feed(standard, 5);
    const Validation validation = Validated(feed);
    EXPECT_THAT(CodesOf(validation.findings), IsEmpty());
    EXPECT_EQ(validation.standard, standard);
    EXPECT_TRUE(validation.is_complete);
    EXPECT_EQ(validation.pages, 3U);
    EXPECT_EQ(validation.records, 5U);
    EXPECT_EQ(validation.full_records, 5U);
    ASSERT_TRUE(validation.self_tests);
    for (Facet facet : kFacets) {
      const FacetOutcome& outcome = (*validation.self_tests)[static_cast<std::size_t>(facet)];
      EXPECT_EQ(outcome.records, 5U) << NameOf(facet);
      EXPECT_EQ(outcome.found, 5U) << NameOf(facet);
      EXPECT_EQ(outcome.untested, 0U) << NameOf(facet) << outcome.why;
    }
  }
}

TEST(ValidateFeed, AnyAddressOfTheFeedWillDo) {
  for (const char* address :
       {"https://feed.larkmoor.uk/api/", "https://feed.larkmoor.uk/api/services",
        "https://feed.larkmoor.uk/api/services?page=2&per_page=1"}) {
    FakeFeed feed(Standard::kV3, 3);
    const auto validation = Tried(feed, Options(), nullptr, *fetch::Url::Parse(address));
    ASSERT_TRUE(validation.ok()) << validation.status();
    EXPECT_EQ(validation->records, 3U) << address;
    EXPECT_THAT(CodesOf(validation->findings), IsEmpty()) << address;
  }
}

TEST(ValidateFeed, ASingleServiceIsValidatedAlone) {
  FakeFeed feed(Standard::kV1, 3);
  const fetch::Url url = FakeFeed::Root().Below("services").Below(GoodId(2));
  const auto validation = Tried(feed, Options(), nullptr, url);
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->records, 1U);
  EXPECT_EQ(validation->standard, Standard::kV1);
  EXPECT_THAT(CodesOf(validation->findings), IsEmpty());
}

TEST(ValidateFeed, WhatIsNoFeedIsSaid) {
  FakeFeed feed(Standard::kV1, 1);
  feed.change = [](const FakeRequest&, HttpAnswer& answer) {
    answer.status = 200;
    answer.headers = {{"content-type", "text/html"}};
    answer.body = "<html>Welcome</html>";
  };
  EXPECT_THAT(MessageOf(Tried(feed).status()),
              AllOf(HasSubstr("neither a list of services"), HasSubstr("text/html"),
                    HasSubstr("/services")));
  feed.change = [](const FakeRequest&, HttpAnswer& answer) { answer.status = 0; };
  EXPECT_EQ(Tried(feed).status().code(), absl::StatusCode::kUnavailable);
}

TEST(ValidateFeed, AFirstPageThatCannotBeReadIsSaidToBeBroken) {
  FakeFeed feed(Standard::kV3, 3);
  const auto told = [&](const std::function<void(HttpAnswer&)>& change) {
    feed.change = [&change](const FakeRequest& request, HttpAnswer& answer) {
      if (request.path == "/services") change(answer);
    };
    return MessageOf(Tried(feed).status());
  };
  EXPECT_THAT(told([](HttpAnswer& answer) { answer.body = "{\n\n\"contents\": [{]}"; }),
              AllOf(HasSubstr("not-json: line 3"), HasSubstr("mend the answer"),
                    Not(HasSubstr("give the address"))));
  EXPECT_THAT(told([](HttpAnswer& answer) {
                answer.too_large = true;
                answer.body = std::string(std::size_t{33} << 20U, ' ');
              }),
              AllOf(HasSubstr("too-large: more than 33 MB"), HasSubstr("mend the answer")));
  EXPECT_THAT(told([](HttpAnswer& answer) { answer.body = "\xFF\xFE{"; }),
              HasSubstr("not-utf8: some bytes are not UTF-8, not-json"));
}

TEST(ValidateFeed, FaultsOfOtherListsAreWarnings) {
  const auto codes = [](Standard standard,
                        const std::function<void(const FakeRequest&, HttpAnswer&)>& change) {
    FakeFeed feed(standard, 9);
    feed.change = change;
    const Validation validation = Validated(feed);
    EXPECT_EQ(validation.findings.Count(Severity::kError, standard), 0U);
    return CodesOf(validation.findings);
  };
  const auto failing = [](const FakeRequest& request, HttpAnswer& answer) {
    if (request.path == "/taxonomies" || request.path == "/taxonomy_terms" ||
        (request.path == "/service_at_locations" && !request.Has("postcode"))) {
      answer.status = 500;
    }
  };
  EXPECT_THAT(codes(Standard::kV3, failing), Contains(Pair("list-missing", 3)));
  EXPECT_THAT(codes(Standard::kV1, failing), ElementsAre(Pair("list-missing", 1)));
  EXPECT_THAT(codes(Standard::kV3,
                    [](const FakeRequest& request, HttpAnswer& answer) {
                      if (request.path.starts_with("/taxonomies/")) answer.status = 404;
                    }),
              ElementsAre(Pair("list-detail-missing", 3)));
  // A middle page, and a row.
  EXPECT_THAT(codes(Standard::kV3,
                    [](const FakeRequest& request, HttpAnswer& answer) {
                      if (request.path != "/taxonomy_terms" || request.Number("page", 1) != 3)
                        return;
                      answer.body = Replaced(answer.body, R"("page_number":3)", R"("number":3)");
                      answer.body = Replaced(answer.body, R"("description":"Term")", R"("x":1)");
                    }),
              ElementsAre(Pair("list-faulty", ::testing::Ge(2U))));
}

TEST(ValidateFeed, ARootThatRedirectsIsTold) {
  for (const char* address : {"", "services"}) {
    FakeFeed feed(Standard::kV3, 3);
    feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
      if (!request.path.empty() || !request.parameters.empty()) return;
      answer.status = 301;
      answer.headers.emplace_back("location", "/api?moved=yes");
    };
    const fetch::Url url = *address == '\0' ? FakeFeed::Root() : FakeFeed::Root().Below(address);
    const auto validation = Tried(feed, Options(), nullptr, url);
    ASSERT_TRUE(validation.ok()) << validation.status();
    EXPECT_THAT(CodesOf(validation->findings), ElementsAre(Pair("redirected", 1))) << address;
  }
}

// One fault of the server as a whole, and the one finding that tells it.
struct ServerFault {
  std::string code;
  Standard standard;
  std::function<void(FakeFeed&)> make;
};

void ChangePages(FakeFeed& feed, std::function<void(const FakeRequest&, HttpAnswer&)> change) {
  feed.change = [change](const FakeRequest& request, HttpAnswer& answer) {
    // The walk's own pages; the filters stay as they are.
    const bool is_walk = request.path == "/services" && request.parameters.size() == 2;
    if (is_walk) change(request, answer);
  };
}

void ReplaceOnPage(FakeFeed& feed, int page, const std::string& from, const std::string& to) {
  ChangePages(feed, [=](const FakeRequest& request, HttpAnswer& answer) {
    if (request.Number("page", 1) == page) answer.body = Replaced(answer.body, from, to);
  });
}

const std::vector<ServerFault>& ServerFaults() {
  static const std::vector<ServerFault> faults = {
      {"not-answered", Standard::kV1,
       [](FakeFeed& feed) {
         ChangePages(feed, [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.Number("page", 1) == 2) answer.status = 500;
         });
       }},
      {"not-json", Standard::kV1,
       [](FakeFeed& feed) {
         ChangePages(feed, [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.Number("page", 1) == 2) answer.body = "<html>Error</html>";
         });
       }},
      {"not-utf8", Standard::kV1,
       [](FakeFeed& feed) { ReplaceOnPage(feed, 2, "Runs halls", "Runs h\xE4lls"); }},
      {"total-changes", Standard::kV1,
       [](FakeFeed& feed) {
         ReplaceOnPage(feed, 2, R"("totalElements":5)", R"("totalElements":6)");
       }},
      {"redirected", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path != "/services" || !request.parameters.empty()) return;
           answer.status = 301;
           answer.headers.emplace_back("location", "/api/services?via=redirect");
         };
       }},
      {"no-root", Standard::kV3,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path.empty()) answer.status = 404;
         };
       }},
      {"root-incomplete", Standard::kV3,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path.empty()) {
             answer.body = Replaced(answer.body, "https://docs.larkmoor.uk/profile", "/profile");
           }
         };
       }},
      {"other-version", Standard::kV3,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path.empty()) answer.body = Replaced(answer.body, "UK-3.0", "UK-1.0");
         };
       }},
      {"unknown-id-answered", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path.starts_with("/services/0")) answer = {.status = 200, .body = "null"};
         };
       }},
      {"per-page-ignored", Standard::kV1, [](FakeFeed& feed) { feed.max_per_page = 1; }},
      {"repeated-id", Standard::kV1,
       [](FakeFeed& feed) {
         feed.order = {1, 1, 2};
       }},
      {"record-on-two-pages", Standard::kV1,
       [](FakeFeed& feed) {
         feed.order = {1, 2, 1, 3};
       }},
      {"detail-missing", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path == "/services/" + GoodId(2)) answer.status = 410;
         };
       }},
      {"detail-of-another", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path == "/services/" + GoodId(2)) {
             answer.body = GoodRecord(Standard::kV1, 3);
           }
         };
       }},
      {"detail-differs", Standard::kV3,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path == "/services/" + GoodId(2)) {
             answer.body = Replaced(answer.body, R"("fees":"Free")", R"("fees":"5 pounds")");
           }
         };
       }},
      {"unknown-word", Standard::kV3,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.path == "/services/" + GoodId(2)) {
             answer.body = Replaced(answer.body, R"("freq":"WEEKLY")", R"("freq":"DAILY")");
           }
         };
       }},
      {"filter-ignored", Standard::kV1, [](FakeFeed& feed) { feed.deaf = {"text"}; }},
      {"filter-ignored", Standard::kV1,
       [](FakeFeed& feed) {
         feed.deaf = {"minimum_age", "maximum_age"};
       }},
      {"filter-ignored", Standard::kV1, [](FakeFeed& feed) { feed.deaf = {"postcode"}; }},
      {"filter-ignored", Standard::kV1, [](FakeFeed& feed) { feed.deaf = {"taxonomy_id"}; }},
      {"filter-ignored", Standard::kV1,
       [](FakeFeed& feed) {
         feed.deaf = {"start_time", "end_time"};
       }},
      {"filter-ignored", Standard::kV3, [](FakeFeed& feed) { feed.deaf = {"search"}; }},
      {"filter-not-there", Standard::kV3,
       [](FakeFeed& feed) {
         feed.deaf = {"minimum_age", "maximum_age"};
       }},
      {"filter-not-there", Standard::kV3, [](FakeFeed& feed) { feed.deaf = {"postcode"}; }},
      {"postcode-not-known", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.Get("postcode") == "S1 2GH") answer.status = 400;
         };
       }},
      {"question-refused", Standard::kV1,
       [](FakeFeed& feed) {
         feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
           if (request.Get("text") == "Chair yoga 3") answer.status = 400;
         };
       }},
  };
  return faults;
}

TEST(ValidateFeed, EachFaultOfAServerIsFoundByItsCode) {
  for (const ServerFault& fault : ServerFaults()) {
    FakeFeed feed(fault.standard, 5);
    fault.make(feed);
    const bool is_redirect = fault.code == "redirected";
    const fetch::Url url = FakeFeed::Root();
    const auto validation =
        Tried(feed, Options(), nullptr, is_redirect ? url.Below("services") : url);
    ASSERT_TRUE(validation.ok()) << fault.code << ": " << validation.status();
    const Codes codes = CodesOf(validation->findings);
    EXPECT_THAT(codes, ElementsAre(Pair(fault.code, ::testing::Ge(1U)))) << fault.code;
  }
}

// Faults that cannot be had alone: what they bring with them is named too.
TEST(ValidateFeed, TotalsAndPagesThatDoNotFit) {
  {
    FakeFeed feed(Standard::kV1, 5);
    ChangePages(feed, [](const FakeRequest&, HttpAnswer& answer) {
      answer.body = Replaced(answer.body, R"("totalElements":5)", R"("totalElements":6)");
    });
    EXPECT_THAT(CodesOf(Validated(feed).findings), ElementsAre(Pair("total-wrong", 1)));
  }
  {
    FakeFeed feed(Standard::kV1, 5);  // the last of three pages is hidden
    ChangePages(feed, [](const FakeRequest& request, HttpAnswer& answer) {
      answer.body = Replaced(answer.body, R"("totalPages":3)", R"("totalPages":2)");
      if (request.Number("page", 1) == 2) {
        answer.body = Replaced(answer.body, R"("last":false)", R"("last":true)");
      }
    });
    EXPECT_THAT(CodesOf(Validated(feed).findings),
                ElementsAre(Pair("page-count-wrong", 2), Pair("total-wrong", 1)));
  }
}

TEST(ValidateFeed, EmptyAndUnevenPages) {
  {
    FakeFeed feed(Standard::kV1, 5);
    ChangePages(feed, [](const FakeRequest& request, HttpAnswer& answer) {
      if (request.Number("page", 1) == 2) answer.body = PageText(Standard::kV1, {}, 2, 3, 5);
    });
    EXPECT_THAT(CodesOf(Validated(feed).findings),
                ElementsAre(Pair("empty-page", 1), Pair("total-wrong", 1)));
  }
  {
    FakeFeed feed(Standard::kV3, 5);
    ChangePages(feed, [](const FakeRequest& request, HttpAnswer& answer) {
      if (request.Number("page", 1) == 2) {
        answer.body = PageText(Standard::kV3, {GoodRow(Standard::kV3, 3)}, 2, 3, 5);
      }
    });
    EXPECT_THAT(CodesOf(Validated(feed).findings),
                ElementsAre(Pair("total-wrong", 1), Pair("uneven-pages", 1)));
  }
  {
    FakeFeed feed(Standard::kV3, 0);
    EXPECT_THAT(CodesOf(Validated(feed).findings), ElementsAre(Pair("empty-feed", 1)));
  }
}

// A server that passes over the page number would be asked for ever.
TEST(ValidateFeed, EveryServerIsDoneWithSometime) {
  for (Standard standard : kBoth) {
    FakeFeed feed(standard, 9);
    ChangePages(feed, [standard](const FakeRequest&, HttpAnswer& answer) {
      answer.body = PageText(standard, {GoodRow(standard, 1), GoodRow(standard, 2)}, 1, 1000000, 9);
    });
    const Validation validation = Validated(feed);
    EXPECT_THAT(CodesOf(validation.findings), Contains(Pair("paging-does-not-end", 1)));
    EXPECT_FALSE(validation.is_complete);
    EXPECT_LT(feed.asked.size(), 40U);
  }
  FakeFeed failing(Standard::kV1, 9);
  ChangePages(failing, [](const FakeRequest& request, HttpAnswer& answer) {
    if (request.Number("page", 1) > 1) answer.status = 503;
  });
  EXPECT_THAT(CodesOf(Validated(failing).findings), ElementsAre(Pair("not-answered", 3)));
}

TEST(ValidateFeed, ABareListIsReadOnce) {
  FakeFeed feed(Standard::kV1, 1);
  ChangePages(feed, [](const FakeRequest&, HttpAnswer& answer) {
    answer.body = "[" + GoodRow(Standard::kV1) + ",null]";
  });
  const auto codes = CodesOf(Validated(feed).findings);
  EXPECT_THAT(codes, Contains(Pair("no-envelope", 1)));
  EXPECT_THAT(codes, Contains(Pair("not-an-object", 1)));
}

TEST(ValidateFeed, HeadersOfEveryAnswerCount) {
  FakeFeed feed(Standard::kV1, 3);
  feed.change = [](const FakeRequest&, HttpAnswer& answer) {
    answer.headers = {{"content-type", "text/plain"}};
  };
  EXPECT_THAT(CodesOf(Validated(feed).findings),
              ElementsAre(Pair("content-type", 5), Pair("no-cors", 5)));
}

TEST(ValidateFeed, A429IsWaitedForAndTold) {
  FakeFeed feed(Standard::kV1, 3);
  int refused = 0;
  feed.change = [&refused](const FakeRequest& request, HttpAnswer& answer) {
    if (request.Get("page") != "2" || refused > 0) return;
    ++refused;
    answer.status = 429;
    answer.headers.emplace_back("retry-after", "5");
  };
  const Validation validation = Validated(feed);
  EXPECT_THAT(CodesOf(validation.findings), ElementsAre(Pair("slowed-down", 1)));
  EXPECT_EQ(validation.traffic.slow_downs, 1U);
  EXPECT_GE(validation.traffic.waited, std::chrono::seconds(5));
}

struct LostRecord {
  std::string parameter;
  std::string code;
};

// A filter that works, but loses one record.
TEST(ValidateFeed, ARecordThatAFilterLosesIsNamed) {
  for (const LostRecord& lost : std::vector<LostRecord>{{"text", "not-found-by-name"},
                                                        {"minimum_age", "not-found-by-age"},
                                                        {"postcode", "not-found-by-postcode"},
                                                        {"taxonomy_id", "not-found-by-term"},
                                                        {"start_time", "not-found-by-hours"}}) {
    FakeFeed feed(Standard::kV1, 3);
    feed.change = [&lost](const FakeRequest& request, HttpAnswer& answer) {
      if (!request.Has(lost.parameter)) return;
      const std::size_t at = answer.body.find(GoodId(2));
      if (at != std::string::npos) answer.body.replace(at, 36, GoodId(8));
    };
    const Validation validation = Validated(feed);
    EXPECT_THAT(CodesOf(validation.findings), ElementsAre(Pair(lost.code, 1))) << lost.parameter;
    for (const FindingRule& rule : AllFindingRules()) {
      if (rule.code != lost.code) continue;
      const Finding& finding = validation.findings.group(rule.kind).kept.front();
      EXPECT_EQ(finding.place.record, GoodId(2));
      EXPECT_THAT(finding.place.page, HasSubstr(lost.parameter + "="));
    }
  }
}

TEST(ValidateFeed, FartherAwayIsAWarning) {
  FakeFeed feed(Standard::kV1, 3);
  feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
    if (request.Get("proximity") != "1000") return;
    answer.body = PageText(Standard::kV1, {}, 1, 0, 0);
  };
  const Validation validation = Validated(feed);
  EXPECT_THAT(CodesOf(validation.findings), ElementsAre(Pair("found-farther-away", 3)));
}

// In 3.0 places are filtered elsewhere.
TEST(ValidateFeed, PostcodesOf3MayBeAskedOfServicesAtLocations) {
  FakeFeed feed(Standard::kV3, 3);
  feed.change = [](const FakeRequest& request, HttpAnswer& answer) {
    if (request.path != "/services" || !request.Has("postcode")) return;
    FakeFeed all(Standard::kV3, 3);
    answer.body = all.Get(FakeFeed::Root().Below("services"))->body;
  };
  const Validation validation = Validated(feed);
  EXPECT_THAT(CodesOf(validation.findings), IsEmpty());
  EXPECT_EQ((*validation.self_tests)[static_cast<std::size_t>(Facet::kPostcode)].found, 3U);
  EXPECT_THAT(feed.asked, Contains(StartsWith("/api/service_at_locations?postcode=S1%202GH")));
}

TEST(ValidateFeed, EqualQuestionsAreAskedOnce) {
  FakeFeed feed(Standard::kV1, 9);
  Validated(feed);
  EXPECT_EQ(std::count_if(feed.asked.begin(), feed.asked.end(),
                          [](const std::string& target) {
                            return target.find("minimum_age=18") != std::string::npos &&
                                   target.find("&page=1&") != std::string::npos;
                          }),
            1);
}

TEST(ValidateFeed, LimitsBoundTheRequests) {
  FakeFeed feed(Standard::kV1, 9);
  ValidationOptions options = Options();
  options.details = 3;
  options.self_tests = 0;
  const Validation none = Validated(feed, options);
  EXPECT_EQ(none.full_records, 3U);
  EXPECT_THAT(CodesOf(none.findings), IsEmpty());
  // The root, the list behind it, five pages, one behind the last, three services, an unknown one.
  EXPECT_EQ(feed.asked.size(), 12U);
  EXPECT_EQ((*none.self_tests)[0].untested, 9U);
  feed.asked.clear();
  options.self_tests = 10;
  const Validation some = Validated(feed, options);
  EXPECT_EQ(feed.asked.size(), 22U);
  EXPECT_GT((*some.self_tests)[0].found, 0U);
  EXPECT_GT((*some.self_tests)[0].untested, 0U);
  EXPECT_THAT(CodesOf(some.findings), IsEmpty()) << "what was not asked is no fault";
}

// The run is stopped after every number of requests, and taken up again.
TEST(ValidateFeed, AnInterruptedRunGoesOn) {
  std::size_t whole = 0;
  {
    FakeFeed feed(Standard::kV1, 3);
    Validated(feed);
    whole = feed.asked.size();
  }
  for (std::size_t stop = 1; stop < whole; stop += 5) {
    const testing::ScratchFolder folder;
    const std::string path = folder.Path("kept");
    FakeFeed feed(Standard::kV1, 3);
    std::size_t answered = 0;
    feed.change = [&](const FakeRequest&, HttpAnswer& answer) {
      if (++answered > stop) answer.status = 0;
    };
    {
      const auto store = fetch::AnswerStore::Open(path, FakeFeed::Root().Text());
      ASSERT_TRUE(store.ok());
      (void)Tried(feed, Options(), store->get());
    }
    feed.change = nullptr;
    feed.asked.clear();
    const auto store = fetch::AnswerStore::Open(path, FakeFeed::Root().Text());
    ASSERT_TRUE(store.ok());
    const auto validation = Tried(feed, Options(), store->get());
    ASSERT_TRUE(validation.ok()) << validation.status();
    EXPECT_THAT(CodesOf(validation->findings), IsEmpty());
    EXPECT_EQ(validation->records, 3U);
    EXPECT_EQ(feed.asked.size() + stop, whole);
  }
}

}  // namespace
}  // namespace waypost::validate
