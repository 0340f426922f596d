#include "index_builder/sources/input_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace waypost::sources {
namespace {

// Gzip in gzip is a mistake seen in the wild; more layers than this are an attack.
constexpr int kMaxGzipLayers = 2;

absl::Status NotOneFile(const std::string& path, std::string_view what,
                        const std::vector<std::string>& members) {
  std::string message = path + ": is " + std::string(what) + " of " +
                        std::to_string(members.size()) + " files where one file was due";
  for (std::size_t i = 0; i < members.size() && i < 5; ++i) {
    message += (i == 0 ? " (" : ", ") + members[i];
  }
  if (!members.empty()) message += members.size() > 5 ? ", ...)" : ")";
  return InvalidArgument(message + "; give one of them by its own path");
}

}  // namespace

absl::StatusOr<std::unique_ptr<InputStream>> InputStream::Open(const std::string& path) {
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    ASSIGN_OR_RETURN(std::unique_ptr<ByteSource> bytes, OpenFileBytes(path));
    return Start(path, std::move(bytes));
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  if (kind == InputKind::kFolder) return NotOneFile(path, "a folder", members);
  if (members.size() != 1) return NotOneFile(path, "a zip archive", members);
  return OpenMember(path, members.front());
}

absl::StatusOr<std::unique_ptr<InputStream>> InputStream::OpenMember(const std::string& path,
                                                                     const std::string& member) {
  if (!IsPlainMemberName(member)) {
    return InvalidArgument(path + ": \"" + member + "\" is no plain member name");
  }
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    return InvalidArgument(path + ": is a single file and has no member " + member);
  }
  ASSIGN_OR_RETURN(std::unique_ptr<ByteSource> bytes, kind == InputKind::kZip
                                                          ? OpenZipMemberBytes(path, member)
                                                          : OpenFileBytes(path + "/" + member));
  return Start(path + ": " + member, std::move(bytes));
}

absl::StatusOr<std::unique_ptr<InputStream>> InputStream::OpenText(std::string name,
                                                                   std::string text) {
  return Start(std::move(name), MakeTextBytes(std::move(text)));
}

absl::StatusOr<std::unique_ptr<InputStream>> InputStream::Start(std::string name,
                                                                std::unique_ptr<ByteSource> bytes) {
  std::unique_ptr<InputStream> stream(new InputStream(std::move(name), std::move(bytes)));
  RETURN_IF_ERROR(stream->Unwrap());
  RETURN_IF_ERROR(stream->CheckByteOrderMark());
  return stream;
}

absl::Status InputStream::Unwrap() {
  for (int layer = 0; layer < kMaxGzipLayers; ++layer) {
    RETURN_IF_ERROR(Fill(3));
    // 1F 8B is gzip, 08 its only compression method.
    if (!pending_.starts_with("\x1F\x8B\x08")) return absl::OkStatus();
    bytes_ = MakeGunzipBytes(name_, std::move(bytes_), std::exchange(pending_, {}));
  }
  return absl::OkStatus();
}

absl::Status InputStream::CheckByteOrderMark() {
  RETURN_IF_ERROR(Fill(3));
  if (pending_.starts_with("\xEF\xBB\xBF")) {
    pending_position_ = 3;
  } else if (pending_.starts_with("\xFF\xFE") || pending_.starts_with("\xFE\xFF")) {
    return InvalidArgument(name_ +
                           ": byte 0: is UTF-16 text; save it as UTF-8 (\"CSV UTF-8\" in a " +
                           "spreadsheet, or: iconv -f UTF-16 -t UTF-8)");
  }
  return absl::OkStatus();
}

absl::Status InputStream::Fill(std::size_t size) {
  RETURN_IF_ERROR(failed_);
  if (pending_position_ > 0) pending_.erase(0, std::exchange(pending_position_, 0));
  while (pending_.size() < size) {
    const std::size_t had = pending_.size();
    pending_.resize(std::max<std::size_t>(size, 16));
    absl::StatusOr<std::size_t> got =
        bytes_->Read(std::span(pending_.data() + had, pending_.size() - had));
    pending_.resize(had + (got.ok() ? *got : 0));
    if (!got.ok()) return failed_ = std::move(got).status();
    if (*got == 0) break;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string_view> InputStream::Peek(std::size_t size) {
  size = std::min(size, kMaxPeek);
  if (pending_.size() - pending_position_ < size) RETURN_IF_ERROR(Fill(size));
  const std::string_view unread = std::string_view(pending_).substr(pending_position_);
  return unread.substr(0, size);
}

absl::StatusOr<std::size_t> InputStream::Read(std::span<char> buffer) {
  const std::size_t waiting = pending_.size() - pending_position_;
  std::size_t size = std::min(buffer.size(), waiting);
  if (size > 0) {
    std::memcpy(buffer.data(), pending_.data() + pending_position_, size);
    pending_position_ += size;
  } else {
    RETURN_IF_ERROR(failed_);
    absl::StatusOr<std::size_t> got = bytes_->Read(buffer);
    if (!got.ok()) return failed_ = std::move(got).status();
    size = *got;
  }
  offset_ += size;
  return size;
}

}  // namespace waypost::sources
