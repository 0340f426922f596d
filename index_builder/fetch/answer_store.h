#pragma once

// Answers kept in a file, so that an interrupted run goes on where it stopped.
//
// The file begins with a line that names what is validated; each answer is appended by one write. A
// run that was killed leaves at most one unfinished answer at the end, which the next one cuts off.
// Only one run at a time: the file is locked.
//
//   waypost-answers 1 https://feeds.example.org/services
//   200 2 5310 https://feeds.example.org/services?page=1     status, headers, bytes of body,
//   address content-type: application/json access-control-allow-origin: *
//   ...5310 bytes...
//
// Memory: an address and a place for each answer. Not for several threads.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/fetch/http_exchange.h"

namespace waypost::fetch {

class AnswerStore {
 public:
  // Makes the file when there is none. Errors: InvalidArgument when it cannot be read or written,
  // or is no such file; FailedPrecondition when it belongs to another `target` or another run has
  // it.
  static absl::StatusOr<std::unique_ptr<AnswerStore>> Open(const std::string& path,
                                                           std::string_view target);
  ~AnswerStore();
  AnswerStore(const AnswerStore&) = delete;
  AnswerStore& operator=(const AnswerStore&) = delete;

  std::size_t size() const { return places_.size(); }

  // Errors: Internal when the disk fails.
  absl::StatusOr<std::optional<HttpAnswer>> Find(const std::string& url) const;
  absl::Status Add(const std::string& url, const HttpAnswer& answer);

 private:
  struct Place {
    std::uint64_t offset = 0;  // of its first line
    std::uint64_t length = 0;  // to the end of its body
  };

  AnswerStore(int file, std::string path) : file_(file), path_(std::move(path)) {}
  absl::Status Lock() const;
  absl::Status ReadPlaces(std::string_view target);
  absl::StatusOr<std::string> ReadBytes(std::uint64_t offset, std::uint64_t length) const;
  absl::Status Append(std::string_view bytes);
  absl::Status Failed(std::string_view what) const;

  const int file_;
  const std::string path_;
  std::uint64_t end_ = 0;
  std::map<std::string, Place, std::less<>> places_;
};

}  // namespace waypost::fetch
