#include "engine/taxonomy/taxonomy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "engine/format/jagged_rows.h"

namespace waypost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint32_t kNone = TaxonomyTermId::None().value();

// A term as the columns hold it: by number, in depth-first order.
struct Row {
  std::uint16_t vocabulary;
  std::uint32_t parent;
  std::uint32_t subtree_end;
  const char* id;
  const char* label;
  std::vector<TaxonomyTermId> mapped;
};

// esdNeeds: 5 > 51, 6. esdServiceTypes: 1 > (11 > 111, 12), 2. local: 2.
const std::vector<Row> kRows = {
    {0, kNone, 2, "esdNeed:5", "need five", {TaxonomyTermId(4)}},
    {0, 0, 2, "esdNeed:51", "need fifty-one", {TaxonomyTermId(6), TaxonomyTermId(7)}},
    {0, kNone, 3, "esdNeed:6", "need six", {}},
    {1, kNone, 7, "esdServiceType:1", "type one", {}},
    {1, 3, 6, "esdServiceType:11", "type eleven", {}},
    {1, 4, 6, "esdServiceType:111", "type hundred", {}},
    {1, 3, 7, "esdServiceType:12", "type twelve", {}},
    {1, kNone, 8, "esdServiceType:2", "type two", {}},
    {2, kNone, 9, "2", "two", {}}};
const std::vector<std::string_view> kVocabularies = {"esdNeeds", "esdServiceTypes", "local"};
// Besides the canonical ids.
const std::map<std::string, std::uint32_t> kSpellings = {{"esdneeds:5", 0},
                                                         {"esdservicetypes:2", 7},
                                                         {"esdservicetypes:11", 4},
                                                         {"http://id.esd.org.uk/service/11", 4},
                                                         {"hand-made spelling", 6}};

class TaxonomyTest : public ::testing::Test {
 protected:
  TaxonomyTest() {
    for (std::string_view name : kVocabularies) names_.AddRow(name);
    std::map<std::string, std::uint32_t> keys = kSpellings;
    for (std::uint32_t i = 0; i < kRows.size(); ++i) {
      const Row& row = kRows[i];
      vocabularies_.push_back(VocabularyId(row.vocabulary));
      parents_.push_back(TaxonomyTermId(row.parent));
      ends_.push_back(TaxonomyTermId(row.subtree_end));
      ids_.AddRow(row.id);
      labels_.AddRow(row.label);
      mapped_.AddRow(row.mapped);
      keys.emplace(TermKey(row.id), i);
    }
    for (const auto& [key, term] : keys) {
      keys_.AddRow(key);
      key_terms_.push_back(TaxonomyTermId(term));
    }
  }

  Taxonomy taxonomy() const {
    TaxonomyColumns columns;
    columns.vocabulary_names = Text<VocabularyId>(names_);
    columns.vocabulary = Column<TaxonomyTermId, VocabularyId>(vocabularies_);
    columns.parent = Column<TaxonomyTermId, TaxonomyTermId>(parents_);
    columns.subtree_end = Column<TaxonomyTermId, TaxonomyTermId>(ends_);
    columns.id_text = Text<TaxonomyTermId>(ids_);
    columns.label = Text<TaxonomyTermId>(labels_);
    columns.mapped = {mapped_.offsets(), mapped_.values()};
    columns.keys = Text<TermKeyOrdinal>(keys_);
    columns.key_terms = Column<TermKeyOrdinal, TaxonomyTermId>(key_terms_);
    return Taxonomy(columns);
  }

  // The canonical id of what is found; "none" for nothing.
  std::string Found(std::string_view text) const {
    const auto term = taxonomy().Find(text);
    return term ? std::string(taxonomy().id_text(*term)) : "none";
  }
  std::string FoundIn(std::string_view text,
                      const std::vector<std::string_view>& vocabularies) const {
    const auto term = taxonomy().FindIn(text, vocabularies);
    return term ? std::string(taxonomy().id_text(*term)) : "none";
  }

