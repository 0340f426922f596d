#pragma once

// Bytes that a build writes once and reads back: in memory while they are few, in a file beyond
// that, so that a build of any size needs little memory.
//
//   ScratchFile file(folder);
//   RETURN_IF_ERROR(file.Append(bytes));
//   RETURN_IF_ERROR(file.Read(offset, into));
//
// The file has no name: nobody else can open it, and it goes with the object or the process,
// however that ends. Append from one thread; after the last Append any thread may Read.
// Errors, which name the folder: InvalidArgument when it takes no file; Internal when the disk is
// full or fails.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/status.h"

namespace waypost::spool {

// Where scratch files go: beside what is built. "" keeps everything in memory.
struct ScratchFolder {
  std::string path;
  // Bytes that stay in memory before they go to a file; a small directory makes few files.
  std::size_t in_memory = std::size_t{1} << 20;
};

class ScratchFile {
 public:
  explicit ScratchFile(ScratchFolder folder);
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&& other) noexcept;
  ~ScratchFile();

  absl::Status Append(std::span<const std::byte> bytes);
  // REQUIRES: offset + into.size() <= size().
  absl::Status Read(std::uint64_t offset, std::span<std::byte> into) const;

  // All of it from the beginning, in pieces of a megabyte.
  absl::Status ForEachPiece(
      const std::function<absl::Status(std::span<const std::byte>)>& visit) const;

  std::uint64_t size() const { return written_ + buffer_.size(); }
  bool in_memory() const { return descriptor_ < 0; }

 private:
  absl::Status Open();
  absl::Status Write(std::span<const std::byte> bytes);

  ScratchFolder folder_;
  int descriptor_ = -1;
  std::uint64_t written_ = 0;  // bytes of the file; the buffer follows them
  std::vector<std::byte> buffer_;
};

}  // namespace waypost::spool
