#include "engine/query/filters/doc_filter.h"

namespace waypost::query {
namespace {

bool Refuses(const PlannedFilter& filter, Fact fact) {
  return fact == Fact::kNo || (fact == Fact::kNotStated && !filter.keeps_unknown);
}

// The common case for most filters; comparing bytes side by side is cheaper than moving documents.
bool AllSayYes(std::span<const Fact> facts) {
  unsigned others = 0;
  for (const Fact fact : facts) others |= fact == Fact::kYes ? 0U : 1U;
  return others == 0;
}

}  // namespace

std::string_view NameOf(FilterKind kind) {
  switch (kind) {
    case FilterKind::kStatus:
      return "status";
    case FilterKind::kSource:
      return "source";
    case FilterKind::kSourceId:
      return "source_id";
    case FilterKind::kOrganization:
      return "organization";
    case FilterKind::kWords:
      return "q";
    case FilterKind::kServiceType:
      return "service_type";
    case FilterKind::kTaxonomyTerm:
      return "taxonomy_term";
    case FilterKind::kNeed:
      return "need";
    case FilterKind::kCircumstance:
      return "circumstance";
    case FilterKind::kPersona:
      return "persona";
    case FilterKind::kExcludeTaxonomyTerm:
      return "exclude_taxonomy_term";
    case FilterKind::kPlace:
      return "near";
    case FilterKind::kArea:
      return "area";
    case FilterKind::kBoundingBox:
      return "bbox";
    case FilterKind::kAuthority:
      return "authority";
    case FilterKind::kReach:
      return "reach";
    case FilterKind::kAge:
      return "age";
    case FilterKind::kTime:
      return "day";
    case FilterKind::kOn:
      return "on";
    case FilterKind::kOpenAt:
      return "open_at";
    case FilterKind::kNextDays:
      return "next_days";
    case FilterKind::kFree:
      return "free";
    case FilterKind::kAccess:
      return "access";
    case FilterKind::kLanguage:
      return "language";
    case FilterKind::kAccessibility:
      return "accessibility";
    case FilterKind::kMinQuality:
      return "min_quality";
    case FilterKind::kAssuredWithin:
      return "assured_within";
    case FilterKind::kModifiedAfter:
      return "modified_after";
  }
  return "";
}

void Keep(PlannedFilter& filter, DocBlock& block) {
  std::array<Fact, DocBlock::kCapacity> facts;
  filter.filter->Evaluate(block.view(), facts);
  if (AllSayYes(std::span(facts).first(block.count))) return;
  block.bounded = false;  // the bounds stay behind
  std::size_t kept = 0;
  // Without branches: the outcome is as good as random to the processor.
  for (std::size_t i = 0; i < block.count; ++i) {
    block.docs[kept] = block.docs[i];
    block.refused_by[kept] = block.refused_by[i];
    block.certain[kept] =
        static_cast<std::uint8_t>(block.certain[i] & (facts[i] == Fact::kYes ? 1U : 0U));
    kept += Refuses(filter, facts[i]) ? 0U : 1U;
  }
  block.count = kept;
}

void SetAside(PlannedFilter& filter, std::uint8_t number, DocBlock& block) {
  std::array<Fact, DocBlock::kCapacity> facts;
  filter.filter->Evaluate(block.view(), facts);
  if (AllSayYes(std::span(facts).first(block.count))) return;
  block.bounded = false;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < block.count; ++i) {
    std::uint8_t refused_by = block.refused_by[i];
    if (Refuses(filter, facts[i])) {
      if (refused_by != 0) continue;
      refused_by = static_cast<std::uint8_t>(number + 1);
    }
    block.docs[kept] = block.docs[i];
    block.refused_by[kept] = refused_by;
    block.certain[kept] =
        static_cast<std::uint8_t>(block.certain[i] & (facts[i] == Fact::kYes ? 1U : 0U));
    ++kept;
  }
  block.count = kept;
}

}  // namespace waypost::query
