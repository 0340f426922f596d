#pragma once

// Whose bank holidays hold where: by the codes of the Office for National Statistics, whose first
// letter is the nation.
//
//   DivisionsOfCodes({"E06000023"})               England and Wales
//   DivisionsOfCodes({"S12000036", "E06000057"})  Scotland, and England and Wales
//   DivisionsOfCodes({"K02000001"})               all, as for no code at all: nobody knows which

#include <string>
#include <vector>

#include "engine/core/enum_set.h"
#include "engine/hours/bank_holidays.h"

namespace waypost::prepare {

EnumSet<HolidayDivision> DivisionsOfCodes(const std::vector<std::string>& codes);

}  // namespace waypost::prepare
