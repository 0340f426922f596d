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
  return record::FoldWords(address.Raw(M::kAddressType)) == "postal";
}

// The first address that is not only postal, else the first.
record::Address ReadAddresses(const JsonEntity& location) {
  std::optional<record::Address> physical;
  std::optional<record::Address> postal;
  location.Each(
      M::kAddresses, "address",
      [&](const JsonEntity& address) {
        std::optional<record::Address>& place = IsPostal(address) ? postal : physical;
        if (!place) place = ReadAddress(address);
      },
      [&](std::string_view text) {
        if (physical) return;
        physical.emplace();
        physical->lines.push_back(record::TextLine(location.report(), "address", "address", text));
      });
  location.Each(M::kPostalAddresses, "address", [&](const JsonEntity& address) {
    if (!postal) postal = ReadAddress(address);
  });
  if (physical) return *physical;
  if (postal) return *postal;
  return ReadAddress(location);
}

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
  result.address = ReadAddresses(location);
  result.position = ReadPosition(location);
  if (result.position) result.precision = record::PointPrecision::kExact;
  result.masked = IsMasked(location, result);
  if (result.masked) {
    location.report().Report(ProblemKind::kMaskedPosition, "location", "address",
                             result.address.postcode, "shown as about");
  }
  result.accessibility = ReadAccessibilities(location, M::kAccessibility);
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
        areas.push_back(std::move(result));
      },
      [&](std::string_view name) {
        record::ServiceArea area;
        area.name = record::TextLine(owner.report(), "service_area", "name", name);
        areas.push_back(std::move(area));
      });
  return areas;
}

std::vector<record::AccessibilityStatement> ReadAccessibilities(const JsonEntity& owner,
                                                                JsonMember member) {
  std::vector<record::AccessibilityStatement> statements;
  const auto add = [&](std::string_view text, std::string_view details, std::string_view url) {
    record::AddAccessibility(owner.report(), text, details, url, statements);
  };
  owner.Each(
      member, "accessibility",
      [&](const JsonEntity& accessibility) {
        const std::string_view details = accessibility.RawText(M::kDetails);
        const std::string_view url = accessibility.RawText(M::kUrl);
        for (M text : {M::kAccessibility, M::kName, M::kDescription}) {
          if (accessibility.States(text)) return add(accessibility.RawText(text), details, url);
        }
        add(details, "", url);
      },
      [&](std::string_view text) { add(text, "", ""); });
  return statements;
}

}  // namespace waypost::sources
