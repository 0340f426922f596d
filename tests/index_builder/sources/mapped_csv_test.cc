#include "index_builder/sources/mapped_csv.h"

#include <map>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/index_builder/sources/packed_files.h"
#include "tests/index_builder/sources/read_all.h"
#include "tests/index_builder/sources/shared_data.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

ReadResult Read(std::string_view mapping, std::string csv, record::CollectingSink& sink) {
  auto parsed = Mapping::Parse("m.toml", mapping);
  auto stream = InputStream::OpenText("t.csv", std::move(csv));
  if (!parsed.ok()) return ReadAll(parsed.status());
  return ReadAll(OpenMappedCsv(std::move(stream).value(), std::move(parsed).value(), "s", sink));
}

constexpr std::string_view kLeast = "id.value = '{id}'\nservice.name = '{name}'\n";

TEST(MappedCsv, FillsEveryPartOfAService) {
  record::CollectingSink sink;
  const ReadResult result =
      Read(R"(
id.value = '{id}'
[service]
name = '{name}'
description = '<b>{info}</b>'
url = '{web}'
email = '{mail}'
status = 'Active'
access = '{how}'
attending = 'venue'
assured_date = '{checked}'
languages = '{lang}'
[organisation]
id = 'o{id}'
name = 'Org {name}'
[location]
name = 'Hall'
type = 'physical'
address = ['{a1}', '{a2}']
city = 'Leeds'
postcode = '{pc}'
latitude = '{lat}'
longitude = '{lon}'
accessibility = '{acc}'
[ages]
minimum = '{min}'
maximum = '{max}'
[[phone]]
number = '{tel}'
[[term]]
id = 'esdServiceType:437'
label = 'Libraries'
[[cost]]
option = 'Session'
amount = '{cost}'
[[area]]
name = '{area}'
[[eligibility]]
text = '{who}'
[[contact]]
email = '{mail}'
[[opening]]
text = '{open}'
)",
           "id,name,info,web,mail,how,checked,lang,a1,a2,pc,lat,lon,acc,min,max,"
           "tel,cost,area,who,open\n"
           "7,Tea club,Tea &amp; cake,example.org,a@example.org,drop in,"
           "31/01/2024,\"Polish, en\",\"1 High St,\",,LS1 4AP,53.8,-1.55,ramp,5,11,"
           "\"0113 496 0000\n0113 496 0001\",£2.50,Leeds,families,"
           "Mon 10:00-11:00\n",
           sink);
  ASSERT_EQ(result.error, "");
  ASSERT_EQ(result.services.size(), 1u);
  const record::Service& service = result.services[0];
  EXPECT_EQ(service.source, "s");
  EXPECT_EQ(service.id, "7");
  EXPECT_EQ(service.name, "Tea club");
  EXPECT_EQ(service.description, "Tea & cake");
  EXPECT_EQ(service.url, "http://example.org");
  EXPECT_EQ(service.email, "a@example.org");
  EXPECT_EQ(service.status, Status::kActive);
  EXPECT_EQ(service.access, EnumSet<Access>{Access::kDropIn});
  EXPECT_EQ(service.attending, EnumSet<Attending>{Attending::kVenue});
  EXPECT_EQ(service.assured_date, ParseIsoDate("2024-01-31"));
  ASSERT_EQ(service.languages.size(), 2u);
  EXPECT_EQ(service.languages[0].code, "pl");
  ASSERT_TRUE(service.organisation);
  EXPECT_EQ(service.organisation->id, "o7");
  EXPECT_EQ(service.organisation->name, "Org Tea club");
  ASSERT_EQ(service.locations.size(), 1u);
  const record::Location& location = service.locations[0].location;
  EXPECT_EQ(location.type, record::LocationType::kPhysical);
  EXPECT_EQ(location.position, LatLng::FromDegrees(53.8, -1.55));
  EXPECT_EQ(location.precision, record::PointPrecision::kExact);
  EXPECT_THAT(location.address.lines, ElementsAre("1 High St"));
  EXPECT_EQ(location.address.city, "Leeds");
  EXPECT_EQ(location.address.postcode, "LS1 4AP");
  ASSERT_EQ(location.accessibility.size(), 1u);
  EXPECT_EQ(location.accessibility[0].feature, Accessibility::kRamp);
  EXPECT_EQ(service.ages, (std::vector<record::AgeRange>{{5, 11}}));
  ASSERT_EQ(service.phones.size(), 2u);
  EXPECT_EQ(service.phones[1].number, "0113 496 0001");
  ASSERT_EQ(service.terms.size(), 1u);
  EXPECT_EQ(service.terms[0], (record::TermRef{"esdServiceTypes", "437", "Libraries"}));
  ASSERT_EQ(service.cost_options.size(), 1u);
  EXPECT_EQ(service.cost_options[0].amount, 2.5);
  EXPECT_EQ(service.areas.at(0).name, "Leeds");
  EXPECT_EQ(service.eligibilities.at(0).text, "families");
  EXPECT_EQ(service.contacts.at(0).email, "a@example.org");
  // Hours hold at the place, and only there.
  EXPECT_TRUE(service.schedules.empty());
  ASSERT_EQ(service.locations[0].schedules.size(), 1u);
  EXPECT_EQ(service.locations[0].schedules[0].closes_at, MinuteOfDay(660));
}

