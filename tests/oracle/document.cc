#include "tests/oracle/document.h"

#include "tests/oracle/geometry.h"

namespace waypost::oracle {

std::vector<Document> DocumentsOf(const record::Service& service) {
  if (service.locations.empty()) return {Document{&service, nullptr}};
  std::vector<Document> documents;
  for (const record::ServiceAtLocation& at : service.locations) {
    documents.push_back({&service, &at});
  }
  return documents;
}

EnumSet<Reach> ReachOf(const Document& document) {
  const EnumSet<Attending> attending = document.service->attending;
  const record::LocationType type =
      document.at == nullptr ? record::LocationType::kNotStated : document.at->location.type;
  const bool located = document.position().has_value();
  const bool is_virtual = type == record::LocationType::kVirtual;
  EnumSet<Reach> reach;
  if (is_virtual || attending.Has(Attending::kOnline) || attending.Has(Attending::kPhone)) {
    reach.Add(Reach::kRemote);
  }
  if (attending.empty()) {
    const bool postal = type == record::LocationType::kPostal;
    if (located && !is_virtual && !postal) reach.Add(Reach::kPlace);
    if (!located && !is_virtual && !document.service->areas.empty()) reach.Add(Reach::kVisits);
  } else {
    if (located && attending.Has(Attending::kVenue)) reach.Add(Reach::kPlace);
    if (attending.Has(Attending::kHomeVisit)) reach.Add(Reach::kVisits);
  }
  return reach;
}

std::vector<const record::Schedule*> SchedulesOf(const Document& document) {
  std::vector<const record::Schedule*> rows;
  for (const record::Schedule& row : document.service->schedules) rows.push_back(&row);
  if (document.at != nullptr) {
    for (const record::Schedule& row : document.at->schedules) rows.push_back(&row);
  }
  return rows;
}

std::vector<StatedArea> StatedAreasOf(const record::Service& service, const Atlas& atlas) {
  std::vector<StatedArea> areas;
  for (const record::ServiceArea& stated : service.areas) {
    StatedArea area;
    area.polygons = ReadGeoJson(stated.extent);
    if (area.polygons.empty()) {
      area.named = atlas.FindArea(stated.name);
      if (area.named == nullptr) {
        area.named = atlas.FindArea(stated.uri.substr(stated.uri.rfind('/') + 1));
      }
    }
    areas.push_back(std::move(area));
  }
  return areas;
}

}  // namespace waypost::oracle
