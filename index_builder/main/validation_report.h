#pragma once

// What a validation found, for people and for programs.
//
// The JSON is one object, its members always in this order:
//
//   target, standard ("1.0", "3.0"), complete, file,
//   counts     {pages, records, full_records, errors, warnings, notes}
//   traffic    {requests, kept, slow_downs, waited_ms}              of an address only
//   self_tests {name|age|postcode|term|hours: {records, found, not_found, untested, why}}
//   findings   [{code, severity, count, meaning, fix,
//                fields [{field, count}], places [{page, record, pointer, what}]}]
//
// Findings stand by severity, then in the order of VALIDATE.md; at most FindingList::kMaxKept
// places of each are named, the count is of all.

#include <string>

#include "index_builder/validate/validation.h"

namespace waypost::builder {

std::string TextReport(const validate::Validation& validation);
std::string JsonReport(const validate::Validation& validation);

}  // namespace waypost::builder
