#include "server/web/asked_page.h"

#include <algorithm>

#include "engine/format/public_id.h"
#include "engine/query/parse_values.h"
#include "server/request/parameters.h"

namespace waypost::server {

std::string_view AskedPage::Field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &query::Parameter::name);
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

AskedPage ReadAskedPage(const HttpRequest& request) {
  AskedPage asked{.is_post = request.method == "POST"};
  for (const auto& [name, value] : SentParameters(request)) {
    if (name == "lang") {
      asked.language = value == CodeOf(Language::kWelsh) ? Language::kWelsh : Language::kEnglish;
    } else if (name == "saved") {
      asked.saved = ReadIds(value);
    } else if (!query::Trim(value).empty()) {
      asked.fields.push_back({name, value});
    }
  }
  return asked;
}

namespace {

std::vector<std::string> ReadFirstIds(std::string_view ids, std::size_t most) {
  std::vector<std::string> read;
  while (!ids.empty() && read.size() < most) {
    const std::size_t comma = std::min(ids.find(','), ids.size());
    const std::string id(query::Trim(ids.substr(0, comma)));
    ids.remove_prefix(std::min(comma + 1, ids.size()));
    if (IsUuid(id) && std::ranges::find(read, id) == read.end()) read.push_back(id);
  }
  return read;
}

}  // namespace

std::vector<std::string> ReadIds(std::string_view ids) { return ReadFirstIds(ids, kLongestList); }

bool HasMoreIds(std::string_view ids) {
  return ReadFirstIds(ids, kLongestList + 1).size() > kLongestList;
}

std::string JoinIds(const std::vector<std::string>& ids) {
  std::string joined;
  for (const std::string& id : ids) {
    if (!joined.empty()) joined += ',';
    joined += id;
  }
  return joined;
}

}  // namespace waypost::server
