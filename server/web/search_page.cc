#include "server/web/search_page.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <set>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/search.h"
#include "server/web/card_fields.h"
#include "server/web/page_text.h"
#include "server/web/search_template.h"

namespace waypost::server {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr std::pair<const char*, const char*> kDistances[] = {
    {"", "Any"},        {"1mi", "1 mile"},    {"2mi", "2 miles"},
    {"5mi", "5 miles"}, {"10mi", "10 miles"}, {"25mi", "25 miles"}};

// What the form sends; empty fields are not asked.
struct Form {
  std::string q, near, within, page;
  bool IsAsked() const { return !q.empty() || !near.empty(); }
};

Form ReadForm(const HttpRequest& request) {
  Form form;
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") form.q = value;
    if (name == "near") form.near = value;
    if (name == "within") form.within = value;
    if (name == "page") form.page = value;
  }
  return form;
}

absl::StatusOr<query::Query> QueryOf(const Form& form) {
  std::vector<query::Parameter> parameters;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) parameters.push_back({name, value});
  };
  add("q", form.q);
  add("near", form.near);
  if (!form.near.empty()) add("within", form.within);
  add("page", form.page);
  return query::ParseQuery(parameters);
}

std::string PageLink(const Form& form, int page) {
  Parameters parameters;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) parameters.emplace_back(name, value);
  };
  add("q", form.q);
  add("near", form.near);
  add("within", form.within);
  add("page", std::to_string(page));
  return "/" + QueryString(parameters);
}

