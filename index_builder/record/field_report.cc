#include "index_builder/record/field_report.h"

#include <utility>

#include "index_builder/record/safe_text.h"

namespace waypost::record {

std::string ProblemValue(std::string_view value) {
  if (value.size() > kMaxProblemValue) {
    std::size_t end = kMaxProblemValue;
    // A continuation byte at the cut belongs to a character that began before it.
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    value = value.substr(0, end == 0 ? kMaxProblemValue : end);
  }
  bool repaired = false;
  std::string text = RepairUtf8(value, &repaired);
  // A byte becomes three when it is repaired, so the text may have grown past the limit again.
  if (text.size() > kMaxProblemValue) {
    std::size_t end = kMaxProblemValue;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
  }
  return text;
}

Problem FieldReport::Make(ProblemKind kind, std::string_view entity, std::string_view field,
                          std::string_view value, std::string_view outcome) const {
  Problem problem;
  problem.kind = kind;
  problem.source = source_;
  problem.entity = entity;
  problem.id = service_id_;
  problem.field = field;
  problem.value = ProblemValue(value);
  problem.outcome = outcome;
  return problem;
}

void FieldReport::Report(ProblemKind kind, std::string_view entity, std::string_view field,
                         std::string_view value, std::string_view outcome) const {
  sink_.Report(Make(kind, entity, field, value, outcome));
}

void FieldReport::Reject(ProblemKind kind, std::string_view entity, std::string_view field,
                         std::string_view value, std::string_view outcome,
                         std::string_view raw) const {
  sink_.Reject(Make(kind, entity, field, value, outcome), raw);
}

}  // namespace waypost::record