TEST(MappedCsv, EmptyColumnsAreNotStated) {
  record::CollectingSink sink;
  const ReadResult result = Read(std::string(kLeast) +
                                     "service.access = '{x}'\nlocation.city = '{x}'\n"
                                     "location.type = 'physical'\norganisation.name = '{x}'\n"
                                     "[[phone]]\nnumber = '{x}'\n[[cost]]\namount = '{x}'\n"
                                     "[[opening]]\nmonday = '{x}'\n",
                                 "id,name,x\n1,A,\n", sink);
  ASSERT_EQ(result.services.size(), 1u);
  record::Service expected;
  expected.source = "s";
  expected.id = "1";
  expected.name = "A";
  EXPECT_EQ(result.services[0], expected);
  EXPECT_TRUE(sink.problems.empty());
}

TEST(MappedCsv, SkippedRowsAreCountedByConditionAndAreNoRecords) {
  record::CollectingSink sink;
  const ReadResult result =
      Read(std::string(kLeast) +
               "[[skip]]\nname = 'closed'\ncolumn = 'closed'\nempty = false\n"
               "[[skip]]\nname = 'kind'\ncolumn = 'kind'\nis_not = ['a', 'b']\n"
               "[[skip]]\nname = 'test row'\ncolumn = 'name'\nis = 'TEST'\n",
           "id,name,closed,kind\n1,A,,a\n2,B,2019,a\n3,C,2020,c\n4,D,,c\n5,test,,b\n,,,\n6,F,,B\n",
           sink);
  EXPECT_EQ(result.records_read, 2u);
  ASSERT_EQ(result.services.size(), 2u);
  EXPECT_EQ(result.services[1].id, "6");
  EXPECT_THAT(result.skipped, ElementsAre(SkippedRows{"closed", 2}, SkippedRows{"kind", 1},
                                          SkippedRows{"test row", 1}, SkippedRows{"empty row", 1}));
  EXPECT_TRUE(sink.problems.empty());
  EXPECT_TRUE(sink.rejects.empty());
}

TEST(MappedCsv, RowsThatAreNoServicesAreRejectedWithTheRow) {
  record::CollectingSink sink;
  const ReadResult result = Read(std::string(kLeast) + "service.status = '{status}'\n",
                                 "id,name,status\n,A,\n2,,\n3,\"C, D\",gone\n4,E,inactive\n", sink);
  EXPECT_EQ(result.records_read, 4u);
  ASSERT_EQ(result.services.size(), 1u);
  EXPECT_EQ(result.services[0].status, Status::kInactive);
  ASSERT_EQ(sink.rejects.size(), 3u);
  EXPECT_EQ(sink.rejects[0].problem.kind, ProblemKind::kNoId);
  EXPECT_EQ(sink.rejects[1].problem.kind, ProblemKind::kNoName);
  EXPECT_EQ(sink.rejects[1].problem.id, "2");
  EXPECT_EQ(sink.rejects[2].problem.kind, ProblemKind::kUnknownStatus);
  EXPECT_EQ(sink.rejects[2].problem.value, "gone");
  EXPECT_EQ(sink.rejects[2].raw, "3,\"C, D\",gone");
}

