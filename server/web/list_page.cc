#include "server/web/list_page.h"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "engine/hours/local_time.h"
#include "engine/query/modified.h"
#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/web/card_facts.h"
#include "server/web/list_code.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/result_card.h"
#include "server/web/saved_list.h"

namespace waypost::server {
namespace {

// A count that a short link's redirect passes on; 0 for what is none.
std::size_t CountIn(std::string_view field) {
  std::size_t count = 0;
  const char* end = field.data() + field.size();
  const auto [read, error] = std::from_chars(field.data(), end, count);
  return error == std::errc() && read == end && count <= kLongestList ? count : 0;
}

Page ListPageOf(const InterfaceText& text, PageData content) {
  return {.name = "list",
          .title = std::string(text("list.title")),
          .content = std::move(content),
          .keeping = PageKeeping::kNever};
}

void SetNotices(std::vector<std::string> texts, PageData& content) {
  std::vector<PageData> notices;
  for (const std::string& notice : texts) {
    PageData item;
    Set(item, "notice", notice);
    notices.push_back(std::move(item));
  }
  SetList(content, "notices", std::move(notices));
}

class ListContent {
 public:
  ListContent(const Site& site, const AskedPage& asked, std::string origin)
      : site_(site),
        asked_(asked),
        text_(asked.text()),
        links_(asked, false),
        origin_(std::move(origin)),
        list_(ReadSavedList(site.index(), asked)),
        today_(site.serving.Now().date) {
    const std::optional<Date> since = ParseIsoDate(asked.Field("since"));
    if (since && *since <= today_) since_ = since;
  }

  Page Build() && {
    AddItems();
    AddUnknown();
    AddNotices();
    AddActions();
    Set(data_, "has_nothing", list_.services.empty());
    const bool had_some = !list_.ids.empty() || CountIn(asked_.Field("gone")) > 0 ||
                          CountIn(asked_.Field("unclear")) > 0;
    Set(data_, "lead", text_(had_some ? "list.all_gone" : "list.empty"));
    Set(data_, "is_new", !had_some);
    Page page = ListPageOf(text_, std::move(data_));
    page.is_sensitive = list_.IsSensitive(site_);
    page.sources = list_.Sources(site_.index());
    std::string address(kListPath);
    page.address = address + QueryString(Since());
    return page;
  }

 private:
  std::vector<query::Parameter> Since() const {
    if (!since_) return {};
    return {{"since", FormatIsoDate(*since_)}};
  }

  std::string AddressWithout(std::size_t place) const {
    return ListAddress(asked_, kListPath, list_.IdsWithout(place), Since());
  }

  void AddItems() {
    std::vector<PageData> items;
    for (const SavedService& saved : list_.services) items.push_back(Item(saved));
    Set(data_, "count", text_.Counted("services", items.size()));
    SetList(data_, "items", std::move(items));
  }

  PageData Item(const SavedService& saved) {
    const Index& index = site_.index();
    const auto own = index.services().documents[saved.service];
    const DocId doc = own.front();
    const CardFields card = ReadCard(index, doc);
    const std::string& id = list_.ids[saved.place];
    PageData item;
    Set(item, "number", std::to_string(saved.place + 1));
    Set(item, "id", id);
    Set(item, "name", card.name);
    Set(item, "address", links_.Address("/services/" + id));
    Set(item, "organisation", card.organisation == card.name ? "" : card.organisation);
    Set(item, "summary", card.summary);
    const std::string_view closed = ClosedText(text_, index.documents().status[doc]);
    Set(item, "closed", closed);
    SetCardFacts(index, text_, doc, card, {.now = site_.serving.Now()}, item);
    Set(item, "more_places",
        own.size() > 1 ? text_.Counted("list.more_places", own.size() - 1) : std::string());
    Set(item, "checked", CheckedText(site_, text_, doc));
    Set(item, "remove_address", AddressWithout(saved.place));
    const bool has_changes = AddChanges(doc, item);
    Set(item, "has_tags", !closed.empty() || has_changes);
    return item;
  }

