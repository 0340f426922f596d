#include "server/web/start_page.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "server/response/page_text.h"
#include "server/web/asked_search.h"
#include "server/web/form_error.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

constexpr std::size_t kMostPlaces = 12;

PageData Door(const PageLinks& links, std::string_view path, std::string_view key) {
  const InterfaceText& text = links.asked().text();
  std::string name(key);
  PageData door;
  Set(door, "address", links.Address(path));
  Set(door, "label", text(name + ".label"));
  Set(door, "hint", text(name + ".hint"));
  return door;
}

// All that was asked but for `left_out`.
std::vector<query::Parameter> FieldsWithout(const AskedPage& asked,
                                            std::initializer_list<std::string_view> left_out) {
  std::vector<query::Parameter> fields = asked.fields;
  std::erase_if(fields, [&](const query::Parameter& field) {
    return std::ranges::find(left_out, field.name) != left_out.end();
  });
  return fields;
}

// The same search anywhere.
PageData Everywhere(const PageLinks& links) {
  std::vector<query::Parameter> fields =
      FieldsWithout(links.asked(), {"near", "within", "form", "page"});
  std::erase_if(fields, [](const query::Parameter& field) {
    return field.name == "sort" && field.value == "distance";
  });
  return links.Search(std::move(fields), links.asked().text()("start.everywhere"));
}

// Where a name is that of several places: the same search at each.
std::vector<PageData> PlacesMeant(const Site& site, const PageLinks& links,
                                  const absl::Status& status) {
  std::vector<PageData> items;
  const auto error = query::RequestErrorOf(status);
  if (!error || error->code != "ambiguous_place") return items;
  const std::string name(query::Trim(links.asked().Field("near")));
  for (const PlaceOrdinal place : query::PlacesNamed(site.index(), name)) {
    if (items.size() >= kMostPlaces) break;
    std::vector<query::Parameter> fields = FieldsWithout(links.asked(), {"near", "page"});
    fields.push_back({"near", query::NearOf(site.index(), place)});
    PageData item;
    item.set("link", links.Search(std::move(fields), query::FullName(site.index(), place)));
    items.push_back(std::move(item));
  }
  return items;
}

PageData ContentOf(const Site& site, const PageLinks& links) {
  const AskedPage& asked = links.asked();
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
  Set(content, "everywhere", false);
  SetList(content, "places", {});
  return content;
}

}  // namespace

HttpResponse StartPage::operator()(const AskedPage& asked) const {
  Page page{.name = "start",
            .title = std::string(asked.text()("start.title")),
            .content = ContentOf(site, PageLinks(asked, false))};
  return RenderPage(site, asked, std::move(page));
}

HttpResponse StartPage::WithError(const AskedPage& asked, const absl::Status& status) const {
  const FormError found = FormErrorOf(asked.text(), status);
  const bool is_sensitive =
      SensitivityOf(site, ReadableConditions(asked), AllTyped(asked)).is_sensitive;
  const PageLinks links(asked, is_sensitive);
  Page page{.name = "start",
            .title = std::string(asked.text()("start.title")),
            .content = ContentOf(site, links),
            .status = 400,
            .is_sensitive = is_sensitive};
  PageData error;
  Set(error, "message", found.message);
  const bool has_field = found.field == "text" || found.field == "near";
  Set(error, "field", has_field ? found.field : std::string());
  page.content.set("error", error);
  // Whatever else was asked is asked again, but for what no box can mend.
  std::vector<query::Parameter> fields = FieldsWithout(asked, {"text", "near", "form", "page"});
  const auto parts = query::RequestErrorOf(status);
  if (parts && parts->code != "within_needs_near") {
    std::erase_if(fields, [&](const auto& field) { return field.name == parts->parameter; });
  }
  // The box replaces what a link asked for, as above results.
  if (asked.Field("text").empty() && asked.Field("again").empty()) {
    fields.push_back({"again", "yes"});
    fields.push_back({"was", std::string(asked.Field("q"))});
    Set(page.content, "text", asked.Field("q"));
  }
  page.content.set("fields", links.Fields(fields));
  page.content.set("everywhere", Everywhere(links));
  SetList(page.content, "places", PlacesMeant(site, links, status));
  if (has_field) Set(page.content, found.field + "_error", found.message);
  return RenderPage(site, asked, std::move(page));
}

}  // namespace waypost::server
