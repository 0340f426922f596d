#pragma once

// Where bytes come from before anything is known about them: a file, a member of a zip archive, a
// text in memory, or the inside of a gzip stream. `InputStream` is what readers use.
//
// `total()` and `consumed()` count bytes as stored (compressed), for progress; a source that does
// not know its size says 0. Not safe to call from several threads.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "engine/core/status.h"

namespace waypost::sources {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills the front of `buffer`; returns how many bytes, 0 at the end only. `buffer` is not empty.
  virtual absl::StatusOr<std::size_t> Read(std::span<char> buffer) = 0;

  virtual std::uint64_t consumed() const = 0;
  virtual std::uint64_t total() const = 0;
};

// Opens a regular file as it is. NotFound when there is none, InvalidArgument for a folder, a pipe
// or a device (sources are looked at before they are read, so they must be re-openable).
absl::StatusOr<std::unique_ptr<ByteSource>> OpenFileBytes(const std::string& path);

std::unique_ptr<ByteSource> MakeTextBytes(std::string text);

// Opens a member of a zip archive; see zip_archive.h for names. Errors name `path` and `member`.
absl::StatusOr<std::unique_ptr<ByteSource>> OpenZipMemberBytes(const std::string& path,
                                                               const std::string& member);

// Decompresses `inner`, of which `head` was read already. Several gzip members one after another
// are one stream, as gzip(1) has it. A stream that ends early, fails its checksum or is followed by
// something that is no gzip member is an InvalidArgument that names `name` and the compressed
// offset.
std::unique_ptr<ByteSource> MakeGunzipBytes(std::string name, std::unique_ptr<ByteSource> inner,
                                            std::string head);

}  // namespace waypost::sources
