#include "engine/query/filters/make_filters.h"

#include "engine/query/filters/date_answers.h"
#include "engine/query/filters/fact_tests.h"

namespace waypost::query {
namespace {

// Filters that answer as one.
class JoinedFilter final : public DocFilter {
 public:
  using Join = Fact (*)(Fact, Fact);
  JoinedFilter(std::vector<std::unique_ptr<DocFilter>> filters, Join join)
      : filters_(std::move(filters)), join_(join) {}

  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    filters_.front()->Evaluate(docs, facts);
    std::vector<Fact> others(docs.size());
    for (std::size_t f = 1; f < filters_.size(); ++f) {
      filters_[f]->Evaluate(docs, others);
      for (std::size_t i = 0; i < docs.size(); ++i) facts[i] = join_(facts[i], others[i]);
    }
  }
  void Restart() override {
    for (const auto& filter : filters_) filter->Restart();
  }

 private:
  std::vector<std::unique_ptr<DocFilter>> filters_;
  Join join_;
};

// One filter is left as it is.
std::unique_ptr<DocFilter> Joined(std::vector<std::unique_ptr<DocFilter>> filters,
                                  JoinedFilter::Join join) {
  if (filters.size() == 1) return std::move(filters.front());
  return std::make_unique<JoinedFilter>(std::move(filters), join);
}

// Collects the filters of one question.
class Maker {
 public:
  Maker(const Index& index, const ResolvedQuery& resolved)
      : index_(index), documents_(index.documents()), resolved_(resolved), query_(resolved.query) {}

  std::vector<PlannedFilter> Make() {
    AddStatus();
    AddOrigin();
    AddWords();
    AddTerms();
    AddPlace();
    AddPeople();
    AddFacts();
    AddDates();
    return std::move(filters_);
  }

 private:
  void Add(FilterKind kind, std::unique_ptr<DocFilter> filter, int cost) {
    const bool keeps = query_.unknown != UnknownMode::kDrop;
    filters_.push_back({kind, std::move(filter), keeps, cost});
  }

  void AddStatus() {
    if (query_.status.Contains(documents_.statuses)) return;
    const std::uint32_t bits = query_.status.bits();
    Add(FilterKind::kStatus, MakeFilter([this_status = documents_.status, bits](DocId doc) {
          return FactOf((bits >> static_cast<unsigned>(this_status[doc]) & 1U) != 0);
        }),
        1);
  }

  void AddOrigin() {
    if (!resolved_.sources.empty()) {
      Add(FilterKind::kSource,
          MakeFilter([column = documents_.source, asked = resolved_.sources](DocId doc) {
            return FactOf(std::find(asked.begin(), asked.end(), column[doc]) != asked.end());
          }),
          1);
    }
    if (!query_.source_id.empty()) {
      Add(FilterKind::kSourceId,
          MakeFilter([column = documents_.service, asked = resolved_.by_source_id](DocId doc) {
            return FactOf(std::find(asked.begin(), asked.end(), column[doc]) != asked.end());
          }),
          1);
    }
    if (!resolved_.organisations.empty()) {
      Add(FilterKind::kOrganization,
          MakeFilter(
              [column = documents_.organisation, asked = resolved_.organisations](DocId doc) {
                return FactOf(std::find(asked.begin(), asked.end(), column[doc]) != asked.end());
              }),
          1);
    }
  }

  void AddWords() {
    if (resolved_.has_words) Add(FilterKind::kWords, MakeWordsFilter(index_, resolved_), 5);
  }

  void AddTerms() {
    // Services without types would flood every question: unless told otherwise, these filters keep
    // of them only those for which a type is inferred.
    const auto include = [&](FilterKind kind, const TermSet& terms,
                             const std::vector<TermSet>& also = {}) {
      if (terms.asked.empty()) return;
      const bool is_told = query_.unknown != UnknownMode::kDefault;
      const Silence silence = is_told ? Silence::kNotStated : Silence::kNotStatedIfInferred;
      std::vector<std::unique_ptr<DocFilter>> all;
      all.push_back(MakeTermFilter(index_, terms, silence));
      for (const TermSet& more : also) all.push_back(MakeTermFilter(index_, more, silence));
      filters_.push_back({kind, Joined(std::move(all), And),
                          is_told ? query_.unknown == UnknownMode::kKeep : query_.use_inferred, 4});
    };
    include(FilterKind::kServiceType, resolved_.service_types);
    include(FilterKind::kTaxonomyTerm, resolved_.taxonomy_terms, resolved_.also_terms);
    include(FilterKind::kNeed, resolved_.needs);
    include(FilterKind::kCircumstance, resolved_.circumstances);
    include(FilterKind::kPersona, resolved_.personas);
    if (!resolved_.excluded.asked.empty()) {
      Add(FilterKind::kExcludeTaxonomyTerm, MakeExcludeFilter(index_, resolved_.excluded), 4);
    }
  }

