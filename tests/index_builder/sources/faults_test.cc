// The 35 known faults of real feeds (the reference's table "What real feeds do"), each with a
// fixture, the record that must come out of it and the problem lines that must tell of it.
//
// The last expectation of a test is EXPECT_FAULT or EXPECT_FAULT_LINES, which marks its row as
// exercised. When the whole binary has run, a row without a test that got that far is a failure.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "engine/geo/postcode.h"
#include "engine/hours/clock.h"
#include "index_builder/record/term_ref.h"
#include "server/handlers/router.h"
#include "tests/index_builder/sources/json_reading.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr int kRows = 35;

std::set<int>& ExercisedRows() {
  static std::set<int> rows;
  return rows;
}

class EveryRowIsExercised : public ::testing::Environment {
 public:
  void TearDown() override {
    if (::testing::GTEST_FLAG(filter) != "*") return;
    for (int row = 1; row <= kRows; ++row) {
      EXPECT_EQ(ExercisedRows().count(row), 1U) << "no test exercises row " << row;
    }
    EXPECT_EQ(ExercisedRows().size(), static_cast<std::size_t>(kRows));
  }
};

const ::testing::Environment* const kEnvironment =
    ::testing::AddGlobalTestEnvironment(new EveryRowIsExercised);

void MarkExercised(int row) {
  EXPECT_TRUE(ExercisedRows().insert(row).second) << "row " << row << " twice";
}

// What shows the fault of a row in the reference to be survived. Ends a test.
#define EXPECT_FAULT(row, value, matcher) \
  EXPECT_THAT(value, matcher);            \
  MarkExercised(row)

// The problem lines of a reading, of which `expected` is the whole list in any order.
#define EXPECT_LINES(reading, ...) EXPECT_THAT((reading).Lines(), UnorderedElementsAre(__VA_ARGS__))
#define EXPECT_FAULT_LINES(row, reading, ...) \
  EXPECT_FAULT(row, (reading).Lines(), UnorderedElementsAre(__VA_ARGS__))

JsonReading ReadServices(std::string_view services) {
  JsonReading reading = ReadJson("[" + std::string(services) + "]");
  EXPECT_EQ(reading.error, "");
  return reading;
}

std::vector<std::string> Ids(const JsonReading& reading) {
  std::vector<std::string> ids;
  for (const record::Service& service : reading.services) ids.push_back(service.id);
  return ids;
}

TEST(Fault, Row01IdsThatAreNoUuids) {
  const JsonReading reading = ReadServices(
      R"({"id":"1502","name":"A"},{"id":12045,"name":"B"},{"id":"uuid-uuid","name":"C"},
         {"id":" address:12 ","name":"D","service_at_locations":[{"id":7,"location":{"id":8}}]})");
  EXPECT_THAT(Ids(reading), ElementsAre("1502", "12045", "uuid-uuid", "address:12"));
  EXPECT_EQ(reading.services[3].locations[0].id, "7");
  EXPECT_EQ(reading.services[3].locations[0].location.id, "8");
  EXPECT_FAULT(1, reading.Lines(), IsEmpty());
}

// The source gives every repeat out; that all but one are left out is tested with prepare's
// merging.
TEST(Fault, Row02RepeatedAndMissingChildIds) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","schedules":[{"id":"x","byday":"MO"},{"id":"x","byday":"TU"},{"byday":"WE"}],
          "service_at_locations":[{"id":"y","location":{"id":"z"}},{"id":"y","location":{"id":"z"}},{"location":{}}]},
         {"id":"a","name":"A again"})");
  EXPECT_THAT(Ids(reading), ElementsAre("a", "a"));
  EXPECT_EQ(reading.services[0].schedules.size(), 3U);
  EXPECT_EQ(reading.services[0].locations.size(), 3U);
  EXPECT_EQ(reading.records_read, 2U);
  EXPECT_FAULT(2, reading.Lines(), IsEmpty());
}

TEST(Fault, Row03NullWhereAnObjectOrAListIsDue) {
  const JsonReading reading = ReadJson(
      R"([null,{"id":"a","name":"A","description":null,"organization":null,"schedules":null,
          "contacts":[null,{"name":"Anna","phones":[null,{"number":"0113 496 0000"}]}],
          "service_at_locations":[null,{"location":null}],"phones":[null]}])");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.organisation, std::nullopt);
  EXPECT_THAT(service.schedules, IsEmpty());
  EXPECT_THAT(service.locations, IsEmpty());
  ASSERT_EQ(service.contacts.size(), 1U);
  EXPECT_EQ(service.contacts[0].phones.size(), 1U);
  EXPECT_EQ(reading.records_read, 1U);
  EXPECT_FAULT_LINES(
      3, reading, "null_element service.byte 1 null -> left out",
      "null_element service.organization null -> left out",
      "null_element service.schedules null -> left out",
      "null_element service.contacts null -> left out",
      "null_element contact.phones null -> left out",
      "null_element service.service_at_locations null -> left out",
      "null_element service_at_location.location null -> left out",
      "missing_parent service_at_location.location_id  -> no such location; left out",
      "null_element service.phones null -> left out");
}

