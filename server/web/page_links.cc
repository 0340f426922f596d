#include "server/web/page_links.h"

#include <utility>

#include "engine/query/format_query.h"
#include "server/response/page_text.h"

namespace waypost::server {

std::vector<query::Parameter> ExitMark(bool is_sensitive) {
  if (!is_sensitive) return {};
  return {{"exit", "yes"}};
}

bool HasExitMark(const AskedPage& asked) { return asked.Field("exit") == "yes"; }

std::vector<query::Parameter> PageLinks::Carried() const {
  std::vector<query::Parameter> carried;
  if (asked_.language != Language::kEnglish) {
    carried.push_back({"lang", std::string(CodeOf(asked_.language))});
  }
  if (!asked_.saved.empty()) carried.push_back({"saved", JoinIds(asked_.saved)});
  return carried;
}

std::string PageLinks::Address(std::string_view path,
                               std::vector<query::Parameter> parameters) const {
  for (query::Parameter& parameter : Carried()) parameters.push_back(std::move(parameter));
  std::string address(path);
  return address + QueryString(parameters);
}

std::string PageLinks::SearchAddress(const query::Query& query) const {
  return Address(kSearchPath, ParametersOf(query));
}

std::vector<query::Parameter> PageLinks::ParametersOf(const query::Query& query) const {
  std::vector<query::Parameter> parameters = query::FormatQuery(query);
  if (!read_.empty()) parameters.push_back({"read", read_});
  return parameters;
}

PageData PageLinks::Fields(const std::vector<query::Parameter>& parameters) const {
  PageData fields(PageData::type::list);
  const auto add = [&](const query::Parameter& parameter) {
    PageData field;
    field.set("field", parameter.name);
    field.set("value", parameter.value);
    fields.push_back(field);
  };
  for (const query::Parameter& parameter : parameters) add(parameter);
  for (const query::Parameter& parameter : Carried()) add(parameter);
  return fields;
}

PageData PageLinks::Search(const query::Query& query, std::string_view label) const {
  return Search(ParametersOf(query), label);
}

PageData PageLinks::Search(std::vector<query::Parameter> parameters, std::string_view label) const {
  PageData link;
  Set(link, "label", label);
  Set(link, "is_post", is_sensitive_);
  if (is_sensitive_) {
    link.set("fields", Fields(parameters));
    Set(link, "href", "");
  } else {
    link.set("fields", PageData(PageData::type::list));
    Set(link, "href", Address(kSearchPath, std::move(parameters)));
  }
  return link;
}

}  // namespace waypost::server
