#include "index_builder/prepare/signposting.h"

#include <gtest/gtest.h>

#include <string>

namespace waypost::prepare {
namespace {

record::Service Named(std::string name, std::string description = "") {
  record::Service service;
  service.name = std::move(name);
  service.description = std::move(description);
  return service;
}

TEST(OnlySignposts, IsToldByTheName) {
  EXPECT_TRUE(OnlySignposts(Named("Find a dentist")));
  EXPECT_TRUE(OnlySignposts(Named("Bristol Carers' Directory")));
  EXPECT_TRUE(OnlySignposts(Named("A-Z of services")));
  EXPECT_FALSE(OnlySignposts(Named("Findlay's lunch club")));
  EXPECT_FALSE(OnlySignposts(Named("Directorate of care")));
}

TEST(OnlySignposts, IsToldByTheFirstWordsOfTheDescription) {
  EXPECT_TRUE(OnlySignposts(Named("Well Aware", "An online directory of health in Bristol.")));
  EXPECT_FALSE(OnlySignposts(Named("Advice", "Advice, support and signposting.")))
      << "much besides";
  std::string far;
  for (int i = 0; i < 28; ++i) far += "word ";
  EXPECT_TRUE(OnlySignposts(Named("Advice", far + "online directory"))) << "words 29 and 30";
  EXPECT_FALSE(OnlySignposts(Named("Advice", far + "word online directory")));
}

TEST(OnlySignposts, NothingThatOneCanComeTo) {
  const record::Service directory = Named("Find a club");
  record::Service with_sessions = directory;
  with_sessions.schedules.emplace_back();
  EXPECT_FALSE(OnlySignposts(with_sessions));
  record::Service with_age = directory;
  with_age.ages.emplace_back();
  EXPECT_FALSE(OnlySignposts(with_age));
  record::Service with_fees = directory;
  with_fees.fees = "£2";
  EXPECT_FALSE(OnlySignposts(with_fees));
  record::Service at_venue = directory;
  at_venue.attending.Add(Attending::kVenue);
  EXPECT_FALSE(OnlySignposts(at_venue));
  record::Service online = directory;
  online.attending.Add(Attending::kOnline);
  EXPECT_TRUE(OnlySignposts(online));
}

}  // namespace
}  // namespace waypost::prepare
