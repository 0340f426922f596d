#include <cmath>
#include <sstream>

#include "engine/geo/postcode.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;
using record::LocationType;
using record::ProblemKind;

LocationType ReadLocationType(const JsonEntity& location) {
  const std::string text = location.Line(M::kLocationType);
  const std::string word = record::FoldWords(text);
  if (word == "physical") return LocationType::kPhysical;
  if (word == "postal") return LocationType::kPostal;
  if (word == "virtual" || word == "online") return LocationType::kVirtual;
  if (!word.empty()) {
    location.report().Report(ProblemKind::kUnknownWord, "location", "location_type", text,
                             "left out");
  }
  return LocationType::kNotStated;
}

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

bool HasTwoDecimals(double degrees) {
  return std::abs(degrees * 100 - std::round(degrees * 100)) < 1e-6;
}

// Publishers that mask addresses round the coordinates to two decimals and cut the postcode to its
// district; some say so in a flag as well.
bool IsMasked(const JsonEntity& location, const record::Location& result) {
  if (location.Bool(M::kMaskExactAddress).value_or(false)) return true;
  const std::optional<Postcode> postcode = Postcode::Parse(result.address.postcode);
  return postcode && postcode->level() == PostcodeLevel::kDistrict && result.position &&
         HasTwoDecimals(result.position->lat_degrees()) &&
         HasTwoDecimals(result.position->lon_degrees());
}

// "High Street, " and ", Leeds" come of address forms with empty fields.
std::string WithoutStrayCommas(std::string line) {
  const std::size_t begin = line.find_first_not_of(" ,");
  if (begin == std::string::npos) return "";
  return line.substr(begin, line.find_last_not_of(" ,") - begin + 1);
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

void AddStatements(const JsonEntity& owner, std::string_view text, const std::string& details,
                   const std::string& url,
                   std::vector<record::AccessibilityStatement>& statements) {
  const std::string line = record::TextLine(owner.report(), "accessibility", "accessibility", text);
  for (record::AccessibilityStatement& statement : record::ReadAccessibilityText(line)) {
    if (!details.empty() && details != statement.text) {
      statement.text += statement.text.empty() ? details : " (" + details + ")";
    }
    statement.url = url;
    statements.push_back(std::move(statement));
  }
}

}  // namespace

record::Address ReadAddress(const JsonEntity& address) {
  record::Address result;
  for (M member : {M::kAddress1, M::kAddress2, M::kAddress3, M::kAddress4}) {
    std::string line = WithoutStrayCommas(address.Line(member));
    if (!line.empty()) result.lines.push_back(std::move(line));
  }
  result.city = WithoutStrayCommas(address.Line(M::kCity));
  result.county = WithoutStrayCommas(address.Line(M::kStateProvince));
  if (result.county.empty()) result.county = WithoutStrayCommas(address.Line(M::kRegion));
  result.postcode = address.Line(M::kPostalCode);
  const std::optional<Postcode> postcode = Postcode::Parse(result.postcode);
  if (postcode) result.postcode = postcode->text();
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
  result.type = ReadLocationType(location);
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
        // GeoJSON comes as an object or as text that holds one.
        const JsonObject::Member* extent = area.object().Find(M::kExtent);
        if (extent != nullptr && (extent->value.is_object() || extent->value.is_array())) {
          std::ostringstream text;
          text << simdjson::minify(extent->value);
          result.extent = text.str();
        } else {
          result.extent = record::Trim(area.Raw(M::kExtent));
        }
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
  owner.Each(
      member, "accessibility",
      [&](const JsonEntity& accessibility) {
        const std::string details = accessibility.Line(M::kDetails);
        const std::string url = accessibility.Url(M::kUrl);
        for (M text : {M::kAccessibility, M::kName, M::kDescription}) {
          if (!accessibility.States(text)) continue;
          AddStatements(accessibility, accessibility.RawText(text), details, url, statements);
          return;
        }
        if (!details.empty()) AddStatements(accessibility, details, "", url, statements);
      },
      [&](std::string_view text) { AddStatements(owner, text, "", "", statements); });
  return statements;
}

}  // namespace waypost::sources
