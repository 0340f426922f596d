#include "index_builder/sources/json_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index_builder/sources/json_reading.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> Ids(const JsonReading& reading) {
  std::vector<std::string> ids;
  for (const record::Service& service : reading.services) ids.push_back(service.id);
  return ids;
}

TEST(LooksLikeJson, TellsJsonFromOtherFormats) {
  for (const char* json : {"{\"id\":1}", "[]", "[{", " \n[ {\"a\"", "\xEF\xBB\xBF{\"a\"", "{}",
                           "[1", "{", "\x1E{\"a\":1}"}) {
    EXPECT_TRUE(LooksLikeJson(json)) << json;
  }
  for (const char* other : {"", " ", "id,name", "<html>", "[section]\nkey = 1", "[[columns]]x",
                            "{id: 1}", "\"text\"", "null"}) {
    if (std::string_view(other) == "[[columns]]x")
      continue;  // told apart by what follows, not here
    EXPECT_FALSE(LooksLikeJson(other)) << other;
  }
}

TEST(JsonSource, ReadsEveryShapeOfInput) {
  const std::string a = R"({"id":"a","name":"A"})";
  const std::string b = R"({"id":"b","name":"B"})";
  for (const std::string& text :
       {"[" + a + "," + b + "]", R"({"total_items":2,"contents":[)" + a + "," + b + "]}",
        R"({"totalElements":2,"content":[)" + a + R"(]}{"totalElements":2,"content":[)" + b + "]}",
        a + "\n" + b + "\n", R"({"data":{"services":[)" + a + "," + b + "]}}",
        R"({"services":[)" + a + "," + b + "]}"}) {
    const JsonReading reading = ReadJson(text);
    EXPECT_EQ(reading.error, "") << text;
    EXPECT_THAT(Ids(reading), ElementsAre("a", "b")) << text;
    EXPECT_THAT(reading.Lines(), IsEmpty()) << text;
  }
  EXPECT_THAT(Ids(ReadJson(a)), ElementsAre("a"));
}

TEST(JsonSource, KeepsWhatPartsStateBeyondTheRecordByTheirIds) {
  const record::Service service = ReadOneService(R"({"id": "s", "name": "n", "x": 1,
    "organization": {"id": "o", "name": "Org", "tax_id": "7", "x": null},
    "schedules": [{"id": "h", "service_id": "s", "byday": "MO", "timezone": 0, "x": "<b>bold</b>"},
                  {"byday": "TU", "x": "of no id"}],
    "contacts": [{"id": "c", "name": "Jo"}],
    "service_at_locations": [{"id": "p", "location": {"id": "l", "addresses": [
      {"id": "a", "address_1": "1 A", "address_type": "physical"},
      {"address_1": "PO 2", "address_type": "postal"}]}}]})");
  EXPECT_EQ(service.extras, R"({"x":1})");
  EXPECT_EQ(service.part_extras, R"({"organization o":{"tax_id":"7"},"address l":{"id":"a"},)"
                                 R"("address l 1":{"address_1":"PO 2","address_type":"postal"},)"
                                 R"("schedule h":{"timezone":0,"x":"bold"}})");
}

