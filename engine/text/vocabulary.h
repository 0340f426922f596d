#pragma once

// The words of an index for spelling and completion: a small Xapian database that travels as one
// section of the artefact.
//
//   ASSIGN_OR_RETURN(std::string blob, BuildVocabularyBlob(words, id));        // offline
//   RETURN_IF_ERROR(VerifyVocabularyBlob(section_bytes));                       // once
//   ASSIGN_OR_RETURN(Vocabulary vocabulary, Vocabulary::Open(descriptor, section_offset));
//   vocabulary.Suggest("counceling");                                           // "counselling"
//   vocabulary.ExpandPrefix("couns", 3);                          // counsel, counselling,
//   counsellor
//
// Words are folded and not stemmed (`Token::word`), so that what is shown reads as a word.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/text/handle_pool.h"

namespace waypost::text {

struct VocabularyWord {
  std::string word;
  std::uint32_t frequency = 0;  // in how many services it occurs
};

// Names the content in place of the random id that Xapian would write.
using VocabularyId = std::array<std::uint8_t, 16>;

// A word must occur in this many services to be suggested: rarer ones are as often misspelt.
inline constexpr std::uint32_t kMinSuggestedFrequency = 3;
// Shorter words, in letters, are never corrected.
inline constexpr std::size_t kMinCorrectedLength = 4;

// The bytes of the database and a seal. Equal words (in any order) and equal ids give equal bytes.
// A word given twice counts the sum; empty words and words above kMaxTermBytes are InvalidArgument.
//
// Xapian builds on disk, in a folder `waypost-vocabulary.tmp-<pid>-...` of `scratch_folder` ("":
// the system's temporary folder) which is removed, with those that killed processes left behind.
// Errors: Internal with Xapian's or the system's message.
absl::StatusOr<std::string> BuildVocabularyBlob(std::span<const VocabularyWord> words,
                                                const VocabularyId& id,
                                                const std::string& scratch_folder = "");

// Checks the seal of `bytes`, the whole of what BuildVocabularyBlob gave. Xapian does not survive
// every damaged database, so this comes before `Open`. O(bytes), as fast as CRC-32C.
// Errors: DataLoss.
absl::Status VerifyVocabularyBlob(std::span<const std::byte> bytes);

// An open database. A handle is used by one thread at a time and not shared: see VocabularyPool.
// About 74 kB each.
class Vocabulary {
 public:
  // Reads the database that starts at `offset` of the open file `descriptor`. The descriptor is
  // duplicated: it stays the caller's and may be closed afterwards; the file may be unlinked.
  // Errors: DataLoss when no readable database is there.
  // REQUIRES: the bytes there passed VerifyVocabularyBlob.
  static absl::StatusOr<Vocabulary> Open(int descriptor, std::uint64_t offset);

  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  // The word most likely meant by `word` (folded, as in Word::word), for a word that has no
  // posting. nullopt when `word` has fewer than four letters, has a digit, is in the vocabulary, or
  // nothing is near enough: one edit away, or two from six letters on and then with the same first
  // letter. Tens of microseconds. Errors: DataLoss.
  absl::StatusOr<std::optional<std::string>> Suggest(std::string_view word);

  // The first `limit` words that begin with `prefix` (folded), ascending by bytes. Errors:
  // DataLoss.
  absl::StatusOr<std::vector<std::string>> ExpandPrefix(std::string_view prefix, std::size_t limit);

 private:
  struct State;
  explicit Vocabulary(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// Handles for as many threads as run queries.
using VocabularyPool = HandlePool<Vocabulary>;

// A pool of at most `size` handles (0: as many as cores) on the vocabulary `bytes` that stands at
// `offset` of the open file `descriptor`, which must stay open while the pool lives. Verifies the
// bytes and opens one handle. Errors: as VerifyVocabularyBlob and Vocabulary::Open.
absl::StatusOr<std::unique_ptr<VocabularyPool>> OpenVocabularyPool(int descriptor,
                                                                   std::uint64_t offset,
                                                                   std::span<const std::byte> bytes,
                                                                   std::size_t size = 0);

}  // namespace waypost::text
