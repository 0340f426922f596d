#include "server/transport/response_bytes.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

struct Problem {
  int status;
  std::string_view code;
  std::string_view title;
  std::string_view detail;  // plain words: written into JSON as they stand
};

constexpr std::array kProblems = {
    Problem{400, "malformed_request", "The request cannot be read", "this is not well-formed HTTP"},
    Problem{405, "method_not_allowed", "This cannot be done here",
            "only GET, HEAD and OPTIONS are answered here"},
    Problem{408, "request_timeout", "The request took too long",
            "the request did not arrive in time; send it again"},
    Problem{411, "length_required", "The length is missing",
            "send the body with Content-Length, not in chunks"},
    Problem{413, "body_too_large", "The body is too large", "send a smaller body"},
    Problem{414, "target_too_long", "The address is too long",
            "ask with fewer or shorter parameters"},
    Problem{417, "expectation_failed", "The expectation cannot be met",
            "only 100-continue can be expected"},
    Problem{431, "headers_too_large", "The headers are too large", "send fewer or shorter headers"},
    Problem{500, "internal", "Something went wrong",
            "the server could not answer; the question is not at fault"},
    Problem{503, "busy", "Busy; try again", "too much is asked at once; try again shortly"},
    Problem{505, "version_not_supported", "This version of HTTP is not spoken", "use HTTP/1.1"},
};

const Problem& ProblemFor(int status) {
  const auto at = std::find_if(kProblems.begin(), kProblems.end(),
                               [&](const Problem& p) { return p.status == status; });
  return at != kProblems.end() ? *at : kProblems.front();
}

std::string_view ReasonOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "";
  }
}

bool IsForHandlers(std::string_view name, std::string_view value) {
  static constexpr std::string_view kLineBreakers("\r\n\0", 3);
  if (name.empty() || name.find_first_of(": \t") != std::string_view::npos) return false;
  if (name.find_first_of(kLineBreakers) != std::string_view::npos) return false;
  if (value.find_first_of(kLineBreakers) != std::string_view::npos) return false;
  const std::string lower = LowerCase(name);
  return lower != "connection" && lower != "content-length" && lower != "transfer-encoding";
}

void AppendHeader(std::string_view name, std::string_view value, std::string& out) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string ChunkBytes(std::string_view piece) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string size;
  for (std::size_t rest = piece.size(); rest > 0; rest /= 16) size.insert(0, 1, kDigits[rest % 16]);
  if (size.empty()) size = "0";
  return size.append("\r\n").append(piece).append("\r\n");
}

std::string ResponseBytes(const HttpResponse& response, bool without_body, bool close,
                          Framing framing) {
  const bool bodiless = response.status == 204 || response.status == 304;
  std::string out;
  out.reserve(512 + (without_body ? 0 : response.body.size()));
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(ReasonOf(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers) {
    if (IsForHandlers(name, value)) AppendHeader(name, value, out);
  }
  if (!bodiless) {
    if (!response.content_type.empty() && IsForHandlers("Content-Type", response.content_type)) {
      AppendHeader("Content-Type", response.content_type, out);
    }
    if (framing == Framing::kLength) {
      AppendHeader("Content-Length", std::to_string(response.body.size()), out);
    } else if (framing == Framing::kChunks) {
      AppendHeader("Transfer-Encoding", "chunked", out);
    }
  }
  AppendHeader("Connection", close ? "close" : "keep-alive", out);
  out.append("\r\n");
  // What comes in pieces begins with its body as one of them.
  if (!without_body && !bodiless && framing == Framing::kLength) out.append(response.body);
  return out;
}

HttpResponse TransportProblem(int status, bool is_read) {
  const Problem& problem = ProblemFor(status);
  HttpResponse response{.status = problem.status, .content_type = "application/problem+json"};
  response.headers = {{"Cache-Control", "no-store"},
                      {"Referrer-Policy", "no-referrer"},
                      {"X-Content-Type-Options", "nosniff"}};
  if (is_read && problem.status != 405 && problem.status != 411) {
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  }
  if (problem.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  if (problem.status == 503) response.headers.emplace_back("Retry-After", "1");
  response.body.append(R"({"type":"urn:waypost:problem:)").append(problem.code);
  response.body.append(R"(","title":")").append(problem.title);
  response.body.append(R"(","status":)").append(std::to_string(problem.status));
  response.body.append(R"(,"code":")").append(problem.code);
  response.body.append(R"(","detail":")").append(problem.detail).append("\"}");
  return response;
}

}  // namespace waypost::server
