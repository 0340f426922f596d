// No file, however it was harmed, gets a crash out of the engine: it is refused with a reason, or
// it opens and every query and every record can be asked of it. The checksums are mended after each
// harm, so that what must notice is the validation of structure. What a query answers on such an
// index is of no interest here; the sanitizers watch what it reads.
//
// WAYPOST_SEED chooses other worlds, other places and other questions.

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "engine/core/crc32c.h"
#include "engine/format/writer.h"
#include "engine/index/index.h"
#include "engine/query/answer.h"
#include "engine/query/ask_questions.h"
#include "engine/query/search.h"
#include "engine/query/suggest.h"
#include "engine/query/why_not.h"
#include "index_builder/prepare/part_ids.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"
#include "server/oruk/v1_service.h"
#include "server/oruk/v3_service.h"
#include "server/response/search_json.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/world.h"
#include "tests/support/damage.h"
#include "tests/support/random_seed.h"
#include "tests/support/scratch_folder.h"

namespace waypost::testing {
namespace {

using oracle::Random;
using oracle::World;

constexpr int kQueries = 20;
constexpr int kRandomFlips = 50;

absl::TimeZone London() { return *LoadTimeZone("Europe/London"); }

Bytes ArtefactOf(const record::Directory& directory) {
  record::CollectingSink sink;
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  EXPECT_TRUE(sections::BuildArtefact(directory, sink, writer).ok());
  auto bytes = writer.FinishToBytes();
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? *std::move(bytes) : Bytes();
}

absl::StatusOr<std::shared_ptr<const Index>> Open(const Bytes& bytes) {
  ASSIGN_OR_RETURN(VerifiedArtefact artefact, VerifiedArtefact::FromBytes(bytes));
  return Index::FromArtefact(std::move(artefact));
}

std::vector<std::string> EmptySections(const Bytes& artefact) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < HeaderOf(artefact).section_count; ++i) {
    const DirectoryEntry entry = EntryOf(artefact, i);
    if (entry.length == 0) names.emplace_back(NameOf(SectionId(entry.section_id)));
  }
  return names;
}

// Worlds have neither reviews nor ids of parts, which no search looks at.
void NameParts(record::Directory& directory) {
  prepare::PartIds ids;
  for (record::Service& service : directory.services) {
    service.reviews.emplace_back();
    ids.Assign(service);
  }
}

// A world, its artefact and questions about it, made once for all tests.
struct Subject {
  World world;
  Bytes artefact;
  std::vector<query::Query> queries;
};

// The first world of the seed in whose artefact the fewest sections are empty.
const Subject& TheSubject() {
  static const Subject subject = [] {
    const std::uint64_t seed = SeedOfThisRun();
    std::optional<Subject> best;
    for (std::uint64_t number = 0; number < 40; ++number) {
      World world = oracle::MakeWorld(seed, number);
      NameParts(world.directory);
      Bytes artefact = ArtefactOf(world.directory);
      if (best && EmptySections(artefact).size() >= EmptySections(best->artefact).size()) continue;
      best = Subject{std::move(world), std::move(artefact), {}};
      if (EmptySections(best->artefact).empty()) break;
    }
    Random random(seed);
    oracle::QueryGenerator generator(best->world, random);
    for (int i = 0; i < 400; ++i) best->queries.push_back(generator.Next());
    return *std::move(best);
  }();
  return subject;
}

// What leads people on: suggestions, questions, other questions that find more.
void UseOfHelp(const Index& index, Random& random) {
  const Subject& subject = TheSubject();
  for (std::string_view typed : {"w", "say wal", "commpany", "a the"}) {
    (void)query::Suggest(index, typed, {});
  }
  for (const QuestionTree& tree : index.question_trees()) {
    (void)query::AskNext(index, tree, {}, {}, subject.world.now, nullptr);
  }
  const query::Query& query = random.Pick(subject.queries);
  (void)query::AnswerQuery(index, query, subject.world.now, nullptr);
  if (index.services().size() > 0) {
    (void)query::FindWhyNot(index, query, ServiceOrdinal(0), subject.world.now, nullptr);
  }
}

// Writes what the dialects say of every service and place.
void UseOfDialects(const Index& index) {
  const oruk::Catalogue catalogue(index);
  for (std::uint32_t i = 0; i < index.services().size(); ++i) {
    const auto record = oruk::ServiceRecord::Read(index, ServiceOrdinal(i));
    if (!record.ok()) continue;
    oruk::JsonText json;
    oruk::WriteV3Service({index, catalogue, true}, *record, true, json);
    oruk::WriteV1Service(
        {index, catalogue}, *record, [](std::string_view) { return true; }, json);
  }
  for (const PlaceIds& ids : index.documents().place_ids.values()) {
    (void)index.FindLocation(ids.location);
    (void)index.FindPlace(ids.at_location);
  }
}

