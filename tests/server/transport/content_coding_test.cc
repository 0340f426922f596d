#include "server/transport/content_coding.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace waypost::server {
namespace {

std::string Unpacked(std::string_view coded) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.data()));
  stream.avail_in = static_cast<uInt>(coded.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string HeaderIn(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

HttpResponse Coded(std::string accept, HttpResponse response) {
  CodeContent({.headers = {{"accept-encoding", std::move(accept)}}}, response);
  return response;
}

HttpResponse LongAnswer() {
  return {.headers = {{"ETag", "\"1\""}}, .body = std::string(5000, 'a')};
}

TEST(AcceptsGzipTest, ReadsNamesStarsAndRefusals) {
  for (const char* text :
       {"gzip", "GZIP", "deflate, gzip;q=0.5, br", "x-gzip", "*", "br, *;q=0.1", "gzip;q=1.0"}) {
    EXPECT_TRUE(AcceptsGzip(text)) << text;
  }
  for (const char* text : {"", "identity", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", ","}) {
    EXPECT_FALSE(AcceptsGzip(text)) << text;
  }
}

TEST(CodeContentTest, CodesTextForWhoAsksAndWeakensTheTag) {
  const HttpResponse coded = Coded("gzip", LongAnswer());
  EXPECT_LT(coded.body.size(), 100U);
  EXPECT_EQ(Unpacked(coded.body), LongAnswer().body);
  EXPECT_EQ(HeaderIn(coded, "Content-Encoding"), "gzip");
  EXPECT_EQ(HeaderIn(coded, "Vary"), "Accept-Encoding");
  EXPECT_EQ(HeaderIn(coded, "ETag"), "W/\"1\"");
}

TEST(CodeContentTest, CodesPiecesToTheirEnd) {
  HttpResponse plain = LongAnswer();
  std::string whole = plain.body;
  for (int i = 0; i < 300; ++i) whole += std::to_string(i * i) + std::string(700, 'b');
  plain.more = [rest = whole.substr(plain.body.size())]() mutable -> absl::StatusOr<std::string> {
    std::string piece = rest.substr(0, 997);
    rest.erase(0, piece.size());
    return piece;
  };
  const HttpResponse coded = Coded("gzip", std::move(plain));
  EXPECT_EQ(HeaderIn(coded, "Content-Encoding"), "gzip");
  EXPECT_EQ(HeaderIn(coded, "ETag"), "W/\"1\"");
  std::string all = coded.body;
  for (std::string piece = *coded.more(); !piece.empty(); piece = *coded.more()) all += piece;
  EXPECT_EQ(Unpacked(all), whole);
}

TEST(CodeContentTest, AFailedPieceFailsWhenCodedToo) {
  HttpResponse plain = LongAnswer();
  plain.more = []() -> absl::StatusOr<std::string> { return Internal("broken"); };
  const HttpResponse coded = Coded("gzip", std::move(plain));
  absl::StatusOr<std::string> piece = coded.more();
  while (piece.ok() && !piece->empty()) piece = coded.more();
  EXPECT_FALSE(piece.ok());
}

TEST(CodeContentTest, LeavesOthersAsTheyAreAndSaysWhatTheyDependOn) {
  const HttpResponse plain = Coded("br", LongAnswer());
  EXPECT_EQ(plain.body, LongAnswer().body);
  EXPECT_EQ(HeaderIn(plain, "Vary"), "Accept-Encoding");
  EXPECT_EQ(HeaderIn(plain, "ETag"), "\"1\"");
  EXPECT_EQ(Coded("gzip", {.body = "short"}).body, "short");
  HttpResponse image = LongAnswer();
  image.content_type = "image/png";
  EXPECT_EQ(HeaderIn(Coded("gzip", image), "Vary"), "");
  HttpResponse unchanged{.status = 304, .headers = {{"ETag", "\"1\""}}};
  EXPECT_EQ(HeaderIn(Coded("gzip", unchanged), "Vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace waypost::server
