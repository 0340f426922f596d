#pragma once

// A source's stored information (index_builder/sections), for pages.

#include <optional>
#include <string>
#include <string_view>

#include "engine/core/date.h"

namespace waypost::server {

struct SourceFacts {
  std::string id, title, publisher, url, licence, attribution;
  std::string contact;  // where corrections go: an address of mail or of the web
  std::optional<Date> retrieved;
  std::optional<int> checked_every_days;  // how often the publisher promises it to be fetched

  // The title, or else the id.
  const std::string& name() const { return title.empty() ? id : title; }
};

// What cannot be read is empty.
SourceFacts ReadSource(std::string_view info_json);

// "Riverbank Council: Contains ... (OGL-UK-3.0)"; "" when the source says nothing of licence or
// attribution.
std::string LicenceLine(const SourceFacts& source);

}  // namespace waypost::server
