#include "index_builder/sources/reference/taxonomy_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using record::Taxonomy;
using record::VocabularyTerm;
using testing::ElementsAre;

VocabularyTerm Term(std::string code, std::string label, std::string parent = "") {
  VocabularyTerm term = MakeTerm("v", code, label);
  term.parent = std::move(parent);
  return term;
}

std::vector<std::string> Codes(const Taxonomy& taxonomy) {
  std::vector<std::string> codes;
  for (const VocabularyTerm& term : taxonomy.terms) codes.push_back(term.vocabulary + term.code);
  return codes;
}

TEST(MergeTaxonomy, SortsAndJoinsWhatSeveralFilesSay) {
  record::CollectingSink sink;
  Taxonomy read;
  VocabularyTerm first = Term("2", "Debt counselling");
  first.synonyms = {"debts"};
  VocabularyTerm again = Term("2", "Find out about debt", "1");
  again.description = "More";
  again.synonyms = {"money worries", "debts"};
  again.other_ids = {"x:2"};
  read.terms = {first, Term("1", "Advice"), again, MakeTerm("a", "9", "Other")};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  EXPECT_THAT(Codes(merged), ElementsAre("a9", "v1", "v2"));
  EXPECT_EQ(merged.terms[2].label, "Debt counselling");
  EXPECT_EQ(merged.terms[2].description, "More");
  EXPECT_EQ(merged.terms[2].parent, "1");
  EXPECT_THAT(merged.terms[2].synonyms,
              ElementsAre("debts", "Find out about debt", "money worries"));
  EXPECT_THAT(merged.terms[2].other_ids, ElementsAre("x:2"));
  EXPECT_TRUE(sink.problems.empty());
}

TEST(MergeTaxonomy, MakesRootsOfTermsWithAnUnknownParent) {
  record::CollectingSink sink;
  Taxonomy read;
  read.terms = {Term("1", "One", "7")};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  EXPECT_EQ(merged.terms[0].parent, "");
  ASSERT_EQ(sink.problems.size(), 1u);
  EXPECT_EQ(sink.problems[0].kind, ProblemKind::kMissingParent);
  EXPECT_EQ(sink.problems[0].value, "7");
}

TEST(MergeTaxonomy, BreaksCircles) {
  record::CollectingSink sink;
  Taxonomy read;
  read.terms = {Term("1", "One", "3"), Term("2", "Two", "1"), Term("3", "Three", "2"),
                Term("4", "Four", "4"), Term("5", "Five", "2")};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  // One, whose parent is Three, whose parent is Two, whose parent would be One again.
  EXPECT_EQ(merged.terms[0].parent, "3");
  EXPECT_EQ(merged.terms[1].parent, "");
  EXPECT_EQ(merged.terms[2].parent, "2");
  EXPECT_EQ(merged.terms[3].parent, "");
  EXPECT_EQ(merged.terms[4].parent, "2");
  EXPECT_EQ(sink.problems.size(), 2u);
}

TEST(MergeTaxonomy, AddsTermsThatStandOnlyInMappings) {
  record::CollectingSink sink;
  Taxonomy read;
  read.terms = {Term("1", "One")};
  read.mappings = {{{"n", "9", "Nine"}, {"v", "1", ""}},
                   {{"n", "9", ""}, {"v", "2", ""}},
                   {{"n", "9", ""}, {"v", "1", ""}},
                   {{"n", "", ""}, {"v", "1", ""}}};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  EXPECT_THAT(Codes(merged), ElementsAre("n9", "v1", "v2"));
  EXPECT_EQ(merged.terms[2].label, "2");
  ASSERT_EQ(merged.mappings.size(), 2u);
  EXPECT_EQ(merged.mappings[0], (record::TermMapping{{"n", "9", "Nine"}, {"v", "1", "One"}}));
  ASSERT_EQ(sink.problems.size(), 1u);
  EXPECT_EQ(sink.problems[0].kind, ProblemKind::kUnknownTerm);
}

// A need that a need serves would lead whoever walks along mappings in a circle.
TEST(MergeTaxonomy, LeavesOutMappingsThatServeNobody) {
  record::CollectingSink sink;
  Taxonomy read;
  read.mappings = {{{"waypostNeeds", "a", "A"}, {"waypostNeeds", "b", "B"}},
                   {{"waypostPersonas", "p", "P"}, {"esdServiceTypes", "1", "One"}},
                   {{"waypostPersonas", "p", "P"}, {"waypostNeeds", "a", "A"}},
                   {{"waypostNeeds", "a", "A"}, {"esdServiceTypes", "1", "One"}},
                   {{"esdFunctions", "f", "F"}, {"esdServiceTypes", "1", "One"}}};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  EXPECT_EQ(merged.mappings.size(), 3U);
  EXPECT_EQ(sink.problems.size(), 2U);
}

TEST(MergeTaxonomy, StillNamesWhatWasRemoved) {
  record::CollectingSink sink;
  Taxonomy read;
  read.terms = {Term("1", "One"), Term("2", "Two")};
  read.removed = {{"v", "1", ""}, {"v", "3", ""}};
  const Taxonomy merged = MergeTaxonomy(read, sink);
  EXPECT_THAT(Codes(merged), ElementsAre("v2"));
  ASSERT_EQ(merged.removed.size(), 1U) << "the other was never there";
  EXPECT_EQ(merged.removed[0].code, "1");
}

TEST(MergeTaxonomy, LeavesOutTermsWithoutCodeOrLabel) {
  record::CollectingSink sink;
  Taxonomy read;
  read.terms = {Term("", "Nameless"), Term("3", ""), Term("4", "Four")};
  EXPECT_THAT(Codes(MergeTaxonomy(read, sink)), ElementsAre("v4"));
  EXPECT_EQ(sink.problems.size(), 2u);
}

TEST(AddOtherId, LeavesOutWhatTheRuleGivesAnyway) {
  VocabularyTerm term = MakeTerm("esdServiceTypes", "651", "Debt");
  for (const char* id : {"651", "esdServiceType:651", "http://id.esd.org.uk/service/651", "",
                         "service:651", "local:1", "local:1"}) {
    AddOtherId(term, id);
  }
  EXPECT_THAT(term.other_ids, ElementsAre("local:1"));
}

}  // namespace
}  // namespace waypost::sources
