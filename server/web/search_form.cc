#include "server/web/search_form.h"

#include <string_view>
#include <utility>
#include <vector>

#include "engine/query/parse_query.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

using Parameters = std::vector<query::Parameter>;

// The fields that are asked, in the order of the form.
Parameters AskedFields(const SearchForm& form) {
  Parameters fields;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields.push_back({name, value});
  };
  add("q", form.q);
  add("near", form.near);
  add("within", form.within);
  return fields;
}

// Details are written for those who write the parameters; who fills in a form never saw them.
std::string MessageFor(const query::RequestErrorParts& parts) {
  if (parts.code == "within_needs_near") return "Enter a postcode or place to search around";
  if (parts.parameter == "within") return "Choose a distance from the list";
  if (parts.parameter == "page") return "There is no such page; search again";
  if (parts.code == "too_many_words") return "Use at most 64 words and 500 characters";
  return Capitalised(parts.detail);
}

}  // namespace

SearchForm SearchForm::Read(const HttpRequest& request) {
  SearchForm form;
  const std::pair<std::string_view, std::string*> fields[] = {
      {"q", &form.q}, {"near", &form.near}, {"within", &form.within}, {"page", &form.page}};
  for (const auto& [name, value] : request.parameters) {
    for (const auto& [field, target] : fields) {
      if (name != field) continue;
      *target = value;
      form.was_sent = true;
    }
  }
  return form;
}

absl::StatusOr<query::Query> QueryOf(const SearchForm& form) {
  if (!form.IsAsked()) {
    return query::RequestError({.code = "empty_question",
                                .parameter = form.within.empty() ? "q" : "near",
                                .detail = "enter what you need help with, or a postcode or place"});
  }
  Parameters parameters = AskedFields(form);
  if (!form.page.empty()) parameters.push_back({"page", form.page});
  return query::ParseQuery(parameters);
}

std::string PageLink(const SearchForm& form, int page) {
  Parameters parameters = AskedFields(form);
  parameters.push_back({"page", std::to_string(page)});
  return "/" + QueryString(parameters);
}

FormError FormErrorOf(const absl::Status& status) {
  const auto parts = query::RequestErrorOf(status);
  if (!parts) return {.field = "", .message = "Something went wrong. Try again."};
  std::string field = parts->code == "within_needs_near" ? "near" : parts->parameter;
  if (field != "q" && field != "near" && field != "within") field.clear();
  return {.field = std::move(field), .message = MessageFor(*parts)};
}

}  // namespace waypost::server
