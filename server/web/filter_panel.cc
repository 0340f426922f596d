#include "server/web/filter_panel.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/hours/clock_text.h"
#include "engine/query/format_query.h"
#include "engine/query/parse_values.h"
#include "engine/query/search.h"
#include "server/response/page_text.h"
#include "server/web/asked_search.h"
#include "server/web/condition_text.h"
#include "server/web/condition_words.h"
#include "server/web/language_marks.h"

namespace waypost::server {
namespace {

using query::Facet;
using query::Query;

constexpr std::array<std::string_view, 5> kDistances = {"1mi", "2mi", "5mi", "10mi", "25mi"};
constexpr std::array<std::string_view, 3> kCheckedBands = {"3m", "6m", "12m"};
constexpr std::array<std::string_view, 7> kWeek = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::size_t kMostLanguages = 12;

const query::FacetCounts* CountsOf(const query::Result& result, Facet facet) {
  const auto found = std::ranges::find(result.facets, facet, &query::FacetCounts::facet);
  return found == result.facets.end() ? nullptr : &*found;
}

std::uint64_t CountOf(const query::FacetCounts* counts, std::string_view id) {
  if (counts == nullptr) return 0;
  const auto found = std::ranges::find(counts->values, id, &query::FacetValue::id);
  return found == counts->values.end() ? 0 : found->count;
}

// The conditions as the panel's values name them: of a list each value alone, a language by its
// code however it was asked.
std::vector<query::Parameter> AskedValues(const Site& site, const query::ResolvedQuery& resolved) {
  std::vector<query::Parameter> asked;
  for (const query::Parameter& parameter : query::FormatQuery(resolved.query)) {
    if (parameter.name == "language") continue;
    for (const std::string_view value : query::SplitAt(parameter.value, ',')) {
      asked.push_back({parameter.name, std::string(value)});
    }
  }
  for (std::size_t i = 0; i < resolved.languages.size(); ++i) {
    const LanguageId known = resolved.languages[i];
    asked.push_back({"language", known.is_none() ? resolved.query.languages[i]
                                                 : std::string(site.index().languages()[known])});
  }
  return asked;
}

class Panel {
 public:
  Panel(const Site& site, const PageLinks& links, const query::Result& result)
      : site_(site),
        text_(links.asked().text()),
        result_(result),
        query_(result.resolved.query),
        asked_(AskedValues(site, result.resolved)) {}

  PageData Build(const PageLinks& links) {
    if (query_.near) AddDistance();
    AddChoices(Facet::kReach, "reach", {"place", "visits", "remote"});
    AddChoices(Facet::kDay, "day", kWeek);
    AddPartsOfDay();
    AddCost();
    AddChoices(Facet::kAccess, "access", {"drop-in", "appointment", "referral", "membership"});
    AddFound(Facet::kAccessibility, "accessibility", kAccessibilityCount);
    AddFound(Facet::kLanguage, "language", kMostLanguages);
    AddChecked();
    if (site_.index().sources().id.size() > 1) AddFound(Facet::kSource, "source", 20);
    AddUnknown();
    PageData panel;
    SetList(panel, "groups", std::move(groups_));
    Set(panel, "age", AgesAsked());
    Set(panel, "is_post", links.is_sensitive());
    std::vector<query::Parameter> kept = Kept();
    if (!links.read().empty()) kept.push_back({"read", links.read()});
    panel.set("fields", links.Fields(kept));
    return panel;
  }

 private:
  // What the question has and no field above can say. What a field shows, the form sends; a value
  // that is none of the usual ones is therefore offered besides them.
  std::vector<query::Parameter> Kept() const {
    Query query = query_;
    query.page = 1;
    std::vector<query::Parameter> kept;
    for (query::Parameter& parameter : query::FormatQuery(query)) {
      if (std::ranges::find(shown_, parameter.name) == shown_.end()) {
        kept.push_back(std::move(parameter));
      }
    }
    return kept;
  }

  bool IsAsked(std::string_view name, std::string_view value) const {
    return std::ranges::any_of(asked_, [&](const query::Parameter& parameter) {
      return parameter.name == name && parameter.value == value;
    });
  }

  PageData Option(std::string_view name, std::string_view value, std::string_view label,
                  std::uint64_t count, bool is_counted) {
    PageData option;
    Set(option, "field", name);
    Set(option, "value", value);
    Set(option, "label", label);
    Set(option, "count", is_counted ? WithCommas(count) : "");
    Set(option, "is_chosen", IsAsked(name, value));
    return option;
  }

