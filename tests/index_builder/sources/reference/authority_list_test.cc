#include "index_builder/sources/reference/authority_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using record::Area;
using record::AreaKind;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kMySociety =
    "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,"
    "region,local-authority-type,local-authority-type-name,county-la,combined-authority,alt-names,"
    "former-gss-codes\n"
    "BST,Bristol City Council,City of Bristol,E06000023,,,,England,South West,UA,,,WECA,"
    "\"City of Bristol,Bristol, City of,Bristol UA,bristol\",\n"
    "WECA,West of England Combined Authority,West of England,E47000009,,,,England,South West,COMB,"
    ",,,West of England CA,\n"
    "WMCA,West Midlands Combined Authority,West Midlands,E47000007,,,,England,West Midlands,COMB,"
    ",,,,\n"
    "SHF,Sheffield City Council,Sheffield,E08000019,,,,England,Yorkshire and The Humber,MD,,,,"
    "Sheffield,\n"
    "GLG,Glasgow City Council,Glasgow City,S12000049,,,,Scotland,Scotland,SCO,,,,glasgow,"
    "\"S12000046,S12000043\"\n"
    "DBY,Derbyshire County Council,Derbyshire,E10000007,,,,England,West Midlands,CTY,,,,,\n"
    "AMB,Amber Valley Borough Council,Amber Valley,E07000032,,,,England,East Midlands,NMD,,DBY,,,\n"
    "CBD,Cumberland Council,Cumberland,E06000063,,,,England,North West,UA,,,,,\n"
    "WAF,Westmorland and Furness Council,Westmorland and Furness,E06000064,,,,England,North "
    "West,UA,"
    ",,,,\n"
    "CMA,Cumbria County Council,Cumbria,E10000006,,2023-04-01,\"CBD,WAF\",England,North West,CTY,"
    ",,,,\n"
    "TAU,Taunton Deane Borough Council,Taunton "
    "Deane,E07000190,,2019-03-31,SWT,England,,NMD,,SOM,,,\n"
    "SWT,Somerset West and Taunton Council,Somerset West and Taunton,E07000246,,2023-04-01,SMT,"
    "England,South West,NMD,,SOM,,,\n"
    "SMT,Somerset Council,Somerset,E06000066,,,,England,South West,UA,,,,,\n"
    "NIRA,Moyle District Council,Moyle,,,2015-04-01,,Northern Ireland,,NID,,,,,\n"
    "MDN,Midlothian Council,Midlothian,S12000019,,,,Scotland,Scotland,SCO,,,,shared name,\n"
    "ELN,East Lothian Council,East Lothian,S12000010,,,,Scotland,Scotland,SCO,,,,shared name,\n";

std::vector<AuthorityRow> Rows(std::string_view csv, record::CollectingSink& sink) {
  auto rows =
      ReadAuthorityRows(InputStream::OpenText("authorities.csv", std::string(csv)).value(), sink);
  if (!rows.ok()) ADD_FAILURE() << MessageOf(rows.status());
  return rows.ok() ? std::move(rows).value() : std::vector<AuthorityRow>();
}

AuthorityList ListOf(const std::vector<std::string_view>& files) {
  record::CollectingSink sink;
  AuthorityListBuilder builder;
  for (std::string_view csv : files) builder.Add(Rows(csv, sink));
  EXPECT_TRUE(sink.problems.empty());
  return builder.Build();
}

const Area& Named(const AuthorityList& list, std::string_view name) {
  static const auto& none = *new Area;
  const Area* area = list.FindByName(name);
  if (area == nullptr) ADD_FAILURE() << "no area called " << name;
  return area == nullptr ? none : *area;
}

TEST(AuthorityList, FindsAnAuthorityByItsManyNames) {
  const AuthorityList list = ListOf({kMySociety});
  for (const char* name : {"City of Bristol", "Bristol, City of", "BRISTOL CITY COUNCIL",
                           "Bristol UA", "Bristol", "bristol", "Bristol Council"}) {
    EXPECT_EQ(Named(list, name).code, "E06000023") << name;
  }
  EXPECT_EQ(list.FindByName("Bath"), nullptr);
  EXPECT_EQ(list.FindByName(""), nullptr);
}

