#include "index_builder/sources/reference/taxonomy_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "index_builder/sources/reference/taxonomy_terms.h"

namespace waypost::sources {
namespace {

using record::Taxonomy;
using record::VocabularyTerm;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Taxonomy Read(const std::string& text, const std::string& name = "taxonomy") {
  record::CollectingSink sink;
  Taxonomy read;
  const absl::Status status = ReadTaxonomyText(name, text, sink, read);
  EXPECT_TRUE(status.ok()) << MessageOf(status);
  return MergeTaxonomy(std::move(read), sink);
}

std::string ErrorOf(const std::string& text, const std::string& name = "x") {
  record::CollectingSink sink;
  Taxonomy read;
  return MessageOf(ReadTaxonomyText(name, text, sink, read));
}

VocabularyTerm Find(const Taxonomy& taxonomy, std::string_view code) {
  for (const VocabularyTerm& term : taxonomy.terms) {
    if (term.code == code) return term;
  }
  ADD_FAILURE() << "no term " << code;
  return {};
}

std::vector<std::string> Mappings(const Taxonomy& taxonomy) {
  std::vector<std::string> list;
  for (const auto& mapping : taxonomy.mappings) {
    list.push_back(record::CanonicalTermId(mapping.from) + " > " +
                   record::CanonicalTermId(mapping.to));
  }
  return list;
}

TEST(ReadTaxonomyCsv, ReadsEsdLists) {
  const Taxonomy services = Read(
      "Identifier,Label,Description,Created,Modified,History notes,Type,\n"
      "651,Debt counselling,\"Advice, free\nand confidential\",2013-04-03,2013-04-03,,Service,\n");
  EXPECT_EQ(Find(services, "651").vocabulary, "esdServiceTypes");
  EXPECT_EQ(Find(services, "651").description, "Advice, free\nand confidential");
  const Taxonomy functions = Read(
      "Identifier,Label,Description,Created,Modified,History notes,Type,Parent identifiers,Parent "
      "labels,\n1,Advice and benefits,,,,,Function,,,\n2,Welfare rights,,,,,Function,\"1;9\",x,\n");
  EXPECT_EQ(Find(functions, "2").vocabulary, "esdFunctions");
  EXPECT_EQ(Find(functions, "2").parent, "1");
  EXPECT_EQ(Find(Read("Identifier,Label,Type\n69,Company,Need\n"), "69").vocabulary, "esdNeeds");
}

TEST(ReadTaxonomyCsv, ReadsGovUksList) {
  const Taxonomy taxonomy =
      Read("LGSL,Description,Providing Tier\n4,Find out about free school meals,county/unitary\n");
  EXPECT_EQ(Find(taxonomy, "4").vocabulary, "esdServiceTypes");
  EXPECT_EQ(Find(taxonomy, "4").label, "Find out about free school meals");
}

TEST(ReadTaxonomyCsv, ReadsTablesOfMappings) {
  const Taxonomy taxonomy = Read(
      "# made by hand\n"
      "service_type,service_type_label,need,need_label,circumstance\n"
      "651,Debt counselling,esdNeed:9,Money,\n"
      "http://id.esd.org.uk/service/651,,need:9,,circumstance:Gender_Female\n");
  EXPECT_THAT(Mappings(taxonomy), ElementsAre("esdCircumstance:Gender_Female > esdServiceType:651",
                                              "esdNeed:9 > esdServiceType:651"));
  EXPECT_EQ(Find(taxonomy, "9").label, "Money");
  // Nobody said what it is called.
  EXPECT_EQ(Find(taxonomy, "Gender_Female").label, "Gender_Female");
  EXPECT_THAT(Mappings(Read("taxonomy_id,need_id,circumstance_id\n651,9,\n")),
              ElementsAre("esdNeed:9 > esdServiceType:651"));
}

TEST(ReadTaxonomyXml, ReadsEsdFunctionsWithTheirServices) {
  const Taxonomy taxonomy = Read(
      "<?xml version=\"1.0\"?><Functions><URI>x</URI><Function><Identifier>1</Identifier>"
      "<Label>Advice &amp; benefits</Label><URI>http://id.esd.org.uk/function/1</URI><Functions>"
      "<Function><Identifier>2</Identifier><Label>Welfare rights</Label><Services><Service>"
      "<Identifier>190</Identifier><Label>Benefits advice</Label><Description>Who may claim."
      "</Description></Service></Services></Function></Functions></Function></Functions>");
  EXPECT_EQ(Find(taxonomy, "1").label, "Advice & benefits");
  EXPECT_EQ(Find(taxonomy, "2").parent, "1");
  EXPECT_EQ(Find(taxonomy, "190").vocabulary, "esdServiceTypes");
  EXPECT_EQ(Find(taxonomy, "190").parent, "");
  EXPECT_THAT(taxonomy.mappings,
              ElementsAre(record::TermMapping{{"esdFunctions", "2", "Welfare rights"},
                                              {"esdServiceTypes", "190", "Benefits advice"}}));
}

TEST(ReadTaxonomyXml, ReadsOpenEligibilityWhateverItsDeclarationSays) {
  const Taxonomy taxonomy = Read(
      "<?xml version=\"2.0\" encoding=\"UTF-8\"?>\n<taxonomy><version>2.0</version><services>"
      "<descriptions><category id=\"1102\" title=\"food\"> Free meals.\n </category></descriptions>"
      "<top_level id=\"1102\" title=\"Food\"><second_level id=\"1127\" title=\"Food Pantry\">"
      "</second_level></top_level></services><situations><top_level id='20001' title=\"Age Group\">"
      "</top_level></situations></taxonomy>");
  EXPECT_EQ(Find(taxonomy, "1102").description, "Free meals.");
  EXPECT_EQ(Find(taxonomy, "1127").parent, "1102");
  EXPECT_EQ(Find(taxonomy, "1127").vocabulary, "openEligibility");
  EXPECT_EQ(Find(taxonomy, "20001").vocabulary, "openEligibilitySituations");
}

TEST(ReadTaxonomyXml, NamesTheLineOfAFault) {
  EXPECT_THAT(ErrorOf("<Functions>\n<Function>\n</Functions>", "f.xml"),
              HasSubstr("f.xml: line 3"));
  EXPECT_THAT(ErrorOf("<html></html>", "f.xml"), HasSubstr("<html>"));
  EXPECT_THAT(ErrorOf("<", "f.xml"), HasSubstr("f.xml: line 1"));
}

TEST(ReadTaxonomyXml, DoesNotDescendAsDeepAsTheFileWants) {
  std::string text = "<Functions>";
  for (int i = 0; i < 50000; ++i) text += "<Functions>";
  for (int i = 0; i < 50000; ++i) text += "</Functions>";
  text += "</Functions>";
  EXPECT_THAT(Read(text).terms, IsEmpty());
}

TEST(ReadTaxonomyJson, ReadsSkos) {
  const Taxonomy taxonomy = Read(R"({"@context":"https://openactive.io/",
    "id":"https://openactive.io/activity-list","type":"ConceptScheme","concept":[
    {"id":"https://openactive.io/activity-list#aa","type":"Concept","prefLabel":"Football",
     "topConceptOf":"https://openactive.io/activity-list","altLabel":["Soccer"]},
    {"id":"https://openactive.io/activity-list#bb","prefLabel":"5-a-side","notation":"5_a_side",
     "broader":["https://openactive.io/activity-list#zz","https://openactive.io/activity-list#aa"],
     "definition":"Teams of five"}]})");
  ASSERT_EQ(taxonomy.terms.size(), 2u);
  EXPECT_EQ(taxonomy.terms[0].vocabulary, "openActiveActivity");
  EXPECT_THAT(Find(taxonomy, "aa").synonyms, ElementsAre("Soccer"));
  // The broader concept that is not in the list does not count.
  EXPECT_EQ(Find(taxonomy, "bb").parent, "aa");
  EXPECT_EQ(Find(taxonomy, "bb").description, "Teams of five");
  EXPECT_THAT(Find(taxonomy, "bb").other_ids, ElementsAre("openActiveActivity:5_a_side"));
}

TEST(ReadTaxonomyJson, ReadsOrukTermsOfBothVersions) {
  const Taxonomy v3 = Read(R"({"total_items":2,"contents":[
    {"id":"0bc248fa-dc27-4650-9ba4-8f1a24ef16a2","code":"651","name":"Debt","description":"d",
     "taxonomy":"esdServiceTypes"},
    {"id":"3f7b145d-84af-42d7-8fae-eaca714b02b2","name":"Local","taxonomy":"County list","code":"L1",
     "parent_id":"c1"},
    {"id":"c1","name":"Root","taxonomy":"County list","code":"L0"}]})");
  EXPECT_EQ(Find(v3, "651").vocabulary, "esdServiceTypes");
  EXPECT_THAT(Find(v3, "651").other_ids, ElementsAre("0bc248fa-dc27-4650-9ba4-8f1a24ef16a2"));
  EXPECT_EQ(Find(v3, "L1").parent, "L0");
  EXPECT_EQ(Find(v3, "L1").vocabulary, "County list");
  const Taxonomy v1 = Read(R"({"totalElements":2,"content":[
    {"id":"esdServiceType:651","name":"Debt","vocabulary":"esdServiceTypes","parent":null},
    {"id":"need:122","name":"Company","vocabulary":"esdNeeds","parent":{"id":"need:1","name":"x"}},
    {"id":"need:1","name":"People","vocabulary":"esdNeeds"}]})");
  EXPECT_EQ(Find(v1, "651").label, "Debt");
  EXPECT_EQ(Find(v1, "122").vocabulary, "esdNeeds");
  EXPECT_EQ(Find(v1, "122").parent, "1");
  EXPECT_THAT(Find(v1, "122").other_ids, IsEmpty());
  EXPECT_EQ(Find(Read(R"([{"id":"a:1","name":"One","vocabulary":"a"}])"), "1").label, "One");
}

