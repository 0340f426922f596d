#include "index_builder/sources/hsds_tabular.h"

#include <map>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "index_builder/sources/hsds_tables.h"
#include "tests/index_builder/sources/packed_files.h"
#include "tests/index_builder/sources/read_all.h"
#include "tests/index_builder/sources/shared_data.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Files = std::map<std::string, std::string>;

ReadResult Read(const Files& files, record::CollectingSink& sink) {
  const TemporaryFolder folder;
  for (const auto& [name, content] : files) folder.Write(name, content);
  return ReadAll(
      OpenHsdsTabular({.id = "s", .path = folder.path(), .format = "", .mapping = ""}, sink));
}

// The tables of version 1.x in plural and singular as ORUK 1.0 publishes them.
Files Version1() {
  return {
      {"services.csv",
       "id,organization_id,name,description,status,deliverable_type,assured_date,attending_type,"
       "attending_access,fees\n"
       "s1,o1,Lunch club,Soup,active,Advice,2024-01-31,venue,drop-in,None\n"
       "s2,o9,Helpline,,,,,phone,,\n"},
      {"organizations.csv", "id,name,description,url\no1,Age Well,About,www.example.org\n"},
      {"services_at_location.csv", "id,service_id,location_id\nsl1,s1,l1\nsl2,s1,l9\n"},
      {"locations.csv", "id,name,latitude,longitude\nl1,Hall,51.45,-2.58\nl2,Unused,,\n"},
      {"physical_addresses.csv",
       "id,location_id,attention,address_1,address_2,city,state_province,postal_code,country\n"
       "a1,l1,Somebody,1 High Street,,Bristol,Avon,BS1 4TR,GB\n"},
      {"regular_schedules.csv",
       "id,service_id,service_at_location_id,weekday,opens_at,closes_at,freq,byday,dtstart\n"
       "r1,s1,,,10:00,12:00,WEEKLY,\"TU,WE\",\n"
       "r2,,sl1,5,09:00:00,11:00:00,,,\n"},
      {"holiday_schedules.csv",
       "id,service_id,closed,opens_at,closes_at,start_date,end_date\nh1,s1,true,,,2024-12-24,2024-"
       "12-26\n"},
      {"contacts.csv", "id,service_id,name,title\nc1,s1,Office,Manager\n"},
      {"phones.csv",
       "id,contact_id,number,language\np1,c1,0117 496 0000,en\np2,c9,0117 496 0001,en\n"},
      {"eligibility.csv", "id,service_id,eligibility,minimum_age,maximum_age\ne1,s1,adult,60,\n"},
      {"cost_option.csv", "id,service_id,option,amount\nco1,s1,Meal,4.50\n"},
      {"service_areas.csv", "id,service_id,service_area\nsa1,s1,Bristol\n"},
      {"languages.csv", "id,service_id,language\nla1,s1,English\n"},
      {"funding.csv", "id,service_id,source\nf1,s1,Council\n"},
      {"accessibility_for_disabilities.csv", "id,location_id,accessibility\nac1,l1,wheelchair\n"},
      {"taxonomy.csv",
       "id,name,parent_id,vocabulary\nesdServiceType:437,Libraries,,esdServiceTypes\n"
       "t2,Older people,,Audience\n"},
      {"services_taxonomy.csv", "id,service_id,taxonomy_id\nst1,s1,esdServiceType:437\n"},
      {"link_taxonomy.csv", "id,link_type,link_id,taxonomy_id\nlt1,eligibility,e1,t2\n"},
      {"reviews.csv", "id,service_id,reviewer_organization_id,title,score\nre1,s1,o1,Good,5\n"},
      {"notes.csv", "id\n1\n"},
  };
}

