#pragma once

// The areas that rows of lists of authorities describe: the work behind AuthorityListBuilder, whose
// header says the rules.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "index_builder/record/gazetteer.h"
#include "index_builder/sources/reference/authority_rows.h"

namespace waypost::sources {

struct AssembledAuthorities {
  std::vector<record::Area> areas;                            // ascending by code
  std::map<std::string, std::string, std::less<>> canonical;  // former code to the one in force
};

// `rows` of all lists, in the order of the lists.
AssembledAuthorities AssembleAuthorities(const std::vector<AuthorityRow>& rows);

}  // namespace waypost::sources
