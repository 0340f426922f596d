#include "server/web/qr_code.h"

#include <gtest/gtest.h>
#include <qrencode.h>

#include <memory>
#include <sstream>
#include <vector>

namespace waypost::server {
namespace {

using Modules = std::vector<std::vector<bool>>;

// The modules that the path paints, read back from it.
Modules Painted(const QrCode& code) {
  Modules modules(code.side, std::vector<bool>(code.side));
  std::istringstream path(code.path);
  char mark = 0, comma = 0, right = 0, down = 0, left = 0, close = 0;
  std::size_t x = 0, y = 0, width = 0, height = 0;
  int back = 0;
  while (path >> mark >> x >> comma >> y >> right >> width >> down >> height >> left >> back >>
         close) {
    EXPECT_EQ((std::string{mark, comma, right, down, left, close}), "M,hvhz");
    EXPECT_EQ(height, 1U);
    EXPECT_EQ(back, -static_cast<int>(width));
    for (std::size_t i = 0; i < width; ++i) modules.at(y).at(x + i) = true;
  }
  EXPECT_TRUE(path.eof());
  return modules;
}

void ExpectMatrixOf(const std::string& text) {
  const std::optional<QrCode> code = MakeQrCode(text);
  ASSERT_TRUE(code) << text;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> own(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  ASSERT_TRUE(own);
  const auto width = static_cast<std::size_t>(own->width);
  ASSERT_EQ(code->side, width + 2 * kQuietModules);
  const Modules modules = Painted(*code);
  for (std::size_t y = 0; y < code->side; ++y) {
    for (std::size_t x = 0; x < code->side; ++x) {
      const bool is_inside = x >= kQuietModules && y >= kQuietModules &&
                             x < width + kQuietModules && y < width + kQuietModules;
      const bool is_dark =
          is_inside && (own->data[(y - kQuietModules) * width + x - kQuietModules] & 1) != 0;
      ASSERT_EQ(modules[y][x], is_dark) << x << ", " << y;
    }
  }
}

TEST(QrCode, PaintsTheMatrix) {
  ExpectMatrixOf("a");
  ExpectMatrixOf("https://find.example.org/l/AVEtd2ZmZmZmZg");
  ExpectMatrixOf("https://find.example.org/l/" + std::string(404, 'x'));
  ExpectMatrixOf("grüße");
}

TEST(QrCode, NothingForWhatNobodyCouldRead) {
  EXPECT_FALSE(MakeQrCode(""));
  EXPECT_TRUE(MakeQrCode(std::string(1500, 'x')));
  EXPECT_FALSE(MakeQrCode(std::string(1501, 'x')));
}

}  // namespace
}  // namespace waypost::server
