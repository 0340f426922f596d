#include "server/web/pages.h"

#include "server/request/origin.h"
#include "server/web/asked_page.h"
#include "server/web/browse_page.h"
#include "server/web/info_page.h"
#include "server/web/list_page.h"
#include "server/web/list_sheet.h"
#include "server/web/page_links.h"
#include "server/web/questions_page.h"
#include "server/web/render_page.h"
#include "server/web/saved_list.h"
#include "server/web/search_page.h"
#include "server/web/service_page.h"
#include "server/web/site_files.h"
#include "server/web/start_page.h"

namespace waypost::server {
namespace {

constexpr std::string_view kAssets = "/assets/";
constexpr std::string_view kQuestions = "/questions/";

}  // namespace

bool Pages::TakesPost(std::string_view path) {
  return path == kSearchPath || path.starts_with(kQuestions);
}

HttpResponse Pages::Answer(const HttpRequest& request) const {
  const std::string_view path = request.path;
  if (path.starts_with(kAssets)) {
    const bool is_versioned = !request.parameters.empty();
    return site_.settings.assets.Answer(path.substr(kAssets.size()), is_versioned);
  }
  if (path == "/robots.txt") return SiteFiles{site_}.Robots(request);
  if (path == "/sitemap.xml") return SiteFiles{site_}.Sitemaps(request);
  if (SiteFiles::IsSitemap(path)) return SiteFiles{site_}.Sitemap(request, path);
  const AskedPage asked = ReadAskedPage(request);
  if (path == "/") return StartPage{site_}(asked);
  if (path == kSearchPath) return SearchPage{site_}(asked);
  if (path.starts_with(kServicesPath)) {
    return ServicePage{site_}(asked, path.substr(kServicesPath.size()));
  }
  if (path == "/needs") return BrowsePage{site_}.Needs(asked);
  if (path == "/types") return BrowsePage{site_}.Types(asked);
  if (path == "/personas") return BrowsePage{site_}.Personas(asked);
  if (path == "/questions") return QuestionsPage{site_}.List(asked);
  if (path.starts_with(kQuestions)) {
    return QuestionsPage{site_}(asked, path.substr(kQuestions.size()));
  }
  if (path == kListPath) return ListPage{site_}(asked, OriginOf(request));
  if (path == kListSheetPath) return ListSheet{site_}(asked, OriginOf(request));
  if (path.starts_with(kShortLinkPath)) {
    return ListPage{site_}.Open(asked, path.substr(kShortLinkPath.size()));
  }
  if (path == "/sources") return InfoPage{site_}.Sources(asked);
  if (path == "/privacy") return InfoPage{site_}.Privacy(asked);
  if (path == "/accessibility") return InfoPage{site_}.Accessibility(asked);
  return NotFoundPage(site_, asked);
}

HttpResponse Pages::Busy(const HttpRequest& request) const {
  return FailurePage(site_, ReadAskedPage(request), absl::UnavailableError("busy"));
}

}  // namespace waypost::server