TEST(HsdsTabular, JoinsTheTablesOfVersionOne) {
  record::CollectingSink sink;
  const ReadResult result = Read(Version1(), sink);
  ASSERT_EQ(result.error, "");
  EXPECT_EQ(result.records_read, 2u);
  ASSERT_EQ(result.services.size(), 2u);
  const record::Service& service = result.services[0];
  EXPECT_EQ(service.source, "s");
  EXPECT_EQ(service.id, "s1");
  EXPECT_EQ(service.status, Status::kActive);
  EXPECT_EQ(service.access, EnumSet<Access>{Access::kDropIn});
  EXPECT_EQ(service.attending, EnumSet<Attending>{Attending::kVenue});
  EXPECT_EQ(service.assured_date, ParseIsoDate("2024-01-31"));
  EXPECT_THAT(service.deliverable_types, ElementsAre("Advice"));
  ASSERT_TRUE(service.organisation);
  EXPECT_EQ(service.organisation->name, "Age Well");
  EXPECT_EQ(service.organisation->url, "http://www.example.org");
  ASSERT_EQ(service.locations.size(), 1u);
  const record::ServiceAtLocation& at = service.locations[0];
  EXPECT_EQ(at.id, "sl1");
  EXPECT_EQ(at.location.position, LatLng::FromDegrees(51.45, -2.58));
  EXPECT_THAT(at.location.address.lines, ElementsAre("1 High Street"));
  EXPECT_EQ(at.location.address.postcode, "BS1 4TR");
  EXPECT_EQ(at.location.accessibility.at(0).feature, Accessibility::kWheelchair);
  ASSERT_EQ(service.schedules.size(), 1u);
  EXPECT_EQ(service.schedules[0].byday.size(), 2u);
  ASSERT_EQ(at.schedules.size(), 1u);
  EXPECT_EQ(at.schedules[0].byday.at(0).weekday, Weekday::kFriday);
  EXPECT_EQ(service.holiday_schedules.at(0).closed, true);
  ASSERT_EQ(service.contacts.size(), 1u);
  EXPECT_EQ(service.contacts[0].phones.at(0).number, "0117 496 0000");
  EXPECT_EQ(service.ages, (std::vector<record::AgeRange>{{60, std::nullopt}}));
  EXPECT_EQ(service.eligibilities.at(0).text, "adult");
  EXPECT_EQ(service.eligibilities[0].terms.at(0),
            (record::TermRef{"Audience", "t2", "Older people"}));
  EXPECT_EQ(service.cost_options.at(0).amount, 4.5);
  EXPECT_EQ(service.areas.at(0).name, "Bristol");
  EXPECT_EQ(service.languages.at(0).code, "en");
  EXPECT_THAT(service.fundings, ElementsAre("Council"));
  EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"esdServiceTypes", "437", "Libraries"}));
  EXPECT_EQ(service.reviews.at(0).score, "5");
  EXPECT_EQ(service.extras, "");
}

TEST(HsdsTabular, MissingParentsAndOrphansAreReported) {
  record::CollectingSink sink;
  const ReadResult result = Read(Version1(), sink);
  std::vector<std::string> told;
  for (const record::Problem& problem : sink.problems) {
    if (problem.kind != ProblemKind::kMissingParent) continue;
    told.push_back(problem.entity + "." + problem.field + " " + problem.value);
  }
  EXPECT_THAT(told,
              ElementsAre("phones.contact_id c9", "locations.id 1 of 2 rows",
                          "service_at_location.location_id l9", "service.organization_id o9"));
  EXPECT_EQ(result.services.at(1).organisation.value().id, "o9");
  EXPECT_EQ(result.services[1].organisation->name, "");
  // notes.csv is no table of the standard.
  EXPECT_EQ(CountOf(sink, ProblemKind::kUnknownWord), 1u);
}

TEST(HsdsTabular, ReadsVersionTwoWithTaxonomyIdsAndPrograms) {
  record::CollectingSink sink;
  const ReadResult result =
      Read({{"service.csv",
             "id,program_id,name,status,taxonomy_ids,licenses\n"
             "s1,p1,A,active,\"t1, esdServiceType:9\",L\n"},
            {"organization.csv", "id,name\no1,Org\n"},
            {"program.csv", "id,organization_id,name\np1,o1,Warm homes\n"},
            {"service_at_location.csv", "id,service_id,location_id,description\nx,s1,l1,Room 2\n"},
            {"location.csv", "id,name,location_type\nl1,Hall,\n"},
            {"postal_address.csv", "id,location_id,address_1,postal_code\na,l1,PO Box 1,BS1 4TR\n"},
            {"regular_schedule.csv",
             "id,service_id,location_id,weekday,opens_at,closes_at\nr,s1,l1,Monday,9:00,17:00\n"},
            {"phone.csv", "id,organization_id,number,type\np,o1,0117 496 0000,voice\n"},
            {"taxonomy.csv", "id,name,vocabulary\nt1,Warmth,Local\n"},
            {"required_document.csv", "id,service_id,document\nd,s1,Passport\n"},
            {"payment_accepted.csv", "id,service_id,payment\nd,s1,cash\n"},
            {"metadata.csv", "id\n1\n"}},
           sink);
  ASSERT_EQ(result.services.size(), 1u) << result.error;
  const record::Service& service = result.services[0];
  EXPECT_EQ(service.organisation.value().name, "Org");
  EXPECT_EQ(service.licenses, "L");
  EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"Local", "t1", "Warmth"},
                                         record::TermRef{"esdServiceTypes", "9", ""}));
  const record::ServiceAtLocation& at = service.locations.at(0);
  EXPECT_EQ(at.description, "Room 2");
  // Only a postal address: the place of the letter box is not where the service is.
  EXPECT_EQ(at.location.type, record::LocationType::kPostal);
  EXPECT_THAT(at.location.address.lines, ElementsAre("PO Box 1"));
  EXPECT_EQ(at.schedules.at(0).opens_at, MinuteOfDay(540));
  EXPECT_TRUE(service.schedules.empty());
  EXPECT_EQ(service.phones.at(0).number, "0117 496 0000");
  EXPECT_EQ(service.extras,
            "{\"program\":\"Warm homes\",\"required_documents_listed\":"
            "[\"Passport\"],\"payments_accepted\":[\"cash\"]}");
}

