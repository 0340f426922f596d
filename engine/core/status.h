#pragma once

// Errors at fallible boundaries: `absl::Status` and `absl::StatusOr<T>`.
//
// A message says what is wrong, where, and what to do:
//
//   return DataLoss("artefact county.waypost: section postings, byte 4096: checksum differs; "
//                   "copy the file again or rebuild it");
//
//   ASSIGN_OR_RETURN(MappedFile file, MappedFile::Open(path));
//   RETURN_IF_ERROR(writer.Finish());
//
// Which code for what: InvalidArgument a bad request, record or option; NotFound an unknown id,
// place or file; DataLoss a damaged artefact; FailedPrecondition an artefact of another format or
// program; Unavailable no index yet; Internal a bug of ours or a failing disk.
//
// The helpers exist because `absl::string_view` is not `std::string_view` on Debian 12; this header
// and core/absl_text.h are the only places that know.

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace waypost {

absl::Status InvalidArgument(std::string_view message);
absl::Status NotFound(std::string_view message);
absl::Status DataLoss(std::string_view message);
absl::Status FailedPrecondition(std::string_view message);
absl::Status Unavailable(std::string_view message);
absl::Status Internal(std::string_view message);

// The message of `status` as a std::string.
std::string MessageOf(const absl::Status& status);

// What the system says about `error`, a value of errno: "No space left on device".
std::string SystemErrorText(int error);

// `status` with `context` and ": " in front of its message; an OK status stays OK.
absl::Status Annotate(const absl::Status& status, std::string_view context);

}  // namespace waypost

#define WAYPOST_STATUS_CONCAT_INNER(a, b) a##b
#define WAYPOST_STATUS_CONCAT(a, b) WAYPOST_STATUS_CONCAT_INNER(a, b)

// Evaluates an expression of type absl::Status and returns it from the function unless it is OK.
#define RETURN_IF_ERROR(expression)                  \
  do {                                               \
    absl::Status waypost_status = (expression);      \
    if (!waypost_status.ok()) return waypost_status; \
  } while (false)

// Declares or assigns `target` from an absl::StatusOr<T>, or returns its status.
#define ASSIGN_OR_RETURN(target, expression) \
  ASSIGN_OR_RETURN_INNER(WAYPOST_STATUS_CONCAT(waypost_status_or_, __LINE__), target, expression)
#define ASSIGN_OR_RETURN_INNER(holder, target, expression) \
  auto holder = (expression);                              \
  if (!holder.ok()) return std::move(holder).status();     \
  target = std::move(holder).value()
