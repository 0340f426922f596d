#pragma once

// Bytes of an input file, in order, whatever it is packed in.
//
//   ASSIGN_OR_RETURN(auto stream, InputStream::Open("feed.json.gz"));
//   std::array<char, 65536> buffer;
//   for (;;) {
//     ASSIGN_OR_RETURN(std::size_t size, stream->Read(buffer));
//     if (size == 0) break;
//     ...
//   }
//
// Packing is recognised by content, never by name: gzip (also several members one after another), a
// zip archive with exactly one member, or plain; gzip inside a zip or a folder too. A UTF-8
// byte-order mark is removed. Everything is decompressed as it is read, so memory does not grow
// with the input.
//
// Errors name the file (and the member) and the byte offset and say what to do: a gzip stream or
// zip member that is damaged or ends early, UTF-16 text, a folder or an archive of several members
// where one file was due. A Read that failed fails the same way again.
//
// The text may still be in another 8-bit encoding than UTF-8: CsvReader decodes Windows-1252, JSON
// readers repair. Not safe to use from several threads at once.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/sources/byte_source.h"
#include "index_builder/sources/input_members.h"

namespace waypost::sources {

class InputStream {
 public:
  static absl::StatusOr<std::unique_ptr<InputStream>> Open(const std::string& path);

  // A member of a folder or a zip archive, by its name in ListMembers. InvalidArgument for a name
  // that leads outside.
  static absl::StatusOr<std::unique_ptr<InputStream>> OpenMember(const std::string& path,
                                                                 const std::string& member);

  // A text as if it were a file called `name`: for tests and fuzzing.
  static absl::StatusOr<std::unique_ptr<InputStream>> OpenText(std::string name, std::string text);

  // Fills the front of `buffer` (not empty) and returns how many bytes; 0 only at the end. May
  // return fewer than asked for before the end.
  absl::StatusOr<std::size_t> Read(std::span<char> buffer);

  // The beginning of what Read will give, without taking it: up to `size` bytes (at most kMaxPeek),
  // fewer only when the whole input is shorter. Valid until the next call. May be called at any
  // time.
  absl::StatusOr<std::string_view> Peek(std::size_t size);
  static constexpr std::size_t kMaxPeek = 1024 * 1024;

  // For messages: the path, or "path: member".
  const std::string& name() const { return name_; }
  // Decompressed bytes given out so far: where the next Read begins (not counting a byte-order
  // mark).
  std::uint64_t offset() const { return offset_; }
  // Bytes as stored, consumed so far and in all.
  std::uint64_t bytes_read() const { return bytes_->consumed(); }
  std::uint64_t bytes_total() const { return bytes_->total(); }

 private:
  InputStream(std::string name, std::unique_ptr<ByteSource> bytes)
      : name_(std::move(name)), bytes_(std::move(bytes)) {}
  static absl::StatusOr<std::unique_ptr<InputStream>> Start(std::string name,
                                                            std::unique_ptr<ByteSource> bytes);
  // Makes the unread part of pending_ at least `size` long, unless the input ends.
  absl::Status Fill(std::size_t size);
  // Looks behind the gzip wrapper and at the byte-order mark.
  absl::Status Unwrap();
  absl::Status CheckByteOrderMark();

  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  std::string pending_;  // peeked, not yet given out, from pending_position_ on
  std::size_t pending_position_ = 0;
  std::uint64_t offset_ = 0;
  absl::Status failed_;
};

}  // namespace waypost::sources
