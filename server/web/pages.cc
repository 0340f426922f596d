#include "server/web/pages.h"

#include "server/web/asked_page.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/search_page.h"
#include "server/web/service_page.h"
#include "server/web/start_page.h"

namespace waypost::server {
namespace {

constexpr std::string_view kAssets = "/assets/";

}  // namespace

bool Pages::TakesPost(std::string_view path) { return path == kSearchPath; }

HttpResponse Pages::Answer(const HttpRequest& request) const {
  const std::string_view path = request.path;
  if (path.starts_with(kAssets)) {
    const bool is_versioned = !request.parameters.empty();
    return site_.settings.assets.Answer(path.substr(kAssets.size()), is_versioned);
  }
  const AskedPage asked = ReadAskedPage(request);
  if (path == "/") return StartPage{site_}(asked);
  if (path == kSearchPath) return SearchPage{site_}(asked);
  if (path.starts_with(kServicesPath)) {
    return ServicePage{site_}(asked, path.substr(kServicesPath.size()));
  }
  return NotFoundPage(site_, asked);
}

}  // namespace waypost::server
