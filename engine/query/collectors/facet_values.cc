#include "engine/query/collectors/facet_values.h"

#include <algorithm>
#include <array>

#include "engine/query/filters/fact_tests.h"
#include "engine/query/parse_values.h"

namespace waypost::query {
namespace {

// A facet over a short fixed list, given by the names of its values and a function that says of a
// document and a value whether it is so.
template <typename FactOfValue>
class ListedValues final : public FacetValues {
 public:
  ListedValues(std::vector<std::string> ids, FactOfValue fact)
      : ids_(std::move(ids)), fact_(std::move(fact)) {}
  std::size_t size() const override { return ids_.size(); }
  void Tell(DocId doc, FacetTally& tally) override {
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

// Values are numbers of taxonomy terms.
class TermValues : public FacetValues {
 public:
  explicit TermValues(const Index& index)
      : index_(index),
        service_types_(index.taxonomy().FindVocabulary(kServiceTypeVocabularies[0])),
        said_for_(index.taxonomy().size(), UINT32_MAX) {}
  std::size_t size() const override { return index_.taxonomy().size(); }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.taxonomy().id_text(TermOf(value)));
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.taxonomy().label(TermOf(value)));
  }

 protected:
  static TaxonomyTermId TermOf(std::size_t value) {
    return TaxonomyTermId(static_cast<std::uint32_t>(value));
  }
  bool IsServiceType(TaxonomyTermId term) const {
    return index_.taxonomy().vocabulary(term) == service_types_;
  }
  bool has_service_types() const { return service_types_.has_value(); }
  void YesOnce(DocId doc, TaxonomyTermId term, FacetTally& tally) {
    if (said_for_[term.index()] == doc.value()) return;
    said_for_[term.index()] = doc.value();
    tally.Yes(term.index());
  }
  const Index& index_;

 private:
  const std::optional<VocabularyId> service_types_;
  std::vector<std::uint32_t> said_for_;  // the last document that a term was told of
};

class ServiceTypeValues final : public TermValues {
 public:
  using TermValues::TermValues;
  void Tell(DocId doc, FacetTally& tally) override {
    const Taxonomy& taxonomy = index_.taxonomy();
    if (!has_service_types()) return;
    tally.NotStated();  // counts only when no term follows
    for (TaxonomyTermId term : index_.documents().terms[doc]) {
      if (!IsServiceType(term)) continue;
      for (TaxonomyTermId up = term; !up.is_none(); up = taxonomy.parent(up)) {
        YesOnce(doc, up, tally);
      }
    }
  }
};

class NeedValues final : public TermValues {
 public:
  using TermValues::TermValues;
  void Tell(DocId doc, FacetTally& tally) override {
    bool carries_type = false;
    for (TaxonomyTermId term : index_.documents().terms[doc]) {
      if (!IsServiceType(term)) continue;
      carries_type = true;
      if (index_.is_above_mapped_type(term)) tally.NotStated();
      for (TaxonomyTermId need : index_.needs_of_type(term)) YesOnce(doc, need, tally);
    }
    if (!carries_type && index_.has_mapped_needs()) tally.NotStated();
  }
};

class LanguageValues final : public FacetValues {
 public:
  explicit LanguageValues(const Index& index) : index_(index) {}
  std::size_t size() const override { return index_.languages().size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const auto languages = index_.documents().languages[doc];
    if (languages.empty()) tally.NotStated();
    for (LanguageId language : languages) tally.Yes(language.index());
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.languages()[LanguageId(static_cast<std::uint16_t>(value))]);
  }

 private:
  const Index& index_;
};

class OrganisationValues final : public FacetValues {
 public:
  explicit OrganisationValues(const Index& index) : index_(index) {}
  std::size_t size() const override { return index_.organisations().public_id.size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const OrganisationOrdinal organisation = index_.documents().organisation[doc];
    if (!organisation.is_none()) tally.Yes(organisation.index());
  }
  std::string IdOf(std::size_t value) const override {
    return FormatUuid(index_.organisations().public_id[OrdinalOf(value)]);
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.organisations().name[OrdinalOf(value)]);
  }

 private:
  static OrganisationOrdinal OrdinalOf(std::size_t value) {
    return OrganisationOrdinal(static_cast<std::uint32_t>(value));
  }
  const Index& index_;
};