  void AddPlace() {
    if (resolved_.place && query_.within) {
      Add(FilterKind::kPlace, MakePlaceFilter(index_, resolved_), 3);
    }
    if (resolved_.area_place && query_.use_area) {
      Add(FilterKind::kArea, MakeAreaFilter(index_, resolved_), 3);
    }
    if (query_.bbox) {
      Add(FilterKind::kBoundingBox, MakeBoundingBoxFilter(index_, *query_.bbox), 2);
    }
    if (!resolved_.authorities.empty()) {
      Add(FilterKind::kAuthority, MakeAuthorityFilter(index_, resolved_.authorities), 4);
    }
    if (!query_.reach.empty()) {
      Add(FilterKind::kReach,
          MakeFilter([column = documents_.reach, asked = query_.reach](DocId doc) {
            return ReachIs(EnumSet<Reach>::FromBits(column[doc]), asked);
          }),
          1);
    }
  }

  void AddPeople() {
    if (!query_.ages.empty()) {
      std::vector<AgeRange> asked;
      for (const AgeSpan& span : query_.ages) asked.push_back(AskedAge(span));
      Add(FilterKind::kAge, MakeFilter([column = documents_.ages, asked](DocId doc) {
            Fact fact = Fact::kYes;
            for (const AgeRange& range : asked) fact = And(fact, AgeMeets(column[doc], range));
            return fact;
          }),
          2);
    }
    if (!resolved_.languages.empty()) {
      Add(FilterKind::kLanguage,
          MakeFilter([column = documents_.languages, asked = resolved_.languages](DocId doc) {
            Fact fact = Fact::kNo;
            for (LanguageId language : asked) fact = Or(fact, LanguageIs(column[doc], language));
            return fact;
          }),
          2);
    }
  }

  void AddFacts() {
    if (query_.HasTimeFilter()) AddTime();
    for (FilterKind kind : AskedDates(query_)) {
      Add(kind, MakeDateFilter(index_, DateQuestionOf(kind, resolved_)), 6);
    }
    if (query_.free) {
      Add(FilterKind::kFree,
          MakeFilter([column = documents_.free](DocId doc) { return column[doc]; }), 1);
    }
    if (!query_.access.empty()) {
      Add(FilterKind::kAccess,
          MakeFilter([column = documents_.access, asked = query_.access](DocId doc) {
            return AccessIs(EnumSet<Access>::FromBits(column[doc]), asked);
          }),
          1);
    }
    if (!query_.accessibility.empty()) {
      Add(FilterKind::kAccessibility,
          MakeFilter([column = documents_.accessibility, asked = query_.accessibility.bits()](
                         DocId doc) { return AccessibilityIs(column[doc], asked); }),
          1);
    }
  }

  // The asked window, or one of the other choices.
  void AddTime() {
    std::vector<std::unique_ptr<DocFilter>> choices;
    choices.push_back(MakeTimeFilter(index_, query_, resolved_.now));
    Query other = query_;
    for (const TimeChoice& choice : query_.dialect.or_times) {
      other.days = choice.days;
      other.from = choice.from;
      other.to = choice.to;
      choices.push_back(MakeTimeFilter(index_, other, resolved_.now));
    }
    Add(FilterKind::kTime, Joined(std::move(choices), Or), 6);
  }

  void AddDates() {
    if (query_.min_quality) {
      Add(FilterKind::kMinQuality,
          MakeFilter([column = documents_.richness, least = *query_.min_quality](DocId doc) {
            return FactOf(column[doc] >= least);
          }),
          1);
    }
    if (query_.assured_within) {
      const std::int32_t earliest = EarliestDay(*query_.assured_within, resolved_.now.date);
      const std::int32_t today = DayNumber(resolved_.now.date);
      Add(FilterKind::kAssuredWithin,
          MakeFilter([column = documents_.assured, earliest, today](DocId doc) {
            return AssuredSince(column[doc], earliest, today);
          }),
          1);
    }
    if (query_.modified_after) {
      const std::int64_t after = query_.modified_after->time_since_epoch().count();
      Add(FilterKind::kModifiedAfter, MakeFilter([column = documents_.modified, after](DocId doc) {
            if (column[doc] == kNoMoment) return Fact::kNotStated;
            return FactOf(column[doc] >= after);
          }),
          1);
    }
  }

  const Index& index_;
  const DocumentColumns& documents_;
  const ResolvedQuery& resolved_;
  const Query& query_;
  std::vector<PlannedFilter> filters_;
};

}  // namespace

std::unique_ptr<DocFilter> MakeTimeFilter(const Index& index, const Query& query, LocalMinute now) {
  const TimeFilterPlan plan({.days = query.days,
                             .from = query.from,
                             .to = query.to,
                             .match = query.time_match,
                             .today = now.date},
                            index.calendar().lists.horizon);
  return MakeFilter([&documents = index.documents(), judge = DayJudge(plan, index.calendar())](
                        DocId doc) mutable { return judge.Matches(documents.HoursOf(doc)); });
}

std::unique_ptr<DocFilter> MakeDateFilter(const Index& index, const DateQuestion& question) {
  return MakeFilter([&documents = index.documents(), judge = DateJudge(question, index.calendar())](
                        DocId doc) mutable { return judge.Matches(documents.HoursOf(doc)); });
}

std::vector<PlannedFilter> MakeFilters(const Index& index, const ResolvedQuery& resolved) {
  return Maker(index, resolved).Make();
}

}  // namespace waypost::query
