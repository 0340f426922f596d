#include "index_builder/prepare/complete.h"

#include <algorithm>

#include "index_builder/record/field_report.h"

namespace waypost::prepare {
namespace {

using record::Problem;
using record::ProblemKind;
using record::Service;

Problem ProblemOf(const Service& service, ProblemKind kind, std::string field, std::string value,
                  std::string outcome) {
  return {.kind = kind,
          .source = service.source,
          .entity = "service",
          .id = service.id,
          .field = std::move(field),
          .value = std::move(value),
          .outcome = std::move(outcome)};
}

// ---- ages and dates

bool IsSound(const record::AgeRange& range) {
  if (!range.minimum && !range.maximum) return false;
  if (range.minimum && *range.minimum < 0) return false;
  if (range.maximum && *range.maximum <= 0) return false;
  return !(range.minimum && range.maximum && *range.maximum < *range.minimum);
}

std::string AgeText(const record::AgeRange& range) {
  const auto text = [](const std::optional<double>& years) {
    return years ? std::to_string(*years) : std::string("none");
  };
  return text(range.minimum) + " to " + text(range.maximum);
}

void CheckAges(Service& service, record::ProblemSink& sink) {
  std::erase_if(service.ages, [&](const record::AgeRange& range) {
    if (IsSound(range)) return false;
    if (range.minimum || range.maximum) {
      sink.Report(ProblemOf(service, ProblemKind::kBadAge, "age", AgeText(range), "left out"));
    }
    return true;
  });
}

void CheckDates(const Service& service, Date as_of, record::ProblemSink& sink) {
  if (service.assured_date && *service.assured_date > as_of) {
    sink.Report(ProblemOf(service, ProblemKind::kFutureDate, "assured_date",
                          FormatIsoDate(*service.assured_date), "counts as not stated until then"));
  }
}

// ---- places

void Locate(Service& service, const PostcodeFinder& finder, record::ProblemSink& sink) {
  for (record::ServiceAtLocation& at : service.locations) {
    record::Location& location = at.location;
    if (location.position) {
      location.precision = record::PointPrecision::kExact;
      continue;
    }
    location.precision = record::PointPrecision::kNone;
    if (location.type == record::LocationType::kVirtual) continue;
    if (location.address.postcode.empty()) {
      sink.Report(ProblemOf(service, ProblemKind::kNoPosition, "location",
                            record::ProblemValue(location.name),
                            "neither coordinates nor a postcode; not placed on the map"));
      continue;
    }
    const std::optional<PostcodePoint> found = finder.Find(location.address.postcode);
    if (!found) {
      sink.Report(ProblemOf(service, ProblemKind::kUnknownPostcode, "postal_code",
                            record::ProblemValue(location.address.postcode),
                            "not placed on the map"));
      continue;
    }
    location.position = found->point;
    location.precision = found->precision;
  }
}

}  // namespace

Completer::Completer(const record::Directory& directory, const CompleteOptions& options,
                     record::ProblemSink& sink)
    : directory_(directory),
      sink_(sink),
      finder_(directory.gazetteer),
      refuges_(directory.taxonomy, options.refuge_words),
      with_public_refuges_(options.sources_with_public_refuges.begin(),
                           options.sources_with_public_refuges.end()),
      inference_(options.inference) {}

void Completer::Complete(const Uuid& public_id, Service& service) {
  service.public_id = FormatUuid(public_id);
  CompleteOrganisation(service);
  CheckAges(service, sink_);
  CheckDates(service, directory_.as_of, sink_);
  Locate(service, finder_, sink_);
  service.confidential = service.confidential ||
                         (!with_public_refuges_.contains(service.source) && refuges_.Hold(service));
  if (service.confidential) HidePlaces(service, directory_.gazetteer, finder_);
  // After places are hidden: what then is their id tells nothing.
  part_ids_.Assign(service);
  // Of what is left: words that tell a hidden place suggest nothing.
  if (inference_ != nullptr) service.inferred_types = inference_->TypesOf(service);
}

// Organisations stand inside services; the id decides which ones are the same. One without id is
// known by its name.
void Completer::CompleteOrganisation(Service& service) {
  if (!service.organisation) return;
  record::Organisation& organisation = *service.organisation;
  if (organisation.id.empty() && organisation.name.empty()) {
    service.organisation.reset();
    return;
  }
  const std::optional<Uuid> own = ParseUuid(organisation.id);
  if (own && owner_.try_emplace(*own, service.source).first->second == service.source) {
    organisation.public_id = FormatUuid(*own);
  } else {
    const std::string& id = organisation.id.empty() ? organisation.name : organisation.id;
    organisation.public_id = FormatUuid(PublicId(service.source, "organization", id));
  }
}

void Complete(record::Directory& directory, const CompleteOptions& options,
              record::ProblemSink& sink) {
  SortSources(directory);
  ServiceKeys keys;
  for (const Service& service : directory.services) keys.Add(service);
  Completer completer(directory, options, sink);
  std::vector<Service> services;
  for (const ChosenService& chosen : keys.Choose(directory.sources, sink)) {
    services.push_back(std::move(directory.services[chosen.number]));
    completer.Complete(chosen.public_id, services.back());
  }
  directory.services = std::move(services);
}

void SortSources(record::Directory& directory) {
  std::sort(directory.sources.begin(), directory.sources.end(),
            [](const record::SourceInfo& a, const record::SourceInfo& b) { return a.id < b.id; });
}

}  // namespace waypost::prepare
