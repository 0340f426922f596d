#include "server/web/search_page.h"

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/query/answer.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "server/response/card_fields.h"
#include "server/response/gazetteer_sources.h"
#include "server/response/page_text.h"
#include "server/response/session_text.h"
#include "server/web/search_form.h"
#include "server/web/search_template.h"

namespace waypost::server {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr std::pair<const char*, const char*> kDistances[] = {
    {"", "Any"},        {"1mi", "1 mile"},    {"2mi", "2 miles"},
    {"5mi", "5 miles"}, {"10mi", "10 miles"}, {"25mi", "25 miles"}};

// No script, no frame around it, nothing from anywhere else.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

std::string Counted(std::uint64_t count) {
  return WithCommas(count) + (count == 1 ? " service" : " services");
}

std::string SummaryOf(const query::Result& result) {
  std::string text = Counted(result.total);
  if (!result.resolved.query.words.empty()) text += " for “" + result.resolved.query.words + "”";
  if (result.resolved.place) text += " near " + result.resolved.place->label;
  return text;
}

// How sure the list is as a whole; "" when every service says all that was asked.
std::string ReservationOf(const query::Result& result) {
  const std::uint64_t possible = result.total - result.total_certain;
  if (possible == 0) return {};
  const std::string_view what = " not say everything you asked for, and ";
  return WithCommas(possible) + (possible == 1 ? " of them does" : " of them do") +
         std::string(what) + (possible == 1 ? "comes last." : "come last.");
}

bool IsConfidential(const DocumentColumns& documents, const query::Hit& hit) {
  return (documents.flags[hit.doc] & kConfidential) != 0;
}

// Of a confidential place not even the distance is told.
std::string DistanceOf(const DocumentColumns& documents, const query::Result& result,
                       const query::Hit& hit, const CardFields& card) {
  const std::optional<query::Place>& place = result.resolved.place;
  if (!hit.distance || !place || IsConfidential(documents, hit)) return {};
  const bool is_sharp = place->IsExact() && !card.IsOnlyAbout();
  return is_sharp ? MilesText(*hit.distance) : Capitalised(AboutMilesText(*hit.distance));
}

std::string WhereOf(const DocumentColumns& documents, const query::Hit& hit,
                    const CardFields& card) {
  if (IsConfidential(documents, hit)) return "Address not published. Phone first.";
  std::string where = card.address;
  const auto add = [&](std::string_view separator, std::string_view text) {
    if (!where.empty() && !text.empty()) where += separator;
    where += text;
  };
  add(", ", card.postcode);
  const auto reach = EnumSet<Reach>::FromBits(documents.reach[hit.doc]);
  if (reach.Has(Reach::kVisits)) add(" · ", "comes to you");
  if (reach.Has(Reach::kRemote)) add(" · ", "online or by phone");
  return Capitalised(where);
}

// A feed's own words, which may leave out the one that matters: "Everyone".
std::string CostOf(const CardFields& card) {
  if (card.free != true) return card.cost;
  if (card.cost.empty()) return "Free";
  const bool says_so = LowerCase(card.cost).find("free") != std::string::npos;
  return says_so ? card.cost : "Free (" + card.cost + ")";
}

std::string DoubtOf(const query::Hit& hit) {
  if (hit.certain) return {};
  std::string text;
  for (query::FilterKind kind : hit.not_stated) {
    text.append(text.empty() ? "Not stated: " : ", ").append(DoubtText(kind));
  }
  return text + ". Check first.";
}

data ItemOf(const Index& index, const query::Result& result, const query::Hit& hit) {
  const CardFields card = ReadCard(index, hit.doc);
  data item;
  item.set("name", card.name);
  const auto set = [&](const char* key, const std::string& text) {
    if (!text.empty()) item.set(key, text);
  };
  // Only addresses of the web: a feed's url could be anything.
  if (card.url.starts_with("http://") || card.url.starts_with("https://")) set("link", card.url);
  set("organisation", card.organisation);
  // Not "summary": the answer has one, which an item without would show.
  set("description", card.summary);
  const DocumentColumns& documents = index.documents();
  set("where", WhereOf(documents, hit, card));
  set("distance", DistanceOf(documents, result, hit, card));
  set("sessions", SessionLine(index, hit.doc, result.resolved.now));
  set("cost", CostOf(card));
  set("phone", card.phone);
  set("dial", DialText(card.phone));
  set("doubt", DoubtOf(hit));
  const std::int32_t assured = documents.assured[hit.doc];
  item.set("checked", assured == kNoDate ? std::string("No date of checking is stated")
                                         : "Checked " + LongDate(DateOfDayNumber(assured)));
  return item;
}

data AnswerOf(const Index& index, const SearchForm& form, const query::Result& result) {
  const query::Query& query = result.resolved.query;
  data answer;
  answer.set("summary", SummaryOf(result));
  const std::string reservation = ReservationOf(result);
  if (!reservation.empty()) answer.set("reservation", reservation);
  if (result.resolved.place && result.resolved.place->read_as_sector) {
    answer.set("notice",
               "We do not have this exact postcode, so distances are from the middle of " +
                   result.resolved.place->label + ".");
  }
  answer.set("start", std::to_string((query.page - 1) * query.per_page + 1));
  data items(data::type::list);
  for (const query::Hit& hit : result.hits) items.push_back(ItemOf(index, result, hit));
  answer.set("items", items);
  if (query.page > 1) answer.set("previous", PageLink(form, query.page - 1));
  const auto shown =
      static_cast<std::uint64_t>(query.page) * static_cast<std::uint64_t>(query.per_page);
  if (shown < result.total &&
      shown + static_cast<std::uint64_t>(query.per_page) <= query::kMaxDepth) {
    answer.set("next", PageLink(form, query.page + 1));
  }
  answer.set("has_pages", answer.get("previous") != nullptr || answer.get("next") != nullptr);
  return answer;
}

void AddSources(const Index& index, data& page) {
  data sources(data::type::list);
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    const SourceOrdinal ordinal(static_cast<std::uint16_t>(i));
    const std::string text = SourceLine(index.sources().info[ordinal]);
    if (text.empty()) continue;
    data source;
    source.set("text", text);
    sources.push_back(source);
  }
  for (const GazetteerSource& known : GazetteerSources()) {
    data source;
    source.set("text", std::string(known.title) + ": " + std::string(known.attribution) + " (" +
                           std::string(known.licence) + ")");
    sources.push_back(source);
  }
  page.set("sources", sources);
}

