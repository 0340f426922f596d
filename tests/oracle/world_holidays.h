#pragma once

// The bank holidays of a world, and what its services state about them and about other single days.

#include <vector>

#include "index_builder/record/directory.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// More than real years have, most of them about `today`, some of one division only, a few at the
// edges of what an index of `as_of` knows.
std::vector<record::BankHoliday> MakeBankHolidays(Date as_of, Date today, Random& random);

// Closed, other times, open as usual, or one that says nothing; often on bank holidays of
// `directory`.
record::HolidaySchedule MakeHolidaySchedule(const record::Directory& directory, Date today,
                                            Random& random);

}  // namespace waypost::oracle
