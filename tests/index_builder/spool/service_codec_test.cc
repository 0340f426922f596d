#include "index_builder/spool/service_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/spool/service_spool.h"
#include "tests/oracle/world.h"
#include "tests/support/random_seed.h"
#include "tests/support/scratch_folder.h"

namespace waypost::spool {
namespace {

// Every member that a record has, and every member of those, has a value of its own.
record::Service FullService() {
  record::Service service;
  int number = 0;
  const auto text = [&] { return "text " + std::to_string(number++); };
  const auto date = [&] { return Date(std::chrono::days(20'000 + number++)); };
  const auto phone = [&] { return record::Phone{text(), text(), text(), text(), text(), text()}; };
  const auto contact = [&] {
    return record::Contact{text(), text(), text(), text(), text(), {phone()}};
  };
  const auto term = [&] { return record::TermRef{text(), text(), text()}; };
  const auto holiday = [&] {
    return record::HolidaySchedule{text(),           true,   MinuteOfDay(600),
                                   MinuteOfDay(660), date(), date()};
  };
  const auto schedule = [&] {
    return record::Schedule{text(),
                            text(),
                            2,
                            3,
                            {{-1, Weekday::kSunday}},
                            {1, 31},
                            {4},
                            {5},
                            Weekday::kFriday,
                            date(),
                            date(),
                            date(),
                            date(),
                            {date(), date()},
                            MinuteOfDay(61),
                            MinuteOfDay(620),
                            60,
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            true};
  };
  service.source = text();
  service.id = text();
  service.public_id = text();
  service.name = text();
  service.alternate_name = text();
  service.description = std::string(70'000, 'x');  // longer than a short length can say
  service.url = text();
  service.email = text();
  service.status = Status::kTemporarilyClosed;
  service.fees = text();
  service.accreditations = text();
  service.licenses = text();
  service.alert = text();
  service.application_process = text();
  service.eligibility_description = text();
  service.interpretation_services = text();
  service.wait_time = text();
  service.deliverable_types = {text(), text()};
  service.attending = {Attending::kOnline, Attending::kPhone};
  service.access = {Access::kReferral};
  service.ages = {{1.5, std::nullopt}, {std::nullopt, 18.0}};
  service.eligibilities = {{text(), text(), {term()}}};
  service.assured_date = date();
  service.assurer_email = text();
  service.last_modified = Moment(std::chrono::seconds(1'700'000'001));
  service.confidential = true;
  service.organisation = record::Organisation{text(), text(), text(), text(),   text(),
                                              text(), text(), text(), {term()}, text()};
  record::Location location{text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            record::LocationType::kVirtual,
                            LatLng::FromE7(-515'000'001, 25'000'002),
                            record::PointPrecision::kSector,
                            true,
                            text(),
                            {{text(), text()}, text(), text(), text(), text()},
                            {{Accessibility::kRamp, Fact::kNo, text(), text()},
                             {std::nullopt, Fact::kYes, text(), text()}},
                            {phone()}};
  service.locations = {
      {text(), text(), location, {schedule()}, {holiday()}, {phone()}, {contact()}}};
  service.areas = {{text(), text(), text(), text(), text()}};
  service.schedules = {schedule(), record::Schedule()};
  service.holiday_schedules = {holiday(), record::HolidaySchedule()};
  service.cost_options = {{text(), text(), text(), text(), 2.25, date(), date()}};
  service.languages = {{text(), text()}};
  service.contacts = {contact()};
  service.phones = {phone()};
  service.terms = {term(), term()};
  service.published_terms = {{term(), text(), text(), text(), text()}};
  service.fundings = {text()};
  service.reviews = {{text(), text(), text(), text(), text(), text(), text(), text()}};
  service.extras = text();
  service.part_extras = text();
  return service;
}

record::Service ThereAndBack(const record::Service& service) {
  ServiceCodec codec;
  const auto bytes = codec.Encode(service);
  EXPECT_TRUE(bytes.ok());
  record::Service back = FullService();  // all of it is overwritten
  EXPECT_TRUE(ServiceCodec().Decode(std::string(*bytes), back).ok());
  return back;
}

TEST(ServiceCodec, EveryMemberComesBack) {
  const record::Service full = FullService();
  EXPECT_EQ(ThereAndBack(full), full);
}

TEST(ServiceCodec, WhatIsNotStatedStaysSo) {
  EXPECT_EQ(ThereAndBack(record::Service()), record::Service());
}

TEST(ServiceCodec, ServicesOfRandomWorldsComeBack) {
  const std::uint64_t seed = waypost::testing::SeedOfThisRun();
  for (std::uint64_t number = 0; number < 20; ++number) {
    for (const record::Service& service : oracle::MakeWorld(seed, number).directory.services) {
      EXPECT_EQ(ThereAndBack(service), service);
    }
  }
}

TEST(ServiceCodec, OtherBytesAreAnError) {
  ServiceCodec codec;
  const std::string whole(*codec.Encode(FullService()));
  record::Service service;
  EXPECT_EQ(codec.Decode("", service).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(codec.Decode("nonsense", service).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(codec.Decode(std::string_view(whole).substr(0, whole.size() / 2), service).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_TRUE(codec.Decode(whole, service).ok());
}

TEST(ServiceSpool, GivesServicesInAnyOrder) {
  waypost::testing::ScratchFolder folder;
  for (const ScratchFolder& scratch :
       {ScratchFolder{}, ScratchFolder{.path = folder.path().string(), .in_memory = 300}}) {
    ServiceSpool spool(scratch);
    for (int i = 0; i < 50; ++i) {
      record::Service service;
      service.id = std::to_string(i);
      ASSERT_TRUE(spool.Add(service).ok());
    }
    ASSERT_EQ(spool.size(), 50U);
    ServiceReader reader(spool);
    for (std::size_t i = 0; i < 50; ++i) {
      const std::size_t number = i * 17 % 50;
      const auto service = reader.Read(number);
      ASSERT_TRUE(service.ok());
      EXPECT_EQ((*service)->id, std::to_string(number));
    }
  }
}

}  // namespace
}  // namespace waypost::spool
