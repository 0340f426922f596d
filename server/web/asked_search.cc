#include "server/web/asked_search.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"
#include "engine/query/suggest.h"

namespace waypost::server {
namespace {

using query::Parameter;
using Parameters = std::vector<Parameter>;

constexpr std::array<std::string_view, 8> kOfPages = {"text", "exact", "part", "form",
                                                      "read", "again", "was",  "exit"};
// What the box asks for when it is read.
constexpr std::array<std::string_view, 4> kWhat = {"q", "need", "service_type", "taxonomy_term"};
// What a page decides for itself.
constexpr std::array<std::string_view, 7> kOfPrograms = {
    "mode", "per_page", "facets", "facet_limit", "highlight", "explain", "format"};

template <typename Names>
bool IsIn(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

absl::Status CheckForm(const AskedPage& asked) {
  if (asked.Field("form") != "start") return absl::OkStatus();
  if (asked.Field("near").empty()) {
    return query::RequestError({.code = "empty_near",
                                .parameter = "near",
                                .detail = "enter a postcode or the name of a place"});
  }
  return absl::OkStatus();
}

// A part of the day by its name; any other window as "10:00-12:00", "10:00-" or "-12:00".
void AddPartOfDay(std::string_view part, Parameters& parameters) {
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) parameters.push_back({std::string(name), std::string(value)});
  };
  const auto* named = std::ranges::find(kPartsOfDay, part, &PartOfDay::name);
  const std::size_t dash = part.find('-');
  if (named != std::end(kPartsOfDay)) {
    add("from", named->from);
    add("to", named->to);
  } else if (dash != std::string_view::npos) {
    add("from", part.substr(0, dash));
    add("to", part.substr(dash + 1));
  }
}

// The field of the filters holds all of them: "9, 40".
void AddAges(std::string_view ages, Parameters& parameters) {
  for (const std::string_view age : query::SplitAt(ages, ',')) {
    parameters.push_back({"age", std::string(query::Trim(age))});
  }
}

// The conditions that the fields state, without those of the pages alone.
Parameters StatedConditions(const AskedPage& asked) {
  Parameters parameters;
  for (const Parameter& field : asked.fields) {
    if (field.name == "age") {
      AddAges(field.value, parameters);
    } else if (!IsIn(kOfPages, field.name) && !IsIn(kOfPrograms, field.name)) {
      parameters.push_back(field);
    }
  }
  AddPartOfDay(asked.Field("part"), parameters);
  return parameters;
}

void Erase(std::string_view name, Parameters& parameters) {
  std::erase_if(parameters, [&](const Parameter& parameter) { return parameter.name == name; });
}

void KeepFirst(std::string_view name, Parameters& parameters) {
  bool is_first = true;
  std::erase_if(parameters, [&](const Parameter& parameter) {
    return parameter.name == name && !std::exchange(is_first, false);
  });
}

// Takes what the error is about out of the conditions. False where no search is possible without
// it: a place and words are what is looked for.
bool LeaveOut(const query::RequestErrorParts& error, Parameters& parameters,
              std::vector<std::string>& left_out) {
  const std::string& name = error.parameter;
  if (error.code == "unknown_parameter") {
    // Of a long name the error has the first 80 bytes.
    std::erase_if(parameters, [&](const Parameter& parameter) {
      return std::string_view(parameter.name).substr(0, 80) == name;
    });
    return true;
  }
  if (error.code == "sort_needs_near" || error.code == "operators_say_it") {
    Erase(name, parameters);
    return true;
  }
  if (error.code == "repeated_parameter") {
    KeepFirst(name, parameters);
  } else if (name == "near" || name == "q" || error.code == "within_needs_near") {
    return false;
  } else {
    Erase(name, parameters);
    if (error.code == "empty_window") Erase("from", parameters);
  }
  if (!IsIn(left_out, name)) left_out.push_back(name);
  return true;
}

// The conditions that can be read; each turn takes one out that cannot.
Parameters Readable(Parameters parameters, std::vector<std::string>& left_out) {
  while (true) {
    const auto query = query::ParseQuery(parameters);
    const auto error = query.ok() ? std::nullopt : query::RequestErrorOf(query.status());
    if (!error || !LeaveOut(*error, parameters, left_out)) return parameters;
  }
}

// The form above results, with another text in its box: what the box asked before goes.
void ForgetWhat(const Site& site, const AskedPage& asked, Parameters& stated) {
  for (const std::string_view name : kWhat) Erase(name, stated);
  if (asked.Field("read").empty() || !site.phrases.ok()) return;
  const auto before = ask::ReadSentence(site.index(), *site.phrases, asked.Field("read"),
                                        {.today = site.serving.Now().date});
  if (!before.ok()) return;
  for (const Parameter& parameter : before->Parameters()) {
    if (parameter.name != "near") Erase(parameter.name, stated);
  }
}

// What stands in the way of what is typed: of the form above results only the place, for its other
// fields are older than the text.
Parameters GivenBeside(const AskedPage& asked, Parameters stated) {
  if (asked.Field("again").empty()) return stated;
  std::erase_if(stated, [](const Parameter& parameter) { return parameter.name != "near"; });
  return stated;
}

// The box as words that must occur.
absl::StatusOr<AskedSearch> AsWords(AskedSearch search, Parameters stated) {
  Erase("q", stated);
  stated.push_back({"q", search.text});
  ASSIGN_OR_RETURN(search.query, query::ParseQuery(stated));
  return search;
}

// More names than this do not begin alike.
constexpr std::size_t kMostNamesAlike = 100;

// Whether it is the name of a service, as it is suggested.
bool IsServiceName(const Index& index, const std::string& text) {
  const auto found =
      query::Suggest(index, text,
                     {.limit = kMostNamesAlike,
                      .kinds = {SuggestionKind::kService, SuggestionKind::kServiceName}});
  return found.ok() && std::ranges::any_of(found->items, [&](const query::Suggestion& item) {
           return absl::EqualsIgnoreCase(item.label, text);
         });
}

// Whether all of it is one thing that is known by that name: a need, a kind of service, a place.
bool IsReadWhole(const ask::SentenceReading& reading, std::string_view text) {
  return std::ranges::any_of(reading.parts, [&](const ask::ReadPart& part) {
    return part.begin == 0 && part.end == text.size() && part.parameter != "q";
  });
}

// The box as a sentence.
absl::StatusOr<AskedSearch> AsSentence(const Site& site, const AskedPage& asked, AskedSearch search,
                                       Parameters stated) {
  const Parameters given = GivenBeside(asked, stated);
  auto reading = ask::ReadSentence(site.index(), *site.phrases, search.text,
                                   {.today = site.serving.Now().date, .given = given});
  RETURN_IF_ERROR(reading.status());
  Parameters parameters = reading->Parameters();
  if (parameters.empty()) return AsWords(std::move(search), stated);
  // Who types the name of a service looks for that one, whatever its words mean besides.
  const bool is_name =
      !IsReadWhole(*reading, search.text) && IsServiceName(site.index(), search.text);
  if (is_name) return AsWords(std::move(search), stated);
  for (const Parameter& parameter : parameters) Erase(parameter.name, stated);
  parameters.insert(parameters.end(), stated.begin(), stated.end());
  auto query = query::ParseQuery(parameters);
  // What a reading and the form contradict each other in, the words may still find.
  if (!query.ok()) return AsWords(std::move(search), stated);
  search.query = *std::move(query);
  search.reading = *std::move(reading);
  return search;
}

}  // namespace