TEST(JsonSource, ReadsAServiceOfOruk3) {
  const JsonReading reading = ReadJson(R"({
    "id": "s1", "name": "Youth club", "alternate_name": "The Club", "description": "Fun.\n\nEvery week.",
    "url": "https://example.org", "email": "a@example.org", "status": "active", "fees": "Small fee",
    "minimum_age": 8, "maximum_age": 12, "assured_date": "2024-05-01", "assurer_email": "b@example.org",
    "last_modified": "2024-05-01T10:00:00Z", "eligibility_description": "Anyone",
    "organization": {"id": "o1", "name": "Org", "website": "https://example.org/o", "description": "Does."},
    "schedules": [{"id": "h1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "18:00", "closes_at": "20:00"},
                  {"service_at_location_id": "sal1", "byday": "SA", "opens_at": "10:00", "closes_at": "12:00"}],
    "service_areas": [{"name": "Leeds", "extent": {"type": "Polygon", "coordinates": []}, "extent_type": "geojson"}],
    "service_at_locations": [{"id": "sal1", "location": {"id": "l1", "location_type": "physical", "name": "Hall",
      "latitude": 53.8, "longitude": -1.55,
      "addresses": [{"address_1": "1 High Street,", "city": "Leeds", "state_province": "West Yorkshire",
                     "postal_code": "ls1 4dy", "country": "GB", "address_type": "physical"}],
      "accessibility": [{"description": "Ramp at the front. No lift."}],
      "attributes": [{"taxonomy_term": {"id": "t2", "name": "Quiet", "taxonomy": "places"}}]}}],
    "languages": [{"name": "Polish", "code": "pl"}],
    "cost_options": [{"option": "Child", "amount": 2.5, "currency": "GBP", "valid_to": "2030-01-01"}],
    "contacts": [{"name": "Anna", "title": "Lead", "phones": [{"number": "0113 496 0000"}]}],
    "phones": [{"number": "0113 496 0001", "extension": 7}],
    "funding": [{"source": "Council"}],
    "attributes": [{"link_type": "service", "taxonomy_term": {"id": "u", "code": "esdServiceType:242", "name": "Youth"}},
                   {"link_type": "eligibility", "taxonomy_term": {"id": "circumstance:191", "name": "Gender"}}],
    "pc_targetAudience": [{"id": "Homeless"}], "program": null})");
  ASSERT_EQ(reading.error, "");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.source, "test");
  EXPECT_EQ(service.description, "Fun.\nEvery week.");
  EXPECT_EQ(service.status, Status::kActive);
  EXPECT_THAT(service.ages, ElementsAre(record::AgeRange{8, 12}));
  EXPECT_EQ(FormatMoment(*service.last_modified), "2024-05-01T10:00:00Z");
  EXPECT_EQ(service.organisation->url, "https://example.org/o");
  ASSERT_EQ(service.schedules.size(), 1U);
  EXPECT_EQ(service.schedules[0].byday.size(), 2U);
  EXPECT_EQ(service.schedules[0].opens_at, MinuteOfDay(1080));
  ASSERT_EQ(service.areas.size(), 1U);
  EXPECT_EQ(service.areas[0].extent, R"({"type":"Polygon","coordinates":[]})");
  ASSERT_EQ(service.locations.size(), 1U);
  const record::ServiceAtLocation& place = service.locations[0];
  ASSERT_EQ(place.schedules.size(), 1U);
  EXPECT_EQ(place.schedules[0].freq, "WEEKLY");
  EXPECT_EQ(place.location.position, LatLng::FromDegrees(53.8, -1.55));
  EXPECT_EQ(place.location.precision, record::PointPrecision::kExact);
  EXPECT_THAT(place.location.address.lines, ElementsAre("1 High Street"));
  EXPECT_EQ(place.location.address.postcode, "LS1 4DY");
  ASSERT_EQ(place.location.accessibility.size(), 2U);
  EXPECT_EQ(place.location.accessibility[0].feature, Accessibility::kRamp);
  EXPECT_EQ(place.location.accessibility[1].fact, Fact::kNo);
  EXPECT_THAT(service.languages, ElementsAre(record::Language{"pl", "Polish"}));
  EXPECT_EQ(service.cost_options[0].amount, 2.5);
  EXPECT_EQ(service.contacts[0].phones[0].number, "0113 496 0000");
  EXPECT_EQ(service.phones[0].extension, "7");
  EXPECT_THAT(service.fundings, ElementsAre("Council"));
  EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"esdServiceTypes", "242", "Youth"},
                                         record::TermRef{"places", "t2", "Quiet"}));
  ASSERT_EQ(service.eligibilities.size(), 1U);
  EXPECT_THAT(service.eligibilities[0].terms,
              ElementsAre(record::TermRef{"esdCircumstances", "191", "Gender"}));
  EXPECT_EQ(service.extras, R"({"pc_targetAudience":[{"id":"Homeless"}]})");
  EXPECT_THAT(reading.Lines(), IsEmpty());
}

