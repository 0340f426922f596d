#include "server/web/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace waypost::server {
namespace {

constexpr std::size_t kLongestQrText = 1500;

// The lowest bit of a module says whether it is dark.
bool IsDark(const QRcode& code, std::size_t row, std::size_t column) {
  return (code.data[row * static_cast<std::size_t>(code.width) + column] & 1) != 0;
}

// "M4,6h7v1h-7z": seven dark modules side by side.
void AppendRun(std::size_t row, std::size_t first, std::size_t count, std::string& path) {
  const std::string width = std::to_string(count);
  path.append("M").append(std::to_string(first + kQuietModules));
  path.append(",").append(std::to_string(row + kQuietModules));
  path.append("h").append(width).append("v1h-").append(width).append("z");
}

}  // namespace

std::optional<QrCode> MakeQrCode(std::string_view text) {
  if (text.empty() || text.size() > kLongestQrText) return std::nullopt;
  const std::string bytes(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeData(static_cast<int>(bytes.size()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_M),
      &QRcode_free);
  if (!made) return std::nullopt;
  const auto width = static_cast<std::size_t>(made->width);
  QrCode code{.side = width + 2 * kQuietModules};
  for (std::size_t row = 0; row < width; ++row) {
    for (std::size_t column = 0; column < width;) {
      const std::size_t first = column;
      while (column < width && IsDark(*made, row, column)) ++column;
      if (column > first) AppendRun(row, first, column - first, code.path);
      while (column < width && !IsDark(*made, row, column)) ++column;
    }
  }
  return code;
}

}  // namespace waypost::server
