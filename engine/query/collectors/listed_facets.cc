#include <array>
#include <vector>

#include "engine/query/collectors/facet_kinds.h"
#include "engine/query/filters/fact_tests.h"
#include "engine/query/parse_values.h"

namespace waypost::query {
namespace {

// A facet over a short fixed list, given by the names of its values and a function that says of a
// document and a value whether it is so.
template <typename FactOfValue>
class ListedValues final : public TellingFacet<ListedValues<FactOfValue>> {
 public:
  ListedValues(std::vector<std::string> ids, FactOfValue fact)
      : ids_(std::move(ids)), fact_(std::move(fact)) {}
  std::size_t size() const override { return ids_.size(); }
  void Tell(DocId doc, FacetTally& tally) {
    for (std::size_t value = 0; value < ids_.size(); ++value) {
      const Fact fact = fact_(doc, value);
      if (fact == Fact::kYes) tally.Yes(value);
      if (fact == Fact::kNotStated) tally.NotStated();
    }
  }
  std::string IdOf(std::size_t value) const override { return ids_[value]; }

 private:
  std::vector<std::string> ids_;
  FactOfValue fact_;
};

template <typename FactOfValue>
std::unique_ptr<FacetValues> Listed(std::vector<std::string> ids, FactOfValue fact) {
  return std::make_unique<ListedValues<FactOfValue>>(std::move(ids), std::move(fact));
}

template <typename E>
std::vector<std::string> NamesOf(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.emplace_back(NameOf(static_cast<E>(i)));
  return names;
}

TimeFilterPlan PlanOf(const Index& index, const ResolvedQuery& resolved,
                      std::optional<MinuteOfDay> from, std::optional<MinuteOfDay> to,
                      TimeMatch match) {
  return TimeFilterPlan({.days = resolved.query.days,
                         .from = from,
                         .to = to,
                         .match = match,
                         .today = resolved.now.date},
                        index.calendar().lists.horizon);
}

class DayValues final : public TellingFacet<DayValues> {
 public:
  DayValues(const Index& index, const ResolvedQuery& resolved)
      : documents_(index.documents()),
        judge_(PlanOf(index, resolved, resolved.query.from, resolved.query.to,
                      resolved.query.time_match),
               index.calendar()) {}
  std::size_t size() const override { return kWeekdayCount; }
  void Tell(DocId doc, FacetTally& tally) {
    const DayFacts facts = judge_.FactsOf(documents_.HoursOf(doc));
    for (std::size_t day = 0; day < kWeekdayCount; ++day) {
      const Fact fact = facts.Of(static_cast<Weekday>(day));
      if (fact == Fact::kYes) tally.Yes(day);
      if (fact == Fact::kNotStated) tally.NotStated();
    }
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(NameOf(static_cast<Weekday>(value)));
  }

 private:
  const DocumentColumns& documents_;
  DayJudge judge_;
};

}  // namespace

std::unique_ptr<FacetValues> DayFacet(const Index& index, const ResolvedQuery& resolved) {
  return std::make_unique<DayValues>(index, resolved);
}

std::unique_ptr<FacetValues> TimeOfDayFacet(const Index& index, const ResolvedQuery& resolved) {
  std::vector<DayJudge> judges;
  constexpr std::array<std::pair<int, int>, 4> kBands = {{{6, 12}, {12, 18}, {18, 24}, {0, 6}}};
  for (const auto& [from, to] : kBands) {
    judges.emplace_back(
        PlanOf(index, resolved, MinuteOfDay(from * 60), MinuteOfDay(to * 60), TimeMatch::kOverlap),
        index.calendar());
  }
  return Listed({"morning", "afternoon", "evening", "night"},
                [&documents = index.documents(), judges](DocId doc, std::size_t value) mutable {
                  return judges[value].Matches(documents.HoursOf(doc));
                });
}

std::unique_ptr<FacetValues> CostFacet(const Index& index) {
  return Listed({"free", "paid"}, [&index](DocId doc, std::size_t value) {
    const Fact free = index.documents().free[doc];
    if (free == Fact::kNotStated) return Fact::kNotStated;
    return FactOf((free == Fact::kYes) == (value == 0));
  });
}

std::unique_ptr<FacetValues> AgeBandFacet(const Index& index) {
  const std::vector<std::string> ids = {"0-4", "5-11", "12-17", "18-25", "26-64", "65-120"};
  std::vector<AgeRange> bands;
  for (const std::string& id : ids) bands.push_back(AskedAge(*ParseAge(id)));
  return Listed(ids, [&index, bands](DocId doc, std::size_t value) {
    return AgeMeets(index.documents().ages[doc], bands[value]);
  });
}

std::unique_ptr<FacetValues> CheckedFacet(const Index& index, const ResolvedQuery& resolved) {
  const Date today = resolved.now.date;
  const std::array<std::int32_t, 3> earliest = {EarliestDay({.months = 3}, today),
                                                EarliestDay({.months = 6}, today),
                                                EarliestDay({.months = 12}, today)};
  return Listed({"3m", "6m", "12m"}, [&index, earliest, today](DocId doc, std::size_t value) {
    return AssuredSince(index.documents().assured[doc], earliest[value], DayNumber(today));
  });
}

std::unique_ptr<FacetValues> ClosedListFacet(Facet facet, const Index& index) {
  const DocumentColumns& documents = index.documents();
  if (facet == Facet::kAccess) {
    return Listed(NamesOf<Access>(kAccessCount), [&documents](DocId doc, std::size_t value) {
      return AccessIs(EnumSet<Access>::FromBits(documents.access[doc]),
                      {static_cast<Access>(value)});
    });
  }
  if (facet == Facet::kReach) {
    return Listed(NamesOf<Reach>(kReachCount), [&documents](DocId doc, std::size_t value) {
      return ReachIs(EnumSet<Reach>::FromBits(documents.reach[doc]), {static_cast<Reach>(value)});
    });
  }
  return Listed(NamesOf<Accessibility>(kAccessibilityCount),
                [&documents](DocId doc, std::size_t value) {
                  return AccessibilityIs(documents.accessibility[doc], 1U << value);
                });
}

}  // namespace waypost::query