  void AddGroup(std::string_view name, bool is_one_of, std::vector<PageData> options,
                const query::FacetCounts* counts) {
    if (options.empty()) return;
    shown_.push_back(name);
    // By number: a value may be what somebody wrote into an address.
    for (std::size_t i = 0; i < options.size(); ++i) {
      std::string id("f-");
      Set(options[i], "id", id.append(name).append("-").append(std::to_string(i)));
    }
    PageData group;
    std::string key("filter.");
    Set(group, "name", name);
    Set(group, "legend", text_(key.append(name)));
    Set(group, "type", is_one_of ? "radio" : "checkbox");
    Set(group, "is_one_of", is_one_of);
    SetList(group, "options", std::move(options));
    const std::uint64_t silent = counts == nullptr ? 0 : counts->not_stated;
    Set(group, "not_stated",
        silent == 0 ? std::string() : text_("filter.not_stated", {{"n", WithCommas(silent)}}));
    groups_.push_back(std::move(group));
  }

  // The answer's total with another distance. No facet counts distances; a total alone is a small
  // part of what the page costs.
  std::uint64_t TotalWithin(std::optional<query::Within> within) const {
    if (within == query_.within) return result_.total;
    Query query = query::ForTotal(query_);
    query.within = within;
    const auto synonyms = site_.serving.synonyms.current();
    const auto result =
        query::Search(site_.index(), query, site_.serving.Now(), &synonyms->synonyms);
    return result.ok() ? result->total : 0;
  }

  void AddDistance() {
    std::vector<std::string> values(kDistances.begin(), kDistances.end());
    if (query_.within) {
      const std::string asked = query::FormatWithin(*query_.within);
      const auto is_shorter = [&](const std::string& value) {
        return query::ParseWithin(value)->radius < query_.within->radius;
      };
      const auto place = std::ranges::find_if_not(values, is_shorter);
      if (place == values.end() || *place != asked) values.insert(place, asked);
    }
    std::vector<PageData> options;
    for (const std::string& value : values) {
      const auto within = query::ParseWithin(value);
      options.push_back(
          Option("within", value, LengthText(text_, *within), TotalWithin(within), true));
    }
    options.push_back(Option("within", "", text_("filter.any"), TotalWithin(std::nullopt), true));
    Set(options.back(), "is_chosen", !query_.within);
    AddGroup("within", true, std::move(options), nullptr);
  }

  // "Any": the field is sent empty, which asks for nothing.
  PageData Any(bool is_chosen, std::string_view name) {
    PageData any = Option(name, "", text_("filter.any"), 0, false);
    Set(any, "is_chosen", is_chosen);
    return any;
  }

  void AddChoices(Facet facet, std::string_view name, std::span<const std::string_view> values) {
    const query::FacetCounts* counts = CountsOf(result_, facet);
    std::vector<PageData> options;
    for (const std::string_view value : values) {
      const std::uint64_t count = CountOf(counts, value);
      if (count == 0 && !IsAsked(name, value)) continue;
      options.push_back(Option(name, value, ValueText(site_, text_, name, value), count, true));
    }
    AddGroup(name, false, std::move(options), counts);
  }
  void AddChoices(Facet facet, std::string_view name,
                  std::initializer_list<std::string_view> values) {
    AddChoices(facet, name, std::span(values.begin(), values.size()));
  }

  // The values that were found, most first; then what was asked and not found.
  void AddFound(Facet facet, std::string_view name, std::size_t most) {
    const query::FacetCounts* counts = CountsOf(result_, facet);
    if (counts == nullptr) return;
    std::vector<PageData> options;
    const auto add = [&](std::string_view value, std::uint64_t count) {
      std::string label = ValueText(site_, text_, name, value);
      if (facet == Facet::kSource) label = AsPublished(text_.language(), label);
      options.push_back(Option(name, value, label, count, true));
    };
    for (const query::FacetValue& value : counts->values) {
      if (options.size() < most || IsAsked(name, value.id)) add(value.id, value.count);
    }
    for (const query::Parameter& asked : asked_) {
      if (asked.name != name) continue;
      const bool is_found = std::ranges::any_of(
          counts->values, [&](const query::FacetValue& value) { return value.id == asked.value; });
      if (!is_found) add(asked.value, 0);
    }
    AddGroup(name, false, std::move(options), counts);
  }

