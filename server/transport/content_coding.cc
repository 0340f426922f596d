#include "server/transport/content_coding.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/core/status.h"

namespace waypost::server {
namespace {

// What fits one packet arrives no sooner for being smaller.
constexpr std::size_t kWorthIt = 1400;
// Half the time of zlib's usual 6, and pages of JSON become a tenth larger.
constexpr int kLevel = 4;
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemory = 8;

constexpr std::array<std::string_view, 11> kTexts = {"application/json",
                                                     "application/geo+json",
                                                     "application/x-ndjson",
                                                     "application/atom+xml",
                                                     "text/csv",
                                                     "text/html",
                                                     "text/calendar",
                                                     "text/css",
                                                     "text/javascript",
                                                     "image/svg+xml",
                                                     "application/xml"};

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "q=0", "q=0.0": refused.
bool IsRefused(std::string_view parameters) {
  const std::string lower = LowerCase(parameters);
  const std::size_t at = lower.find("q=");
  if (at == std::string::npos) return false;
  return lower.find_first_of("123456789", at) == std::string::npos;
}

bool IsText(std::string_view content_type) {
  const std::string_view type = TrimBlanks(content_type.substr(0, content_type.find(';')));
  return std::ranges::find(kTexts, type) != kTexts.end();
}

// Codes a body that comes in pieces. A piece goes out when there is enough of it, so few pieces of
// the plain body may be none of the coded one.
class PieceCoder {
 public:
  // Takes the body and the pieces of `response`. Check IsReady before the first piece.
  explicit PieceCoder(HttpResponse& response)
      : waiting_(std::move(response.body)), more_(std::move(response.more)) {
    is_ready_ = deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, kMemory,
                             Z_DEFAULT_STRATEGY) == Z_OK;
  }
  PieceCoder(const PieceCoder&) = delete;
  PieceCoder& operator=(const PieceCoder&) = delete;
  ~PieceCoder() {
    if (is_ready_) deflateEnd(&stream_);
  }

  absl::StatusOr<std::string> Next() {
    if (!is_ready_) return Internal("no memory for zlib");
    std::string coded;
    while (coded.empty() && !has_ended_) {
      std::string plain = std::exchange(waiting_, {});
      if (plain.empty()) {
        ASSIGN_OR_RETURN(plain, more_());
      }
      has_ended_ = plain.empty();
      Deflate(plain, has_ended_ ? Z_FINISH : Z_NO_FLUSH, coded);
    }
    return coded;
  }

 private:
  void Deflate(std::string& plain, int flush, std::string& coded) {
    std::array<char, 65536> out;
    stream_.next_in = reinterpret_cast<Bytef*>(plain.data());
    stream_.avail_in = static_cast<uInt>(plain.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = static_cast<uInt>(out.size());
      deflate(&stream_, flush);
      coded.append(out.data(), out.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  std::string waiting_;
  std::function<absl::StatusOr<std::string>()> more_;
  bool is_ready_ = false;
  bool has_ended_ = false;
};

void WeakenEntityTag(HttpResponse& response) {
  for (auto& [name, value] : response.headers) {
    if (name == "ETag" && !value.starts_with("W/")) value.insert(0, "W/");
  }
}

void SayCoded(HttpResponse& response) {
  response.headers.emplace_back("Content-Encoding", "gzip");
  WeakenEntityTag(response);
}

}  // namespace

bool AcceptsGzip(std::string_view accept_encoding) {
  bool by_star = false;
  while (!accept_encoding.empty()) {
    const std::size_t comma = std::min(accept_encoding.find(','), accept_encoding.size());
    const std::string_view item = TrimBlanks(accept_encoding.substr(0, comma));
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const std::size_t end = std::min(item.find(';'), item.size());
    const std::string coding = LowerCase(TrimBlanks(item.substr(0, end)));
    const bool refused = IsRefused(item.substr(end));
    if (coding == "gzip" || coding == "x-gzip") return !refused;
    if (coding == "*") by_star = !refused;
  }
  return by_star;
}

std::string Gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib reads through a pointer to what is not const, and does not write there.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return done ? out : std::string();
}

void CodeContent(const HttpRequest& request, HttpResponse& response) {
  constexpr std::size_t kLongest = std::size_t{1} << 31;  // zlib counts in 32 bits
  const bool is_kept = response.status == 200 || response.status == 304;
  if (!is_kept || !IsText(response.content_type)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!AcceptsGzip(request.Header("accept-encoding"))) return;
  if (response.more) {
    const auto coder = std::make_shared<PieceCoder>(response);
    response.body.clear();
    response.more = [coder] { return coder->Next(); };
    return SayCoded(response);
  }
  if (response.body.size() < kWorthIt || response.body.size() > kLongest) return;
  std::string coded = Gzip(response.body);
  if (coded.empty()) return;
  response.body = std::move(coded);
  SayCoded(response);
}

}  // namespace waypost::server