TEST(JsonSource, ReadsAServiceOfOruk1) {
  const JsonReading reading = ReadJson(R"({"content":[{
    "id": 1502, "name": "Lunch club", "description": null, "url": "", "deliverable_type": "Advice",
    "attending_type": "Venue", "attending_access": "drop-in", "assured_date": "01/05/2024 00:00:00",
    "organization": {"id": "o", "name": "Org"},
    "eligibilitys": [{"eligibility": "adult", "minimum_age": 50, "maximum_age": null,
                      "link_taxonomies": [{"taxonomy": {"id": "esdCircumstance:1", "name": "Old"}}]},
                     {"minimum_age": 18, "maximum_age": 25}],
    "service_taxonomys": [{"taxonomy": {"id": "http://id.esd.org.uk/service/1149", "name": "Meals", "vocabulary": "esdServiceTypes"}}],
    "regular_schedules": [{"weekday": 2, "opens_at": "12:00", "closes_at": "14:00"}],
    "holiday_schedules": [{"closed": true, "start_date": "2024-12-25", "end_date": "2024-12-26"}],
    "fundings": [{"source": "Grant"}], "languages": [{"language": "ur"}],
    "service_areas": [{"service_area": "Bristol"}],
    "reviews": [{"title": "Good", "score": "5"}],
    "service_at_locations": [{"id": 7, "location": {"id": 9, "latitude": "51.45", "longitude": "-2.58",
      "physical_addresses": [{"address_1": "1 Road", "city": "Bristol", "postal_code": "BS1 4TR"}],
      "accessibility_for_disabilities": [{"accessibility": "wheelchair"}]},
      "regular_schedule": [{"byday": "FR", "opens_at": "09:00", "closes_at": "10:00"}]}]}],
    "totalElements": 1})");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.id, "1502");
  EXPECT_EQ(service.status, std::nullopt);
  EXPECT_EQ(service.attending, EnumSet<Attending>{Attending::kVenue});
  EXPECT_EQ(service.access, EnumSet<Access>{Access::kDropIn});
  EXPECT_THAT(service.deliverable_types, ElementsAre("Advice"));
  EXPECT_EQ(FormatIsoDate(*service.assured_date), "2024-05-01");
  EXPECT_THAT(service.ages,
              ElementsAre(record::AgeRange{50, std::nullopt}, record::AgeRange{18, 25}));
  ASSERT_EQ(service.eligibilities.size(), 2U);
  EXPECT_EQ(service.eligibilities[0].text, "adult");
  EXPECT_THAT(service.eligibilities[0].terms,
              ElementsAre(record::TermRef{"esdCircumstances", "1", "Old"}));
  EXPECT_THAT(service.terms, ElementsAre(record::TermRef{"esdServiceTypes", "1149", "Meals"}));
  ASSERT_EQ(service.schedules.size(), 1U);
  EXPECT_EQ(service.schedules[0].byday[0].weekday, Weekday::kTuesday);
  ASSERT_EQ(service.holiday_schedules.size(), 1U);
  EXPECT_EQ(service.holiday_schedules[0].closed, true);
  EXPECT_EQ(service.areas[0].name, "Bristol");
  EXPECT_EQ(service.languages[0].name, "Urdu");
  EXPECT_EQ(service.reviews[0].score, "5");
  ASSERT_EQ(service.locations.size(), 1U);
  EXPECT_EQ(service.locations[0].id, "7");
  EXPECT_EQ(service.locations[0].location.id, "9");
  EXPECT_EQ(service.locations[0].location.accessibility[0].feature, Accessibility::kWheelchair);
  EXPECT_EQ(service.locations[0].schedules[0].byday[0].weekday, Weekday::kFriday);
  EXPECT_EQ(service.extras, "");
  EXPECT_EQ(reading.Count(ProblemKind::kWrongType), 2U);  // latitude and longitude as text
}