 private:
  template <typename Id>
  static TextColumn<Id> Text(const TextRows& rows) {
    return TextColumn<Id>(JaggedColumn<Id, char>(rows.offsets(), rows.values()));
  }

  TextRows names_, ids_, labels_, keys_;
  std::vector<VocabularyId> vocabularies_;
  std::vector<TaxonomyTermId> parents_, ends_, key_terms_;
  JaggedRows<TaxonomyTermId> mapped_;
};

TEST(TermKey, IsLowerCaseWithoutSpaceAround) {
  EXPECT_EQ(TermKey(" \tesdServiceType:242\r\n"), "esdservicetype:242");
  EXPECT_EQ(TermKey("Gender_Female"), "gender_female");
  EXPECT_EQ(TermKey(" \n"), "");
  EXPECT_EQ(TermKey(""), "");
}

TEST(TermKey, LeavesOtherBytesAlone) { EXPECT_EQ(TermKey("ÉA"), "Éa"); }

TEST_F(TaxonomyTest, TypesServingANeedAreThoseOfWhatIsBelowItToo) {
  const auto serving = [&](std::uint32_t term) {
    std::vector<std::uint32_t> types;
    for (TaxonomyTermId type : taxonomy().TypesServing(TaxonomyTermId(term))) {
      types.push_back(type.value());
    }
    return types;
  };
  EXPECT_THAT(serving(0), ElementsAre(4, 6, 7));
  EXPECT_THAT(serving(1), ElementsAre(6, 7));
  EXPECT_THAT(serving(2), IsEmpty());
}

TEST_F(TaxonomyTest, FindsTheCanonicalId) {
  EXPECT_EQ(Found("esdServiceType:11"), "esdServiceType:11");
  EXPECT_EQ(Found("esdNeed:5"), "esdNeed:5");
}

TEST_F(TaxonomyTest, FindsOtherSpellings) {
  EXPECT_EQ(Found("esdServiceTypes:11"), "esdServiceType:11");
  EXPECT_EQ(Found("http://id.esd.org.uk/service/11"), "esdServiceType:11");
  EXPECT_EQ(Found("hand-made spelling"), "esdServiceType:12");
}

TEST_F(TaxonomyTest, FindsCaseBlindAndTrimmed) {
  EXPECT_EQ(Found(" ESDSERVICETYPE:11 "), "esdServiceType:11");
}

TEST_F(TaxonomyTest, FindsWholeTextsOnly) {
  for (const char* text : {"", " ", "esdServiceType:", "esdServiceType:1111", "zzz", "!"}) {
    EXPECT_EQ(Found(text), "none") << text;
  }
}

TEST_F(TaxonomyTest, FindInTakesABareCode) {
  EXPECT_EQ(FoundIn("11", {"esdServiceTypes"}), "esdServiceType:11");
  EXPECT_EQ(FoundIn(" 5 ", {"esdServiceTypes", "esdNeeds"}), "esdNeed:5");
}

// "2" alone is the id of a local term too.
TEST_F(TaxonomyTest, FindInPrefersItsVocabularies) {
  EXPECT_EQ(Found("2"), "2");
  EXPECT_EQ(FoundIn("2", {"esdServiceTypes"}), "esdServiceType:2");
  EXPECT_EQ(FoundIn("2", {"local"}), "2");
}

TEST_F(TaxonomyTest, FindInFindsNothingElsewhere) {
  EXPECT_EQ(FoundIn("esdNeed:5", {"esdServiceTypes"}), "none");
  EXPECT_EQ(FoundIn("11", {"esdNeeds"}), "none");
  EXPECT_EQ(FoundIn("11", {}), "none");
}

