#pragma once

// A file that appears under its name whole or not at all.
//
// Bytes go to `<path>.tmp-waypost`; `Commit` flushes them to disk and renames. A process killed at
// any moment leaves the old file or the new one. A destructor without `Commit` removes the
// temporary; one that a killed process left behind is taken over by the next `Create` for the same
// path.
//
//   ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create("county.waypost"));
//   RETURN_IF_ERROR(file.Append(bytes));
//   RETURN_IF_ERROR(file.Commit());
//
// Only one writer of a path at a time: the second one's `Create` fails while the first lives, in
// the same process or another. (The writer holds a lock on the temporary, which the system lets go
// when the process ends, however it ends.) Not safe for use from several threads.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/status.h"

namespace waypost {

class AtomicFile {
 public:
  // Errors: InvalidArgument when the path cannot be written, FailedPrecondition when somebody else
  // is writing it.
  static absl::StatusOr<AtomicFile> Create(const std::string& path);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  absl::Status Append(std::span<const std::byte> bytes);
  absl::Status Append(std::string_view text);
  // Overwrites bytes already appended (a header whose checksums are known last).
  absl::Status WriteAt(std::uint64_t offset, std::span<const std::byte> bytes);
  std::uint64_t size() const { return size_; }

  // Where the bytes stand until Commit: for whoever reads them once more before they appear.
  const std::string& temporary_path() const { return temporary_; }

  // Flushes, renames and flushes the folder. The object accepts nothing afterwards.
  absl::Status Commit();

 private:
  AtomicFile(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::string path_;
  std::string temporary_;
};

}  // namespace waypost
