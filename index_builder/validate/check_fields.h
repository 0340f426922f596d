#pragma once

// Holds a record, and everything in it, to the tables of field_rules.h: what is required is there,
// every value has its type and is written as it should be, unknown members are told.

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/field_rules.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

// `value` stands at `pointer` in the record. As deep as JsonDocument lets anything be.
// O(size of the record).
void CheckFields(sources::JsonElement value, Entity entity, const std::string& pointer,
                 RecordCheck& check);

// A text of nothing but white space and control characters, which says nothing.
bool IsBlank(sources::JsonElement value);

}  // namespace waypost::validate
