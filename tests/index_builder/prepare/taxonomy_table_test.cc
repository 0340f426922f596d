#include "index_builder/prepare/taxonomy_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"
#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waypost::testing::AddTerm;

record::VocabularyTerm Term(const std::string& vocabulary, const std::string& code,
                            const std::string& parent = "", const std::string& label = "") {
  record::VocabularyTerm term;
  term.vocabulary = vocabulary;
  term.code = code;
  term.parent = parent;
  term.label = label;
  return term;
}

record::TermMapping Maps(const std::string& need, const std::string& type) {
  return {.from = {"esdNeeds", need, ""}, .to = {"esdServiceTypes", type, ""}};
}

// The table of these terms, with the terms that one service carries.
class Made {
 public:
  explicit Made(std::vector<record::VocabularyTerm> terms,
                std::vector<record::TermMapping> mappings = {},
                std::vector<record::TermRef> carried = {})
      : taxonomy_{std::move(terms), std::move(mappings)},
        table_(taxonomy_, CarriedBy(std::move(carried)), sink_) {}

  const TaxonomyTable& table() const { return table_; }
  const std::vector<record::Problem>& problems() const { return sink_.problems; }

  // Canonical ids in order of number.
  std::vector<std::string> Ids() const { return Texts(table_.id_texts()); }
  std::vector<std::string> Labels() const { return Texts(table_.labels()); }
  TaxonomyTermId Find(const std::string& vocabulary, const std::string& code) const {
    return table_.Find({vocabulary, code, ""});
  }
  // The canonical id that a spelling stands for; "" for none.
  std::string Meaning(const std::string& key) const {
    const std::vector<std::string> keys = Texts(table_.keys());
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    if (found == keys.end() || *found != key) return "";
    return Ids()[table_.key_terms()[static_cast<std::size_t>(found - keys.begin())].index()];
  }
  std::vector<TaxonomyTermId> Mapped(TaxonomyTermId term) const {
    const JaggedColumn<TaxonomyTermId, TaxonomyTermId> column(table_.mapped().offsets(),
                                                              table_.mapped().values());
    return {column[term].begin(), column[term].end()};
  }
  static std::vector<std::string> Texts(const TextRows& rows) {
    const TextColumn<TaxonomyTermId> column(
        JaggedColumn<TaxonomyTermId, char>(rows.offsets(), rows.values()));
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < column.size(); ++i) texts.emplace_back(column[TaxonomyTermId(i)]);
    return texts;
  }

 private:
  FeedTerms CarriedBy(std::vector<record::TermRef> carried) {
    record::Service service = waypost::testing::Service("a");
    service.terms = std::move(carried);
    FeedTerms terms(taxonomy_, sink_);
    terms.Add(service);
    return terms;
  }

  record::CollectingSink sink_;
  record::Taxonomy taxonomy_;
  TaxonomyTable table_;
};

// 1 > (11 > 111, 12), 2.
std::vector<record::VocabularyTerm> Types() {
  return {Term("esdServiceTypes", "2"), Term("esdServiceTypes", "12", "1"),
          Term("esdServiceTypes", "111", "11"), Term("esdServiceTypes", "1"),
          Term("esdServiceTypes", "11", "1")};
}

// ---- hierarchy

TEST(TaxonomyTable, StandsDepthFirstWithSiblingsByCode) {
  EXPECT_THAT(Made(Types()).Ids(),
              ElementsAre("esdServiceType:1", "esdServiceType:11", "esdServiceType:111",
                          "esdServiceType:12", "esdServiceType:2"));
}

TEST(TaxonomyTable, VocabulariesStandByName) {
  const Made made({Term("local", "x"), Term("esdNeeds", "5")});
  EXPECT_THAT(made.Ids(), ElementsAre("esdNeed:5", "local:x"));
  EXPECT_THAT(Made::Texts(made.table().vocabulary_names()), ElementsAre("esdNeeds", "local"));
  EXPECT_THAT(made.table().vocabularies(), ElementsAre(VocabularyId(0), VocabularyId(1)));
  EXPECT_EQ(made.table().vocabulary(TaxonomyTermId(1)), "local");
}

