#include "server/web/start_page.h"

#include <utility>

#include "server/response/page_text.h"
#include "server/web/form_error.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"

namespace waypost::server {
namespace {

PageData Door(const PageLinks& links, std::string_view path, std::string_view key) {
  const InterfaceText& text = links.asked().text();
  std::string name(key);
  PageData door;
  Set(door, "address", links.Address(path));
  Set(door, "label", text(name + ".label"));
  Set(door, "hint", text(name + ".hint"));
  return door;
}

PageData ContentOf(const Site& site, const AskedPage& asked) {
  const PageLinks links(asked, false);
  const InterfaceText& text = asked.text();
  PageData content;
  Set(content, "text", asked.Field("text"));
  Set(content, "near", asked.Field("near"));
  Set(content, "error", false);
  Set(content, "text_error", false);
  Set(content, "near_error", false);
  content.set("fields", links.Fields({}));
  Set(content, "services",
      text("start.services",
           {{"services", text.Counted("services", site.index().services().size())},
            {"date", LongDate(site.index().as_of())}}));
  std::vector<PageData> doors;
  if (!site.index().question_trees().empty()) {
    doors.push_back(Door(links, "/questions", "door.questions"));
  }
  doors.push_back(Door(links, "/needs", "door.needs"));
  doors.push_back(Door(links, "/types", "door.types"));
  doors.push_back(Door(links, "/personas", "door.personas"));
  SetList(content, "doors", std::move(doors));
  std::vector<query::Parameter> everywhere;
  if (!asked.Field("text").empty()) {
    everywhere.push_back({"text", std::string(asked.Field("text"))});
  }
  Set(content, "everywhere_address", links.Address(kSearchPath, everywhere));
  return content;
}

}  // namespace

HttpResponse StartPage::operator()(const AskedPage& asked) const {
  Page page{.name = "start",
            .title = std::string(asked.text()("start.title")),
            .content = ContentOf(site, asked)};
  return RenderPage(site, asked, std::move(page));
}

HttpResponse StartPage::WithError(const AskedPage& asked, const absl::Status& status) const {
  const FormError found = FormErrorOf(asked.text(), status);
  Page page{.name = "start",
            .title = std::string(asked.text()("start.title")),
            .content = ContentOf(site, asked),
            .status = 400};
  PageData error;
  Set(error, "message", found.message);
  const bool has_field = found.field == "text" || found.field == "near";
  Set(error, "field", has_field ? found.field : std::string());
  page.content.set("error", error);
  if (has_field) Set(page.content, found.field + "_error", found.message);
  return RenderPage(site, asked, std::move(page));
}

}  // namespace waypost::server
