#include "server/web/results_content.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/query/format_query.h"
#include "server/response/caching.h"
#include "server/response/page_text.h"
#include "server/response/search_feed.h"
#include "server/web/condition_text.h"
#include "server/web/condition_words.h"
#include "server/web/filter_panel.h"
#include "server/web/result_card.h"
#include "server/web/results_notices.h"

namespace waypost::server {
namespace {

using query::Query;
using query::Result;

// "BS5 6AB" as "BS5": what is passed on to others says nothing of a home.
Query WithoutHome(Query query) {
  if (query.near && query.near->postcode &&
      query.near->postcode->level() > PostcodeLevel::kDistrict) {
    query.near = query::Near{.text = query.near->postcode->DistrictText()};
  } else if (query.near && query.near->point) {
    query.near.reset();
    query.within.reset();
  }
  return query;
}

// The same as a file.
std::string FormAddress(const Query& query, std::string_view format) {
  std::vector<query::Parameter> parameters = query::FormatQuery(query);
  parameters.push_back({"format", std::string(format)});
  return "/api/search" + QueryString(parameters);
}

class Content {
 public:
  Content(const Site& site, const PageLinks& links, const Found& found)
      : site_(site),
        links_(links),
        text_(links.asked().text()),
        found_(found),
        result_(found.answer.result),
        query_(result_.resolved.query) {}

  PageData Build() {
    AddQuestion();
    AddNotices(site_, links_, found_, data_);
    AddChips();
    AddSorts();
    AddBest();
    AddItems();
    AddLoosenings();
    AddPages();
    AddOtherForms();
    AddFilters();
    return std::move(data_);
  }

  // A feed is read by others for ever: it does not tell where somebody lives.
  std::string FeedAddress() const { return FormAddress(FeedQuestion(query_), "atom"); }

  // A browser keeps titles with its history: that of a question that must leave no trace says
  // nothing.
  std::string Title() const {
    if (links_.is_sensitive()) return text_.Counted("services", result_.total);
    const std::string question = QuestionText(text_, Conditions());
    return question.empty() ? CountsText() : CountsText() + ": " + question;
  }

  std::vector<SourceOrdinal> Sources() const {
    std::vector<SourceOrdinal> sources;
    for (const Result* result : {&result_, &found_.best}) {
      for (const query::Hit& hit : result->hits) {
        const SourceOrdinal source = site_.index().documents().source[hit.doc];
        if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
      }
    }
    std::ranges::sort(sources);
    return sources;
  }

 private:
  std::vector<Condition> Conditions() const { return ConditionsOf(site_, text_, result_.resolved); }

  std::uint64_t FirstNumber() const {
    return static_cast<std::uint64_t>(query_.page - 1) *
               static_cast<std::uint64_t>(query_.per_page) +
           1;
  }

  // Before a question, those that may fit are not counted as what answers it.
  std::string CountsText() const {
    const std::uint64_t certain = result_.total_certain;
    const std::uint64_t possible = result_.total - certain;
    if (possible == 0) return text_.Counted("services", certain);
    if (certain == 0) return text_.Counted("results.title_possible", possible);
    return text_("results.title_more", {{"certain", text_.Counted("services", certain)},
                                        {"possible", WithCommas(possible)}});
  }

  void AddQuestion() {
    Set(data_, "count", text_.Counted("services", result_.total));
    const std::string question = QuestionText(text_, Conditions());
    Set(data_, "question", question);
    const std::uint64_t possible = result_.total - result_.total_certain;
    Set(data_, "certainty",
        possible == 0 ? std::string()
                      : text_("results.certainty", {{"certain", WithCommas(result_.total_certain)},
                                                    {"possible", WithCommas(possible)}}));
    AddSearchAgain();
  }

