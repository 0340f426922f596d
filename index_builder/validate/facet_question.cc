#include "index_builder/validate/facet_question.h"

#include <cstdlib>
#include <string>

#include "engine/geo/postcode.h"

namespace waypost::validate {
namespace {

using fetch::Parameters;

constexpr std::string_view kNoWord = "xqzzyvwkjq";
constexpr std::string_view kNoTerm = "00000000-0000-4000-8000-000000000000";
constexpr std::string_view kLondon = "SW1A 1AA";
constexpr std::string_view kGlasgow = "G2 1DU";

Parameters NameQuestion(std::string_view name, Standard standard) {
  return {{standard == Standard::kV1 ? "text" : "search", std::string(name)}};
}

Parameters AgeQuestion(const AgeRange& ages) {
  Parameters parameters;
  if (!ages.minimum.empty()) parameters.emplace_back("minimum_age", ages.minimum);
  if (!ages.maximum.empty()) parameters.emplace_back("maximum_age", ages.maximum);
  return parameters;
}

Parameters PostcodeQuestion(std::string_view postcode, int proximity) {
  return {{"postcode", std::string(postcode)}, {"proximity", std::to_string(proximity)}};
}

Parameters TermQuestion(const TermName& term, Standard standard) {
  if (standard == Standard::kV3) return {{"taxonomy_term_id", term.id}};
  return {{"taxonomy_id", term.id}, {"vocabulary", term.vocabulary}};
}

Parameters HoursQuestion(const OpenHours& hours) {
  return {{"start_time", hours.opens}, {"end_time", hours.closes}, {"day", hours.day}};
}

// One age outside the range. Not 0, which some servers take for none.
std::optional<Parameters> AgeControl(const AgeRange& ages) {
  std::string outside;
  if (!ages.maximum.empty() && std::atof(ages.maximum.c_str()) < 130) {
    outside = "131";
  } else if (!ages.minimum.empty() && std::atof(ages.minimum.c_str()) >= 2) {
    outside = "1";
  } else {
    return std::nullopt;
  }
  return AgeQuestion({.minimum = outside, .maximum = outside});
}

bool IsInLondon(std::string_view postcode) {
  const auto parsed = Postcode::Parse(postcode);
  if (!parsed) return false;
  const std::string area = parsed->AreaText();
  for (std::string_view london : {"E", "EC", "N", "NW", "SE", "SW", "W", "WC"}) {
    if (area == london) return true;
  }
  return false;
}

}  // namespace

std::string_view NameOf(Facet facet) {
  switch (facet) {
    case Facet::kName:
      return "name";
    case Facet::kAge:
      return "age";
    case Facet::kPostcode:
      return "postcode";
    case Facet::kTerm:
      return "term";
    case Facet::kHours:
      return "hours";
  }
  return "";
}

std::optional<Parameters> OwnQuestion(Facet facet, const RecordFacts& facts, Standard standard,
                                      int proximity) {
  switch (facet) {
    case Facet::kName:
      if (!facts.name.empty()) return NameQuestion(facts.name, standard);
      break;
    case Facet::kAge:
      if (facts.ages) return AgeQuestion(*facts.ages);
      break;
    case Facet::kPostcode:
      if (!facts.postcode.empty()) return PostcodeQuestion(facts.postcode, proximity);
      break;
    case Facet::kTerm:
      if (facts.term) return TermQuestion(*facts.term, standard);
      break;
    case Facet::kHours:
      if (facts.hours) return HoursQuestion(*facts.hours);
      break;
  }
  return std::nullopt;
}

std::optional<Parameters> ControlQuestion(Facet facet, const RecordFacts& facts,
                                          Standard standard) {
  if (!OwnQuestion(facet, facts, standard)) return std::nullopt;
  switch (facet) {
    case Facet::kName:
      return NameQuestion(kNoWord, standard);
    case Facet::kAge:
      return AgeControl(*facts.ages);
    case Facet::kPostcode:
      if (facts.comes_to_people) return std::nullopt;
      return PostcodeQuestion(IsInLondon(facts.postcode) ? kGlasgow : kLondon, kProximity);
    case Facet::kTerm: {
      const TermName none{.id = std::string(kNoTerm), .vocabulary = facts.term->vocabulary};
      return TermQuestion(none, standard);
    }
    case Facet::kHours: {
      // In the night, where no reading of the window meets hours of the day.
      if (facts.hours->opens < "03:10") return std::nullopt;
      return HoursQuestion({.day = facts.hours->day, .opens = "03:07", .closes = "03:08"});
    }
  }
  return std::nullopt;
}

bool IsDemanded(Facet facet, Standard standard) {
  return standard == Standard::kV1 || facet == Facet::kName || facet == Facet::kTerm;
}

}  // namespace waypost::validate