// Asks some questions and reads every record and list that no query looks at.
void Use(const Index& index, Random& random) {
  const Subject& subject = TheSubject();
  for (int i = 0; i < kQueries; ++i) {
    const query::Query& query = random.Pick(subject.queries);
    const auto result = query::Search(index, query, subject.world.now);
    if (result.ok()) {
      EXPECT_TRUE(server::WriteSearchJson(index, {.result = *result}, London()).ok());
    }
  }
  UseOfHelp(index, random);
  UseOfDialects(index);
  for (std::uint32_t i = 0; i < index.services().size(); ++i) {
    const ServiceOrdinal service(i);
    (void)index.records().Get(i);
    (void)index.FindService(index.services().public_id[service]);
    const DocId doc = index.services().documents[service].front();
    (void)index.FindBySourceId(index.documents().source[doc], index.services().source_id[service]);
  }
  for (std::uint32_t i = 0; i < index.taxonomy().size(); ++i) {
    (void)index.needs_of_type(TaxonomyTermId(i));
    (void)index.taxonomy().IsSensitive(TaxonomyTermId(i));
    (void)index.taxonomy().CrisisOf(TaxonomyTermId(i));
  }
}

// What became of harmed files, and the crash that did not happen.
struct Outcome {
  int refused = 0;
  int opened = 0;
};

// One harmed file: refused for a reason that is not the checksum, or usable.
void OpenAndUse(const Bytes& artefact, Random& random, const std::string& harm, Outcome& outcome) {
  SCOPED_TRACE(harm);
  const auto index = Open(artefact);
  if (index.ok()) {
    ++outcome.opened;
    return Use(**index, random);
  }
  ++outcome.refused;
  const absl::StatusCode code = index.status().code();
  EXPECT_TRUE(code == absl::StatusCode::kDataLoss || code == absl::StatusCode::kFailedPrecondition)
      << index.status();
  EXPECT_EQ(MessageOf(index.status()).find("checksum"), std::string::npos) << index.status();
}

// Flips one bit and mends; leaves the artefact as it was.
void Flip(Bytes& artefact, const DirectoryEntry& entry, std::size_t byte, int bit, Random& random,
          Outcome& outcome) {
  const std::size_t at = entry.offset + byte;
  FlipBit(artefact, at, bit);
  MendChecksums(artefact);
  OpenAndUse(artefact, random,
             std::string(NameOf(SectionId(entry.section_id))) + " (" +
                 std::to_string(entry.section_id) + "), byte " + std::to_string(byte) + " bit " +
                 std::to_string(bit),
             outcome);
  FlipBit(artefact, at, bit);
}

TEST(IndexDamage, TheSubjectHasEverySection) {
  EXPECT_EQ(EmptySections(TheSubject().artefact), std::vector<std::string>());
}

TEST(IndexDamage, FlippedBitsAreRefusedOrHarmless) {
  Bytes artefact = TheSubject().artefact;
  Random random(SeedOfThisRun(), 1);
  Outcome all;
  for (std::size_t i = 0; i < HeaderOf(artefact).section_count; ++i) {
    const DirectoryEntry entry = EntryOf(artefact, i);
    if (entry.length == 0) continue;
    const std::size_t last = entry.length - 1;
    for (std::size_t byte : {std::size_t{0}, last / 2, last}) {
      for (int bit : {0, 7}) Flip(artefact, entry, byte, bit, random, all);
    }
    for (int n = 0; n < kRandomFlips; ++n) {
      const auto byte = static_cast<std::size_t>(random.Within(0, static_cast<int>(last)));
      Flip(artefact, entry, byte, random.Within(0, 7), random, all);
    }
  }
  std::cout << all.refused << " refused, " << all.opened << " opened and used\n";
  EXPECT_GT(all.refused, 100);
  EXPECT_GT(all.opened, 100);
}

// A whole element set to its largest or smallest value finds what a flipped bit does not.
TEST(IndexDamage, ExtremeElementsAreRefusedOrHarmless) {
  Random random(SeedOfThisRun(), 2);
  Outcome all;
  const Bytes& sound = TheSubject().artefact;
  for (std::size_t i = 0; i < HeaderOf(sound).section_count; ++i) {
    const DirectoryEntry entry = EntryOf(sound, i);
    if (entry.element_count == 0) continue;
    for (const auto& [first, rest] : {std::pair{0xFF, 0xFF}, {0, 0}, {0x7F, 0xFF}, {0x80, 0}}) {
      Bytes artefact = sound;
      const auto element =
          static_cast<std::uint64_t>(random.Within(0, static_cast<int>(entry.element_count) - 1));
      const std::size_t begin = entry.offset + element * entry.element_size;
      for (std::size_t byte = 0; byte < entry.element_size; ++byte) {
        // In the highest byte of every four: elements are made of numbers of up to eight bytes.
        const bool is_high = byte % 4 == 3 || byte + 1 == entry.element_size;
        artefact[begin + byte] = static_cast<std::byte>(is_high ? first : rest);
      }
      MendChecksums(artefact);
      OpenAndUse(artefact, random,
                 std::string(NameOf(SectionId(entry.section_id))) + " (" +
                     std::to_string(entry.section_id) + "), element " + std::to_string(element) +
                     " high byte " + std::to_string(first),
                 all);
    }
  }
  EXPECT_GT(all.refused, 50);
}

