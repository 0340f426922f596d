#include "index_builder/record/field_values.h"

#include <limits>

#include "index_builder/record/contact_value.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_date.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/safe_text.h"

namespace waypost::record {
namespace {

bool IsEmpty(std::string_view value) { return Trim(value).empty(); }

std::string Told(const FieldReport& report, std::string_view entity, std::string_view field,
                 std::string_view value, SafeText safe) {
  if (safe.had_image) {
    report.Report(ProblemKind::kEmbeddedImageRemoved, entity, field, value, "image left out");
  }
  if (safe.had_markup) {
    report.Report(ProblemKind::kMarkupRemoved, entity, field, value, "read as plain text");
  }
  if (safe.was_not_utf8) {
    report.Report(ProblemKind::kNotUtf8, entity, field, value, "unreadable bytes became U+FFFD");
  }
  return std::move(safe.text);
}

// The shape of every "read it or report it" function below.
template <typename Value>
std::optional<Value> ReadOrReport(const FieldReport& report, ProblemKind kind,
                                  std::string_view entity, std::string_view field,
                                  std::string_view value,
                                  std::optional<Value> (*read)(std::string_view)) {
  if (IsEmpty(value)) return std::nullopt;
  std::optional<Value> result = read(value);
  if (!result) report.Report(kind, entity, field, value, "left out");
  return result;
}

template <typename E>
EnumSet<E> WordsValue(const FieldReport& report, std::string_view entity, std::string_view field,
                      std::string_view value, const WordSet<E>& words) {
  if (!words.all_known) {
    report.Report(ProblemKind::kUnknownWord, entity, field, value,
                  words.values.empty() ? "left out" : "only the known words were read");
  }
  return words.values;
}

}  // namespace

std::string TextBlock(const FieldReport& report, std::string_view entity, std::string_view field,
                      std::string_view value) {
  return Told(report, entity, field, value, ToSafeText(value));
}

std::string TextLine(const FieldReport& report, std::string_view entity, std::string_view field,
                     std::string_view value) {
  return Told(report, entity, field, value, ToSafeLine(value));
}

std::optional<double> NumberValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value) {
  return ReadOrReport(report, ProblemKind::kUnreadableNumber, entity, field, value, &ReadNumber);
}

std::optional<double> AmountValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value) {
  return ReadOrReport(report, ProblemKind::kUnreadableNumber, entity, field, value, &ReadAmount);
}

std::optional<int> IntegerValue(const FieldReport& report, std::string_view entity,
                                std::string_view field, std::string_view value) {
  if (IsEmpty(value)) return std::nullopt;
  const std::optional<std::int64_t> number = ReadInteger(value);
  if (!number || *number < std::numeric_limits<int>::min() ||
      *number > std::numeric_limits<int>::max()) {
    report.Report(ProblemKind::kUnreadableNumber, entity, field, value, "left out");
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

std::optional<bool> BoolValue(const FieldReport& report, std::string_view entity,
                              std::string_view field, std::string_view value) {
  return ReadOrReport(report, ProblemKind::kUnknownWord, entity, field, value, &ReadBool);
}

std::optional<Date> DateValue(const FieldReport& report, std::string_view entity,
                              std::string_view field, std::string_view value) {
  return ReadOrReport(report, ProblemKind::kUnreadableDate, entity, field, value, &ReadDate);
}

std::optional<Moment> MomentValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value) {
  return ReadOrReport(report, ProblemKind::kUnreadableDate, entity, field, value, &ReadMoment);
}

std::string UrlValue(const FieldReport& report, std::string_view entity, std::string_view field,
                     std::string_view value) {
  if (IsEmpty(value)) return "";
  std::optional<ContactValue> url = ReadUrl(ToSafeLine(value).text);
  if (!url) {
    report.Report(ProblemKind::kBadUrl, entity, field, value, "left out");
    return "";
  }
  if (url->repaired) {
    report.Report(ProblemKind::kBadUrl, entity, field, value, "read as " + url->value);
  }
  return std::move(url->value);
}

std::string EmailValue(const FieldReport& report, std::string_view entity, std::string_view field,
                       std::string_view value) {
  if (IsEmpty(value)) return "";
  std::optional<ContactValue> email = ReadEmail(ToSafeLine(value).text);
  if (!email) {
    report.Report(ProblemKind::kBadEmail, entity, field, value, "left out");
    return "";
  }
  if (email->repaired) {
    report.Report(ProblemKind::kBadEmail, entity, field, value, "read as " + email->value);
  }
  return std::move(email->value);
}

bool ConfidentialValue(const FieldReport& report, std::string_view entity, std::string_view field,
                       std::string_view value) {
  if (IsEmpty(value)) return false;
  const std::optional<bool> stated = ReadBool(value);
  if (!stated) {
    report.Report(ProblemKind::kUnknownWord, entity, field, value, "taken as confidential");
  }
  return stated.value_or(true);
}

EnumSet<Access> AccessValue(const FieldReport& report, std::string_view entity,
                            std::string_view field, std::string_view value) {
  return WordsValue(report, entity, field, value, ReadAccess(value));
}

EnumSet<Attending> AttendingValue(const FieldReport& report, std::string_view entity,
                                  std::string_view field, std::string_view value) {
  return WordsValue(report, entity, field, value, ReadAttending(value));
}

std::optional<LatLng> PositionValue(const FieldReport& report, std::string_view entity,
                                    std::string_view latitude, std::string_view longitude) {
  if (IsEmpty(latitude) && IsEmpty(longitude)) return std::nullopt;
  const std::optional<double> lat = ReadNumber(latitude);
  const std::optional<double> lon = ReadNumber(longitude);
  if (lat && lon) {
    const std::optional<LatLng> point = LatLng::FromDegrees(*lat, *lon);
    if (point && !point->IsNullIsland()) return point;
  }
  report.Report(ProblemKind::kBadCoordinates, entity, "latitude, longitude",
                std::string(latitude) + ", " + std::string(longitude), "left out");
  return std::nullopt;
}

std::optional<AgeRange> AgeRangeValue(const FieldReport& report, std::string_view entity,
                                      std::string_view minimum, std::string_view maximum) {
  AgeRange range;
  range.minimum = ReadOrReport(report, ProblemKind::kUnreadableNumber, entity, "minimum_age",
                               minimum, &ReadAge);
  range.maximum = ReadOrReport(report, ProblemKind::kUnreadableNumber, entity, "maximum_age",
                               maximum, &ReadAge);
  const std::string both = std::string(minimum) + " to " + std::string(maximum);
  const bool negative = range.minimum.value_or(0) < 0 || range.maximum.value_or(0) < 0;
  if (negative) {
    report.Report(ProblemKind::kBadAge, entity, "ages", both, "negative age left out");
    if (range.minimum.value_or(0) < 0) range.minimum.reset();
    if (range.maximum.value_or(0) < 0) range.maximum.reset();
  }
  if (range.maximum && (*range.maximum == 0 || *range.maximum < range.minimum.value_or(0))) {
    report.Report(ProblemKind::kBadAge, entity, "ages", both, "left out");
    return std::nullopt;
  }
  return range.minimum || range.maximum ? std::optional(range) : std::nullopt;
}

void AddAgeRange(const FieldReport& report, std::string_view entity, std::string_view minimum,
                 std::string_view maximum, std::vector<AgeRange>& ages) {
  if (const auto range = AgeRangeValue(report, entity, minimum, maximum)) ages.push_back(*range);
}

}  // namespace waypost::record