TEST(JsonSource, ReadsAServiceOfOutpost) {
  const JsonReading reading = ReadJson(R"({"content":[{
    "id": 6378, "name": "Walking group", "updated_at": "2021-09-14T13:05:10.022Z", "min_age": 18, "max_age": null,
    "free": true, "needs_referral": true, "status": "active", "age_band_all": null,
    "locations": [{"id": 7291, "name": null, "address_1": "Church Street", "city": "Wingrave", "postal_code": "HP22",
      "geometry": {"type": "Point", "coordinates": [-0.73, 51.86]}, "mask_exact_address": true,
      "accessibilities": [{"name": "Wheelchair accessible entrance", "slug": "x"}, {"name": "Car parking"}]},
      {"id": 2, "address_1": " ", "city": "Nationwide", "geometry": {"type": "Point", "coordinates": [0, 0]}}],
    "contacts": [{"id": 9881, "email": "via website", "phone": "01296 681522"}],
    "organisation": {"id": 4373, "name": "Wingrave"},
    "taxonomies": [{"id": 403, "name": "Staying active", "slug": "staying-active", "parent_id": null}],
    "suitabilities": [{"id": 2, "name": "Older people", "slug": "older-people"}],
    "send_needs": [{"id": 1, "name": "Autism"}],
    "regular_schedules": [{"weekday": "Monday", "opens_at": "09:30", "closes_at": "12:00"}],
    "cost_options": [{"option": "Adults", "amount": "4.00", "cost_type": "per session"}],
    "links": [], "meta": [{"key": "k", "value": "v"}], "distance_away": null}], "totalElements": 1})");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.id, "6378");
  EXPECT_EQ(FormatMoment(*service.last_modified), "2021-09-14T13:05:10Z");
  EXPECT_THAT(service.ages, ElementsAre(record::AgeRange{18, std::nullopt}));
  ASSERT_EQ(service.locations.size(), 2U);
  const record::Location& church = service.locations[0].location;
  EXPECT_EQ(church.position, LatLng::FromDegrees(51.86, -0.73));
  EXPECT_TRUE(church.masked);
  EXPECT_EQ(church.address.postcode, "HP22");
  EXPECT_THAT(church.address.lines, ElementsAre("Church Street"));
  ASSERT_EQ(church.accessibility.size(), 2U);
  EXPECT_EQ(church.accessibility[0].feature, Accessibility::kWheelchair);
  EXPECT_EQ(church.accessibility[1].fact, Fact::kNotStated);
  EXPECT_EQ(service.locations[1].location.position, std::nullopt);
  EXPECT_EQ(service.contacts[0].phones[0].number, "01296 681522");
  EXPECT_EQ(service.contacts[0].email, "");
  EXPECT_EQ(service.organisation->name, "Wingrave");
  EXPECT_THAT(service.terms,
              ElementsAre(record::TermRef{"test.taxonomies", "staying-active", "Staying active"},
                          record::TermRef{"test.suitabilities", "older-people", "Older people"},
                          record::TermRef{"test.send_needs", "1", "Autism"}));
  EXPECT_EQ(service.schedules[0].freq, "WEEKLY");
  ASSERT_EQ(service.cost_options.size(), 2U);
  EXPECT_EQ(service.cost_options[0].amount_description, "per session");
  EXPECT_EQ(service.cost_options[1].option, "Free");
  EXPECT_EQ(service.cost_options[1].amount, 0);
  EXPECT_TRUE(service.access.Has(Access::kReferral));
  EXPECT_EQ(service.extras, R"({"meta":[{"key":"k","value":"v"}]})");
  EXPECT_TRUE(reading.HasLine("bad_coordinates location.latitude, longitude 0, 0 -> left out"));
  EXPECT_TRUE(reading.HasLine("bad_email contact.email via website -> left out"));
  EXPECT_EQ(reading.Count(ProblemKind::kMaskedPosition), 1U);
}

TEST(JsonSource, AFlagThatIsNotTrueStatesNothing) {
  for (const char* flag : {"null", "false"}) {
    const record::Service service = ReadOneService(std::string(R"([{"id":1,"name":"x","free":)") +
                                                   flag + R"(,"needs_referral":)" + flag + "}]");
    EXPECT_THAT(service.cost_options, IsEmpty());
    EXPECT_TRUE(service.access.empty());
  }
}

TEST(JsonSource, OpeningHoursOfALocationCountWhenNothingElseIsStated) {
  const std::string location =
      R"("location":{"id":"l","schedules":[{"byday":"MO","opens_at":"08:00","closes_at":"09:00"}]})";
  const record::Service alone =
      ReadOneService(R"([{"id":1,"name":"x","service_at_locations":[{)" + location + "}]}]");
  EXPECT_EQ(alone.locations[0].schedules.size(), 1U);
  const record::Service beside = ReadOneService(
      R"([{"id":1,"name":"x","schedules":[{"byday":"TU"}],"service_at_locations":[{)" + location +
      "}]}]");
  EXPECT_THAT(beside.locations[0].schedules, IsEmpty());
}

// In nested records and in separate lists, as the UK profile writes it.
TEST(JsonSource, ReadsTheMemberTermOfATaxonomyTerm) {
  const std::string term =
      R"({"id":"4925f4ad-0d1c-4f0a-8e0d-5b0b8f1b9d11","name":"Carers","taxonomy":"esdServiceTypes",)"
      R"("term":"esdServiceType:298"})";
  const auto carers = ElementsAre(record::TermRef{"esdServiceTypes", "298", "Carers"});
  EXPECT_THAT(
      ReadOneService(R"({"id":1,"name":"x","attributes":[{"taxonomy_term":)" + term + "}]}").terms,
      carers);
  const JsonReading joined = ReadJson(
      R"({"services":[{"id":"s1","name":"One"}],"taxonomy_terms":[)" + term +
      R"(],"attributes":[{"link_id":"s1","taxonomy_term_id":"4925f4ad-0d1c-4f0a-8e0d-5b0b8f1b9d11"}]})");
  ASSERT_EQ(joined.services.size(), 1U) << joined.error;
  EXPECT_THAT(joined.services[0].terms, carers);
}

