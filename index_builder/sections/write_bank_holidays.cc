#include <map>
#include <vector>

#include "engine/hours/bank_holidays.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status WriteBankHolidays(const Prepared& prepared, ArtefactWriter& writer) {
  std::map<DayStamp, EnumSet<HolidayDivision>> divisions_of;
  for (const record::BankHoliday& holiday : prepared.directory.gazetteer.bank_holidays) {
    const auto division = ParseHolidayDivision(holiday.division);
    if (division) divisions_of[DayStampOf(holiday.date)].Add(*division);
  }
  std::vector<BankHoliday> days;
  for (const auto& [day, divisions] : divisions_of) {
    days.push_back({.day = day, .divisions = static_cast<std::uint8_t>(divisions.bits())});
  }
  return writer.AddColumn(SectionId::kBankHolidays, days);
}

}  // namespace waypost::sections
