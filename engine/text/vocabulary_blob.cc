// The offline half of vocabulary.h: words to the bytes of a single-file Xapian database.

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <system_error>
#include <utility>

#include "engine/text/analyser.h"
#include "engine/text/vocabulary.h"
#include "engine/text/vocabulary_seal.h"

namespace waypost::text {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratchPrefix = "waypost-vocabulary.tmp-";

// Where a single-file Glass database keeps its UUID (platform-facts of Xapian 1.4).
constexpr std::size_t kUuidOffset = 16;

// A folder of our own on disk, removed with all it holds.
class ScratchFolder {
 public:
  static absl::StatusOr<ScratchFolder> Create(const std::string& parent) {
    std::error_code error;
    const fs::path where = parent.empty() ? fs::temp_directory_path(error) : fs::path(parent);
    if (error) return Internal("no temporary folder: " + error.message());
    RemoveAbandoned(where);
    std::string path =
        (where / (std::string(kScratchPrefix) + std::to_string(::getpid()) + "-XXXXXX")).string();
    if (::mkdtemp(path.data()) == nullptr) {
      return Internal("cannot make a temporary folder in " + where.string() + ": " +
                      SystemErrorText(errno));
    }
    return ScratchFolder(std::move(path));
  }

  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  std::string PathOf(const std::string& name) const { return path_ + "/" + name; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}

  // Removes the folders of processes that no longer run; what cannot be removed is let be.
  static void RemoveAbandoned(const fs::path& parent) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(parent, error)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with(kScratchPrefix)) continue;
      pid_t process = 0;
      const char* digits = name.data() + kScratchPrefix.size();
      if (std::from_chars(digits, name.data() + name.size(), process).ec != std::errc()) continue;
      if (process <= 0 || ::kill(process, 0) == 0 || errno != ESRCH) continue;
      std::error_code ignored;
      fs::remove_all(entry.path(), ignored);
    }
  }

  std::string path_;
};

// Ascending and distinct, frequencies summed.
absl::StatusOr<std::vector<VocabularyWord>> Merge(std::span<const VocabularyWord> words) {
  std::vector<VocabularyWord> sorted(words.begin(), words.end());
  std::ranges::sort(sorted, {}, &VocabularyWord::word);
  std::vector<VocabularyWord> merged;
  for (VocabularyWord& word : sorted) {
    if (word.word.empty() || word.word.size() > kMaxTermBytes) {
      return InvalidArgument("vocabulary: a word of " + std::to_string(word.word.size()) +
                             " bytes; words have 1 to " + std::to_string(kMaxTermBytes));
    }
    if (!merged.empty() && merged.back().word == word.word) {
      const std::uint32_t room =
          std::numeric_limits<std::uint32_t>::max() - merged.back().frequency;
      merged.back().frequency += std::min(room, word.frequency);
    } else {
      merged.push_back(std::move(word));
    }
  }
  return merged;
}

// Xapian lists the words of an index only while some document has them, hence the one document.
void WriteDatabase(std::span<const VocabularyWord> words, const std::string& path) {
  Xapian::WritableDatabase database(
      path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  Xapian::Document document;
  for (const VocabularyWord& word : words) {
    document.add_boolean_term(word.word);
    if (word.frequency >= kMinSuggestedFrequency) {
      database.add_spelling(word.word, word.frequency);
    }
  }
  database.add_document(document);
  database.commit();
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || bytes.empty()) return Internal("vocabulary: cannot read back " + path);
  return bytes;
}

// "5c4f..." without its dashes, as bytes in lower-case hexadecimal.
std::string HexOf(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(byte) & 0xFFU);
    hex += digits;
  }
  return hex;
}

// `uuid` is what Xapian calls it: a check that the bytes overwritten are the ones meant.
absl::Status ReplaceUuid(std::string uuid, const VocabularyId& id, std::string& bytes) {
  std::erase(uuid, '-');
  if (bytes.size() < kUuidOffset + id.size() ||
      HexOf(std::string_view(bytes).substr(kUuidOffset, id.size())) != uuid) {
    return Internal("vocabulary: this version of Xapian keeps its UUID elsewhere");
  }
  std::ranges::copy(id, reinterpret_cast<std::uint8_t*>(bytes.data()) + kUuidOffset);
  return absl::OkStatus();
}

absl::StatusOr<std::string> Build(std::span<const VocabularyWord> words, const VocabularyId& id,
                                  const ScratchFolder& scratch) {
  const std::string folder = scratch.PathOf("database");
  const std::string file = scratch.PathOf("single");
  WriteDatabase(words, folder);
  Xapian::Database(folder).compact(file, Xapian::DBCOMPACT_SINGLE_FILE);
  ASSIGN_OR_RETURN(std::string bytes, ReadFile(file));
  RETURN_IF_ERROR(ReplaceUuid(Xapian::Database(file).get_uuid(), id, bytes));
  bytes += SealOf(std::as_bytes(std::span(bytes)));
  return bytes;
}

}  // namespace

absl::StatusOr<std::string> BuildVocabularyBlob(std::span<const VocabularyWord> words,
                                                const VocabularyId& id,
                                                const std::string& scratch_folder) {
  ASSIGN_OR_RETURN(const std::vector<VocabularyWord> merged, Merge(words));
  ASSIGN_OR_RETURN(const ScratchFolder scratch, ScratchFolder::Create(scratch_folder));
  try {
    return Build(merged, id, scratch);
  } catch (const Xapian::Error& error) {
    return Internal("vocabulary: Xapian cannot write it: " + error.get_description());
  }
}

}  // namespace waypost::text