TEST(HsdsTabular, ReadsVersionThreeWithAttributesAndBothSpellings) {
  record::CollectingSink sink;
  const Files files = {
      {"data/services.csv",
       "id,organization_id,name,status,minimum_age,maximum_age,last_modified,alert,custom\n"
       "s1,o1,A,temporarily closed,5,11,2024-03-01T10:00:00Z,Shut,kept\n"},
      {"data/organizations.csv", "id,name,website\no1,Org,https://example.org\n"},
      {"data/service_at_location.csv", "id,service_id,location_id\nx,s1,l1\n"},
      {"data/locations.csv",
       "id,location_type,name,latitude,longitude\nl1,physical,Hall,51.4,-2.5\n"},
      {"data/address.csv",
       "id,location_id,address_1,city,address_type\na1,l1,Box,X,postal\na2,l1,High "
       "St,Y,physical\n"},
      {"data/addresses.csv",
       "id,location_id,address_1,city,address_type\na2,l1,High St,Y,physical\n"},
      {"data/schedule.csv",
       "id,service_id,service_at_location_id,freq,interval,byday,dtstart,opens_at,closes_at,"
       "schedule_link\n"
       "r1,s1,x,WEEKLY,2,MO,2024-01-01,10:00Z,11:00Z,example.org/s\n"},
      {"data/schedules.csv",
       "id,service_id,freq,byday,opens_at,closes_at\nr1,s1,WEEKLY,MO,10:00,11:00\n"},
      {"data/attribute.csv",
       "id,link_id,taxonomy_term_id,link_type\nb1,s1,t1,service\n"
       "b2,s1,t2,eligibility\nb3,o1,t1,organization\nb4,gone,t1,service\nb5,s1,t3,service\n"},
      {"data/taxonomy_terms.csv",
       "id,name,code,taxonomy_id,term_uri,term\n"
       "t1,Libraries,437,v1,http://id.esd.org.uk/service/437,\n"
       "t2,Carers,77,v2,,\n"
       "t3,Groups,,v1,,esdServiceType:298\n"},
      {"data/taxonomies.csv", "id,name\nv1,ESD\nv2,Circumstances here\n"},
      {"data/accessibility.csv",
       "id,location_id,description,details,url\nc,l1,Ramp at the door,,\n"},
      {"data/languages.csv", "id,service_id,name,code\nla,s1,Welsh,cy\n"},
      {"data/cost_options.csv", "id,service_id,option,amount,currency\nco,s1,Entry,0,GBP\n"},
      {"data/old/services.csv", "id,name\nold,Old\n"},
      {"readme.txt", "x"},
  };
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/package.zip";
  WriteZip(path, {files.begin(), files.end()});
  const ReadResult result =
      ReadAll(OpenHsdsTabular({.id = "s", .path = path, .format = "", .mapping = ""}, sink));
  ASSERT_EQ(result.services.size(), 1u) << result.error;
  const record::Service& service = result.services[0];
  EXPECT_EQ(service.status, Status::kTemporarilyClosed);
  EXPECT_EQ(service.ages, (std::vector<record::AgeRange>{{5, 11}}));
  EXPECT_EQ(service.alert, "Shut");
  EXPECT_EQ(FormatMoment(service.last_modified.value()), "2024-03-01T10:00:00Z");
  EXPECT_EQ(service.organisation.value().url, "https://example.org");
  EXPECT_EQ(service.organisation->terms.at(0).code, "437");
  EXPECT_EQ(service.terms.at(0), (record::TermRef{"esdServiceTypes", "437", "Libraries"}));
  EXPECT_EQ(service.terms.at(1), (record::TermRef{"esdServiceTypes", "298", "Groups"}));
  EXPECT_EQ(service.terms.size(), 2u);
  EXPECT_EQ(service.eligibilities.at(0).terms.at(0),
            (record::TermRef{"Circumstances here", "77", "Carers"}));
  const record::ServiceAtLocation& at = service.locations.at(0);
  EXPECT_EQ(at.location.address.city, "Y");
  EXPECT_EQ(at.location.type, record::LocationType::kPhysical);
  // The row of schedules.csv has the id of one in schedule.csv: the same row, read once.
  ASSERT_EQ(at.schedules.size(), 1u);
  EXPECT_EQ(at.schedules[0].interval, 2);
  EXPECT_TRUE(service.schedules.empty());
  EXPECT_EQ(at.location.accessibility.at(0).feature, Accessibility::kRamp);
  EXPECT_EQ(service.languages.at(0).code, "cy");
  EXPECT_EQ(service.cost_options.at(0).amount, 0);
  EXPECT_EQ(service.extras, "{\"custom\":\"kept\"}");
  // The attribute of "gone".
  EXPECT_EQ(CountOf(sink, ProblemKind::kMissingParent), 1u);
}

