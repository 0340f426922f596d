#pragma once

// A whole file mapped read-only.
//
//   ASSIGN_OR_RETURN(MappedFile file, MappedFile::Open("county.waypost"));
//   std::span<const std::byte> bytes = file.bytes();
//
// The bytes stay valid and unchanged while the object lives, also when the file is renamed or
// unlinked meanwhile. (A file that another process truncates in place raises SIGBUS on access; the
// builder never does that: it replaces files by rename.) Movable; safe to read from any thread.

#include <cstddef>
#include <span>
#include <string>

#include "engine/core/status.h"

namespace waypost {

class MappedFile {
 public:
  // Errors: NotFound when there is no such file, InvalidArgument when it is no regular file or
  // cannot be read, Internal when it cannot be mapped.
  static absl::StatusOr<MappedFile> Open(const std::string& path);

  // A copy of `bytes` in an anonymous file that vanishes with the object; for tests and for what is
  // built in memory but wants a descriptor. Internal when the system has no memory for it.
  static absl::StatusOr<MappedFile> OfBytes(std::span<const std::byte> bytes);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return {data_, size_}; }

  // Lets the pages of `part` go from this process's memory; they stay in the system's, and come
  // back when they are read again. For who goes through a file once. REQUIRES: `part` is of
  // bytes().
  void Release(std::span<const std::byte> part) const;

  // The descriptor behind the mapping; owned by this object. For libraries that read a part of the
  // file on their own.
  int descriptor() const { return descriptor_; }

 private:
  MappedFile(int descriptor, const std::byte* data, std::size_t size)
      : descriptor_(descriptor), data_(data), size_(size) {}
  // Takes the descriptor over, also on failure.
  static absl::StatusOr<MappedFile> Map(int descriptor, std::size_t size, const std::string& name);
  void Close();

  int descriptor_ = -1;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace waypost
