#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/sessions_request.h"
#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/response/sessions_json.h"

namespace waypost::server {

HttpResponse SessionsHandler::operator()(const HttpRequest& request, std::string_view id) const {
  const Moment now = serving.clock.Now();
  const Date today = ToLocal(now, serving.zone).date;
  const absl::StatusOr<SessionsRequest> asked = ReadSessionsRequest(request, today);
  if (!asked.ok()) return ProblemOf(asked.status());
  const Index& index = *serving.index;
  const std::optional<ServiceOrdinal> service = FindService(index, id);
  if (!service) return UnknownService();
  HttpResponse response{
      .body = WriteSessionsJson(index, *service, asked->from, asked->to, serving.zone)};
  Keeping keeping;
  // The answer is that of a day, whatever its minute.
  if (asked->counts_from_today) {
    keeping.at = LocalMinute{.date = today};
    keeping.seconds = SecondsLeftOfMinute(now);
  }
  MayBeKept(index, keeping, response);
  return response;
}

}  // namespace waypost::server