// With the ids, the words and the term above that their feeds give them.
TEST(TaxonomyTable, TermsOfFeedsAloneAreAsTheirFeedsSay) {
  const std::string games = "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0561";
  const std::string chess = "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0571";
  record::Service service = waypost::testing::Service("a");
  service.terms = {{"local", "chess", "Chess"}};
  service.organisation = record::Organisation{.id = "o", .terms = {{"local", "games", "Games"}}};
  service.eligibilities = {{.id = "e", .text = "", .terms = {{"local", "young", "Young"}}}};
  service.published_terms = {{.term = service.terms[0],
                              .id = chess,
                              .uri = "https://x.org/Chess",
                              .description = "For all",
                              .parent_id = "0B0A5F7E-3A5E-4D44-8D59-5A5A8F0A0561"},
                             {.term = service.organisation->terms[0], .id = games}};
  record::CollectingSink sink;
  const record::Taxonomy taxonomy;
  FeedTerms terms(taxonomy, sink);
  terms.Add(service);
  const TaxonomyTable table(taxonomy, terms, sink);
  EXPECT_THAT(Made::Texts(table.id_texts()),
              ElementsAre("local:games", "local:chess", "local:young"));
  EXPECT_THAT(table.parents(),
              ElementsAre(TaxonomyTermId::None(), TaxonomyTermId(0), TaxonomyTermId::None()));
  EXPECT_THAT(Made::Texts(table.descriptions()), ElementsAre("", "For all", ""));
  EXPECT_THAT(Made::Texts(table.keys()),
              ::testing::IsSupersetOf({chess, games, std::string("https://x.org/chess")}));
}

TEST(TaxonomyTable, ParentsAndSubtrees) {
  const Made made(Types());
  const auto id = [](std::uint32_t value) { return TaxonomyTermId(value); };
  const TaxonomyTermId none = TaxonomyTermId::None();
  EXPECT_THAT(made.table().parents(), ElementsAre(none, id(0), id(1), id(0), none));
  EXPECT_THAT(made.table().subtree_ends(), ElementsAre(id(4), id(3), id(3), id(4), id(5)));
}

TEST(TaxonomyTable, AMissingParentMakesARootAndIsReported) {
  const Made made({Term("local", "child", "gone")});
  EXPECT_TRUE(made.table().parents()[0].is_none());
  ASSERT_EQ(made.problems().size(), 1U);
  EXPECT_EQ(made.problems()[0].kind, ProblemKind::kMissingParent);
  EXPECT_EQ(made.problems()[0].id, "local:child");
  EXPECT_EQ(made.problems()[0].value, "gone");
}

TEST(TaxonomyTable, AParentIsOfTheSameVocabulary) {
  const Made made({Term("local", "child", "1"), Term("esdNeeds", "1")});
  EXPECT_EQ(made.problems().size(), 1U);
}

TEST(TaxonomyTable, ACircleIsCutOnceAndReported) {
  const Made made({Term("local", "a", "c"), Term("local", "b", "a"), Term("local", "c", "b")});
  EXPECT_EQ(made.table().size(), 3U);
  ASSERT_EQ(made.problems().size(), 1U);
  EXPECT_EQ(made.problems()[0].kind, ProblemKind::kMissingParent);
  const auto& parents = made.table().parents();
  EXPECT_EQ(std::count(parents.begin(), parents.end(), TaxonomyTermId::None()), 1);
}

TEST(TaxonomyTable, ATermAboveItselfBecomesARoot) {
  const Made made({Term("local", "a", "a"), Term("local", "b", "a")});
  EXPECT_EQ(made.problems().size(), 1U);
  EXPECT_TRUE(made.table().parents()[0].is_none());
  EXPECT_EQ(made.table().parents()[1], TaxonomyTermId(0));
}

// A chain of this length would exhaust the stack of a recursive walk.
TEST(TaxonomyTable, NestsAsDeepAsAFileLikes) {
  std::vector<record::VocabularyTerm> terms = {Term("local", "100000")};
  for (int i = 100'001; i < 200'000; ++i) {
    terms.push_back(Term("local", std::to_string(i), std::to_string(i - 1)));
  }
  const Made made(terms);
  EXPECT_EQ(made.table().size(), terms.size());
  EXPECT_EQ(made.table().subtree_ends()[0].index(), terms.size());
}

