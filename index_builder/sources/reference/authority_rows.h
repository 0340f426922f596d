#pragma once

// Lists of local authorities, in the layouts that are published, as rows of one shape.
//
//   mySociety  "local-authority-code,official-name,nice-name,gss-code,..." (CC BY 4.0), also
//   abolished
//              authorities and what replaced them, regions and combined authorities
//   gov.uk     "id,gss,...,tier_id,parent_local_authority_id,...,country_name,...,name"
//   Waypost    "kind,code,name,other_names,parents" (data/places/authorities.csv; lists within a
//   field
//              are separated by "|")
//   recodings  "former_code,code" (data/places/authority-codes.csv)
//
// The layout is found from the header.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

struct AuthorityRow {
  record::AreaKind kind = record::AreaKind::kAuthority;
  std::string code;                      // GSS; "" only for an ended authority that never had one
  std::string name;                      // "" in a row that only recodes
  std::vector<std::string> other_names;  // former codes among them
  std::vector<std::string> parents;      // codes, or names of regions and nations
  bool ended = false;
  std::vector<std::string> successors;  // codes of what replaced an ended one
};

// True when `stream` begins with the header of one of the layouts; takes nothing from it.
absl::StatusOr<bool> LooksLikeAuthorityList(InputStream& stream);

// Errors: InvalidArgument for a header of no known layout, and what CsvReader says. A current row
// without a code or a name is reported and left out.
absl::StatusOr<std::vector<AuthorityRow>> ReadAuthorityRows(std::unique_ptr<InputStream> stream,
                                                            record::ProblemSink& sink);

// "authority", "county", "region", "nation", "country", "polygon".
std::string_view NameOfAreaKind(record::AreaKind kind);

// Splits at `separator`; pieces are trimmed, empty ones dropped. At most kMaxListPieces: lists of
// names are compared with one another, and no real one is longer than a hundred.
inline constexpr std::size_t kMaxListPieces = 1000;
std::vector<std::string> SplitList(std::string_view text, char separator);

}  // namespace waypost::sources
