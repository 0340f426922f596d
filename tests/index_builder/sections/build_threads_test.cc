// What the builder's two threads share; runs under ThreadSanitizer too.

#include <gtest/gtest.h>

#include "index_builder/prepare/complete.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"
#include "tests/support/small_directory.h"

namespace waypost::sections {
namespace {

record::Directory ManyServices() {
  std::vector<record::Service> services;
  for (std::size_t i = 0; i < 400; ++i) {
    record::Service service =
        testing::ServiceAt("s" + std::to_string(i), 51.1 + 0.0005 * static_cast<double>(i), -2.5);
    service.description = "tea and cake number " + std::to_string(i % 17);
    if (i % 3 == 0) testing::AddTerm(service, "esdServiceTypes", "11");
    services.push_back(std::move(service));
  }
  record::Directory directory = testing::SmallDirectory(std::move(services));
  record::CollectingSink sink;
  prepare::Complete(directory, {}, sink);
  return directory;
}

std::vector<std::byte> BuiltWith(unsigned threads, const record::Directory& directory) {
  record::CollectingSink sink;
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  EXPECT_TRUE(BuildArtefact(directory, sink, writer, threads).ok());
  return writer.FinishToBytes().value();
}

TEST(BuildThreads, TwoGiveTheBytesOfOne) {
  const record::Directory directory = ManyServices();
  const std::vector<std::byte> by_one = BuiltWith(1, directory);
  EXPECT_FALSE(by_one.empty());
  for (int round = 0; round < 5; ++round) EXPECT_EQ(BuiltWith(2, directory), by_one);
}

}  // namespace
}  // namespace waypost::sections