// ---- warnings

// 1 is sensitive with a text; 11 has a text of its own, 12 takes both away, 2 has neither.
std::vector<record::VocabularyTerm> TypesWithWarnings() {
  std::vector<record::VocabularyTerm> terms = Types();
  for (record::VocabularyTerm& term : terms) {
    if (term.code == "1" || term.code == "11") term.crisis = "Call " + term.code + ".";
    if (term.code == "12") term.crisis = "";
    if (term.code == "1") term.sensitive = true;
    if (term.code == "12") term.sensitive = false;
  }
  return terms;
}

TEST(TaxonomyTable, WhatIsBelowASensitiveTermIsSensitive) {
  const Made made(TypesWithWarnings(), {}, {{"local", "art", "Art"}});
  EXPECT_THAT(made.table().flags(),
              ElementsAre(kSensitiveTerm, kSensitiveTerm, kSensitiveTerm, kSensitiveTerm, 0, 0));
  ASSERT_EQ(made.problems().size(), 1U) << "of 12, which states the opposite";
  EXPECT_EQ(made.problems()[0].kind, ProblemKind::kOverruled);
  EXPECT_EQ(made.problems()[0].id, "esdServiceType:12");
}

TEST(TaxonomyTable, WhatIsAboveASensitiveTermIsNot) {
  std::vector<record::VocabularyTerm> terms = Types();
  for (record::VocabularyTerm& term : terms) term.sensitive = term.code == "11";
  EXPECT_THAT(Made(terms).table().flags(), ElementsAre(0, kSensitiveTerm, kSensitiveTerm, 0, 0));
}

TEST(TaxonomyTable, ATermHasItsOwnCrisisTextOrItsNearestAncestors) {
  const Made made(TypesWithWarnings());
  EXPECT_THAT(Made::Texts(made.table().crises()),
              ElementsAre("Call 1.", "Call 11.", "Call 11.", "Call 1.", ""));
}

// ---- terms of feeds

TEST(TaxonomyTable, TermsOfFeedsAreRoots) {
  const Made made(Types(), {}, {{"local", "art", "Art"}, {"esdServiceTypes", "99", "New"}});
  for (const TaxonomyTermId term :
       {made.Find("local", "art"), made.Find("esdServiceTypes", "99")}) {
    EXPECT_TRUE(made.table().parents()[term.index()].is_none());
  }
  EXPECT_EQ(made.table().label(made.Find("local", "art")), "Art");
  EXPECT_THAT(made.problems(), IsEmpty());
}

TEST(TaxonomyTable, TheVocabularysLabelComesBeforeTheFeeds) {
  const Made made({Term("local", "a", "", "Ours"), Term("local", "b")}, {},
                  {{"local", "a", "Theirs"}, {"local", "b", "Theirs"}});
  EXPECT_EQ(made.table().label(made.Find("local", "a")), "Ours");
  EXPECT_EQ(made.table().label(made.Find("local", "b")), "Theirs");
}

TEST(TaxonomyTable, WithoutLabelTheCodeIsShown) {
  const Made made({}, {}, {{"local", "art", ""}});
  EXPECT_EQ(made.table().label(TaxonomyTermId(0)), "");
  EXPECT_THAT(made.Labels(), ElementsAre("art"));
}

TEST(TaxonomyTable, ATermStatedTwiceIsOne) {
  const Made made({Term("local", "a", "", "First"), Term("local", "a", "", "Second")}, {},
                  {{"local", "a", ""}, {"local", "a", ""}});
  EXPECT_THAT(made.Labels(), ElementsAre("First"));
}

TEST(TaxonomyTable, ATermWithoutCodeIsNone) {
  EXPECT_EQ(Made({}, {}, {{"local", "", "x"}}).table().size(), 0U);
}

