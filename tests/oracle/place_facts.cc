#include "tests/oracle/place_facts.h"

#include <algorithm>

#include "tests/oracle/geometry.h"

namespace waypost::oracle {
namespace {

Fact AreaContains(const Question& question, const StatedArea& area, const Spot& spot) {
  if (!area.polygons.empty()) {
    return spot.is_exact ? FactOf(Covers(area.polygons, spot.point)) : Fact::kNotStated;
  }
  if (area.named == nullptr) return Fact::kNotStated;
  if (area.named->is_country) return Fact::kYes;
  const Fact fact = Holds(area.named->authorities, spot.authorities);
  const bool straddles = fact == Fact::kNotStated && !spot.authorities.empty();
  return straddles && question.faults.Has(ScanFault::kStraddlingPlaceIsInside) ? Fact::kYes : fact;
}

bool ShareAuthority(const AuthoritySet& a, const AuthoritySet& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& code) { return b.count(code) > 0; });
}

bool Meets(const StatedArea& area, const NamedArea& asked) {
  if (area.named != nullptr) {
    return area.named == &asked || ShareAuthority(area.named->authorities, asked.authorities);
  }
  return std::any_of(asked.outlines.begin(), asked.outlines.end(),
                     [&](const auto& outline) { return Intersect(area.polygons, outline); });
}

// Is the document located inside? Not stated when it is partly so; no when nobody knows.
Fact LocatedInside(const Question& question, const Document& document, const NamedArea& asked) {
  const record::Location& location = *document.location();
  const AuthoritySet own = question.atlas.AuthoritiesOf(*location.position, location.precision,
                                                        location.address.postcode);
  return own.empty() ? Fact::kNo : Holds(asked.authorities, own);
}

}  // namespace

std::optional<Millimetres> DistanceOf(const Question& question, const Document& document) {
  if (!question.spot || !ReachOf(document).Has(Reach::kPlace)) return std::nullopt;
  return HaversineDistance(question.spot->point, *document.position());
}

Fact StatedAreasContainSpot(const Question& question, const Document& document) {
  const std::vector<StatedArea>& areas = question.AreasOf(document);
  if (areas.empty()) return Fact::kNotStated;
  Fact fact = Fact::kNo;
  for (const StatedArea& area : areas) {
    fact = Or(fact, AreaContains(question, area, *question.spot));
  }
  return fact;
}

Fact PlaceFact(const Question& question, const Document& document) {
  const EnumSet<Reach> reach = ReachOf(document);
  if (reach.empty()) return Fact::kNotStated;
  Fact fact = Fact::kNo;
  if (reach.Has(Reach::kPlace)) {
    const Millimetres distance = *DistanceOf(question, document);
    const Millimetres within = question.query.within->radius.ToMillimetres();
    const bool exclusive = question.faults.Has(ScanFault::kWithinExclusive);
    fact = Or(fact, FactOf(exclusive ? distance < within : distance <= within));
  }
  if (reach.Has(Reach::kVisits)) fact = Or(fact, StatedAreasContainSpot(question, document));
  if (reach.Has(Reach::kRemote)) fact = Fact::kYes;
  return fact;
}

Fact AreaFact(const Question& question, const Document& document) {
  if (question.faults.Has(ScanFault::kAreaIgnoredForRemote) &&
      ReachOf(document).Has(Reach::kRemote)) {
    return Fact::kYes;
  }
  if (document.service->areas.empty()) {
    return document.position() ? Fact::kYes : Fact::kNotStated;
  }
  return StatedAreasContainSpot(question, document);
}

Fact BoxFact(const Question& question, const Document& document) {
  const std::optional<LatLng> position = document.position();
  if (!position) return Fact::kNotStated;
  const LatLng low = question.query.bbox->south_west;
  const LatLng high = question.query.bbox->north_east;
  const int edge = question.faults.Has(ScanFault::kBoxExclusive) ? 1 : 0;
  return FactOf(low.lat_e7() + edge <= position->lat_e7() && position->lat_e7() <= high.lat_e7() &&
                low.lon_e7() + edge <= position->lon_e7() && position->lon_e7() <= high.lon_e7());
}

Fact ReachFact(const Document& document, EnumSet<Reach> asked) {
  const EnumSet<Reach> reach = ReachOf(document);
  return reach.empty() ? Fact::kNotStated : FactOf(reach.Intersects(asked));
}

Fact AuthorityFact(const Question& question, const Document& document, const NamedArea& asked) {
  bool known = document.position().has_value();
  bool meets = false;
  for (const StatedArea& area : question.AreasOf(document)) {
    known = known || area.resolves();
    meets = meets || (area.resolves() && Meets(area, asked));
  }
  if (meets) return Fact::kYes;
  if (document.position()) return LocatedInside(question, document, asked);
  return known ? Fact::kNo : Fact::kNotStated;
}

}  // namespace waypost::oracle