TEST(JsonSource, JoinsSeparateEntities) {
  const std::string services = R"("services":[{"id":"s1","name":"One","organization_id":"o1"},
                                              {"id":"s2","name":"Two","organization_id":"o2"}])";
  const std::string others = R"("organizations":[{"id":"o1","name":"Org one"}],
    "locations":[{"id":"l1","name":"Hall","latitude":51.5,"longitude":-2.5}],
    "addresses":[{"id":"a1","location_id":"l1","address_1":"1 Road","postal_code":"BS1 4TR"}],
    "service_at_locations":[{"id":"x1","service_id":"s1","location_id":"l1"},{"id":"x2","service_id":"s2","location_id":"l9"}],
    "schedules":[{"service_id":"s2","byday":"MO","opens_at":"09:00","closes_at":"10:00"},
                 {"service_id":"s1","service_at_location_id":"x1","byday":"TU","opens_at":"09:00","closes_at":"10:00"}],
    "contacts":[{"id":"c1","service_id":"s1","name":"Anna"}],
    "phones":[{"contact_id":"c1","number":"0117 496 0000"}],
    "taxonomy_terms":[{"id":"t1","name":"Youth","term_uri":"http://id.esd.org.uk/service/242"}],
    "attributes":[{"id":"b1","link_id":"s1","link_type":"service","taxonomy_term_id":"t1"}])";
  for (const std::string& text :
       {"{" + services + "," + others + "}", "{" + others + "," + services + "}"}) {
    const JsonReading reading = ReadJson(text);
    ASSERT_THAT(Ids(reading), ElementsAre("s1", "s2")) << reading.error;
    const record::Service& one = reading.services[0];
    EXPECT_EQ(one.organisation->name, "Org one");
    ASSERT_EQ(one.locations.size(), 1U);
    EXPECT_EQ(one.locations[0].location.name, "Hall");
    EXPECT_EQ(one.locations[0].location.address.postcode, "BS1 4TR");
    EXPECT_EQ(one.locations[0].schedules.size(), 1U);
    EXPECT_THAT(one.schedules, IsEmpty());
    EXPECT_EQ(one.contacts[0].phones[0].number, "0117 496 0000");
    EXPECT_THAT(one.terms, ElementsAre(record::TermRef{"esdServiceTypes", "242", "Youth"}));
    const record::Service& two = reading.services[1];
    EXPECT_EQ(two.organisation->id, "o2");
    EXPECT_EQ(two.organisation->name, "");
    EXPECT_THAT(two.locations, IsEmpty());
    EXPECT_EQ(two.schedules.size(), 1U);
    EXPECT_TRUE(reading.HasLine(
        "missing_parent service_at_location.location_id l9 -> no such location; left out"));
  }
}

TEST(JsonSource, JoinsAFolderOfOneFilePerEntity) {
  const JsonReading reading =
      ReadJsonFolder({{"organizations.json", R"([{"id":"o1","name":"Org one"}])"},
                      {"services.json", R"([{"id":"s1","name":"One","organization_id":"o1"}])"},
                      {"notes.txt", "not read"}});
  EXPECT_EQ(reading.error, "");
  ASSERT_THAT(Ids(reading), ElementsAre("s1"));
  EXPECT_EQ(reading.services[0].organisation->name, "Org one");
}

TEST(JsonSource, ReadsAFolderOfPages) {
  const JsonReading reading = ReadJsonFolder(
      {{"page-2.json", R"({"total_items":3,"contents":[{"id":"c","name":"C"}]})"},
       {"page-1.json",
        R"({"total_items":3,"contents":[{"id":"a","name":"A"},{"id":"b","name":"B"}]})"},
       {"root.json", R"({"version":"HSDS-UK-3.0","profile":"p","openapi_url":"u"})"}});
  EXPECT_THAT(Ids(reading), ElementsAre("a", "b", "c"));
  EXPECT_THAT(reading.Lines(), IsEmpty());
}

