#include "engine/query/loosen.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/query/format_query.h"
#include "engine/query/search.h"

namespace waypost::query {
namespace {

struct Change {
  std::string name;
  std::string to;
  Query query;
};

// A condition that can be left out.
struct Droppable {
  std::string_view name;
  bool (*is_asked)(const Query&);
  void (*drop)(Query&);
};

template <auto kMember>
constexpr Droppable ListOf(std::string_view name) {
  return {name, [](const Query& query) { return !(query.*kMember).empty(); },
          [](Query& query) { query.*kMember = {}; }};
}

template <auto kMember>
constexpr Droppable OptionOf(std::string_view name) {
  return {name, [](const Query& query) { return (query.*kMember).has_value(); },
          [](Query& query) { (query.*kMember).reset(); }};
}

void DropWindow(Query& query) {
  query.from.reset();
  query.to.reset();
}

// The window of a date goes with it, unless a weekday asks for it too.
void DropDate(Query& query) {
  query.on.reset();
  if (query.days.empty()) DropWindow(query);
}

void DropDays(Query& query) {
  query.days = {};
  if (!query.on) DropWindow(query);
}

bool HasDayAndWindow(const Query& query) {
  return (!query.days.empty() || query.on) && (query.from || query.to);
}

// By name.
constexpr auto kDroppable = std::to_array<Droppable>({
    ListOf<&Query::access>("access"),
    ListOf<&Query::accessibility>("accessibility"),
    ListOf<&Query::ages>("age"),
    {"area", [](const Query& query) { return query.near && query.use_area; },
     [](Query& query) { query.use_area = false; }},
    OptionOf<&Query::assured_within>("assured_within"),
    ListOf<&Query::authorities>("authority"),
    OptionOf<&Query::bbox>("bbox"),
    ListOf<&Query::circumstances>("circumstance"),
    {"day", [](const Query& query) { return query.HasTimeFilter(); }, DropDays},
    ListOf<&Query::exclude_taxonomy_terms>("exclude_taxonomy_term"),
    {"free", [](const Query& query) { return query.free; },
     [](Query& query) { query.free = false; }},
    {"from", HasDayAndWindow, DropWindow},
    {"inferred", [](const Query& query) { return !query.use_inferred; },
     [](Query& query) { query.use_inferred = true; }},
    ListOf<&Query::languages>("language"),
    OptionOf<&Query::min_quality>("min_quality"),
    OptionOf<&Query::modified_after>("modified_after"),
    ListOf<&Query::needs>("need"),
    OptionOf<&Query::next_days>("next_days"),
    {"on", [](const Query& query) { return query.on.has_value(); }, DropDate},
    OptionOf<&Query::open_at>("open_at"),
    ListOf<&Query::organizations>("organization"),
    ListOf<&Query::personas>("persona"),
    ListOf<&Query::words>("q"),
    ListOf<&Query::reach>("reach"),
    ListOf<&Query::service_types>("service_type"),
    ListOf<&Query::sources>("source"),
    ListOf<&Query::source_id>("source_id"),
    {"status", [](const Query& query) { return query.status != Query().status; },
     [](Query& query) { query.status = Query().status; }},
    ListOf<&Query::taxonomy_terms>("taxonomy_term"),
    OptionOf<&Query::within>("within"),
});

// A question with very many conditions is not loosened in every way: it would hold up the others.
constexpr std::size_t kMostSearches = 48;

class Loosener {
 public:
  Loosener(const Index& index, const Query& query, LocalMinute now, const text::Synonyms* synonyms,
           std::uint64_t total)
      : index_(index), query_(query), now_(now), synonyms_(synonyms), total_(total) {
    query_.page = 1;
  }

  std::vector<Loosening> Find() {
    AddWithin();
    for (const Droppable* asked : Asked()) {
      if (asked->name == "within") continue;  // after its steps
      Try(Drop(query_, {asked}));
    }
    if (query_.within) Try(Drop(query_, {&Named("within")}));
    if (query_.unknown != UnknownMode::kKeep) TryUnknown();
    TryAnyWord();
    if (found_.empty()) TryPairs();
    if (found_.empty() && query_.near) TryEverything();
    return Best();
  }

