#include "index_builder/record/lenient_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

template <typename E>
struct Synonym {
  std::string_view folded;
  E value;
};

// A phrase of a closed list, or nullopt.
template <typename E, std::size_t N>
std::optional<E> Find(const std::array<Synonym<E>, N>& table, std::string_view folded) {
  for (const Synonym<E>& synonym : table) {
    if (synonym.folded == folded) return synonym.value;
  }
  return std::nullopt;
}

constexpr std::array<Synonym<Status>, 7> kStatuses = {{
    {"active", Status::kActive},
    {"temporarily closed", Status::kTemporarilyClosed},
    {"temporary closed", Status::kTemporarilyClosed},
    {"temporary closure", Status::kTemporarilyClosed},
    {"inactive", Status::kInactive},
    {"defunct", Status::kDefunct},
    {"permanently closed", Status::kDefunct},
}};

constexpr std::array<Synonym<Access>, 31> kAccesses = {{
    {"drop in", Access::kDropIn},
    {"dropin", Access::kDropIn},
    {"drop in session", Access::kDropIn},
    {"drop in sessions", Access::kDropIn},
    {"walk in", Access::kDropIn},
    {"walkin", Access::kDropIn},
    {"turn up", Access::kDropIn},
    {"no appointment needed", Access::kDropIn},
    {"appointment", Access::kAppointment},
    {"appointments", Access::kAppointment},
    {"by appointment", Access::kAppointment},
    {"by appointment only", Access::kAppointment},
    {"appointment only", Access::kAppointment},
    {"appointment needed", Access::kAppointment},
    {"appointment required", Access::kAppointment},
    {"booking", Access::kAppointment},
    {"booking required", Access::kAppointment},
    {"referral", Access::kReferral},
    {"by referral", Access::kReferral},
    {"by referral only", Access::kReferral},
    {"referral only", Access::kReferral},
    {"referral needed", Access::kReferral},
    {"professional referral", Access::kReferral},
    {"gp referral", Access::kReferral},
    {"referral required", Access::kReferral},
    {"needs referral", Access::kReferral},
    {"membership", Access::kMembership},
    {"by membership", Access::kMembership},
    {"members only", Access::kMembership},
    {"membership only", Access::kMembership},
    {"membership required", Access::kMembership},
}};

constexpr std::array<Synonym<Attending>, 31> kAttendings = {{
    {"venue", Attending::kVenue},
    {"at venue", Attending::kVenue},
    {"at a venue", Attending::kVenue},
    {"in person", Attending::kVenue},
    {"face to face", Attending::kVenue},
    {"on site", Attending::kVenue},
    {"physical", Attending::kVenue},
    {"home visit", Attending::kHomeVisit},
    {"home visits", Attending::kHomeVisit},
    {"homevisit", Attending::kHomeVisit},
    {"home", Attending::kHomeVisit},
    {"at home", Attending::kHomeVisit},
    {"in your home", Attending::kHomeVisit},
    {"in your own home", Attending::kHomeVisit},
    {"home delivery", Attending::kHomeVisit},
    {"outreach", Attending::kHomeVisit},
    {"online", Attending::kOnline},
    {"on line", Attending::kOnline},
    {"virtual", Attending::kOnline},
    {"virtually", Attending::kOnline},
    {"digital", Attending::kOnline},
    {"video", Attending::kOnline},
    {"video call", Attending::kOnline},
    {"web", Attending::kOnline},
    {"website", Attending::kOnline},
    {"phone", Attending::kPhone},
    {"telephone", Attending::kPhone},
    {"by phone", Attending::kPhone},
    {"by telephone", Attending::kPhone},
    {"over the phone", Attending::kPhone},
    {"helpline", Attending::kPhone},
}};

// Splits at commas, semicolons, bars, slashes and line ends, and reads each part with `table`; a
// part that is no word of the list is tried in pieces around " and " and " or ".
template <typename E, std::size_t N>
WordSet<E> ReadWordSet(const std::array<Synonym<E>, N>& table, std::string_view text) {
  WordSet<E> set;
  const auto read_pieces = [&](const std::string& folded) {
    std::size_t begin = 0;
    for (;;) {
      const std::size_t conjunction =
          std::min(folded.find(" and ", begin), folded.find(" or ", begin));
      const std::string_view piece = std::string_view(folded).substr(
          begin, conjunction == std::string::npos ? conjunction : conjunction - begin);
      if (const std::optional<E> value = Find(table, piece)) {
        set.values.Add(*value);
      } else {
        set.all_known = false;
      }
      if (conjunction == std::string::npos) return;
      begin = folded.find(' ', conjunction + 1) + 1;
    }
  };
  while (!text.empty()) {
    const std::size_t separator = text.find_first_of(",;|/\n");
    const std::string folded = FoldWords(text.substr(0, separator));
    if (const std::optional<E> value = Find(table, folded)) {
      set.values.Add(*value);
    } else if (!folded.empty()) {
      read_pieces(folded);
    }
    if (separator == std::string_view::npos) break;
    text.remove_prefix(separator + 1);
  }
  return set;
}

}  // namespace

std::optional<Status> ReadStatus(std::string_view text) { return Find(kStatuses, FoldWords(text)); }

WordSet<Access> ReadAccess(std::string_view text) { return ReadWordSet(kAccesses, text); }

WordSet<Attending> ReadAttending(std::string_view text) { return ReadWordSet(kAttendings, text); }

}  // namespace waypost::record
