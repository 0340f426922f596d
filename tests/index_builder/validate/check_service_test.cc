// A good record has no findings; a good record with one fault has that one, at its place.

#include "index_builder/validate/check_service.h"

#include <gmock/gmock.h>

#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/seen_ids.h"
#include "tests/index_builder/validate/found_codes.h"
#include "tests/index_builder/validate/good_record.h"

namespace waypost::validate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

FindingList FindingsOf(Standard standard, std::string_view record,
                       RecordForm form = RecordForm::kFull) {
  FindingList findings;
  const auto document = ReadJson(record, {}, findings);
  EXPECT_TRUE(document) << record;
  if (!document) return findings;
  RecordCheck check(findings, standard, *ParseIsoDate(kGoodDay), "page", GoodId(1));
  CheckService(document->root(), form, check);
  return findings;
}

TEST(CheckService, GoodRecordsHaveNoFindings) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    EXPECT_THAT(CodesOf(FindingsOf(standard, GoodRecord(standard))), IsEmpty());
    EXPECT_THAT(CodesOf(FindingsOf(standard, GoodRow(standard), RecordForm::kRow)), IsEmpty());
  }
}

struct Fault {
  std::string_view from;
  std::string_view to;
  std::string_view code;
  std::string_view pointer;
  std::string_view what = {};  // a part of it
};

void PrintTo(const Fault& fault, std::ostream* out) {
  *out << fault.code << ": " << fault.from << " -> " << fault.to;
}

void ExpectOnly(const Fault& fault, Standard standard) {
  SCOPED_TRACE(::testing::PrintToString(fault));
  const FindingList findings =
      FindingsOf(standard, Replaced(GoodRecord(standard), fault.from, fault.to));
  EXPECT_THAT(CodesOf(findings), ElementsAre(Pair(std::string(fault.code), 1)));
  for (const FindingRule& rule : AllFindingRules()) {
    if (rule.code != fault.code || findings.group(rule.kind).kept.empty()) continue;
    const Finding& finding = findings.group(rule.kind).kept.front();
    EXPECT_EQ(finding.place.pointer, fault.pointer);
    EXPECT_EQ(finding.place.record, GoodId(1));
    EXPECT_THAT(finding.what, HasSubstr(std::string(fault.what)));
  }
}

constexpr std::string_view kPlace = "/service_at_locations/0/location";