TEST(IndexDamage, ACutFileIsRefusedAtEverySectionBoundary) {
  const Bytes& artefact = TheSubject().artefact;
  std::vector<std::size_t> lengths = {0, 1, sizeof(FileHeader) - 1, sizeof(FileHeader),
                                      artefact.size() - 1};
  for (std::size_t i = 0; i < HeaderOf(artefact).section_count; ++i) {
    const DirectoryEntry entry = EntryOf(artefact, i);
    lengths.push_back(entry.offset);
    lengths.push_back(entry.offset + entry.length);
  }
  for (std::size_t length : lengths) {
    SCOPED_TRACE(length);
    const auto index = Open(Bytes(artefact.begin(), artefact.begin() + std::ptrdiff_t(length)));
    ASSERT_FALSE(index.ok());
    EXPECT_EQ(index.status().code(), absl::StatusCode::kDataLoss) << index.status();
  }
}

// Every section that is taken away is missed, by name or by number.
TEST(IndexDamage, AMissingSectionIsRefused) {
  const Bytes& sound = TheSubject().artefact;
  for (std::size_t i = 0; i < HeaderOf(sound).section_count; ++i) {
    Bytes artefact = sound;
    DirectoryEntry entry = EntryOf(artefact, i);
    SCOPED_TRACE(entry.section_id);
    const auto id = SectionId(entry.section_id);
    if (id == SectionId::kWordVocabulary || id == SectionId::kFrequentWords) continue;  // optional
    entry.section_id = 60'000;
    SetEntry(artefact, i, entry);
    MendChecksums(artefact);
    const auto index = Open(artefact);
    ASSERT_FALSE(index.ok());
    EXPECT_EQ(index.status().code(), absl::StatusCode::kFailedPrecondition) << index.status();
  }
}

absl::Status StatusOfOpening(const Bytes& bytes) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a.waypost"), std::span(bytes));
  return Index::Open(folder.Path("a.waypost")).status();
}

TEST(IndexDamage, OlderNewerForeignAndMissingFilesAreToldApart) {
  const Bytes& sound = TheSubject().artefact;
  EXPECT_TRUE(StatusOfOpening(sound).ok()) << StatusOfOpening(sound);
  std::map<std::string, std::string> reasons;
  const auto note = [&](const std::string& name, absl::StatusCode code,
                        const absl::Status& status) {
    EXPECT_EQ(status.code(), code) << name << ": " << status;
    // Without the name of the file, which is another one each time.
    const std::string message = MessageOf(status);
    reasons.emplace(message.substr(message.find(".waypost") + 1), name);
  };
  const auto with_major = [&](std::uint16_t major) {
    Bytes artefact = sound;
    FileHeader header = HeaderOf(artefact);
    header.format_major = major;
    SetHeader(artefact, header);
    MendChecksums(artefact);
    return artefact;
  };
  const Bytes foreign(200, std::byte{'x'});
  Bytes damaged = sound;
  FlipBit(damaged, damaged.size() / 2, 3);
  using Code = absl::StatusCode;
  note("older", Code::kFailedPrecondition, StatusOfOpening(with_major(kOldestReadableMajor - 1)));
  note("newer", Code::kFailedPrecondition, StatusOfOpening(with_major(kFormatMajor + 1)));
  note("foreign", Code::kInvalidArgument, StatusOfOpening(foreign));
  note("damaged", Code::kDataLoss, StatusOfOpening(damaged));
  const ScratchFolder folder;
  note("absent", Code::kNotFound, Index::Open(folder.Path("none.waypost")).status());
  EXPECT_EQ(reasons.size(), 5U);
  for (const auto& [message, name] : reasons) std::cout << name << ": " << message << "\n";
}

TEST(IndexDamage, AnEmptyDirectoryOpensAndIsSearched) {
  const Subject& subject = TheSubject();
  record::Directory empty;
  empty.as_of = subject.world.directory.as_of;
  const auto bare = Open(ArtefactOf(empty));
  ASSERT_TRUE(bare.ok()) << bare.status();
  record::Directory land = subject.world.directory;
  land.services.clear();
  const auto without_services = Open(ArtefactOf(land));
  ASSERT_TRUE(without_services.ok()) << without_services.status();
  int answered = 0;
  for (const query::Query& query : subject.queries) {
    (void)query::Search(**bare, query, subject.world.now);  // mostly: such a place is not known
    const auto result = query::Search(**without_services, query, subject.world.now);
    if (!result.ok()) continue;
    ++answered;
    EXPECT_EQ(result->total, 0U);
    EXPECT_TRUE(result->hits.empty());
    EXPECT_TRUE(server::WriteSearchJson(**without_services, {.result = *result}, London()).ok());
  }
  EXPECT_GT(answered, 100);
  const auto all = query::Search(**bare, query::Query(), subject.world.now);
  ASSERT_TRUE(all.ok()) << all.status();
  EXPECT_EQ(all->total, 0U);
}

}  // namespace
}  // namespace waypost::testing
