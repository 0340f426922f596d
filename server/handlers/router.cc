#include "server/handlers/router.h"

#include <chrono>
#include <utility>

#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/transport/response_bytes.h"

namespace waypost::server {
namespace {

constexpr std::string_view kHealth = "/healthz";
constexpr std::string_view kReady = "/readyz";
constexpr std::string_view kQuestions = "/api/questions/";
constexpr std::string_view kSuggest = "/api/suggest";
constexpr std::string_view kServices = "/api/services/";
constexpr std::string_view kOrukV1 = "/oruk/v1";
constexpr std::string_view kOrukV3 = "/oruk/v3";

// Whether a form is answered there: what is typed must not stand in an address.
bool TakesPost(std::string_view path) { return path == kSuggest || Pages::TakesPost(path); }

// What is answered at a path.
std::string_view MethodsOf(std::string_view path) {
  return TakesPost(path) ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
}

// `path` is `folder` or below it.
bool IsBelow(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string ServerTiming(std::chrono::steady_clock::duration duration) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  const std::string thousandths = std::to_string(micros % 1000);
  return "total;dur=" + std::to_string(micros / 1000) + "." +
         std::string(3 - thousandths.size(), '0') + thousandths;
}

absl::StatusOr<ask::PhraseBook> PhrasesOf(const ServingIndex& serving) {
  if (serving.index == nullptr) return ask::PhraseBook();
  return ask::PhraseBook::Build(*serving.index);
}

}  // namespace

Router::Router(const ServingIndex& serving, SiteSettings settings)
    : serving_(serving),
      phrases_(PhrasesOf(serving)),
      settings_(std::move(settings)),
      pages_(serving_, phrases_, settings_) {
  if (serving.index != nullptr) catalogue_.emplace(*serving.index);
}

HttpResponse Router::Route(const HttpRequest& request) const {
  const std::string_view path = request.path;
  if (path == "/api/search") return SearchHandler{serving_}(request);
  if (path == "/api/ask") return AskHandler{serving_, phrases_}(request);
  if (path == "/api/places") return PlacesHandler{serving_}(request);
  if (path == "/api/needs") return TermsHandler{serving_}.Needs(request);
  if (path == "/api/circumstances") return TermsHandler{serving_}.Circumstances(request);
  if (path == "/api/personas") return TermsHandler{serving_}.Personas(request);
  if (path == "/api/service-types") return TermsHandler{serving_}.ServiceTypes(request);
  if (path == "/api/questions") return QuestionsHandler{serving_}.List(request);
  if (path == kSuggest) return SuggestHandler{serving_}(request);
  if (path == "/api/why-not") return WhyNotHandler{serving_}(request);
  if (path == "/api/sources") return SourcesHandler{serving_}(request);
  if (path == "/openapi.json") return DescriptionHandler{serving_}.Json();
  if (path == "/docs") return DescriptionHandler{serving_}.Page();
  if (path == kHealth) return HealthHandler{serving_}.Health();
  if (path == kReady) return HealthHandler{serving_}.Ready();
  if (path.starts_with(kQuestions)) {
    return QuestionsHandler{serving_}(request, path.substr(kQuestions.size()));
  }
  if (path.starts_with(kServices)) return RouteService(request, path.substr(kServices.size()));
  if (IsBelow(path, kOrukV3)) {
    return OrukV3Handler{serving_, *catalogue_}(request, path.substr(kOrukV3.size()));
  }
  if (IsBelow(path, kOrukV1)) {
    return OrukV1Handler{serving_, *catalogue_}(request, path.substr(kOrukV1.size()));
  }
  if (IsBelow(path, "/api") || IsBelow(path, "/oruk")) {
    return Problem(404, "unknown_path", "there is no such endpoint; start at /");
  }
  if (serving_.index == nullptr) return Problem(404, "unknown_path", "there are no pages yet");
  return pages_.Answer(request);
}

HttpResponse Router::RouteService(const HttpRequest& request, std::string_view rest) const {
  const std::string_view id = rest.substr(0, rest.find('/'));
  const std::string_view part = rest.substr(id.size());
  if (part == "/sessions") return SessionsHandler{serving_}(request, id);
  if (part == "/calendar.ics") return CalendarHandler{serving_}(request, id);
  if (!part.empty()) {
    return Problem(404, "unknown_path", "a service has /sessions and /calendar.ics, nothing else");
  }
  return ServiceHandler{serving_}(request, id);
}

HttpResponse Router::AnswerRead(const HttpRequest& request) const {
  if (request.method == "OPTIONS") {
    HttpResponse response{.status = 204, .content_type = ""};
    response.headers = {{"Allow", std::string(MethodsOf(request.path))},
                        {"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"},
                        {"Access-Control-Allow-Headers", "*"}};
    return response;
  }
  HttpResponse response = Route(request);
  if (IsNotModified(request, response)) {
    response.status = 304;
    response.body.clear();
    response.more = nullptr;
  }
  return response;
}

HttpResponse Router::Answer(const HttpRequest& request) const {
  const auto begun = std::chrono::steady_clock::now();
  if (IsRead(request)) return Finish(request, AnswerRead(request), begun);
  if (request.method == "POST" && TakesPost(request.path)) {
    // What is passed over in silence would ask for everything.
    if (!request.body.empty() && !HasForm(request)) {
      return Finish(request,
                    Problem(415, "unsupported_media_type",
                            "send a form, as application/x-www-form-urlencoded"),
                    begun);
    }
    return Finish(request, Route(request), begun);
  }
  HttpResponse response =
      Problem(405, "method_not_allowed", "this address does not answer that; see Allow");
  response.headers.emplace_back("Allow", MethodsOf(request.path));
  return Finish(request, std::move(response), begun);
}

HttpResponse Router::Busy(const HttpRequest& request) const {
  const auto begun = std::chrono::steady_clock::now();
  if (serving_.index == nullptr || IsBelow(request.path, "/api") ||
      IsBelow(request.path, "/oruk")) {
    return TransportProblem(503, IsRead(request));
  }
  return Finish(request, pages_.Busy(request), begun);
}

HttpResponse Router::Finish(const HttpRequest& request, HttpResponse response,
                            std::chrono::steady_clock::time_point begun) {
  if (IsRead(request)) response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Server-Timing",
                                ServerTiming(std::chrono::steady_clock::now() - begun));
  return response;
}

bool Router::IsQuery(const HttpRequest& request) {
  const bool is_health = request.path == kHealth || request.path == kReady;
  const bool is_form = request.method == "POST" && TakesPost(request.path);
  return (request.method == "GET" || request.method == "HEAD" || is_form) && !is_health;
}

}  // namespace waypost::server
