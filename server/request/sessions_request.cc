#include "server/request/sessions_request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/query/request_error.h"
#include "server/request/parameters.h"

namespace waypost::server {
namespace {

constexpr std::array<std::string_view, 2> kSessionsParameters = {"from", "to"};

// Nothing when it is not given; given without a value it is not left out.
absl::StatusOr<std::optional<Date>> DateOf(const HttpRequest& request, std::string_view name) {
  for (const auto& [key, value] : request.parameters) {
    if (key != name) continue;
    const std::optional<Date> date = ParseIsoDate(value);
    if (date) return date;
    return BadValue(name, std::string(name) + "=" + value.substr(0, 80) +
                              " cannot be read; give a date such as 2026-11-24");
  }
  return std::optional<Date>();
}

}  // namespace

absl::StatusOr<SessionsRequest> ReadSessionsRequest(const HttpRequest& request, Date today) {
  RETURN_IF_ERROR(CheckParameters(request, kSessionsParameters));
  ASSIGN_OR_RETURN(const std::optional<Date> from, DateOf(request, "from"));
  ASSIGN_OR_RETURN(const std::optional<Date> to, DateOf(request, "to"));
  SessionsRequest asked{.from = from.value_or(today), .counts_from_today = !from};
  asked.to = to.value_or(asked.from + std::chrono::days(kUsualSessionDays));
  const int days = DayNumber(asked.to) - DayNumber(asked.from);
  if (days < 0) {
    return BadValue("to",
                    "to is before from, " + FormatIsoDate(asked.from) + "; give a later date");
  }
  if (days > kMostSessionDays) {
    return BadValue("to", "to is at most " + std::to_string(kMostSessionDays) +
                              " days after from; ask for the rest by itself");
  }
  return asked;
}

}  // namespace waypost::server