class SourceValues final : public FacetValues {
 public:
  explicit SourceValues(const Index& index) : index_(index) {}
  std::size_t size() const override { return index_.sources().id.size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    tally.Yes(index_.documents().source[doc].index());
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.sources().id[SourceOrdinal(static_cast<std::uint16_t>(value))]);
  }

 private:
  const Index& index_;
};

class AuthorityValues final : public FacetValues {
 public:
  explicit AuthorityValues(const Index& index)
      : index_(index),
        // Ids are in order of kind, authorities first.
        has_authorities_(index.areas().size() > 0 &&
                         index.areas().kind[AreaId(0)] == AreaKind::kAuthority),
        said_for_(index.areas().size(), UINT32_MAX) {}
  std::size_t size() const override { return index_.areas().size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const DocumentColumns& documents = index_.documents();
    const auto located_in = documents.authorities[doc];
    if (located_in.size() == 1 && !located_in.front().is_none()) {
      YesOnce(doc, located_in.front(), tally);
    }
    bool known = documents.IsLocated(doc);
    for (AreaId area : documents.areas[doc]) {
      if (area.is_none()) continue;
      known = true;
      for (AreaId authority : index_.areas().meets[area]) YesOnce(doc, authority, tally);
    }
    if (has_authorities_ && (!known || located_in.size() > 1)) tally.NotStated();
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.areas().code[AreaOf(value)]);
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.areas().name[AreaOf(value)]);
  }

 private:
  static AreaId AreaOf(std::size_t value) { return AreaId(static_cast<std::uint32_t>(value)); }
  void YesOnce(DocId doc, AreaId authority, FacetTally& tally) {
    if (said_for_[authority.index()] == doc.value()) return;
    said_for_[authority.index()] = doc.value();
    tally.Yes(authority.index());
  }
  const Index& index_;
  const bool has_authorities_;
  std::vector<std::uint32_t> said_for_;
};

TimeFilterPlan PlanOf(const Index& index, const ResolvedQuery& resolved,
                      std::optional<MinuteOfDay> from, std::optional<MinuteOfDay> to,
                      TimeMatch match) {
  return TimeFilterPlan({.days = resolved.query.days,
                         .from = from,
                         .to = to,
                         .match = match,
                         .today = resolved.now.date},
                        index.date_lists().horizon);
}

DocumentHours HoursOf(const DocumentColumns& documents, DocId doc) {
  return {documents.weekly[doc], documents.dated[doc], documents.hours_state[doc]};
}

