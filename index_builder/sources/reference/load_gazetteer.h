#pragma once

// The reference data of a build, from all its files.
//
//   GazetteerSpec spec;
//   spec.shipped_places = "data/places";
//   spec.postcodes = {"codepo_gb.zip", "ni-postcodes.csv"};
//   spec.areas = {"lad.geojson.gz"};
//   record::Gazetteer gazetteer;
//   RETURN_IF_ERROR(LoadGazetteer(spec, sink, gazetteer));
//
// Each list of paths is in order of precedence, the first one first (postcode_entries.h,
// authority_list.h, area_assembly.h, place_merge.h say what that decides); what ships comes last.
// Every code of an authority, from whatever file, is brought to the code in force, so that
// postcodes, outlines and names meet.
//
// Everything in the gazetteer is sorted and unique as record/gazetteer.h says, and the same for the
// same files whatever their folder. 4.4 million rows of two national postcode files take some
// seconds and about 28 bytes a postcode, twice that while they are merged.

#include <string>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"

namespace waypost::sources {

struct GazetteerSpec {
  std::vector<std::string> postcodes;        // files, archives or folders: postcode_file.h
  std::vector<std::string> places;           // place_file.h
  std::vector<std::string> areas;            // GeoJSON, or lists of authorities: told by content
  std::vector<std::string> authority_lists;  // authority_rows.h
  std::vector<std::string> calendars;        // gov.uk JSON; a day of an earlier file wins
  std::string shipped_places;                // folder; "" for none
};

// Errors: as the files' readers have them. `gazetteer` is replaced.
absl::Status LoadGazetteer(const GazetteerSpec& spec, record::ProblemSink& sink,
                           record::Gazetteer& gazetteer);

}  // namespace waypost::sources
