#include "server/web/condition_text.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"
#include "server/web/condition_words.h"

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

// "running or closed for now".
std::string StatusText(const InterfaceText& text, EnumSet<Status> status) {
  std::string label;
  for (std::size_t i = 0; i < kStatusCount; ++i) {
    const auto value = static_cast<Status>(i);
    if (!status.Has(value)) continue;
    std::string key("status.");
    const std::string_view name = text(key.append(NameOf(value)));
    label = label.empty() ? std::string(name)
                          : text("condition.or", {{"left", label}, {"right", name}});
  }
  return label;
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
  void Add(std::string_view name, std::string label, const Change& change,
           std::string alternative = {}) {
    Condition condition{std::string(name), std::move(label), std::move(alternative), query_};
    change(condition.without);
    condition.without.page = 1;
    conditions_.push_back(std::move(condition));
  }

  // One condition for each of a list of names; `wording` is around what each is called. Either of
  // them is enough unless all must hold.
  template <typename Called>
  void AddEach(std::string_view name, std::vector<std::string> Query::*names,
               std::string_view wording, const Called& called, bool is_either = true) {
    const std::vector<std::string>& values = query_.*names;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string label = called(i, values[i]);
      const auto take_off = [&](Query& without) {
        auto& left = without.*names;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      };
      Add(name, text_(wording, {{"label", label}}), take_off, is_either ? label : std::string());
    }
  }

  void AddTerms(std::string_view name, std::vector<std::string> Query::*names,
                std::span<const std::string_view> vocabularies, std::string_view wording,
                bool is_either = true) {
    const auto called = [&](std::size_t, const std::string& value) {
      return TermLabel(site_.index(), value, vocabularies);
    };
    AddEach(name, names, wording, called, is_either);
  }

  // Each has words of its own: "condition.reach.visits".
  template <typename E>
  void AddSet(std::string_view name, EnumSet<E> Query::*set, std::size_t count, bool is_either) {
    for (std::size_t i = 0; i < count; ++i) {
      const E value = static_cast<E>(i);
      if (!(query_.*set).Has(value)) continue;
      std::string key("condition.");
      key.append(name).append(".").append(NameOf(value));
      const std::string label(text_(key));
      Add(
          name, label, [&](Query& without) { (without.*set).Remove(value); },
          is_either ? label : std::string());
    }
  }

  // One of yes and no: what its words are, and what the question is without it.
  template <typename Change>
  void AddIf(bool is_asked, std::string_view name, std::string_view key, const Change& change) {
    if (is_asked) Add(name, std::string(text_(key)), change);
  }

  void AddWhat() {
    if (!query_.words.empty()) {
      Add("q", text_("condition.words", {{"words", query_.words}}), [](Query& without) {
        without.words.clear();
        without.match = query::MatchMode::kAll;
      });
    }
    AddIf(query_.match == query::MatchMode::kAny, "match", "condition.any_word",
          [](Query& without) { without.match = query::MatchMode::kAll; });
    AddIf(query_.syntax == query::Syntax::kAdvanced, "syntax", "condition.operators",
          [](Query& without) { without.syntax = query::Syntax::kPlain; });
    AddTerms("need", &Query::needs, kNeedVocabularies, "condition.need");
    AddTerms("service_type", &Query::service_types, kServiceTypeVocabularies, "condition.need");
    AddTerms("taxonomy_term", &Query::taxonomy_terms, {}, "condition.need");
    AddTerms("exclude_taxonomy_term", &Query::exclude_taxonomy_terms, {}, "condition.not", false);
    AddIf(!query_.use_inferred, "inferred", "condition.own_terms",
          [](Query& without) { without.use_inferred = true; });
  }

  void AddWho() {
    AddTerms("circumstance", &Query::circumstances, kCircumstanceVocabularies,
             "condition.circumstance");
    AddTerms("persona", &Query::personas, kPersonaVocabularies, "condition.circumstance");
    for (std::size_t i = 0; i < query_.ages.size(); ++i) {
      Add("age", AgeText(text_, query_.ages[i]), [&](Query& without) {
        without.ages.erase(without.ages.begin() + static_cast<std::ptrdiff_t>(i));
      });
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
    AddIf(!query_.use_area, "area", "condition.any_area",
          [](Query& without) { without.use_area = true; });
    AddEach("authority", &Query::authorities, "condition.authority",
            [&](std::size_t i, const std::string&) {
              return std::string(site_.index().areas().name[resolved_.authorities[i]]);
            });
    AddSet("reach", &Query::reach, kReachCount, true);
  }

  void AddWhen() {
    for (std::size_t i = 0; i < kWeekdayCount; ++i) {
      const auto day = static_cast<Weekday>(i);
      if (!query_.days.Has(day)) continue;
      const std::string called = ValueText(site_, text_, "day", NameOf(day));
      Add(
          "day", text_("condition.day", {{"day", called}}),
          [&](Query& without) { without.days.Remove(day); }, called);
    }
    if (query_.on) {
      Add("on", text_("condition.on", {{"date", LongDate(*query_.on)}}),
          [](Query& without) { without.on.reset(); });
    }
    if (query_.from || query_.to) AddWindow();
    AddIf(query_.time_match == TimeMatch::kWithin, "time_match", "condition.time_within",
          [](Query& without) { without.time_match = TimeMatch::kOverlap; });
    AddIf(query_.time_match == TimeMatch::kCovers, "time_match", "condition.time_covers",
          [](Query& without) { without.time_match = TimeMatch::kOverlap; });
    if (query_.open_at) AddOpenAt();
    if (query_.next_days) {
      const auto days = static_cast<unsigned>(*query_.next_days);
      Add("next_days",
          days == 0 ? std::string(text_("condition.later_today"))
                    : text_.Counted("condition.next_days", days),
          [](Query& without) { without.next_days.reset(); });
    }
    if (query_.at) {
      Add("at", AtMinuteText(text_, "condition.at", resolved_.now),
          [](Query& without) { without.at.reset(); });
    }
  }

  void AddOpenAt() {
    const bool is_now = !query_.open_at->minute || !resolved_.open_at;
    Add("open_at",
        is_now ? std::string(text_("condition.open_now"))
               : AtMinuteText(text_, "condition.open_at", *resolved_.open_at),
        [](Query& without) { without.open_at.reset(); });
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
    AddSet("access", &Query::access, kAccessCount, true);
    AddSet("accessibility", &Query::accessibility, kAccessibilityCount, false);
    AddEach("language", &Query::languages, "condition.language",
            [&](std::size_t, const std::string& value) { return LanguageText(value); });
    AddEach("organization", &Query::organizations, "condition.organization",
            [&](std::size_t, const std::string& value) {
              return OrganisationName(site_.index(), value);
            });
    AddEach(
        "source", &Query::sources, "condition.source",
        [&](std::size_t, const std::string& value) { return SourceName(site_.index(), value); });
    AddRecord();
    AddIf(query_.unknown == query::UnknownMode::kDrop, "unknown", "condition.only_stated",
          [](Query& without) { without.unknown = query::UnknownMode::kDefault; });
    AddIf(query_.unknown == query::UnknownMode::kKeep, "unknown", "condition.not_stated_too",
          [](Query& without) { without.unknown = query::UnknownMode::kDefault; });
  }

  // "Polish"; "the language “xx”" of what nobody has told us the name of.
  std::string LanguageText(const std::string& value) const {
    const std::string code = LowerCase(value);
    const std::string known = ValueText(site_, text_, "language", code);
    return known == code ? text_("condition.unknown_language", {{"code", value}}) : known;
  }

  // What is asked of the record rather than of the service.
  void AddRecord() {
    if (query_.assured_within) {
      Add("assured_within", CheckedWithinText(text_, *query_.assured_within),
          [](Query& without) { without.assured_within.reset(); });
    }
    if (!query_.source_id.empty()) {
      Add("source_id", text_("condition.source_id", {{"id", query_.source_id}}),
          [](Query& without) { without.source_id.clear(); });
    }
    if (query_.min_quality) {
      Add("min_quality",
          text_("condition.min_quality", {{"n", std::to_string(*query_.min_quality)}}),
          [](Query& without) { without.min_quality.reset(); });
    }
    if (query_.modified_after) {
      const Date date = std::chrono::floor<std::chrono::days>(*query_.modified_after);
      Add("modified_after", text_("condition.modified_after", {{"date", LongDate(date)}}),
          [](Query& without) { without.modified_after.reset(); });
    }
    if (query_.status != Query().status) {
      Add("status", StatusText(text_, query_.status),
          [](Query& without) { without.status = Query().status; });
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

std::string QuestionText(const InterfaceText& text, const std::vector<Condition>& conditions) {
  std::string question;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const Condition& condition = conditions[i];
    const auto goes_on = [&](std::size_t before, std::size_t after) {
      return after < conditions.size() && conditions[before].name == conditions[after].name &&
             !conditions[after].alternative.empty();
    };
    if (i == 0) {
      question = condition.label;
    } else if (!goes_on(i - 1, i)) {
      question += ", " + condition.label;
    } else if (goes_on(i, i + 1)) {
      question += ", " + condition.alternative;
    } else {
      question = text("condition.or", {{"left", question}, {"right", condition.alternative}});
    }
  }
  return question;
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
