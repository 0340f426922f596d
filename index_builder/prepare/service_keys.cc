#include "index_builder/prepare/service_keys.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"

namespace waypost::prepare {
namespace {

record::SourceInfo* InfoOf(std::vector<record::SourceInfo>& sources, std::string_view id) {
  for (record::SourceInfo& info : sources) {
    if (info.id == id) return &info;
  }
  return nullptr;
}

// A service that states no moment of change stands before all that do.
std::int64_t ModifiedOf(const record::Service& service) {
  return service.last_modified ? service.last_modified->time_since_epoch().count()
                               : std::numeric_limits<std::int64_t>::min();
}

}  // namespace

std::uint32_t ServiceKeys::NumberOf(const std::string& source) {
  const auto [at, is_new] =
      source_numbers_.try_emplace(source, static_cast<std::uint32_t>(source_names_.size()));
  if (is_new) source_names_.push_back(source);
  return at->second;
}

void ServiceKeys::Add(const record::Service& service) {
  ids_.AddRow(service.id);
  keys_.push_back({NumberOf(service.source), ModifiedOf(service)});
}

void ServiceKeys::AddAll(ServiceKeys other) {
  if (keys_.empty()) {
    *this = std::move(other);
    return;
  }
  for (std::size_t i = 0; i < other.keys_.size(); ++i) {
    ids_.AddRow(other.ids_.row(i));
    keys_.push_back(
        {NumberOf(other.source_names_[other.keys_[i].source]), other.keys_[i].modified});
  }
}

std::string_view ServiceKeys::source(std::uint64_t number) const {
  return source_names_[keys_[number].source];
}

std::vector<std::uint64_t> ServiceKeys::InOrder() const {
  std::vector<std::uint64_t> order(keys_.size());
  for (std::uint64_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto precedes = [&](std::uint64_t a, std::uint64_t b) {
    return std::tuple(source(a), ids_.row(a)) < std::tuple(source(b), ids_.row(b));
  };
  if (!std::is_sorted(order.begin(), order.end(), precedes)) {
    std::sort(order.begin(), order.end(), [&](std::uint64_t a, std::uint64_t b) {
      return std::tuple(source(a), ids_.row(a), a) < std::tuple(source(b), ids_.row(b), b);
    });
  }
  return order;
}

bool ServiceKeys::AreSame(std::uint64_t a, std::uint64_t b) const {
  return keys_[a].source == keys_[b].source && ids_.row(a) == ids_.row(b);
}

record::Problem ServiceKeys::ProblemOf(std::uint64_t number, record::ProblemKind kind,
                                       std::string outcome) const {
  return {.kind = kind,
          .source = std::string(source(number)),
          .entity = "service",
          .id = std::string(ids_.row(number)),
          .field = "id",
          .value = std::string(ids_.row(number)),
          .outcome = std::move(outcome)};
}

std::vector<ChosenService> ServiceKeys::Choose(std::vector<record::SourceInfo>& sources,
                                               record::ProblemSink& sink) const {
  const std::vector<std::uint64_t> order = InOrder();
  std::vector<ChosenService> chosen;
  for (std::size_t i = 0; i < order.size();) {
    record::SourceInfo* info = InfoOf(sources, source(order[i]));
    std::uint64_t best = order[i];
    std::size_t next = i + 1;
    for (; next < order.size() && AreSame(order[i], order[next]); ++next) {
      if (keys_[order[next]].modified > keys_[best].modified) best = order[next];
      sink.Report(ProblemOf(order[next], record::ProblemKind::kRepeatedId,
                            "the record modified last is kept, of equals the first"));
      if (info != nullptr) ++info->repeats;
    }
    if (info != nullptr) ++info->published;
    chosen.push_back({.number = best});
    i = next;
  }
  AssignPublicIds(chosen, sink);
  return chosen;
}

void ServiceKeys::AssignPublicIds(std::vector<ChosenService>& chosen,
                                  record::ProblemSink& sink) const {
  absl::flat_hash_set<Uuid> taken;
  taken.reserve(chosen.size());
  for (ChosenService& service : chosen) {
    const std::string id(ids_.row(service.number));
    const std::optional<Uuid> own = ParseUuid(id);
    if (own && taken.insert(*own).second) {
      service.public_id = *own;
      continue;
    }
    const std::string from(source(service.number));
    service.public_id = PublicId(from, "service", id);
    // Only a feed that works the ids of others out can get here: derive once more.
    const bool stolen = !taken.insert(service.public_id).second;
    while (stolen && !taken.insert(service.public_id).second) {
      service.public_id = PublicId(from, "service", FormatUuid(service.public_id));
    }
    if (own || stolen) {
      sink.Report(
          ProblemOf(service.number, record::ProblemKind::kSharedId,
                    "another record has this UUID; published as " + FormatUuid(service.public_id)));
    }
  }
}

}  // namespace waypost::prepare
