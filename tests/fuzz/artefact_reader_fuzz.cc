// Any bytes as an artefact: first as they are, then with the checksums mended, so that the fuzzer
// gets past them to the validation of structure.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "engine/core/strong_id.h"
#include "engine/format/compressed_records.h"
#include "engine/format/reader.h"
#include "tests/support/damage.h"

namespace {

using namespace waypost;

struct RowTag;
using Row = StrongId<RowTag, std::uint32_t>;

// Reads every section in every way that its element size allows.
void ReadAll(const VerifiedArtefact& artefact) {
  std::uint64_t sum = 0;
  for (const SectionInfo& section : artefact.sections()) {
    if (const auto blob = artefact.Blob(section.id); blob.ok()) {
      for (const std::byte byte : *blob) sum += std::to_integer<std::uint64_t>(byte);
    }
    for (const SectionInfo& other : artefact.sections()) {
      TextColumn<Row> texts;
      if (!artefact.Read(section.id, other.id, texts).ok()) continue;
      for (std::uint32_t i = 0; i < texts.size(); ++i) sum += texts[Row(i)].size();
      const auto records = CompressedRecords::Open(
          artefact, {.offsets = section.id, .frames = other.id, .dictionary = other.id});
      for (std::size_t i = 0; records.ok() && i < records->size(); ++i) {
        sum += records->Get(i).ok() ? 1 : 0;
      }
    }
  }
  static volatile std::uint64_t sink = 0;
  sink = sink + sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  waypost::testing::Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(data[i]);
  const auto as_is = VerifiedArtefact::FromBytes(bytes);
  if (as_is.ok()) ReadAll(*as_is);
  waypost::testing::MendChecksums(bytes);
  const auto mended = VerifiedArtefact::FromBytes(bytes);
  if (mended.ok()) ReadAll(*mended);
  return 0;
}
