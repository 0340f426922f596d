#include "server/web/form_error.h"

#include <utility>

#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

// Codes that a form can meet, and the field that they are shown at.
struct KnownError {
  std::string_view code;
  std::string_view field;
  std::string_view key;
};
constexpr KnownError kKnown[] = {
    {"empty_near", "near", "error.empty_near"},
    {"empty_place", "near", "error.empty_near"},
    {"within_needs_near", "near", "error.empty_near"},
    {"malformed_postcode", "near", "error.malformed_postcode"},
    {"unknown_postcode", "near", "error.unknown_postcode"},
    {"unknown_place", "near", "error.unknown_place"},
    {"ambiguous_place", "near", "error.ambiguous_place"},
    {"outside_uk", "near", "error.outside_uk"},
    {"too_many_words", "text", "error.too_many_words"},
    {"text_too_long", "text", "error.text_too_long"},
};

}  // namespace

FormError FormErrorOf(const InterfaceText& text, const absl::Status& status) {
  const auto parts = query::RequestErrorOf(status);
  if (!parts) return {.field = "", .message = std::string(text("error.unknown"))};
  for (const KnownError& known : kKnown) {
    if (known.code != parts->code) continue;
    std::string message(text(known.key));
    if (!parts->nearest.empty()) {
      message += ". " + text("error.nearest", {{"nearest", parts->nearest}});
    }
    return {.field = std::string(known.field), .message = std::move(message)};
  }
  return {.field = "", .message = std::string(text("error.condition"))};
}

}  // namespace waypost::server
