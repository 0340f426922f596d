// Words and terms of vocabularies: answers worked out by hand from
// QUERY.md.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::MatchMode;
using query::UnknownMode;
using testing::AddTerm;
using testing::Service;

using Services = std::vector<record::Service>;

record::Service Tagged(const std::string& id, const std::vector<std::string>& types) {
  record::Service service = Service(id);
  for (const std::string& type : types) AddTerm(service, "esdServiceTypes", type);
  return service;
}

record::Service Described(const std::string& id, const std::string& description) {
  record::Service service = Service(id);
  service.description = description;
  return service;
}

TEST(ScanWords, AllOrAny) {
  const Services services = {Described("both", "Tea and music"), Described("tea", "tea for all"),
                             Described("music", "music!")};
  EXPECT_EQ(Ask(services, {.words = "tea music"}), "both");
  EXPECT_EQ(
      Ask(services, {.words = "tea music", .match = MatchMode::kAny, .sort = query::Sort::kName}),
      "both music tea");
  EXPECT_EQ(Ask(services, {.words = "chess"}), "");
}

TEST(ScanWords, StemsAndStopWords) {
  const Services services = {Described("a1", "walking in the park"), Described("b1", "the river")};
  EXPECT_EQ(Ask(services, {.words = "walks"}), "a1");
  EXPECT_EQ(Ask(services, {.words = "the WALKED for"}), "a1");
  EXPECT_EQ(Ask(services, {.words = "the", .sort = query::Sort::kName}), "a1 b1");
  EXPECT_EQ(Ask(services, {.words = "\"the\" walk"}), "a1");
  EXPECT_EQ(Ask(services, {.words = "\"of\" walk"}), "");
  EXPECT_EQ(Ask(services, {.words = "in the"}), "a1");  // nothing else is left: both count
}

TEST(ScanWords, TextIsNameOrganisationLabelsAndAddress) {
  record::Service organised = Service("organised");
  organised.organisation.emplace();
  organised.organisation->name = "Chess Friends";
  record::Service addressed = testing::ServiceAt("addressed", 51.5, -2.5);
  addressed.locations[0].location.address.lines = {"1 Chess Road"};
  addressed.locations[0].location.address.postcode = "WE1 1AA";
  record::Service tagged = Tagged("tagged", {"2"});
  const Services services = {organised, addressed, tagged};
  EXPECT_EQ(Ask(services, {.words = "chess"}), "organised addressed");
  EXPECT_EQ(Ask(services, {.words = "1aa"}), "addressed");
  EXPECT_EQ(Ask(services, {.words = "two"}), "tagged");
  EXPECT_EQ(Ask(services, {.words = "TAGGED"}), "tagged");
  EXPECT_EQ(Ask(services, {.words = "friends road"}), "");
}

TEST(ScanTerms, DescendantsAreYesAncestorsNotStated) {
  const Services services = {Tagged("wide", {"1"}),     Tagged("exact", {"11"}),
                             Tagged("narrow", {"111"}), Tagged("other", {"2"}),
                             Service("untagged"),       Tagged("mixed", {"1", "2"})};
  const auto ask = [&](const char* id, UnknownMode unknown) {
    return Ask(services, {.service_types = {id}, .unknown = unknown, .sort = query::Sort::kName});
  };
  EXPECT_EQ(ask("esdServiceType:11", UnknownMode::kDefault), "exact narrow");
  EXPECT_EQ(ask("esdServiceTypes:11", UnknownMode::kKeep), "exact narrow mixed? untagged? wide?");
  EXPECT_EQ(ask("esdServiceType:1", UnknownMode::kKeep), "exact mixed narrow wide untagged?");
  EXPECT_EQ(ask("esdServiceType:999", UnknownMode::kKeep), "error");
  EXPECT_EQ(ask("esdNeed:5", UnknownMode::kKeep), "error");
}

TEST(ScanTerms, RepeatsAreOr) {
  const Services services = {Tagged("one", {"1"}), Tagged("two", {"2"}), Service("untagged")};
  EXPECT_EQ(Ask(services, {.service_types = {"esdServiceType:1", "esdServiceType:2"}}), "one two");
}

TEST(ScanTerms, TaxonomyTermTakesAnyVocabulary) {
  record::Service art = Service("art");
  AddTerm(art, "localActivity", "art");
  record::Service unlisted = Service("unlisted");
  AddTerm(unlisted, "feedList", "x");
  const Services services = {art, unlisted, Tagged("two", {"2"})};
  EXPECT_EQ(Ask(services, {.taxonomy_terms = {"localActivity:art"}}), "art");
  EXPECT_EQ(Ask(services, {.taxonomy_terms = {"feedList:x"}}), "unlisted");
  // Both fit as well; a service type makes the record richer, so "two" comes first.
  EXPECT_EQ(Ask(services, {.taxonomy_terms = {"esdServiceType:2", "localActivity:art"}}),
            "two art");
  EXPECT_EQ(Ask(services, {.taxonomy_terms = {"feedList:y"}}), "error");
}

TEST(ScanTerms, NeedsGoThroughTheirServiceTypes) {
  record::Service by_need = Service("by-need");
  AddTerm(by_need, "esdNeeds", "5");
  const Services services = {Tagged("eleven", {"11"}), Tagged("hundred", {"111"}),
                             Tagged("one", {"1"}), Tagged("two", {"2"}), by_need};
  EXPECT_EQ(Ask(services, {.needs = {"esdNeed:5"}}), "eleven hundred");
  EXPECT_EQ(Ask(services, {.needs = {"esdNeed:5"}, .unknown = UnknownMode::kKeep}),
            "eleven hundred by-need? one?");  // its text has the need's name
  EXPECT_EQ(Ask(services, {.needs = {"esdNeed:6"}}), "two");  // by its child 61
  EXPECT_EQ(Ask(services, {.needs = {"esdNeed:5", "esdNeed:61"}}), "eleven hundred two");
  EXPECT_EQ(Ask(services, {.needs = {"esdNeed:7"}}), "error");
  EXPECT_EQ(Ask(services, {.circumstances = {"esdCircumstance:Alone"}}), "two");
}

TEST(ScanTerms, ExcludeKeepsTheUntagged) {
  const Services services = {Tagged("eleven", {"11"}), Tagged("hundred", {"111"}),
                             Tagged("one", {"1"}), Tagged("two", {"2"}), Service("untagged")};
  EXPECT_EQ(Ask(services, {.exclude_taxonomy_terms = {"esdServiceType:11"}}), "one two untagged?");
  EXPECT_EQ(Ask(services,
                {.exclude_taxonomy_terms = {"esdServiceType:11"}, .unknown = UnknownMode::kDrop}),
            "one two");
  EXPECT_EQ(Ask(services, {.exclude_taxonomy_terms = {"esdServiceType:1", "esdServiceType:2"}}),
            "untagged?");
}

}  // namespace
}  // namespace waypost::oracle
