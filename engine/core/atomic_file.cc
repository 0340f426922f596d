#include "engine/core/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace waypost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".tmp-waypost";

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// Whether `name` still names the file behind `descriptor`.
bool IsFileNamed(int descriptor, const std::string& name) {
  struct stat open_file {};
  struct stat named {};
  return ::fstat(descriptor, &open_file) == 0 && ::lstat(name.c_str(), &named) == 0 &&
         open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino;
}

// Opens the temporary and locks it. nullopt when its last writer renamed or removed it in between:
// then the locked file is not ours to touch (it may be the finished one).
absl::StatusOr<std::optional<int>> TryToLock(const std::string& path,
                                             const std::string& temporary) {
  const int descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0)
    return InvalidArgument("cannot write " + temporary + ": " + SystemErrorText(errno));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    ::close(descriptor);
    if (error != EWOULDBLOCK) {
      return InvalidArgument("cannot lock " + temporary + ": " + SystemErrorText(error));
    }
    return FailedPrecondition(path +
                              " is being written by another process; wait for it or stop it");
  }
  if (IsFileNamed(descriptor, temporary)) return descriptor;
  ::close(descriptor);
  return std::nullopt;
}

}  // namespace

absl::StatusOr<AtomicFile> AtomicFile::Create(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return InvalidArgument(path + " is a folder");
  std::string temporary = path + std::string(kMark);
  std::optional<int> descriptor;
  while (!descriptor) {
    ASSIGN_OR_RETURN(descriptor, TryToLock(path, temporary));
  }
  if (::ftruncate(*descriptor, 0) != 0) {
    const int error = errno;
    ::close(*descriptor);
    return InvalidArgument("cannot write " + temporary + ": " + SystemErrorText(error));
  }
  return AtomicFile(*descriptor, path, std::move(temporary));
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  // First the name, then the lock: nobody must take over a file that is about to lose its name.
  ::unlink(temporary_.c_str());
  ::close(descriptor_);
}

absl::Status AtomicFile::WriteAt(std::uint64_t offset, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Internal("cannot write " + temporary_ + ": " + SystemErrorText(errno));
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
    return Internal("cannot finish " + path_ + ": " + SystemErrorText(errno));
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
