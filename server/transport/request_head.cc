#include "server/transport/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "engine/core/ascii.h"
#include "server/transport/request_target.h"

namespace waypost::server {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
// Room in the request line beside the target: "OPTIONS " and " HTTP/1.1", and methods nobody knows.
constexpr std::size_t kRequestLineExtra = 64;
constexpr std::array<std::string_view, 7> kMethods = {"GET", "HEAD",  "OPTIONS", "POST",
                                                      "PUT", "PATCH", "DELETE"};

bool IsTokenCharacter(char c) {
  return IsLetter(c) || IsDigit(c) ||
         (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsTokenCharacter);
}

bool IsPlainText(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

// A target as it is: no blank, no control character. Bytes above 127 pass, as people type them.
bool IsTarget(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f;
  });
}

// Without what HTTP calls optional white space, and nothing else: a form feed is none.
std::string_view WithoutBlanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Whether the comma-separated `list` has `token`, in any case.
bool HasToken(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (LowerCase(WithoutBlanks(list.substr(0, comma))) == token) return true;
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return false;
}

// 0 when the line is in order; then `version` is '0' or '1', the minor version.
int ReadRequestLine(std::string_view line, const HeadLimits& limits, HttpRequest& request,
                    char& version) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return 400;
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view protocol = line.substr(last + 1);
  if (target.size() > limits.target_bytes) return 414;
  if (!IsToken(method) || !IsTarget(target)) return 400;
  if (protocol != "HTTP/1.1" && protocol != "HTTP/1.0") {
    return protocol.starts_with("HTTP/") ? 505 : 400;
  }
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) return 405;
  auto parts = ParseRequestTarget(target);
  if (!parts) return 400;
  request.method = method;
  request.path = std::move(parts->path);
  request.parameters = std::move(parts->parameters);
  version = protocol.back();
  return 0;
}

// A line that begins with a blank continues the one before in old HTTP; a blank is in no name, so
// the token test refuses the request, as RFC 9112 asks.
bool ReadHeaderLine(std::string_view line, HttpRequest& request) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = WithoutBlanks(line.substr(colon + 1));
  if (!IsToken(name) || !IsPlainText(value)) return false;
  request.headers.emplace_back(LowerCase(name), value);
  return true;
}

std::size_t CountHeader(const HttpRequest& request, std::string_view name) {
  return static_cast<std::size_t>(std::count_if(request.headers.begin(), request.headers.end(),
                                                [&](const auto& h) { return h.first == name; }));
}

// How long the body is, and by what the request is refused if it is not plain.
int ReadFraming(const HeadLimits& limits, RequestHead& head) {
  const HttpRequest& request = head.request;
  // A chunked body has no length to refuse it by beforehand; no client of ours needs one.
  if (CountHeader(request, "transfer-encoding") > 0) return 411;
  const std::size_t lengths = CountHeader(request, "content-length");
  if (lengths == 0) return 0;
  const std::string_view text = request.Header("content-length");
  if (lengths > 1 || text.empty()) return 400;
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return 400;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), head.body_bytes);
  if (error != std::errc() || head.body_bytes > limits.body_bytes) return 413;
  return 0;
}

int ReadConnection(char version, RequestHead& head) {
  const HttpRequest& request = head.request;
  const std::string_view connection = request.Header("connection");
  head.is_old = version == '0';
  head.close =
      HasToken(connection, "close") || (version == '0' && !HasToken(connection, "keep-alive"));
  const std::size_t hosts = CountHeader(request, "host");
  if (hosts > 1 || (version == '1' && hosts == 0)) return 400;
  const std::string_view expect = request.Header("expect");
  if (expect.empty() || version == '0') return 0;
  if (LowerCase(expect) != "100-continue") return 417;
  head.expects_continue = true;
  return 0;
}

}  // namespace

int RefusalOfUnfinishedHead(std::string_view unfinished, const HeadLimits& limits) {
  const std::size_t line = unfinished.find(kLineEnd);
  if (line == std::string_view::npos) {
    return unfinished.size() > limits.target_bytes + kRequestLineExtra ? 414 : 0;
  }
  return unfinished.size() - line > limits.header_bytes ? 431 : 0;
}

std::variant<RequestHead, HeadRefusal> ParseRequestHead(std::string_view head,
                                                        const HeadLimits& limits) {
  if (const int status = RefusalOfUnfinishedHead(head, limits)) return HeadRefusal{status};
  RequestHead out;
  char version = '1';
  std::size_t line_end = std::min(head.find(kLineEnd), head.size());
  if (const int status = ReadRequestLine(head.substr(0, line_end), limits, out.request, version)) {
    return HeadRefusal{status};
  }
  head.remove_prefix(std::min(line_end + kLineEnd.size(), head.size()));
  while (!head.empty() && !head.starts_with(kLineEnd)) {
    line_end = std::min(head.find(kLineEnd), head.size());
    if (!ReadHeaderLine(head.substr(0, line_end), out.request)) return HeadRefusal{400};
    head.remove_prefix(std::min(line_end + kLineEnd.size(), head.size()));
  }
  if (const int status = ReadConnection(version, out)) return HeadRefusal{status};
  if (const int status = ReadFraming(limits, out)) return HeadRefusal{status};
  return out;
}

}  // namespace waypost::server
