#include "index_builder/sections/cards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_directory.h"

namespace waypost::sections {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string CardOf(const record::Service& service) {
  return DocumentCard({&service, &service.locations.front(), ServiceOrdinal(0)});
}

record::Service Hidden(const std::string& district) {
  record::Service service = waypost::testing::ServiceAt("secret", 51.5, -2.5);
  service.confidential = true;
  service.locations.front().location.hidden_district = district;
  return service;
}

TEST(DocumentCard, OfAConfidentialPlaceTheDistrictIsTold) {
  EXPECT_THAT(CardOf(Hidden("WE1")),
              AllOf(HasSubstr("\"district\":\"WE1\""), Not(HasSubstr("postcode"))));
  EXPECT_THAT(CardOf(Hidden("")), Not(HasSubstr("district")));
}

// Whatever the record holds: neither more of a postcode, nor anything else of the place.
TEST(DocumentCard, OfAConfidentialPlaceNoMoreIsTold) {
  for (const char* told : {"WE1 1AA", "WE1 1", "we11aa"}) {
    EXPECT_THAT(CardOf(Hidden(told)),
                AllOf(HasSubstr("\"district\":\"WE1\""), Not(HasSubstr(told))));
  }
  EXPECT_THAT(CardOf(Hidden("1 Hidden Lane")), Not(HasSubstr("Hidden")));
  record::Service service = Hidden("WE1");
  record::Location& location = service.locations.front().location;
  location.name = "Hidden House";
  location.address = {{"1 Hidden Lane"}, "Hiddenton", "", "WE1 1AA", ""};
  EXPECT_THAT(CardOf(service),
              AllOf(Not(HasSubstr("Hidden")), Not(HasSubstr("1AA")), Not(HasSubstr("51.5"))));
}

TEST(DocumentCard, OtherPlacesHaveTheirAddressAndNoDistrictOfTheirOwn) {
  record::Service service = waypost::testing::ServiceAt("open", 51.5, -2.5);
  service.locations.front().location.address.postcode = "WE1 1AA";
  EXPECT_THAT(CardOf(service),
              AllOf(HasSubstr("\"postcode\":\"WE1 1AA\""), Not(HasSubstr("district"))));
}

}  // namespace
}  // namespace waypost::sections
