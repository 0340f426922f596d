#include "server/web/condition_text.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "engine/format/public_id.h"
#include "engine/hours/english.h"
#include "engine/query/format_query.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"

namespace waypost::server {
namespace {

using query::Query;

std::string TermLabel(const Index& index, const std::string& name,
                      std::span<const std::string_view> vocabularies) {
  const Taxonomy& taxonomy = index.taxonomy();
  const auto term =
      vocabularies.empty() ? taxonomy.Find(name) : taxonomy.FindIn(name, vocabularies);
  return term ? std::string(taxonomy.label(*term)) : name;
}

std::string SourceName(const Index& index, std::string_view id) {
  const auto source = index.FindSource(id);
  return source ? ReadSource(index.sources().info[*source]).name() : std::string(id);
}

std::string OrganisationName(const Index& index, const std::string& text) {
  const auto id = ParseUuid(text);
  const auto known = id ? index.FindOrganisation(*id) : std::nullopt;
  return known ? std::string(index.organisations().name[*known]) : text;
}

std::string AgeText(const InterfaceText& text, const query::AgeSpan& age) {
  if (age.is_instant) {
    return text("condition.age_months", {{"n", std::to_string(std::lround(age.first * 12))}});
  }
  const long first = std::lround(age.first);
  const long last = std::lround(age.last) - 1;
  if (first == last) return text("condition.age", {{"n", std::to_string(first)}});
  return text("condition.ages", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

class Conditions {
 public:
  Conditions(const Site& site, const InterfaceText& text, const query::ResolvedQuery& resolved)
      : site_(site), text_(text), resolved_(resolved), query_(resolved.query) {}

  std::vector<Condition> Take() && {
    AddWhat();
    AddWho();
    AddWhere();
    AddWhen();
    AddFacts();
    return std::move(conditions_);
  }

 private:
  template <typename Change>
  void Add(std::string_view name, std::string label, const Change& change) {
    Condition condition{std::string(name), std::move(label), query_};
    change(condition.without);
    condition.without.page = 1;
    conditions_.push_back(std::move(condition));
  }

  // One condition for each of a list of names.
  template <typename Label>
  void AddEach(std::string_view name, std::vector<std::string> Query::*names,
               const Label& label_of) {
    const std::vector<std::string>& values = query_.*names;
    for (std::size_t i = 0; i < values.size(); ++i) {
      Add(name, label_of(values[i]), [&](Query& without) {
        auto& left = without.*names;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      });
    }
  }

  void AddTerms(std::string_view name, std::vector<std::string> Query::*names,
                std::span<const std::string_view> vocabularies, std::string_view wording) {
    AddEach(name, names, [&](const std::string& value) {
      return text_(wording, {{"label", TermLabel(site_.index(), value, vocabularies)}});
    });
  }

  template <typename E>
  void AddSet(std::string_view name, EnumSet<E> Query::*set, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const E value = static_cast<E>(i);
      if (!(query_.*set).Has(value)) continue;
      Add(name, ValueText(site_, text_, name, NameOf(value)),
          [&](Query& without) { (without.*set).Remove(value); });
    }
  }

  void AddWhat() {
    if (!query_.words.empty()) {
      Add("q", text_("condition.words", {{"words", query_.words}}), [](Query& without) {
        without.words.clear();
        without.match = query::MatchMode::kAll;
      });
    }
    AddTerms("need", &Query::needs, kNeedVocabularies, "condition.need");
    AddTerms("service_type", &Query::service_types, kServiceTypeVocabularies, "condition.need");
    AddTerms("taxonomy_term", &Query::taxonomy_terms, {}, "condition.need");
    AddTerms("exclude_taxonomy_term", &Query::exclude_taxonomy_terms, {}, "condition.not");
  }

  void AddWho() {
    AddTerms("circumstance", &Query::circumstances, kCircumstanceVocabularies,
             "condition.circumstance");
    AddTerms("persona", &Query::personas, kPersonaVocabularies, "condition.circumstance");
    if (!query_.ages.empty()) {
      std::string label;
      for (const query::AgeSpan& age : query_.ages) {
        if (!label.empty()) label += ", ";
        label += AgeText(text_, age);
      }
      Add("age", label, [](Query& without) { without.ages.clear(); });
    }
  }

  // "Sheffield"; "Newport, Wales" where there are others of that name.
  std::string PlaceName() const {
    if (!resolved_.place) return query_.near->text;
    const std::string& label = resolved_.place->label;
    const bool is_place = resolved_.place->reading == query::PlaceReading::kPlace;
    return is_place && resolved_.place->also.empty() ? label.substr(0, label.find(',')) : label;
  }

  void AddWhere() {
    if (query_.near) {
      Add("near", text_("condition.near", {{"place", PlaceName()}}), [](Query& without) {
        without.near.reset();
        without.within.reset();
        if (without.sort == query::Sort::kDistance) without.sort.reset();
      });
    }
    if (query_.within) {
      Add("within", text_("condition.within", {{"length", LengthText(text_, *query_.within)}}),
          [](Query& without) { without.within.reset(); });
    }
    if (query_.bbox) {
      Add("bbox", std::string(text_("condition.bbox")),
          [](Query& without) { without.bbox.reset(); });
    }
    AddEach("authority", &Query::authorities, [&](const std::string& value) {
      return text_("condition.authority", {{"label", value}});
    });
    AddSet("reach", &Query::reach, kReachCount);
  }

  void AddWhen() {
    for (std::size_t i = 0; i < kWeekdayCount; ++i) {
      const auto day = static_cast<Weekday>(i);
      if (!query_.days.Has(day)) continue;
      Add("day", text_("condition.day", {{"day", ValueText(site_, text_, "day", NameOf(day))}}),
          [&](Query& without) { without.days.Remove(day); });
    }
    if (query_.on) {
      Add("on", text_("condition.on", {{"date", LongDate(*query_.on)}}),
          [](Query& without) { without.on.reset(); });
    }
    if (query_.from || query_.to) AddWindow();
    if (query_.open_at) {
      Add("open_at", std::string(text_("condition.open_now")),
          [](Query& without) { without.open_at.reset(); });
    }
    if (query_.next_days) {
      Add("next_days",
          text_.Counted("condition.next_days", static_cast<unsigned>(*query_.next_days)),
          [](Query& without) { without.next_days.reset(); });
    }
  }

  void AddWindow() {
    Add("from", WindowText(text_, query_), [](Query& without) {
      without.from.reset();
      without.to.reset();
    });
  }

  void AddFacts() {
    if (query_.free) {
      Add("free", std::string(text_("condition.free")),
          [](Query& without) { without.free = false; });
    }
    AddSet("access", &Query::access, kAccessCount);
    AddSet("accessibility", &Query::accessibility, kAccessibilityCount);
    AddEach("language", &Query::languages, [&](const std::string& value) {
      return text_("condition.language", {{"label", ValueText(site_, text_, "language", value)}});
    });
    AddEach("organization", &Query::organizations, [&](const std::string& value) {
      return text_("condition.organization", {{"label", OrganisationName(site_.index(), value)}});
    });
    AddEach("source", &Query::sources, [&](const std::string& value) {
      return text_("condition.source", {{"label", SourceName(site_.index(), value)}});
    });
    if (query_.assured_within) {
      Add("assured_within", CheckedText(text_, *query_.assured_within), [](Query& without) { without.assured_within.reset(); });
    }
    if (query_.unknown == query::UnknownMode::kDrop) {
      Add("unknown", std::string(text_("condition.only_stated")),
          [](Query& without) { without.unknown = query::UnknownMode::kDefault; });
    }
  }

  const Site& site_;
  const InterfaceText& text_;
  const query::ResolvedQuery& resolved_;
  const Query& query_;
  std::vector<Condition> conditions_;
};

}  // namespace

std::vector<Condition> ConditionsOf(const Site& site, const InterfaceText& text,
                                    const query::ResolvedQuery& resolved) {
  return Conditions(site, text, resolved).Take();
}

std::string QuestionText(const std::vector<Condition>& conditions) {
  std::string question;
  for (const Condition& condition : conditions) {
    if (!question.empty()) question += ", ";
    question += condition.label;
  }
  return question;
}

std::string LengthText(const InterfaceText& text, const query::Within& within) {
  std::string amount = query::FormatWithin(within);
  const bool is_miles = amount.ends_with("mi");
  const bool is_kilometres = amount.ends_with("km");
  amount.resize(amount.size() - (is_miles || is_kilometres ? 2 : 1));
  const std::string_view unit = is_miles        ? "length.miles"
                                : is_kilometres ? "length.kilometres"
                                                : "length.metres";
  return text(amount == "1" && is_miles ? "length.mile" : unit, {{"n", amount}});
}

std::string WindowText(const InterfaceText& text, const Query& query) {
  if (!query.from) return text("condition.to", {{"time", DescribeTime(*query.to)}});
  const std::string from = DescribeTime(*query.from);
  if (!query.to) return text("condition.from", {{"time", from}});
  return text("condition.between", {{"from", from}, {"to", DescribeTime(*query.to)}});
}

std::string CheckedText(const InterfaceText& text, const query::Age& age) {
  return age.months > 0
             ? text.Counted("condition.checked_months", static_cast<unsigned>(age.months))
             : text.Counted("condition.checked_days", static_cast<unsigned>(age.days));
}

std::string ValueText(const Site& site, const InterfaceText& text, std::string_view list,
                      std::string_view value) {
  if (list == "source") return SourceName(site.index(), value);
  std::string key(list);
  key.append(".").append(value);
  const std::string_view known = text(key);
  return std::string(known == key ? value : known);
}

}  // namespace waypost::server