TEST(ReadTaxonomyJson, ReadsNestedTerms) {
  const Taxonomy outpost = Read(R"([{"id":3,"label":"Things to do","slug":"things-to-do","level":0,
    "children":[{"id":4,"label":"Clubs","slug":"clubs","children":[]}]}])");
  EXPECT_EQ(Find(outpost, "4").parent, "3");
  EXPECT_EQ(Find(outpost, "4").vocabulary, "outpost");
  EXPECT_THAT(Find(outpost, "4").other_ids, ElementsAre("outpost:clubs"));
  const Taxonomy ohana = Read(R"({"taxonomy":{"top_level":[{"@id":"101","@title":"Emergency",
    "second_level":[{"@id":"101-02","@title":"Cash"}]}]}})");
  EXPECT_EQ(Find(ohana, "101-02").parent, "101");
}

TEST(ReadTaxonomyJson, ReadsLgaMappings) {
  constexpr char kText[] = R"({"list":{"items":[{"identifier":"122","label":"Company","mappings":[
    {"identifier":"296","label":"Day centres"},{"identifier":"640","label":"Activities"}]},
    {"identifier":"9","label":"Money","mappings":[]}]}})";
  const Taxonomy needs = Read(kText, "needs-to-services.json");
  EXPECT_THAT(Mappings(needs),
              ElementsAre("esdNeed:122 > esdServiceType:296", "esdNeed:122 > esdServiceType:640"));
  EXPECT_EQ(Find(needs, "9").label, "Money");
  EXPECT_EQ(Find(needs, "640").label, "Activities");
  const Taxonomy circumstances = Read(kText, "in/circumstances-to-services.json");
  EXPECT_EQ(Find(circumstances, "122").vocabulary, "esdCircumstances");
  // What the identifiers say counts more than the name of the file.
  const Taxonomy said = Read(
      R"({"list":{"items":[{"identifier":"need:5","label":"x","mappings":[{"identifier":"1"}]}]}})",
      "circumstances.json");
  EXPECT_THAT(Mappings(said), ElementsAre("esdNeed:5 > esdServiceType:1"));
}

