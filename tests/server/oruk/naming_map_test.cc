// What a 1.0 feed gave comes back as 1.0 by its own names, and as 3.0 by the names of the map.

#include <gtest/gtest.h>

#include <algorithm>

#include "server/oruk/valid_values.h"
#include "tests/index_builder/sources/json_reading.h"
#include "tests/server/oruk/published.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;

// A path in a service of 1.0, and where 3.0 has the same; "" where it has no place for it. Those
// behind a star are there with extras=true only.
struct Name {
  std::string v1;
  std::string v3;
};

const std::vector<Name>& NamingMap() {
  static const std::vector<Name> kMap = {
      {"name", "name"},
      {"description", "description"},
      {"url", "url"},
      {"email", "email"},
      {"status", "status"},
      {"fees", "fees"},
      {"accreditations", "accreditations"},
      {"assured_date", "assured_date"},
      {"deliverable_type", "*deliverable_type"},
      {"attending_type", "*attending_type"},
      {"attending_access", "*attending_access"},
      {"organization.name", "organization.name"},
      {"organization.description", "organization.description"},
      {"organization.email", "organization.email"},
      {"organization.url", "organization.website"},
      {"organization.logo", "organization.logo"},
      {"organization.uri", "organization.uri"},
      {"regular_schedules.0.id", "schedules.0.id"},
      {"regular_schedules.0.opens_at", "schedules.0.opens_at"},
      {"regular_schedules.0.closes_at", "schedules.0.closes_at"},
      {"regular_schedules.0.valid_from", "schedules.0.valid_from"},
      {"regular_schedules.0.valid_to", "schedules.0.valid_to"},
      {"regular_schedules.0.dtstart", "schedules.0.dtstart"},
      {"regular_schedules.0.freq", "schedules.0.freq"},
      {"regular_schedules.0.interval", "schedules.0.interval"},
      {"regular_schedules.0.byday", "schedules.0.byday"},
      {"regular_schedules.0.description", "schedules.0.description"},
      {"holiday_schedules.0.opens_at", "schedules.1.opens_at"},
      {"holiday_schedules.0.closes_at", "schedules.1.closes_at"},
      {"holiday_schedules.0.start_date", "schedules.1.valid_from"},
      {"holiday_schedules.0.end_date", "schedules.1.valid_to"},
      {"holiday_schedules.0.closed", ""},
      {"service_at_locations.0.regular_schedule.0.opens_at", "schedules.2.opens_at"},
      {"service_at_locations.0.regular_schedule.0.closes_at", "schedules.2.closes_at"},
      {"service_at_locations.0.regular_schedule.0.byday", "schedules.2.byday"},
      {"fundings.0.source", "funding.0.source"},
      {"eligibilitys.0.minimum_age", "minimum_age"},
      {"eligibilitys.0.maximum_age", "maximum_age"},
      {"service_taxonomys.0.taxonomy.id", "attributes.0.taxonomy_term.term"},
      {"service_taxonomys.0.taxonomy.name", "attributes.0.taxonomy_term.name"},
      {"service_taxonomys.0.taxonomy.vocabulary", "attributes.0.taxonomy_term.taxonomy"},
      {"service_areas.0.id", "service_areas.0.id"},
      {"service_areas.0.service_area", "service_areas.0.service_area"},
      {"service_areas.0.extent", "service_areas.0.extent"},
      {"service_areas.0.uri", "service_areas.0.uri"},
      {"service_at_locations.0.location.name", "service_at_locations.0.location.name"},
      {"service_at_locations.0.location.description",
       "service_at_locations.0.location.description"},
      {"service_at_locations.0.location.latitude", "service_at_locations.0.location.latitude"},
      {"service_at_locations.0.location.longitude", "service_at_locations.0.location.longitude"},
      {"service_at_locations.0.location.physical_addresses.0.id",
       "service_at_locations.0.location.addresses.0.id"},
      {"service_at_locations.0.location.physical_addresses.0.address_1",
       "service_at_locations.0.location.addresses.0.address_1"},
      {"service_at_locations.0.location.physical_addresses.0.city",
       "service_at_locations.0.location.addresses.0.city"},
      {"service_at_locations.0.location.physical_addresses.0.state_province",
       "service_at_locations.0.location.addresses.0.state_province"},
      {"service_at_locations.0.location.physical_addresses.0.postal_code",
       "service_at_locations.0.location.addresses.0.postal_code"},
      {"service_at_locations.0.location.physical_addresses.0.country",
       "service_at_locations.0.location.addresses.0.country"},
      {"service_at_locations.0.location.accessibility_for_disabilities.0.accessibility",
       "service_at_locations.0.location.accessibility.0.accessibility"},
      {"cost_options.0.option", "cost_options.0.option"},
      {"cost_options.0.amount", "cost_options.0.amount"},
      {"cost_options.0.amount_description", "cost_options.0.amount_description"},
      {"cost_options.0.valid_from", "cost_options.0.valid_from"},
      {"cost_options.0.valid_to", "cost_options.0.valid_to"},
      {"service_taxonomys.0.id", "attributes.0.id"},
      {"languages.0.language", "*languages.0.code"},
      {"contacts.0.id", "contacts.0.id"},
      {"contacts.0.name", "contacts.0.name"},
      {"contacts.0.title", "contacts.0.title"},
      {"contacts.0.phones.0.number", "*contacts.0.phones.0.number"},
      {"contacts.0.phones.0.language", "*contacts.0.phones.0.language"},
      {"reviews.0.title", ""},
      {"reviews.0.description", ""},
      {"reviews.0.date", ""},
      {"reviews.0.score", ""},
      {"reviews.0.url", ""},
      {"reviews.0.widget", ""}};
  return kMap;
}

