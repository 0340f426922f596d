#pragma once

// The places that ship with Waypost (data/places), so that postcodes resolve to their sector and
// names to their town without any other file:
//
//   postcode-sectors.csv, postcode-districts.csv, postcode-areas.csv   postcode_groups.h
//   authorities.csv                                                   authority_rows.h
//   places.csv                                                        place_file.h
//
//   ASSIGN_OR_RETURN(ShippedPlaces shipped, LoadShippedPlaces("data/places", sink));
//
// waypost-make-places writes them, from a gazetteer of full files.

#include <map>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/reference/authority_rows.h"
#include "index_builder/sources/reference/postcode_groups.h"

namespace waypost::sources {

struct ShippedPlaces {
  PostcodeGroups groups;
  std::vector<AuthorityRow> authorities;
  std::string places_path;  // read later, when the authorities are known
};

// Errors: NotFound when the folder or one of its files is missing; InvalidArgument, with file and
// line, for a file that is not what it should be.
absl::StatusOr<ShippedPlaces> LoadShippedPlaces(const std::string& folder,
                                                record::ProblemSink& sink);

// The files of that folder by name, each beginning with `attribution` as comment lines. Of the
// areas, authorities and counties are kept (regions, nations and the country are always known); of
// the places, cities, towns and suburbs. Points have five decimals, about a metre.
std::map<std::string, std::string> WriteShippedPlaces(const record::Gazetteer& gazetteer,
                                                      const std::vector<std::string>& attribution);

}  // namespace waypost::sources