void AddError(const absl::Status& status, data& page) {
  const FormError found = FormErrorOf(status);
  data error;
  error.set("message", found.message);
  if (!found.field.empty()) {
    error.set("field", found.field);
    page.set(found.field + "_error", found.message);
  }
  page.set("error", error);
  page.set("title", "Error: Find help near you – Waypost");
}

data EmptyPage(const Index& index, const SearchForm& form) {
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
  page.set("services", Counted(index.services().size()));
  page.set("as_of", LongDate(index.as_of()));
  AddSources(index, page);
  return page;
}

absl::StatusOr<query::Answer> Answer(const ServingIndex& serving, const SearchForm& form) {
  ASSIGN_OR_RETURN(const query::Query query, QueryOf(form));
  const auto synonyms = serving.synonyms.current();
  return query::AnswerQuery(*serving.index, query, serving.Now(), &synonyms->synonyms);
}

}  // namespace

HttpResponse SearchPage::operator()(const HttpRequest& request) const {
  const Index& index = *serving.index;
  const SearchForm form = SearchForm::Read(request);
  data page = EmptyPage(index, form);
  HttpResponse response{.content_type = "text/html; charset=utf-8"};
  // A postcode in the address is nobody's business on the way.
  std::string_view keeping = form.near.empty() ? "public, max-age=60" : "private, max-age=60";
  if (form.was_sent) {
    const absl::StatusOr<query::Answer> answer = Answer(serving, form);
    if (answer.ok()) {
      page.set("title", SummaryOf(answer->result) + " – Waypost");
      page.set("answer", AnswerOf(index, form, answer->result));
      if (answer->is_corrected) {
        page.set("correction", "Nothing says “" + form.q + "”, so this is for “" +
                                   answer->did_you_mean + "”.");
      }
    } else {
      response.status = query::RequestErrorOf(answer.status()) ? 400 : 500;
      AddError(answer.status(), page);
      keeping = "no-store";
    }
  }
  mustache view{std::string(kSearchTemplate)};
  response.body = view.render(page);
  response.headers = {{"Cache-Control", std::string(keeping)},
                      {"Content-Security-Policy", std::string(kPolicy)}};
  return response;
}

}  // namespace waypost::server
