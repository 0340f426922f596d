// What leads people on: lists of what can be asked, suggestions, questions, why not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::HasSubstr;

record::Directory DirectoryOfNeeds() {
  record::Service typed = StatedService();
  testing::AddTerm(typed, "esdServiceTypes", "11");
  record::Service suggested = testing::Service("suggested");
  suggested.name = "Lunch for all";
  suggested.inferred_types.push_back({{"esdServiceTypes", "111", ""}, "lunch"});
  record::Service silent = testing::Service("silent");
  record::Directory directory = testing::SmallDirectory({typed, suggested, silent});
  QuestionTree tree{
      .id = "company", .label = "Company", .description = "", .conditions = {}, .questions = {}};
  tree.conditions.push_back({"unknown", "keep"});
  tree.questions.push_back({.id = "how",
                            .text = "How?",
                            .after = {},
                            .answers = {{"place", "At a place", {{"reach", "place"}}},
                                        {"far", "From afar", {{"reach", "remote"}}}}});
  directory.question_trees = {tree};
  for (record::VocabularyTerm& term : directory.taxonomy.terms) {
    if (term.code != "6" && term.code != "Alone") continue;
    term.sensitive = true;
    term.crisis = "In danger, call 999.";
  }
  return directory;
}

class NeedsTest : public ::testing::Test {
 protected:
  static const Value& Find(const Document& answer, std::string_view id) {
    for (const Value& item : answer["items"].GetArray()) {
      if (item["id"].GetString() == id) return item;
    }
    ADD_FAILURE() << "no " << id;
    return answer["items"][0];
  }

  const Asking asking_{DirectoryOfNeeds()};
};

TEST_F(NeedsTest, NeedsAreListedWithWhatTheyFind) {
  const Document answer = asking_.Json("/api/needs");
  const Value& need = Find(answer, "esdNeed:5");
  EXPECT_EQ(need["total"].GetInt(), 2) << "one that carries a type, one whose text suggests one";
  EXPECT_EQ(need["total_certain"].GetInt(), 1);
  EXPECT_STREQ(need["service_types"][0]["id"].GetString(), "esdServiceType:11");
  EXPECT_TRUE(need["parent"].IsNull());
  EXPECT_EQ(Find(answer, "esdNeed:7")["total"].GetInt(), 0) << "mapped to nothing";
  EXPECT_STREQ(Find(answer, "esdNeed:61")["parent"].GetString(), "esdNeed:6");
}

TEST_F(NeedsTest, SensitiveNeedsSaySoWithWhatTheyAreAbove) {
  const Document needs = asking_.Json("/api/needs");
  const Document circumstances = asking_.Json("/api/circumstances");
  for (const Value* item : {&Find(needs, "esdNeed:6"), &Find(needs, "esdNeed:61"),
                            &Find(circumstances, "esdCircumstance:Alone")}) {
    EXPECT_TRUE((*item)["sensitive"].GetBool());
    EXPECT_STREQ((*item)["crisis"].GetString(), "In danger, call 999.");
  }
  EXPECT_FALSE(Find(needs, "esdNeed:5").HasMember("sensitive"));
  EXPECT_FALSE(Find(needs, "esdNeed:5").HasMember("crisis"));
}

TEST_F(NeedsTest, ServiceTypesAreThoseThatServicesCarryOrAll) {
  const Document carried = asking_.Json("/api/service-types");
  EXPECT_GT(Find(carried, "esdServiceType:11")["total"].GetInt(), 0);
  EXPECT_GT(Find(carried, "esdServiceType:1")["total"].GetInt(), 0) << "what type 11 is in";
  for (const Value& item : carried["items"].GetArray()) EXPECT_GT(item["total"].GetInt(), 0);
  EXPECT_EQ(asking_.Json("/api/service-types?all=true")["items"].Size(), 4U);
  EXPECT_STREQ(asking_.Problem("/api/service-types?all=maybe")["parameter"].GetString(), "all");
}

TEST_F(NeedsTest, InferredTypesArePossibleAndSaySo) {
  const Document answer = asking_.Json("/api/search?need=5");
  EXPECT_EQ(answer["total"].GetInt(), 2);
  EXPECT_EQ(answer["total_certain"].GetInt(), 1);
  const Value& possible = answer["items"][1];
  EXPECT_FALSE(possible["certain"].GetBool());
  EXPECT_TRUE(possible["why"][0]["inferred"].GetBool());
  EXPECT_STREQ(possible["why"][0]["words"].GetString(), "lunch");
  EXPECT_THAT(possible["why_text"].GetString(), HasSubstr("“lunch”"));
  EXPECT_EQ(asking_.Json("/api/search?need=5&inferred=drop")["total"].GetInt(), 1);
  EXPECT_EQ(asking_.Json("/api/search?need=5&unknown=drop")["total"].GetInt(), 1);
  EXPECT_EQ(asking_.Json("/api/search?need=5&unknown=keep")["total"].GetInt(), 3);
}