bool AskedSearch::IsLeftOut(std::string_view parameter) const { return IsIn(left_out, parameter); }

absl::StatusOr<AskedSearch> ReadAskedSearch(const Site& site, const AskedPage& asked) {
  RETURN_IF_ERROR(CheckForm(asked));
  AskedSearch search{.text = std::string(query::Trim(asked.Field("text")))};
  Parameters stated = Readable(StatedConditions(asked), search.left_out);
  if (!asked.Field("again").empty()) {
    const bool is_unchanged = search.text == query::Trim(asked.Field("was"));
    if (is_unchanged) search.text.clear();
    if (!is_unchanged) ForgetWhat(site, asked, stated);
  }
  if (search.text.empty()) {
    ASSIGN_OR_RETURN(search.query, query::ParseQuery(stated));
    return search;
  }
  if (!asked.Field("exact").empty() || !site.phrases.ok()) {
    return AsWords(std::move(search), std::move(stated));
  }
  return AsSentence(site, asked, std::move(search), std::move(stated));
}

Parameters KnownConditions(const AskedPage& asked) {
  std::vector<std::string> left_out;
  return Readable(StatedConditions(asked), left_out);
}

query::Query ReadableConditions(const AskedPage& asked) {
  Parameters parameters = StatedConditions(asked);
  for (const std::string_view name : {"near", "within", "sort"}) Erase(name, parameters);
  std::vector<std::string> left_out;
  return query::ParseQuery(Readable(std::move(parameters), left_out)).value_or(query::Query());
}

std::vector<std::string> AllTyped(const AskedPage& asked) {
  std::vector<std::string> typed;
  for (const std::string_view name : {"text", "read", "was"}) {
    std::string text(asked.Field(name));
    if (!text.empty() && !IsIn(typed, text)) typed.push_back(std::move(text));
  }
  return typed;
}

}  // namespace waypost::server