class DayValues final : public FacetValues {
 public:
  DayValues(const Index& index, const ResolvedQuery& resolved)
      : index_(index),
        plan_(PlanOf(index, resolved, resolved.query.from, resolved.query.to,
                     resolved.query.time_match)) {}
  std::size_t size() const override { return kWeekdayCount; }
  void Tell(DocId doc, FacetTally& tally) override {
    const DayFacts facts = FactsByDay(plan_, HoursOf(index_.documents(), doc), index_.date_lists());
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
  const Index& index_;
  TimeFilterPlan plan_;
};

std::unique_ptr<FacetValues> TimeOfDayValues(const Index& index, const ResolvedQuery& resolved) {
  std::vector<TimeFilterPlan> plans;
  constexpr std::array<std::pair<int, int>, 4> kBands = {{{6, 12}, {12, 18}, {18, 24}, {0, 6}}};
  for (const auto& [from, to] : kBands) {
    plans.push_back(
        PlanOf(index, resolved, MinuteOfDay(from * 60), MinuteOfDay(to * 60), TimeMatch::kOverlap));
  }
  return Listed(
      {"morning", "afternoon", "evening", "night"}, [&index, plans](DocId doc, std::size_t value) {
        return MatchesDay(plans[value], HoursOf(index.documents(), doc), index.date_lists());
      });
}

std::unique_ptr<FacetValues> CostValues(const Index& index) {
  return Listed({"free", "paid"}, [&index](DocId doc, std::size_t value) {
    const Fact free = index.documents().free[doc];
    if (free == Fact::kNotStated) return Fact::kNotStated;
    return FactOf((free == Fact::kYes) == (value == 0));
  });
}

std::unique_ptr<FacetValues> AgeBandValues(const Index& index) {
  const std::vector<std::string> ids = {"0-4", "5-11", "12-17", "18-25", "26-64", "65-120"};
  std::vector<AgeRange> bands;
  for (const std::string& id : ids) bands.push_back(AskedAge(*ParseAge(id)));
  return Listed(ids, [&index, bands](DocId doc, std::size_t value) {
    return AgeMeets(index.documents().ages[doc], bands[value]);
  });
}

std::unique_ptr<FacetValues> CheckedValues(const Index& index, const ResolvedQuery& resolved) {
  const Date today = resolved.now.date;
  const std::array<std::int32_t, 3> earliest = {EarliestDay({.months = 3}, today),
                                                EarliestDay({.months = 6}, today),
                                                EarliestDay({.months = 12}, today)};
  return Listed({"3m", "6m", "12m"}, [&index, earliest, today](DocId doc, std::size_t value) {
    return AssuredSince(index.documents().assured[doc], earliest[value], DayNumber(today));
  });
}

std::unique_ptr<FacetValues> ClosedListValues(Facet facet, const Index& index) {
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

}  // namespace

std::unique_ptr<FacetValues> MakeFacetValues(Facet facet, const Index& index,
                                             const ResolvedQuery& resolved) {
  switch (facet) {
    case Facet::kServiceType:
      return std::make_unique<ServiceTypeValues>(index);
    case Facet::kNeed:
      return std::make_unique<NeedValues>(index);
    case Facet::kDay:
      return std::make_unique<DayValues>(index, resolved);
    case Facet::kTimeOfDay:
      return TimeOfDayValues(index, resolved);
    case Facet::kCost:
      return CostValues(index);
    case Facet::kAccess:
    case Facet::kReach:
    case Facet::kAccessibility:
      return ClosedListValues(facet, index);
    case Facet::kLanguage:
      return std::make_unique<LanguageValues>(index);
    case Facet::kAgeBand:
      return AgeBandValues(index);
    case Facet::kOrganization:
      return std::make_unique<OrganisationValues>(index);
    case Facet::kSource:
      return std::make_unique<SourceValues>(index);
    case Facet::kAuthority:
      return std::make_unique<AuthorityValues>(index);
    case Facet::kChecked:
      return CheckedValues(index, resolved);
  }
  return nullptr;
}

FilterKind OwnFilterOf(Facet facet) {
  switch (facet) {
    case Facet::kServiceType:
      return FilterKind::kServiceType;
    case Facet::kNeed:
      return FilterKind::kNeed;
    case Facet::kDay:
    case Facet::kTimeOfDay:
      return FilterKind::kTime;
    case Facet::kCost:
      return FilterKind::kFree;
    case Facet::kAccess:
      return FilterKind::kAccess;
    case Facet::kReach:
      return FilterKind::kReach;
    case Facet::kAccessibility:
      return FilterKind::kAccessibility;
    case Facet::kLanguage:
      return FilterKind::kLanguage;
    case Facet::kAgeBand:
      return FilterKind::kAge;
    case Facet::kOrganization:
      return FilterKind::kOrganization;
    case Facet::kSource:
      return FilterKind::kSource;
    case Facet::kAuthority:
      return FilterKind::kAuthority;
    case Facet::kChecked:
      return FilterKind::kAssuredWithin;
  }
  return FilterKind::kStatus;
}

FacetCounts CountsOf(Facet facet, const FacetValues& values, const FacetTally& tally,
                     std::size_t limit) {
  struct Counted {
    std::uint64_t count;
    std::string id;
    std::size_t value;
  };
  std::vector<Counted> counted;
  for (std::size_t value = 0; value < tally.size(); ++value) {
    if (tally.count(value) > 0) counted.push_back({tally.count(value), values.IdOf(value), value});
  }
  const auto better = [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  };
  const std::size_t kept = std::min(limit, counted.size());
  std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(kept),
                    counted.end(), better);
  FacetCounts counts{.facet = facet, .values = {}, .not_stated = tally.not_stated()};
  for (std::size_t i = 0; i < kept; ++i) {
    counts.values.push_back({counted[i].id, values.LabelOf(counted[i].value), counted[i].count});
  }
  return counts;
}

}  // namespace waypost::query