TEST(MappedCsv, RepeatedIdsAreKeptOrNumbered) {
  const std::string csv = "id,name\na,A\na,B\nb,C\na,D\n";
  const auto ids = [&](const std::string& repeats) {
    record::CollectingSink sink;
    std::vector<std::string> list;
    for (const record::Service& service :
         Read("[service]\nname = '{name}'\n[id]\nvalue = '{id}'\n" + repeats, csv, sink).services) {
      list.push_back(service.id);
    }
    return list;
  };
  EXPECT_THAT(ids(""), ElementsAre("a", "a", "b", "a"));
  EXPECT_THAT(ids("repeats = 'number'\n"), ElementsAre("a", "a#2", "b", "a#3"));
}

TEST(MappedCsv, DayColumnsAndRuleColumns) {
  record::CollectingSink sink;
  const ReadResult result = Read(
      std::string(kLeast) +
          "[[opening]]\nmonday = '{mon}'\nsunday = '{sun}'\ndescription = 'Staffed'\n"
          "[[opening]]\nrule = '{rule}'\nday = '{day}'\nstart = '{from}'\nexceptions = '{not}'\n"
          "opens = '{open}'\ncloses = '{close}'\n",
      "id,name,mon,sun,rule,day,from,not,open,close\n"
      "1,A,\"10:00-13:00,14:00-17:00\",closed,FREQ=WEEKLY;INTERVAL=2,Tuesday,2024-01-02,"
      "\"2024-12-24, 2024-12-31\",9:20,09:45\n"
      "2,B,noonish,,FREQ=MONTHLY;BYDAY=1TH,Thursday,2024-01-04,,10:00,11:00\n"
      "3,C,,,FREQ=WEEKLY;BYSETPOS=1,Monday,,,10:00,11:00\n",
      sink);
  ASSERT_EQ(result.services.size(), 3u);
  const std::vector<record::Schedule>& a = result.services[0].schedules;
  ASSERT_EQ(a.size(), 3u);
  EXPECT_EQ(a[0].opens_at, MinuteOfDay(600));
  EXPECT_EQ(a[1].opens_at, MinuteOfDay(840));
  EXPECT_EQ(a[1].byday, (std::vector<record::ByDay>{{0, Weekday::kMonday}}));
  EXPECT_EQ(a[1].description, "Staffed");
  EXPECT_EQ(a[2].interval, 2);
  EXPECT_EQ(a[2].byday, (std::vector<record::ByDay>{{0, Weekday::kTuesday}}));
  EXPECT_EQ(a[2].dtstart, ParseIsoDate("2024-01-02"));
  EXPECT_EQ(a[2].except.size(), 2u);
  EXPECT_EQ(a[2].opens_at, MinuteOfDay(560));
  const std::vector<record::Schedule>& b = result.services[1].schedules;
  ASSERT_EQ(b.size(), 2u);
  EXPECT_TRUE(b[0].unreadable);
  EXPECT_EQ(b[1].byday, (std::vector<record::ByDay>{{1, Weekday::kThursday}}));
  ASSERT_EQ(result.services[2].schedules.size(), 1u);
  EXPECT_TRUE(result.services[2].schedules[0].unreadable);
  EXPECT_EQ(CountOf(sink, ProblemKind::kUnreadableSchedule), 1u);
}

// A stop whose last visit is not announced yet goes on; one that ends at a time nobody can compute
// states no time.
TEST(MappedCsv, AMobileStopWithAnEndThatIsNoDate) {
  const TemporaryFolder folder;
  record::CollectingSink sink;
  const std::string path = folder.Write(
      "stops.csv",
      "organisation,mobile,route,community,stop,address,postcode,geox,geoy,day,type,arrival,"
      "departure,frequency,start,end,exceptions,timetable\n"
      "O,M,R,C,One,,,-2.0,57.5,Monday,Public,09:20,09:45,FREQ=WEEKLY;INTERVAL=2,2019-01-21,TBC,,\n"
      "O,M,R,C,Two,,,-2.0,57.5,Monday,Public,09:20,09:45,FREQ=WEEKLY;INTERVAL=2,2019-01-21,end of "
      "term,,\n"
      "O,M,R,C,Three,,,-2.0,57.5,Monday,Public,09:20,09:45,FREQ=WEEKLY;INTERVAL=2,TBC,,,\n");
  const ReadResult result = ReadAll(OpenMappedCsv(
      {.id = "s",
       .path = path,
       .format = "csv",
       .mapping = std::string(WAYPOST_SOURCE_DIR) + "/data/mappings/mobile-library-stops.toml"},
      sink));
  ASSERT_EQ(result.services.size(), 3u) << result.error;
  const auto row = [&](std::size_t i) {
    return result.services[i].locations.at(0).schedules.at(0);
  };
  EXPECT_FALSE(row(0).unreadable);
  EXPECT_EQ(row(0).interval, 2);
  EXPECT_EQ(row(0).until, std::nullopt);
  EXPECT_TRUE(row(1).unreadable);
  EXPECT_THAT(row(1).as_published, HasSubstr("until=end of term"));
  EXPECT_TRUE(row(2).unreadable);
  EXPECT_EQ(CountOf(sink, ProblemKind::kUnreadableDate), 3u);
}

