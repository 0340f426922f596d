#pragma once

// What every page is asked with: the language, the list that a browser without scripts carries
// along in its addresses, and the rest, which each page reads for itself.

#include <string>
#include <string_view>
#include <vector>

#include "engine/query/parse_query.h"
#include "server/transport/http.h"
#include "server/web/interface_text.h"

namespace waypost::server {

inline constexpr std::size_t kLongestList = 50;

struct AskedPage {
  Language language = Language::kEnglish;
  // Public ids of saved services, each once, in the order of saving.
  std::vector<std::string> saved;
  // All other fields that are not empty: a form sends those that were left out, too. Of a POST
  // those of its body.
  std::vector<query::Parameter> fields;
  bool is_post = false;

  const InterfaceText& text() const { return InterfaceText::Of(language); }
  // Of the first field of that name; "" when there is none.
  std::string_view Field(std::string_view name) const;
};

AskedPage ReadAskedPage(const HttpRequest& request);

// Parts of `ids` between commas that have the form of a public id, each once, at most kLongestList.
std::vector<std::string> ReadIds(std::string_view ids);

// Whether `ids` names more than ReadIds takes. O(ids^2), of which an address bounds the length.
bool HasMoreIds(std::string_view ids);

// "id1,id2".
std::string JoinIds(const std::vector<std::string>& ids);

}  // namespace waypost::server
