// What windows decide is what filters decide: questions of words or of a circle alone, and the same
// with a filter that refuses nobody, which the plan answers document by document.

#include <gtest/gtest.h>

#include "engine/query/plan.h"
#include "engine/query/scoring/relevance.h"
#include "engine/query/search.h"
#include "tests/engine/query/parsing.h"
#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

const LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};
// Several windows of documents, dozens of tiles.
constexpr std::size_t kServices = 6000;
constexpr std::uint32_t kWords = 40;

class WindowsAgreement : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    random_ = testing::MakeRandom();
    std::vector<record::Service> services;
    for (std::size_t i = 0; i < kServices; ++i) services.push_back(RandomService(i));
    const auto index = IndexOf(testing::SmallDirectory(std::move(services)));
    ASSERT_TRUE(index.ok()) << index.status();
    index_ = *index;
  }
  static void TearDownTestSuite() { index_.reset(); }

  static std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }

  // Small numbers are frequent.
  static std::string Word() { return "word" + std::to_string(Below(1 + Below(kWords))); }

  static double Degrees(double from) { return from + static_cast<double>(Below(1'000'000)) / 2e6; }

  static record::Service RandomService(std::size_t number) {
    record::Service service = testing::Service("s" + std::to_string(number));
    for (std::uint64_t words = 1 + Below(30); words > 0; --words) {
      service.description += Word() + " ";
    }
    for (std::uint64_t places = Below(10) == 0 ? 3 : Below(12) == 0 ? 0 : 1; places > 0; --places) {
      auto& at =
          testing::AddLocation(service, "p" + std::to_string(number) + std::to_string(places),
                               testing::Point(Degrees(51.2), Degrees(-2.8)));
      // Words that only one of its locations has.
      if (Below(4) == 0) at.location.name = Word();
    }
    if (Below(9) == 0) service.status = Status::kDefunct;
    if (Below(5) == 0) service.attending = {Attending::kPhone};
    if (Below(6) == 0) service.areas.push_back({.name = Below(2) == 0 ? "West" : "Nowhere"});
    if (Below(3) == 0)
      service.assured_date = testing::DayOf2026(1 + static_cast<unsigned>(Below(10)), 3);
    testing::AddTerm(service, "esdServiceTypes", Below(2) == 0 ? "111" : "2");
    // Some say when they changed, some before 1970.
    if (Below(2) == 0) service.last_modified = testing::DayOf2026(3, 4);
    if (Below(5) == 0) service.last_modified = Moment(std::chrono::hours(-24));
    return service;
  }

  static std::string RandomQuestion() {
    std::string question;
    if (Below(2) == 0) {
      question = "near=" + std::to_string(Degrees(51.2)) + "," + std::to_string(Degrees(-2.8)) +
                 "&within=" + std::to_string(1 + Below(60)) + "km";
      if (Below(3) == 0) question += "&area=ignore";
    } else {
      question = "q=" + Word();
      for (std::uint64_t more = Below(7); more > 0; --more) question += " " + Word();
      if (Below(2) == 0) question += "&match=any";
      if (Below(4) == 0) question += "&near=51.4,-2.6&area=ignore";
    }
    if (Below(3) == 0) question += "&unknown=" + std::string(Below(2) == 0 ? "keep" : "drop");
    if (Below(3) == 0) question += "&facets=service_type,reach,authority,checked";
    if (Below(3) == 0) question += "&sort=" + std::string(Below(2) == 0 ? "name" : "relevance");
    if (Below(4) == 0) question += "&status=active,defunct,inactive,temporarily closed";
    if (Below(3) == 0) question += "&page=" + std::to_string(1 + Below(3));
    return question + "&per_page=" + std::to_string(1 + Below(100));
  }

  static std::string Described(const Result& result) {
    std::string text = std::to_string(result.total) + " " + std::to_string(result.total_certain);
    for (const Hit& hit : result.hits) {
      text += "\n" + std::to_string(hit.doc.value()) + (hit.certain ? "" : "?") + " " +
              std::to_string(QuantisedScore(hit.score)) + " " +
              (hit.distance ? std::to_string(hit.distance->value()) : "-");
    }
    for (const FacetCounts& facet : result.facets) {
      text += "\n" + std::to_string(facet.not_stated);
      for (const FacetValue& value : facet.values) {
        text += " " + value.id + ":" + std::to_string(value.count);
      }
    }
    return text;
  }

  static Result Asked(const std::string& question) {
    auto result = Search(*index_, Parsed(question), kNoon);
    EXPECT_TRUE(result.ok()) << question << ": " << result.status();
    return result.ok() ? *std::move(result) : Result();
  }
  static bool HasWindows(const Result& result) {
    return MakePlan(*index_, result.resolved).windows != nullptr;
  }

  static std::mt19937_64 random_;
  static std::shared_ptr<const Index> index_;
};

std::mt19937_64 WindowsAgreement::random_;
std::shared_ptr<const Index> WindowsAgreement::index_;

TEST_F(WindowsAgreement, WithAFilterThatRefusesNobody) {
  int by_windows = 0;
  int with_results = 0;
  int asked = 0;
  for (int round = 0; round < 1500; ++round) {
    // A facet sets its own filter aside, which windows do not know.
    const std::string question = RandomQuestion() + "&facets=source";
    const Result direct = Asked(question);
    const Result filtered = Asked(question + "&source=alpha");
    ASSERT_FALSE(HasWindows(filtered)) << question;
    if (HasWindows(direct)) ++by_windows;
    if (!direct.hits.empty()) ++with_results;
    ASSERT_EQ(Described(direct), Described(filtered)) << question;
    // Windows of a circle are asked other filters.
    const Result checked = Asked(question + "&modified_after=1970-01-01");
    const Result set_aside = Asked(question + "&modified_after=1970-01-01&source=alpha");
    if (HasWindows(checked)) ++asked;
    ASSERT_EQ(Described(checked), Described(set_aside)) << question;
  }
  EXPECT_GT(by_windows, 1000);
  EXPECT_GT(with_results, 1000);
  EXPECT_GT(asked, 400);
}

}  // namespace
}  // namespace waypost::query
