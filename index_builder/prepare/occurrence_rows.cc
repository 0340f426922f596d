#include "index_builder/prepare/occurrence_rows.h"

#include <string_view>

namespace waypost::prepare {
namespace {

// Seven bits a byte, the lowest first; all but the last byte have the eighth.
void Put(std::uint32_t value, std::string& bytes) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

// False where the bytes end too early.
bool Take(std::string_view& bytes, std::uint32_t& value) {
  value = 0;
  for (unsigned shift = 0; !bytes.empty() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= (byte & 0x7FU) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

}  // namespace

absl::Status OccurrenceRows::Add(const std::vector<Occurrence>& row) {
  bytes_.clear();
  WordNumber before = 0;
  for (const Occurrence& occurrence : row) {
    Put(occurrence.word - before, bytes_);
    Put(occurrence.frequency, bytes_);
    before = occurrence.word;
  }
  return blobs_.Add(bytes_);
}

absl::Status OccurrenceRows::Read(std::size_t i, std::vector<Occurrence>& row) {
  row.clear();
  RETURN_IF_ERROR(blobs_.Read(i, bytes_));
  Occurrence occurrence;
  for (std::string_view bytes = bytes_; !bytes.empty();) {
    std::uint32_t step = 0;
    if (!Take(bytes, step) || !Take(bytes, occurrence.frequency)) {
      return DataLoss("words in a scratch file are damaged; build again");
    }
    occurrence.word += step;
    row.push_back(occurrence);
  }
  return absl::OkStatus();
}

}  // namespace waypost::prepare
