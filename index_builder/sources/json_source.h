#pragma once

// Services from JSON of any of the known dialects and shapes; see json_splitter.h for the shapes
// and json_service.h for the dialects.
//
// A folder or an archive is read member by member, in the order of their names; members that are
// not called *.json, *.jsonl, *.ndjson or *.geojson (or these with .gz) are passed over. It may
// hold pages of one feed, or one file per entity ("organizations.json", "services.json"), or both.
//
// What is given out:
//  * services, as they are found. Thin ones in a list called "services", and all that come behind
//    other entities, are kept until the end and joined by id (json_tables.h); one in such a list
//    that refers to an organisation it does not hold waits for the end of the page or object that
//    the list stands in, since the organisations may stand there too;
//  * services under "services" of an organisation, with that organisation;
//  * services under "service" of service_at_location rows, each once with all its rows, at the end.
// What stands in a list with the name of an entity is one, whatever its members; elsewhere they
// decide. Other entities are no records; those that no service refers to are reported. The root
// document of an API is passed over.
//
// Repaired records (json_repair.h) are reported; those that stay broken, have no id, no name or an
// unknown status are rejected. A null in a list of records is reported and is no record.

#include <memory>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {

// True when an input that begins like this is JSON; a few hundred bytes are enough.
bool LooksLikeJson(std::string_view beginning);

// True for the names of members that are read from folders and archives.
bool HasJsonName(std::string_view name);

// Errors: NotFound, InvalidArgument as InputStream has them. That an input is not JSON after all,
// or is cut short, comes out of Next.
absl::StatusOr<std::unique_ptr<RecordSource>> OpenJsonSource(const SourceSpec& spec,
                                                             record::ProblemSink& sink);

}  // namespace waypost::sources
