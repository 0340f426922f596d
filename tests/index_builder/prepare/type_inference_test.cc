// What names and descriptions suggest, with the shipped vocabularies: rules are read from what they
// do. bench/relevance measures them on real records.

#include "index_builder/prepare/type_inference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/load_taxonomies.h"

namespace waypost::prepare {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class TypeInferenceTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    record::CollectingSink sink;
    auto* taxonomy = new record::Taxonomy;
    const absl::Status loaded = sources::LoadTaxonomies(
        {std::string(WAYPOST_SOURCE_DIR) + "/data/taxonomies"}, sink, *taxonomy);
    ASSERT_TRUE(loaded.ok()) << loaded;
    taxonomy_ = taxonomy;
  }
  static void TearDownTestSuite() { delete taxonomy_; }

  std::vector<record::InferredType> Infer(const std::string& name, const std::string& text = "") {
    record::Service service;
    service.name = name;
    service.description = text;
    return inference_.TypesOf(service);
  }

  std::vector<std::string> Codes(const std::string& name, const std::string& text = "") {
    std::vector<std::string> codes;
    for (const record::InferredType& inferred : Infer(name, text)) {
      codes.push_back(inferred.type.code);
    }
    return codes;
  }

  static const record::Taxonomy* taxonomy_;
  text::Analyser analyser_ = *text::Analyser::Create({});
  TypeInference inference_{*taxonomy_, analyser_};
};

const record::Taxonomy* TypeInferenceTest::taxonomy_ = nullptr;

TEST_F(TypeInferenceTest, ANameThatIsALabelSaysSo) {
  EXPECT_THAT(Codes("Debt counselling"), Contains("651"));
  const auto inferred = Infer("Debt counselling in Easton");
  ASSERT_THAT(inferred, SizeIs(1));
  EXPECT_THAT(inferred[0].words, ::testing::HasSubstr("debt"));
}

// The words of the needs that people use lead to the types that meet them.
TEST_F(TypeInferenceTest, SynonymsOfANeedLeadToItsTypes) {
  EXPECT_THAT(Codes("Community warm space", "A warm hub with free tea on Tuesdays."),
              Contains("269"));
  EXPECT_THAT(Codes("New Start Debt Advice", "For people who owe money and cannot pay."),
              Contains("651"));
}

TEST_F(TypeInferenceTest, AWordInPassingSaysNothing) {
  EXPECT_THAT(Codes("Model railway club", "We meet above a shop. Debt is no bar to membership."),
              Not(Contains("651")));
  EXPECT_THAT(Codes("Bell ringers"), IsEmpty());
  EXPECT_THAT(Codes(""), IsEmpty());
}

TEST_F(TypeInferenceTest, AWordThatSaysWhatKindOfThingMustBeThere) {
  // "Carers allowance" is a type; a group for carers is none.
  for (const std::string& code : Codes("Carers coffee morning", "For carers of all ages.")) {
    for (const record::VocabularyTerm& term : taxonomy_->terms) {
      if (term.vocabulary == "esdServiceTypes" && term.code == code) {
        EXPECT_EQ(term.label.find("llowance"), std::string::npos) << term.label;
      }
    }
  }
}

TEST_F(TypeInferenceTest, WhoCarriesATypeGetsNone) {
  record::Service service;
  service.name = "Debt counselling";
  service.terms.push_back({"localActivity", "art", ""});
  EXPECT_THAT(inference_.TypesOf(service), Not(IsEmpty()))
      << "another vocabulary's term is no type";
  service.terms.push_back({"esdServiceTypes", "9", ""});
  EXPECT_THAT(inference_.TypesOf(service), IsEmpty());
}

TEST_F(TypeInferenceTest, AtMostTwoEachByWordsOfTheRecord) {
  const auto inferred =
      Infer("Debt counselling, employment advice, day centre, speech therapy and lunch club");
  EXPECT_LE(inferred.size(), 2U);
  for (const record::InferredType& one : inferred) EXPECT_FALSE(one.words.empty());
}

}  // namespace
}  // namespace waypost::prepare