TEST(AuthorityList, FindsEitherHalfOfABilingualName) {
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_EQ(Named(list, "Gwlad yr Haf - Somerset").code, "E06000066");
  EXPECT_EQ(Named(list, "Somerset - Gwlad yr Haf").code, "E06000066");
}

TEST(AuthorityList, StatesEverythingThatEnclosesAnArea) {
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_THAT(Named(list, "City of Bristol").parents,
              ElementsAre("E12000009", "E47000009", "E92000001", "K02000001"));
  EXPECT_THAT(Named(list, "Amber Valley").parents,
              ElementsAre("E10000007", "E12000004", "E92000001", "K02000001"));
  EXPECT_THAT(Named(list, "Glasgow City").parents, ElementsAre("K02000001", "S92000003"));
  EXPECT_THAT(Named(list, "South West").parents, ElementsAre("E92000001", "K02000001"));
}

TEST(AuthorityList, TakesTheRegionOfACountyFromItsDistricts) {
  // The list says West Midlands for Derbyshire; its districts know better.
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_THAT(Named(list, "Derbyshire").parents,
              ElementsAre("E12000004", "E92000001", "K02000001"));
}

TEST(AuthorityList, LeavesTheNameOfARegionToTheRegion) {
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_EQ(Named(list, "West Midlands").kind, AreaKind::kRegion);
  EXPECT_EQ(Named(list, "West Midlands Combined Authority").code, "E47000007");
  EXPECT_EQ(Named(list, "West of England").code, "E47000009");
}

TEST(AuthorityList, KnowsFormerCodes) {
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_EQ(list.CanonicalCode("S12000043"), "S12000049");
  EXPECT_EQ(list.CanonicalCode("S12000049"), "S12000049");
  EXPECT_EQ(list.CanonicalCode("E07009999"), "E07009999");
  EXPECT_EQ(list.CanonicalCode("E99999999"), "");
  EXPECT_EQ(list.CanonicalCode(""), "");
  EXPECT_EQ(list.FindByCode("S12000046")->name, "Glasgow City");
  EXPECT_EQ(list.FindByCode("X"), nullptr);
}

TEST(AuthorityList, BringsRecodedAuthoritiesUnderTheNewCode) {
  const AuthorityList list = ListOf({"former_code,code\nE08000019,E08000039\n", kMySociety});
  EXPECT_EQ(list.CanonicalCode("E08000019"), "E08000039");
  const Area& sheffield = Named(list, "Sheffield");
  EXPECT_EQ(sheffield.code, "E08000039");
  EXPECT_THAT(sheffield.other_names, Contains("E08000019"));
}

TEST(AuthorityList, GivesTheNameOfAnEndedAuthorityToItsSuccessor) {
  const AuthorityList list = ListOf({kMySociety});
  // Taunton Deane became a part of one district, which became a part of Somerset.
  EXPECT_EQ(Named(list, "Taunton Deane Borough Council").code, "E06000066");
  EXPECT_EQ(list.CanonicalCode("E07000190"), "E06000066");
  EXPECT_EQ(list.FindByName("Moyle"), nullptr);
}

TEST(AuthorityList, KeepsAnEndedCountyThatSeveralReplaced) {
  const AuthorityList list = ListOf({kMySociety});
  EXPECT_EQ(Named(list, "Cumbria").kind, AreaKind::kCounty);
  EXPECT_THAT(Named(list, "Cumberland").parents, Contains("E10000006"));
  EXPECT_THAT(Named(list, "Westmorland and Furness").parents, Contains("E10000006"));
}

TEST(AuthorityList, KeepsANameThatTwoClaimForNeither) {
  EXPECT_EQ(ListOf({kMySociety}).FindByName("shared name"), nullptr);
}

TEST(AuthorityList, AlwaysKnowsRegionsNationsAndTheCountry) {
  const AuthorityList list = AuthorityListBuilder().Build();
  EXPECT_EQ(list.areas().size(), 14u);
  for (const char* name : {"UK", "national", "Great Britain", "nationwide", "United Kingdom"}) {
    EXPECT_EQ(Named(list, name).kind, AreaKind::kCountry) << name;
  }
  EXPECT_EQ(Named(list, "Cymru").code, "W92000004");
  EXPECT_EQ(Named(list, "Eastern").code, "E12000006");
}

