#include "server/web/search_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/query/answer.h"
#include "engine/query/format_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "engine/query/shortlist.h"
#include "server/response/caching.h"
#include "server/web/asked_search.h"
#include "server/web/condition_text.h"
#include "server/web/filter_panel.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/result_card.h"
#include "server/web/results_content.h"
#include "server/web/sensitivity.h"
#include "server/web/start_page.h"
#include "server/web/typed_text.h"

namespace waypost::server {
namespace {

// The question as the page asks it: counted for its filters.
absl::StatusOr<query::Answer> AnswerOf(const Site& site, query::Query query) {
  query.facets = FacetsOfFilters();
  const auto synonyms = site.serving.synonyms.current();
  ASSIGN_OR_RETURN(query::Answer answer, query::AnswerQuery(site.index(), query, site.serving.Now(),
                                                            &synonyms->synonyms));
  // Links are made from the question: what the page counts is none of it.
  answer.result.resolved.query.facets.clear();
  for (query::Loosening& loosening : answer.loosen) loosening.query.facets.clear();
  return answer;
}

// Its first few, where there are many and relevance is the order.
absl::StatusOr<query::Result> BestOf(const Site& site, const query::Answer& answer) {
  query::Query query = answer.result.resolved.query;
  if (query.page > 1 || answer.result.total <= query::kShortlistLength ||
      query::EffectiveSort(query) != query::Sort::kRelevance) {
    return query::Result();
  }
  query.mode = query::Mode::kShortlist;
  query.per_page = query::kShortlistLength;
  query.sort.reset();
  const auto synonyms = site.serving.synonyms.current();
  ASSIGN_OR_RETURN(query::Result best, query::SearchByMode(site.index(), query, site.serving.Now(),
                                                           &synonyms->synonyms));
  // Their links are those of the list: how many the page puts first is none of the question.
  best.resolved.query = answer.result.resolved.query;
  return best;
}

// The start page's form is sent by POST whatever it asks; what may stand in an address gets one. A
// mistake is told at once: the address would not have it.
bool IsSentOn(const AskedPage& asked, const AskedSearch& search, const Sensitivity& sensitivity) {
  const bool is_form =
      asked.is_post || !asked.Field("form").empty() || !asked.Field("again").empty();
  return is_form && !sensitivity.is_sensitive && search.left_out.empty();
}

HttpResponse ErrorPage(const Site& site, const AskedPage& asked, const absl::Status& status) {
  if (!query::RequestErrorOf(status)) return FailurePage(site, asked, status);
  return StartPage{site}.WithError(asked, status);
}

}  // namespace

HttpResponse SearchPage::operator()(const AskedPage& asked) const {
  const absl::StatusOr<AskedSearch> search = ReadAskedSearch(site, asked);
  if (!search.ok()) return ErrorPage(site, asked, search.status());
  const TypedText typed = TypedTextOf(site, asked, *search);
  const Sensitivity sensitivity =
      SensitivityOf(site, search->query, std::array{search->text, typed.text});
  const PageLinks links(asked, sensitivity.is_sensitive, typed.text);
  if (IsSentOn(asked, *search, sensitivity)) {
    const auto resolved = query::Resolve(site.index(), search->query, site.serving.Now());
    if (!resolved.ok()) return ErrorPage(site, asked, resolved.status());
    return SeeOther(links.SearchAddress(search->query));
  }
  const absl::StatusOr<query::Answer> answer = AnswerOf(site, search->query);
  if (!answer.ok()) return ErrorPage(site, asked, answer.status());
  const absl::StatusOr<query::Result> best = BestOf(site, *answer);
  if (!best.ok()) return ErrorPage(site, asked, best.status());
  Page page = ResultsPage(site, links, {*search, typed, *answer, *best, sensitivity});
  return RenderPage(site, asked, std::move(page));
}

}  // namespace waypost::server
