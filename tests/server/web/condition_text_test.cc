#include "server/web/condition_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "engine/format/public_id.h"
#include "engine/query/format_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using query::Parameter;
using ::testing::HasSubstr;

const Asking& Land() {
  static const Asking asking([] {
    record::Directory directory = testing::SmallDirectory({StatedService()});
    record::VocabularyTerm persona;
    persona.vocabulary = "waypostPersonas";
    persona.code = "quiet";
    persona.label = "quiet people";
    directory.taxonomy.terms.push_back(persona);
    directory.taxonomy.mappings.push_back(
        {{"waypostPersonas", "quiet", ""}, {"esdNeeds", "5", ""}});
    return directory;
  }());
  return asking;
}

query::ResolvedQuery Resolved(const std::vector<Parameter>& parameters) {
  const auto query = query::ParseQuery(parameters);
  EXPECT_TRUE(query.ok()) << query.status();
  auto resolved = query::Resolve(Land().index(), *query, Land().serving().Now());
  EXPECT_TRUE(resolved.ok()) << resolved.status();
  return *std::move(resolved);
}

std::vector<Condition> ConditionsOf(const std::vector<Parameter>& parameters) {
  static const SiteSettings settings;
  static const absl::StatusOr<ask::PhraseBook> none = absl::UnavailableError("not needed");
  const Site site{Land().serving(), none, settings};
  return ConditionsOf(site, InterfaceText::Of(Language::kEnglish), Resolved(parameters));
}

std::string Question(const std::vector<Parameter>& parameters) {
  return QuestionText(InterfaceText::Of(Language::kEnglish), ConditionsOf(parameters));
}

// Every parameter of a search, with a value that makes a difference.
const std::map<std::string, std::string>& EveryParameter() {
  static const std::map<std::string, std::string> all = {
      {"access", "drop-in,referral"},
      {"accessibility", "ramp,cd"},
      {"age", "9"},
      {"area", "ignore"},
      {"assured_within", "90d"},
      {"at", "2026-11-21T10:00"},
      {"authority", "E06000001"},
      {"bbox", "-3,51,-2,52"},
      {"circumstance", "esdCircumstances:Alone"},
      {"day", "MO,TU"},
      {"exclude_taxonomy_term", "localActivity:art"},
      {"free", "yes"},
      {"from", "10:00"},
      {"inferred", "drop"},
      {"language", "pl"},
      {"match", "any"},
      {"min_quality", "50"},
      {"modified_after", "2026-11-01"},
      {"near", "WE1 1AA"},
      {"need", "esdNeeds:5"},
      {"next_days", "3"},
      {"on", "2026-11-24"},
      {"open_at", "2026-11-24T10:00"},
      {"organization",
       FormatUuid(Land().index().organisations().public_id[OrganisationOrdinal(0)])},
      {"persona", "waypostPersonas:quiet"},
      {"q", "coffee"},
      {"reach", "place,visits"},
      {"service_type", "esdServiceTypes:1"},
      {"source", "alpha"},
      {"source_id", "cafe"},
      {"status", "inactive,defunct"},
      {"syntax", "advanced"},
      {"taxonomy_term", "localActivity:art"},
      {"time_match", "covers"},
      {"to", "12:00"},
      {"unknown", "keep"},
      {"within", "3mi"}};
  return all;
}

// Those of the page and of its order; the page shows them elsewhere or sets them itself.
const std::set<std::string> kOfThePage = {"explain", "facet_limit", "facets",   "highlight",
                                          "mode",    "page",        "per_page", "sort"};

// The names that ParseQuery knows, as it tells them to who gives another.
std::set<std::string> KnownParameters() {
  const std::vector<Parameter> wrong = {{"zzzzzzzzzzzz", "1"}};
  const auto error = query::RequestErrorOf(query::ParseQuery(wrong).status());
  std::set<std::string> names;
  std::string rest = error->detail.substr(error->detail.find("there are ") + 10);
  while (!rest.empty()) {
    const std::size_t comma = rest.find(", ");
    names.insert(rest.substr(0, comma));
    rest.erase(0, comma == std::string::npos ? comma : comma + 2);
  }
  return names;
}

