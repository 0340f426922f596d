#pragma once

// A condition on documents: says yes, no or not stated of each.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "engine/core/fact.h"
#include "engine/core/ids.h"
#include "engine/query/doc_block.h"

namespace waypost::query {

// The conditions of a question, in the order in which explanations name them.
enum class FilterKind : std::uint8_t {
  kStatus,
  kSource,
  kSourceId,
  kOrganization,
  kWords,
  kServiceType,
  kTaxonomyTerm,
  kNeed,
  kCircumstance,
  kPersona,
  kExcludeTaxonomyTerm,
  kPlace,
  kArea,
  kBoundingBox,
  kAuthority,
  kReach,
  kAge,
  kTime,
  kOn,
  kOpenAt,
  kNextDays,
  kFree,
  kAccess,
  kLanguage,
  kAccessibility,
  kMinQuality,
  kAssuredWithin,
  kModifiedAfter,
};

// The parameter that a person would change: "near", "day", "free", ...
std::string_view NameOf(FilterKind kind);

class DocFilter {
 public:
  virtual ~DocFilter() = default;

  // facts[i] becomes the answer for docs[i]. Documents ascend within a call and, but for those of
  // windows (plan.cc, IsOnlyAsked), from call to call,
  // until Restart. REQUIRES: facts.size() >= docs.size().
  virtual void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) = 0;

  // Makes the filter ready for documents below those already seen.
  virtual void Restart() {}
};

// A filter made of a function from DocId to Fact; the loop over the block is compiled around it.
template <typename Function>
class FunctionFilter final : public DocFilter {
 public:
  explicit FunctionFilter(Function function) : function_(std::move(function)) {}
  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    for (std::size_t i = 0; i < docs.size(); ++i) facts[i] = function_(docs[i]);
  }

 private:
  Function function_;
};

template <typename Function>
std::unique_ptr<DocFilter> MakeFilter(Function function) {
  return std::make_unique<FunctionFilter<Function>>(std::move(function));
}

// A filter in a plan.
struct PlannedFilter {
  FilterKind kind = FilterKind::kStatus;
  std::unique_ptr<DocFilter> filter;
  bool keeps_unknown = true;  // what happens to documents of which it says not stated
  int cost = 0;               // relative cost of a document; cheap ones run first
};

// Removes from `block` what the filter refuses, and marks what it is not sure of.
void Keep(PlannedFilter& filter, DocBlock& block);

// As Keep, but a document that no other set-aside filter refused stays, marked with `number`.
void SetAside(PlannedFilter& filter, std::uint8_t number, DocBlock& block);

}  // namespace waypost::query
