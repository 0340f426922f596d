#include "server/web/list_sheet.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/response/service_sessions.h"
#include "server/response/session_text.h"
#include "server/web/card_facts.h"
#include "server/web/cost_text.h"
#include "server/web/fact_text.h"
#include "server/web/page_data.h"
#include "server/web/qr_code.h"
#include "server/web/render_page.h"
#include "server/web/result_card.h"
#include "server/web/saved_list.h"

namespace waypost::server {
namespace {

constexpr std::size_t kMostVenues = 3;
constexpr std::size_t kMostDates = 3;

// A service on the sheet.
class SheetItem {
 public:
  SheetItem(const Site& site, const InterfaceText& text, ServiceOrdinal service)
      : site_(site),
        text_(text),
        index_(site.index()),
        service_(service),
        docs_(index_.services().documents[service]),
        doc_(docs_.front()),
        card_(ReadCard(index_, doc_)),
        closed_(ClosedText(text, index_.documents().status[doc_])) {}

  PageData Build() && {
    PageData item;
    Set(item, "name", card_.name);
    Set(item, "organisation", card_.organisation == card_.name ? "" : card_.organisation);
    Set(item, "summary", card_.summary);
    Set(item, "closed", closed_);
    AddContact();
    AddFact("card.where", Venues(), "sheet.no_place");
    AddTimes();
    AddFact("card.cost", Lines(CostText(text_, card_)), "sheet.no_cost");
    const auto access = EnumSet<Access>::FromBits(index_.documents().access[doc_]);
    AddFact("card.access", Lines(ListText(text_, "access", access, kAccessCount)),
            "sheet.no_access");
    SetList(item, "facts", std::move(facts_));
    Set(item, "checked", CheckedText(site_, text_, doc_));
    return item;
  }

 private:
  using Texts = std::vector<std::string>;

  static Texts Lines(std::string line) { return line.empty() ? Texts() : Texts{std::move(line)}; }

  // What is not stated is said to be so, in the words of `not_stated`.
  void AddFact(std::string_view key, const Texts& texts, std::string_view not_stated) {
    std::vector<PageData> lines;
    const auto add = [&](std::string_view line) {
      PageData item;
      Set(item, "line", line);
      lines.push_back(std::move(item));
    };
    for (const std::string& line : texts) add(line);
    if (texts.empty()) add(text_(not_stated));
    PageData fact;
    Set(fact, "term", text_(key));
    Set(fact, "is_not_stated", texts.empty());
    SetList(fact, "lines", std::move(lines));
    facts_.push_back(std::move(fact));
  }

  // Whoever has no number may have another way; of a confidential place only the number is told.
  void AddContact() {
    if (card_.phone.empty() && !IsConfidential(index_, doc_)) {
      if (!card_.email.empty()) return AddFact("sheet.email", {card_.email}, "");
      if (!card_.url.empty()) return AddFact("sheet.website", {card_.url}, "");
    }
    AddFact("card.phone", Lines(card_.phone), "sheet.no_phone");
  }

  Texts Venues() const {
    Texts venues;
    std::size_t read = 0;
    for (; read < docs_.size() && venues.size() < kMostVenues; ++read) {
      std::string where = WhereText(index_, text_, docs_[read], ReadCard(index_, docs_[read]));
      if (where.empty() || std::ranges::find(venues, where) != venues.end()) continue;
      venues.push_back(std::move(where));
    }
    if (!venues.empty() && read < docs_.size()) {
      venues.push_back(text_.Counted("list.more_places", docs_.size() - read));
    }
    return venues.empty() ? Lines(ComingText(index_, text_, doc_)) : venues;
  }

  void AddTimes() {
    if (!closed_.empty()) return;
    const Texts dates = NextOnes();
    const Texts usual = Lines(SessionLine(index_, doc_, site_.serving.Now()));
    const bool is_one_place = docs_.size() == 1;
    if (is_one_place && !usual.empty()) AddFact("card.when", usual, "");
    if (!dates.empty() || !is_one_place || usual.empty()) {
      AddFact("sheet.next", dates, "sheet.no_dates");
    }
  }

  Texts NextOnes() const {
    Texts dates;
    const LocalMinute now = site_.serving.Now();
    for (const ServiceSession& session : ComingSessions(index_, service_, now, kMostDates)) {
      std::string date = OccurrenceWords(session.occurrence, now.date);
      const std::string place = PlaceOf(session.doc);
      if (!place.empty()) date = text_("sheet.at_place", {{"date", date}, {"place", place}});
      if (session.occurrence.bank_holiday) {
        const auto day = HolidayWords(index_, session.doc, session.occurrence.day);
        date = text_("sheet.bank_holiday", {{"date", date}, {"holiday", day}});
      }
      dates.push_back(std::move(date));
    }
    return dates;
  }

