#pragma once

// Links between pages. They carry the language and the saved services along; a search that must
// leave no trace is a form that is sent by POST and looks like a link.
//
//   PageLinks links(asked, is_sensitive);
//   Set(item, "address", links.Address("/needs"));  // "/needs?lang=cy"
//   item.set("more", links.Search(query, "2 more"));  // {{#more}}{{> link}}{{/more}}

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/query.h"
#include "server/web/asked_page.h"
#include "server/web/page_data.h"

namespace waypost::server {

inline constexpr std::string_view kSearchPath = "/search";

// Parameters of a page about a service that was found by a search that must leave no trace. They
// tell nothing of the search, only that "Exit this page" must stand on it.
std::vector<query::Parameter> ExitMark(bool is_sensitive);
bool HasExitMark(const AskedPage& asked);

class PageLinks {
 public:
  // `read` is what was typed and read as the search (typed_text.h).
  PageLinks(const AskedPage& asked, bool is_sensitive, std::string read = {})
      : asked_(asked), is_sensitive_(is_sensitive), read_(std::move(read)) {}

  std::string Address(std::string_view path, std::vector<query::Parameter> parameters = {}) const;
  // The address of a search; only for one that may leave a trace.
  std::string SearchAddress(const query::Query& query) const;
  // The data of templates/link.mustache.
  PageData Search(const query::Query& query, std::string_view label) const;
  PageData Search(std::vector<query::Parameter> parameters, std::string_view label) const;
  // The conditions, and what was typed.
  std::vector<query::Parameter> ParametersOf(const query::Query& query) const;
  // Hidden fields of a form: `parameters`, and what is carried along.
  PageData Fields(const std::vector<query::Parameter>& parameters) const;

  const AskedPage& asked() const { return asked_; }
  bool is_sensitive() const { return is_sensitive_; }
  const std::string& read() const { return read_; }

 private:
  std::vector<query::Parameter> Carried() const;

  const AskedPage& asked_;
  bool is_sensitive_;
  std::string read_;
};

}  // namespace waypost::server