TEST(Fault, Row04EmptyTextForAbsent) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","description":"","url":"","email":"","status":"","fees":" ","attending_type":"",
          "attending_access":"","deliverable_type":"","assured_date":"","last_modified":"","minimum_age":"",
          "maximum_age":"","organization":"","schedules":[{"freq":"","byday":"","opens_at":"","closes_at":""}],
          "cost_options":[{"option":"","amount":""}],"contacts":[{"name":"","email":""}],"languages":[""],
          "service_at_locations":[{"location":{"latitude":"","longitude":"","name":""}}],"phones":[{"number":""}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  record::Service expected;
  expected.source = "test";
  expected.id = "a";
  expected.name = "A";
  expected.locations.emplace_back();
  EXPECT_EQ(reading.services[0], expected);
  EXPECT_FAULT(4, reading.Lines(), IsEmpty());
}

TEST(Fault, Row05NumbersFlagsAndDatesAsText) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","minimum_age":"8","maximum_age":"12.0","assured_date":1714521600000,"free":"true",
          "schedules":[{"freq":"WEEKLY","interval":"2","count":"10","byday":"MO","bymonthday":7,"timezone":"1"}],
          "phones":[{"number":441134960000,"extension":"7"}],"cost_options":[{"amount":"2.50"}],
          "service_at_locations":[{"location":{"latitude":"51.45","longitude":"-2.58"}}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_THAT(service.ages, ElementsAre(record::AgeRange{8, 12}));
  EXPECT_EQ(FormatIsoDate(*service.assured_date), "2024-05-01");
  EXPECT_EQ(service.schedules[0].interval, 2);
  EXPECT_EQ(service.schedules[0].count, 10);
  EXPECT_THAT(service.schedules[0].bymonthday, ElementsAre(7));
  EXPECT_EQ(service.phones[0].number, "441134960000");
  EXPECT_EQ(service.cost_options[0].amount, 2.5);
  EXPECT_EQ(service.cost_options[1].option, "Free");
  EXPECT_EQ(service.locations[0].location.position, LatLng::FromDegrees(51.45, -2.58));
  EXPECT_FAULT_LINES(5, reading, "wrong_type service.minimum_age 8 -> text read as its value",
                     "wrong_type service.maximum_age 12.0 -> text read as its value",
                     "wrong_type service.assured_date 1714521600000 -> read as text",
                     "wrong_type service.free true -> text read as its value",
                     "wrong_type schedule.interval 2 -> text read as its value",
                     "wrong_type schedule.count 10 -> text read as its value",
                     "wrong_type cost_option.amount 2.50 -> text read as its value",
                     "wrong_type location.latitude 51.45 -> text read as its value",
                     "wrong_type location.longitude -2.58 -> text read as its value");
}

// That such a location gets its point from its postcode is tested with prepare's placing.
TEST(Fault, Row06MissingOrUnreadableCoordinates) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","service_at_locations":[
          {"location":{"id":"1","addresses":[{"postal_code":"BS1 4TR"}]}},
          {"location":{"id":"2","latitude":"north","longitude":-2.58,"addresses":[{"postal_code":"BS1 4TR"}]}},
          {"location":{"id":"3","latitude":51.45}},
          {"location":{"id":"4","geometry":{"type":"Point","coordinates":[]}}}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  ASSERT_EQ(reading.services[0].locations.size(), 4U);
  for (const record::ServiceAtLocation& place : reading.services[0].locations) {
    EXPECT_EQ(place.location.position, std::nullopt);
    EXPECT_EQ(place.location.precision, record::PointPrecision::kNone);
  }
  EXPECT_EQ(reading.services[0].locations[1].location.address.postcode, "BS1 4TR");
  EXPECT_FAULT_LINES(
      6, reading, "wrong_type location.latitude north -> text read as its value",
      "bad_coordinates location.latitude, longitude north, -2.58 -> left out",
      "bad_coordinates location.latitude, longitude 51.45,  -> left out",
      R"(bad_coordinates location.geometry {"type":"Point","coordinates":[]} -> no point; left out)");
}

TEST(Fault, Row07CoordinatesOutOfRangeOrMasked) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","service_at_locations":[
          {"location":{"id":"1","latitude":100,"longitude":101}},
          {"location":{"id":"2","latitude":0,"longitude":0}},
          {"location":{"id":"3","latitude":51.86,"longitude":-0.74,"addresses":[{"postal_code":"HP22"}]}},
          {"location":{"id":"4","latitude":51.8631,"longitude":-0.7388,"mask_exact_address":true}},
          {"location":{"id":"5","latitude":51.8631,"longitude":-0.7388,"addresses":[{"postal_code":"HP22"}]}}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const std::vector<record::ServiceAtLocation>& places = reading.services[0].locations;
  EXPECT_EQ(places[0].location.position, std::nullopt);
  EXPECT_EQ(places[1].location.position, std::nullopt);
  EXPECT_TRUE(places[2].location.masked);
  EXPECT_TRUE(places[3].location.masked);
  EXPECT_FALSE(places[4].location.masked);  // coordinates this fine are not rounded
  EXPECT_FAULT_LINES(7, reading,
                     "bad_coordinates location.latitude, longitude 100, 101 -> left out",
                     "bad_coordinates location.latitude, longitude 0, 0 -> left out",
                     "masked_position location.address HP22 -> shown as about",
                     "masked_position location.address  -> shown as about");
}

