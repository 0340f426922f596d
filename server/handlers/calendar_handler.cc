#include <algorithm>
#include <array>

#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/parameters.h"
#include "server/response/caching.h"
#include "server/response/calendar_file.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

constexpr std::array<std::string_view, 1> kCalendarParameters = {"location"};

bool HasLocation(const Index& index, ServiceOrdinal service, std::string_view location_id) {
  return std::ranges::any_of(index.services().documents[service], [&](DocId doc) {
    return index.documents().location_id[doc] == location_id;
  });
}

}  // namespace

HttpResponse CalendarHandler::operator()(const HttpRequest& request, std::string_view id) const {
  const absl::Status known = CheckParameters(request, kCalendarParameters);
  if (!known.ok()) return ProblemOf(known);
  const Index& index = *serving.index;
  const std::optional<ServiceOrdinal> service = FindService(index, id);
  if (!service) return UnknownService();
  const std::string_view location = ParameterOf(request, "location");
  if (!location.empty() && !HasLocation(index, *service, location)) {
    return Problem(404, "unknown_location", "the service has no location of this id");
  }
  const CalendarSubject subject{.name = std::string(index.services().name[*service]),
                                .services = {&*service, 1},
                                .location_id = location};
  HttpResponse response = CalendarResponse(WriteCalendarFile(index, subject, serving.zone), id);
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