 private:
  // Up to two steps that find more: the nearest, and one beyond.
  void AddWithin() {
    if (!query_.within) return;
    constexpr std::array<int, 6> kSteps = {1, 2, 5, 10, 25, 50};
    constexpr std::size_t kMostSteps = 2;
    const bool miles = query_.within->unit == LengthUnit::kMiles;
    const double per_unit = miles ? kMetresPerMile : 1000;
    for (const int step : kSteps) {
      const Metres radius(step * per_unit);
      if (radius <= query_.within->radius) continue;
      Change change{"within", std::to_string(step) + (miles ? "mi" : "km"), query_};
      change.query.within = Within{radius, miles ? LengthUnit::kMiles : LengthUnit::kKilometres};
      Try(std::move(change));
      if (found_.size() == kMostSteps) return;
    }
  }

  void TryUnknown() {
    Change change{"unknown", "keep", query_};
    change.query.unknown = UnknownMode::kKeep;
    Try(std::move(change));
  }

  void TryAnyWord() {
    if (query_.words.empty() || query_.match == MatchMode::kAny) return;
    if (query_.syntax == Syntax::kAdvanced) return;
    Change change{"match", "any", query_};
    change.query.match = MatchMode::kAny;
    Try(std::move(change));
  }

  void TryPairs() {
    const std::vector<const Droppable*> asked = Asked();
    for (std::size_t i = 0; i < asked.size(); ++i) {
      for (std::size_t j = i + 1; j < asked.size(); ++j) Try(Drop(query_, {asked[i], asked[j]}));
    }
  }

  void TryEverything() {
    Change change{"everything", "", {}};
    change.query.near = query_.near;
    change.query.per_page = query_.per_page;
    change.query.at = query_.at;
    Try(std::move(change));
  }

  static const Droppable& Named(std::string_view name) {
    return *std::ranges::find(kDroppable, name, &Droppable::name);
  }

  std::vector<const Droppable*> Asked() const {
    std::vector<const Droppable*> asked;
    for (const Droppable& condition : kDroppable) {
      if (condition.is_asked(query_)) asked.push_back(&condition);
    }
    return asked;
  }

  static Change Drop(const Query& query, std::initializer_list<const Droppable*> dropped) {
    Change change{"", "", query};
    for (const Droppable* condition : dropped) {
      if (!change.name.empty()) change.name += '+';
      change.name += condition->name;
      condition->drop(change.query);
    }
    return change;
  }

  // Without any condition nothing is asked any more.
  static bool AsksSomething(const Query& query) {
    return query.near || std::ranges::any_of(kDroppable, [&](const Droppable& condition) {
             return condition.name != "area" && condition.name != "inferred" &&
                    condition.is_asked(query);
           });
  }

  void Try(Change change) {
    if (change.name != "everything" && !AsksSomething(change.query)) return;
    // Where nothing else helps, there is still what is near.
    if (change.name != "everything" && ++searches_ > kMostSearches) return;
    if (change.query.sort == Sort::kDistance && !change.query.near) change.query.sort.reset();
    const absl::StatusOr<Result> result = Search(index_, ForTotal(change.query), now_, synonyms_);
    if (!result.ok() || result->total <= total_) return;
    found_.push_back({.change = std::move(change.name),
                      .to = std::move(change.to),
                      .total = result->total,
                      .query = std::move(change.query)});
  }

  std::vector<Loosening> Best() {
    std::ranges::stable_sort(found_, [](const Loosening& a, const Loosening& b) {
      if (a.total != b.total) return a.total > b.total;
      return std::tie(a.change, a.to) < std::tie(b.change, b.to);
    });
    if (found_.size() <= kMaxLoosenings) return std::move(found_);
    const auto any_word = std::ranges::find(found_, "match", &Loosening::change);
    const bool left_out = any_word - found_.begin() >= std::ptrdiff_t{kMaxLoosenings};
    if (total_ < kFewResults && any_word != found_.end() && left_out) {
      std::swap(found_[kMaxLoosenings - 1], *any_word);
    }
    found_.resize(kMaxLoosenings);
    return std::move(found_);
  }

  const Index& index_;
  Query query_;
  LocalMinute now_;
  const text::Synonyms* synonyms_;
  std::uint64_t total_;
  std::size_t searches_ = 0;
  std::vector<Loosening> found_;
};

}  // namespace

std::vector<Loosening> Loosen(const Index& index, const Query& query, LocalMinute now,
                              const text::Synonyms* synonyms, std::uint64_t total) {
  if (query.page != 1 || total >= kEnoughResults) return {};
  return Loosener(index, query, now, synonyms, total).Find();
}

}  // namespace waypost::query