TEST(Fault, Row08MarkupAndStrayCommas) {
  const JsonReading reading = ReadServices(
      R"json({"id":"a","name":"A <b>bold</b> name","description":"<p>Tea &amp; cake</p><script>x()</script><ul><li>One</li><li>Two</li></ul>",
          "alert":"**Closed** on [Friday](https://example.org)","fees":"<img src='data:image/png;base64,AAAA'>None",
          "service_at_locations":[{"location":{"addresses":[{"address_1":", 1 High Street, ","address_2":",","city":"Leeds,"}]}}]})json");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.name, "A bold name");
  EXPECT_EQ(service.description, "Tea & cake\nOne\nTwo");
  EXPECT_EQ(service.alert, "Closed on Friday (https://example.org)");
  EXPECT_EQ(service.fees, "None");
  EXPECT_THAT(service.locations[0].location.address.lines, ElementsAre("1 High Street"));
  EXPECT_EQ(service.locations[0].location.address.city, "Leeds");
  EXPECT_FAULT_LINES(
      8, reading, "markup_removed service.name A <b>bold</b> name -> read as plain text",
      "markup_removed service.description <p>Tea &amp; cake</p><script>x()</script><ul><li>One</li>"
      "<li>Two</li></ul> -> read as plain text",
      "markup_removed service.alert **Closed** on [Friday](https://example.org) -> read as plain "
      "text",
      "embedded_image_removed service.fees <img src='data:image/png;base64,AAAA'>None -> image "
      "left out",
      "markup_removed service.fees <img src='data:image/png;base64,AAAA'>None -> read as plain "
      "text");
}

TEST(Fault, Row09WeekdaysInEverySpelling) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","regular_schedules":[{"weekday":"Tuesday"},{"weekday":2},{"weekday":"2"},
          {"byday":"TU"},{"byday":["TU"]},{"freq":"WEEKLY","byday":"tue"},{"byday":"TU,TU"},
          {"weekday":"Monday","byday":"TU"}]},
         {"id":"b","name":"B","schedules":[{"byday":"TU,WE"},{"freq":"MONTHLY","byday":"-1TU"},{"byday":"TU,often"}]})");
  ASSERT_EQ(reading.services.size(), 2U);
  ASSERT_EQ(reading.services[0].schedules.size(), 8U);
  for (const record::Schedule& row : reading.services[0].schedules) {
    EXPECT_THAT(row.byday, ElementsAre(record::ByDay{0, Weekday::kTuesday}));
    EXPECT_EQ(row.freq, "WEEKLY");
  }
  const std::vector<record::Schedule>& rows = reading.services[1].schedules;
  EXPECT_EQ(rows[0].byday.size(), 2U);
  EXPECT_THAT(rows[1].byday, ElementsAre(record::ByDay{-1, Weekday::kTuesday}));
  EXPECT_TRUE(rows[2].unreadable);
  EXPECT_EQ(rows[2].as_published, "byday=TU,often");
  EXPECT_FAULT_LINES(9, reading,
                     "unreadable_schedule schedule.byday TU,often -> kept as text, states no time");
}

TEST(Fault, Row10NoWeekdayIsRequired) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","regular_schedules":[{"opens_at":"09:00","closes_at":"17:00"},
          {"freq":"MONTHLY","bymonthday":15,"opens_at":"10:00","closes_at":"11:00"},{"description":"By arrangement"}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const std::vector<record::Schedule>& rows = reading.services[0].schedules;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].opens_at, MinuteOfDay(540));
  EXPECT_THAT(rows[0].byday, IsEmpty());
  EXPECT_THAT(rows[1].bymonthday, ElementsAre(15));
  EXPECT_EQ(rows[2].description, "By arrangement");
  EXPECT_FAULT(10, reading.Lines(), IsEmpty());
}

TEST(Fault, Row11TimesInEverySpelling) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","schedules":[
          {"byday":"MO","opens_at":"08:00","closes_at":"10:00:00"},
          {"byday":"MO","opens_at":"8:00","closes_at":"10am"},
          {"byday":"MO","opens_at":"08:00Z","closes_at":"10:00Z"},
          {"byday":"MO","opens_at":"08:00-05:00","closes_at":"10:00-05:00"},
          {"byday":"MO","opens_at":"00:00","closes_at":"23:59"},
          {"byday":"MO","opens_at":"elevenish","closes_at":"10:00"},
          {"byday":"MO","opens_at":"10:00","closes_at":"10:00"}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const std::vector<record::Schedule>& rows = reading.services[0].schedules;
  ASSERT_EQ(rows.size(), 7U);
  for (int i = 0; i < 4; ++i) {
    const record::Schedule& row = rows[static_cast<std::size_t>(i)];
    EXPECT_EQ(row.opens_at, MinuteOfDay(480)) << i;
    EXPECT_EQ(row.closes_at, MinuteOfDay(600)) << i;
  }
  EXPECT_EQ(rows[0].utc_offset_minutes, std::nullopt);
  EXPECT_EQ(rows[2].utc_offset_minutes, 0);
  EXPECT_EQ(rows[3].utc_offset_minutes, -300);
  EXPECT_EQ(rows[4].closes_at, MinuteOfDay(1440));
  EXPECT_TRUE(rows[5].unreadable);
  EXPECT_EQ(rows[5].opens_at, std::nullopt);
  EXPECT_EQ(rows[6].opens_at, std::nullopt);
  EXPECT_FALSE(rows[6].unreadable);
  EXPECT_FAULT_LINES(11, reading,
                     "unreadable_time schedule.opens_at elevenish -> kept as text, states no time",
                     "unreadable_time schedule.closes_at 10:00 -> equals opens_at; times left out");
}

