#include "engine/text/vocabulary.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/text/analyser.h"
#include "engine/text/characters.h"
#include "engine/text/vocabulary_seal.h"

namespace waypost::text {
namespace {

// Up to here two edits would turn most words into others.
constexpr std::size_t kMinLengthForTwoEdits = 6;

std::size_t LengthInCharacters(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool HasDigit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return IsDigit(c); });
}

bool HaveSameFirstLetter(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  return a.substr(0, CharacterAt(a, 0).end) == b.substr(0, CharacterAt(b, 0).end);
}

absl::Status Unreadable(const Xapian::Error& error) {
  return DataLoss(std::string("vocabulary: Xapian cannot read it (") + error.get_type() + ": " +
                  error.get_msg() + "); rebuild the index");
}

// Duplicates share one file position and Xapian reads from the current one while it opens, so that
// opening is done by one thread at a time. Later reads name their position.
std::mutex& OpeningMutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

struct Vocabulary::State {
  Xapian::Database database;
};

Vocabulary::Vocabulary(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

absl::StatusOr<Vocabulary> Vocabulary::Open(int descriptor, std::uint64_t offset) {
  const std::lock_guard lock(OpeningMutex());
  const int own = ::dup(descriptor);
  if (own < 0) return DataLoss("vocabulary: the descriptor is not open");
  if (::lseek(own, static_cast<off_t>(offset), SEEK_SET) < 0) {
    ::close(own);
    return DataLoss("vocabulary: no such offset in the file");
  }
  try {
    return Vocabulary(std::make_unique<State>(State{Xapian::Database(own)}));  // closes it
  } catch (const Xapian::Error& error) {
    return Unreadable(error);
  }
}

absl::StatusOr<std::optional<std::string>> Vocabulary::Suggest(std::string_view word) {
  const std::size_t length = LengthInCharacters(word);
  if (length < kMinCorrectedLength || word.size() > kMaxTermBytes || HasDigit(word)) {
    return std::nullopt;
  }
  const std::string asked(word);
  try {
    const Xapian::Database& database = state_->database;
    if (database.term_exists(asked)) return std::nullopt;
    std::string near = database.get_spelling_suggestion(asked, 1);
    if (near.empty() && length >= kMinLengthForTwoEdits) {
      near = database.get_spelling_suggestion(asked, 2);
      if (!HaveSameFirstLetter(asked, near)) near.clear();
    }
    if (near.empty()) return std::nullopt;
    return near;
  } catch (const Xapian::Error& error) {
    return Unreadable(error);
  }
}

absl::StatusOr<std::vector<std::string>> Vocabulary::ExpandPrefix(std::string_view prefix,
                                                                  std::size_t limit) {
  std::vector<std::string> words;
  if (prefix.size() > kMaxTermBytes) return words;
  const std::string begins(prefix);
  try {
    const auto end = state_->database.allterms_end(begins);
    for (auto word = state_->database.allterms_begin(begins); word != end && words.size() < limit;
         ++word) {
      words.push_back(*word);
    }
  } catch (const Xapian::Error& error) {
    return Unreadable(error);
  }
  return words;
}

absl::Status VerifyVocabularyBlob(std::span<const std::byte> bytes) { return CheckSeal(bytes); }

absl::StatusOr<std::unique_ptr<VocabularyPool>> OpenVocabularyPool(int descriptor,
                                                                   std::uint64_t offset,
                                                                   std::span<const std::byte> bytes,
                                                                   std::size_t size) {
  RETURN_IF_ERROR(VerifyVocabularyBlob(bytes));
  if (size == 0) size = std::max(1U, std::thread::hardware_concurrency());
  auto pool = std::make_unique<VocabularyPool>(
      size, [descriptor, offset] { return Vocabulary::Open(descriptor, offset); });
  RETURN_IF_ERROR(pool->Borrow().status());
  return pool;
}

}  // namespace waypost::text
