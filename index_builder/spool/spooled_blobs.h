#pragma once

// Texts or bytes of any length, many of them, in a scratch file: added one by one, read by number.
//
//   SpooledBlobs blobs(folder);
//   RETURN_IF_ERROR(blobs.Add(bytes));
//   std::string bytes;
//   RETURN_IF_ERROR(blobs.Read(i, bytes));
//
// Memory: 8 bytes each. Add from one thread; after the last Add any thread may Read.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/spool/scratch_file.h"

namespace waypost::spool {

class SpooledBlobs {
 public:
  explicit SpooledBlobs(const ScratchFolder& folder) : file_(folder) {}

  absl::Status Add(std::string_view bytes) {
    RETURN_IF_ERROR(file_.Append(std::as_bytes(std::span(bytes))));
    offsets_.push_back(file_.size());
    return absl::OkStatus();
  }

  // Overwrites `bytes`. REQUIRES: i < size().
  absl::Status Read(std::size_t i, std::string& bytes) const {
    bytes.resize(offsets_[i + 1] - offsets_[i]);
    return file_.Read(offsets_[i], std::as_writable_bytes(std::span(bytes)));
  }

  std::size_t size() const { return offsets_.size() - 1; }

 private:
  ScratchFile file_;
  std::vector<std::uint64_t> offsets_ = {0};
};

}  // namespace waypost::spool
