#include "engine/core/status.h"

#include <system_error>

#include "engine/core/absl_text.h"

namespace waypost {

absl::Status InvalidArgument(std::string_view message) {
  return absl::InvalidArgumentError(ToAbsl(message));
}
absl::Status NotFound(std::string_view message) { return absl::NotFoundError(ToAbsl(message)); }
absl::Status DataLoss(std::string_view message) { return absl::DataLossError(ToAbsl(message)); }
absl::Status FailedPrecondition(std::string_view message) {
  return absl::FailedPreconditionError(ToAbsl(message));
}
absl::Status Unavailable(std::string_view message) {
  return absl::UnavailableError(ToAbsl(message));
}
absl::Status Internal(std::string_view message) { return absl::InternalError(ToAbsl(message)); }

std::string MessageOf(const absl::Status& status) { return ToString(status.message()); }

std::string SystemErrorText(int error) { return std::generic_category().message(error); }

absl::Status Annotate(const absl::Status& status, std::string_view context) {
  if (status.ok()) return status;
  std::string message(context);
  message += ": ";
  message += MessageOf(status);
  return {status.code(), ToAbsl(message)};
}

}  // namespace waypost
