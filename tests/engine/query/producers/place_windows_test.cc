#include "engine/query/producers/place_windows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

constexpr std::size_t kServices = 2000;

class PlaceWindowsTest : public ::testing::Test {
 protected:
  // Strewn over a hundred kilometres; every tenth states an area, every seventh is reached by
  // phone.
  static void SetUpTestSuite() {
    std::mt19937_64 random = testing::MakeRandom();
    std::vector<record::Service> services;
    const auto degrees = [&](double from) {
      return from + static_cast<double>(random() % 1'000'000) / 1e6;
    };
    for (std::size_t i = 0; i < kServices; ++i) {
      record::Service service =
          testing::ServiceAt("s" + std::to_string(i), degrees(51.0), degrees(-3.0));
      if (i % 10 == 0) service.areas.push_back({.name = "West"});
      if (i % 7 == 0) service.attending = {Attending::kPhone};
      services.push_back(std::move(service));
    }
    const auto index = IndexOf(testing::SmallDirectory(std::move(services)));
    ASSERT_TRUE(index.ok()) << index.status();
    index_ = *index;
  }
  static void TearDownTestSuite() { index_.reset(); }

  struct Found {
    std::set<std::uint32_t> matching, offered, undecided;
  };
  static Found Look(LatLng centre, Millimetres radius, const DocSet& decides,
                    const RankingLimits& limits) {
    const auto windows = WindowsOfCircle(*index_, centre, radius,
                                         index_->tiles().CoverCircle(centre, radius), decides);
    Found found;
    DocWindow window;
    DocBlock block;
    while (windows->Next(limits, window)) {
      for (const std::uint64_t bits : std::span(window.of_service).first(window.words)) {
        EXPECT_EQ(bits, 0U);
      }
      const auto insert = [&](const DocWindow::Bits& bits, std::set<std::uint32_t>& docs) {
        ForEachBlock(window, bits, block, [&](const DocBlock& some) {
          for (const DocId doc : some.view()) EXPECT_TRUE(docs.insert(doc.value()).second);
        });
      };
      insert(window.alone, found.matching);
      insert(window.offered, found.offered);
      insert(window.undecided, found.undecided);
    }
    return found;
  }

  static std::shared_ptr<const Index> index_;
};

std::shared_ptr<const Index> PlaceWindowsTest::index_;

TEST_F(PlaceWindowsTest, AgreeWithLookingAtEveryDocument) {
  const DocumentColumns& documents = index_->documents();
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 200; ++round) {
    const LatLng centre =
        documents.position[DocId(static_cast<std::uint32_t>(random() % documents.located_count))];
    const Millimetres radius(static_cast<std::int64_t>(random() % 80'000'000));
    const Millimetres nearer(static_cast<std::int64_t>(random() % 80'000'000));
    const bool by_areas = round % 2 == 0;
    const CircleFilter farthest(centre, nearer);
    const Found found =
        Look(centre, radius, by_areas ? documents.place_decides : documents.place_only,
             {.farthest = round % 3 == 0 ? nullptr : &farthest});
    for (std::uint32_t i = 0; i < documents.located_count; ++i) {
      const DocId doc(i);
      const bool place_only =
          EnumSet<Reach>::FromBits(documents.reach[doc]) == EnumSet<Reach>{Reach::kPlace};
      const bool within = HaversineDistance(centre, documents.position[doc]) <= radius;
      const bool decided = place_only && (!by_areas || documents.areas[doc].empty());
      ASSERT_EQ(found.matching.contains(i), within && decided) << i;
      ASSERT_EQ(found.undecided.contains(i), within && place_only && !decided) << i;
      const bool near_enough =
          round % 3 == 0 || HaversineDistance(centre, documents.position[doc]) <= nearer;
      if (within && decided && near_enough) {
        ASSERT_TRUE(found.offered.contains(i)) << i;
      }
    }
    for (const std::uint32_t doc : found.offered) ASSERT_TRUE(found.matching.contains(doc)) << doc;
  }
}

TEST_F(PlaceWindowsTest, TilesBeyondTheBestAreNotOffered) {
  const DocumentColumns& documents = index_->documents();
  const LatLng centre = documents.position[DocId(0)];
  const CircleFilter farthest(centre, Millimetres(1000));
  const Found found =
      Look(centre, Millimetres(100'000'000), documents.place_only, {.farthest = &farthest});
  EXPECT_GT(found.matching.size(), kServices / 4);
  EXPECT_LT(found.offered.size(), found.matching.size() / 2);
}

TEST(DocWindow, KeepsWhatIsInOneOfSomeSets) {
  DocSet odd(200);
  DocSet last(200);
  for (std::uint32_t doc = 1; doc < 200; doc += 2) odd.Add(DocId(doc));
  last.Add(DocId(198));
  DocWindow window;
  window.Begin(130, 200);
  for (const std::uint32_t at : {2, 3, 70, 71}) {  // documents 130, 131, 198, 199
    window.alone[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  window.offered = window.alone;
  window.occupied = window.with_alone = window.with_offered = window.all_words();
  window.KeepAnyOf(std::array<const DocSet*, 2>{&odd, &last});
  EXPECT_EQ(window.alone[0], std::uint64_t{1} << 3);
  EXPECT_EQ(window.alone[1], std::uint64_t{3} << 6);
  EXPECT_EQ(window.offered[0], window.alone[0]);
  window.Begin(130, 200);
  EXPECT_EQ(window.alone[0] | window.alone[1] | window.offered[0] | window.offered[1], 0U);
}

}  // namespace
}  // namespace waypost::query