TEST(AuthorityList, TakesTheFirstListForNamesAndTheOthersForMoreNames) {
  constexpr std::string_view kGovUk =
      "id,gss,snac,local_custodian_code,tier_id,parent_local_authority_id,slug,country_name,"
      "homepage_url,name\n"
      "7,E10000007,,,1,,derbyshire,England,,Derbyshire CC\n"
      "8,E07000032,,,2,7,amber-valley,England,,Valley of Amber\n"
      "9,S12000046,,,3,,glasgow,Scotland,,Glasgow\n";
  const AuthorityList list = ListOf({kMySociety, kGovUk});
  EXPECT_EQ(Named(list, "Valley of Amber").name, "Amber Valley");
  // gov.uk still has the code before last.
  EXPECT_EQ(Named(list, "Glasgow").code, "S12000049");
  const AuthorityList alone = ListOf({kGovUk});
  EXPECT_THAT(Named(alone, "Valley of Amber").parents,
              ElementsAre("E10000007", "E92000001", "K02000001"));
}

TEST(AuthorityList, KnowsMetropolitanCountiesOfItsMembers) {
  const AuthorityList list =
      ListOf({"kind,code,name,other_names,parents\nauthority,E08000012,Liverpool,,E12000002\n"});
  EXPECT_THAT(Named(list, "Liverpool").parents,
              ElementsAre("E11000002", "E12000002", "E92000001", "K02000001"));
  EXPECT_EQ(list.FindByName("Tyne and Wear"), nullptr);
}

TEST(AuthorityList, SurvivesRecodingsThatRunInACircle) {
  const AuthorityList list = ListOf({"former_code,code\nE06000001,E06000002\nE06000002,E06000001\n",
                                     "kind,code,name,other_names,parents\n"
                                     "authority,E06000001,Here,,E06000002\n"});
  EXPECT_EQ(Named(list, "Here").code, "E06000001");
}

TEST(AuthorityList, FindsInNamesWithManyDashesWithoutDescendingIntoThem) {
  std::string name;
  for (int i = 0; i < 200000; ++i) name += "a - ";
  EXPECT_EQ(AuthorityListBuilder().Build().FindByName(name), nullptr);
}

TEST(ReadAuthorityRows, SkipsCommentsAndReportsRowsWithoutCode) {
  record::CollectingSink sink;
  const auto rows = Rows(
      "# a comment\nkind,code,name,other_names,parents\n"
      "authority,,Nowhere,,\n"
      "kingdom,E1,Narnia,,\n"
      "county,E10000016,Kent,Kent County Council|kent,E12000008|E92000001\n",
      sink);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_THAT(rows[0].other_names, ElementsAre("Kent County Council", "kent"));
  ASSERT_EQ(sink.problems.size(), 2u);
  EXPECT_THAT(sink.problems[0].outcome, HasSubstr("line 3"));
  EXPECT_THAT(sink.problems[1].value, HasSubstr("Narnia"));
}

TEST(ReadAuthorityRows, RefusesATableOfSomethingElse) {
  record::CollectingSink sink;
  const auto rows =
      ReadAuthorityRows(InputStream::OpenText("x.csv", "id,colour\n1,red\n").value(), sink);
  ASSERT_FALSE(rows.ok());
  EXPECT_THAT(MessageOf(rows.status()), HasSubstr("x.csv: line 1"));
  EXPECT_THAT(MessageOf(rows.status()), HasSubstr("\"colour\""));
}

TEST(LooksLikeAuthorityList, TellsListsFromGeoJson) {
  const auto looks = [](std::string text) {
    auto stream = InputStream::OpenText("x", std::move(text)).value();
    return LooksLikeAuthorityList(*stream).value();
  };
  EXPECT_TRUE(looks(std::string(kMySociety)));
  EXPECT_TRUE(looks("# comment\nformer_code,code\n"));
  EXPECT_FALSE(looks(R"({"type":"FeatureCollection","features":[]})"));
  EXPECT_FALSE(looks(""));
}

}  // namespace
}  // namespace waypost::sources
