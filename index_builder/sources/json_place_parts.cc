#include <array>
#include <sstream>
#include <utility>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/place_values.h"
#include "index_builder/sources/area_extent.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;
using record::ProblemKind;

// "latitude" and "longitude", or a GeoJSON point under "geometry".
std::optional<LatLng> ReadPosition(const JsonEntity& location) {
  const JsonObject::Member* geometry = location.object().Find(M::kGeometry);
  if (geometry == nullptr || location.States(M::kLatitude)) {
    const std::string_view latitude = location.RawNumber(M::kLatitude);
    return record::PositionValue(location.report(), "location", latitude,
                                 location.RawNumber(M::kLongitude));
  }
  simdjson::dom::element lon;
  simdjson::dom::element lat;
  const bool read = geometry->value["coordinates"].at(0).get(lon) == simdjson::SUCCESS &&
                    geometry->value["coordinates"].at(1).get(lat) == simdjson::SUCCESS;
  if (read) {
    return record::PositionValue(location.report(), "location", location.ScalarText(lat),
                                 location.ScalarText(lon));
  }
  std::ostringstream text;
  text << simdjson::minify(geometry->value);
  location.report().Report(ProblemKind::kBadCoordinates, "location", "geometry", text.str(),
                           "no point; left out");
  return std::nullopt;
}

// Some publishers that mask addresses say so in a flag.
bool IsMasked(const JsonEntity& location, const record::Location& result) {
  return location.Bool(M::kMaskExactAddress).value_or(false) ||
         record::LooksMasked(result.address, result.position);
}

bool IsPostal(const JsonEntity& address) {
  const JsonObject::Member* type = address.object().Peek(M::kAddressType);
  return type != nullptr && record::FoldWords(address.ScalarText(type->value)) == "postal";
}

// The addresses of one location, of which the record has room for one: the first that is not only
// postal, else the first. The others are kept as they were published, as "address LOCATION 1", ...
class AddressReader {
 public:
  explicit AddressReader(const JsonEntity& location) : location_(location) {}

  record::Address Read(std::string_view location_id) {
    location_.Each(
        M::kAddresses, "address",
        [&](const JsonEntity& address) { Add(address, IsPostal(address)); },
        [&](std::string_view text) {
          if (physical_) return;
          physical_.emplace().address.lines.push_back(
              record::TextLine(location_.report(), "address", "address", text));
        });
    location_.Each(M::kPostalAddresses, "address",
                   [&](const JsonEntity& address) { Add(address, true); });
    if (physical_ && postal_) others_.push_back(std::move(postal_->whole));
    const std::optional<Found>& chosen = physical_ ? physical_ : postal_;
    if (!chosen) return ReadAddress(location_);
    Keep(chosen->rest, location_id);
    return chosen->address;
  }

 private:
  struct Found {
    record::Address address;
    std::string whole;  // as published; of postal ones only
    std::string rest;   // what the record has no place for
  };

  void Add(const JsonEntity& address, bool is_postal) {
    std::optional<Found>& place = is_postal ? postal_ : physical_;
    std::string whole = is_postal || place ? address.object().UnusedMembers() : "";
    if (place) {
      others_.push_back(std::move(whole));
      return;
    }
    place.emplace();
    place->whole = std::move(whole);
    place->address = ReadAddress(address);
    const JsonObject& object = address.object();
    // It stands for the county where there is none; both are given back.
    object.Unread(M::kRegion);
    if (record::FoldWords(address.Raw(M::kAddressType)) != "physical") {
      object.Unread(M::kAddressType);
    }
    object.Find(M::kLocationId);
    place->rest = object.UnusedMembers();
  }

  void Keep(std::string_view rest, std::string_view location_id) const {
    if (location_id.empty()) return;
    PartExtras& extras = location_.context().extras;
    extras.KeepWhole("address", location_id, rest);
    for (std::size_t i = 0; i < others_.size(); ++i) {
      const std::string place = std::to_string(i + 1);
      extras.KeepWhole("address", std::string(location_id) + " " + place, others_[i]);
    }
  }

  const JsonEntity& location_;
  std::optional<Found> physical_;
  std::optional<Found> postal_;
  std::vector<std::string> others_;
};

// GeoJSON comes as an object or as text that holds one.
std::string ExtentText(const JsonEntity& area) {
  if (!area.States(M::kExtent)) return "";
  const JsonObject::Member* extent = area.object().Find(M::kExtent);
  if (extent->value.is_string()) return std::string(area.Raw(M::kExtent));
  std::ostringstream text;
  text << simdjson::minify(extent->value);
  return text.str();
}

}  // namespace