TEST_F(TaxonomyTest, ATermIsWithinItselfAndItsAncestors) {
  const Taxonomy taxonomy = this->taxonomy();
  const auto type = [&](const char* id) { return *taxonomy.Find(id); };
  const TaxonomyTermId one = type("esdServiceType:1"), eleven = type("esdServiceType:11"),
                       hundred = type("esdServiceType:111"), twelve = type("esdServiceType:12");
  EXPECT_TRUE(taxonomy.IsWithin(one, one));
  EXPECT_TRUE(taxonomy.IsWithin(eleven, one));
  EXPECT_TRUE(taxonomy.IsWithin(hundred, one));
  EXPECT_FALSE(taxonomy.IsWithin(one, eleven)) << "an ancestor";
  EXPECT_FALSE(taxonomy.IsWithin(twelve, eleven)) << "a sibling";
  EXPECT_FALSE(taxonomy.IsWithin(type("esdServiceType:2"), one)) << "the next root";
  EXPECT_FALSE(taxonomy.IsWithin(type("esdNeed:6"), one)) << "the vocabulary before";
}

// The ranges say the same as the way up over the parents.
TEST_F(TaxonomyTest, RangesAgreeWithParents) {
  const Taxonomy taxonomy = this->taxonomy();
  const auto is_above = [&](TaxonomyTermId ancestor, TaxonomyTermId term) {
    for (; !term.is_none(); term = taxonomy.parent(term)) {
      if (term == ancestor) return true;
    }
    return false;
  };
  for (std::uint32_t a = 0; a < taxonomy.size(); ++a) {
    for (std::uint32_t b = 0; b < taxonomy.size(); ++b) {
      const TaxonomyTermId term(a), ancestor(b);
      EXPECT_EQ(taxonomy.IsWithin(term, ancestor), is_above(ancestor, term)) << a << " " << b;
    }
  }
}

TEST_F(TaxonomyTest, NeedsMapToServiceTypes) {
  const Taxonomy taxonomy = this->taxonomy();
  EXPECT_THAT(taxonomy.mapped(*taxonomy.Find("esdNeed:51")),
              ElementsAre(TaxonomyTermId(6), TaxonomyTermId(7)));
  EXPECT_THAT(taxonomy.mapped(*taxonomy.Find("esdNeed:6")), IsEmpty());
}

// What a need is served by is mapped to it or to one of its descendants: one range of rows.
TEST_F(TaxonomyTest, TheDescendantsOfANeedAreARange) {
  const Taxonomy taxonomy = this->taxonomy();
  const TaxonomyTermId need = *taxonomy.Find("esdNeed:5");
  std::vector<TaxonomyTermId> types;
  for (TaxonomyTermId term = need; term < taxonomy.subtree_end(need); ++term) {
    types.insert(types.end(), taxonomy.mapped(term).begin(), taxonomy.mapped(term).end());
  }
  EXPECT_THAT(types, ElementsAre(TaxonomyTermId(4), TaxonomyTermId(6), TaxonomyTermId(7)));
}

TEST_F(TaxonomyTest, TermsHaveLabelsAndVocabularies) {
  const Taxonomy taxonomy = this->taxonomy();
  const TaxonomyTermId eleven = *taxonomy.Find("esdServiceType:11");
  EXPECT_EQ(taxonomy.label(eleven), "type eleven");
  EXPECT_EQ(taxonomy.vocabulary_name(taxonomy.vocabulary(eleven)), "esdServiceTypes");
}

TEST_F(TaxonomyTest, VocabulariesAreFoundByExactName) {
  EXPECT_EQ(taxonomy().FindVocabulary("esdServiceTypes"), VocabularyId(1));
  EXPECT_FALSE(taxonomy().FindVocabulary("esdservicetypes"));
  EXPECT_FALSE(taxonomy().FindVocabulary(""));
}

TEST_F(TaxonomyTest, IdTextsAreOfTheVocabulariesInOrder) {
  const std::vector<std::string_view> vocabularies = {"local", "esdNeeds"};
  EXPECT_THAT(taxonomy().IdTexts(vocabularies),
              ElementsAre("esdNeed:5", "esdNeed:51", "esdNeed:6", "2"));
}

TEST(Taxonomy, OfNothingHasNothing) {
  const Taxonomy taxonomy;
  EXPECT_EQ(taxonomy.size(), 0U);
  EXPECT_FALSE(taxonomy.Find("1"));
  EXPECT_FALSE(taxonomy.FindVocabulary("esdNeeds"));
}

}  // namespace
}  // namespace waypost
