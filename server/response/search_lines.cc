#include "server/response/search_lines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/query/hit_maker.h"
#include "server/response/highlights.h"
#include "server/response/item_json.h"
#include "server/response/json_text.h"

namespace waypost::server {
namespace {

// Results of one piece: so many are made ready at once.
constexpr std::size_t kLinesAtOnce = 256;

// A borrowed analyser goes back after each piece: who reads slowly keeps none.
absl::StatusOr<std::string> LinesOf(const Index& index, const query::ResolvedQuery& resolved,
                                    const std::vector<query::Hit>& hits,
                                    const absl::TimeZone& zone) {
  ASSIGN_OR_RETURN(std::optional<Highlighter> highlighter, Highlighter::Of(index, resolved));
  std::string lines;
  for (const query::Hit& hit : hits) {
    JsonText json;
    WriteItem(index, resolved, hit, zone, highlighter ? &*highlighter : nullptr, json);
    lines.append(std::move(json).Take()).append(1, '\n');
  }
  return lines;
}

HttpResponse Described() {
  // Lines have no room for whose the data are.
  return {.content_type = "application/x-ndjson",
          .headers = {{"Link", "</api/sources>; rel=\"license\""}}};
}

// What is left to write.
class Writing {
 public:
  Writing(std::shared_ptr<const Index> index, query::RankedResults ranked,
          const absl::TimeZone& zone)
      : index_(std::move(index)),
        ranked_(std::move(ranked)),
        zone_(zone),
        maker_(*index_, ranked_.resolved) {}
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

  // "" at the end.
  absl::StatusOr<std::string> Next() {
    const std::size_t last = std::min(next_ + kLinesAtOnce, ranked_.docs.size());
    std::vector<query::Hit> hits;
    for (; next_ < last; ++next_) {
      hits.push_back(maker_.Make(ranked_.docs[next_], next_ < ranked_.total_certain));
    }
    return LinesOf(*index_, ranked_.resolved, hits, zone_);
  }

 private:
  const std::shared_ptr<const Index> index_;
  const query::RankedResults ranked_;
  const absl::TimeZone zone_;
  query::HitMaker maker_;  // borrows the others
  std::size_t next_ = 0;
};

}  // namespace

absl::StatusOr<HttpResponse> SearchLines(std::shared_ptr<const Index> index,
                                         query::RankedResults ranked, const absl::TimeZone& zone) {
  const bool is_long = ranked.docs.size() > kLinesAtOnce;
  const auto writing = std::make_shared<Writing>(std::move(index), std::move(ranked), zone);
  HttpResponse response = Described();
  if (is_long) {
    response.more = [writing] { return writing->Next(); };
  } else {
    ASSIGN_OR_RETURN(response.body, writing->Next());
  }
  return response;
}

absl::StatusOr<HttpResponse> SearchLines(const Index& index, const query::Result& result,
                                         const absl::TimeZone& zone) {
  HttpResponse response = Described();
  ASSIGN_OR_RETURN(response.body, LinesOf(index, result.resolved, result.hits, zone));
  return response;
}

}  // namespace waypost::server
