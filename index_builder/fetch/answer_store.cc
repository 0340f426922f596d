#include "index_builder/fetch/answer_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace waypost::fetch {
namespace {

constexpr std::string_view kMagic = "waypost-answers 1 ";
constexpr std::size_t kMaxHead = std::size_t{128} * 1024;  // more than any exchange lets through

// Takes a number and the space behind it.
std::optional<std::uint64_t> TakeNumber(std::string_view& line) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto used = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || used >= line.size() || line[used] != ' ') return std::nullopt;
  line.remove_prefix(used + 1);
  return number;
}

std::optional<std::string_view> TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

struct StoredHead {
  HttpAnswer answer;
  std::string url;
  std::uint64_t head_bytes = 0;
  std::uint64_t body_bytes = 0;
};

// nullopt for a head that is not whole.
std::optional<StoredHead> ReadHead(std::string_view text) {
  const std::size_t size = text.size();
  const auto line = TakeLine(text);
  if (!line) return std::nullopt;
  std::string_view rest = *line;
  const auto status = TakeNumber(rest);
  const auto headers = TakeNumber(rest);
  const auto body = TakeNumber(rest);
  if (!status || !headers || !body || rest.empty()) return std::nullopt;
  StoredHead head;
  head.answer.status = static_cast<int>(std::min<std::uint64_t>(*status, 999));
  head.url = rest;
  head.body_bytes = *body;
  for (std::uint64_t i = 0; i < *headers; ++i) {
    const auto header = TakeLine(text);
    const std::size_t colon = header ? header->find(": ") : std::string_view::npos;
    if (colon == std::string_view::npos) return std::nullopt;
    head.answer.headers.emplace_back(header->substr(0, colon), header->substr(colon + 2));
  }
  head.head_bytes = size - text.size();
  return head;
}

bool FitsOneLine(std::string_view text) { return text.find('\n') == std::string_view::npos; }

}  // namespace

absl::Status AnswerStore::Failed(std::string_view what) const {
  std::string message = path_ + ": " + SystemErrorText(errno) + "; ";
  message += what;
  return InvalidArgument(message);
}

absl::StatusOr<std::unique_ptr<AnswerStore>> AnswerStore::Open(const std::string& path,
                                                               std::string_view target) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  std::unique_ptr<AnswerStore> store(new AnswerStore(file, path));
  if (file < 0) return store->Failed("give --resume a file that can be written");
  RETURN_IF_ERROR(store->Lock());
  RETURN_IF_ERROR(store->ReadPlaces(target));
  return store;
}

AnswerStore::~AnswerStore() {
  if (file_ >= 0) ::close(file_);
}

absl::Status AnswerStore::Lock() const {
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return absl::OkStatus();
  return FailedPrecondition(path_ + ": another run is using it; wait for it or name another file");
}

absl::StatusOr<std::string> AnswerStore::ReadBytes(std::uint64_t offset,
                                                   std::uint64_t length) const {
  std::string bytes(length, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got =
        ::pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Internal(path_ + ": " + SystemErrorText(errno));
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

absl::Status AnswerStore::ReadPlaces(std::string_view target) {
  const off_t size = ::lseek(file_, 0, SEEK_END);
  if (size < 0) return Failed("give --resume a file");
  std::string first(kMagic);
  first += target;
  first += '\n';
  if (size == 0) return Append(first);
  ASSIGN_OR_RETURN(const std::string beginning, ReadBytes(0, first.size()));
  if (!beginning.starts_with(kMagic)) {
    return InvalidArgument(path_ + ": holds no answers of an earlier run; name another file");
  }
  if (beginning != first) {
    return FailedPrecondition(path_ +
                              ": holds answers of another feed; name another file, or delete it");
  }
  end_ = first.size();
  const auto whole = static_cast<std::uint64_t>(size);
  while (end_ < whole) {
    ASSIGN_OR_RETURN(const std::string text,
                     ReadBytes(end_, std::min<std::uint64_t>(kMaxHead, whole - end_)));
    const std::optional<StoredHead> head = ReadHead(text);
    if (!head || head->body_bytes >= whole - end_ - head->head_bytes) break;
    const Place place{.offset = end_, .length = head->head_bytes + head->body_bytes};
    places_.insert_or_assign(head->url, place);
    end_ += place.length + 1;
  }
  if (::ftruncate(file_, static_cast<off_t>(end_)) != 0) {
    return Failed("its unfinished end cannot be cut off");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<HttpAnswer>> AnswerStore::Find(const std::string& url) const {
  const auto found = places_.find(url);
  if (found == places_.end()) return std::nullopt;
  ASSIGN_OR_RETURN(const std::string text, ReadBytes(found->second.offset, found->second.length));
  std::optional<StoredHead> head = ReadHead(text);
  if (!head || head->head_bytes + head->body_bytes != text.size()) {
    return Internal(path_ + ": changed while it was read");
  }
  head->answer.body = text.substr(head->head_bytes);
  return std::move(head->answer);
}

absl::Status AnswerStore::Append(std::string_view bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t put =
        ::pwrite(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(end_ + done));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Failed("the answers cannot be kept");
    done += static_cast<std::size_t>(put);
  }
  end_ += bytes.size();
  return absl::OkStatus();
}

absl::Status AnswerStore::Add(const std::string& url, const HttpAnswer& answer) {
  std::size_t headers = 0;
  std::string lines;
  for (const auto& [name, value] : answer.headers) {
    if (!FitsOneLine(name) || !FitsOneLine(value) || name.find(": ") != std::string::npos) continue;
    ++headers;
    lines += name;
    lines += ": ";
    lines += value;
    lines += '\n';
  }
  std::string text = std::to_string(answer.status) + ' ' + std::to_string(headers) + ' ' +
                     std::to_string(answer.body.size()) + ' ' + url;
  text += '\n';
  text += lines;
  const std::size_t head = text.size();
  text += answer.body;
  const Place place{.offset = end_, .length = head + answer.body.size()};
  text += '\n';
  RETURN_IF_ERROR(Append(text));
  places_.insert_or_assign(url, place);
  return absl::OkStatus();
}

}  // namespace waypost::fetch