TEST(MappedCsv, EastingsAndNorthings) {
  record::CollectingSink sink;
  const ReadResult result =
      Read(std::string(kLeast) + "location = {easting = '{e}', northing = '{n}'}\n",
           "id,name,e,n\n1,Temple Meads,359700,172500\n2,Nowhere,0,0\n3,Unknown,,\n", sink);
  ASSERT_EQ(result.services.size(), 3u) << result.error;
  const auto& point = result.services[0].locations.at(0).location.position;
  ASSERT_TRUE(point);
  EXPECT_NEAR(point->lat_degrees(), 51.4502, 0.0005);
  EXPECT_NEAR(point->lon_degrees(), -2.5813, 0.0005);
  EXPECT_TRUE(result.services[1].locations.empty());
  EXPECT_TRUE(result.services[2].locations.empty());
  EXPECT_EQ(CountOf(sink, ProblemKind::kBadCoordinates), 1u);
  EXPECT_THAT(Read(std::string(kLeast) +
                       "location = {easting = '{e}', northing = '{n}', grid = 'french'}\n",
                   "id,name,e,n\n", sink)
                  .error,
              HasSubstr("\"british\" or \"irish\" was due"));
}

TEST(MappedCsv, EncodingIsToldOncePerFileAndSurplusPerRow) {
  record::CollectingSink sink;
  const ReadResult result = Read(kLeast, "id,name\n1,Caf\xE9\n2,Na\xEFve\n3,C,extra\n", sink);
  ASSERT_EQ(result.services.size(), 3u);
  EXPECT_EQ(result.services[1].name, "Naïve");
  ASSERT_EQ(sink.problems.size(), 2u);
  EXPECT_EQ(sink.problems[0].kind, ProblemKind::kNotUtf8);
  EXPECT_EQ(sink.problems[0].field, "t.csv line 2");
  EXPECT_EQ(sink.problems[1].kind, ProblemKind::kRaggedRow);
  EXPECT_EQ(sink.problems[1].value, "extra");
}

TEST(MappedCsv, MissingColumnsNameTheOnesThereAre) {
  record::CollectingSink sink;
  const std::string error = Read(kLeast, "id,title\n1,A\n", sink).error;
  EXPECT_THAT(error, HasSubstr("m.toml:2: service.name: unknown column \"name\""));
  EXPECT_THAT(error, HasSubstr("t.csv, whose columns are \"id\", \"title\""));
  EXPECT_THAT(Read(kLeast, "", sink).error, HasSubstr("t.csv: is empty"));
}

// The shipped mappings on the files they are for.
class ShippedMapping : public ::testing::Test {
 protected:
  // Empty when the file is not there.
  bool Read(const std::string& file, const std::string& mapping) {
    const std::string path = SharedData("uk-services/" + file);
    if (path.empty()) return false;
    result_ = ReadAll(
        OpenMappedCsv({.id = "s",
                       .path = path,
                       .format = "csv",
                       .mapping = std::string(WAYPOST_SOURCE_DIR) + "/data/mappings/" + mapping},
                      sink_));
    EXPECT_EQ(result_.error, "");
    EXPECT_EQ(result_.records_read, result_.services.size() + sink_.rejects.size());
    return true;
  }
  const record::Service* Named(std::string_view name) const {
    for (const record::Service& service : result_.services) {
      if (service.name == name) return &service;
    }
    return nullptr;
  }
  std::size_t DistinctIds() const {
    std::map<std::string, int> ids;
    for (const record::Service& service : result_.services) ++ids[service.id];
    return ids.size();
  }

  record::CollectingSink sink_;
  ReadResult result_;
};