  // The two boxes as they are, and beside them all that they do not say.
  void AddSearchAgain() {
    const std::string& box = found_.typed.text.empty() ? query_.words : found_.typed.text;
    Set(data_, "text", box);
    Set(data_, "near", query_.near ? query_.near->text : std::string());
    std::vector<query::Parameter> fields = links_.ParametersOf(OnPage(1));
    std::erase_if(fields, [](const query::Parameter& field) { return field.name == "near"; });
    fields.push_back({"again", "yes"});
    fields.push_back({"was", box});
    // Who takes the place away is asked for another one: everywhere is seldom meant.
    if (query_.near) fields.push_back({"form", "start"});
    data_.set("search_fields", links_.Fields(fields));
  }

  // An age that is none is told at its field, which shows it again.
  void AddFilters() {
    const bool is_wrong = found_.search.IsLeftOut("age");
    const std::string_view age = is_wrong ? links_.asked().Field("age") : std::string_view();
    data_.set("filters", FilterPanel(site_, links_, result_, age));
    PageData error(false);
    if (is_wrong) {
      error = PageData();
      Set(error, "message", text_("error.age"));
      Set(error, "field", "f-age");
    }
    data_.set("error", error);
  }

  void AddChips() {
    std::vector<PageData> chips;
    for (const Condition& condition : Conditions()) {
      PageData chip;
      Set(chip, "condition", condition.label);
      const std::string label = text_("results.remove", {{"condition", condition.label}});
      chip.set("remove", links_.Search(condition.without, label));
      chips.push_back(std::move(chip));
    }
    SetList(data_, "chips", std::move(chips));
  }

  void AddSorts() {
    const query::Sort in_force = query::EffectiveSort(query_);
    std::vector<PageData> sorts;
    const auto add = [&](query::Sort sort, std::string_view key) {
      Query query = query_;
      query.page = 1;
      query.sort = sort;
      PageData item;
      Set(item, "is_chosen", sort == in_force);
      Set(item, "chosen_label", text_(key));
      item.set("link", links_.Search(query, text_(key)));
      sorts.push_back(std::move(item));
    };
    if (in_force == query::Sort::kRelevance || !query_.words.empty() ||
        query_.HasNeedLikeFilter()) {
      add(query::Sort::kRelevance, "sort.relevance");
    }
    if (query_.near) add(query::Sort::kDistance, "sort.distance");
    add(query::Sort::kSoonest, "sort.soonest");
    add(query::Sort::kAssured, "sort.assured");
    if (!query_.near) add(query::Sort::kName, "sort.name");
    SetList(data_, "sorts", std::move(sorts));
  }

  void AddBest() {
    std::vector<PageData> cards;
    std::uint64_t number = 1;
    for (const query::Hit& hit : found_.best.hits) {
      cards.push_back(ResultCard(site_, links_, found_.best, hit, number++));
    }
    SetList(data_, "best", std::move(cards));
  }

  void AddItems() {
    std::vector<PageData> items;
    std::uint64_t number = FirstNumber();
    Set(data_, "first_number", std::to_string(number));
    Set(data_, "map_points", MapPoints(site_, result_, number));
    Set(data_, "outline", site_.settings.assets.Address("outline.json"));
    Set(data_, "tiles", site_.settings.tiles);
    Set(data_, "tiles_attribution", site_.settings.tiles_attribution);
    for (const query::Hit& hit : result_.hits) {
      items.push_back(ResultCard(site_, links_, result_, hit, number++));
    }
    Set(data_, "is_empty", result_.total == 0);
    SetList(data_, "items", std::move(items));
  }

  // "" for what people cannot ask here, and would not understand.
  std::string LoosenedText(const query::Loosening& loosening) const {
    if (loosening.change == "within" && loosening.query.within) {
      return text_("loosen.within", {{"length", LengthText(text_, *loosening.query.within)}});
    }
    const std::string dropped = DroppedText(loosening.change);
    if (loosening.to.empty() && !dropped.empty()) {
      return text_("loosen.without", {{"condition", dropped}});
    }
    std::string key("loosen.");
    key += loosening.change;
    const std::string_view known = text_(key);
    return known == key ? std::string() : std::string(known);
  }