TEST(Fault, Row12DatesInEverySpelling) {
  const JsonReading reading = ReadServices(
      R"({"id":"1","name":"A","assured_date":"01/05/2024 10:30:00"},{"id":"2","name":"A","assured_date":1714557600000},
         {"id":"3","name":"A","assured_date":1714557600},{"id":"4","name":"A","assured_date":"2024-05-01"},
         {"id":"5","name":"A","assured_date":"2024-05-01T10:00:00.000+0000"},{"id":"6","name":"A","assured_date":"1 May 2024"},
         {"id":"7","name":"A","assured_date":"last May"},{"id":"8","name":"A","assured_date":"05/31/2024"})");
  ASSERT_EQ(reading.services.size(), 8U);
  for (std::size_t i = 0; i < 6; ++i) {
    ASSERT_TRUE(reading.services[i].assured_date.has_value()) << i;
    EXPECT_EQ(FormatIsoDate(*reading.services[i].assured_date), "2024-05-01") << i;
  }
  EXPECT_EQ(reading.services[6].assured_date, std::nullopt);
  EXPECT_EQ(reading.services[7].assured_date, std::nullopt);
  EXPECT_FAULT_LINES(12, reading, "wrong_type service.assured_date 1714557600000 -> read as text",
                     "wrong_type service.assured_date 1714557600 -> read as text",
                     "unreadable_date service.assured_date last May -> left out",
                     "unreadable_date service.assured_date 05/31/2024 -> left out");
}

TEST(Fault, Row13OddAndVaryingNames) {
  std::vector<std::string> ids;
  for (
      const std::string text :
      {R"({"id":"a","name":"A","eligibilitys":[{"minimum_age":8}],"service_taxonomys":[{"taxonomy":{"id":"need:1"}}],
            "fundings":[{"source":"F"}],"regular_schedules":[{"byday":"MO"}],"organization":{"id":"o"}})",
       R"({"id":"a","name":"A","eligibilities":[{"minimumAge":8}],"service_taxonomies":[{"taxonomy":{"id":"need:1"}}],
            "funding":[{"source":"F"}],"regular_schedule":{"byday":"MO"},"organisation":{"id":"o"}})",
       R"({"Id":"a","Name":"A","Eligibility":{"min_age":8},"taxonomies":[{"id":"need:1","vocabulary":"esdNeeds"}],
            "Fundings":["F"],"regularSchedules":[{"byDay":"MO"}],"organizationId":"o"})"}) {
    const JsonReading reading = ReadServices(text);
    ASSERT_EQ(reading.services.size(), 1U) << text;
    const record::Service& service = reading.services[0];
    EXPECT_THAT(service.ages, ElementsAre(record::AgeRange{8, std::nullopt})) << text;
    EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"esdNeeds", "1", ""})) << text;
    EXPECT_THAT(service.fundings, ElementsAre("F")) << text;
    EXPECT_EQ(service.schedules.size(), 1U) << text;
    EXPECT_EQ(service.organisation->id, "o") << text;
    EXPECT_THAT(reading.Lines(), IsEmpty()) << text;
    ids.push_back(service.id);
  }
  EXPECT_FAULT(13, ids, ElementsAre("a", "a", "a"));
}

TEST(Fault, Row14EnvelopesDrift) {
  int envelopes = 0;
  const std::string a = R"({"id":"a","name":"A"})";
  for (const std::string& text :
       {R"({"total_items":1,"page_number":1,"size":1,"contents":[)" + a + "]}",
        R"({"totalElements":1,"number":0,"size":50,"content":[)" + a + "]}",
        R"({"items":[)" + a + R"(],"page":1,"total":1})",
        R"({"meta":{"id":"x"},"data":[)" + a + "]}",
        R"({"results":[)" + a + R"(],"links":[{"id":"no"}],"totalResults":"1"})"}) {
    const JsonReading reading = ReadJson(text);
    EXPECT_EQ(reading.error, "") << text;
    EXPECT_THAT(Ids(reading), ElementsAre("a")) << text;
    EXPECT_THAT(reading.Lines(), IsEmpty()) << text;
    envelopes += static_cast<int>(reading.services.size());
  }
  EXPECT_FAULT(14, envelopes, 5);
}

TEST(Fault, Row15TotalsMissingOrWrong) {
  const std::string a = R"({"id":"a","name":"A"})";
  const JsonReading missing = ReadJson(R"({"page_number":1,"contents":[)" + a + "]}");
  EXPECT_THAT(Ids(missing), ElementsAre("a"));
  EXPECT_LINES(
      missing,
      "missing_total page.total 1 of 1 pages state no total -> every record in the file was read");
  const JsonReading wrong = ReadJson(R"({"totalElements":874,"content":[)" + a + "]}");
  EXPECT_THAT(Ids(wrong), ElementsAre("a"));
  EXPECT_LINES(wrong,
               "missing_total page.total 874 stated, 1 found -> every record in the file was read");
  // No paging at all, and one page more than there should be.
  EXPECT_THAT(ReadJson("[" + a + "]").Lines(), IsEmpty());
  EXPECT_FAULT(
      15,
      ReadJson(R"({"totalElements":1,"content":[)" + a + R"(]}{"totalElements":1,"content":[]})")
          .Lines(),
      IsEmpty());
}

