#include "index_builder/sources/part_extras.h"

#include <utility>

#include "index_builder/record/term_ref.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

constexpr M kIdsOfOthers[] = {M::kServiceId,  M::kServiceAtLocationId, M::kLocationId,
                              M::kContactId,  M::kOrganizationId,      M::kLinkId,
                              M::kTaxonomyId, M::kTaxonomyTermId};

}  // namespace

void PartExtras::Keep(std::string_view entity, std::string_view id, const JsonObject& part) {
  for (const M link : kIdsOfOthers) part.Find(link);
  KeepWhole(entity, id, part.UnusedMembers());
}

void PartExtras::KeepWhole(std::string_view entity, std::string_view id, std::string_view members) {
  if (id.empty() || members.empty()) return;
  std::string key(entity);
  key.append(1, ' ').append(id);
  if (!keys_.insert(key).second) return;
  json_ += json_.empty() ? '{' : ',';
  json_.append(QuotedJson(key)).append(1, ':').append(members);
}

void PartExtras::KeepTerm(record::PublishedTerm term) {
  if (term.term.code.empty()) return;
  const std::string key = "published " + record::CanonicalTermId(term.term) + " " + term.id;
  if (keys_.insert(key).second) terms_.push_back(std::move(term));
}

std::string PartExtras::Take() {
  if (!json_.empty()) json_ += '}';
  keys_.clear();
  return std::exchange(json_, {});
}

}  // namespace waypost::sources