  void AddPartsOfDay() {
    const query::FacetCounts* counts = CountsOf(result_, Facet::kTimeOfDay);
    std::vector<PageData> options;
    const std::string from = query_.from ? ClockText(*query_.from) : "";
    const std::string to = query_.to ? ClockText(*query_.to) : "";
    bool is_part = from.empty() && to.empty();
    for (const PartOfDay& part : kPartsOfDay) {
      const std::uint64_t count = CountOf(counts, part.name);
      const bool is_asked = from == part.from && to == part.to;
      is_part = is_part || is_asked;
      if (count == 0 && !is_asked) continue;
      PageData option =
          Option("part", part.name, ValueText(site_, text_, "part", part.name), count, true);
      Set(option, "is_chosen", is_asked);
      options.push_back(std::move(option));
    }
    if (!is_part) {
      PageData window =
          Option("part", from + "-" + to, Capitalised(WindowText(text_, query_)), 0, false);
      Set(window, "is_chosen", true);
      options.push_back(std::move(window));
    }
    if (!options.empty()) options.push_back(Any(from.empty() && to.empty(), "part"));
    AddGroup("part", true, std::move(options), counts);
    // It is sent as a part of the day.
    shown_.insert(shown_.end(), {"from", "to"});
  }

  void AddCost() {
    const query::FacetCounts* counts = CountsOf(result_, Facet::kCost);
    std::vector<PageData> options;
    options.push_back(Option("free", "yes", text_("card.free"), CountOf(counts, "free"), true));
    AddGroup("free", false, std::move(options), counts);
  }

  void AddChecked() {
    const query::FacetCounts* counts = CountsOf(result_, Facet::kChecked);
    std::vector<PageData> options;
    for (const std::string_view value : kCheckedBands) {
      options.push_back(Option("assured_within", value, ValueText(site_, text_, "checked", value),
                               CountOf(counts, value), true));
    }
    if (query_.assured_within) {
      const std::string asked = query::FormatAgeOfCheck(*query_.assured_within);
      if (std::ranges::find(kCheckedBands, asked) == kCheckedBands.end()) {
        options.push_back(Option("assured_within", asked,
                                 Capitalised(CheckedWithinText(text_, *query_.assured_within)), 0,
                                 false));
      }
    }
    options.push_back(Any(!query_.assured_within, "assured_within"));
    AddGroup("assured_within", true, std::move(options), counts);
  }

  // What becomes of services that do not say. To keep even those that do not say what they are
  // for is no usual wish, and offered to who has it.
  void AddUnknown() {
    std::vector<PageData> options;
    const auto add = [&](std::string_view value, std::string_view key) {
      options.push_back(Option("unknown", value, text_(key), 0, false));
    };
    if (query_.unknown == query::UnknownMode::kKeep) add("keep", "unknown.keep");
    add("drop", "unknown.drop");
    options.push_back(Any(query_.unknown == query::UnknownMode::kDefault, "unknown"));
    Set(options.back(), "label", text_("unknown.default"));
    AddGroup("unknown", true, std::move(options), nullptr);
  }

  // All of them, for the one field: "9, 40".
  std::string AgesAsked() {
    shown_.push_back("age");
    std::string ages;
    for (const query::Parameter& asked : asked_) {
      if (asked.name != "age") continue;
      if (!ages.empty()) ages += ", ";
      ages += asked.value;
    }
    return ages;
  }

  const Site& site_;
  const InterfaceText& text_;
  const query::Result& result_;
  const Query& query_;
  std::vector<query::Parameter> asked_;
  std::vector<PageData> groups_;
  std::vector<std::string_view> shown_;  // parameters that have a field
};

}  // namespace

std::vector<Facet> FacetsOfFilters() {
  return {Facet::kDay,           Facet::kTimeOfDay, Facet::kCost,    Facet::kAccess, Facet::kReach,
          Facet::kAccessibility, Facet::kLanguage,  Facet::kChecked, Facet::kSource};
}

PageData FilterPanel(const Site& site, const PageLinks& links, const query::Result& result,
                     std::string_view unread_age) {
  PageData panel = Panel(site, links, result).Build(links);
  const bool is_wrong = !unread_age.empty();
  Set(panel, "age_error", is_wrong ? links.asked().text()("error.age") : std::string_view());
  if (is_wrong) Set(panel, "age", unread_age);
  return panel;
}

}  // namespace waypost::server