TEST(ReadTaxonomyJson, NamesTheLineOfAFault) {
  EXPECT_THAT(ErrorOf("[\n{\"id\":1,}\n]", "t.json"), HasSubstr("t.json: line 2"));
  EXPECT_THAT(ErrorOf("{\"a\":1}", "t.json"), HasSubstr("t.json: line 1"));
  EXPECT_THAT(ErrorOf("{\"concept\":[]}", "t.json"), HasSubstr("without concepts"));
}

constexpr char kToml[] = R"(# needs
vocabulary = "waypostNeeds"
short_prefix = "need"

[[term]]
code = "company"
label = "Company"

[[term]]
code = "loneliness"
label = "Feeling lonely"
description = "Company & more"
parent = "company"
synonyms = ["lonely", "isolated"]
phrases = ["nobody ever comes round", "lonely", "lonely"]
other_ids = ["local:7"]
service_types = ["esdServiceType:297", "241"]

[[mapping]]
from = "company"
to = ["esdServiceType:1149"]

[[mapping]]
from = "esdNeed:69"
to = ["esdServiceType:241"]
)";

TEST(ReadTaxonomyToml, ReadsTheProjectsOwnForm) {
  const Taxonomy taxonomy = Read(kToml, "needs.toml");
  const VocabularyTerm term = Find(taxonomy, "loneliness");
  EXPECT_EQ(term.vocabulary, "waypostNeeds");
  EXPECT_EQ(term.parent, "company");
  EXPECT_EQ(term.description, "Company & more");
  EXPECT_THAT(term.synonyms, ElementsAre("lonely", "isolated"));
  EXPECT_THAT(term.phrases, ElementsAre("nobody ever comes round", "lonely"));
  EXPECT_THAT(term.other_ids, ElementsAre("need:loneliness", "local:7"));
  EXPECT_THAT(Mappings(taxonomy), ElementsAre("esdNeed:69 > esdServiceType:241",
                                              "waypostNeeds:company > esdServiceType:1149",
                                              "waypostNeeds:loneliness > esdServiceType:241",
                                              "waypostNeeds:loneliness > esdServiceType:297"));
}