  // Where there are several.
  std::string PlaceOf(DocId doc) const {
    if (docs_.size() == 1 || IsConfidential(index_, doc) || !IsPlaceToGo(index_, doc)) return {};
    const CardFields card = ReadCard(index_, doc);
    return card.location_name.empty() ? card.postcode : card.location_name;
  }

  const Site& site_;
  const InterfaceText& text_;
  const Index& index_;
  ServiceOrdinal service_;
  std::span<const DocId> docs_;
  DocId doc_;
  CardFields card_;
  std::string_view closed_;
  std::vector<PageData> facts_;
};

void AddQrCode(const std::string& address, PageData& content) {
  content.set("qr", PageData(false));
  const std::optional<QrCode> code = MakeQrCode(address);
  if (!code) return;
  PageData qr;
  Set(qr, "side", std::to_string(code->side));
  Set(qr, "path", code->path);
  content.set("qr", std::move(qr));
}

std::vector<query::Parameter> SizeOf(bool is_large) {
  if (!is_large) return {};
  return {{"size", "large"}};
}

// The sheet in that size.
std::string SheetAddress(const AskedPage& asked, const SavedList& list, bool is_large) {
  if (!IsSheetOfOne(asked)) {
    return ListAddress(asked, kListSheetPath, list.ids, SizeOf(is_large));
  }
  auto parameters = SheetOfOne(JoinIds(list.ids));
  for (query::Parameter& parameter : SizeOf(is_large)) parameters.push_back(std::move(parameter));
  return PageLinks(asked, false).Address(kListSheetPath, std::move(parameters));
}

// To the list; to the service where the sheet is not of the list, which has others on it.
void AddWayBack(const AskedPage& asked, const SavedList& list, PageData& content) {
  const bool is_one = IsSheetOfOne(asked);
  Set(content, "back", asked.text()(is_one ? "report.back" : "sheet.back"));
  Set(content, "back_address",
      is_one ? PageLinks(asked, false).Address("/services/" + list.ids.front())
             : ListAddress(asked, kListPath, list.ids));
}

PageData SheetContent(const Site& site, const AskedPage& asked, const SavedList& list,
                      const std::string& origin) {
  const InterfaceText& text = asked.text();
  const bool is_large = asked.Field("size") == "large";
  std::vector<PageData> items;
  for (const SavedService& saved : list.services) {
    items.push_back(SheetItem(site, text, saved.service).Build());
  }
  PageData content;
  Set(content, "title", text("sheet.title", {{"site", site.settings.name}}));
  Set(content, "printed", text("sheet.printed", {{"date", LongDate(site.serving.Now().date)}}));
  Set(content, "is_large", is_large);
  AddWayBack(asked, list, content);
  Set(content, "other_size_address", SheetAddress(asked, list, !is_large));
  Set(content, "other_size", text(is_large ? "sheet.normal" : "list.large"));
  Set(content, "unknown",
      list.unknown.empty() ? std::string() : text.Counted("list.unknown", list.unknown.size()));
  const std::string link =
      origin.empty() || items.empty() ? std::string() : origin + ShortLink(site.index(), list);
  Set(content, "short_link", link);
  AddQrCode(link, content);
  SetList(content, "items", std::move(items));
  return content;
}

}  // namespace

HttpResponse ListSheet::operator()(const AskedPage& asked, const std::string& origin) const {
  const AskedPage with_list = WithListOfAddress(asked);
  const SavedList list = ReadSavedList(site.index(), with_list);
  if (list.services.empty()) return SeeOther(ListAddress(with_list, kListPath, list.ids));
  // Pages carry their list along: of one service it is another.
  const AskedPage& carrying = IsSheetOfOne(asked) ? asked : with_list;
  auto parameters = SizeOf(asked.Field("size") == "large");
  if (IsSheetOfOne(asked)) {
    for (auto& parameter : SheetOfOne(JoinIds(list.ids))) {
      parameters.push_back(std::move(parameter));
    }
  }
  std::string address(kListSheetPath);
  address += QueryString(parameters);
  Page page{.name = "list_sheet",
            .title = std::string(asked.text()("list.title")),
            .content = SheetContent(site, carrying, list, origin),
            .keeping = PageKeeping::kNever,
            .is_sensitive = list.IsSensitive(site),
            .sources = list.Sources(site.index()),
            .address = std::move(address)};
  return RenderPage(site, carrying, std::move(page));
}

}  // namespace waypost::server
