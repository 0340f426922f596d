#pragma once

// How to reach a service of an HSDS package: contacts and phones.

#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {

// Adds contacts and phones that hang on the service, its places and its contacts, each where it
// belongs. Phones of the organisation alone become the service's when there is no other number.
// REQUIRES: the locations of `service` are there.
void AddHsdsContacts(HsdsTables& tables, const TableRow& row, const record::FieldReport& report,
                     record::Service& service);

}  // namespace waypost::sources