TEST_F(NeedsTest, AServiceSaysWhatIsInferredAndHowRichItIs) {
  const Document found = asking_.Json("/api/search?q=lunch");
  const Document answer =
      asking_.Json("/api/services/" + std::string(found["items"][0]["id"].GetString()));
  EXPECT_STREQ(answer["inferred"][0]["id"].GetString(), "esdServiceType:111");
  int stated = 0;
  int all = 0;
  for (const Value& part : answer["quality"]["parts"].GetArray()) {
    all += part["weight"].GetInt();
    stated += part["stated"].GetBool() ? part["weight"].GetInt() : 0;
  }
  EXPECT_EQ(answer["quality"]["score"].GetInt(), (stated * 200 + all) / (2 * all));
}

TEST_F(NeedsTest, FewResultsSayWhatToChange) {
  const Document answer = asking_.Json("/api/search?q=lunch&free=yes&day=SU");
  ASSERT_TRUE(answer.HasMember("loosen"));
  for (const Value& loosening : answer["loosen"].GetArray()) {
    const Document followed =
        asking_.Json("/api/search" + std::string(loosening["href"].GetString()));
    EXPECT_EQ(followed["total"].GetInt(), loosening["total"].GetInt())
        << loosening["href"].GetString();
  }
}

TEST_F(NeedsTest, SuggestionsLeadToSearches) {
  const Document answer = asking_.Json("/api/suggest?q=lun");
  ASSERT_EQ(answer["items"].Size(), 1U);
  const Value& item = answer["items"][0];
  EXPECT_STREQ(item["kind"].GetString(), "service");
  EXPECT_EQ(asking_.Json(item["href"].GetString())["total"].GetInt(), 1);
  const Document place = asking_.Json("/api/suggest?q=west&kinds=place&limit=1");
  EXPECT_STREQ(place["items"][0]["parameter"].GetString(), "near");
  EXPECT_EQ(asking_.Get(place["items"][0]["href"].GetString()).status, 200);
  for (const char* target : {"/api/suggest", "/api/suggest?q=", "/api/suggest?q=a&limit=0",
                             "/api/suggest?q=a&kinds=boat", "/api/suggest?q=a&near=x"}) {
    asking_.Problem(target);
  }
}

TEST_F(NeedsTest, QuestionsLeadToASearch) {
  EXPECT_STREQ(asking_.Json("/api/questions")["items"][0]["id"].GetString(), "company");
  const Document answer = asking_.Json("/api/questions/company?answer=how:any");
  EXPECT_EQ(answer["total"].GetInt(), 3);
  EXPECT_TRUE(answer["question"].IsNull()) << "three are few enough";
  EXPECT_STREQ(answer["answered"][0]["label"].GetString(), "I do not mind");
  EXPECT_EQ(asking_.Json(answer["search"].GetString())["total"].GetInt(), 3);
  EXPECT_EQ(asking_.Get("/api/questions/none").status, 404);
  asking_.Problem("/api/questions/company?answer=how");
  asking_.Problem("/api/questions/company?answer=how:boat");
}

TEST_F(NeedsTest, WhyNotNamesConditionAndValue) {
  const Document found = asking_.Json("/api/search?q=lunch");
  const std::string id = found["items"][0]["id"].GetString();
  const Document answer = asking_.Json("/api/why-not?q=lunch&service_type=2&id=" + id);
  EXPECT_FALSE(answer["matches"].GetBool());
  EXPECT_STREQ(answer["failed"].GetString(), "service_type");
  EXPECT_STREQ(answer["says"].GetString(), "not stated");
  EXPECT_TRUE(asking_.Json("/api/why-not?q=lunch&id=" + id)["matches"].GetBool());
  EXPECT_STREQ(asking_.Problem("/api/why-not?q=lunch")["parameter"].GetString(), "id");
  EXPECT_EQ(asking_.Get("/api/why-not?id=00000000-0000-4000-8000-000000000000").status, 404);
}

}  // namespace
}  // namespace waypost::server
