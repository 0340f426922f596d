#pragma once

// A QR code (ISO/IEC 18004) as the path of an SVG picture, one unit to a module:
//
//   std::optional<QrCode> code = MakeQrCode("https://find.example.org/l/AVEtd...");
//   <svg viewBox="0 0 SIDE SIDE"><path d="PATH"/></svg>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace waypost::server {

// What readers ask for around the code, on each side.
inline constexpr std::size_t kQuietModules = 4;

struct QrCode {
  std::size_t side = 0;  // with the quiet zone
  std::string path;      // the dark modules, a rectangle for each run in a row
};

// Correcting about 15 % of damage. Nothing for "", and for more than 1,500 bytes: the squares would
// be too small to read from paper.
std::optional<QrCode> MakeQrCode(std::string_view text);

}  // namespace waypost::server
