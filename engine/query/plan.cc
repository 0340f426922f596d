#include "engine/query/plan.h"

#include <algorithm>

#include "engine/query/filters/make_filters.h"
#include "engine/query/producers/place_windows.h"
#include "engine/query/producers/word_producer.h"
#include "engine/query/producers/word_windows.h"

namespace waypost::query {
namespace {

using PostingLists = std::vector<std::span<const DocId>>;

// Posting lists whose union holds every document that one filter can say yes to.
struct Driver {
  PostingLists lists;
  std::size_t size = 0;
  // The filter, when the union holds nothing else: then nobody needs to ask it again.
  std::optional<FilterKind> decides;
  bool is_of_words = false;
};

Driver MakeDriver(PostingLists lists, std::optional<FilterKind> decides) {
  Driver driver{.lists = std::move(lists), .size = 0, .decides = decides, .is_of_words = false};
  for (const auto& list : driver.lists) driver.size += list.size();
  return driver;
}

void AppendTiles(const std::vector<std::uint32_t>& tiles, std::uint32_t located,
                 std::vector<DocRange>& ranges) {
  for (std::uint32_t tile : tiles) {
    const std::uint32_t first = tile * kTileSize;
    const std::uint32_t last = std::min(first + kTileSize, located);
    if (!ranges.empty() && ranges.back().last == first) {
      ranges.back().last = last;
    } else {
      ranges.push_back({first, last});
    }
  }
}

// What a circle does not decide: all documents that are not at a place only, those without a place
// as one range; where silence is refused, those that state another reach.
void AddUndecided(const DocumentColumns& documents, bool keeps_unknown, Confines& confines) {
  if (!keeps_unknown) {
    confines.extra = documents.reaching_out;
    return;
  }
  const auto& undecided = documents.not_place_only;
  const DocId located(documents.located_count);
  const auto end = std::lower_bound(undecided.begin(), undecided.end(), located);
  confines.extra = undecided.first(static_cast<std::size_t>(end - undecided.begin()));
  if (documents.located_count < documents.size()) {
    confines.ranges.push_back({documents.located_count, documents.size()});
  }
}

Confines ConfinesOf(const Index& index, const ResolvedQuery& resolved) {
  const DocumentColumns& documents = index.documents();
  const std::uint32_t located = documents.located_count;
  Confines confines;
  if (resolved.place && resolved.query.within) {
    AppendTiles(index.tiles().CoverCircle(resolved.place->point,
                                          resolved.query.within->radius.ToMillimetres()),
                located, confines.ranges);
    AddUndecided(documents, resolved.query.unknown != UnknownMode::kDrop, confines);
  } else if (resolved.query.bbox) {
    AppendTiles(index.tiles().CoverBox(*resolved.query.bbox), located, confines.ranges);
    if (located < documents.size()) confines.ranges.push_back({located, documents.size()});
  } else if (documents.size() > 0) {
    confines.ranges.push_back({0, documents.size()});
  }
  return confines;
}

// A word as posting lists; nullopt when its documents are an intersection (a synonym of several
// words).
std::optional<PostingLists> ListsOf(const Index& index, const ResolvedWord& word) {
  PostingLists lists;
  if (word.term) lists.push_back(index.words().postings[*word.term]);
  for (const std::vector<TermId>& alternative : word.alternatives) {
    if (alternative.size() != 1) return std::nullopt;
    lists.push_back(index.words().postings[alternative.front()]);
  }
  return lists;
}

// A phrase that every document has to have confines by its rarest word.
void AddRequired(const Index& index, const ResolvedExpression& part, std::vector<Driver>& drivers) {
  if (part.kind != text::WordsExpression::Kind::kPhrase) return;
  PostingLists lists;
  for (TermId term : part.phrase.value_or(std::vector<TermId>())) {
    const std::span<const DocId> postings = index.words().postings[term];
    if (lists.empty()) lists.push_back(postings);
    if (postings.size() < lists.front().size()) lists.front() = postings;
  }
  drivers.push_back(MakeDriver(std::move(lists), std::nullopt));
}

void AddExpressionDrivers(const Index& index, const ResolvedExpression& expression,
                          std::vector<Driver>& drivers) {
  AddRequired(index, expression, drivers);
  if (expression.kind != text::WordsExpression::Kind::kAnd) return;
  for (const ResolvedExpression& part : expression.parts) AddRequired(index, part, drivers);
}

void AddWordDrivers(const Index& index, const ResolvedQuery& resolved,
                    std::vector<Driver>& drivers) {
  if (resolved.expression) return AddExpressionDrivers(index, *resolved.expression, drivers);
  PostingLists any;
  for (const ResolvedWord& word : resolved.words) {
    std::optional<PostingLists> lists = ListsOf(index, word);
    if (resolved.query.match == MatchMode::kAny) {
      if (!lists) return;
      any.insert(any.end(), lists->begin(), lists->end());
    } else if (lists) {
      const bool is_all = resolved.words.size() == 1 && resolved.phrases.empty();
      drivers.push_back(
          MakeDriver(*std::move(lists), is_all ? std::optional(FilterKind::kWords) : std::nullopt));
      drivers.back().is_of_words = true;
    }
  }
  if (resolved.has_words && resolved.query.match == MatchMode::kAny) {
    drivers.push_back(MakeDriver(std::move(any), resolved.phrases.empty()
                                                     ? std::optional(FilterKind::kWords)
                                                     : std::nullopt));
    drivers.back().is_of_words = true;
  }
}

// Those that carry a target; and, where inferred types count, those for which one is inferred.
void AddTermDriver(const Index& index, const Query& query, const TermSet& terms, FilterKind kind,
                   std::vector<Driver>& drivers) {
  if (query.unknown == UnknownMode::kKeep) return;
  PostingLists lists;
  for (TaxonomyTermId target : terms.targets) lists.push_back(index.term_postings()[target]);
  const std::size_t own = lists.size();
  if (query.unknown == UnknownMode::kDefault && query.use_inferred) {
    for (TaxonomyTermId target : terms.targets) {
      const auto inferred = index.inferred_postings()[target];
      if (!inferred.empty()) lists.push_back(inferred);
    }
  }
  // Beside taxonomy terms there may be others to carry.
  const bool is_all = kind != FilterKind::kTaxonomyTerm || query.dialect.also_terms.empty();
  const bool decides = lists.size() == own && is_all;
  drivers.push_back(MakeDriver(std::move(lists), decides ? std::optional(kind) : std::nullopt));
}

// The drivers that the filters in force allow; a set-aside filter confines nothing.
std::vector<Driver> DriversOf(const Index& index, const ResolvedQuery& resolved,
                              const std::vector<PlannedFilter>& filters) {
  std::vector<Driver> drivers;
  for (const PlannedFilter& filter : filters) {
    switch (filter.kind) {
      case FilterKind::kWords:
        AddWordDrivers(index, resolved, drivers);
        break;
      case FilterKind::kServiceType:
        AddTermDriver(index, resolved.query, resolved.service_types, filter.kind, drivers);
        break;
      case FilterKind::kTaxonomyTerm:
        AddTermDriver(index, resolved.query, resolved.taxonomy_terms, filter.kind, drivers);
        break;
      case FilterKind::kNeed:
        AddTermDriver(index, resolved.query, resolved.needs, filter.kind, drivers);
        break;
      case FilterKind::kCircumstance:
        AddTermDriver(index, resolved.query, resolved.circumstances, filter.kind, drivers);
        break;
      case FilterKind::kPersona:
        AddTermDriver(index, resolved.query, resolved.personas, filter.kind, drivers);
        break;
      default:
        break;
    }
  }
  return drivers;
}

// About what it costs to cut a driver's lists to the confines, in documents looked at: a few for
// every cut, then those inside, of which a list has as large a share as of all.
std::size_t CutCost(const Index& index, const Driver& driver, const Confines& confines) {
  constexpr std::size_t kOfACut = 3;
  const std::size_t inside =
      driver.size * confines.size() / std::max<std::size_t>(1, index.documents().size());
  return inside + kOfACut * driver.lists.size() * (confines.ranges.size() + 1);
}

// All words as lists, in ranges only; a phrase is more than its words, and the names of needs score
// besides.
bool CanProduceWords(const ResolvedQuery& resolved, const Confines& confines) {
  return confines.extra.empty() && resolved.phrases.empty() && resolved.names_of_needs.empty() &&
         std::all_of(resolved.words.begin(), resolved.words.end(),
                     [](const ResolvedWord& word) { return word.alternatives.empty(); });
}

WordList ListOf(const Index& index, TermId term) {
  const double idf = index.bm25().Idf(index.words().service_count[term]);
  return {.documents = index.words().postings[term],
          .frequencies = index.words().FrequenciesOf(term),
          .bound = WordBound(index.bm25(), idf, index.extremes().shortest_text,
                             index.words().greatest_frequency[term]),
          .idf = idf,
          .own_bits = index.words().own_bits.Of(term),
          .alone_bits = index.words().place_bits.Of(term)};
}

// The lists of the asked words; none when nothing can have all of them.
std::vector<WordList> AskedLists(const Index& index, const ResolvedQuery& resolved) {
  std::vector<WordList> lists;
  for (const ResolvedWord& word : resolved.words) {
    if (word.term) {
      lists.push_back(ListOf(index, *word.term));
    } else if (resolved.query.match != MatchMode::kAny) {
      return {};
    }
  }
  return lists;
}

void RemoveDecided(std::optional<FilterKind> decided, QueryPlan& plan) {
  std::erase_if(plan.filters, [&](const PlannedFilter& filter) { return filter.kind == decided; });
}

// Whether windows can decide all that is asked: filters of these kinds, and nothing set aside.
bool IsOnlyAsked(EnumSet<FilterKind> kinds, const QueryPlan& plan) {
  return plan.set_aside.empty() &&
         std::all_of(plan.filters.begin(), plan.filters.end(),
                     [&](const PlannedFilter& filter) { return kinds.Has(filter.kind); });
}

// What the windows of a circle decide.
constexpr EnumSet<FilterKind> kDecidedByCircle = {FilterKind::kPlace, FilterKind::kArea,
                                                  FilterKind::kStatus};

// Whether a circle's windows can be asked the other filters: nothing is set aside, and none of them
// remembers where it was, since those windows come in no order.
bool CanAskWindowsOfCircle(const ResolvedQuery& resolved, const QueryPlan& plan) {
  return resolved.place && resolved.query.within && plan.set_aside.empty() &&
         std::none_of(plan.filters.begin(), plan.filters.end(), [](const PlannedFilter& filter) {
           return filter.kind == FilterKind::kWords;
         });
}

// A service has a status or counts as active: windows are cut to the asked ones by sets.
void AskStatusOfWindows(const Index& index, const ResolvedQuery& resolved, QueryPlan& plan) {
  const bool asked =
      std::any_of(plan.filters.begin(), plan.filters.end(),
                  [](const PlannedFilter& filter) { return filter.kind == FilterKind::kStatus; });
  for (std::size_t i = 0; asked && i < kStatusCount; ++i) {
    if (resolved.query.status.Has(static_cast<Status>(i))) {
      plan.of_windows.push_back(&index.documents().of_status[i]);
    }
  }
}

void PlanWords(const Index& index, const ResolvedQuery& resolved, Confines confines,
               QueryPlan& plan) {
  const std::vector<WordList> lists = AskedLists(index, resolved);
  const Wanted wanted = resolved.query.match == MatchMode::kAny ? Wanted::kAny : Wanted::kAll;
  std::optional<ScoreBound> bound;
  if (EffectiveSort(resolved.query) == Sort::kRelevance) {
    bound.emplace(index.score_codes(), index.relevance(), MostOfTermsAndPlace(index, resolved),
                  DayNumber(resolved.now.date));
  }
  RemoveDecided(FilterKind::kWords, plan);
  if (IsOnlyAsked({FilterKind::kStatus}, plan)) {
    AskStatusOfWindows(index, resolved, plan);
    plan.windows = WindowsOfWords(lists, wanted, std::move(confines.ranges), std::move(bound));
    plan.producer = ProduceAll({});
  } else {
    plan.producer = ProduceWords(lists, wanted, std::move(confines.ranges), std::move(bound));
  }
}

// The tiles of the circle as windows; what they leave out is looked at one by one.
void PlanPlace(const Index& index, const ResolvedQuery& resolved, QueryPlan& plan) {
  const DocumentColumns& documents = index.documents();
  const Millimetres radius = resolved.query.within->radius.ToMillimetres();
  const bool asks_areas = resolved.query.use_area;
  AskStatusOfWindows(index, resolved, plan);
  plan.windows = WindowsOfCircle(index, resolved.place->point, radius,
                                 index.tiles().CoverCircle(resolved.place->point, radius),
                                 asks_areas ? documents.place_decides : documents.place_only);
  for (std::size_t i = 0; i < plan.filters.size(); ++i) {
    if (!kDecidedByCircle.Has(plan.filters[i].kind)) plan.asked_of_windows.push_back(i);
  }
  Confines rest;
  AddUndecided(documents, resolved.query.unknown != UnknownMode::kDrop, rest);
  plan.producer = ProduceAll(std::move(rest));
}

void ChooseProducer(const Index& index, const ResolvedQuery& resolved, QueryPlan& plan) {
  const bool by_windows = CanAskWindowsOfCircle(resolved, plan);
  if (by_windows && IsOnlyAsked(kDecidedByCircle, plan)) return PlanPlace(index, resolved, plan);
  Confines confines = ConfinesOf(index, resolved);
  const std::vector<Driver> drivers = DriversOf(index, resolved, plan.filters);
  const auto smallest =
      std::min_element(drivers.begin(), drivers.end(),
                       [](const Driver& a, const Driver& b) { return a.size < b.size; });
  if (smallest == drivers.end() || CutCost(index, *smallest, confines) >= confines.size()) {
    if (by_windows) return PlanPlace(index, resolved, plan);
    plan.producer = ProduceAll(std::move(confines));
    return;
  }
  if (smallest->is_of_words && CanProduceWords(resolved, confines)) {
    PlanWords(index, resolved, std::move(confines), plan);
    return;
  }
  plan.producer = ProducePostings(smallest->lists, confines);
  RemoveDecided(smallest->decides, plan);
}

void PlanFacets(const Index& index, const ResolvedQuery& resolved, QueryPlan& plan) {
  for (Facet facet : resolved.query.facets) {
    PlannedFacet planned{.facet = facet,
                         .values = MakeFacetValues(facet, index, resolved),
                         .tally = nullptr,
                         .own_filter = 0};
    planned.tally = std::make_unique<FacetTally>(
        index.documents(), index.services(), planned.values->size(), planned.values->IsOfService());
    const auto own = std::find_if(
        plan.set_aside.begin(), plan.set_aside.end(),
        [&](const PlannedFilter& filter) { return filter.kind == OwnFilterOf(facet); });
    if (own != plan.set_aside.end()) {
      planned.own_filter = static_cast<std::uint8_t>(own - plan.set_aside.begin() + 1);
    }
    plan.facets.push_back(std::move(planned));
  }
}

}  // namespace

QueryPlan MakePlan(const Index& index, const ResolvedQuery& resolved) {
  QueryPlan plan;
  const auto is_own = [&](FilterKind kind) {
    const auto& facets = resolved.query.facets;
    return std::any_of(facets.begin(), facets.end(),
                       [&](Facet facet) { return OwnFilterOf(facet) == kind; });
  };
  for (PlannedFilter& filter : MakeFilters(index, resolved)) {
    (is_own(filter.kind) ? plan.set_aside : plan.filters).push_back(std::move(filter));
  }
  std::stable_sort(plan.filters.begin(), plan.filters.end(),
                   [](const PlannedFilter& a, const PlannedFilter& b) { return a.cost < b.cost; });
  PlanFacets(index, resolved, plan);
  ChooseProducer(index, resolved, plan);
  return plan;
}

}  // namespace waypost::query
