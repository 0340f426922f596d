#pragma once

// Reference files that are small enough to hold: read whole, with places in them as line numbers.
//
//   ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open("areas.geojson.gz"));
//   ASSIGN_OR_RETURN(std::string text, ReadWholeInput(*stream));

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

// Full resolution boundaries of the whole country are about 130 MB of GeoJSON; a file several times
// that is not what it claims to be, and a small archive must not fill the memory.
inline constexpr std::size_t kMaxWholeInput = std::size_t{512} << 20;

// Everything that is left in `stream`. InvalidArgument when that is more than `limit` bytes.
absl::StatusOr<std::string> ReadWholeInput(InputStream& stream, std::size_t limit = kMaxWholeInput);

// 1 for an offset in the first line. Offsets past the end count as the end.
std::size_t LineOfOffset(std::string_view text, std::size_t offset);

// "boundaries.geojson" for "/data/in/boundaries.geojson": reports must not depend on the folder in
// which a build runs.
std::string FileLabel(std::string_view path);

}  // namespace waypost::sources
