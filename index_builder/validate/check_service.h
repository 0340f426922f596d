#pragma once

// All checks of one service record, whether a row of a list or a full one.

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

// Whether silence of a record says something: a row of a list leaves out what the full record has.
enum class RecordForm : bool { kRow, kFull };

// O(size of the record). Ids are compared within the record only; see seen_ids.h for the rest.
void CheckService(sources::JsonElement service, RecordForm form, RecordCheck& check);

// True when a record holds lists of the standard: it is more than a row.
bool IsFullRecord(sources::JsonElement service, Standard standard);

}  // namespace waypost::validate
