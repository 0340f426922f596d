#include "index_builder/spool/scratch_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace waypost::spool {
namespace {

// What a write or a read that did nothing says of itself.
absl::Status Failing(const std::string& what, const ScratchFolder& folder, ssize_t done) {
  const int error = done == 0 ? EIO : errno;
  std::string message = what + " in " + folder.path + ": " + SystemErrorText(error);
  if (error == ENOSPC || error == EDQUOT) {
    message += "; a build needs about the unpacked size of its sources there, besides the index";
  }
  return Internal(message);
}

// Without a name from the beginning, where the system can do that.
int OpenNameless(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
    return descriptor;
  }
  std::string name = folder + "/.waypost-scratch-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
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
  descriptor_ = OpenNameless(folder_.path);
  if (descriptor_ >= 0) return absl::OkStatus();
  return InvalidArgument("cannot make a scratch file in " + folder_.path + ": " +
                         SystemErrorText(errno) + "; write the index to a folder that takes files");
}

absl::Status ScratchFile::Write(std::span<const std::byte> bytes) {
  if (descriptor_ < 0) RETURN_IF_ERROR(Open());
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Failing("cannot write a scratch file", folder_, n);
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
    if (n <= 0) return Failing("cannot read a scratch file", folder_, n);
    offset += static_cast<std::uint64_t>(n);
    into = into.subspan(static_cast<std::size_t>(n));
  }
  if (into.empty()) return absl::OkStatus();
  const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(offset - written_);
  std::copy_n(begin, into.size(), into.begin());
  return absl::OkStatus();
}

absl::Status ScratchFile::ForEachPiece(
    const std::function<absl::Status(std::span<const std::byte>)>& visit) const {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 20;
  std::vector<std::byte> piece;
  for (std::uint64_t at = 0; at < size(); at += piece.size()) {
    piece.resize(std::min(kPiece, size() - at));
    RETURN_IF_ERROR(Read(at, piece));
    RETURN_IF_ERROR(visit(piece));
  }
  return absl::OkStatus();
}

}  // namespace waypost::spool