TEST(JsonSource, ReadsServicesInsideOrganisationsAndRows) {
  const JsonReading organisation = ReadJson(
      R"({"id":"o","name":"Org","services":[{"id":"a","name":"A"},{"id":"b","name":"B"}]})");
  ASSERT_THAT(Ids(organisation), ElementsAre("a", "b"));
  EXPECT_EQ(organisation.services[1].organisation->name, "Org");

  const JsonReading rows = ReadJson(
      R"({"contents":[{"id":"x","service":{"id":"a","name":"A"},"location":{"id":"l","name":"Hall"}},
                      {"id":"y","service":{"id":"a","name":"A"},"location":{"id":"m","name":"Park"}}],"total_items":2})");
  ASSERT_THAT(Ids(rows), ElementsAre("a"));
  ASSERT_EQ(rows.services[0].locations.size(), 2U);
  EXPECT_EQ(rows.services[0].locations[1].location.name, "Park");
}

TEST(JsonSource, RejectsWhatCannotBePublishedAndGoesOn) {
  const JsonReading reading =
      ReadJson(R"([{"id":"a","name":"A"},{"name":"no id"},{"id":"b","name":" "},
    {"id":"c","name":"C","status":"archived"},{"id":"d","name": },7,{"id":"e","name":"E"}])");
  EXPECT_EQ(reading.error, "");
  EXPECT_THAT(Ids(reading), ElementsAre("a", "e"));
  EXPECT_EQ(reading.records_read, 7U);
  ASSERT_EQ(reading.sink.rejects.size(), 5U);
  EXPECT_EQ(reading.sink.rejects[0].problem.kind, ProblemKind::kNoId);
  EXPECT_EQ(reading.sink.rejects[0].raw, R"({"name":"no id"})");
  EXPECT_EQ(reading.sink.rejects[1].problem.kind, ProblemKind::kNoName);
  EXPECT_EQ(reading.sink.rejects[1].problem.id, "b");
  EXPECT_EQ(reading.sink.rejects[2].problem.kind, ProblemKind::kUnknownStatus);
  EXPECT_EQ(reading.sink.rejects[2].problem.value, "archived");
  EXPECT_EQ(reading.sink.rejects[3].problem.kind, ProblemKind::kMalformedRecord);
  EXPECT_EQ(reading.sink.rejects[4].raw, "7");
}

