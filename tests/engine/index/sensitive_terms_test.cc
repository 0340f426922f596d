// Sensitive terms and crisis texts through an artefact: what files state is read back with what
// follows below it, and a file that lost any of it is refused, whatever its checksums say.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/format/writer.h"
#include "engine/index/index.h"
#include "index_builder/prepare/complete.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"
#include "tests/support/damage.h"
#include "tests/support/small_directory.h"

namespace waypost::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Need 6, which has 61 below it, is sensitive and has a text; need 7 has a text only.
Bytes Artefact() {
  record::Directory directory = SmallDirectory({Service("a")});
  for (record::VocabularyTerm& term : directory.taxonomy.terms) {
    if (term.code == "6") term.sensitive = true;
    if (term.code == "6" || term.code == "7") term.crisis = "Call " + term.code + ".";
  }
  record::CollectingSink sink;
  prepare::Complete(directory, {}, sink);
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  EXPECT_TRUE(sections::BuildArtefact(directory, sink, writer).ok());
  absl::StatusOr<Bytes> bytes = writer.FinishToBytes();
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? *std::move(bytes) : Bytes();
}

absl::StatusOr<std::shared_ptr<const Index>> Opened(const Bytes& bytes) {
  ASSIGN_OR_RETURN(VerifiedArtefact artefact, VerifiedArtefact::FromBytes(bytes));
  return Index::FromArtefact(std::move(artefact));
}

TEST(SensitiveTerms, AreReadBackWithWhatIsBelowThem) {
  const auto index = Opened(Artefact());
  ASSERT_TRUE(index.ok()) << index.status();
  const Taxonomy& taxonomy = (*index)->taxonomy();
  const auto sensitive = [&](const char* id) { return taxonomy.IsSensitive(*taxonomy.Find(id)); };
  const auto crisis = [&](const char* id) { return taxonomy.CrisisOf(*taxonomy.Find(id)); };
  EXPECT_TRUE(sensitive("esdNeed:6"));
  EXPECT_TRUE(sensitive("esdNeed:61"));
  EXPECT_FALSE(sensitive("esdNeed:7"));
  EXPECT_FALSE(sensitive("esdServiceType:2")) << "served by it, but asked for by others too";
  EXPECT_EQ(crisis("esdNeed:6"), "Call 6.");
  EXPECT_EQ(crisis("esdNeed:61"), "Call 6.");
  EXPECT_EQ(crisis("esdNeed:7"), "Call 7.");
  EXPECT_EQ(crisis("esdNeed:5"), "");
}

// What opening a file says whose flags of one need were set to `flags`.
std::string FaultOf(const char* need, int flags) {
  Bytes bytes = Artefact();
  const auto sound = Opened(bytes);
  if (!sound.ok()) return "not even sound: " + MessageOf(sound.status());
  const TaxonomyTermId term = *(*sound)->taxonomy().Find(need);
  SectionBytes(bytes, SectionId::kTermFlags)[term.index()] = static_cast<std::byte>(flags);
  MendChecksums(bytes);
  const absl::Status status = Opened(bytes).status();
  EXPECT_TRUE(status.ok() || status.code() == absl::StatusCode::kDataLoss) << status;
  return MessageOf(status);
}

TEST(SensitiveTerms, UnsoundFlagsAreRefused) {
  EXPECT_THAT(FaultOf("esdNeed:61", 0),
              AllOf(HasSubstr("term_flags"), HasSubstr("not sensitive below one that is")));
  for (const int flags : {2, 3, 128, 255}) {
    EXPECT_THAT(FaultOf("esdNeed:6", flags),
                AllOf(HasSubstr("term_flags"), HasSubstr("an unknown bit")))
        << flags;
  }
  EXPECT_EQ(FaultOf("esdNeed:61", kSensitiveTerm), "") << "as it was";
  EXPECT_EQ(FaultOf("esdNeed:7", kSensitiveTerm), "") << "another term may be";
}

TEST(SensitiveTerms, ATextThatIsNotHandedDownIsRefused) {
  Bytes bytes = Artefact();
  const auto sound = Opened(bytes);
  ASSERT_TRUE(sound.ok()) << sound.status();
  const TaxonomyTermId term = *(*sound)->taxonomy().Find("esdNeed:61");
  // Where the text of 61 begins, it now ends too; the next term has it in front of its own.
  const auto offsets = SectionBytes(bytes, SectionId::kTermCrisisOffsets);
  for (std::size_t byte = 0; byte < sizeof(std::uint32_t); ++byte) {
    offsets[(term.index() + 1) * sizeof(std::uint32_t) + byte] =
        offsets[term.index() * sizeof(std::uint32_t) + byte];
  }
  MendChecksums(bytes);
  const absl::Status status = Opened(bytes).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_THAT(MessageOf(status), HasSubstr("no text below a term that has one"));
}

}  // namespace
}  // namespace waypost::testing