TEST(ReadTaxonomyToml, TermsMayBeSensitiveAndSayWhatToDoInDanger) {
  const Taxonomy taxonomy = Read(
      "vocabulary = 'v'\n[[term]]\ncode = 'a'\nlabel = 'A'\nsensitive = true\n"
      "crisis = \"\"\"In danger,\ncall <b>999</b>.\"\"\"\n"
      "[[term]]\ncode = 'b'\nlabel = 'B'\nsensitive = false\ncrisis = ''\n"
      "[[term]]\ncode = 'c'\nlabel = 'C'\n",
      "v.toml");
  EXPECT_EQ(Find(taxonomy, "a").sensitive, true);
  EXPECT_EQ(Find(taxonomy, "a").crisis, "In danger, call 999.");
  EXPECT_EQ(Find(taxonomy, "b").sensitive, false);
  EXPECT_EQ(Find(taxonomy, "b").crisis, "");
  EXPECT_EQ(Find(taxonomy, "c").sensitive, std::nullopt);
  EXPECT_EQ(Find(taxonomy, "c").crisis, std::nullopt);
}

TEST(ReadTaxonomyToml, NamesTheLineOfAWarningThatIsNone) {
  const std::string head = "vocabulary = 'v'\n[[term]]\ncode = 'a'\nlabel = 'A'\n";
  for (const char* value : {"'true'", "1", "['yes']"}) {
    EXPECT_EQ(ErrorOf(head + "sensitive = " + value + "\n", "n.toml"),
              "n.toml:5: term[1].sensitive: true or false was due (without quotes)");
  }
  EXPECT_EQ(ErrorOf(head + "\ncrisis = ['Call 999.']\n", "n.toml"),
            "n.toml:6: term[1].crisis: a string in quotes was due");
  EXPECT_EQ(ErrorOf(head + "crisis = '" + std::string(320, 'x') + "'\n", "n.toml"), "");
  EXPECT_EQ(ErrorOf(head + "crisis = '" + std::string(321, 'x') + "'\n", "n.toml"),
            "n.toml:5: term[1].crisis: one or two sentences of at most 320 bytes were due, these "
            "have 321");
  EXPECT_THAT(ErrorOf("vocabulary = 'v'\nsensitive = true\n", "n.toml"), HasSubstr("n.toml:2"));
}