TEST(JsonSource, RepairsWhatIsNearlyJson) {
  const JsonReading reading = ReadJson(
      "[{\"id\":\"a\",\"name\":\"caf\xE9\"},{\"id\":\"b\",\"name\":\"two\nlines\"},"
      "{\"id\":\"c\",\"name\":\"C\",\"fees\":NaN,},{\"id\":\"d\",\"name\":\"\\ud83d x\"},"
      "{\"id\":\"e\",\"name\":\"E\",\"name\":\"F\",\"description\":null,\"description\":\"later\"}"
      "]");
  ASSERT_THAT(Ids(reading), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_EQ(reading.services[0].name, "caf\xEF\xBF\xBD");
  EXPECT_EQ(reading.services[1].name, "two lines");
  EXPECT_EQ(reading.services[3].name, "\xEF\xBF\xBD x");
  EXPECT_EQ(reading.services[4].name, "E");  // of several the first that states something
  EXPECT_EQ(reading.services[4].description, "later");
  EXPECT_EQ(reading.Count(ProblemKind::kNotUtf8), 1U);
  EXPECT_EQ(reading.Count(ProblemKind::kMalformedRecord), 3U);
  EXPECT_THAT(reading.sink.rejects, IsEmpty());
}

TEST(JsonSource, ABrokenFileEndsWithAnError) {
  const JsonReading cut = ReadJson(R"({"contents":[{"id":"a","name":"A"},{"id":"b","na)");
  EXPECT_EQ(cut.services.size(), 1U);
  EXPECT_THAT(cut.error, HasSubstr("byte 35"));
  EXPECT_THAT(cut.error, HasSubstr("cut short"));
  EXPECT_THAT(ReadJson(R"({"id":"t","name":"T","term_uri":"http://x.org/t"})").error,
              HasSubstr("holds no services"));
  EXPECT_THAT(ReadJsonPath("/nowhere/at/all.json").error, HasSubstr("/nowhere/at/all.json"));
}

TEST(JsonSource, NestingBeyondReasonIsARejectedRecord) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{\"a\":";
  deep += "1";
  for (int i = 0; i < 5000; ++i) deep += "}";
  const JsonReading reading =
      ReadJson("[{\"id\":1,\"name\":\"x\",\"y\":" + deep + "},{\"id\":2,\"name\":\"y\"}]");
  EXPECT_THAT(Ids(reading), ElementsAre("2"));
  EXPECT_EQ(reading.sink.rejects.size(), 1U);
}

TEST(JsonSource, ConfidentialIsSaidByServiceOrLocation) {
  EXPECT_TRUE(ReadOneService(R"([{"id":1,"name":"x","confidential":true}])").confidential);
  EXPECT_TRUE(
      ReadOneService(
          R"([{"id":1,"name":"x","service_at_locations":[{"location":{"id":"l","confidential":"yes"}}]}])")
          .confidential);
  EXPECT_FALSE(ReadOneService(R"([{"id":1,"name":"x","confidential":null}])").confidential);
}

// A service with a latitude and no status vanished as a location.
TEST(JsonSource, TheNameOfAListSaysWhatIsInIt) {
  const std::string odd =
      R"([{"id":"a","name":"A","latitude":51.5,"longitude":-2.5,"description":"x"}])";
  for (const std::string& text :
       {R"({"services":)" + odd + "}", R"({"data":{"services":)" + odd + "}}"}) {
    const JsonReading reading = ReadJson(text);
    EXPECT_THAT(Ids(reading), ElementsAre("a")) << text;
  }
  EXPECT_THAT(Ids(ReadJsonFolder({{"services.json", odd}})), ElementsAre("a"));
  // Where no name says it, the members do, and what comes to nothing is told.
  const JsonReading unnamed = ReadJson(R"([{"id":"b","name":"B"},)" + odd.substr(1));
  EXPECT_THAT(Ids(unnamed), ElementsAre("b"));
  EXPECT_THAT(unnamed.Lines(),
              ElementsAre("missing_parent locations.id a -> no service leads to it; left out"));
}

// A service was read before the organisations that stand behind it.
TEST(JsonSource, ServicesWaitForWhatTheyReferTo) {
  const std::string organisations = R"("organizations":[{"id":"o","name":"Org"}])";
  for (const std::string more : {R"("languages":[])", R"("languages":[{"code":"cy"}])",
                                 R"("organization":{},"phones":[{"number":"1"}])"}) {
    const std::string services =
        R"("services":[{"id":"a","name":"A","organization_id":"o",)" + more + "}]";
    for (const std::string& text :
         {"{" + services + "," + organisations + "}", "{" + organisations + "," + services + "}"}) {
      const JsonReading reading = ReadJson(text);
      ASSERT_THAT(Ids(reading), ElementsAre("a")) << text;
      EXPECT_EQ(reading.services[0].organisation.value().name, "Org") << text;
      EXPECT_THAT(reading.Lines(), IsEmpty()) << text;
    }
  }
}

// Services that wait are given out when their page ends: the end of the input may never come.
TEST(JsonSource, ServicesWaitNoLongerThanTheirPage) {
  const auto page = [](const std::string& id) {
    return R"({"services":[{"id":")" + id +
           R"(","name":"A","organization_id":"o","languages":[{"code":"cy"}]}]})";
  };
  const JsonReading reading =
      ReadJson(page("a") + "\n" + page("b") +
               R"({"services":[{"id":"c","name":"C","languages":[{"code":"cy"}]},{"id":"d)");
  EXPECT_THAT(Ids(reading), UnorderedElementsAre("a", "b", "c"));
  EXPECT_THAT(reading.error, HasSubstr("cut short"));
  EXPECT_EQ(reading.services[0].organisation.value().id, "o");
}

// "phones":[] hid the phones that were joined to the service.
TEST(JsonSource, AnEmptyListStatesNothing) {
  const JsonReading reading = ReadJson(
      R"({"services":[{"id":"a","name":"A","phones":[],"organization":{},"organization_id":"o"}],
          "phones":[{"service_id":"a","number":"0113 496 0000"}],"organizations":[{"id":"o","name":"Org"}]})");
  ASSERT_THAT(Ids(reading), ElementsAre("a"));
  ASSERT_EQ(reading.services[0].phones.size(), 1U);
  EXPECT_EQ(reading.services[0].organisation.value().name, "Org");
  EXPECT_EQ(reading.services[0].extras, "");
  const record::Service beside = ReadOneService(
      R"([{"id":1,"name":"x","schedules":[],"service_at_locations":[{"location":{"id":"l",
          "schedules":[{"byday":"MO","opens_at":"08:00","closes_at":"09:00"}]}}]}])");
  EXPECT_EQ(beside.locations.at(0).schedules.size(), 1U);
}

