#include "server/web/data_age.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// The start page on 21 November 2026, of sources that were read last on these days.
std::string PageOf(const std::vector<std::string>& read, std::optional<int> days = std::nullopt) {
  record::Directory directory = testing::SmallDirectory({testing::Service("a")});
  directory.sources.resize(read.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    record::SourceInfo& source = directory.sources[i];
    if (source.id.empty()) source.id = "source-" + std::to_string(i);
    source.title = "Council " + std::to_string(i + 1);
    source.retrieved = read[i];
    source.checked_every_days = days;
  }
  return Asking(std::move(directory)).Get("/").body;
}

TEST(DataAge, EverySourceThatIsLateIsNamedTheOldestFirst) {
  EXPECT_THAT(PageOf({"2026-08-01", "2026-07-01"}),
              HasSubstr("Some of this may be out of date: Council 2 was last read on 1 July 2026; "
                        "Council 1 was last read on 1 August 2026."));
  EXPECT_THAT(PageOf({"2026-11-20", "2026-07-01"}),
              AllOf(HasSubstr("Council 2 was last read"), Not(HasSubstr("Council 1 was"))));
}

TEST(DataAge, ManyAreCounted) {
  EXPECT_THAT(PageOf({"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"}),
              AllOf(HasSubstr("; 1 other source is late too."), Not(HasSubstr("Council 4 was"))));
  EXPECT_THAT(PageOf({"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"}),
              HasSubstr("; 2 other sources are late too."));
}

TEST(DataAge, APromiseIsKeptToTheDay) {
  EXPECT_THAT(PageOf({"2026-11-20", "2026-11-20"}, 1), Not(HasSubstr("wp-banner")));
  EXPECT_THAT(PageOf({"2026-11-19", "2026-11-20"}, 1), HasSubstr("wp-banner"));
}

}  // namespace
}  // namespace waypost::server
