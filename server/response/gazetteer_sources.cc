#include "server/response/gazetteer_sources.h"

namespace waypost::server {
namespace {

constexpr GazetteerSource kSources[] = {
    {"Postcodes and places", "OGL-UK-3.0",
     "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal "
     "Mail copyright and database right 2025. Contains National Statistics data © Crown copyright "
     "and database right 2025."},
    {"Places", "CC-BY-4.0", "Contains data of GeoNames (geonames.org)."},
    {"Authorities", "OGL-UK-3.0",
     "Contains public sector information of GOV.UK and the Office for National Statistics."},
    {"Authorities", "CC-BY-4.0",
     "Contains data of mySociety (uk_local_authority_names_and_codes) and martinjc/UK-GeoJSON."},
    {"Postcodes of Northern Ireland", "OGL-UK-3.0",
     "Contains information of the Food Standards Agency, collected by osm-uk/NI-Postcodes."},
};

}  // namespace

std::span<const GazetteerSource> GazetteerSources() { return kSources; }

void WriteGazetteerSources(JsonText& json) {
  json.StartArray("gazetteer");
  for (const GazetteerSource& source : kSources) {
    json.StartObject()
        .Text("title", source.title)
        .Text("licence", source.licence)
        .Text("attribution", source.attribution)
        .EndObject();
  }
  json.EndArray();
}

}  // namespace waypost::server