  // The conditions that `change` names: one, or two with "+" between. "" if it names none.
  std::string DroppedText(std::string_view change) const {
    std::vector<Condition> dropped = Conditions();
    const std::size_t plus = change.find('+');
    const std::string_view first = change.substr(0, plus);
    const std::string_view second =
        plus == std::string_view::npos ? first : change.substr(plus + 1);
    std::erase_if(dropped, [&](const Condition& condition) {
      return condition.name != first && condition.name != second;
    });
    return QuestionText(text_, dropped);
  }

  void AddLoosenings() {
    std::vector<PageData> items;
    for (const query::Loosening& loosening : found_.answer.loosen) {
      const std::string label = LoosenedText(loosening);
      if (label.empty()) continue;
      PageData item;
      item.set("link", links_.Search(loosening.query, label));
      Set(item, "total", text_.Counted("services", loosening.total));
      items.push_back(std::move(item));
    }
    SetList(data_, "loosen", std::move(items));
  }

  Query OnPage(int page) const {
    Query query = query_;
    query.page = page;
    return query;
  }

  void AddPages() {
    data_.set("previous", PageData(false));
    data_.set("next", PageData(false));
    const std::uint64_t shown = FirstNumber() + result_.hits.size() - 1;
    Set(data_, "shown",
        result_.hits.empty() ? std::string()
                             : text_("results.shown", {{"first", WithCommas(FirstNumber())},
                                                       {"last", WithCommas(shown)},
                                                       {"total", WithCommas(result_.total)}}));
    if (query_.page > 1) {
      data_.set("previous", links_.Search(OnPage(query_.page - 1), text_("results.previous")));
    }
    const bool is_past_end = result_.hits.empty() && result_.total > 0;
    data_.set("past_end", is_past_end ? links_.Search(OnPage(1), text_("results.first_page"))
                                      : PageData(false));
    const bool has_more = shown < result_.total && !result_.hits.empty();
    const bool may_go_on = (query_.page + 1) * query_.per_page <= query::kMaxDepth;
    if (has_more && may_go_on) {
      data_.set("next", links_.Search(OnPage(query_.page + 1), text_("results.next")));
    }
  }

  // The same as a file, and an address to share. Neither of a question that must leave no trace.
  void AddOtherForms() {
    std::vector<PageData> forms;
    Set(data_, "share", "");
    if (!links_.is_sensitive()) {
      Query query = OnPage(1);
      for (const std::string_view format : {"csv", "geojson", "ics", "atom"}) {
        PageData form;
        std::string key("format.");
        Set(form, "label", text_(key.append(format)));
        Set(form, "address", format == "atom" ? FeedAddress() : FormAddress(query, format));
        forms.push_back(std::move(form));
      }
      Set(data_, "share", links_.Address(kSearchPath, query::FormatQuery(WithoutHome(query))));
    }
    SetList(data_, "forms", std::move(forms));
  }

  const Site& site_;
  const PageLinks& links_;
  const InterfaceText& text_;
  const Found& found_;
  const Result& result_;
  const Query& query_;
  PageData data_;
};

}  // namespace

Page ResultsPage(const Site& site, const PageLinks& links, const Found& found) {
  Content content(site, links, found);
  const query::ResolvedQuery& resolved = found.answer.result.resolved;
  const bool tells_home = resolved.place && TellsHome(*resolved.place);
  Page page{.name = "results",
            .title = content.Title(),
            .content = content.Build(),
            .status = found.search.IsLeftOut("age") ? 400 : 200,
            .keeping = tells_home ? PageKeeping::kPrivate : PageKeeping::kPublic,
            .is_sensitive = found.sensitivity.is_sensitive,
            .has_map = true,
            .sources = content.Sources()};
  if (!page.is_sensitive) {
    AskedPage plain = links.asked();
    plain.language = Language::kEnglish;
    page.address = PageLinks(plain, false, links.read()).SearchAddress(resolved.query);
    page.feed_address = content.FeedAddress();
  }
  return page;
}

}  // namespace waypost::server
