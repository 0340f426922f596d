#include "index_builder/record/term_ref.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waypost::record {
namespace {

TermRef OfId(std::string_view id, std::string_view vocabulary = "") {
  return ReadTermRef({.id = id, .vocabulary = vocabulary});
}

TEST(ReadTermRef, ReadsEverySpellingOfAServiceType) {
  const TermRef expected{"esdServiceTypes", "242", ""};
  for (const char* id :
       {"esdServiceType:242", "esdServiceTypes:242", "ESDservicetype:242", "service:242",
        "service: 242", "http://id.esd.org.uk/service/242", "https://id.esd.org.uk/service/242/"}) {
    EXPECT_EQ(OfId(id), expected) << id;
    EXPECT_EQ(OfId(id, "something else"), expected) << id;
  }
  EXPECT_EQ(OfId("242", "esdServiceTypes"), expected);
  EXPECT_EQ(OfId(" 242 ", "ESD service types"), expected);
  EXPECT_EQ(OfId("242", "http://id.esd.org.uk/list/englishAndWelshServices"), expected);
}

TEST(ReadTermRef, ReadsNeedsAndCircumstances) {
  EXPECT_EQ(OfId("need:122"), (TermRef{"esdNeeds", "122", ""}));
  EXPECT_EQ(OfId("esdNeed:69"), (TermRef{"esdNeeds", "69", ""}));
  EXPECT_EQ(OfId("http://id.esd.org.uk/need/69"), (TermRef{"esdNeeds", "69", ""}));
  EXPECT_EQ(OfId("circumstance:191"), (TermRef{"esdCircumstances", "191", ""}));
  EXPECT_EQ(OfId("Gender_Female", "esdCircumstances"),
            (TermRef{"esdCircumstances", "Gender_Female", ""}));
}

TEST(ReadTermRef, ReadsOtherKnownSchemes) {
  EXPECT_EQ(OfId("https://openactive.io/activity-list#c07d63a0"),
            (TermRef{"openActiveActivity", "c07d63a0", ""}));
  EXPECT_EQ(OfId("openActiveActivity:c07d63a0"), (TermRef{"openActiveActivity", "c07d63a0", ""}));
  EXPECT_EQ(OfId("c07d63a0", "Activity"), (TermRef{"openActiveActivity", "c07d63a0", ""}));
  EXPECT_EQ(OfId("openEligibility:1102"), (TermRef{"openEligibility", "1102", ""}));
  EXPECT_EQ(OfId("snomedCT:73211009"), (TermRef{"snomedCT", "73211009", ""}));
}

TEST(ReadTermRef, KeepsLocalVocabularies) {
  EXPECT_EQ(OfId("bccservicetype:78"), (TermRef{"bccservicetype", "78", ""}));
  EXPECT_EQ(OfId("bccservicetype:78", "BCC Service Types"),
            (TermRef{"BCC Service Types", "78", ""}));
  EXPECT_EQ(OfId("12", "BCC Age Groups"), (TermRef{"BCC Age Groups", "12", ""}));
  EXPECT_EQ(OfId("other:12", "BCC Age Groups"), (TermRef{"BCC Age Groups", "other:12", ""}));
  EXPECT_EQ(OfId("1149"), (TermRef{"", "1149", ""}));
  EXPECT_EQ(OfId("http://example.org/terms/5"), (TermRef{"", "http://example.org/terms/5", ""}));
}

TEST(ReadTermRef, PrefersUriThenCodeThenId) {
  const TermRef term = ReadTermRef({.id = "3f7b145d-84af-42d7-8fae-eaca714b02b2",
                                    .code = "17",
                                    .name = " Libraries ",
                                    .taxonomy = "local",
                                    .uri = "http://id.esd.org.uk/service/437"});
  EXPECT_EQ(term, (TermRef{"esdServiceTypes", "437", "Libraries"}));
  EXPECT_EQ(ReadTermRef({.id = "3f7b", .code = "17", .name = "L", .taxonomy = "local"}),
            (TermRef{"local", "17", "L"}));
  EXPECT_EQ(ReadTermRef({.name = "Homeless", .taxonomy = "audience"}),
            (TermRef{"audience", "Homeless", "Homeless"}));
  EXPECT_EQ(ReadTermRef({}), (TermRef{}));
}

// The UK profile of 3.0 has `term` where HSDS has `code`.
TEST(ReadTermRef, ReadsTheTermOfTheUkProfileBeforeTheId) {
  const std::string_view id = "4925f4ad-0d1c-4f0a-8e0d-5b0b8f1b9d11";
  for (const char* text :
       {"esdServiceType:298", "http://id.esd.org.uk/service/298", "298", "esdServiceTypes:298"}) {
    EXPECT_EQ(
        ReadTermRef({.id = id, .term = text, .name = "Carers", .taxonomy = "esdServiceTypes"}),
        (TermRef{"esdServiceTypes", "298", "Carers"}))
        << text;
  }
  EXPECT_EQ(ReadTermRef({.id = id, .code = "7", .term = "8", .taxonomy = "local"}),
            (TermRef{"local", "7", ""}));
  EXPECT_EQ(ReadTermRef({.id = "esdNeed:1", .term = "esdServiceType:2"}),
            (TermRef{"esdServiceTypes", "2", ""}));
  // As we write the terms of local lists ourselves.
  EXPECT_EQ(ReadTermRef({.id = id, .term = "BCC Age Groups:12", .taxonomy = "BCC Age Groups"}),
            (TermRef{"BCC Age Groups", "12", ""}));
  EXPECT_EQ(ReadTermRef({.id = id, .term = "carers", .name = "Carers", .taxonomy = "local"}),
            (TermRef{"local", std::string(id), "Carers"}));
}

TEST(CanonicalTermId, IsOneIdForOnePair) {
  EXPECT_EQ(CanonicalTermId({"esdServiceTypes", "242", "x"}), "esdServiceType:242");
  EXPECT_EQ(CanonicalTermId({"esdNeeds", "69", ""}), "esdNeed:69");
  EXPECT_EQ(CanonicalTermId({"esdCircumstances", "Gender_Female", ""}),
            "esdCircumstance:Gender_Female");
  EXPECT_EQ(CanonicalTermId({"BCC Age Groups", "12", ""}), "BCC Age Groups:12");
  EXPECT_EQ(CanonicalTermId({"a:b%", "c:d", ""}), "a%3Ab%25:c:d");
  EXPECT_EQ(CanonicalTermId({"", "12", ""}), "12");
  EXPECT_EQ(CanonicalTermId({"", "a:b", ""}), ":a:b");
}

TEST(ParseCanonicalTermId, InvertsCanonicalTermId) {
  for (const TermRef& term :
       std::initializer_list<TermRef>{{"esdServiceTypes", "242", ""},
                                      {"esdNeeds", "69", ""},
                                      {"esdCircumstances", "Gender_Female", ""},
                                      {"esdFunctions", "22", ""},
                                      {"openActiveActivity", "c07d", ""},
                                      {"openEligibility", "1102", ""},
                                      {"BCC Age Groups", "12", ""},
                                      {"a:b%", "c:d", ""},
                                      {"%3A", "x", ""},
                                      {"", "12", ""},
                                      {"", "a:b", ""},
                                      {"", "http://example.org/5", ""}}) {
    EXPECT_EQ(ParseCanonicalTermId(CanonicalTermId(term)), term) << CanonicalTermId(term);
  }
  EXPECT_EQ(ParseCanonicalTermId("need:122"), (TermRef{"esdNeeds", "122", ""}));
  EXPECT_EQ(ParseCanonicalTermId(""), std::nullopt);
  EXPECT_EQ(ParseCanonicalTermId("x:"), std::nullopt);
}

TEST(ReadTermRef, ANameThatIsAnIdIsOfItsVocabulary) {
  const TermRef term = ReadTermRef({.name = "esdServiceType:242"});
  EXPECT_EQ(term.vocabulary, "esdServiceTypes");
  EXPECT_EQ(term.code, "242");
}

TEST(AddTerm, AddsEachOnceAndNoEmptyOne) {
  std::vector<TermRef> terms;
  AddTerm({"v", "1", "One"}, terms);
  AddTerm({"v", "1", "Another label"}, terms);
  AddTerm({"w", "1", "One"}, terms);
  AddTerm({"v", "", "None"}, terms);
  EXPECT_THAT(terms, ::testing::ElementsAre(TermRef{"v", "1", "One"}, TermRef{"w", "1", "One"}));
}

TEST(LinksEligibility, ByTheTypeOfTheLink) {
  for (const char* type : {"eligibility", "service_eligibility", "Eligibility criteria"}) {
    EXPECT_TRUE(LinksEligibility(type)) << type;
  }
  for (const char* type : {"", "service", "eligible"}) EXPECT_FALSE(LinksEligibility(type)) << type;
}

}  // namespace
}  // namespace waypost::record
