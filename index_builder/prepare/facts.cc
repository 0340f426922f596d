#include "index_builder/prepare/facts.h"

#include <algorithm>
#include <cmath>

#include "engine/core/ascii.h"

namespace waypost::prepare {
namespace {

using record::LocationType;

bool IsPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~') || c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Lower case (ASCII), without punctuation and spaces at the ends.
std::string Bare(std::string_view text) {
  while (!text.empty() && IsPunctuation(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsPunctuation(text.back())) text.remove_suffix(1);
  std::string bare = LowerCase(text);
  return bare;
}

// Whole texts only: "free parking" or "free trial, then £5" say something else.
bool SaysFree(std::string_view text) {
  constexpr std::string_view kFree[] = {"free",        "no charge",      "free of charge",
                                        "no cost",     "free to attend", "free to use",
                                        "free to all", "free service",   "free entry"};
  const std::string bare = Bare(text);
  return std::find(std::begin(kFree), std::end(kFree), bare) != std::end(kFree);
}

bool IsVirtual(const record::Location* location) {
  return location != nullptr && location->type == LocationType::kVirtual;
}

bool IsLocated(const record::Location* location) {
  return location != nullptr && location->position.has_value();
}

}  // namespace

EnumSet<Reach> ReachOf(const record::Service& service, const record::Location* location) {
  EnumSet<Reach> reach;
  const EnumSet<Attending> attending = service.attending;
  const bool located = IsLocated(location);
  if (!attending.empty()) {
    if (located && attending.Has(Attending::kVenue)) reach.Add(Reach::kPlace);
    if (attending.Has(Attending::kHomeVisit)) reach.Add(Reach::kVisits);
    if (attending.Has(Attending::kOnline) || attending.Has(Attending::kPhone)) {
      reach.Add(Reach::kRemote);
    }
    if (IsVirtual(location)) reach.Add(Reach::kRemote);
    return reach;
  }
  if (IsVirtual(location)) {
    reach.Add(Reach::kRemote);
  } else if (located) {
    if (location->type != LocationType::kPostal) reach.Add(Reach::kPlace);
  } else if (!service.areas.empty()) {
    reach.Add(Reach::kVisits);
  }
  return reach;
}

Fact FreeOf(const record::Service& service, Date as_of) {
  bool paid = false;
  for (const record::CostOption& option : service.cost_options) {
    if (option.valid_to && *option.valid_to < as_of) continue;
    if (option.amount && *option.amount == 0) return Fact::kYes;
    if (SaysFree(option.option) || SaysFree(option.amount_description)) return Fact::kYes;
    paid = paid || (option.amount && *option.amount > 0);
  }
  if (SaysFree(service.fees)) return Fact::kYes;
  return paid ? Fact::kNo : Fact::kNotStated;
}

AccessibilityBits AccessibilityOf(const record::Location* location) {
  AccessibilityBits bits{};
  if (location == nullptr) return bits;
  for (const record::AccessibilityStatement& statement : location->accessibility) {
    if (!statement.feature) continue;
    const auto bit = static_cast<std::uint16_t>(1U << static_cast<unsigned>(*statement.feature));
    if (statement.fact == Fact::kYes) bits.present = static_cast<std::uint16_t>(bits.present | bit);
    if (statement.fact == Fact::kNo) bits.absent = static_cast<std::uint16_t>(bits.absent | bit);
  }
  bits.absent = static_cast<std::uint16_t>(bits.absent & ~bits.present);
  return bits;
}

AgeRange AgeRangeOf(const record::AgeRange& range) {
  static constexpr double kOldest = 1000;  // years; keeps the arithmetic inside its type
  const auto scaled = [](double years) {
    return static_cast<std::int32_t>(std::llround(std::min(years, kOldest) * AgeRange::kPerYear));
  };
  AgeRange ages{AgeRange::kOpenFirst, AgeRange::kOpenLast};
  if (range.minimum) ages.first = scaled(*range.minimum);
  if (range.maximum) {
    const bool whole = *range.maximum == std::floor(*range.maximum);
    ages.last = whole ? scaled(*range.maximum + 1) : scaled(*range.maximum) + 1;
  }
  return ages;
}

std::string LanguageKey(const record::Language& language) {
  if (!language.code.empty()) return language.code;
  std::string name = LowerCase(language.name);
  return name;
}

}  // namespace waypost::prepare