TEST(Fault, Row16RowsThinOrFull) {
  const JsonReading reading = ReadJson(
      R"({"contents":[{"id":"thin","name":"A","status":"active"},
          {"id":"full","name":"B","service_at_locations":[{"location":{"id":"l","name":"Hall"}}]}],"total_items":2})");
  ASSERT_THAT(Ids(reading), ElementsAre("thin", "full"));
  EXPECT_THAT(reading.services[0].locations, IsEmpty());
  EXPECT_EQ(reading.services[1].locations[0].location.name, "Hall");
  EXPECT_FAULT(16, reading.Lines(), IsEmpty());
}

TEST(Fault, Row17AgesThatMeanNothing) {
  const JsonReading reading = ReadServices(
      R"({"id":"1","name":"A","minimum_age":0,"maximum_age":0},{"id":"2","name":"A","minimum_age":-1,"maximum_age":-1},
         {"id":"3","name":"A","minimum_age":18,"maximum_age":5},{"id":"4","name":"A","maximum_age":0},
         {"id":"5","name":"A","minimum_age":0,"maximum_age":5},{"id":"6","name":"A","minimum_age":18},
         {"id":"7","name":"A","minimum_age":"any"})");
  ASSERT_EQ(reading.services.size(), 7U);
  for (std::size_t i : {0U, 1U, 2U, 3U, 6U}) EXPECT_THAT(reading.services[i].ages, IsEmpty()) << i;
  EXPECT_THAT(reading.services[4].ages, ElementsAre(record::AgeRange{0, 5}));
  EXPECT_THAT(reading.services[5].ages, ElementsAre(record::AgeRange{18, std::nullopt}));
  EXPECT_FAULT_LINES(17, reading, "bad_age service.ages 0 to 0 -> left out",
                     "bad_age service.ages -1 to -1 -> negative age left out",
                     "bad_age service.ages 18 to 5 -> left out",
                     "bad_age service.ages  to 0 -> left out",
                     "wrong_type service.minimum_age any -> text read as its value",
                     "unreadable_number service.minimum_age any -> left out");
}

TEST(Fault, Row18SeveralEligibilityRows) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","eligibilitys":[{"id":"e1","eligibility":"child","minimum_age":5,"maximum_age":12},
          {"id":"e2","eligibility":"adult","minimum_age":60,"maximum_age":100},{"id":"e3","minimum_age":0,"maximum_age":0}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  EXPECT_THAT(reading.services[0].ages,
              ElementsAre(record::AgeRange{5, 12}, record::AgeRange{60, 100}));
  ASSERT_EQ(reading.services[0].eligibilities.size(), 2U);
  EXPECT_EQ(reading.services[0].eligibilities[1].text, "adult");
  EXPECT_EQ(reading.services[0].eligibilities[1].ages, (record::AgeRange{60, 100}));
  EXPECT_FAULT_LINES(18, reading, "bad_age eligibility.ages 0 to 0 -> left out");
}

// The server's side of it (+, %20, none, lower case in a URL) is tested with its requests.
TEST(Fault, Row19PostcodesWithAPlus) {
  std::vector<std::string> read;
  for (const char* text : {"BS10+7HG", "BS10 7HG", "bs107hg", " BS10  7HG "}) {
    const std::optional<Postcode> postcode = Postcode::Parse(text);
    ASSERT_TRUE(postcode.has_value()) << text;
    EXPECT_EQ(postcode->text(), "BS10 7HG");
    const record::Service service = ReadOneService(
        R"([{"id":"a","name":"A","service_at_locations":[{"location":{"addresses":[{"postal_code":")" +
        std::string(text) + R"("}]}}]}])");
    ASSERT_EQ(service.locations.size(), 1U);
    read.push_back(service.locations[0].location.address.postcode);
  }
  EXPECT_FAULT(19, read, ElementsAre("BS10 7HG", "BS10 7HG", "BS10 7HG", "BS10 7HG"));
}

// That an unknown postcode in a question is an error of its own is tested with the server's
// requests, and kUnknownPostcode with prepare's placing. Here: neither an unknown nor a malformed
// one costs the record.
TEST(Fault, Row20UnknownPostcodes) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","service_at_locations":[{"location":{"id":"1","addresses":[{"postal_code":"zz999zz"}]}},
          {"location":{"id":"2","addresses":[{"postal_code":"ABC 1234"}]}}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  EXPECT_EQ(reading.services[0].locations[0].location.address.postcode, "ZZ99 9ZZ");
  EXPECT_EQ(reading.services[0].locations[1].location.address.postcode, "ABC 1234");
  EXPECT_EQ(reading.services[0].locations[0].location.position, std::nullopt);
  EXPECT_FAULT(20, reading.Lines(), IsEmpty());
}

