#include "tests/index_builder/validate/good_record.h"

#include <gtest/gtest.h>

namespace waypost::validate {
namespace {

// "@a" is an id; "#" the number of the record.
constexpr std::string_view kScalarsV1 =
    R"("id":"@1","name":"Chair yoga #","description":"Gentle yoga.","url":"https://yoga.larkmoor.uk/a",)"
    R"("email":"hello@yoga.larkmoor.uk","status":"active","fees":"Free","accreditations":"None",)"
    R"("deliverable_type":"Training","assured_date":"2026-11-01","attending_type":"venue",)"
    R"("attending_access":"drop-in","organization":{"id":"@2","name":"Larkmoor Halls",)"
    R"("description":"Runs halls."})";

constexpr std::string_view kPartsV1 =
    R"("regular_schedules":[{"id":"@3","service_id":"@1","opens_at":"10:00","closes_at":"12:00",)"
    R"("freq":"WEEKLY","interval":2,"dtstart":"2026-01-06","byday":"TU,TH",)"
    R"("valid_from":"2026-01-01","valid_to":"2027-01-01"}],)"
    R"("holiday_schedules":[{"id":"@4","service_id":"@1","closed":true,"start_date":"2026-12-25",)"
    R"("end_date":"2026-12-26"}],)"
    R"("eligibilitys":[{"id":"@5","service_id":"@1","eligibility":"adult","minimum_age":18,)"
    R"("maximum_age":99}],)"
    R"("service_at_locations":[{"id":"@6","service_id":"@1","location_id":"@7","location":{)"
    R"("id":"@7","name":"The Hall","latitude":53.38123,"longitude":-1.47012,)"
    R"("physical_addresses":[{"id":"@8","location_id":"@7","address_1":"1 High Street",)"
    R"("city":"Sheffield","state_province":"South Yorkshire","postal_code":"S1 2GH",)"
    R"("country":"GB"}]}}],)"
    R"("cost_options":[{"id":"@9","service_id":"@1","option":"Free","amount":0}],)"
    R"("contacts":[{"id":"@a","service_id":"@1","name":"Jo","title":"Warden",)"
    R"("phones":[{"id":"@b","contact_id":"@a","number":"0114 496 0000"}]}],)"
    R"("service_taxonomys":[{"id":"@c","service_id":"@1","taxonomy":{"id":"esdServiceType:242",)"
    R"("name":"Exercise","vocabulary":"esdServiceTypes","parent":null}}])";

constexpr std::string_view kScalarsV3 =
    R"("id":"@1","organization_id":"@2","name":"Chair yoga #","description":"Gentle yoga.",)"
    R"("url":"https://yoga.larkmoor.uk/a","email":"hello@yoga.larkmoor.uk","status":"active",)"
    R"("fees":"Free","accreditations":"None","minimum_age":18,"maximum_age":99,)"
    R"("assured_date":"2026-11-01","assurer_email":"desk@larkmoor.uk","alert":"Bring a mat",)"
    R"("last_modified":"2026-11-01T10:00:00Z","organization":{"id":"@2","name":"Larkmoor Halls",)"
    R"("description":"Runs halls.","website":"https://halls.larkmoor.uk"})";

constexpr std::string_view kPartsV3 =
    R"("schedules":[{"id":"@3","service_id":"@1","service_at_location_id":"@6","opens_at":"10:00",)"
    R"("closes_at":"12:00","freq":"WEEKLY","interval":2,"dtstart":"2026-01-06","byday":"TU,TH",)"
    R"("valid_from":"2026-01-01","valid_to":"2027-01-01"}],)"
    R"("service_at_locations":[{"id":"@6","service_id":"@1","location_id":"@7","location":{)"
    R"("id":"@7","location_type":"physical","name":"The Hall","latitude":53.38123,)"
    R"("longitude":-1.47012,"addresses":[{"id":"@8","location_id":"@7",)"
    R"("address_1":"1 High Street","city":"Sheffield","state_province":"South Yorkshire",)"
    R"("postal_code":"S1 2GH","country":"GB","address_type":"physical"}]}}],)"
    R"("cost_options":[{"id":"@9","service_id":"@1","option":"Free","amount":0}],)"
    R"("contacts":[{"id":"@a","service_id":"@1","name":"Jo","title":"Warden"}],)"
    R"("attributes":[{"id":"@c","link_id":"@1","taxonomy_term_id":"@d","taxonomy_term":{"id":"@d",)"
    R"("name":"Exercise","description":"Exercise","taxonomy":"esdServiceTypes",)"
    R"("term_uri":"http://id.esd.org.uk/service/242"}}])";

std::string Filled(std::string_view text, int number) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // "hello@yoga" is no id.
    if (text[i] == '@' && filled.ends_with('"')) {
      // Terms are the same for all.
      filled += text[++i] == 'd' ? GoodId(1, 'd') : GoodId(number, text[i]);
    } else if (text[i] == '#') {
      filled += std::to_string(number);
    } else {
      filled += text[i];
    }
  }
  return filled;
}

}  // namespace

std::string GoodId(int number, char part) {
  std::string id(1, part);
  id += "0000000-0000-4000-8000-00000000000";
  id += std::to_string(number);
  return id;
}

std::string GoodRow(Standard standard, int number) {
  std::string row = "{";
  row += Filled(standard == Standard::kV1 ? kScalarsV1 : kScalarsV3, number);
  row += '}';
  return row;
}

std::string GoodRecord(Standard standard, int number) {
  std::string record = GoodRow(standard, number);
  record.back() = ',';
  record += Filled(standard == Standard::kV1 ? kPartsV1 : kPartsV3, number);
  record += '}';
  return record;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

}  // namespace waypost::validate