bool Has(const query::Query& query, const std::string& name) {
  const auto parameters = query::FormatQuery(query);
  return std::ranges::find(parameters, name, &Parameter::name) != parameters.end();
}

// What a question needs beside the one parameter to be allowed, or to be a question.
std::vector<Parameter> Around(const std::string& name, const std::string& value) {
  std::vector<Parameter> parameters = {{name, value}};
  if (name != "q") parameters.push_back({"q", "coffee"});
  if (name == "within" || name == "area") parameters.push_back({"near", "WE1 1AA"});
  return parameters;
}

TEST(ConditionText, TheTableHasEveryParameter) {
  std::set<std::string> known = KnownParameters();
  EXPECT_GT(known.size(), 40U);
  for (const std::string& name : kOfThePage) EXPECT_EQ(known.erase(name), 1U) << name;
  std::set<std::string> tabled;
  for (const auto& [name, value] : EveryParameter()) tabled.insert(name);
  EXPECT_EQ(known, tabled);
}

// What is in force is read back, and every part of it can be taken off.
TEST(ConditionText, EveryConditionIsToldAndCanBeTakenOff) {
  for (const auto& [name, value] : EveryParameter()) {
    std::vector<Condition> left = ConditionsOf(Around(name, value));
    int taken_off = 0;
    while (true) {
      const auto own = std::ranges::find_if(left, [&](const Condition& condition) {
        return condition.name == name || (name == "to" && condition.name == "from");
      });
      if (own == left.end()) break;
      EXPECT_NE(own->label, "");
      EXPECT_THAT(own->label, ::testing::Not(HasSubstr("condition."))) << name;
      const query::Query without = own->without;
      ++taken_off;
      left = ConditionsOf(query::FormatQuery(without));
      if (!Has(without, name)) break;
    }
    EXPECT_GT(taken_off, 0) << name;
  }
}

TEST(ConditionText, SentencesAreSentences) {
  const std::pair<std::vector<Parameter>, const char*> cases[] = {
      {{{"near", "WE1 1AA"}, {"day", "MO,TU,SA"}, {"reach", "visits"}, {"free", "yes"}},
       "near WE1 1AA, coming to you, on Monday, Tuesday or Saturday, free"},
      {{{"access", "drop-in,referral"}, {"accessibility", "wheelchair,ramp"}},
       "drop in or by referral, with wheelchair access, with a ramp"},
      {{{"authority", "E06000001"}, {"authority", "E06000002"}}, "in the area of West or East"},
      {{{"language", "pl"}, {"language", "xx"}}, "in Polish or the language “xx”"},
      {{{"near", "WE1 1AA"}, {"within", "1km"}}, "near WE1 1AA, within 1 kilometre"},
      {{{"near", "WE1 1AA"}, {"within", "1m"}}, "near WE1 1AA, within 1 metre"},
      {{{"next_days", "0"}}, "later today"},
      {{{"next_days", "1"}}, "in the next day"},
      {{{"open_at", "now"}}, "open now"},
      {{{"open_at", "2026-11-24T10:00"}}, "open at 10am on 24 November 2026"},
      {{{"age", "9"}, {"age", "1m"}}, "1 month old, age 9"},
      {{{"need", "esdNeeds:5"}, {"need", "esdNeeds:61"}}, "need five or need sixty"},
      {{{"q", "tea dance"}, {"match", "any"}}, "“tea dance”, any of these words"},
      {{{"status", "inactive,defunct"}}, "not running at the moment or closed for good"},
      {{{"exclude_taxonomy_term", "esdNeeds:5"}, {"exclude_taxonomy_term", "esdNeeds:61"}},
       "not need five, not need sixty"}};
  for (const auto& [parameters, sentence] : cases) EXPECT_EQ(Question(parameters), sentence);
}

TEST(ConditionText, ThePageHasThemAsChips) {
  const std::string page = Land().Get("/search?status=inactive&unknown=keep&match=any&q=tea").body;
  EXPECT_THAT(page, HasSubstr("Remove: not running at the moment"));
  EXPECT_THAT(page, HasSubstr("Remove: also services that do not say"));
  EXPECT_THAT(page, HasSubstr("Remove: any of these words"));
}

}  // namespace
}  // namespace waypost::server
