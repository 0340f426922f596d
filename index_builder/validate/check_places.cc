#include "index_builder/validate/check_places.h"

#include <cmath>

#include "engine/core/ascii.h"
#include "engine/geo/postcode.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;

struct Degrees {
  double lat = 0;
  double lon = 0;
};

// With the Isles of Scilly, Shetland, Lowestoft and Northern Ireland, and room around them for the
// Channel Islands.
bool IsInUk(Degrees at) {
  return at.lat >= 48.9 && at.lat <= 61.0 && at.lon >= -8.7 && at.lon <= 2.0;
}

bool IsOnEarth(Degrees at) { return std::abs(at.lat) <= 90 && std::abs(at.lon) <= 180; }

bool HasTwoDecimals(double degrees) {
  return std::abs(degrees * 100 - std::round(degrees * 100)) < 1e-7;
}

std::string TextOf(Degrees at) {
  std::string text = "latitude ";
  text += std::to_string(at.lat);
  text += ", longitude ";
  text += std::to_string(at.lon);
  return text;
}

void CheckCoordinates(Degrees at, const std::string& pointer, RecordCheck& check) {
  if (at.lat == 0 && at.lon == 0) {
    check.Add(FindingKind::kZeroCoordinates, pointer, "latitude and longitude are 0");
  } else if (!IsInUk(at) && IsInUk({.lat = at.lon, .lon = at.lat})) {
    check.Add(FindingKind::kSwappedCoordinates, pointer,
              TextOf(at) + ": swapped they are in the UK");
  } else if (!IsOnEarth(at)) {
    check.Add(FindingKind::kBadCoordinates, pointer, TextOf(at));
  } else if (!IsInUk(at)) {
    check.Add(FindingKind::kOutsideUk, pointer, TextOf(at));
  } else if (HasTwoDecimals(at.lat) && HasTwoDecimals(at.lon)) {
    check.Add(FindingKind::kRoundedCoordinates, pointer, TextOf(at));
  }
}

void CheckAddress(JsonElement address, const std::string& pointer, RecordCheck& check) {
  const std::string country = sources::JsonText(address, "country");
  const bool is_code = country.size() == 2 && IsUpper(country[0]) && IsUpper(country[1]);
  if (!country.empty() && !is_code) {
    check.Add(FindingKind::kBadCountry, PointerTo(pointer, "country"),
              "country is " + Quoted(country));
  }
  if (is_code && country != "GB") return;  // other countries have other postcodes
  const std::string code = sources::JsonText(address, "postal_code");
  const std::optional<Postcode> postcode = Postcode::Parse(code);
  if (code.empty() || (postcode && postcode->level() == PostcodeLevel::kUnit)) return;
  check.Add(FindingKind::kBadPostcode, PointerTo(pointer, "postal_code"),
            "postal_code is " + Quoted(code) +
                (postcode ? ", the beginning of a postcode" : ", which is no postcode"));
}

}  // namespace

void CheckLocation(JsonElement location, const std::string& pointer, RecordCheck& check) {
  const auto latitude = sources::JsonMember(location, "latitude");
  const auto longitude = sources::JsonMember(location, "longitude");
  const auto lat = latitude ? sources::JsonNumber(*latitude) : std::nullopt;
  const auto lon = longitude ? sources::JsonNumber(*longitude) : std::nullopt;
  if (lat && lon) {
    CheckCoordinates({.lat = *lat, .lon = *lon}, pointer, check);
  } else if (latitude.has_value() != longitude.has_value()) {
    check.Add(FindingKind::kHalfCoordinates, pointer,
              latitude ? "there is no longitude" : "there is no latitude");
  }
  const std::string_view list = check.is_v1() ? "physical_addresses" : "addresses";
  std::size_t i = 0;
  for (JsonElement address : sources::JsonArray(location, list)) {
    CheckAddress(address, PointerTo(PointerTo(pointer, list), i++), check);
  }
}

}  // namespace waypost::validate
