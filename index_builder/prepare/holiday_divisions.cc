#include "index_builder/prepare/holiday_divisions.h"

namespace waypost::prepare {

EnumSet<HolidayDivision> DivisionsOfCodes(const std::vector<std::string>& codes) {
  EnumSet<HolidayDivision> divisions;
  for (const std::string& code : codes) {
    switch (code.empty() ? ' ' : code.front()) {
      case 'E':
      case 'W':
        divisions.Add(HolidayDivision::kEnglandAndWales);
        break;
      case 'S':
        divisions.Add(HolidayDivision::kScotland);
        break;
      case 'N':
        divisions.Add(HolidayDivision::kNorthernIreland);
        break;
      default:
        return EnumSet<HolidayDivision>::FromBits(kAllDivisions);
    }
  }
  return divisions.empty() ? EnumSet<HolidayDivision>::FromBits(kAllDivisions) : divisions;
}

}  // namespace waypost::prepare
