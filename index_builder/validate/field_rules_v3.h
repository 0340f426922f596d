#pragma once

// Open Referral UK 3.0 (HSDS-UK).

#include "index_builder/validate/field_rules.h"

namespace waypost::validate {

std::span<const FieldRule> FieldsOfV3(Entity entity);

}  // namespace waypost::validate
