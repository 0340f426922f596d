#include "index_builder/spool/scratch_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace waypost::spool {
namespace {

absl::Status Failure(const std::string& what, const ScratchFolder& folder) {
  return InvalidArgument(what + " in " + folder.path + ": " + SystemErrorText(errno) +
                         "; a build needs about twice the size of its sources there");
}

}  // namespace

ScratchFile::ScratchFile(ScratchFolder folder) : folder_(std::move(folder)) {}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      written_(std::exchange(other.written_, 0)),
      buffer_(std::exchange(other.buffer_, {})) {}

ScratchFile& ScratchFile::operator=(ScratchFile&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(written_, other.written_);
  std::swap(buffer_, other.buffer_);
  return *this;
}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

absl::Status ScratchFile::Append(std::span<const std::byte> bytes) {
  const bool stays = folder_.path.empty() || buffer_.size() + bytes.size() <= folder_.in_memory;
  if (stays) {
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    return absl::OkStatus();
  }
  RETURN_IF_ERROR(Write(buffer_));
  buffer_.clear();
  return Write(bytes);
}

absl::Status ScratchFile::Open() {
  std::string name = folder_.path + "/.waypost-scratch-XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) return Failure("cannot make a scratch file", folder_);
  ::unlink(name.c_str());
  return absl::OkStatus();
}

absl::Status ScratchFile::Write(std::span<const std::byte> bytes) {
  if (descriptor_ < 0) RETURN_IF_ERROR(Open());
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Failure("cannot write a scratch file", folder_);
    written_ += static_cast<std::uint64_t>(n);
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return absl::OkStatus();
}

absl::Status ScratchFile::Read(std::uint64_t offset, std::span<std::byte> into) const {
  while (!into.empty() && offset < written_) {
    const std::size_t wanted = std::min<std::uint64_t>(into.size(), written_ - offset);
    const ssize_t n = ::pread(descriptor_, into.data(), wanted, static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Failure("cannot read a scratch file", folder_);
    offset += static_cast<std::uint64_t>(n);
    into = into.subspan(static_cast<std::size_t>(n));
  }
  if (into.empty()) return absl::OkStatus();
  const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(offset - written_);
  std::copy_n(begin, into.size(), into.begin());
  return absl::OkStatus();
}

}  // namespace waypost::spool
