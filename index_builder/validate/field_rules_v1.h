#pragma once

// Open Referral UK 1.0.

#include "index_builder/validate/field_rules.h"

namespace waypost::validate {

std::span<const FieldRule> FieldsOfV1(Entity entity);

}  // namespace waypost::validate