TEST(ReadTaxonomyToml, PersonasHaveNeedsAndCircumstances) {
  const Taxonomy taxonomy = Read(
      "vocabulary = \"waypostPersonas\"\n[[term]]\ncode = \"alone\"\nlabel = \"Alone\"\n"
      "needs = [\"waypostNeeds:company\", \"debt\"]\ncircumstances = [\"living-alone\"]\n",
      "personas.toml");
  EXPECT_THAT(Mappings(taxonomy), ::testing::UnorderedElementsAre(
                                      "waypostPersonas:alone > waypostNeeds:company",
                                      "waypostPersonas:alone > waypostNeeds:debt",
                                      "waypostPersonas:alone > waypostCircumstances:living-alone"));
}

TEST(ReadTaxonomyToml, SayingsNeedNoLabelWhereAnotherFileHasOne) {
  record::CollectingSink sink;
  record::Taxonomy read;
  const auto add = [&](const char* text, const char* name) {
    const absl::Status status = ReadTaxonomyText(name, text, sink, read);
    ASSERT_TRUE(status.ok()) << status;
  };
  add("vocabulary = \"n\"\n[[term]]\ncode = \"a\"\nsayings = [\"one\", \"two\", \"one\"]\n"
      "[[term]]\ncode = \"lost\"\nsayings = [\"three\"]\n",
      "sayings.toml");
  add("vocabulary = \"n\"\n[[term]]\ncode = \"a\"\nlabel = \"A\"\nsayings = [\"four\"]\n",
      "terms.toml");
  const Taxonomy taxonomy = MergeTaxonomy(std::move(read), sink);
  ASSERT_EQ(taxonomy.terms.size(), 1U);
  EXPECT_EQ(taxonomy.terms[0].label, "A");
  EXPECT_THAT(taxonomy.terms[0].sayings, ElementsAre("one", "two", "four"));
  EXPECT_TRUE(taxonomy.terms[0].synonyms.empty());
  ASSERT_EQ(sink.problems.size(), 1U) << "\"lost\" has no label anywhere";
  EXPECT_EQ(sink.problems[0].kind, record::ProblemKind::kNoId);
}

// A local file before the shipped one adds, renames and removes.
TEST(MergeTaxonomy, AnOverlayAddsRenamesAndRemoves) {
  record::CollectingSink sink;
  record::Taxonomy read;
  const auto add = [&](const char* text, const char* name) {
    const absl::Status status = ReadTaxonomyText(name, text, sink, read);
    ASSERT_TRUE(status.ok()) << status;
  };
  add("vocabulary = \"n\"\nremove = [\"gone\", \"never\"]\n[[term]]\ncode = \"a\"\nlabel = "
      "\"Ours\"\n"
      "[[term]]\ncode = \"new\"\nlabel = \"New\"\n",
      "local.toml");
  add("vocabulary = \"n\"\n[[term]]\ncode = \"a\"\nlabel = \"Theirs\"\nservice_types = [\"1\"]\n"
      "[[term]]\ncode = \"gone\"\nlabel = \"Gone\"\nparent = \"a\"\nservice_types = [\"2\"]\n"
      "[[term]]\ncode = \"child\"\nlabel = \"Child\"\nparent = \"gone\"\n"
      "[[term]]\ncode = \"1\"\nlabel = \"x\"\n",
      "shipped.toml");
  const Taxonomy taxonomy = MergeTaxonomy(std::move(read), sink);
  EXPECT_EQ(Find(taxonomy, "a").label, "Ours");
  EXPECT_THAT(Find(taxonomy, "a").synonyms, ElementsAre("Theirs"));
  EXPECT_EQ(Find(taxonomy, "new").label, "New");
  EXPECT_EQ(Find(taxonomy, "child").parent, "a") << "what stood below moves up";
  for (const VocabularyTerm& term : taxonomy.terms) EXPECT_NE(term.code, "gone");
  EXPECT_THAT(Mappings(taxonomy), ElementsAre("n:a > esdServiceType:1"));
  const bool reported = std::ranges::any_of(
      sink.problems, [](const record::Problem& problem) { return problem.value == "n:never"; });
  EXPECT_TRUE(reported) << "removing what is not there is reported";
}

// Whether a term is sensitive, and its crisis text, as a local file before the shipped one has it.
VocabularyTerm Overlaid(const std::string& local, const std::string& shipped) {
  record::CollectingSink sink;
  Taxonomy read;
  const std::string head = "vocabulary = 'v'\n[[term]]\ncode = 'a'\nlabel = 'A'\n";
  for (const std::string& text : {head + local, head + shipped}) {
    const absl::Status status = ReadTaxonomyText("v.toml", text, sink, read);
    EXPECT_TRUE(status.ok()) << status;
  }
  return Find(MergeTaxonomy(std::move(read), sink), "a");
}

