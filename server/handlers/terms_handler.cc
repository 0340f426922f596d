#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>

#include "engine/query/search.h"
#include "server/handlers/api.h"
#include "server/request/parameters.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

using query::Query;
using Vocabularies = std::span<const std::string_view>;

// How many services a term finds when it is asked for alone.
struct Counts {
  std::uint64_t total = 0;
  std::uint64_t total_certain = 0;
};

// Nothing for a need that no service type serves: asking for it is an error.
std::optional<Counts> CountsOf(const ServingIndex& serving, const Query& query) {
  const absl::StatusOr<query::Result> result = query::Search(*serving.index, query, serving.Now());
  if (!result.ok()) return std::nullopt;
  return Counts{result->total, result->total_certain};
}

void WriteMapped(std::string_view key, const Taxonomy& taxonomy, TaxonomyTermId term,
                 Vocabularies vocabularies, JsonText& json) {
  json.StartArray(key);
  for (TaxonomyTermId mapped : taxonomy.mapped(term)) {
    const std::string_view name = taxonomy.vocabulary_name(taxonomy.vocabulary(mapped));
    if (std::ranges::find(vocabularies, name) == vocabularies.end()) continue;
    json.StartObject()
        .Text("id", taxonomy.id_text(mapped))
        .Text("label", taxonomy.label(mapped))
        .EndObject();
  }
  json.EndArray();
}

// What every kind of term has; left open for more.
void StartTerm(const Taxonomy& taxonomy, TaxonomyTermId term, JsonText& json) {
  json.StartObject().Text("id", taxonomy.id_text(term)).Text("label", taxonomy.label(term));
  if (const auto text = taxonomy.description(term); !text.empty()) json.Text("description", text);
  const TaxonomyTermId parent = taxonomy.parent(term);
  if (parent.is_none()) {
    json.Null("parent");
  } else {
    json.Text("parent", taxonomy.id_text(parent));
  }
  if (taxonomy.IsSensitive(term)) json.Bool("sensitive", true);
  if (const auto crisis = taxonomy.CrisisOf(term); !crisis.empty()) json.Text("crisis", crisis);
  const auto synonyms = taxonomy.SynonymsOf(term);
  if (synonyms.empty()) return;
  json.StartArray("synonyms");
  for (std::string_view synonym : synonyms) json.Element(synonym);
  json.EndArray();
}

void EndTerm(const std::optional<Counts>& counts, JsonText& json) {
  json.Whole("total", counts ? static_cast<std::int64_t>(counts->total) : 0)
      .Whole("total_certain", counts ? static_cast<std::int64_t>(counts->total_certain) : 0)
      .EndObject();
}

struct ListKind {
  Vocabularies vocabularies;
  std::vector<std::string> Query::*parameter;  // that asks for one of its terms
  bool is_persona = false;
};

class TermList {
 public:
  TermList(const ServingIndex& serving, const ListKind& kind) : serving_(serving), kind_(kind) {}

  void Write(JsonText& json) const {
    const Taxonomy& taxonomy = serving_.index->taxonomy();
    json.StartArray("items");
    for (std::string_view name : kind_.vocabularies) {
      const std::optional<VocabularyId> vocabulary = taxonomy.FindVocabulary(name);
      if (!vocabulary) continue;
      for (TaxonomyTermId term : taxonomy.TermsOf(*vocabulary)) WriteOne(taxonomy, term, json);
    }
    json.EndArray();
  }

 private:
  void WriteOne(const Taxonomy& taxonomy, TaxonomyTermId term, JsonText& json) const {
    StartTerm(taxonomy, term, json);
    if (kind_.is_persona) {
      WriteMapped("needs", taxonomy, term, kNeedVocabularies, json);
      WriteMapped("circumstances", taxonomy, term, kCircumstanceVocabularies, json);
    } else {
      WriteMapped("service_types", taxonomy, term, kServiceTypeVocabularies, json);
    }
    Query query{.per_page = 1};
    (query.*kind_.parameter) = {std::string(taxonomy.id_text(term))};
    EndTerm(CountsOf(serving_, query), json);
  }

  const ServingIndex& serving_;
  ListKind kind_;
};

// The types that any service carries, by the facet that counts them, and those that `all` asks for.
void WriteServiceTypes(const ServingIndex& serving, bool all, JsonText& json) {
  const Taxonomy& taxonomy = serving.index->taxonomy();
  const Query query{
      .per_page = 1, .facets = {query::Facet::kServiceType}, .facet_limit = INT32_MAX};
  std::map<std::string, std::uint64_t, std::less<>> counts;
  if (const auto result = query::Search(*serving.index, query, serving.Now()); result.ok()) {
    for (const query::FacetValue& value : result->facets.front().values) {
      counts[value.id] = value.count;
    }
  }
  json.StartArray("items");
  const auto vocabulary = taxonomy.FindVocabulary(kServiceTypeVocabularies[0]);
  const auto terms = vocabulary ? taxonomy.TermsOf(*vocabulary) : std::vector<TaxonomyTermId>();
  for (TaxonomyTermId term : terms) {
    const auto found = counts.find(taxonomy.id_text(term));
    if (found == counts.end() && !all) continue;
    StartTerm(taxonomy, term, json);
    const std::uint64_t count = found == counts.end() ? 0 : found->second;
    EndTerm(Counts{count, count}, json);
  }
  json.EndArray();
}

template <typename Write>
HttpResponse Answered(const ServingIndex& serving, Write write) {
  const Index& index = *serving.index;
  JsonText json;
  json.StartObject();
  write(json);
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

HttpResponse ListOf(const ServingIndex& serving, const HttpRequest& request, const ListKind& kind) {
  const absl::Status known = CheckParameters(request, {});
  if (!known.ok()) return ProblemOf(known);
  return Answered(serving, [&](JsonText& json) { TermList(serving, kind).Write(json); });
}

}  // namespace

HttpResponse TermsHandler::Needs(const HttpRequest& request) const {
  return ListOf(serving, request, {kNeedVocabularies, &Query::needs});
}

HttpResponse TermsHandler::Circumstances(const HttpRequest& request) const {
  return ListOf(serving, request, {kCircumstanceVocabularies, &Query::circumstances});
}

HttpResponse TermsHandler::Personas(const HttpRequest& request) const {
  return ListOf(serving, request, {kPersonaVocabularies, &Query::personas, true});
}

HttpResponse TermsHandler::ServiceTypes(const HttpRequest& request) const {
  constexpr std::array<std::string_view, 1> kParameters = {"all"};
  const absl::Status known = CheckParameters(request, kParameters);
  if (!known.ok()) return ProblemOf(known);
  const std::string_view all = ParameterOf(request, "all");
  if (!all.empty() && all != "true" && all != "false") {
    return ProblemOf(BadValue("all", "all takes true or false"));
  }
  return Answered(serving,
                  [&](JsonText& json) { WriteServiceTypes(serving, all == "true", json); });
}

}  // namespace waypost::server
