#include "index_builder/sources/oruk1_json.h"

#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

// Rows are alternatives, each with its own ages; the terms linked to one row are needed together.
void ReadEligibilities(const JsonEntity& entity, record::Service& service) {
  entity.Each(
      M::kEligibilities, "eligibility",
      [&](const JsonEntity& row) {
        record::Eligibility eligibility;
        eligibility.id = row.Id();
        eligibility.text = row.Line(M::kEligibilities);
        if (eligibility.text.empty()) eligibility.text = row.Line(M::kDescription);
        AddLinkedTerms(row, M::kLinkTaxonomies, eligibility.terms);
        AddLinkedTerms(row, M::kTaxonomies, eligibility.terms);
        AddAttributes(row, eligibility.terms, nullptr);
        eligibility.ages =
            record::AgeRangeValue(row.report(), "eligibility", row.RawNumber(M::kMinimumAge),
                                  row.RawNumber(M::kMaximumAge));
        if (eligibility.ages) service.ages.push_back(*eligibility.ages);
        if (record::SaysWhoIsEligible(eligibility)) {
          service.eligibilities.push_back(std::move(eligibility));
        }
      },
      [&](std::string_view text) {
        record::Eligibility eligibility;
        eligibility.text = record::TextLine(entity.report(), "service", "eligibility", text);
        if (!eligibility.text.empty()) service.eligibilities.push_back(std::move(eligibility));
      });
}

void ReadDeliverableTypes(const JsonEntity& entity, record::Service& service) {
  const auto add = [&](std::string_view text) {
    std::string type = record::TextLine(entity.report(), "service", "deliverable_type", text);
    if (!type.empty()) service.deliverable_types.push_back(std::move(type));
  };
  entity.Each(
      M::kDeliverableTypes, "deliverable_type",
      [&](const JsonEntity& type) { add(type.Line(M::kName)); }, add);
}

}  // namespace

void ReadOruk1Members(const JsonEntity& entity, record::Service& service) {
  ReadEligibilities(entity, service);
  ReadDeliverableTypes(entity, service);
  service.attending |= record::AttendingValue(entity.report(), "service", "attending_type",
                                              entity.RawText(M::kAttending));
  service.access |= record::AccessValue(entity.report(), "service", "attending_access",
                                        entity.RawText(M::kAccess));
  service.holiday_schedules = ReadHolidays(entity, M::kHolidaySchedules);
  AddLinkedTerms(entity, M::kServiceTaxonomies, service.terms);
  AddLinkedTerms(entity, M::kLinkTaxonomies, service.terms);
}

}  // namespace waypost::sources
