// What the builder's threads share; runs under ThreadSanitizer too.

#include <gtest/gtest.h>

#include <atomic>

#include "index_builder/prepare/complete.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/small_directory.h"

namespace waypost::sections {
namespace {

record::Directory ManyServices() {
  std::vector<record::Service> services;
  // More than one thread compresses at once.
  for (std::size_t i = 0; i < 1100; ++i) {
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

TEST(BuildThreads, AFolderWithoutRoomEndsTheBuild) {
  const record::Directory directory = ManyServices();
  waypost::testing::ScratchFolder folder;
  prepare::CompleteServices services({});
  for (const record::Service& service : directory.services) {
    ASSERT_TRUE(services.Add(service).ok());
  }
  ASSERT_TRUE(services.Finish().ok());
  std::atomic<int> reads = 0;
  services.OnRead([&] { ++reads; });
  for (unsigned threads : {1U, 2U}) {
    record::CollectingSink sink;
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    EXPECT_EQ(BuildArtefact(
                  directory, services,
                  {.threads = threads, .scratch = {.path = folder.Path("gone"), .in_memory = 64}},
                  sink, writer)
                  .code(),
              absl::StatusCode::kInvalidArgument);
  }
  EXPECT_GT(reads, 0);
}

}  // namespace
}  // namespace waypost::sections