  // What a service states of its own changes; nothing is worked out. Whether there are any.
  bool AddChanges(DocId doc, PageData& item) {
    std::string changed, checked;
    if (since_) {
      const std::string date = LongDate(*since_);
      const auto modified = query::ModifiedOf(site_.index(), doc, today_);
      const std::int32_t assured = site_.index().documents().assured[doc];
      if (modified && ToLocal(*modified, site_.serving.zone).date > *since_) {
        changed = text_("list.changed_since", {{"date", date}});
      }
      if (assured != kNoDate && assured > DayNumber(*since_) && assured <= DayNumber(today_)) {
        checked = text_("list.checked_since", {{"date", date}});
      }
    }
    const bool has_changes = !changed.empty() || !checked.empty();
    has_changes_ = has_changes_ || has_changes;
    Set(item, "changed_since", changed);
    Set(item, "checked_since", checked);
    return has_changes;
  }

  void AddUnknown() {
    const std::size_t count = list_.unknown.size();
    data_.set("unknown", PageData(false));
    if (count == 0) return;
    std::vector<std::string> known, unknown;
    for (const SavedService& saved : list_.services) known.push_back(list_.ids[saved.place]);
    for (const std::size_t place : list_.unknown) unknown.push_back(list_.ids[place]);
    PageData item;
    Set(item, "unknown_text", text_.Counted("list.unknown", count));
    Set(item, "unknown_ids", JoinIds(unknown));
    Set(item, "label", text_.Counted("list.remove_unknown", count));
    Set(item, "remove_address", ListAddress(asked_, kListPath, known, Since()));
    data_.set("unknown", std::move(item));
  }

  void AddNotices() {
    std::vector<std::string> notices;
    if (since_) {
      const std::string date = LongDate(*since_);
      const bool says_nothing = !list_.services.empty() && !has_changes_;
      notices.push_back(text_("list.made", {{"date", date}}));
      if (says_nothing) notices.push_back(text_("list.unchanged", {{"date", date}}));
    }
    const std::size_t gone = CountIn(asked_.Field("gone"));
    const std::size_t unclear = CountIn(asked_.Field("unclear"));
    if (gone > 0) notices.push_back(text_.Counted("list.gone", gone));
    if (unclear > 0) notices.push_back(text_.Counted("list.unclear", unclear));
    if (HasMoreIds(asked_.Field("ids"))) {
      notices.push_back(text_("list.too_long", {{"n", std::to_string(kLongestList)}}));
    }
    SetNotices(std::move(notices), data_);
  }

  void AddActions() {
    if (list_.services.empty()) return;
    Set(data_, "ids", JoinIds(list_.ids));
    Set(data_, "print_address", ListAddress(asked_, kListSheetPath, list_.ids));
    Set(data_, "large_address",
        ListAddress(asked_, kListSheetPath, list_.ids, {{"size", "large"}}));
    const std::string link = ShortLink(site_.index(), list_);
    Set(data_, "share_path", link);
    Set(data_, "share_address", origin_ + link);
  }

  const Site& site_;
  const AskedPage& asked_;
  const InterfaceText& text_;
  PageLinks links_;
  std::string origin_;
  SavedList list_;
  Date today_;
  std::optional<Date> since_;
  bool has_changes_ = false;
  PageData data_;
};

}  // namespace

HttpResponse ListPage::operator()(const AskedPage& asked, const std::string& origin) const {
  const AskedPage with_list = WithListOfAddress(asked);
  return RenderPage(site, with_list, ListContent(site, with_list, origin).Build());
}

HttpResponse ListPage::Open(const AskedPage& asked, std::string_view code) const {
  const std::optional<ListCode> read = ParseListCode(code);
  if (!read) {
    PageData content;
    SetNotices({}, content);
    SetList(content, "items", {});
    Set(content, "unknown", false);
    Set(content, "has_nothing", true);
    Set(content, "is_new", false);
    Set(content, "lead", asked.text()("list.bad_link"));
    Page page = ListPageOf(asked.text(), std::move(content));
    page.status = 404;
    return RenderPage(site, asked, std::move(page));
  }
  const OpenedLink opened = OpenLink(site.index(), *read);
  std::vector<query::Parameter> parameters = {{"since", FormatIsoDate(read->day)}};
  if (opened.gone > 0) parameters.push_back({"gone", std::to_string(opened.gone)});
  if (opened.unclear > 0) parameters.push_back({"unclear", std::to_string(opened.unclear)});
  return SeeOther(ListAddress(asked, kListPath, opened.ids, std::move(parameters)));
}

}  // namespace waypost::server