// Of both dialects, where a fault's text is in both.
constexpr Fault kShared[] = {
    {R"("name":"Chair yoga 1",)", "", "missing-field", "/name", "service has no name"},
    {R"("name":"Chair yoga 1")", R"("name":" ")", "missing-field", "/name", "empty text"},
    {R"("name":"Chair yoga 1")", R"("name":"\u0000\u0001")", "missing-field", "/name"},
    {R"("name":"Chair yoga 1")", R"("name":7)", "wrong-type", "/name", "is a number"},
    {R"("latitude":53.38123)", R"("latitude":"53.38123")", "number-as-text",
     "/service_at_locations/0/location/latitude"},
    {R"("amount":0)", R"("amount":"free")", "wrong-type", "/cost_options/0/amount", "a number"},
    {R"("fees":"Free")", R"("fees":null)", "null-value", "/fees"},
    {R"("fees":"Free")", R"("fees":"")", "empty-value", "/fees"},
    {R"("cost_options":[)", R"("languages":[],"cost_options":[)", "empty-list", "/languages"},
    {R"("contacts":[)", R"("contacts":[null,)", "null-value", "/contacts/0"},
    {R"("contacts":[)", R"("contacts":["Jo",)", "wrong-type", "/contacts/0"},
    {R"("id":"90000000-0000-4000-8000-000000000001")", R"("id":"cost:1")", "not-a-uuid",
     "/cost_options/0/id", "cost:1"},
    {R"("dtstart":"2026-01-06")", R"("dtstart":"06/01/2026")", "bad-date", "*/dtstart",
     "write 2026-01-06"},
    {R"("dtstart":"2026-01-06")", R"("dtstart":"2026-02-30")", "bad-date", "*/dtstart", "no date"},
    {R"("opens_at":"10:00")", R"("opens_at":"9am")", "bad-time", "*/opens_at", "9am"},
    {"https://yoga.larkmoor.uk/a", "www.larkmoor.uk", "bad-url", "/url", "http://www.larkmoor.uk"},
    {"https://yoga.larkmoor.uk/a", "ask at the desk", "bad-url", "/url", "no address"},
    {"https://yoga.larkmoor.uk/a", "https://www.example.com/a", "placeholder-address", "/url"},
    {"hello@yoga.larkmoor.uk", "hello at larkmoor", "bad-email", "/email"},
    {R"("status":"active")", R"("status":"paused")", "unknown-word", "/status", "defunct"},
    {R"("status":"active")", R"("status":"Active")", "word-in-other-case", "/status"},
    {R"("fees":"Free")", R"("fees":"Free","pc_meta":1)", "unknown-field", "/pc_meta"},
    {R"("fees":"Free")", R"("fees":"Free","assuredDate":"x")", "misnamed-field", "/assuredDate",
     "assured_date"},
    {R"("fees":"Free")", R"("fees":"Free","fees":"5")", "repeated-field", "/fees"},
    {R"("service_id":"10000000-0000-4000-8000-000000000001","option")",
     R"("service_id":"10000000-0000-4000-8000-000000000002","option")", "broken-reference",
     "/cost_options/0/service_id", "0002"},
    {R"("location_id":"70000000-0000-4000-8000-000000000001","location")",
     R"("location_id":"70000000-0000-4000-8000-000000000002","location")", "broken-reference",
     "/service_at_locations/0/location_id"},
    {"53.38123", "5338123", "coordinates-out-of-range", kPlace},
    {R"(53.38123,"longitude":-1.47012)", R"(-1.47012,"longitude":53.38123)", "coordinates-swapped",
     kPlace},
    {R"(53.38123,"longitude":-1.47012)", R"(0,"longitude":0)", "coordinates-zero", kPlace},
    {"-1.47012", "11.47012", "coordinates-outside-uk", kPlace},
    {R"("longitude":-1.47012,)", "", "one-coordinate", kPlace, "no longitude"},
    {R"(53.38123,"longitude":-1.47012)", R"(53.38,"longitude":-1.47)", "coordinates-rounded",
     kPlace},
    {"S1 2GH", "S1", "bad-postcode", "*/postal_code", "beginning"},
    {"S1 2GH", "near the hall", "bad-postcode", "*/postal_code", "no postcode"},
    {R"("country":"GB")", R"("country":"England")", "bad-country", "*/country"},
    {R"("minimum_age":18)", R"("minimum_age":180)", "bad-age", "*/minimum_age"},
    {R"("minimum_age":18)", R"("minimum_age":-1)", "bad-age", "*/minimum_age"},
    {R"("maximum_age":99)", R"("maximum_age":9)", "ages-reversed", "*ages"},
    {R"("minimum_age":18,"maximum_age":99)", R"("minimum_age":0,"maximum_age":0)", "ages-zero",
     "*ages"},
    {R"("byday":"TU,TH")", R"("byday":"Tuesday")", "bad-byday", "*/byday"},
    {R"("byday":"TU,TH")", R"("byday":"TU, TH")", "bad-byday", "*/byday"},
    {R"("byday":"TU,TH")", R"("byday":"2TU")", "ordinal-outside-month", "*/byday"},
    {R"("byday":"TU,TH")", R"("byday":"TU","bymonthday":"32")", "bad-bymonthday", "*/bymonthday"},
    {R"("interval":2)", R"("interval":0)", "bad-interval", "*/interval"},
    {R"("dtstart":"2026-01-06",)", "", "interval-without-start", "*/interval"},
    {R"("closes_at":"12:00")", R"("closes_at":"10:00")", "closes-before-opens", "*", "10:00"},
    {R"("closes_at":"12:00",)", "", "one-time-only", "*", "no closes_at"},
    {R"("valid_to":"2027-01-01")", R"("valid_to":"2025-01-01")", "dates-reversed", "*"},
    {R"("valid_from":"2026-01-01","valid_to":"2027-01-01")", R"("valid_to":"2026-06-01")",
     "expired-schedule", "*"},
    {"Gentle yoga.", "<p>Gentle yoga.</p>", "markup-in-text", "/description", "<p>"},
    {R"("description":"Gentle yoga.",)", "", "no-description", "/description"},
    {R"("assured_date":"2026-11-01",)", "", "never-assured", "/assured_date"},
    {R"("assured_date":"2026-11-01")", R"("assured_date":"2026-01-11")", "assured-long-ago",
     "/assured_date"},
    {R"("assured_date":"2026-11-01")", R"("assured_date":"2027-01-11")", "assured-in-future",
     "/assured_date"},
};