TEST(MergeTaxonomy, AnOverlaySetsAndTakesAwayWarnings) {
  const std::string shipped = "sensitive = true\ncrisis = 'Call 999.'\n";
  const VocabularyTerm silent = Overlaid("", shipped);
  EXPECT_EQ(silent.sensitive, true);
  EXPECT_EQ(silent.crisis, "Call 999.");
  const VocabularyTerm without = Overlaid("sensitive = false\ncrisis = ''\n", shipped);
  EXPECT_EQ(without.sensitive, false);
  EXPECT_EQ(without.crisis, "");
  const VocabularyTerm added = Overlaid("sensitive = true\ncrisis = 'Call us.'\n", "");
  EXPECT_EQ(added.sensitive, true);
  EXPECT_EQ(added.crisis, "Call us.");
  EXPECT_EQ(Overlaid("crisis = 'Call us.'\n", shipped).crisis, "Call us.");
}

// Removing a group must not show what its members hid.
TEST(MergeTaxonomy, WhatIsBelowARemovedTermKeepsItsWarnings) {
  const Taxonomy taxonomy = Read(
      "vocabulary = 'v'\nremove = ['a']\n"
      "[[term]]\ncode = 'a'\nlabel = 'A'\nsensitive = true\ncrisis = 'Call 999.'\n"
      "[[term]]\ncode = 'b'\nlabel = 'B'\nparent = 'a'\nsensitive = false\ncrisis = ''\n"
      "[[term]]\ncode = 'c'\nlabel = 'C'\nparent = 'a'\ncrisis = 'Call us.'\n"
      "[[term]]\ncode = 'd'\nlabel = 'D'\n",
      "v.toml");
  EXPECT_EQ(Find(taxonomy, "b").sensitive, true);
  EXPECT_EQ(Find(taxonomy, "b").crisis, "Call 999.");
  EXPECT_EQ(Find(taxonomy, "c").sensitive, true);
  EXPECT_EQ(Find(taxonomy, "c").crisis, "Call us.");
  EXPECT_EQ(Find(taxonomy, "d").sensitive, std::nullopt);
}

TEST(ReadTaxonomyToml, NamesTheLineOfAMistake) {
  EXPECT_THAT(ErrorOf("vocabulary = \"v\"\n[[term]]\nlabel = \"x\"\n", "n.toml"),
              HasSubstr("n.toml:2"));
  EXPECT_THAT(
      ErrorOf("vocabulary = \"v\"\n[[term]]\ncode = \"a\"\nlabel = \"x\"\nlable = 1\n", "n.toml"),
      HasSubstr("n.toml:5"));
  EXPECT_THAT(ErrorOf("vocabulary = \"v\"\n[[mapping]]\nfrom = \"a\"\nto = [\":\"]\n", "n.toml"),
              HasSubstr("n.toml:4"));
  EXPECT_THAT(ErrorOf("[[term]]\ncode = \"a\"\nlabel = \"x\"\n", "n.toml"),
              HasSubstr("vocabulary"));
  EXPECT_THAT(ErrorOf("vocabulary = \"v\"\n", "n.toml"), HasSubstr("no [[term]]"));
  EXPECT_THAT(ErrorOf("vocabulary = ", "n.toml"), HasSubstr("n.toml:1"));
}

TEST(ReadTaxonomyText, RefusesWhatIsNone) {
  for (const char* text : {"", "   \n", "words", "a,b\n1,2\n"}) {
    EXPECT_THAT(ErrorOf(text, "x.txt"), HasSubstr("x.txt: line 1")) << text;
  }
}

TEST(MakeTerm, MakesMarkupPlainText) {
  const VocabularyTerm term = MakeTerm("v", " 1 ", "<b>Tea</b> &amp; cake", "<p>One</p><p>Two</p>");
  EXPECT_EQ(term.code, "1");
  EXPECT_EQ(term.label, "Tea & cake");
  EXPECT_EQ(term.description, "One\nTwo");
}

}  // namespace
}  // namespace waypost::sources
