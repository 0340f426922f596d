#include "index_builder/sections/survey.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/text/collation.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/facts.h"
#include "index_builder/record/field_report.h"

namespace waypost::sections {
namespace {

// Far beyond the languages of the world; what a feed of nonsense adds to them is not searched.
constexpr std::size_t kMaxLanguages = 20'000;

std::set<std::string> LanguageKeysOf(const record::Service& service) {
  std::set<std::string> keys;
  for (const record::Language& language : service.languages) {
    keys.insert(prepare::LanguageKey(language));
  }
  keys.erase("");
  return keys;
}

// Of all services in the order in which they are surveyed.
struct Texts {
  BasicTextRows<std::uint64_t> ids;
  BasicTextRows<std::uint64_t> name_keys;
  std::vector<SourceOrdinal> sources;
};

// They come nearly in this order: only confidential services have other ids than they were read
// with.
std::vector<ServiceOrdinal> BySourceId(const Texts& texts,
                                       const std::vector<ServiceOrdinal>& ordinals) {
  std::vector<std::uint32_t> order(ordinals.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(texts.sources[a], texts.ids.row(a)) <
           std::tuple(texts.sources[b], texts.ids.row(b));
  });
  std::vector<ServiceOrdinal> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(ordinals[i]);
  return sorted;
}

std::vector<std::uint32_t> RanksByOrdinal(const BasicTextRows<std::uint64_t>& keys,
                                          const std::vector<ServiceOrdinal>& ordinals) {
  const std::vector<std::uint32_t> ranks = prepare::RanksOf(keys);
  std::vector<std::uint32_t> by_ordinal(ranks.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) by_ordinal[ordinals[i].index()] = ranks[i];
  return by_ordinal;
}

}  // namespace

Survey::Survey(const record::Directory& directory, record::ProblemSink& sink)
    : terms_(directory.taxonomy, sink) {
  for (const record::SourceInfo& info : directory.sources) {
    sources_.emplace(info.id, SourceOrdinal::At(sources_.size()));
  }
}

absl::StatusOr<Survey> Survey::Of(const prepare::CompleteServices& services,
                                  const record::Directory& directory, record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(const text::Collation collation, text::Collation::Create());
  Survey survey(directory, sink);
  Texts texts;
  RETURN_IF_ERROR(services.ForEachBySource(
      [&](ServiceOrdinal ordinal, const record::Service& service) -> absl::Status {
        if (!survey.sources_.contains(service.source)) {
          return Internal("service " + service.id + " is of no source: " + service.source);
        }
        survey.terms_.Add(service);
        survey.extents_.Add(service);
        survey.AddOrganisation(ordinal, service);
        survey.AddLanguages(service, sink);
        texts.ids.AddRow(service.id);
        texts.name_keys.AddRow(collation.Key(service.name));
        texts.sources.push_back(survey.SourceOf(service));
        return absl::OkStatus();
      }));
  survey.NumberAll();
  survey.by_source_id_ = BySourceId(texts, services.ordinals());
  survey.name_ranks_ = RanksByOrdinal(texts.name_keys, services.ordinals());
  return survey;
}

void Survey::AddOrganisation(ServiceOrdinal ordinal, const record::Service& service) {
  if (!service.organisation) return;
  Organisation& known = organisations_[*ParseUuid(service.organisation->public_id)];
  if (service.organisation->name.empty() || known.named_by < ordinal) return;
  known.name = service.organisation->name;
  known.named_by = ordinal;
}

void Survey::AddLanguages(const record::Service& service, record::ProblemSink& sink) {
  for (const std::string& key : LanguageKeysOf(service)) {
    if (languages_.contains(key)) continue;
    if (languages_.size() < kMaxLanguages) {
      languages_.emplace(key, LanguageId());
      continue;
    }
    sink.Report({.kind = record::ProblemKind::kUnknownWord,
                 .source = service.source,
                 .entity = "service",
                 .id = service.id,
                 .field = "languages",
                 .value = record::ProblemValue(key),
                 .outcome = "not searched: the feeds have more than 20,000 languages"});
  }
}

void Survey::NumberAll() {
  std::size_t next = 0;
  for (auto& [id, organisation] : organisations_) {
    organisation.ordinal = OrganisationOrdinal::At(next++);
  }
  next = 0;
  for (auto& [key, language] : languages_) language = LanguageId::At(next++);
}

OrganisationOrdinal Survey::OrganisationOf(const record::Service& service) const {
  if (!service.organisation) return OrganisationOrdinal::None();
  return organisations_.at(*ParseUuid(service.organisation->public_id)).ordinal;
}

SourceOrdinal Survey::SourceOf(const record::Service& service) const {
  return sources_.at(service.source);
}

std::vector<LanguageId> Survey::LanguagesOf(const record::Service& service) const {
  std::vector<LanguageId> ids;
  for (const std::string& key : LanguageKeysOf(service)) {
    const auto found = languages_.find(key);
    if (found != languages_.end()) ids.push_back(found->second);
  }
  return ids;
}

}  // namespace waypost::sections
