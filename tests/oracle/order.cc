#include "tests/oracle/order.h"

#include <limits>
#include <tuple>

#include "tests/oracle/next_session.h"
#include "tests/oracle/place_facts.h"
#include "tests/oracle/relevance.h"
#include "tests/oracle/service_facts.h"

namespace waypost::oracle {
namespace {

constexpr std::int64_t kClassStep = 1'000'000'000'000;  // mm; more than twice round the earth

std::int64_t DistanceKey(const Question& question, const Document& document) {
  const EnumSet<Reach> reach = ReachOf(document);
  if (reach.Has(Reach::kPlace)) return DistanceOf(question, document)->value();
  if (reach.Has(Reach::kVisits)) return kClassStep;
  if (reach.Has(Reach::kRemote)) return 2 * kClassStep;
  return 3 * kClassStep;
}

std::int64_t AssuredKey(const Question& question, const Document& document) {
  const std::optional<Date> assured = AssuredOn(question, *document.service);
  return assured ? -DayNumber(*assured) : std::numeric_limits<std::int64_t>::max();
}

std::int64_t ModifiedKey(const Question& question, const Document& document) {
  const std::optional<Moment>& modified = document.service->last_modified;
  if (!modified || *modified >= Moment(question.today) + std::chrono::hours(24)) {
    return std::numeric_limits<std::int64_t>::max();
  }
  return -modified->time_since_epoch().count();
}

// Documents without a distance come last.
std::int64_t Nearness(const Rank& rank) {
  return rank.distance ? rank.distance->value() : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Rank RankOf(const Question& question, const Document& document, bool certain) {
  Rank rank{.certain = certain,
            .public_id = document.service->public_id,
            .distance = DistanceOf(question, document),
            .location_id = document.location_id()};
  if (document.service->locations.size() > 1) {
    rank.soonest = SoonestKey(NextSessionOf(question, document));
  }
  switch (question.SortInForce()) {
    case query::Sort::kDistance:
      rank.number = DistanceKey(question, document);
      break;
    case query::Sort::kRelevance:
      rank.number = -RelevanceOf(question, document);
      break;
    case query::Sort::kAssured:
      rank.number = AssuredKey(question, document);
      break;
    case query::Sort::kModified:
      rank.number = ModifiedKey(question, document);
      break;
    case query::Sort::kName:
      // The names of these tests are ASCII letters, digits and spaces: bytes in lower case are in
      // the order of English collation.
      rank.text = Folded(document.service->name);
      break;
    case query::Sort::kId:
      break;
    case query::Sort::kSoonest:
      rank.number = SoonestKey(NextSessionOf(question, document));
      break;
  }
  return rank;
}

bool ComesBefore(const Rank& a, const Rank& b, ScanFaults faults) {
  if (a.certain != b.certain) return a.certain;
  if (a.number != b.number) return a.number < b.number;
  if (a.text != b.text) return a.text < b.text;
  if (a.public_id != b.public_id) {
    return faults.Has(ScanFault::kTieByIdDescending) ? a.public_id > b.public_id
                                                     : a.public_id < b.public_id;
  }
  const bool soonest_tells = !faults.Has(ScanFault::kSoonestDoesNotTell);
  return std::make_tuple(Nearness(a), soonest_tells ? a.soonest : 0, a.location_id) <
         std::make_tuple(Nearness(b), soonest_tells ? b.soonest : 0, b.location_id);
}

bool AreTied(const Rank& a, const Rank& b) {
  return a.certain == b.certain && a.number == b.number && a.text == b.text;
}

}  // namespace waypost::oracle
