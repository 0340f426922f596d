#include "server/response/caching.h"

#include <string>
#include <string_view>

#include "server/response/answer_text.h"

namespace waypost::server {
namespace {

constexpr std::string_view kEntityTag = "ETag";

std::string_view EntityTagOf(const HttpResponse& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == kEntityTag) return value;
  }
  return {};
}

}  // namespace

bool TellsHome(const query::Place& place) { return place.IsExact() || place.read_as_sector; }

void MayBeKept(const Index& index, const Keeping& keeping, HttpResponse& response) {
  std::string tag = "\"" + BuildText(index) + "-" WAYPOST_VERSION;
  if (keeping.at) tag += "-" + MinuteText(*keeping.at);
  if (!keeping.synonyms.empty()) tag += "-s" + keeping.synonyms;
  tag += "\"";
  response.headers.emplace_back(kEntityTag, std::move(tag));
  response.headers.emplace_back("Cache-Control",
                                (keeping.is_private ? "private, max-age=" : "public, max-age=") +
                                    std::to_string(keeping.seconds));
}

bool IsNotModified(const HttpRequest& request, const HttpResponse& response) {
  const std::string_view tag = EntityTagOf(response);
  if (tag.empty() || response.status != 200) return false;
  const std::string_view asked = request.Header("if-none-match");
  // Our tags hold neither comma nor quote, so a list of them, weak or not, is searched as text.
  return asked == "*" || asked.find(tag) != std::string_view::npos;
}

}  // namespace waypost::server