// "*" in a pointer stands for what the dialects call differently.
std::string PointerIn(Standard standard, std::string_view pointer) {
  const bool v1 = standard == Standard::kV1;
  if (pointer == "*ages") return v1 ? "/eligibilitys/0" : "";
  if (!pointer.starts_with('*')) return std::string(pointer);
  const std::string_view rest = pointer.substr(1);
  std::string before = v1 ? "/regular_schedules/0" : "/schedules/0";
  if (rest == "/postal_code" || rest == "/country") {
    before = std::string(kPlace) + (v1 ? "/physical_addresses/0" : "/addresses/0");
  }
  if (rest == "/minimum_age") before = v1 ? "/eligibilitys/0" : "";
  return before + std::string(rest);
}

TEST(CheckService, EachFaultIsFoundByItsCode) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    for (Fault fault : kShared) {
      const std::string pointer = PointerIn(standard, fault.pointer);
      fault.pointer = pointer;
      ExpectOnly(fault, standard);
    }
  }
}

TEST(CheckService, FaultsOf1) {
  for (const Fault& fault : std::vector<Fault>{
           {R"("deliverable_type":"Training")", R"("deliverable_type":"Yoga")", "unknown-word",
            "/deliverable_type"},
           {R"("fees":"Free")", R"("fees":"Free","eligibilities":[])", "misnamed-field",
            "/eligibilities", "eligibilitys"},
           {R"("contact_id":"a)", R"("contact_id":"b)", "broken-reference",
            "/contacts/0/phones/0/contact_id"},
           {"esdServiceType:242", "242", "term-spelling", "/service_taxonomys/0/taxonomy/id"},
           {R"("closed":true)", R"("closed":"yes")", "wrong-type", "/holiday_schedules/0/closed"},
           {R"("end_date":"2026-12-26")", R"("end_date":"2026-12-20")", "dates-reversed",
            "/holiday_schedules/0"},
           {R"("assured_date":"2026-11-01")", R"("assured_date":"soon")", "bad-date",
            "/assured_date"},
           {R"("byday":"TU,TH",)", R"("interval":1,)", "repeated-field",
            "/regular_schedules/0/interval"},
       }) {
    ExpectOnly(fault, Standard::kV1);
  }
}

TEST(CheckService, FaultsOf3) {
  for (const Fault& fault : std::vector<Fault>{
           {R"("status":"active",)", "", "missing-field", "/status"},
           {R"("organization_id":"20000000-0000-4000-8000-000000000001",)", "", "missing-field",
            "/organization_id"},
           {R"("organization_id":"2)", R"("organization_id":"3)", "broken-reference",
            "/organization_id"},
           {"2026-11-01T10:00:00Z", "2026-11-01T10:00:00", "bad-date-time", "/last_modified",
            "offset"},
           {"2026-11-01T10:00:00Z", "2026-11-01", "bad-date-time", "/last_modified"},
           {R"("freq":"WEEKLY")", R"("freq":"DAILY")", "unknown-word", "/schedules/0/freq"},
           {R"("location_type":"physical",)", "", "missing-field",
            "/service_at_locations/0/location/location_type"},
           {"http://id.esd.org.uk/service/242", "242", "bad-url",
            "/attributes/0/taxonomy_term/term_uri"},
           {R"("service_at_location_id":"6)", R"("service_at_location_id":"9)", "broken-reference",
            "/schedules/0/service_at_location_id"},
           {R"("fees":"Free")", R"("fees":"Free","eligibilitys":[{}])", "misnamed-field",
            "/eligibilitys", "minimum_age"},
       }) {
    ExpectOnly(fault, Standard::kV3);
  }
}

// Fields of the international standard are no fault of a 3.0 feed.
TEST(CheckService, InternationalFieldsAreAllowed) {
  const std::string record = Replaced(GoodRecord(Standard::kV3), R"("fees":"Free")",
                                      R"("fees":"Free","phones":[{}],"alternate_name":"Yoga")");
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV3, record)), IsEmpty());
}

