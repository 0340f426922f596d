// The real reference files, when they are there.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/area_outline.h"
#include "index_builder/sources/reference/load_gazetteer.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "index_builder/sources/reference/postcode_file.h"
#include "tests/index_builder/sources/shared_data.h"

namespace waypost::sources {
namespace {

using record::Gazetteer;
using record::PostcodeEntry;

#define SKIP_WITHOUT(name) \
  if (SharedData(name).empty()) GTEST_SKIP() << "no shared data: " << name

const CanonicalCodes kAsStated = [](std::string_view code) { return std::string(code); };

struct Counts {
  std::size_t postcodes = 0, without_point = 0, without_authority = 0, problems = 0;
};

Counts CountsOf(const std::string& name) {
  record::CollectingSink sink;
  const auto table = ReadPostcodeFile(SharedData(name), kAsStated, sink);
  if (!table.ok()) ADD_FAILURE() << MessageOf(table.status());
  Counts counts{.problems = sink.problems.size()};
  for (const PostcodeEntry& entry : table->entries) {
    ++counts.postcodes;
    counts.without_point += entry.has_point ? 0 : 1;
    counts.without_authority += entry.authority < 0 ? 1 : 0;
  }
  return counts;
}

TEST(SharedPostcodes, CodePointOpenHasTheCountsOfItsDocuments) {
  SKIP_WITHOUT("postcodes/codepoint-open-2025.4.csv.gz");
  const Counts counts = CountsOf("postcodes/codepoint-open-2025.4.csv.gz");
  EXPECT_EQ(counts.postcodes, 1745849u);
  EXPECT_EQ(counts.without_point, 836u);
  EXPECT_EQ(counts.without_authority, 1044u);
  EXPECT_EQ(counts.problems, 0u);
}

TEST(SharedPostcodes, TheOfficialZipHoldsFiveAreas) {
  SKIP_WITHOUT("postcodes/codepo_gb-2025.4-sample.zip");
  const Counts counts = CountsOf("postcodes/codepo_gb-2025.4-sample.zip");
  EXPECT_EQ(counts.postcodes, 34849u);
  EXPECT_EQ(counts.problems, 0u);
}

TEST(SharedPostcodes, NorthernIrelandIsOneEntryForEachPostcode) {
  SKIP_WITHOUT("postcodes/ni-postcodes-fhrs-2026-07-21-raw.csv.gz");
  const Counts counts = CountsOf("postcodes/ni-postcodes-fhrs-2026-07-21-raw.csv.gz");
  EXPECT_EQ(counts.postcodes, 10363u);
  EXPECT_EQ(counts.without_point, 0u);
  EXPECT_EQ(counts.problems, 10u);
}

TEST(SharedPostcodes, LayoutSamplesAreRead) {
  SKIP_WITHOUT("postcodes/layouts/nspl-2020-08-sample.csv");
  EXPECT_EQ(CountsOf("postcodes/layouts/nspl-2020-08-sample.csv").postcodes, 1u);
  EXPECT_EQ(CountsOf("postcodes/layouts/nspl-2025-05-sample.csv").postcodes, 3u);
  EXPECT_EQ(CountsOf("postcodes/layouts/nspl-2026-08-header.csv").postcodes, 0u);
  EXPECT_EQ(CountsOf("postcodes/layouts/onspd-2023-02-header.csv").postcodes, 0u);
  EXPECT_EQ(CountsOf("postcodes/layouts/onspd-2025-header.csv").postcodes, 0u);
}

// Everything at once, loaded once for the tests below.
struct World {
  Gazetteer gazetteer;
  record::CollectingSink sink;
};

const World& SharedWorld() {
  static const World& world = *[] {
    auto* made = new World;
    GazetteerSpec spec;
    spec.postcodes = {SharedData("postcodes/codepoint-open-2025.4.csv.gz"),
                      SharedData("postcodes/nspl-2025-05-latlong-gb.csv.gz"),
                      SharedData("postcodes/ni-postcodes-fhrs-2026-07-21-raw.csv.gz")};
    spec.places = {SharedData("places/os-open-names-populated-places.csv.gz"),
                   SharedData("places/geonames-gb-cities15000-2012.csv")};
    spec.areas = {SharedData("boundaries/lad-uk.geojson.gz")};
    spec.authority_lists = {SharedData("boundaries/uk-local-authorities-mysociety.csv"),
                            SharedData("boundaries/uk-local-authorities-govuk.csv")};
    spec.calendars = {SharedData("calendar/bank-holidays.json")};
    spec.shipped_places = std::string(WAYPOST_SOURCE_DIR) + "/data/places";
    const absl::Status status = LoadGazetteer(spec, made->sink, made->gazetteer);
    if (!status.ok()) ADD_FAILURE() << MessageOf(status);
    return made;
  }();
  return world;
}

const PostcodeEntry* FindPostcode(const Gazetteer& gazetteer, std::string_view postcode) {
  PostcodeEntry wanted;
  SetPostcodeText(wanted, postcode);
  const auto& all = gazetteer.postcodes;
  const auto at = std::lower_bound(all.begin(), all.end(), wanted,
                                   [](const PostcodeEntry& a, const PostcodeEntry& b) {
                                     return std::memcmp(a.text, b.text, sizeof a.text) < 0;
                                   });
  const bool found = at != all.end() && std::memcmp(at->text, wanted.text, sizeof at->text) == 0;
  return found ? &*at : nullptr;
}

TEST(SharedGazetteer, MergesPostcodeFiles) {
  SKIP_WITHOUT("postcodes/nspl-2025-05-latlong-gb.csv.gz");
  const Gazetteer& gazetteer = SharedWorld().gazetteer;
  std::map<int, std::size_t> by_file;
  std::size_t without_point = 0;
  for (const PostcodeEntry& entry : gazetteer.postcodes) {
    ++by_file[entry.precedence];
    without_point += entry.has_point ? 0 : 1;
  }
  // 2,630,686 rows of NSPL, of which 1,740,093 are in Code-Point and 2,417 are "NPT ...".
  EXPECT_EQ(by_file[0], 1745849u);
  EXPECT_EQ(by_file[1], 2630686u - 1740093u - 2417u);
  EXPECT_EQ(by_file[2], 10363u);
  EXPECT_EQ(without_point, 836u);
  const PostcodeEntry* ended = FindPostcode(gazetteer, "AB1 0AA");
  ASSERT_NE(ended, nullptr);
  EXPECT_EQ(ended->life, record::PostcodeLife::kUnknown);
  EXPECT_EQ(ended->point, LatLng::FromE7(571014500, -22428500));
}

TEST(SharedGazetteer, OrdersItsLists) {
  SKIP_WITHOUT("boundaries/lad-uk.geojson.gz");
  const Gazetteer& gazetteer = SharedWorld().gazetteer;
  const auto ascending = [](const auto& list, auto before) {
    return std::adjacent_find(list.begin(), list.end(), [&](const auto& a, const auto& b) {
             return !before(a, b);
           }) == list.end();
  };
  EXPECT_TRUE(ascending(gazetteer.postcodes, [](const auto& a, const auto& b) {
    return std::memcmp(a.text, b.text, sizeof a.text) < 0;
  }));
  const auto by_text = [](const auto& a, const auto& b) { return a.text < b.text; };
  EXPECT_TRUE(ascending(gazetteer.sectors, by_text));
  EXPECT_TRUE(ascending(gazetteer.districts, by_text));
  EXPECT_TRUE(ascending(gazetteer.postcode_areas, by_text));
  EXPECT_TRUE(ascending(gazetteer.authority_codes, std::less<std::string>()));
  EXPECT_EQ(gazetteer.bank_holidays.size(), 140u + 157u + 174u);
}

TEST(SharedGazetteer, EveryAuthorityHasAnOutline) {
  SKIP_WITHOUT("boundaries/lad-uk.geojson.gz");
  std::size_t authorities = 0;
  for (const record::Area& area : SharedWorld().gazetteer.areas) {
    if (area.kind != record::AreaKind::kAuthority) continue;
    ++authorities;
    EXPECT_FALSE(area.polygons.empty()) << area.code << " " << area.name;
    EXPECT_GE(area.parents.size(), 2u) << area.code;
  }
  EXPECT_EQ(authorities, 361u);
}

TEST(SharedGazetteer, PostcodesLieInTheirOwnAuthority) {
  SKIP_WITHOUT("boundaries/lad-uk.geojson.gz");
  const Gazetteer& gazetteer = SharedWorld().gazetteer;
  const AuthorityOutlines outlines(gazetteer.areas);
  std::size_t sampled = 0, agree = 0;
  for (std::size_t i = 0; i < gazetteer.postcodes.size(); i += 211) {
    const PostcodeEntry& entry = gazetteer.postcodes[i];
    if (!entry.has_point || entry.authority < 0) continue;
    ++sampled;
    const record::Area* area = outlines.Find(entry.point);
    const std::string& own = gazetteer.authority_codes[static_cast<std::size_t>(entry.authority)];
    if (area != nullptr && area->code == own) ++agree;
  }
  EXPECT_GT(sampled, 8000u);
  // 97.6 % before Barnsley and Sheffield were brought to their new codes.
  EXPECT_GT(static_cast<double>(agree), 0.976 * static_cast<double>(sampled)) << sampled;
}

TEST(SharedGazetteer, RanksTheCityFirst) {
  SKIP_WITHOUT("places/geonames-gb-cities15000-2012.csv");
  std::map<std::string, std::vector<const record::Place*>> named;
  for (const record::Place& place : SharedWorld().gazetteer.places) {
    named[place.name].push_back(&place);
  }
  ASSERT_EQ(named["Sheffield"].size(), 2u);
  EXPECT_EQ(named["Sheffield"][0]->authority, "E08000039");
  EXPECT_EQ(named["Sheffield"][1]->authority, "E06000052");
  ASSERT_GE(named["Newport"].size(), 10u);
  EXPECT_EQ(named["Newport"][0]->authority, "W06000022");
  EXPECT_EQ(named["Newport"][0]->kind, record::PlaceKind::kCity);
  EXPECT_EQ(named["Newport"][1]->kind, record::PlaceKind::kTown);
  EXPECT_EQ(named["Newport"][1]->county, "Isle of Wight");
}

TEST(SharedTaxonomies, AreReadWhole) {
  const std::map<std::string, std::size_t> terms = {
      {"esd-services-2015.csv", 1519},
      {"esd-functions-2013.csv", 113},
      {"esd-functions-services-2013.xml", 1240},
      {"govuk-lgsl-local-services.csv", 117},
      {"open-eligibility-2.0.xml", 384},
      {"openactive-activity-list.jsonld", 768},
      {"openactive-accessibility-support.jsonld", 6},
      {"buckinghamshire-outpost-taxonomies.json", 121},
      {"open-eligibility-ohana.json", 290}};
  for (const auto& [name, expected] : terms) {
    SKIP_WITHOUT("taxonomies/" + name);
    record::CollectingSink sink;
    record::Taxonomy taxonomy;
    const absl::Status status = LoadTaxonomies({SharedData("taxonomies/" + name)}, sink, taxonomy);
    ASSERT_TRUE(status.ok()) << MessageOf(status);
    EXPECT_EQ(taxonomy.terms.size(), expected) << name;
    EXPECT_TRUE(sink.problems.empty()) << name;
  }
}

}  // namespace
}  // namespace waypost::sources
