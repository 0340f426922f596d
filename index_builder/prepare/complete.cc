#include "index_builder/prepare/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/format/public_id.h"
#include "index_builder/prepare/confidential.h"
#include "index_builder/prepare/locate.h"
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

record::SourceInfo* InfoOf(record::Directory& directory, const std::string& id) {
  for (record::SourceInfo& info : directory.sources) {
    if (info.id == id) return &info;
  }
  return nullptr;
}

// ---- order and repeats

// By source and id; equals stay in the order of their feed. Services are large: each moves once.
void SortServices(std::vector<Service>& services) {
  std::vector<Service*> order;
  for (Service& service : services) order.push_back(&service);
  const auto precedes = [](const Service* a, const Service* b) {
    return std::tie(a->source, a->id) < std::tie(b->source, b->id);
  };
  if (std::is_sorted(order.begin(), order.end(), precedes)) return;
  std::stable_sort(order.begin(), order.end(), precedes);
  std::vector<Service> sorted;
  sorted.reserve(services.size());
  for (Service* service : order) sorted.push_back(std::move(*service));
  services = std::move(sorted);
}

void RemoveRepeats(record::Directory& directory, record::ProblemSink& sink) {
  std::vector<Service>& services = directory.services;
  SortServices(services);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < services.size();) {
    std::size_t best = i;
    std::size_t next = i + 1;
    for (; next < services.size() && services[next].source == services[i].source &&
           services[next].id == services[i].id;
         ++next) {
      if (services[next].last_modified > services[best].last_modified) best = next;
      sink.Report(ProblemOf(services[next], ProblemKind::kRepeatedId, "id", services[next].id,
                            "the record modified last is kept, of equals the first"));
      if (record::SourceInfo* info = InfoOf(directory, services[next].source)) ++info->repeats;
    }
    if (kept != best) services[kept] = std::move(services[best]);
    ++kept;
    i = next;
  }
  services.resize(kept);
  for (const Service& service : services) {
    if (record::SourceInfo* info = InfoOf(directory, service.source)) ++info->published;
  }
}

// ---- public ids

void AssignPublicIds(record::Directory& directory, record::ProblemSink& sink) {
  std::set<std::string> taken;
  // Services stand in order of source, so the lexically first source keeps a shared UUID.
  for (Service& service : directory.services) {
    const std::optional<Uuid> own = ParseUuid(service.id);
    if (own && taken.insert(FormatUuid(*own)).second) {
      service.public_id = FormatUuid(*own);
      continue;
    }
    service.public_id = FormatUuid(PublicId(service.source, "service", service.id));
    // Only a feed that works the ids of others out can get here: derive once more.
    const bool stolen = !taken.insert(service.public_id).second;
    while (stolen && !taken.insert(service.public_id).second) {
      service.public_id = FormatUuid(PublicId(service.source, "service", service.public_id));
    }
    if (own || stolen) {
      sink.Report(ProblemOf(service, ProblemKind::kSharedId, "id", service.id,
                            "another record has this UUID; published as " + service.public_id));
    }
  }
}

// Organisations stand inside services; the id decides which ones are the same. One without id is
// known by its name.
void AssignOrganisationIds(record::Directory& directory) {
  std::map<std::string, std::string> owner;  // UUID -> the lexically first source that uses it
  for (Service& service : directory.services) {
    if (!service.organisation) continue;
    record::Organisation& organisation = *service.organisation;
    if (organisation.id.empty() && organisation.name.empty()) {
      service.organisation.reset();
      continue;
    }
    const std::optional<Uuid> own = ParseUuid(organisation.id);
    if (own &&
        owner.try_emplace(FormatUuid(*own), service.source).first->second == service.source) {
      organisation.public_id = FormatUuid(*own);
    } else {
      const std::string& id = organisation.id.empty() ? organisation.name : organisation.id;
      organisation.public_id = FormatUuid(PublicId(service.source, "organization", id));
    }
  }
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

void Complete(record::Directory& directory, const CompleteOptions& options,
              record::ProblemSink& sink) {
  std::sort(directory.sources.begin(), directory.sources.end(),
            [](const record::SourceInfo& a, const record::SourceInfo& b) { return a.id < b.id; });
  RemoveRepeats(directory, sink);
  AssignPublicIds(directory, sink);
  AssignOrganisationIds(directory);
  const PostcodeFinder finder(directory.gazetteer);
  const RefugeKinds refuges(directory.taxonomy, options.refuge_words);
  const std::set<std::string> with_public_refuges(options.sources_with_public_refuges.begin(),
                                                  options.sources_with_public_refuges.end());
  for (Service& service : directory.services) {
    CheckAges(service, sink);
    CheckDates(service, directory.as_of, sink);
    Locate(service, finder, sink);
    service.confidential = service.confidential ||
                           (!with_public_refuges.contains(service.source) && refuges.Hold(service));
    if (service.confidential) HidePlaces(service, directory.gazetteer, finder);
  }
}

}  // namespace waypost::prepare
