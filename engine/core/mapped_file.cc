#include "engine/core/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace waypost {
absl::StatusOr<MappedFile> MappedFile::Open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) return NotFound("no file " + path + "; check the name");
    return InvalidArgument("cannot open " + path + ": " + SystemErrorText(errno));
  }
  struct stat info {};
  if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
    ::close(descriptor);
    return InvalidArgument(path + " is not a regular file");
  }
  return Map(descriptor, static_cast<std::size_t>(info.st_size), path);
}

absl::StatusOr<MappedFile> MappedFile::OfBytes(std::span<const std::byte> bytes) {
  const int descriptor = ::memfd_create("waypost", MFD_CLOEXEC);
  if (descriptor < 0) return Internal("cannot make a file in memory: " + SystemErrorText(errno));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      const int error = errno;
      ::close(descriptor);
      return Internal("cannot fill a file in memory: " + SystemErrorText(error));
    }
    done += static_cast<std::size_t>(written);
  }
  return Map(descriptor, bytes.size(), "a file in memory");
}

absl::StatusOr<MappedFile> MappedFile::Map(int descriptor, std::size_t size,
                                           const std::string& name) {
  if (size == 0) return MappedFile(descriptor, nullptr, 0);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  if (data == MAP_FAILED) {
    const int error = errno;
    ::close(descriptor);
    return Internal("cannot map " + name + ": " + SystemErrorText(error));
  }
  return MappedFile(descriptor, static_cast<const std::byte*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  if (this != &other) {
    Close();
    descriptor_ = std::exchange(other.descriptor_, -1);
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

MappedFile::~MappedFile() { Close(); }

void MappedFile::Release(std::span<const std::byte> part) const {
  // Whole pages only: their neighbours may be in use.
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = static_cast<std::size_t>(part.data() - data_);
  const std::size_t first = (begin + page - 1) / page * page;
  const std::size_t end = (begin + part.size()) / page * page;
  // The mapping is shared with the file, so nothing is lost; on failure the pages simply stay.
  if (first < end) ::madvise(const_cast<std::byte*>(data_) + first, end - first, MADV_DONTNEED);
}

void MappedFile::Close() {
  // munmap wants a pointer to non-const though it writes nothing.
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
  if (descriptor_ >= 0) ::close(descriptor_);
  data_ = nullptr;
  descriptor_ = -1;
}

}  // namespace waypost
