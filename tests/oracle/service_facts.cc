#include "tests/oracle/service_facts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/ascii.h"

namespace waypost::oracle {
namespace {

using record::AgeRange;
using record::Service;

constexpr std::array<std::string_view, 9> kFreeTexts = {
    "free",        "no charge",   "free of charge", "no cost",   "free to attend",
    "free to use", "free to all", "free service",   "free entry"};

bool IsLetterOrDigit(char c) {
  return IsLower(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool SaysFree(const std::string& text) {
  std::string folded = Folded(text);
  while (!folded.empty() && !IsLetterOrDigit(folded.back())) folded.pop_back();
  while (!folded.empty() && !IsLetterOrDigit(folded.front())) folded.erase(0, 1);
  return std::find(kFreeTexts.begin(), kFreeTexts.end(), folded) != kFreeTexts.end();
}

// Does some age of `range` lie in the asked span? A whole maximum reaches to the next birthday.
bool Meets(const AgeRange& range, const query::AgeSpan& asked, ScanFaults faults) {
  const double minimum = range.minimum.value_or(-INFINITY);
  const double maximum = range.maximum.value_or(INFINITY);
  const bool to_birthday = std::isinf(maximum) || maximum == std::floor(maximum);
  const double first = std::max(asked.first, minimum);
  // `first` is the lowest age that the question and the minimum allow.
  const bool asked_allows = asked.is_instant ? first <= asked.last : first < asked.last;
  const bool maximum_allows = faults.Has(ScanFault::kAgeMaximumExclusive) ? first < maximum
                              : to_birthday                               ? first < maximum + 1
                                                                          : first <= maximum;
  return asked_allows && maximum_allows;
}

Date MonthsEarlier(Date date, int months) {
  const std::chrono::year_month_day ymd(date);
  std::chrono::year_month_day moved = ymd - std::chrono::months(months);
  while (!moved.ok()) {
    moved = moved.year() / moved.month() / std::chrono::day(static_cast<unsigned>(moved.day()) - 1);
  }
  return Date(moved);
}

}  // namespace

Fact AgeFact(const Question& question, const Service& service, const query::AgeSpan& asked) {
  if (service.ages.empty()) return Fact::kNotStated;
  return FactOf(std::any_of(service.ages.begin(), service.ages.end(), [&](const AgeRange& range) {
    return Meets(range, asked, question.faults);
  }));
}

Fact FreeFact(const Question& question, const Service& service) {
  Fact fact = SaysFree(service.fees) ? Fact::kYes : Fact::kNotStated;
  bool costs = false;
  for (const record::CostOption& option : service.cost_options) {
    const bool expired = option.valid_to && *option.valid_to < question.directory.as_of;
    if (expired && !question.faults.Has(ScanFault::kExpiredCostCounts)) continue;
    if (option.amount == 0.0 || SaysFree(option.option) || SaysFree(option.amount_description)) {
      fact = Fact::kYes;
    }
    costs = costs || option.amount > 0.0;
  }
  return fact == Fact::kNotStated && costs ? Fact::kNo : fact;
}

Fact AccessFact(const Service& service, EnumSet<Access> asked) {
  return service.access.empty() ? Fact::kNotStated : FactOf(service.access.Intersects(asked));
}

std::string LanguageId(const record::Language& language) {
  return language.code.empty() ? Folded(language.name) : Folded(language.code);
}

Fact LanguageFact(const Service& service, const std::string& asked) {
  Fact fact = Fact::kNotStated;
  for (const record::Language& language : service.languages) {
    const std::string id = LanguageId(language);
    if (id.empty()) continue;
    if (id == Folded(asked)) return Fact::kYes;
    fact = Fact::kNo;
  }
  return fact;
}

Fact AccessibilityFact(const Document& document, Accessibility asked) {
  if (document.at == nullptr) return Fact::kNotStated;
  Fact fact = Fact::kNotStated;
  for (const record::AccessibilityStatement& statement : document.at->location.accessibility) {
    if (statement.feature != asked) continue;
    if (statement.fact == Fact::kYes) return Fact::kYes;
    if (statement.fact == Fact::kNo) fact = Fact::kNo;
  }
  return fact;
}

Fact OrganisationFact(const Service& service, const std::string& public_id) {
  return FactOf(service.organisation && service.organisation->public_id == public_id);
}

std::optional<Date> AssuredOn(const Question& question, const Service& service) {
  if (!service.assured_date || *service.assured_date > question.today) return std::nullopt;
  return service.assured_date;
}

Fact AssuredFact(const Question& question, const Service& service, const query::Age& asked) {
  const std::optional<Date> assured = question.faults.Has(ScanFault::kFutureAssuranceIsYes)
                                          ? service.assured_date
                                          : AssuredOn(question, service);
  if (!assured) return Fact::kNotStated;
  const Date oldest = asked.months > 0 ? MonthsEarlier(question.today, asked.months)
                                       : question.today - std::chrono::days(asked.days);
  return FactOf(*assured >= oldest);
}

Fact ModifiedFact(const Service& service, Moment after) {
  if (!service.last_modified) return Fact::kNotStated;
  return FactOf(*service.last_modified >= after);
}

Fact StatusFact(const Service& service, EnumSet<Status> asked) {
  return FactOf(asked.Has(service.status.value_or(Status::kActive)));
}

}  // namespace waypost::oracle