// A record that had to be repaired broke again when others were joined to it.
TEST(JsonSource, RepairedRecordsAreJoinedToo) {
  const JsonReading reading = ReadJson(
      R"({"services":[{"id":"a","name":"A","organization_id":"o",}],"organizations":[{"id":"o","name":"Org",}]})");
  ASSERT_THAT(Ids(reading), ElementsAre("a"));
  EXPECT_EQ(reading.services[0].organisation.value().name, "Org");
  EXPECT_EQ(reading.Count(ProblemKind::kMalformedRecord), 2U);
}

// A schedule of a place that is not there counted at every other place.
TEST(JsonSource, AScheduleOfAnUnknownPlaceStatesNoTime) {
  const JsonReading reading = ReadJson(
      R"([{"id":"a","name":"A","service_at_locations":[{"id":"x","location":{"id":"l"}}],
           "schedules":[{"id":"h","service_at_location_id":"y","byday":"MO","opens_at":"09:00"},
                        {"service_at_location_id":"x","byday":"TU","opens_at":"09:00"}]}])");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  ASSERT_EQ(service.schedules.size(), 1U);
  EXPECT_TRUE(service.schedules[0].unreadable);
  EXPECT_EQ(service.schedules[0].id, "h");
  EXPECT_EQ(service.schedules[0].as_published, "byday=MO; opens_at=09:00");
  EXPECT_EQ(service.locations.at(0).schedules.size(), 1U);
  EXPECT_THAT(reading.Lines(),
              ElementsAre("missing_parent schedule.service_at_location_id y -> no such place of "
                          "this service; kept as text, states no time"));
}

// Extras, extents and ids of schedules went into the record as they came.
TEST(JsonSource, NoMarkupReachesTheRecord) {
  const JsonReading reading = ReadJson(
      R"([{"id":"a","name":"A","custom":{"<i>k</i>":["<script>x()</script>Tea"]},
           "schedules":[{"id":"<b>h</b>","byday":"MO"}],"holiday_schedules":[{"id":"<b>d</b>"}],
           "service_areas":[{"name":"B","extent":"<script>x()</script>"}]}])");
  ASSERT_EQ(reading.services.size(), 1U);
  const record::Service& service = reading.services[0];
  EXPECT_EQ(service.extras, R"({"custom":{"k":["Tea"]}})");
  EXPECT_EQ(service.schedules.at(0).id, "h");
  EXPECT_EQ(service.holiday_schedules.at(0).id, "d");
  EXPECT_EQ(service.areas.at(0).extent, "");
  EXPECT_EQ(reading.Count(ProblemKind::kMarkupRemoved), 4U);
  EXPECT_EQ(reading.Count(ProblemKind::kUnresolvedArea), 1U);
}

// In a folder the place of a reject was "byte 0", of whichever file.
TEST(JsonSource, RejectsNameTheirFile) {
  const JsonReading reading =
      ReadJsonFolder({{"page-1.json", R"([{"id":"a","name":"A"}])"},
                      {"sub/page-2.json", R"([7,null,{"id":"b","name":"B"}])"}});
  EXPECT_THAT(
      reading.Lines(),
      ElementsAre("null_element service.sub/page-2.json byte 3 null -> left out",
                  "rejected malformed_record service.sub/page-2.json byte 1 7 -> not an object"));
}

TEST(JsonSource, AConfidentialFlagThatCannotBeReadMeansYes) {
  for (const char* flag : {R"("restricted")", R"({"since":2020})", "2"}) {
    const std::string member = std::string(R"("confidential":)") + flag;
    const JsonReading service = ReadJson(R"([{"id":1,"name":"x",)" + member + "}]");
    EXPECT_TRUE(service.services.at(0).confidential) << flag;
    EXPECT_FALSE(service.Lines().empty()) << flag;
    const JsonReading place = ReadJson(
        R"([{"id":1,"name":"x","service_at_locations":[{"location":{"id":"l",)" + member + "}}]}]");
    EXPECT_TRUE(place.services.at(0).confidential) << flag;
  }
  for (const char* flag : {R"("no")", R"("")", "null", "{}", "[]", "0", "false"}) {
    EXPECT_FALSE(ReadOneService(std::string(R"([{"id":1,"name":"x","confidential":)") + flag + "}]")
                     .confidential)
        << flag;
  }
}

}  // namespace
}  // namespace waypost::sources
