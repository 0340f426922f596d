#include "server/web/site_files.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "engine/core/date.h"
#include "engine/format/public_id.h"
#include "server/request/origin.h"
#include "server/response/caching.h"
#include "server/response/card_fields.h"
#include "server/response/problem.h"
#include "server/response/xml_text.h"

namespace waypost::server {
namespace {

constexpr std::string_view kBegin = "/sitemap-";
constexpr std::string_view kEnd = ".xml";
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
constexpr std::uint32_t kServicesOfAMap = 20'000;
constexpr int kSecondsOfADay = 86'400;
constexpr std::string_view kPagesOfTheSite[] = {
    "/", "/needs", "/types", "/personas", "/questions", "/sources", "/privacy", "/accessibility"};

std::uint32_t MapsOf(const Index& index) {
  return std::max(1U, (index.services().size() + kServicesOfAMap - 1) / kServicesOfAMap);
}

// The number of a map, from 1; 0 for what is none.
std::uint32_t NumberOf(std::string_view path) {
  path.remove_prefix(kBegin.size());
  path.remove_suffix(kEnd.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
  return error == std::errc() && end == path.data() + path.size() ? number : 0;
}

std::string ModifiedDay(const Index& index, DocId doc) {
  const std::int64_t modified = index.documents().modified[doc];
  if (modified == kNoMoment || modified < 0) return {};
  return FormatIsoDate(DateOfDayNumber(static_cast<std::int32_t>(modified / kSecondsOfADay)));
}

void AddService(const Index& index, const std::string& origin, ServiceOrdinal service,
                XmlText& xml) {
  const DocId doc = index.services().documents[service].front();
  if (IsConfidential(index, doc)) return;
  xml.Start("url")
      .Text("loc", origin + "/services/" + FormatUuid(index.services().public_id[service]))
      .Text("lastmod", ModifiedDay(index, doc))
      .End();
}

HttpResponse XmlResponse(const Index& index, XmlText xml) {
  HttpResponse response{.content_type = "application/xml; charset=utf-8",
                        .body = std::move(xml).Take()};
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace

HttpResponse SiteFiles::Robots(const HttpRequest& request) const {
  HttpResponse response{.content_type = "text/plain; charset=utf-8"};
  response.body =
      "User-agent: *\nDisallow: /search\nDisallow: /list\nDisallow: /l/\nDisallow: /api/\n"
      "Disallow: /oruk/\n";
  const std::string origin = OriginOf(request);
  if (!origin.empty()) response.body += "\nSitemap: " + origin + "/sitemap.xml\n";
  MayBeKept(site.index(), {}, response);
  return response;
}

HttpResponse SiteFiles::Sitemaps(const HttpRequest& request) const {
  const std::string origin = OriginOf(request);
  XmlText xml;
  xml.Start("sitemapindex", {{"xmlns", kNamespace}});
  for (std::uint32_t i = 1; i <= MapsOf(site.index()); ++i) {
    std::string address = origin;
    address.append(kBegin).append(std::to_string(i)).append(kEnd);
    xml.Start("sitemap").Text("loc", address).End();
  }
  xml.End();
  return XmlResponse(site.index(), std::move(xml));
}

HttpResponse SiteFiles::Sitemap(const HttpRequest& request, std::string_view path) const {
  const Index& index = site.index();
  const std::uint32_t number = NumberOf(path);
  if (number == 0 || number > MapsOf(index)) {
    return Problem(404, "unknown_path", "there is no such map; /sitemap.xml lists them");
  }
  const std::string origin = OriginOf(request);
  XmlText xml;
  xml.Start("urlset", {{"xmlns", kNamespace}});
  if (number == 1) {
    for (const std::string_view page : kPagesOfTheSite) {
      xml.Start("url").Text("loc", origin + std::string(page)).End();
    }
  }
  const std::uint32_t last = std::min(number * kServicesOfAMap, index.services().size());
  for (std::uint32_t i = (number - 1) * kServicesOfAMap; i < last; ++i) {
    AddService(index, origin, ServiceOrdinal(i), xml);
  }
  xml.End();
  return XmlResponse(index, std::move(xml));
}

bool SiteFiles::IsSitemap(std::string_view path) {
  return path.starts_with(kBegin) && path.ends_with(kEnd) &&
         path.size() > kBegin.size() + kEnd.size();
}

}  // namespace waypost::server