TEST(Fault, Row21CaseAndSpellingOfWords) {
  const JsonReading reading = ReadServices(
      R"({"id":"1","name":"A","status":"Active","deliverable_type":"advice","attending_type":"Home Visit","attending_access":"Drop In"},
         {"id":"2","name":"A","status":"TEMPORARILY_CLOSED","deliverable_type":"Advice","attending_type":"telephone"},
         {"id":"3","name":"A","attending_type":"astral projection","attending_access":"Self referral"},
         {"id":"4","name":"A","status":"deleted"})");
  ASSERT_THAT(Ids(reading), ElementsAre("1", "2", "3"));
  EXPECT_EQ(reading.services[0].status, Status::kActive);
  EXPECT_EQ(reading.services[0].attending, EnumSet<Attending>{Attending::kHomeVisit});
  EXPECT_EQ(reading.services[0].access, EnumSet<Access>{Access::kDropIn});
  EXPECT_THAT(reading.services[0].deliverable_types, ElementsAre("advice"));
  EXPECT_EQ(reading.services[1].status, Status::kTemporarilyClosed);
  EXPECT_EQ(reading.services[1].attending, EnumSet<Attending>{Attending::kPhone});
  EXPECT_EQ(reading.services[2].status, std::nullopt);  // absent counts as active, later
  EXPECT_TRUE(reading.services[2].attending.empty());
  EXPECT_FAULT_LINES(21, reading,
                     "unknown_word service.attending_type astral projection -> left out",
                     "unknown_word service.attending_access Self referral -> left out",
                     "rejected unknown_status service.status deleted -> not published");
}

TEST(Fault, Row22BadWebAndMailAddresses) {
  const JsonReading reading = ReadServices(
      R"json({"id":"1","name":"A","url":"www.example.org","email":"mailto:a@example.org"},
         {"id":"2","name":"A","url":"see poster","email":"via website"},
         {"id":"3","name":"A","url":"javascript:alert(1)"},{"id":"4","name":"A","url":"http://example.org/a b"})json");
  ASSERT_EQ(reading.services.size(), 4U);
  EXPECT_EQ(reading.services[0].url, "http://www.example.org");
  EXPECT_EQ(reading.services[0].email, "a@example.org");
  EXPECT_EQ(reading.services[1].url, "");
  EXPECT_EQ(reading.services[1].email, "");
  EXPECT_EQ(reading.services[2].url, "");
  EXPECT_EQ(reading.services[3].url, "http://example.org/a%20b");
  EXPECT_FAULT_LINES(
      22, reading, "bad_url service.url www.example.org -> read as http://www.example.org",
      "bad_email service.email mailto:a@example.org -> read as a@example.org",
      "bad_url service.url see poster -> left out",
      "bad_email service.email via website -> left out",
      "bad_url service.url javascript:alert(1) -> left out",
      "bad_url service.url http://example.org/a b -> read as http://example.org/a%20b");
}

TEST(Fault, Row23ServicesWithoutLocationAndLocationsWithoutService) {
  const JsonReading reading = ReadJson(
      R"({"services":[{"id":"a","name":"Helpline","attending_type":"online"}],
          "locations":[{"id":"l","name":"Empty hall","latitude":51.5,"longitude":-2.5}]})");
  EXPECT_EQ(reading.error, "");
  ASSERT_THAT(Ids(reading), ElementsAre("a"));
  EXPECT_THAT(reading.services[0].locations, IsEmpty());
  EXPECT_TRUE(reading.services[0].attending.Has(Attending::kOnline));
  const record::Service virtual_place = ReadOneService(
      R"([{"id":"b","name":"B","service_at_locations":[{"location":{"location_type":"virtual"}}]}])");
  EXPECT_EQ(virtual_place.locations[0].location.type, record::LocationType::kVirtual);
  EXPECT_FAULT_LINES(23, reading,
                     "missing_parent locations.id l -> no service leads to it; left out");
}

TEST(Fault, Row24TermsInEverySpelling) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","service_taxonomys":[
          {"taxonomy":{"id":"http://id.esd.org.uk/service/242","vocabulary":"esdServiceTypes"}},
          {"taxonomy":{"id":"esdServiceType:243"}},{"taxonomy":{"id":"esdServiceTypes:244"}},
          {"taxonomy":{"id":"service:245"}},{"taxonomy":{"id":"246","vocabulary":"esdServiceTypes"}},
          {"taxonomy":{"id":"esdServiceType:242"}},
          {"taxonomy":{"id":"need:122"}},{"taxonomy":{"id":"circumstance:191"}},
          {"taxonomy":{"id":"bccservicetype:78","vocabulary":"BCC Service Types"}},{"taxonomy":{"id":1149}},
          {"taxonomy_id":"openActiveActivity:c07d","vocabulary":"Activity"}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  std::vector<std::string> ids;
  for (const record::TermRef& term : reading.services[0].terms)
    ids.push_back(record::CanonicalTermId(term));
  EXPECT_THAT(ids, ElementsAre("esdServiceType:242", "esdServiceType:243", "esdServiceType:244",
                               "esdServiceType:245", "esdServiceType:246", "esdNeed:122",
                               "esdCircumstance:191", "BCC Service Types:78", "1149",
                               "openActiveActivity:c07d"));
  EXPECT_FAULT(24, reading.Lines(), IsEmpty());
}

TEST(Fault, Row25TermsWithoutDescriptionOrUuid) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","attributes":[{"taxonomy_term":{"id":"12","name":"Youth","taxonomy":"Our list"}},
          {"taxonomy_term":{"name":"Only a name","taxonomy":"Our list"}},{"taxonomy_term":{}},{"taxonomy_term_id":"77"}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  EXPECT_THAT(reading.services[0].terms,
              ElementsAre(record::TermRef{"Our list", "12", "Youth"},
                          record::TermRef{"Our list", "Only a name", "Only a name"},
                          record::TermRef{"", "77", ""}));
  EXPECT_FAULT(25, reading.Lines(), IsEmpty());
}

