#pragma once

// The words of services and of locations, with how often each occurs, in a scratch file: about two
// bytes for each.
//
//   OccurrenceRows rows(scratch);
//   RETURN_IF_ERROR(rows.Add(row));               // ascending by word, without repeats
//   RETURN_IF_ERROR(rows.Read(i, row));

#include <cstdint>
#include <string>
#include <vector>

#include "index_builder/spool/spooled_blobs.h"

namespace waypost::prepare {

// Of a word while words are met; the index numbers them in their own order.
using WordNumber = std::uint32_t;

struct Occurrence {
  WordNumber word = 0;
  std::uint32_t frequency = 0;  // at most UINT16_MAX
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

class OccurrenceRows {
 public:
  explicit OccurrenceRows(const spool::ScratchFolder& scratch) : blobs_(scratch) {}

  absl::Status Add(const std::vector<Occurrence>& row);
  // Overwrites `row`. REQUIRES: i < size(). Errors: DataLoss for bytes that Add did not write.
  absl::Status Read(std::size_t i, std::vector<Occurrence>& row);

  std::size_t size() const { return blobs_.size(); }

 private:
  spool::SpooledBlobs blobs_;
  std::string bytes_;
};

}  // namespace waypost::prepare
