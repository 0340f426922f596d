#include "index_builder/spool/spooled_column.h"

#include <vector>

namespace waypost::spool {

absl::Status CopyToSection(const ScratchFile& file, ArtefactWriter& writer) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 20;
  std::vector<std::byte> piece(std::min(kPiece, file.size()));
  for (std::uint64_t at = 0; at < file.size(); at += piece.size()) {
    piece.resize(std::min<std::uint64_t>(piece.size(), file.size() - at));
    RETURN_IF_ERROR(file.Read(at, piece));
    RETURN_IF_ERROR(writer.Append(piece));
  }
  return absl::OkStatus();
}

}  // namespace waypost::spool