TEST(Fault, Row26CountriesAndCounties) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","service_at_locations":[
          {"location":{"addresses":[{"address_1":"1 Road","city":"Leeds"}]}},
          {"location":{"addresses":[{"address_1":"1 Road","country":"US","region":"MyRegion"}]}},
          {"location":{"addresses":[{"address_1":"1 Road","state_province":"Kent","region":"South East","country":"GB"}]}}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const std::vector<record::ServiceAtLocation>& places = reading.services[0].locations;
  EXPECT_EQ(places[0].location.address.country, "");
  EXPECT_EQ(places[0].location.address.county, "");
  EXPECT_EQ(places[1].location.address.country, "US");
  EXPECT_EQ(places[1].location.address.county, "MyRegion");
  EXPECT_EQ(places[2].location.address.county, "Kent");
  EXPECT_FAULT(26, reading.Lines(), IsEmpty());
}

TEST(Fault, Row27AnErrorPageInsteadOfAFeed) {
  const std::string page = "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>";
  EXPECT_THAT(ReadJson(page).error, HasSubstr("byte 0: this is a web page or XML, not JSON"));
  const JsonReading folder = ReadJsonFolder(
      {{"page-1.json", R"({"contents":[{"id":"a","name":"A"}]})"}, {"page-2.json", page}});
  EXPECT_THAT(folder.error, HasSubstr("page-2.json: byte 0: this is a web page"));
  EXPECT_THAT(ReadJson("").error, HasSubstr("the file is empty"));
  EXPECT_FAULT(27, ReadJson("429 Too Many Requests").error, HasSubstr("not JSON"));
}

TEST(Fault, Row28OldDataUnderANewPath) {
  const JsonReading reading = ReadJsonFolder(
      {{"o/ServiceDirectoryService/v3/services.json",
        R"({"totalElements":1,"content":[{"id":"a","name":"A","eligibilitys":[{"minimum_age":60,"maximum_age":99}],
            "regular_schedules":[{"weekday":"Monday","opens_at":"10:00","closes_at":"12:00"}]}]})"},
       {"index.json", R"({"version":"HSDS-UK-1.0","openapi_url":"https://example.org"})"}});
  EXPECT_EQ(reading.error, "");
  ASSERT_THAT(Ids(reading), ElementsAre("a"));
  EXPECT_THAT(reading.services[0].ages, ElementsAre(record::AgeRange{60, 99}));
  EXPECT_EQ(reading.services[0].schedules.size(), 1U);
  EXPECT_FAULT(28, reading.Lines(), IsEmpty());
}

// Which paths a harvester asks for is its configuration's business; what it saves may be called
// either way.
TEST(Fault, Row29SingularAndPluralNames) {
  std::vector<std::string> joined;
  for (const char* name : {"organization.json", "organizations.json", "organisation__o.json",
                           "organizations-1.json"}) {
    const JsonReading reading =
        ReadJsonFolder({{name, R"([{"id":"o","name":"Org"}])"},
                        {"service.json", R"([{"id":"a","name":"A","organization_id":"o"}])"}});
    ASSERT_THAT(Ids(reading), ElementsAre("a")) << name << reading.error;
    ASSERT_TRUE(reading.services[0].organisation.has_value()) << name;
    joined.push_back(reading.services[0].organisation->name);
  }
  EXPECT_FAULT(29, joined, ElementsAre("Org", "Org", "Org", "Org"));
}

TEST(Fault, Row30ModifiedUnderBothNames) {
  for (const char* member : {"last_modified", "modified_date", "updated_at"}) {
    const record::Service service = ReadOneService(
        R"([{"id":"a","name":"A",")" + std::string(member) + R"(":"2024-05-01T10:00:00+01:00"}])");
    ASSERT_TRUE(service.last_modified.has_value()) << member;
    EXPECT_EQ(FormatMoment(*service.last_modified), "2024-05-01T09:00:00Z") << member;
  }
  const record::Service vendor =
      ReadOneService(R"([{"id":"a","name":"A","pc_metadata":{"date_modified":"2024-05-01"}}])");
  EXPECT_EQ(FormatMoment(*vendor.last_modified), "2024-05-01T00:00:00Z");
  EXPECT_FAULT(30, vendor.extras, R"({"pc_metadata":{"date_modified":"2024-05-01"}})");
}

