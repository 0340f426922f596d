// Filters over where a document is and where it is for.

#include <algorithm>
#include <array>

#include "engine/geo/circle_filter.h"
#include "engine/query/filters/make_filters.h"

namespace waypost::query {
namespace {

// Whether one of the stated areas contains P; `none_stated` when there are none.
Fact AnyAreaContains(std::span<const AreaId> areas, const std::vector<Fact>& contains,
                     Fact none_stated) {
  if (areas.empty()) return none_stated;
  Fact fact = Fact::kNo;
  for (AreaId area : areas) {
    fact = Or(fact, area.is_none() ? Fact::kNotStated : contains[area.index()]);
  }
  return fact;
}

// For each area of the index, whether one of the asked ones is met by it.
std::vector<std::uint8_t> MeetingAny(const Index& index, const std::vector<AreaId>& asked) {
  const AreaColumns& areas = index.areas();
  std::vector<std::uint8_t> wanted(areas.size(), 0);
  for (AreaId area : asked) {
    for (AreaId authority : areas.authorities[area]) wanted[authority.index()] = 1;
  }
  std::vector<std::uint8_t> meets(areas.size(), 0);
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    for (AreaId authority : areas.meets[AreaId(i)]) meets[i] |= wanted[authority.index()];
  }
  return meets;
}

Fact InsideOneOf(std::span<const AreaId> located_in, const Index& index,
                 const std::vector<AreaId>& asked) {
  Fact fact = Fact::kNo;
  for (AreaId area : asked) {
    const auto inside = index.areas().authorities[area];
    const auto in = std::count_if(located_in.begin(), located_in.end(), [&](AreaId authority) {
      return std::binary_search(inside.begin(), inside.end(), authority);
    });
    if (in > 0 && in == std::ssize(located_in)) return Fact::kYes;
    if (in > 0) fact = Fact::kNotStated;
  }
  return fact;
}

// The circle around P. Documents at a place only, which most are, are measured side by side.
class PlaceFilter final : public DocFilter {
 public:
  PlaceFilter(const Index& index, const ResolvedQuery& resolved)
      : documents_(index.documents()),
        resolved_(resolved),
        circle_(resolved.place->point, resolved.query.within->radius.ToMillimetres()) {}

  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    std::array<LatLng, DocBlock::kCapacity> positions;
    std::array<std::uint8_t, DocBlock::kCapacity> within;
    for (std::size_t first = 0; first < docs.size(); first += DocBlock::kCapacity) {
      const auto some =
          docs.subspan(first, std::min<std::size_t>(DocBlock::kCapacity, docs.size() - first));
      for (std::size_t i = 0; i < some.size(); ++i) {
        positions[i] = documents_.PositionOrNullIsland(some[i]);
      }
      circle_.Contains(std::span(positions).first(some.size()), within);
      for (std::size_t i = 0; i < some.size(); ++i) {
        facts[first + i] = Decide(some[i], within[i] != 0);
      }
    }
  }

 private:
  Fact Decide(DocId doc, bool within) const {
    const auto reach = EnumSet<Reach>::FromBits(documents_.reach[doc]);
    if (reach == EnumSet<Reach>{Reach::kPlace}) return FactOf(within);
    if (reach.Has(Reach::kRemote)) return Fact::kYes;
    if (reach.empty()) return Fact::kNotStated;
    if (reach.Has(Reach::kVisits) && resolved_.query.dialect.visits_anywhere) return Fact::kYes;
    Fact fact = FactOf(reach.Has(Reach::kPlace) && within);
    if (reach.Has(Reach::kVisits)) {
      fact = Or(fact, AnyAreaContains(documents_.areas[doc], resolved_.area_contains_place,
                                      Fact::kNotStated));
    }
    return fact;
  }

  const DocumentColumns& documents_;
  const ResolvedQuery& resolved_;
  const CircleFilter circle_;
};

}  // namespace

std::unique_ptr<DocFilter> MakePlaceFilter(const Index& index, const ResolvedQuery& resolved) {
  return std::make_unique<PlaceFilter>(index, resolved);
}

std::unique_ptr<DocFilter> MakeAreaFilter(const Index& index, const ResolvedQuery& resolved) {
  const DocumentColumns& documents = index.documents();
  if (documents.areas.values().empty()) {
    return MakeFilter([&documents](DocId doc) {
      return documents.IsLocated(doc) ? Fact::kYes : Fact::kNotStated;
    });
  }
  return MakeFilter([&documents, &resolved](DocId doc) {
    return AnyAreaContains(documents.areas[doc], resolved.area_contains_place,
                           documents.IsLocated(doc) ? Fact::kYes : Fact::kNotStated);
  });
}

std::unique_ptr<DocFilter> MakeBoundingBoxFilter(const Index& index, const BoundingBox& box) {
  const DocumentColumns& documents = index.documents();
  return MakeFilter([&documents, box](DocId doc) {
    if (!documents.IsLocated(doc)) return Fact::kNotStated;
    return FactOf(box.Contains(documents.position[doc]));
  });
}

std::unique_ptr<DocFilter> MakeAuthorityFilter(const Index& index,
                                               const std::vector<AreaId>& authorities) {
  const DocumentColumns& documents = index.documents();
  return MakeFilter(
      [&index, &documents, authorities, meets = MeetingAny(index, authorities)](DocId doc) {
        bool known = documents.IsLocated(doc);
        for (AreaId area : documents.areas[doc]) {
          if (area.is_none()) continue;
          if (meets[area.index()] != 0) return Fact::kYes;
          known = true;
        }
        const Fact inside = InsideOneOf(documents.authorities[doc], index, authorities);
        if (inside == Fact::kNo && !known) return Fact::kNotStated;
        return inside;
      });
}

}  // namespace waypost::query
