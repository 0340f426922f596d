#include "tests/index_builder/prepare/random_schedule.h"

#include <algorithm>
#include <array>

#include "tests/support/random_seed.h"

namespace waypost::prepare {
namespace {

using record::Schedule;
using std::chrono::days;

class RuleMaker {
 public:
  RuleMaker(std::mt19937_64& random, const RandomScheduleOptions& options)
      : random_(random), options_(options) {}

  Schedule Make() {
    static constexpr std::array<const char*, 6> kFrequencies = {"WEEKLY",  "WEEKLY", "MONTHLY",
                                                                "MONTHLY", "DAILY",  "YEARLY"};
    row_.freq = kFrequencies[static_cast<std::size_t>(Between(0, 5))];
    if (!OneIn(8)) row_.dtstart = options_.around + days(Between(-1100, 380));
    AddDays();
    if (!row_.dtstart && NeedsStart()) row_.dtstart = options_.around - days(Between(0, 400));
    if (row_.dtstart) AddSteps();
    if (OneIn(2)) row_.wkst = AnyWeekday();
    if (options_.with_excepted_days && OneIn(4)) AddExcepted();
    return row_;
  }

 private:
  int Between(int first, int last) {
    return static_cast<int>(testing::RandomWithin(random_, first, last));
  }
  bool OneIn(int n) { return Between(1, n) == 1; }
  Weekday AnyWeekday() { return static_cast<Weekday>(Between(0, 6)); }
  int AnyOf(int most) { return OneIn(4) ? -Between(1, most) : Between(1, most); }

  void AddWeekdays(int most_ordinal) {
    for (int left = Between(1, 3); left > 0; --left) {
      const record::ByDay day{most_ordinal == 0 || OneIn(3) ? 0 : AnyOf(most_ordinal),
                              AnyWeekday()};
      if (std::find(row_.byday.begin(), row_.byday.end(), day) == row_.byday.end()) {
        row_.byday.push_back(day);
      }
    }
  }
  void AddNumbers(std::vector<int>& list, int most) {
    for (int left = Between(1, 4); left > 0; --left) list.push_back(AnyOf(most));
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  void AddDays() {
    if (row_.freq == "WEEKLY") {
      if (!OneIn(4)) AddWeekdays(0);
    } else if (row_.freq == "MONTHLY") {
      if (!OneIn(3)) AddWeekdays(5);
      if (OneIn(3)) AddNumbers(row_.bymonthday, 31);
    } else if (row_.freq == "DAILY") {
      if (OneIn(3)) AddWeekdays(0);
      if (OneIn(4)) AddNumbers(row_.bymonthday, 31);
    } else {
      AddYearDays();
    }
  }
  void AddYearDays() {
    switch (Between(0, 4)) {
      case 0:
        return AddWeekdays(53);
      case 1:
        return AddNumbers(row_.bymonthday, 31);
      case 2:
        return AddNumbers(row_.byyearday, 366);
      case 3:
        AddNumbers(row_.byweekno, 53);
        if (OneIn(2)) AddWeekdays(0);
        return;
      default:
        return;
    }
  }

  bool NeedsStart() const {
    if (row_.freq == "DAILY" || !row_.byday.empty()) return false;
    return row_.freq == "WEEKLY" || (row_.bymonthday.empty() && row_.byyearday.empty());
  }
  void AddSteps() {
    if (OneIn(2) && row_.byweekno.empty()) row_.interval = Between(1, 5);
    if (OneIn(4)) {
      row_.count = Between(1, OneIn(3) ? 400 : 30);
    } else if (OneIn(3)) {
      row_.until = *row_.dtstart + days(Between(-5, 900));
    }
  }
  void AddExcepted() {
    for (int left = Between(1, 20); left > 0; --left) {
      row_.except.push_back(options_.around + days(Between(-10, 420)));
    }
  }

  std::mt19937_64& random_;
  const RandomScheduleOptions& options_;
  Schedule row_;
};

}  // namespace

Schedule RandomRule(std::mt19937_64& random, const RandomScheduleOptions& options) {
  return RuleMaker(random, options).Make();
}

}  // namespace waypost::prepare