record::Address ReadAddress(const JsonEntity& address) {
  const auto line = [&](JsonMember member, std::string_view field) {
    return record::AddressLine(address.report(), field, address.RawText(member));
  };
  record::Address result;
  constexpr std::array<std::pair<JsonMember, std::string_view>, 4> kLines = {
      {{M::kAddress1, "address_1"},
       {M::kAddress2, "address_2"},
       {M::kAddress3, "address_3"},
       {M::kAddress4, "address_4"}}};
  for (const auto& [member, field] : kLines) {
    std::string text = line(member, field);
    if (!text.empty()) result.lines.push_back(std::move(text));
  }
  result.city = line(M::kCity, "city");
  result.county = line(M::kStateProvince, "state_province");
  if (result.county.empty()) result.county = line(M::kRegion, "region");
  result.postcode = record::PostcodeValue(address.report(), address.RawText(M::kPostalCode));
  result.country = address.Line(M::kCountry);
  return result;
}

record::Location ReadLocation(const JsonEntity& location) {
  record::Location result;
  result.id = location.Id();
  result.name = location.Line(M::kName);
  result.description = location.Block(M::kDescription);
  result.transportation = location.Block(M::kTransportation);
  result.url = location.Url(M::kUrl);
  result.type = record::LocationTypeValue(location.report(), location.RawText(M::kLocationType));
  result.address = AddressReader(location).Read(result.id);
  result.position = ReadPosition(location);
  if (result.position) result.precision = record::PointPrecision::kExact;
  result.masked = IsMasked(location, result);
  if (result.masked) {
    location.report().Report(ProblemKind::kMaskedPosition, "location", "address",
                             result.address.postcode, "shown as about");
  }
  result.accessibility = ReadAccessibilities(location, result.id);
  result.phones = ReadPhones(location, M::kPhones);
  return result;
}

std::vector<record::ServiceArea> ReadServiceAreas(const JsonEntity& owner, JsonMember member) {
  std::vector<record::ServiceArea> areas;
  owner.Each(
      member, "service_area",
      [&](const JsonEntity& area) {
        record::ServiceArea result;
        result.id = area.Id();
        result.name = area.Line(M::kName);
        if (result.name.empty()) result.name = area.Line(M::kServiceArea);
        if (result.name.empty()) result.name = area.Line(M::kDescription);
        result.uri = area.Line(M::kUri);
        result.extent = ExtentValue(area.report(), ExtentText(area));
        result.extent_type = area.Line(M::kExtentType);
        area.KeepRest(result.id);
        areas.push_back(std::move(result));
      },
      [&](std::string_view name) {
        record::ServiceArea area;
        area.name = record::TextLine(owner.report(), "service_area", "name", name);
        areas.push_back(std::move(area));
      });
  return areas;
}

std::vector<record::AccessibilityStatement> ReadAccessibilities(const JsonEntity& location,
                                                                std::string_view location_id) {
  std::vector<record::AccessibilityStatement> statements;
  const auto add = [&](std::string_view text, std::string_view details, std::string_view url) {
    record::AddAccessibility(location.report(), text, details, url, statements);
  };
  const auto add_object = [&](const JsonEntity& accessibility) {
    const std::string_view details = accessibility.RawText(M::kDetails);
    const std::string_view url = accessibility.RawText(M::kUrl);
    for (M text : {M::kAccessibility, M::kName, M::kDescription}) {
      if (accessibility.States(text)) return add(accessibility.RawText(text), details, url);
    }
    add(details, "", url);
  };
  location.Each(
      M::kAccessibility, "accessibility",
      [&](const JsonEntity& accessibility) {
        const std::size_t place = statements.size();
        add_object(accessibility);
        if (statements.size() == place || location_id.empty()) return;
        // The record has what the texts mean, and one text of several.
        if (accessibility.States(M::kDetails) || accessibility.States(M::kDescription)) {
          for (M text : {M::kAccessibility, M::kDescription, M::kDetails}) {
            accessibility.object().Unread(text);
          }
        }
        accessibility.KeepRest(std::string(location_id) + " " + std::to_string(place));
      },
      [&](std::string_view text) { add(text, "", ""); });
  return statements;
}

}  // namespace waypost::sources
