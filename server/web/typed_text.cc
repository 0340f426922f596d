#include "server/web/typed_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/match.h"
#include "engine/query/format_query.h"
#include "engine/query/parse_values.h"

namespace waypost::server {
namespace {

using query::Parameter;

// The place has a box of its own, which wins over one in the sentence.
constexpr std::string_view kPlace = "near";

// The question with the conditions of the text in place of its own of these names is the question
// itself.
bool StillAsks(const query::Query& query, const std::vector<Parameter>& read) {
  std::vector<Parameter> parameters = query::FormatQuery(query);
  for (const Parameter& parameter : read) {
    if (parameter.name == kPlace) {
      if (!query.near) return false;
      continue;
    }
    std::erase_if(parameters, [&](const Parameter& own) { return own.name == parameter.name; });
  }
  for (const Parameter& parameter : read) {
    if (parameter.name != kPlace) parameters.push_back(parameter);
  }
  const auto again = query::ParseQuery(parameters);
  return again.ok() && *again == query;
}

bool IsAsked(const query::Query& query, const ask::ReadPart& part) {
  if (part.parameter == kPlace) {
    return query.near && (absl::EqualsIgnoreCase(query.near->text, part.value) ||
                          absl::EqualsIgnoreCase(query.near->text, part.asked_as));
  }
  if (part.is_asked) return true;
  return std::ranges::any_of(query::FormatQuery(query), [&](const Parameter& parameter) {
    const auto values = query::SplitAt(parameter.value, ',');
    return parameter.name == part.parameter &&
           std::ranges::find(values, part.value) != values.end();
  });
}

// A stretch may mean several things; what is asked by one of them is used.
bool IsUsed(const query::Query& query, const ask::SentenceReading& reading,
            const ask::ReadPart& part) {
  return std::ranges::any_of(reading.parts, [&](const ask::ReadPart& other) {
    const bool overlaps = other.begin < part.end && part.begin < other.end;
    return overlaps && IsAsked(query, other);
  });
}

TypedText Told(const query::Query& query, const std::string& text,
               const ask::SentenceReading& reading) {
  TypedText typed{.text = text, .unused = reading.not_understood};
  for (const ask::ReadPart& part : reading.parts) {
    if (part.parameter.empty() || IsUsed(query, reading, part)) continue;
    std::string stretch = text.substr(part.begin, part.end - part.begin);
    const bool is_told = std::ranges::find(typed.unused, stretch) != typed.unused.end();
    if (!is_told) typed.unused.push_back(std::move(stretch));
  }
  return typed;
}

}  // namespace

TypedText TypedTextOf(const Site& site, const AskedPage& asked, const AskedSearch& search) {
  if (search.reading) return Told(search.query, search.text, *search.reading);
  const std::string text(query::Trim(asked.Field("read")));
  if (text.empty() || !site.phrases.ok()) return {};
  const auto reading =
      ask::ReadSentence(site.index(), *site.phrases, text, {.today = site.serving.Now().date});
  if (!reading.ok() || !StillAsks(search.query, reading->Parameters())) return {};
  return Told(search.query, text, *reading);
}

}  // namespace waypost::server
