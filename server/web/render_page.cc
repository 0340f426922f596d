#include "server/web/render_page.h"

#include <utility>

#include "engine/core/date.h"
#include "server/response/caching.h"
#include "server/response/gazetteer_sources.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"
#include "server/web/data_age.h"
#include "server/web/data_block.h"
#include "server/web/language_marks.h"
#include "server/web/page_links.h"
#include "server/web/page_template.h"

namespace waypost::server {
namespace {

// "https://tiles.example.org/{z}/..." is asked of "https://tiles.example.org".
std::string TileOriginOf(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  return std::string(address.substr(0, address.find('/', scheme + 3)));
}

// Scripts and styles of our own only, no frame around it, and pictures of nobody else but the
// tiles that were set up.
std::string PolicyOf(const Site& site, const Page& page) {
  std::string policy =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
      "img-src 'self' data:";
  if (page.has_map && !site.settings.tiles.empty())
    policy += " " + TileOriginOf(site.settings.tiles);
  return policy + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

PageData SourcesOf(const Site& site, const Page& page, const InterfaceText& interface) {
  std::vector<PageData> lines;
  const auto add = [&](std::string_view text) {
    PageData line;
    Set(line, "text", text);
    if (!text.empty()) lines.push_back(std::move(line));
  };
  for (const SourceOrdinal source : page.sources) {
    add(LicenceLine(ReadSource(site.index().sources().info[source])));
  }
  for (const GazetteerSource& known : GazetteerSources()) {
    std::string line(known.title);
    line.append(": ").append(known.attribution).append(" (").append(known.licence).append(")");
    add(interface("footer.gazetteer", {{"line", line}}));
  }
  PageData footer;
  SetList(footer, "lines", std::move(lines));
  return footer;
}

void AddAssets(const Site& site, const Page& page, PageData& data) {
  const Assets& assets = site.settings.assets;
  Set(data, "app_css", assets.Address("app.css"));
  Set(data, "theme_css", assets.Address("theme.css"));
  Set(data, "app_js", assets.Address("app.js"));
  Set(data, "icon", assets.Address("favicon.svg"));
  Set(data, "map_css", page.has_map ? assets.Address("map.css") : "");
  Set(data, "map_js", page.has_map ? assets.Address("map.js") : "");
}

// The same page in the other language, where it has an address.
PageData OtherLanguage(const AskedPage& asked, const Page& page) {
  const bool is_welsh = asked.language == Language::kWelsh;
  AskedPage other = asked;
  other.language = is_welsh ? Language::kEnglish : Language::kWelsh;
  const std::string address = page.address.empty() ? "/" : page.address;
  PageData link;
  Set(link, "label", WithoutMarks(other.text()("language.name")));  // the link has a `lang`
  Set(link, "code", CodeOf(other.language));
  const std::string carried = PageLinks(other, false).Address("");
  const bool has_query = address.find('?') != std::string::npos;
  Set(link, "href",
      carried.empty() ? address : address + (has_query ? "&" : "?") + carried.substr(1));
  return link;
}

void AddFrame(const Site& site, const AskedPage& asked, const Page& page, PageData& data) {
  const InterfaceText& text = asked.text();
  const PageLinks links(asked, false);
  const std::string error = page.status == 400 ? std::string(text("error.prefix")) + " " : "";
  Set(data, "lang", asked.language == Language::kWelsh ? "cy" : "en-GB");
  // Publishers write English, or do not say.
  Set(data, "published_lang", asked.language == Language::kWelsh ? "en" : "");
  Set(data, "page_title", error + page.title + " – " + site.settings.name);
  Set(data, "site_name", site.settings.name);
  Set(data, "home_address", links.Address("/"));
  Set(data, "needs_address", links.Address("/needs"));
  Set(data, "questions_address", links.Address("/questions"));
  Set(data, "privacy_address", links.Address("/privacy"));
  Set(data, "accessibility_address", links.Address("/accessibility"));
  Set(data, "sources_address", links.Address("/sources"));
  AskedPage without_list = asked;
  without_list.saved.clear();
  std::vector<query::Parameter> ids;
  if (!asked.saved.empty()) ids.push_back({"ids", JoinIds(asked.saved)});
  Set(data, "list_address", PageLinks(without_list, false).Address("/list", ids));
  Set(data, "saved_count", asked.saved.empty() ? "" : std::to_string(asked.saved.size()));
  data.set("other_language", OtherLanguage(asked, page));
  Set(data, "is_exit_offered", page.is_sensitive);
  std::vector<PageData> banners;
  for (const std::string& warning : DataAgeWarnings(site, text)) {
    PageData line;
    Set(line, "warning", warning);
    banners.push_back(std::move(line));
  }
  SetList(data, "banners", std::move(banners));
  Set(data, "feed_address", page.feed_address);
  Set(data, "as_of", text("footer.as_of", {{"date", LongDate(site.index().as_of())}}));
  data.set("footer", SourcesOf(site, page, text));
  AddAssets(site, page, data);
}

std::string_view CacheControlOf(PageKeeping keeping) {
  switch (keeping) {
    case PageKeeping::kPublic:
      return "public, max-age=60";
    case PageKeeping::kPrivate:
      return "private, max-age=60";
    case PageKeeping::kNever:
      break;
  }
  return "no-store";
}

}  // namespace

HttpResponse RenderPage(const Site& site, const AskedPage& asked, Page page) {
  AddFrame(site, asked, page, page.content);
  kainjow::mustache::mustache view{PageTemplate(page.name, asked.language)};
  HttpResponse response{.status = page.status, .content_type = "text/html; charset=utf-8"};
  response.body = view.render(page.content);
  if (asked.language != Language::kEnglish) {
    response.body = WithLanguages(response.body, asked.language);
  }
  if (!page.json_ld.empty()) AddDataBlock("application/ld+json", page.json_ld, response.body);
  const bool may_be_kept = page.status == 200 && !page.is_sensitive && !asked.is_post;
  response.headers = {
      {"Cache-Control",
       std::string(CacheControlOf(may_be_kept ? page.keeping : PageKeeping::kNever))},
      {"Content-Security-Policy", PolicyOf(site, page)},
      {"Content-Language", std::string(CodeOf(asked.language))}};
  return response;
}

HttpResponse SeeOther(const std::string& address) {
  HttpResponse response{.status = 303, .content_type = "text/html; charset=utf-8"};
  response.headers = {{"Location", address}, {"Cache-Control", "no-store"}};
  return response;
}

HttpResponse NotFoundPage(const Site& site, const AskedPage& asked) {
  Page page{
      .name = "not_found", .title = std::string(asked.text()("not_found.title")), .status = 404};
  return RenderPage(site, asked, std::move(page));
}

HttpResponse FailurePage(const Site& site, const AskedPage& asked, const absl::Status& status) {
  const bool is_busy = absl::IsUnavailable(status);
  Page page{.name = "failure",
            .title = std::string(asked.text()("failure.title")),
            .status = is_busy ? 503 : 500};
  HttpResponse response = RenderPage(site, asked, std::move(page));
  if (is_busy) response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace waypost::server
