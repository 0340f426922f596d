#pragma once

// Members of a stored list card (index_builder/sections/cards.h), for pages and calendars.

#include <optional>
#include <string>
#include <string_view>

#include "engine/core/ids.h"
#include "engine/geo/lat_lng.h"
#include "engine/index/index.h"

namespace waypost::server {

struct CardFields {
  std::string id, source, source_id;
  std::string name, organisation, summary, cost, phone, email, url;
  std::string assured, status;
  std::string reach, access;  // "place, remote"
  std::string ages;           // "5 to 12; from 60"
  // Of the location: all that may be told of it.
  bool has_location = false;
  std::string location_id, location_name, address, postcode;
  std::string precision;        // "exact", "unit", "sector", ...
  std::optional<LatLng> point;  // what a map may show
  std::string district;         // "S11", of a confidential place alone
  std::optional<bool> free;

  // Whether a map would show the place nearly where it is, not where it is.
  bool IsOnlyAbout() const {
    return precision == "sector" || precision == "district" || precision == "area" ||
           precision == "about";
  }
};

// Whether no point, address or distance of it is ever told.
bool IsConfidential(const Index& index, DocId doc);

// Whether people go there for the help. What comes to them, or is online, may have an address too:
// an office. A place of which nothing is stated is one to go to.
bool IsPlaceToGo(const Index& index, DocId doc);

// The card of a document. A card is written by this project's builder and checked by its checksum;
// one that cannot be read gives empty fields.
CardFields ReadCard(const Index& index, DocId doc);

}  // namespace waypost::server