// nullptr when there is nothing at the path.
const Value* At(const Value& root, std::string_view path) {
  const Value* here = &root;
  while (here != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string step(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
    if (here->IsArray()) {
      const auto place = static_cast<rapidjson::SizeType>(std::stoul(step));
      here = place < here->Size() ? &(*here)[place] : nullptr;
    } else if (here->IsObject() && here->HasMember(step.c_str())) {
      here = &(*here)[step.c_str()];
    } else {
      here = nullptr;
    }
  }
  return here;
}

// Whether both have the same at the two paths.
::testing::AssertionResult IsSame(const Value& published, const std::string& from,
                                  const Value& answered, const std::string& to) {
  const Value* given = At(published, from);
  const Value* back = At(answered, to);
  if (given != nullptr && back != nullptr && *given == *back) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << from << " = " << (given == nullptr ? "nothing" : TextOf(*given)) << ", " << to << " = "
         << (back == nullptr ? "nothing" : TextOf(*back));
}

// Every leaf of a published service: "organization.name".
void CollectLeaves(const Value& value, const std::string& path, std::vector<std::string>& leaves) {
  const auto below = [&](const std::string& step) {
    return path.empty() ? step : path + "." + step;
  };
  if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      CollectLeaves(member.value, below(member.name.GetString()), leaves);
    }
  } else if (value.IsArray()) {
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      CollectLeaves(value[i], below(std::to_string(i)), leaves);
    }
  } else {
    leaves.push_back(path);
  }
}

class NamingMapTest : public ::testing::Test {
 protected:
  void SetUp() override {
    published_ = std::move(PublishedServices(path_).begin()->second);
    const Document page = asking_.Json("/oruk/v1/services");
    const std::string id = page["content"][0]["id"].GetString();
    v1_ = asking_.Json("/oruk/v1/services/" + id);
    v3_ = asking_.Json("/oruk/v3/services/" + id);
    extras_ = asking_.Json("/oruk/v3/services/" + id + "?extras=true");
  }

  const std::string path_ = WAYPOST_SOURCE_DIR "/tests/server/oruk/oruk_1.json";
  const Asking asking_ = AskingOf(path_);
  Document published_, v1_, v3_, extras_;
};

TEST_F(NamingMapTest, EveryFieldComesBackByBothNames) {
  for (const Name& name : NamingMap()) {
    EXPECT_TRUE(IsSame(published_, name.v1, v1_, name.v1));
    const bool is_extra = name.v3.starts_with('*');
    const std::string path = is_extra ? name.v3.substr(1) : name.v3;
    if (path.empty()) continue;
    EXPECT_TRUE(IsSame(published_, name.v1, extras_, path));
    if (is_extra) {
      EXPECT_EQ(At(v3_, path), nullptr) << path;
    } else {
      EXPECT_TRUE(IsSame(published_, name.v1, v3_, path));
    }
  }
}

// Of the fixture nothing is left out but ids, which the dialects give to services, organisations,
// locations and rows that have none of their own here.
TEST_F(NamingMapTest, TheMapHasEveryFieldOfTheFeed) {
  std::vector<std::string> leaves;
  CollectLeaves(published_, "", leaves);
  for (const std::string& leaf : leaves) {
    const bool is_mapped =
        std::ranges::any_of(NamingMap(), [&](const Name& name) { return name.v1 == leaf; });
    const bool is_id = leaf == "id" || leaf.ends_with(".id");
    const bool is_rule = leaf.ends_with("regular_schedule.0.freq");
    EXPECT_TRUE(is_mapped || is_id || is_rule) << leaf;
  }
}

// A real feed of 819 services: each comes back under both names with what it stated.
TEST(NamingMapOfARealFeedTest, EveryFieldComesBackByBothNames) {
  const std::string path = sources::SharedData("oruk-feeds/bristol-oruk-v1-2024-12.json");
  if (path.empty()) GTEST_SKIP() << "no shared data";
  const std::map<std::string, Document> published = PublishedServices(path);
  const std::map<std::string, Document> whole = WholeServices(AskingOf(path));
  std::size_t compared = 0;
  for (const auto& [id, service] : published) {
    const auto back = whole.find(id);
    if (back == whole.end()) continue;
    ++compared;
    for (const Name& name : NamingMap()) {
      const std::string to = name.v3.starts_with('*') ? name.v3.substr(1) : name.v3;
      const Value* given = At(service, name.v1);
      const bool is_text = given != nullptr && given->IsString() && given->GetStringLength() > 0;
      // Addresses and mails are mended or left out, and so are words of no closed list.
      const bool is_mended = name.v1.ends_with("url") || name.v1.ends_with("email") ||
                             name.v1.starts_with("attending_");
      if (to.empty() || !is_text || is_mended) continue;
      // Some descriptions are markup around nothing.
      if (oruk::IsBlank(PlainText(given->GetString()))) continue;
      const Value* answered = At(back->second, to);
      ASSERT_NE(answered, nullptr) << id << " " << name.v1;
      EXPECT_FALSE(TextOf(*answered).empty());
    }
  }
  EXPECT_GT(compared, 800U);
}

}  // namespace
}  // namespace waypost::server