TEST_F(ShippedMapping, LibrariesOfTheUnitedKingdom) {
  if (!Read("public-libraries-uk.csv.gz", "libraries-uk.toml")) GTEST_SKIP() << "no shared data";
  // 4,231 rows, of which 478 have a closing year (data README).
  EXPECT_EQ(result_.services.size(), 3753u);
  EXPECT_THAT(result_.skipped, ElementsAre(SkippedRows{"closed library", 478}));
  EXPECT_EQ(DistinctIds(), 3753u);
  EXPECT_EQ(sink_.rejects.size(), 0u);
  EXPECT_EQ(CountOf(sink_, ProblemKind::kUnreadableSchedule), 0u);
  const record::Service* airyhall = Named("Airyhall Library, Aberdeen City Council");
  ASSERT_NE(airyhall, nullptr);
  // Mon to Fri once, Saturday "10:00-13:00,14:00-17:00".
  ASSERT_EQ(airyhall->locations.at(0).schedules.size(), 7u);
  EXPECT_EQ(airyhall->locations[0].schedules[6].opens_at, MinuteOfDay(14 * 60));
  EXPECT_EQ(airyhall->locations[0].location.address.postcode, "AB15 7RF");
}

TEST_F(ShippedMapping, MobileLibraryStops) {
  if (!Read("mobile-library-stops.csv", "mobile-library-stops.toml")) {
    GTEST_SKIP() << "no shared data";
  }
  EXPECT_EQ(result_.services.size(), 4499u);
  EXPECT_EQ(DistinctIds(), 4499u);
  EXPECT_TRUE(sink_.problems.empty());
  std::map<std::string, int> rules;
  int start_off_day = 0;
  for (const record::Service& service : result_.services) {
    const record::Schedule& row = service.locations.at(0).schedules.at(0);
    ++rules[row.freq + std::to_string(row.interval.value_or(0))];
    ASSERT_FALSE(row.unreadable);
    ASSERT_TRUE(service.locations[0].location.position);
    if (row.byday.size() == 1 && row.freq == "WEEKLY" &&
        WeekdayIndex(*row.dtstart) != static_cast<int>(row.byday[0].weekday)) {
      ++start_off_day;
    }
  }
  EXPECT_EQ(rules["WEEKLY4"], 2108);
  EXPECT_EQ(rules["WEEKLY2"], 1179);
  EXPECT_EQ(rules["MONTHLY0"], 376);
  EXPECT_GT(start_off_day, 0);  // told by the expansion of rules, not here
}

TEST_F(ShippedMapping, GpPractices) {
  if (!Read("nhs-gp-practices-epraccur-2025.csv.gz", "gp-practices-epraccur.toml")) {
    GTEST_SKIP() << "no shared data";
  }
  // 16,685 rows: 12,440 active, of which 6,618 have prescribing setting 4.
  EXPECT_EQ(result_.services.size(), 6618u);
  EXPECT_THAT(result_.skipped, ElementsAre(SkippedRows{"not an active organisation", 4245},
                                           SkippedRows{"not a general practice", 5822}));
  EXPECT_TRUE(sink_.problems.empty());
  EXPECT_EQ(result_.services[0].id, "A81001");
  EXPECT_EQ(result_.services[0].locations.at(0).location.address.postcode, "TS18 1HU");
}

TEST_F(ShippedMapping, FoodBanksOfSheffield) {
  if (!Read("sheffield-foodbanks-2024.csv", "foodbanks.toml")) GTEST_SKIP() << "no shared data";
  EXPECT_EQ(result_.services.size(), 36u);
  std::map<std::uint32_t, int> access;
  for (const record::Service& service : result_.services) ++access[service.access.bits()];
  // referral_required: 24 times 1.0, 11 times 0.0, once empty.
  EXPECT_EQ(access[EnumSet<Access>{Access::kReferral}.bits()], 24);
  EXPECT_EQ(access[EnumSet<Access>{Access::kDropIn}.bits()], 11);
  EXPECT_EQ(access[0], 1);
  // "Wednesday 12.30" and "Tuesday 18.30" say no end.
  EXPECT_EQ(CountOf(sink_, ProblemKind::kUnreadableSchedule), 2u);
  const record::Service* hillsborough = Named("Hillsborough (foodbank)");
  ASSERT_NE(hillsborough, nullptr);
  EXPECT_EQ(hillsborough->locations.at(0).schedules.size(), 2u);
  EXPECT_EQ(hillsborough->locations[0].location.address.postcode, "S6 3BS");  // "S63BS" there
}

}  // namespace
}  // namespace waypost::sources
