#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/parameters.h"
#include "server/response/caching.h"
#include "server/response/calendar_file.h"
#include "server/response/problem.h"

namespace waypost::server {

HttpResponse CalendarHandler::operator()(const HttpRequest& request, std::string_view id) const {
  const absl::Status known = CheckParameters(request, {});
  if (!known.ok()) return ProblemOf(known);
  const Index& index = *serving.index;
  const std::optional<ServiceOrdinal> service = FindService(index, id);
  if (!service) return UnknownService();
  const CalendarSubject subject{.name = std::string(index.services().name[*service]),
                                .services = {&*service, 1}};
  HttpResponse response = CalendarResponse(WriteCalendarFile(index, subject, serving.zone), id);
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
