#include "server/handlers/router.h"

#include <chrono>

#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/web/search_page.h"

namespace waypost::server {
namespace {

constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";
constexpr std::string_view kServices = "/api/services/";

std::string ServerTiming(std::chrono::steady_clock::duration duration) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  const std::string thousandths = std::to_string(micros % 1000);
  return "total;dur=" + std::to_string(micros / 1000) + "." +
         std::string(3 - thousandths.size(), '0') + thousandths;
}

}  // namespace

HttpResponse Router::Route(const HttpRequest& request) const {
  const std::string_view path = request.path;
  if (path == "/") return SearchPage{serving_}(request);
  if (path == "/api/search") return SearchHandler{serving_}(request);
  if (path == "/api/places") return PlacesHandler{serving_}(request);
  if (path == "/api/sources") return SourcesHandler{serving_}();
  if (path == "/healthz") return HealthHandler{serving_}.Health();
  if (path == "/readyz") return HealthHandler{serving_}.Ready();
  if (path.starts_with(kServices)) {
    return ServiceHandler{serving_}(path.substr(kServices.size()));
  }
  return Problem(404, "unknown_path", "there is no such page; start at /");
}

HttpResponse Router::Answer(const HttpRequest& request) const {
  const auto begun = std::chrono::steady_clock::now();
  HttpResponse response;
  if (request.method == "OPTIONS") {
    response = {.status = 204, .content_type = "", .headers = {}, .body = ""};
    response.headers.emplace_back("Access-Control-Allow-Methods", kMethods);
    response.headers.emplace_back("Access-Control-Allow-Headers", "*");
  } else if (request.method != "GET" && request.method != "HEAD") {
    response = Problem(405, "method_not_allowed", "only GET, HEAD and OPTIONS are answered here");
    response.headers.emplace_back("Allow", kMethods);
  } else {
    response = Route(request);
    if (IsNotModified(request, response)) {
      response.status = 304;
      response.body.clear();
    }
  }
  response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Server-Timing",
                                ServerTiming(std::chrono::steady_clock::now() - begun));
  return response;
}

}  // namespace waypost::server