TEST(HsdsTabular, SharedRowsDoNotMultiplyWithoutBound) {
  record::CollectingSink sink;
  std::string services = "id,name,location_id\n";
  std::string phones = "id,location_id,number\n";
  for (int i = 0; i < 1000; ++i) {
    services += std::to_string(i) + ",A,l\n";
    phones += std::to_string(i) + ",l,1\n";
  }
  const ReadResult result = Read(
      {{"services.csv", services}, {"locations.csv", "id,name\nl,Hall\n"}, {"phones.csv", phones}},
      sink);
  ASSERT_EQ(result.services.size(), 1000u);
  EXPECT_EQ(result.services[999].locations.at(0).location.phones.size(), kMaxSharedRows);
  EXPECT_EQ(CountOf(sink, ProblemKind::kMalformedRecord), 1u);
}

std::vector<std::string> LinesOf(const record::CollectingSink& sink) {
  std::vector<std::string> lines;
  for (const record::Problem& problem : sink.problems) {
    lines.push_back(std::string(NameOf(problem.kind)) + " " + problem.entity + "." + problem.field +
                    " " + problem.value + " -> " + problem.outcome);
  }
  return lines;
}

// A second package below the one that is read was passed over in silence.
TEST(HsdsTabular, TablesInOtherFoldersAreReported) {
  record::CollectingSink sink;
  Read({{"services.csv", "id,name\ns1,A\n"},
        {"old/services.csv", "id,name\ns2,B\n"},
        {"old/phones.csv", "id\n"},
        {"old/notes.csv", "id\n"},
        {"docs/notes.csv", "id\n"}},
       sink);
  EXPECT_THAT(LinesOf(sink), ElementsAre("unknown_word table.folder old -> 2 tables left out: "
                                         "those at the top were read"));
}

TEST(HsdsTabular, RowsHiddenByAnotherOfTheirIdAreReported) {
  record::CollectingSink sink;
  const ReadResult result =
      Read({{"services.csv", "id,name,organization_id\ns1,A,o\n"},
            {"organizations.csv", "id,name\no,One\no,One\no,Two\n"},
            {"phone.csv", "id,service_id,number\np,s1,1\nq,s1,2\n"},
            {"phones.csv", "id,service_id,number,type\np,s1,1,\nq,s1,3,\nr,s1,4,\n"}},
           sink);
  EXPECT_EQ(result.services.at(0).phones.size(), 3u);
  EXPECT_THAT(
      LinesOf(sink),
      ElementsAre(HasSubstr("phones.csv line 3 q -> another file of this table has a row of "
                            "this id that says something else; left out"),
                  "repeated_id organizations.id o -> an earlier row of this id says "
                  "something else; left out"));
}

