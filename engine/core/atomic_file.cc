#include "engine/core/atomic_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

namespace waypost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".tmp-";

std::string ReasonOf(int error) { return std::generic_category().message(error); }

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// The process that a temporary of `path` belongs to; 0 when `name` is no temporary of it.
pid_t OwnerOf(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix)) return 0;
  pid_t owner = 0;
  const char* end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + prefix.size(), end, owner);
  return error == std::errc() && rest == end ? owner : 0;
}

absl::Status RemoveLeftovers(const fs::path& path) {
  const std::string prefix = path.filename().string() + std::string(kMark);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(FolderOf(path), error)) {
    const pid_t owner = OwnerOf(entry.path().filename().string(), prefix);
    if (owner == 0) continue;
    if (owner != ::getpid() && ::kill(owner, 0) == 0) {
      return FailedPrecondition(path.string() + " is being written by process " +
                                std::to_string(owner) + "; wait for it or stop it");
    }
    std::error_code ignored;
    fs::remove(entry.path(), ignored);
  }
  if (error) return InvalidArgument("cannot read the folder of " + path.string() + ": " + error.message());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<AtomicFile> AtomicFile::Create(const std::string& path) {
  RETURN_IF_ERROR(RemoveLeftovers(path));
  std::string temporary = path + std::string(kMark) + std::to_string(::getpid());
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    return InvalidArgument("cannot write " + temporary + ": " + ReasonOf(errno));
  }
  return AtomicFile(descriptor, path, std::move(temporary));
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

absl::Status AtomicFile::WriteAt(std::uint64_t offset, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Internal("cannot write " + temporary_ + ": " + ReasonOf(errno));
    offset += static_cast<std::uint64_t>(written);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return absl::OkStatus();
}

absl::Status AtomicFile::Append(std::span<const std::byte> bytes) {
  RETURN_IF_ERROR(WriteAt(size_, bytes));
  size_ += bytes.size();
  return absl::OkStatus();
}

absl::Status AtomicFile::Append(std::string_view text) {
  return Append(std::as_bytes(std::span(text.data(), text.size())));
}

absl::Status AtomicFile::Commit() {
  if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return Internal("cannot finish " + path_ + ": " + ReasonOf(errno));
  }
  ::close(std::exchange(descriptor_, -1));
  const int folder = ::open(FolderOf(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
  return absl::OkStatus();
}

}  // namespace waypost
