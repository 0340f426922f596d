#include "engine/query/shortlist.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/query/parse_query.h"

namespace waypost::query {
namespace {

// Organisations are known by their record; services of different feeds that have one name are taken
// for one and the same.
bool HaveOneProvider(const Index& index, DocId a, DocId b) {
  const DocumentColumns& documents = index.documents();
  const OrganisationOrdinal organisation = documents.organisation[a];
  const bool same = !organisation.is_none() && organisation == documents.organisation[b];
  return same ||
         index.services().name[documents.service[a]] == index.services().name[documents.service[b]];
}

// Its own terms, else the types that its text suggests, where those count.
std::span<const TaxonomyTermId> KindOf(const Index& index, DocId doc, bool use_inferred) {
  const auto own = index.documents().terms[doc];
  return own.empty() && use_inferred ? index.documents().inferred[doc] : own;
}

bool AreOfOneKind(const Index& index, DocId a, DocId b, bool use_inferred) {
  const auto kind = KindOf(index, a, use_inferred);
  return !kind.empty() && std::ranges::equal(kind, KindOf(index, b, use_inferred));
}

class Chooser {
 public:
  Chooser(const Index& index, bool use_inferred, std::vector<Hit> pool)
      : index_(index), use_inferred_(use_inferred), pool_(std::move(pool)) {}

  std::vector<Hit> Choose(std::size_t wanted) {
    std::vector<Hit> chosen;
    while (chosen.size() < wanted && !pool_.empty()) {
      // The first of equal ones, which is the better by the order in force.
      const auto best =
          std::ranges::max_element(pool_, {}, [&](const Hit& hit) { return WorthOf(hit, chosen); });
      chosen.push_back(std::move(*best));
      pool_.erase(best);
    }
    return chosen;
  }

 private:
  using Worth = std::tuple<bool, bool, double>;

  Worth WorthOf(const Hit& hit, const std::vector<Hit>& chosen) const {
    double score = hit.score.Sum();
    const auto any = [&](auto is_alike) { return std::ranges::any_of(chosen, is_alike); };
    if (any([&](const Hit& other) { return HaveOneProvider(index_, hit.doc, other.doc); })) {
      score *= kSameProvider;
    }
    if (any([&](const Hit& other) {
          return AreOfOneKind(index_, hit.doc, other.doc, use_inferred_);
        })) {
      score *= kSameKind;
    }
    const bool signposts = (index_.documents().flags[hit.doc] & kSignposts) != 0;
    return {hit.certain, !signposts, score};
  }

  const Index& index_;
  bool use_inferred_;
  std::vector<Hit> pool_;
};

}  // namespace

absl::StatusOr<Result> SearchByMode(const Index& index, const Query& query, LocalMinute now,
                                    const text::Synonyms* synonyms) {
  if (query.mode == Mode::kAll) return Search(index, query, now, synonyms);
  RETURN_IF_ERROR(CheckQuery(query));
  Query wide = query;
  wide.mode = Mode::kAll;
  wide.sort = Sort::kRelevance;
  wide.per_page = kShortlistPool;
  ASSIGN_OR_RETURN(Result result, Search(index, wide, now, synonyms));
  result.resolved.query = query;
  result.hits = Chooser(index, query.use_inferred, std::move(result.hits))
                    .Choose(static_cast<std::size_t>(query.per_page));
  return result;
}

}  // namespace waypost::query