TEST(HsdsTabular, RowsOfARepeatedServiceBeyondTheBoundAreReported) {
  record::CollectingSink sink;
  std::string costs = "id,service_id,option\n";
  for (int i = 0; i < 300; ++i) costs += std::to_string(i) + ",s,x\n";
  const ReadResult result =
      Read({{"services.csv", "id,name\ns,A\ns,B\n"}, {"cost_options.csv", costs}}, sink);
  EXPECT_EQ(result.services.at(1).cost_options.size(), kMaxSharedRows);
  EXPECT_THAT(LinesOf(sink), ElementsAre("malformed_record cost_options.service_id s -> too many "
                                         "rows for one parent: only the first 256 are read"));
}

TEST(HsdsTabular, NoMarkupOrOddExtentReachesTheRecord) {
  record::CollectingSink sink;
  const ReadResult result =
      Read({{"services.csv", "id,name,confidential,custom\ns,A,restricted,<b>x</b>\n"},
            {"service_areas.csv", "id,service_id,name,extent\na,s,Leeds,<script>x()</script>\n"},
            {"schedules.csv", "id,service_id,byday,until\n<b>h</b>,s,MO,end of term\n"}},
           sink);
  const record::Service& service = result.services.at(0);
  EXPECT_TRUE(service.confidential);
  EXPECT_EQ(service.extras, "{\"custom\":\"x\"}");
  EXPECT_EQ(service.areas.at(0).extent, "");
  EXPECT_EQ(service.schedules.at(0).id, "h");
  EXPECT_TRUE(service.schedules[0].unreadable);
  EXPECT_EQ(CountOf(sink, ProblemKind::kUnresolvedArea), 1u);
  EXPECT_EQ(CountOf(sink, ProblemKind::kUnknownWord), 1u);
  EXPECT_EQ(CountOf(sink, ProblemKind::kMarkupRemoved), 1u);
}

TEST(HsdsTabular, SchedulesGoToTheMostExactOfWhatTheyName) {
  record::CollectingSink sink;
  const ReadResult result = Read(
      {{"services.csv", "id,name\ns1,A\ns2,B\n"},
       {"locations.csv", "id,name\nl1,Hall\nl2,Park\n"},
       {"service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\nx2,s1,l2\nx3,s2,l1\n"},
       {"schedules.csv",
        "id,service_id,location_id,service_at_location_id,byday,opens_at,closes_at\n"
        "everywhere,s1,,,MO,9:00,10:00\n"
        "pair,s1,l1,,MO,9:00,10:00\n"
        "link,s1,l2,x2,MO,9:00,10:00\n"
        "link-alone,,,x2,MO,9:00,10:00\n"
        "hall,,l1,,MO,9:00,10:00\n"}},
      sink);
  const auto ids = [](const std::vector<record::Schedule>& schedules) {
    std::vector<std::string> list;
    for (const record::Schedule& schedule : schedules) list.push_back(schedule.id);
    return list;
  };
  ASSERT_EQ(result.services.size(), 2u);
  EXPECT_THAT(ids(result.services[0].schedules), ElementsAre("everywhere"));
  EXPECT_THAT(ids(result.services[0].locations.at(0).schedules), ElementsAre("pair", "hall"));
  EXPECT_THAT(ids(result.services[0].locations.at(1).schedules), ElementsAre("link", "link-alone"));
  EXPECT_THAT(ids(result.services[1].schedules), ElementsAre());
  EXPECT_THAT(ids(result.services[1].locations.at(0).schedules), ElementsAre("hall"));
}

TEST(HsdsTabular, RowsThatAreNoServicesAreRejectedWithTheRow) {
  record::CollectingSink sink;
  const ReadResult result =
      Read({{"services.csv", "id,name,status\n,A,active\n2,,active\n3,C,closed?\n4,D,\n"}}, sink);
  EXPECT_EQ(result.records_read, 4u);
  EXPECT_EQ(result.services.size(), 1u);
  ASSERT_EQ(sink.rejects.size(), 3u);
  EXPECT_EQ(sink.rejects[0].problem.kind, ProblemKind::kNoId);
  EXPECT_EQ(sink.rejects[0].raw, "name=A,status=active");
  EXPECT_EQ(sink.rejects[1].problem.kind, ProblemKind::kNoName);
  EXPECT_EQ(sink.rejects[2].problem.kind, ProblemKind::kUnknownStatus);
}

