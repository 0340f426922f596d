#pragma once

// Whose data tell where a postcode or a place is.
//
// An artefact names the sources of its services, not those of its gazetteer. What can be in that is
// known to the program: README, "Licence and data", says the same.

#include <span>
#include <string_view>

#include "server/response/json_text.h"

namespace waypost::server {

struct GazetteerSource {
  std::string_view title;
  std::string_view licence;
  std::string_view attribution;
};

std::span<const GazetteerSource> GazetteerSources();

// The member "gazetteer": an array of objects like those of "sources".
void WriteGazetteerSources(JsonText& json);

}  // namespace waypost::server
