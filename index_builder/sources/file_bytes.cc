#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "index_builder/sources/byte_source.h"

namespace waypost::sources {
namespace {

class FileBytes final : public ByteSource {
 public:
  FileBytes(std::string path, int descriptor, std::uint64_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override { ::close(descriptor_); }

  absl::StatusOr<std::size_t> Read(std::span<char> buffer) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
      if (got >= 0) {
        consumed_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno == EINTR) continue;
      return Internal(path_ + ": reading failed at byte " + std::to_string(consumed_) + ": " +
                      std::strerror(errno));
    }
  }

  std::uint64_t consumed() const override { return consumed_; }
  std::uint64_t total() const override { return size_; }

 private:
  std::string path_;
  int descriptor_;
  std::uint64_t size_;
  std::uint64_t consumed_ = 0;
};

class TextBytes final : public ByteSource {
 public:
  explicit TextBytes(std::string text) : text_(std::move(text)) {}

  absl::StatusOr<std::size_t> Read(std::span<char> buffer) override {
    const std::size_t size = std::min(buffer.size(), text_.size() - position_);
    if (size > 0) std::memcpy(buffer.data(), text_.data() + position_, size);
    position_ += size;
    return size;
  }

  std::uint64_t consumed() const override { return position_; }
  std::uint64_t total() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t position_ = 0;
};

absl::Status CannotOpen(const std::string& path) {
  const int reason = errno;
  const std::string message = path + ": cannot be opened: " + std::strerror(reason);
  return reason == ENOENT || reason == ENOTDIR ? NotFound(message) : InvalidArgument(message);
}

}  // namespace

absl::StatusOr<std::unique_ptr<ByteSource>> OpenFileBytes(const std::string& path) {
  // O_NONBLOCK: opening a pipe nobody writes to must not hang before we can refuse it.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return CannotOpen(path);
  struct stat info = {};
  const bool known = ::fstat(descriptor, &info) == 0;
  auto bytes = std::make_unique<FileBytes>(path, descriptor,
                                           known ? static_cast<std::uint64_t>(info.st_size) : 0);
  if (known && S_ISDIR(info.st_mode)) {
    return InvalidArgument(path + ": is a folder where a file was due");
  }
  if (!known || !S_ISREG(info.st_mode)) {
    return InvalidArgument(path + ": is not a regular file; save it to a file first");
  }
  return bytes;
}

std::unique_ptr<ByteSource> MakeTextBytes(std::string text) {
  return std::make_unique<TextBytes>(std::move(text));
}

}  // namespace waypost::sources