// Of 1.0, which has the organisation itself: an empty one is none.
TEST(CheckService, ABlankOrganisationIsNone) {
  const FindingList findings =
      FindingsOf(Standard::kV1,
                 R"({"id":"10000000-0000-4000-8000-000000000001","name":"A","organization":" "})",
                 RecordForm::kRow);
  EXPECT_EQ(findings.group(FindingKind::kMissingField).count, 1U);
}

TEST(CheckService, SilenceOfARowSaysNothing) {
  std::string row = Replaced(GoodRow(Standard::kV1), R"("assured_date":"2026-11-01",)", "");
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV1, row, RecordForm::kRow)), IsEmpty());
  row = Replaced(row, R"("attending_type":"venue",)", "");
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV1, row)),
              ElementsAre(Pair("never-assured", 1), Pair("no-place", 1), Pair("no-terms", 1)));
}

TEST(CheckService, AServiceOnlineNeedsNoPlace) {
  const std::string row = Replaced(GoodRow(Standard::kV1), "venue", "online");
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV1, row)), ElementsAre(Pair("no-terms", 1)));
}

TEST(CheckService, AScheduleOf3MaySayThatItIsOnline) {
  std::string row = GoodRow(Standard::kV3);
  row.back() = ',';
  row += R"("schedules":[{"id":")" + GoodId(1, '3') + R"(","attending_type":"online"}]})";
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV3, row)), ElementsAre(Pair("no-terms", 1)));
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV3, Replaced(row, "online", "venue"))),
              ElementsAre(Pair("no-place", 1), Pair("no-terms", 1)));
}

TEST(CheckService, WithoutOrganisation) {
  const std::string record = GoodRecord(Standard::kV1);
  const std::size_t begin = record.find(R"("organization":)");
  const std::size_t end = record.find(R"("regular_schedules")");
  const std::string without = record.substr(0, begin) + record.substr(end);
  EXPECT_THAT(CodesOf(FindingsOf(Standard::kV1, without)), ElementsAre(Pair("missing-field", 1)));
}

TEST(CheckService, AFaultSeenTwiceCountsOnce) {
  FindingList findings;
  const auto document =
      ReadJson(Replaced(GoodRecord(Standard::kV1), "active", "paused"), {}, findings);
  ASSERT_TRUE(document);
  RecordCheck check(findings, Standard::kV1, *ParseIsoDate(kGoodDay), "list", GoodId(1));
  CheckService(document->root(), RecordForm::kFull, check);
  check.set_page("detail");
  CheckService(document->root(), RecordForm::kFull, check);
  EXPECT_THAT(CodesOf(findings), ElementsAre(Pair("unknown-word", 1)));
  EXPECT_EQ(findings.group(FindingKind::kUnknownWord).kept.front().place.page, "list");
}

TEST(SeenIds, PartsOfTwoServicesMustNotShareAnId) {
  FindingList findings;
  SeenIds ids;
  const auto add = [&](const std::string& record, int number) {
    const auto document = ReadJson(record, {}, findings);
    ASSERT_TRUE(document);
    RecordCheck check(findings, Standard::kV1, *ParseIsoDate(kGoodDay), "page", GoodId(number));
    ids.AddParts(document->root(), check);
    ids.AddParts(document->root(), check);  // the full record after its row
  };
  EXPECT_TRUE(ids.AddService(GoodId(1)));
  EXPECT_TRUE(ids.AddService(GoodId(2)));
  EXPECT_FALSE(ids.AddService(GoodId(1)));
  add(GoodRecord(Standard::kV1, 1), 1);
  add(GoodRecord(Standard::kV1, 2), 2);
  EXPECT_THAT(CodesOf(findings), IsEmpty());
  add(Replaced(GoodRecord(Standard::kV1, 3), GoodId(3, '9'), GoodId(1, '9')), 3);
  EXPECT_THAT(CodesOf(findings), ElementsAre(Pair("repeated-part-id", 1)));
  EXPECT_EQ(findings.group(FindingKind::kRepeatedPartId).kept.front().place.pointer,
            "/cost_options/0/id");
}

}  // namespace
}  // namespace waypost::validate
