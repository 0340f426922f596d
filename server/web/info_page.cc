#include "server/web/info_page.h"

#include <string>
#include <utility>
#include <vector>

#include "server/response/page_text.h"
#include "server/response/source_facts.h"
#include "server/web/fact_rows.h"
#include "server/web/page_data.h"
#include "server/web/render_page.h"

namespace waypost::server {
namespace {

PageData SourceItem(const InterfaceText& text, const SourceFacts& source) {
  PageData item;
  Set(item, "title", source.name());
  Set(item, "publisher", source.publisher);
  Set(item, "link", IsWebAddress(source.url) ? source.url : std::string());
  Set(item, "licence", LicenceLine(source));
  Set(item, "retrieved",
      source.retrieved ? text("sources.retrieved", {{"date", LongDate(*source.retrieved)}})
                       : std::string());
  Set(item, "promise",
      source.checked_every_days
          ? text.Counted("sources.promise", static_cast<unsigned>(*source.checked_every_days))
          : std::string());
  return item;
}

// A page of the template, its title and address under one name.
HttpResponse Rendered(const Site& site, const AskedPage& asked, std::string_view name,
                      PageData content) {
  std::string title(name);
  std::string address("/");
  Page page{.name = name,
            .title = std::string(asked.text()(title.append(".title"))),
            .content = std::move(content),
            .address = address.append(name)};
  return RenderPage(site, asked, std::move(page));
}

}  // namespace

HttpResponse InfoPage::Sources(const AskedPage& asked) const {
  const SourceColumns& sources = site.index().sources();
  std::vector<PageData> items;
  for (std::size_t i = 0; i < sources.id.size(); ++i) {
    const SourceOrdinal ordinal(static_cast<std::uint16_t>(i));
    items.push_back(SourceItem(asked.text(), ReadSource(sources.info[ordinal])));
  }
  PageData content;
  SetList(content, "items", std::move(items));
  return Rendered(site, asked, "sources", std::move(content));
}

HttpResponse InfoPage::Privacy(const AskedPage& asked) const {
  PageData content;
  Set(content, "has_tiles", !site.settings.tiles.empty());
  return Rendered(site, asked, "privacy", std::move(content));
}

HttpResponse InfoPage::Accessibility(const AskedPage& asked) const {
  return Rendered(site, asked, "accessibility", PageData());
}

}  // namespace waypost::server
