#include "server/handlers/find_service.h"

#include "server/response/problem.h"

namespace waypost::server {

std::optional<ServiceOrdinal> FindService(const Index& index, std::string_view id) {
  const std::optional<Uuid> uuid = ParseUuid(id);
  return uuid ? index.FindService(*uuid) : std::nullopt;
}

HttpResponse UnknownService() {
  return Problem(404, "unknown_service", "no service has this id; it may have been withdrawn");
}

}  // namespace waypost::server
