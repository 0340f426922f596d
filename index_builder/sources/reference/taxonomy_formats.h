#pragma once

// One reader for each form in which taxonomies are published. Each adds what `text` says to
// `taxonomy`, in file order and unchecked; load_taxonomies.h merges. `name` is for messages.
//
// Errors of all: InvalidArgument that names the file and the line.

#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/vocabulary.h"
#include "index_builder/sources/reference/json_document.h"

namespace waypost::sources {

// esd-toolkit / LG Inform Plus lists: "Identifier,Label,Description,...,Type,Parent identifiers".
// The type of a row says which list it is of: Service, Function, Need or Circumstance. Of several
// parents (separated by ";" or ",") the first one counts.
//
// gov.uk's list of services: "LGSL,Description,Providing Tier". An LGSL number is an esd service
// number.
//
// Tables of what serves what, one of these columns each: service_type (or taxonomy_id), need,
// circumstance, function, with "_id" or "_label" behind the name if need be. Each row maps its
// need, circumstance and function to its service type.
absl::Status ReadTaxonomyCsv(const std::string& name, std::string_view text,
                             record::ProblemSink& sink, record::Taxonomy& taxonomy);
// Whether the header is one of those; false also for text that is no CSV.
bool LooksLikeTaxonomyCsv(std::string_view text);

// esd functions with their services (root <Functions>). Functions form their own vocabulary,
// "esdFunctions", because a term's parent is of its own list; each service of a function is a
// mapping from the function to the service type.
//
// Open Eligibility (root <taxonomy>): <services> become the vocabulary "openEligibility",
// <situations> "openEligibilitySituations". Its declaration says XML version 2.0, which does not
// exist; the declaration is not looked at.
absl::Status ReadTaxonomyXml(const std::string& name, std::string_view text,
                             record::ProblemSink& sink, record::Taxonomy& taxonomy);

// Any of these, told by their shape:
//  * SKOS as JSON-LD, as OpenActive publishes it: "concept": [{"id", "prefLabel", "broader",
//  "altLabel",
//    "notation"}]; of several broader terms the first that is in the list is the parent. The
//    notation is another id.
//  * ORUK terms: an array or a page ("contents", "content", "items") of v3 terms (`code`,
//  `taxonomy`,
//    `term_uri`, `parent_id`) or v1 terms (`vocabulary`, `parent`).
//  * Outpost terms, nested by "children", with "slug"; vocabulary "outpost".
//  * Open Eligibility as JSON ("top_level", "second_level", ...); vocabulary
//  "openEligibilityOhana",
//    because its numbers are not those of 2.0.
//  * LGA mappings: {"list": {"items": [{"identifier", "label", "mappings": [...]}]}}, to service
//  types.
//    From needs or circumstances: told by URIs or prefixes of the identifiers, else by the word
//    "circumstance" or "need" in the list's own name or the file name, else needs.
absl::Status ReadTaxonomyJson(const std::string& name, std::string_view text,
                              record::ProblemSink& sink, record::Taxonomy& taxonomy);

// The parts of ReadTaxonomyJson.
absl::Status ReadSkos(const std::string& name, JsonElement root, record::Taxonomy& taxonomy);
absl::Status ReadLgaMapping(const std::string& name, JsonElement root, record::Taxonomy& taxonomy);
absl::Status ReadOrukTerms(const std::string& name, JsonElement root, record::Taxonomy& taxonomy);
absl::Status ReadNestedTerms(const std::string& name, JsonElement root, record::Taxonomy& taxonomy);

// This project's own form; data/taxonomies/README.md documents it.
absl::Status ReadTaxonomyToml(const std::string& name, std::string_view text,
                              record::ProblemSink& sink, record::Taxonomy& taxonomy);

}  // namespace waypost::sources