std::string Counted(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string SummaryOf(const query::Result& result) {
  std::string text = Counted(result.total, "service", "services");
  if (!result.resolved.query.words.empty()) text += " for “" + result.resolved.query.words + "”";
  if (result.resolved.place) text += " near " + result.resolved.place->label;
  const std::uint64_t possible = result.total - result.total_certain;
  if (possible > 0) text += ", " + std::to_string(possible) + " of them possible";
  return text;
}

std::string WhereOf(const Index& index, const query::Hit& hit, const CardFields& card) {
  const DocumentColumns& documents = index.documents();
  if ((documents.flags[hit.doc] & kConfidential) != 0) return "Address not published; phone first";
  std::string where = card.address;
  if (!card.postcode.empty()) where += (where.empty() ? "" : ", ") + card.postcode;
  const auto reach = EnumSet<Reach>::FromBits(documents.reach[hit.doc]);
  if (hit.distance) where += (where.empty() ? "" : " · ") + MilesText(*hit.distance);
  if (reach.Has(Reach::kVisits)) where += where.empty() ? "Comes to you" : " · comes to you";
  if (reach.Has(Reach::kRemote)) {
    where += where.empty() ? "Online or by phone" : " · online or by phone";
  }
  return where;
}

std::string DoubtOf(const query::Hit& hit) {
  if (hit.certain) return {};
  std::string text = "Not stated: ";
  for (std::size_t i = 0; i < hit.not_stated.size(); ++i) {
    if (i > 0) text += ", ";
    switch (hit.not_stated[i]) {
      case query::FilterKind::kPlace: text += "where it reaches"; break;
      case query::FilterKind::kArea: text += "whom it is for by area"; break;
      default: text += NameOf(hit.not_stated[i]); break;
    }
  }
  return text + ". Check before you go.";
}

data ItemOf(const Index& index, const query::Hit& hit) {
  const CardFields card = ReadCard(index, hit.doc);
  data item;
  item.set("name", card.name);
  const auto set = [&](const char* key, const std::string& text) {
    if (!text.empty()) item.set(key, text);
  };
  // Only addresses of the web: a feed's url could be anything.
  if (card.url.starts_with("http://") || card.url.starts_with("https://")) set("link", card.url);
  set("organisation", card.organisation);
  item.set("summary", card.summary);
  set("where", WhereOf(index, hit, card));
  set("sessions", card.sessions);
  set("cost", card.cost.empty() && card.free == true ? "free" : card.cost);
  set("phone", card.phone);
  item.set("dial", DialText(card.phone));
  set("doubt", DoubtOf(hit));
  const std::int32_t assured = index.documents().assured[hit.doc];
  item.set("checked", assured == kNoDate ? std::string("No date of checking is stated")
                                         : "Checked " + LongDate(DateOfDayNumber(assured)));
  return item;
}

data AnswerOf(const Index& index, const Form& form, const query::Result& result) {
  const query::Query& query = result.resolved.query;
  data answer;
  answer.set("summary", SummaryOf(result));
  if (result.resolved.place && result.resolved.place->read_as_sector) {
    answer.set("notice", "We do not have this exact postcode, so distances are from the middle of " +
                             result.resolved.place->label + ".");
  }
  answer.set("start", std::to_string((query.page - 1) * query.per_page + 1));
  data items(data::type::list);
  for (const query::Hit& hit : result.hits) items.push_back(ItemOf(index, hit));
  answer.set("items", items);
  if (query.page > 1) answer.set("previous", PageLink(form, query.page - 1));
  const auto shown = static_cast<std::uint64_t>(query.page) *
                     static_cast<std::uint64_t>(query.per_page);
  if (shown < result.total && shown + static_cast<std::uint64_t>(query.per_page) <= query::kMaxDepth) {
    answer.set("next", PageLink(form, query.page + 1));
  }
  return answer;
}

void AddSources(const Index& index, data& page) {
  data sources(data::type::list);
  for (std::uint16_t i = 0; i < index.sources().id.size(); ++i) {
    const std::string text = SourceLine(index.sources().info[SourceOrdinal(i)]);
    if (text.empty()) continue;
    data source;
    source.set("text", text);
    sources.push_back(source);
  }
  page.set("sources", sources);
}

void AddError(const absl::Status& status, data& page) {
  const auto parts = query::RequestErrorOf(status);
  data error;
  error.set("message", parts ? parts->detail : std::string("Something went wrong; try again."));
  error.set("field", parts && parts->parameter == "near" ? "near" : "q");
  page.set("error", error);
  page.set("title", "Error: Find help near you – Waypost");
}

data EmptyPage(const Index& index, const Form& form) {
  data page;
  page.set("title", "Find help near you – Waypost");
  page.set("q", form.q);
  page.set("near", form.near);
  data distances(data::type::list);
  for (const auto& [value, label] : kDistances) {
    data distance;
    distance.set("value", value);
    distance.set("label", label);
    distance.set("chosen", form.within == value);
    distances.push_back(distance);
  }
  page.set("distances", distances);
  page.set("services", std::to_string(index.services().size()));
  page.set("as_of", LongDate(index.as_of()));
  AddSources(index, page);
  return page;
}

}  // namespace

HttpResponse SearchPage::operator()(const HttpRequest& request) const {
  const Index& index = *serving.index;
  const Form form = ReadForm(request);
  data page = EmptyPage(index, form);
  HttpResponse response{.content_type = "text/html; charset=utf-8"};
  if (form.IsAsked()) {
    const absl::StatusOr<query::Query> query = QueryOf(form);
    const absl::StatusOr<query::Result> result =
        query.ok() ? query::Search(index, *query, serving.Now())
                   : absl::StatusOr<query::Result>(query.status());
    if (result.ok()) {
      page.set("title", SummaryOf(*result) + " – Waypost");
      page.set("answer", AnswerOf(index, form, *result));
    } else {
      response.status = query::RequestErrorOf(result.status()) ? 400 : 500;
      AddError(result.status(), page);
    }
  }
  mustache view{std::string(kSearchTemplate)};
  response.body = view.render(page);
  response.headers.emplace_back("Cache-Control", form.near.empty() ? "public, max-age=60"
                                                                   : "private");
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'");
  return response;
}

}  // namespace waypost::server
