#include "server/web/asked_search.h"

#include <algorithm>
#include <array>

#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

using query::Parameter;
using Parameters = std::vector<Parameter>;

constexpr std::array<std::string_view, 5> kOfPages = {"text", "exact", "part", "form", "read"};

absl::Status CheckForm(const AskedPage& asked) {
  if (asked.Field("form") != "start") return absl::OkStatus();
  if (asked.Field("near").empty()) {
    return query::RequestError({.code = "empty_near",
                                .parameter = "near",
                                .detail = "enter a postcode or the name of a place"});
  }
  return absl::OkStatus();
}

void AddPartOfDay(std::string_view name, Parameters& parameters) {
  const auto* part = std::ranges::find(kPartsOfDay, name, &PartOfDay::name);
  if (part == std::end(kPartsOfDay)) return;
  parameters.push_back({"from", std::string(part->from)});
  parameters.push_back({"to", std::string(part->to)});
}

// The conditions that the fields state, without those of the pages alone.
Parameters StatedConditions(const AskedPage& asked) {
  Parameters parameters;
  for (const Parameter& field : asked.fields) {
    if (std::ranges::find(kOfPages, field.name) == kOfPages.end()) parameters.push_back(field);
  }
  AddPartOfDay(asked.Field("part"), parameters);
  return parameters;
}

// What a page decides for itself.
void SetForm(query::Query& query) {
  const query::Query defaults;
  query.per_page = defaults.per_page;
  query.mode = defaults.mode;
  query.facets.clear();
  query.facet_limit = defaults.facet_limit;
  query.highlight = false;
  query.explain = false;
}

absl::StatusOr<query::Query> Parsed(const Parameters& parameters) {
  ASSIGN_OR_RETURN(query::Query query, query::ParseQuery(parameters));
  SetForm(query);
  return query;
}

// The box as words that must occur.
absl::StatusOr<AskedSearch> AsWords(std::string text, Parameters stated) {
  stated.push_back({"q", text});
  AskedSearch search{.text = std::move(text)};
  ASSIGN_OR_RETURN(search.query, Parsed(stated));
  return search;
}

}  // namespace

absl::StatusOr<AskedSearch> ReadAskedSearch(const Site& site, const AskedPage& asked) {
  RETURN_IF_ERROR(CheckForm(asked));
  const Parameters stated = StatedConditions(asked);
  std::string text(query::Trim(asked.Field("text")));
  if (text.empty()) {
    AskedSearch search;
    ASSIGN_OR_RETURN(search.query, Parsed(stated));
    return search;
  }
  if (!asked.Field("exact").empty() || !site.phrases.ok()) return AsWords(std::move(text), stated);
  auto reading = ask::ReadSentence(site.index(), *site.phrases, text,
                                   {.today = site.serving.Now().date, .given = stated});
  RETURN_IF_ERROR(reading.status());
  Parameters parameters = reading->Parameters();
  if (parameters.empty()) return AsWords(std::move(text), stated);
  parameters.insert(parameters.end(), stated.begin(), stated.end());
  AskedSearch search{.text = text, .reading = *std::move(reading)};
  auto query = Parsed(parameters);
  // What a reading and the form contradict each other in, the words may still find.
  if (!query.ok()) return AsWords(std::move(text), stated);
  search.query = *std::move(query);
  return search;
}

}  // namespace waypost::server
