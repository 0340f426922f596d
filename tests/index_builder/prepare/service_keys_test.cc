#include "index_builder/prepare/service_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/prepare/complete_services.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

using ::testing::ElementsAre;

record::Service From(const std::string& source, const std::string& id) {
  record::Service service;
  service.source = source;
  service.id = id;
  return service;
}

std::vector<std::uint64_t> NumbersOf(const ServiceKeys& keys) {
  std::vector<record::SourceInfo> sources;
  record::CollectingSink sink;
  std::vector<std::uint64_t> numbers;
  for (const ChosenService& chosen : keys.Choose(sources, sink)) numbers.push_back(chosen.number);
  return numbers;
}

TEST(ServiceKeys, NumbersAreThoseOfAdding) {
  ServiceKeys keys;
  keys.Add(From("beta", "2"));
  keys.Add(From("beta", "1"));
  keys.Add(From("alpha", "9"));
  EXPECT_THAT(NumbersOf(keys), ElementsAre(2, 1, 0));
}

TEST(ServiceKeys, KeysOfAnotherFollow) {
  ServiceKeys alpha;
  alpha.Add(From("alpha", "2"));
  alpha.Add(From("alpha", "1"));
  ServiceKeys beta;
  beta.Add(From("beta", "1"));
  beta.Add(From("alpha", "1"));  // a repeat of what another reader met
  ServiceKeys keys;
  keys.AddAll(std::move(alpha));
  keys.AddAll(std::move(beta));
  EXPECT_THAT(NumbersOf(keys), ElementsAre(1, 0, 2));
}

TEST(CompleteServices, AreReadByOrdinalAndBySource) {
  CompleteServices services({});
  for (const char* last : {"3", "1", "2"}) {
    record::Service service = From("alpha", last);
    service.public_id = std::string("00000000-0000-4000-8000-00000000000") + last;
    ASSERT_TRUE(services.Add(service).ok());
  }
  ASSERT_TRUE(services.Finish().ok());
  int reads = 0;
  services.OnRead([&] { ++reads; });
  std::vector<std::string> by_ordinal;
  ASSERT_TRUE(services
                  .ForEach([&](ServiceOrdinal ordinal, const record::Service& service) {
                    EXPECT_EQ(ordinal.index(), by_ordinal.size());
                    by_ordinal.push_back(service.id);
                    return absl::OkStatus();
                  })
                  .ok());
  EXPECT_THAT(by_ordinal, ElementsAre("1", "2", "3"));
  std::vector<std::string> by_source;
  std::vector<ServiceOrdinal> ordinals;
  ASSERT_TRUE(services
                  .ForEachBySource([&](ServiceOrdinal ordinal, const record::Service& service) {
                    by_source.push_back(service.id);
                    ordinals.push_back(ordinal);
                    return absl::OkStatus();
                  })
                  .ok());
  EXPECT_THAT(by_source, ElementsAre("3", "1", "2"));
  EXPECT_THAT(ordinals, ElementsAre(ServiceOrdinal(2), ServiceOrdinal(0), ServiceOrdinal(1)));
  EXPECT_EQ(reads, 6);
}

TEST(CompleteServices, AServiceWithoutPublicIdIsRefused) {
  EXPECT_EQ(CompleteServices({}).Add(From("alpha", "1")).code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace waypost::prepare