// An id of a vocabulary has 16 bits. A feed that makes one up for every service is not searched by
// what is beyond, and must not end the build.
TEST(TaxonomyTable, VocabulariesBeyondTwentyThousandAreNotSearched) {
  std::vector<record::TermRef> carried;
  for (int i = 0; i < 20'001; ++i) carried.push_back({"v" + std::to_string(i), "x", ""});
  const Made made({}, {}, carried);
  EXPECT_EQ(made.table().size(), 20'000U);
  EXPECT_FALSE(made.Find("v0", "x").is_none());
  EXPECT_TRUE(made.Find("v20000", "x").is_none());
}

// ---- mapping

std::vector<record::VocabularyTerm> TypesAndNeeds() {
  std::vector<record::VocabularyTerm> terms = Types();
  terms.push_back(Term("esdNeeds", "5"));
  return terms;
}

TEST(TaxonomyTable, NeedsMapToTypesInOrderAndOnce) {
  const Made made(TypesAndNeeds(), {Maps("5", "2"), Maps("5", "11"), Maps("5", "2")});
  EXPECT_THAT(made.Mapped(made.Find("esdNeeds", "5")),
              ElementsAre(made.Find("esdServiceTypes", "11"), made.Find("esdServiceTypes", "2")));
  EXPECT_THAT(made.Mapped(made.Find("esdServiceTypes", "2")), IsEmpty());
}

TEST(TaxonomyTable, AMappingOfAnUnknownTermIsReported) {
  const Made made(TypesAndNeeds(), {Maps("5", "99"), Maps("99", "2")});
  EXPECT_THAT(made.Mapped(made.Find("esdNeeds", "5")), IsEmpty());
  ASSERT_EQ(made.problems().size(), 2U);
  EXPECT_EQ(made.problems()[0].kind, ProblemKind::kUnknownTerm);
  EXPECT_EQ(made.problems()[0].id, "esdNeed:5");
  EXPECT_EQ(made.problems()[0].value, "esdServiceType:99");
  EXPECT_EQ(made.problems()[1].id, "esdNeed:99");
}

// ---- spellings

TEST(TaxonomyTable, OfficialTermsHaveOfficialSpellings) {
  const Made made(TypesAndNeeds());
  for (const char* key : {"esdservicetype:11", "esdservicetypes:11", "service:11",
                          "http://id.esd.org.uk/service/11", "https://id.esd.org.uk/service/11"}) {
    EXPECT_EQ(made.Meaning(key), "esdServiceType:11") << key;
  }
  for (const char* key : {"esdneed:5", "esdneeds:5", "need:5", "http://id.esd.org.uk/need/5"}) {
    EXPECT_EQ(made.Meaning(key), "esdNeed:5") << key;
  }
}

TEST(TaxonomyTable, BareCodesAreNoSpellings) { EXPECT_EQ(Made(Types()).Meaning("11"), ""); }

TEST(TaxonomyTable, FilesAddSpellings) {
  std::vector<record::VocabularyTerm> terms = Types();
  terms[0].other_ids = {" Second Type "};
  EXPECT_EQ(Made(terms).Meaning("second type"), "esdServiceType:2");
}

TEST(TaxonomyTable, AFileTakesNoSpellingFromAnotherTerm) {
  std::vector<record::VocabularyTerm> terms = Types();
  terms[0].other_ids = {"esdServiceType:1", "service:1"};
  const Made made(terms);
  EXPECT_EQ(made.Meaning("esdservicetype:1"), "esdServiceType:1");
  EXPECT_EQ(made.Meaning("service:1"), "esdServiceType:1");
}

TEST(TaxonomyTable, KeysAscend) {
  const Made made(TypesAndNeeds());
  const std::vector<std::string> keys = Made::Texts(made.table().keys());
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(keys.size(), made.table().key_terms().size());
}

TEST(TaxonomyTable, OfNothingIsEmpty) {
  const Made made({});
  EXPECT_EQ(made.table().size(), 0U);
  EXPECT_EQ(made.table().keys().size(), 0U);
}

TEST(TaxonomyTable, SaysWhichTermsAreNotSearchedWhenVocabulariesAreTooMany) {
  std::vector<record::TermRef> carried;
  for (int i = 0; i < 20'001; ++i) carried.push_back({"v" + std::to_string(i), "1", ""});
  const Made made({}, {}, carried);
  EXPECT_EQ(made.Ids().size(), 20'000u);
  ASSERT_EQ(made.problems().size(), 1u);
  EXPECT_EQ(made.problems()[0].kind, ProblemKind::kUnknownTerm);
  EXPECT_EQ(made.problems()[0].value, "v20000:1");
}

}  // namespace
}  // namespace waypost::prepare