TEST(HsdsTabular, ASingleServicesFileIsAPackageOfOneTable) {
  const TemporaryFolder folder;
  record::CollectingSink sink;
  const std::string path =
      folder.Write("export.csv", "id,organization_id,name,status\n1,o,A,active\n");
  const ReadResult result =
      ReadAll(OpenHsdsTabular({.id = "s", .path = path, .format = "", .mapping = ""}, sink));
  EXPECT_EQ(result.services.size(), 1u);
  EXPECT_EQ(CountOf(sink, ProblemKind::kMissingParent), 1u);
}

TEST(HsdsTabular, AFolderWithoutServicesIsAnError) {
  record::CollectingSink sink;
  EXPECT_THAT(Read({{"phones.csv", "id\n"}}, sink).error, HasSubstr("has no services.csv"));
}

TEST(HsdsTableOf, KnowsEverySpelling) {
  EXPECT_EQ(HsdsTableOf("a/b/Services.CSV"), HsdsTable::kServices);
  EXPECT_EQ(HsdsTableOf("services_at_location.csv.gz"), HsdsTable::kServiceAtLocations);
  EXPECT_EQ(HsdsTableOf("service-at-locations.csv"), HsdsTable::kServiceAtLocations);
  EXPECT_EQ(HsdsTableOf("mail_addresses.csv"), HsdsTable::kPostalAddresses);
  EXPECT_EQ(HsdsTableOf("libraries.csv"), std::nullopt);
  EXPECT_EQ(NameOf(HsdsTable::kSchedules), "schedules");
}

TEST(IsHsdsServicesHeader, TellsServicesFromOtherTablesWithNames) {
  EXPECT_TRUE(IsHsdsServicesHeader(CsvHeader({"id", "organization_id", "name"})));
  EXPECT_TRUE(IsHsdsServicesHeader(CsvHeader({"id", "name", "status", "taxonomy_ids"})));
  EXPECT_FALSE(IsHsdsServicesHeader(CsvHeader({"ID", "name", "address", "postcode"})));
  EXPECT_FALSE(IsHsdsServicesHeader(CsvHeader({"id", "name", "status"})));
  EXPECT_FALSE(IsHsdsServicesHeader(CsvHeader()));
}

TEST(HsdsTabularRealData, SampleOfVersionOne) {
  const std::string path = SharedData("hsds/hsds-1.1-sample-datapackage");
  if (path.empty()) GTEST_SKIP() << "no shared data";
  record::CollectingSink sink;
  const ReadResult result =
      ReadAll(OpenHsdsTabular({.id = "s", .path = path, .format = "", .mapping = ""}, sink));
  ASSERT_EQ(result.error, "");
  ASSERT_EQ(result.services.size(), 13u);
  EXPECT_EQ(sink.rejects.size(), 0u);
  EXPECT_EQ(CountOf(sink, ProblemKind::kMarkupRemoved), 2u);
  EXPECT_EQ(result.services[0].name, "Never Homeless Helpline");
  EXPECT_EQ(result.services[0].locations.at(0).schedules.size(), 3u);
  EXPECT_EQ(result.services[0].languages.size(), 2u);
}

TEST(HsdsTabularRealData, OhanaSample) {
  const std::string path = SharedData("hsds/ohana-sample-csv");
  if (path.empty()) GTEST_SKIP() << "no shared data";
  record::CollectingSink sink;
  const ReadResult result =
      ReadAll(OpenHsdsTabular({.id = "s", .path = path, .format = "", .mapping = ""}, sink));
  ASSERT_EQ(result.error, "");
  ASSERT_EQ(result.services.size(), 23u);
  for (const record::Service& service : result.services) {
    EXPECT_EQ(service.locations.size(), 1u) << service.id;
    EXPECT_TRUE(service.organisation) << service.id;
  }
  // taxonomy_ids "105, 108, 108-05, 108-05-01, 111, 111-05" of service 22.
  EXPECT_EQ(result.services[21].terms.size(), 6u);
  EXPECT_EQ(result.services[21].terms[3].label, "Help Fill out Forms");
  // Location 22: seven weekdays by name.
  EXPECT_EQ(result.services[21].locations[0].schedules.size(), 7u);
  // "January 01, 0001" is no date.
  EXPECT_GT(CountOf(sink, ProblemKind::kUnreadableDate), 0u);
}

}  // namespace
}  // namespace waypost::sources
