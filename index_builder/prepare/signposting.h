#pragma once

// Whether a record only tells where else to look: a directory, a list, a finder.
//
//   OnlySignposts({.name = "Find a dentist"})                                      // true
//   OnlySignposts({.name = "Find a dentist", .schedules = {...}})                  // false
//   OnlySignposts({.name = "Advice centre", .description = "Advice, signposting"}) // false
//
// It calls itself one (by its name, or in the first words of its description), and states nothing
// that one could come to: no session, cost, age or way in, and no venue or home visit as its manner
// of attending. An address may be that of its office.
// QUERY.md, "Shortlist", lists the words. O(length of name and of the first words).

#include "index_builder/record/record.h"

namespace waypost::prepare {

bool OnlySignposts(const record::Service& service);

}  // namespace waypost::prepare
