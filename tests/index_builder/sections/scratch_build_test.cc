// Builds that keep nothing in memory give the bytes of those that keep all, and a document's row
// comes back as it was written.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"
#include "index_builder/sections/document_row.h"
#include "tests/oracle/world.h"
#include "tests/support/random_seed.h"
#include "tests/support/scratch_folder.h"

namespace waypost::sections {
namespace {

std::vector<std::byte> InMemory(const record::Directory& directory) {
  record::CollectingSink sink;
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  EXPECT_TRUE(BuildArtefact(directory, sink, writer).ok());
  return writer.FinishToBytes().value();
}

absl::Status OnDisk(const record::Directory& directory, const spool::ScratchFolder& scratch,
                    ArtefactWriter& writer) {
  prepare::CompleteServices services(scratch);
  for (const record::Service& service : directory.services) {
    RETURN_IF_ERROR(services.Add(service));
  }
  RETURN_IF_ERROR(services.Finish());
  record::CollectingSink sink;
  return BuildArtefact(directory, services,
                       {.threads = 2, .scratch = scratch, .postings_at_once = 50}, sink, writer);
}

// Services with no, one and many locations, hours of every kind, outlines and awkward text.
TEST(ScratchBuild, RandomWorldsGiveTheBytesOfMemory) {
  const std::uint64_t seed = waypost::testing::SeedOfThisRun();
  waypost::testing::ScratchFolder folder;
  for (std::uint64_t number = 0; number < 12; ++number) {
    const record::Directory directory = oracle::MakeWorld(seed, number).directory;
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    ASSERT_TRUE(
        OnDisk(directory, {.path = folder.path().string(), .in_memory = number * 100}, writer)
            .ok());
    EXPECT_EQ(writer.FinishToBytes().value(), InMemory(directory)) << "world " << number;
  }
}

// Files may not grow beyond some bytes, as on a disk that is full.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST(ScratchBuild, ADiskThatFillsUpEndsTheBuildWithItsFolder) {
  const record::Directory directory = oracle::MakeWorld(1, 1).directory;
  waypost::testing::ScratchFolder folder;
  for (const rlim_t bytes : {0, 100, 1000, 4000}) {
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    absl::Status status;
    {
      const SmallFiles small(bytes);
      status = OnDisk(directory, {.path = folder.path().string(), .in_memory = 0}, writer);
    }
    EXPECT_EQ(status.code(), absl::StatusCode::kInternal) << bytes;
    EXPECT_NE(MessageOf(status).find(folder.path().string()), std::string::npos) << status;
  }
}

DocumentRow FullRow() {
  DocumentRow row;
  row.facts = {.organisation = OrganisationOrdinal(7),
               .source = SourceOrdinal(3),
               .is_located = true,
               .position = LatLng::FromE7(515, -25),
               .reach = {Reach::kPlace},
               .access = {Access::kDropIn},
               .accessibility = {.present = 3, .absent = 4},
               .free = Fact::kNo,
               .status = Status::kDefunct,
               .flags = 5,
               .richness = 66,
               .hours_state = 1,
               .assured = 20000,
               .modified = 1700000000};
  row.location_id = "place";
  row.card = std::string(300, 'c');
  row.authorities = {AreaId(1)};
  row.areas = {AreaId(2), AreaId::None()};
  row.ages = {{.first = 1, .last = 2}};
  row.languages = {LanguageId(4)};
  row.terms = {TaxonomyTermId(5), TaxonomyTermId(6)};
  row.session_line = "Mondays";
  row.sessions = {SessionId(7), SessionId(8)};
  return row;
}

TEST(DocumentRows, ComeBackAsTheyWere) {
  DocumentRows rows({});
  ASSERT_TRUE(rows.Add(DocumentRow()).ok());
  ASSERT_TRUE(rows.Add(FullRow()).ok());
  DocumentRow back;
  ASSERT_TRUE(rows.Read(1, back).ok());
  const DocumentRow full = FullRow();
  EXPECT_EQ(back.facts.organisation, full.facts.organisation);
  EXPECT_EQ(back.facts.position, full.facts.position);
  EXPECT_EQ(back.facts.modified, full.facts.modified);
  EXPECT_EQ(back.location_id, full.location_id);
  EXPECT_EQ(back.card, full.card);
  EXPECT_EQ(back.areas, full.areas);
  EXPECT_EQ(back.terms, full.terms);
  EXPECT_EQ(back.session_line, full.session_line);
  EXPECT_EQ(back.sessions, full.sessions);
  ASSERT_TRUE(rows.Read(0, back).ok());
  EXPECT_FALSE(back.facts.is_located);
  EXPECT_TRUE(back.card.empty());
  EXPECT_TRUE(back.sessions.empty());
}

}  // namespace
}  // namespace waypost::sections
