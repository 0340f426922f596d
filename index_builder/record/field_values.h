#pragma once

// One published value in, one record value out, and what was wrong with it told to a FieldReport:
// the step that every source shares, JSON or tabular.
//
//   service.name = TextLine(report, "service", "name", row["name"]);
//   service.assured_date = DateValue(report, "service", "assured_date", row["assured_date"]);
//
// An empty text, and a null, is not stated and no problem. An unreadable one is left out and
// reported.

#include <optional>
#include <string>
#include <string_view>

#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/geo/lat_lng.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"

namespace waypost::record {

// Safe plain text, with lines or in one line; markup, embedded images and broken UTF-8 are
// reported.
std::string TextBlock(const FieldReport& report, std::string_view entity, std::string_view field,
                      std::string_view value);
std::string TextLine(const FieldReport& report, std::string_view entity, std::string_view field,
                     std::string_view value);

std::optional<double> NumberValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value);
std::optional<double> AmountValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value);
std::optional<int> IntegerValue(const FieldReport& report, std::string_view entity,
                                std::string_view field, std::string_view value);
std::optional<bool> BoolValue(const FieldReport& report, std::string_view entity,
                              std::string_view field, std::string_view value);
std::optional<Date> DateValue(const FieldReport& report, std::string_view entity,
                              std::string_view field, std::string_view value);
std::optional<Moment> MomentValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value);
std::string UrlValue(const FieldReport& report, std::string_view entity, std::string_view field,
                     std::string_view value);
std::string EmailValue(const FieldReport& report, std::string_view entity, std::string_view field,
                       std::string_view value);

// Whether a service is confidential. Nothing is no; what cannot be read ("restricted") is yes, and
// reported: to show a refuge's address by mistake is worse than to hide an office's.
bool ConfidentialValue(const FieldReport& report, std::string_view entity, std::string_view field,
                       std::string_view value);

EnumSet<Access> AccessValue(const FieldReport& report, std::string_view entity,
                            std::string_view field, std::string_view value);
EnumSet<Attending> AttendingValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value);

// A usable position, or nullopt with kBadCoordinates (not a number, one of the two missing, out of
// range, or 0,0). Both empty: nullopt, no problem.
std::optional<LatLng> PositionValue(const FieldReport& report, std::string_view entity,
                                    std::string_view latitude, std::string_view longitude);

// 0 to 0, negative bounds and a maximum of 0 or below the minimum are reported as kBadAge and left
// out. -1 is how one publisher writes "no bound". nullopt where no bound is left.
std::optional<AgeRange> AgeRangeValue(const FieldReport& report, std::string_view entity,
                                      std::string_view minimum, std::string_view maximum);
// Adds that range, if there is one, to `ages`.
void AddAgeRange(const FieldReport& report, std::string_view entity, std::string_view minimum,
                 std::string_view maximum, std::vector<AgeRange>& ages);

// False for a row of a feed that has at most an id.
inline bool SaysWhoIsEligible(const Eligibility& row) {
  return !row.text.empty() || !row.terms.empty() || row.ages;
}

}  // namespace waypost::record
