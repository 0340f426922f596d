#include "server/request/suggest_request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/query/parse_values.h"
#include "server/request/parameters.h"

namespace waypost::server {
namespace {

constexpr std::array<std::string_view, 3> kParameters = {"q", "limit", "kinds"};
constexpr int kMostSuggestions = 50;
constexpr std::size_t kMostBytes = 500;

// In the order of SuggestionKind; a name that several services have is a service to whoever asks.
constexpr std::array<std::string_view, 6> kKindNames = {"need",  "circumstance", "service_type",
                                                        "place", "organization", "service"};

absl::Status ReadKinds(std::string_view text, EnumSet<SuggestionKind>& kinds) {
  for (std::string_view part : query::SplitAt(text, ',')) {
    const auto found = std::ranges::find(kKindNames, query::Trim(part));
    if (found == kKindNames.end()) {
      return BadValue("kinds",
                      "kinds takes need, circumstance, service_type, place, organization "
                      "and service, with commas between");
    }
    kinds.Add(static_cast<SuggestionKind>(found - kKindNames.begin()));
  }
  if (kinds.Has(SuggestionKind::kService)) kinds.Add(SuggestionKind::kServiceName);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SuggestRequest> ReadSuggestRequest(const HttpRequest& request) {
  RETURN_IF_ERROR(CheckParameters(request, kParameters));
  SuggestRequest asked{.text = query::Trim(ParameterOf(request, "q"))};
  if (asked.text.empty())
    return BadValue("q", "q is what was typed so far; give at least a letter");
  if (asked.text.size() > kMostBytes) return BadValue("q", "q takes at most 500 bytes");
  if (const auto limit = ParameterOf(request, "limit"); !limit.empty()) {
    const std::optional<int> number = query::ParseWhole(limit);
    if (!number || *number < 1 || *number > kMostSuggestions) {
      return BadValue("limit", "limit takes a whole number from 1 to 50");
    }
    asked.options.limit = static_cast<std::size_t>(*number);
  }
  if (const auto kinds = ParameterOf(request, "kinds"); !kinds.empty()) {
    RETURN_IF_ERROR(ReadKinds(kinds, asked.options.kinds));
  }
  return asked;
}

std::string_view NameOf(SuggestionKind kind) {
  return kKindNames[static_cast<std::size_t>(std::min(kind, SuggestionKind::kService))];
}

}  // namespace waypost::server
