#pragma once

// The form of the search page: what was filled in, and what that asks.

#include <string>

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "engine/query/request_error.h"
#include "server/transport/http.h"

namespace waypost::server {

// What the form sends. Empty fields are not asked; parameters that it does not have are not read.
struct SearchForm {
  std::string q, near, within, page;
  bool was_sent = false;

  static SearchForm Read(const HttpRequest& request);
  bool IsAsked() const { return !q.empty() || !near.empty(); }
};

// Errors are request errors, about fields of the form or the page.
absl::StatusOr<query::Query> QueryOf(const SearchForm& form);

// The address of a page of the answer: "/?q=lunch&page=2".
std::string PageLink(const SearchForm& form, int page);

// An error as a person can use it, beside the field that it is about ("" for none).
struct FormError {
  std::string field;
  std::string message;
};
FormError FormErrorOf(const absl::Status& status);

}  // namespace waypost::server