TEST(Fault, Row31DoubtfulScheduleMembers) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","schedules":[
          {"byday":"MO","opens_at":"10:00","closes_at":"11:00","timezone":0,"count":5,"wkst":"MO"},
          {"byday":"MO","opens_at":"10:00","closes_at":"11:00","timezone":"Europe/London","count":"5","wkst":"monday"},
          {"byday":"MO","opens_at":"10:00","closes_at":"11:00","timezone":"America/New_York"},
          {"byday":"MO","opens_at":"10:00-13:00,14:00-17:00"},
          {"byday":"MO","opens_at":"closed","closes_at":"closed"},
          {"freq":"SOMETIMES","byday":"MO","opens_at":"10:00","closes_at":"11:00"}]})");
  ASSERT_EQ(reading.services.size(), 1U);
  const std::vector<record::Schedule>& rows = reading.services[0].schedules;
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0].count, 5);
  EXPECT_EQ(rows[1].count, 5);
  EXPECT_EQ(rows[1].wkst, Weekday::kMonday);
  EXPECT_EQ(rows[3].opens_at, MinuteOfDay(600));
  EXPECT_EQ(rows[3].closes_at, MinuteOfDay(780));
  EXPECT_EQ(rows[4].opens_at, MinuteOfDay(840));
  EXPECT_EQ(rows[4].closes_at, MinuteOfDay(1020));
  EXPECT_TRUE(rows[5].unreadable);
  EXPECT_EQ(rows[5].as_published, "freq=SOMETIMES; byday=MO; opens_at=10:00; closes_at=11:00");
  EXPECT_FAULT_LINES(31, reading, "wrong_type schedule.count 5 -> text read as its value",
                     "unknown_word schedule.timezone America/New_York -> times are taken as local",
                     "unreadable_schedule schedule.freq SOMETIMES -> kept as text, states no time");
}

// The header is missing from the answers of other servers, which a browser then keeps from its
// page; an importer never notices. Ours is on every answer to a read, also on those that say no.
TEST(Fault, Row32MissingCorsHeader) {
  const SystemClock clock;
  const server::SynonymSource synonyms;
  const server::ServingIndex no_index{
      .index = nullptr, .clock = clock, .zone = {}, .synonyms = synonyms};
  const server::Router router(no_index);
  std::vector<std::string> origins;
  const std::vector<std::pair<std::string, std::string>> reads = {{"GET", "/healthz"},
                                                                  {"HEAD", "/healthz"},
                                                                  {"GET", "/no/such/page"},
                                                                  {"OPTIONS", "/api/search"}};
  for (const auto& [method, path] : reads) {
    const server::HttpResponse response = router.Answer({.method = method, .path = path});
    for (const auto& [name, value] : response.headers) {
      if (name == "Access-Control-Allow-Origin") origins.push_back(value);
    }
  }
  EXPECT_FAULT(32, origins, ElementsAre("*", "*", "*", "*"));
}

// That such a name is found by itself is tested with the words of the engine.
TEST(Fault, Row33NamesWithPunctuation) {
  std::size_t names = 0;
  for (const char* name :
       {"Extra Care - Redwood Glades.", "Holy Trinity Church of England (Aided) School",
        "13 plus days | Tuesdays and Thursdays", "+50s \\\"Club\\\"", "Under 5s & < 1s"}) {
    const JsonReading reading = ReadServices(R"({"id":"a","name":")" + std::string(name) + R"("})");
    ASSERT_EQ(reading.services.size(), 1U) << name;
    std::string expected = name;
    std::erase(expected, '\\');
    EXPECT_EQ(reading.services[0].name, expected);
    EXPECT_THAT(reading.Lines(), IsEmpty());
    names += reading.services.size();
  }
  EXPECT_FAULT(33, names, 5U);
}

TEST(Fault, Row34NothingIsFilteredAtTheSource) {
  const JsonReading reading = ReadServices(
      R"({"id":"inactive","name":"A","status":"inactive"},{"id":"defunct","name":"A","status":"defunct"},
         {"id":"nothing","name":"A"},{"id":"old","name":"A","maximum_age":5,"schedules":[{"byday":"MO","valid_to":"2001-01-01"}]},
         {"id":"far","name":"A","service_at_locations":[{"location":{"latitude":-33.9,"longitude":151.2}}]})");
  EXPECT_THAT(Ids(reading), ElementsAre("inactive", "defunct", "nothing", "old", "far"));
  EXPECT_EQ(reading.services[0].status, Status::kInactive);
  EXPECT_EQ(FormatIsoDate(*reading.services[3].schedules[0].valid_to), "2001-01-01");
  EXPECT_FAULT(34, reading.Lines(), IsEmpty());
}

TEST(Fault, Row35MembersOutsideTheProfile) {
  const JsonReading reading = ReadServices(
      R"({"id":"a","name":"A","eligibility_description":"Over 60s","interpretation_services":"BSL","alternate_name":"B",
          "phones":[{"number":"0113 496 0000","type":"voice"}],"contacts":[{"name":"Anna","email":"a@example.org","department":"D"}],
          "attributes":[{"link_entity":"service","value":"v","taxonomy_term":{"id":"u","code":"242","name":"Y","taxonomy":"esdServiceTypes"}}],
          "required_documents":[{"document":"Passport"}],"new_in_4_0":{"deep":[1,2]},"empty":[],"none":null})");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.eligibility_description, "Over 60s");
  EXPECT_EQ(service.interpretation_services, "BSL");
  EXPECT_EQ(service.phones[0].type, "voice");
  EXPECT_EQ(service.contacts[0].email, "a@example.org");
  EXPECT_EQ(service.contacts[0].department, "D");
  EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"esdServiceTypes", "242", "Y"}));
  EXPECT_EQ(service.extras,
            R"({"required_documents":[{"document":"Passport"}],"new_in_4_0":{"deep":[1,2]}})");
  EXPECT_FAULT(35, reading.Lines(), IsEmpty());
}

}  // namespace
}  // namespace waypost::sources
