#include "tests/oracle/date_facts.h"

#include <algorithm>
#include <bitset>

namespace waypost::oracle {
namespace {

using std::chrono::days;

// The day before the asked one, the asked one, the next, and what sessions of that run into.
constexpr std::size_t kBoardMinutes = std::size_t{4} * kMinutesPerDay;
using Board = std::bitset<kBoardMinutes>;

// What is asked of one date.
struct AskedDate {
  Date date;
  Window window;
  query::TimeMatch match = query::TimeMatch::kOverlap;
  bool has_times = true;  // a time of the day is asked for

  // The window on the board of minutes.
  Window OnBoard() const { return {kMinutesPerDay + window.start, window.length}; }
  // The days whose sessions are looked at.
  Date last_day() const {
    return date + days(window.start + window.length > kMinutesPerDay ? 1 : 0);
  }
};

Window OnBoard(const AskedDate& asked, const Start& start) {
  const int days_in = static_cast<int>((start.day - asked.date).count()) + 1;
  return {days_in * kMinutesPerDay + start.times->opens, start.times->length};
}

void Mark(Board& board, const Window& minutes) {
  for (int i = 0; i < minutes.length; ++i) {
    board.set(static_cast<std::size_t>(minutes.start + i));
  }
}

int CountMarked(const Board& board, const Window& window) {
  int marked = 0;
  for (int i = 0; i < window.length; ++i) {
    marked += board.test(static_cast<std::size_t>(window.start + i)) ? 1 : 0;
  }
  return marked;
}

// Sessions with times, all of which are sure to happen or all of which may.
bool MeetAsAsked(const std::vector<Start>& starts, const AskedDate& asked) {
  const Window window = asked.OnBoard();
  Board board;
  bool one_is_within = false;
  for (const Start& start : starts) {
    const Window session = OnBoard(asked, start);
    Mark(board, session);
    one_is_within |= session.start >= window.start &&
                     session.start + session.length <= window.start + window.length;
  }
  switch (asked.match) {
    case query::TimeMatch::kOverlap:
      return CountMarked(board, window) > 0;
    case query::TimeMatch::kWithin:
      return one_is_within;
    case query::TimeMatch::kCovers:
      return CountMarked(board, window) == window.length;
  }
  return false;
}

// What is known of the sessions around a date.
struct Around {
  std::vector<Start> sure;
  std::vector<Start> possible;     // the sure ones too
  Fact without_times = Fact::kNo;  // what days without times say
};

Around Gather(const Question& question, const Diary& diary, const AskedDate& asked) {
  Around around;
  const bool day_before_counts = !question.faults.Has(ScanFault::kDayBeforeLost);
  for (Date day = asked.date - days(day_before_counts ? 1 : 0); day <= asked.last_day();
       day += days(1)) {
    for (Start start : diary.rota().StartsOn(day)) {
      const bool is_sure = !diary.IsInDoubt(start);
      if (!start.times) {
        const Fact fact = is_sure && !asked.has_times ? Fact::kYes : Fact::kNotStated;
        if (day == asked.date) around.without_times = Or(around.without_times, fact);
        continue;
      }
      if (question.faults.Has(ScanFault::kClosingMinuteIsOpen)) ++start.times->length;
      if (is_sure) around.sure.push_back(start);
      around.possible.push_back(start);
    }
  }
  return around;
}

// True when a list of dates may have a session just outside what is known that reaches the window.
bool MayBeReachedFromOutside(const Question& question, const Diary& diary, AskedDate asked) {
  asked.match = query::TimeMatch::kOverlap;
  for (const Date day : {asked.date - days(1), asked.last_day()}) {
    if (question.known.Has(day)) continue;
    for (const Start& start : diary.rota().MayStartOn(day)) {
      if (start.times && MeetAsAsked({start}, asked)) return true;
    }
  }
  return false;
}

Fact UnknownDayFact(const Question& question) {
  return question.faults.Has(ScanFault::kUnknownDaysAreNo) ? Fact::kNo : Fact::kNotStated;
}

// The fact of a date on which nothing was found, of the asked dates from `first` to `last`.
Fact NothingFact(const Question& question, const Diary& diary, Date day, Date first, Date last) {
  const bool is_stated = diary.rota().IsStatedOn(day) || diary.rota().IsAllOver(first, last);
  return is_stated || question.faults.Has(ScanFault::kExpiredIsNo) ? Fact::kNo : Fact::kNotStated;
}

Fact DateFact(const Question& question, const Diary& diary, const AskedDate& asked) {
  if (!question.known.Has(asked.date)) return UnknownDayFact(question);
  const Around around = Gather(question, diary, asked);
  if (around.without_times == Fact::kYes || MeetAsAsked(around.sure, asked)) return Fact::kYes;
  if (around.without_times == Fact::kNotStated || MeetAsAsked(around.possible, asked) ||
      MayBeReachedFromOutside(question, diary, asked)) {
    return Fact::kNotStated;
  }
  return NothingFact(question, diary, asked.date, asked.date, asked.date);
}

// "E06000023" is of England.
std::string DivisionOf(const std::string& code) {
  switch (code.empty() ? ' ' : code[0]) {
    case 'E':
    case 'W':
      return "england-and-wales";
    case 'S':
      return "scotland";
    case 'N':
      return "northern-ireland";
    default:
      return "";
  }
}

// The codes of the areas in which the document is, else of those about its postcode, else of those
// that it is for; "" for an area without code.
std::vector<std::string> CodesOf(const Question& question, const Document& document) {
  if (document.position()) {
    const record::Location& location = *document.location();
    const AuthoritySet own = question.atlas.AuthoritiesOf(*location.position, location.precision,
                                                          location.address.postcode);
    if (!own.empty()) return {own.begin(), own.end()};
    const AuthoritySet around = question.atlas.AuthoritiesAround(location.address.postcode);
    if (!around.empty()) return {around.begin(), around.end()};
  }
  std::vector<std::string> codes;
  for (const StatedArea& area : question.AreasOf(document)) {
    codes.push_back(area.named == nullptr ? "" : area.named->code);
  }
  return codes;
}

}  // namespace

std::vector<std::string> DivisionsOf(const Question& question, const Document& document) {
  const std::vector<std::string> all = {"england-and-wales", "scotland", "northern-ireland"};
  if (question.faults.Has(ScanFault::kBankHolidaysOfAll)) return all;
  std::vector<std::string> divisions;
  for (const std::string& code : CodesOf(question, document)) {
    divisions.push_back(DivisionOf(code));
    if (divisions.back().empty()) return all;
  }
  return divisions.empty() ? all : divisions;
}

Diary::Diary(const Question& question, const Document& document)
    : question_(question),
      rota_(document, question.known, question.faults),
      divisions_(DivisionsOf(question, document)) {}

bool Diary::IsInDoubt(const Start& start) const {
  if (start.names_its_day || question_.faults.Has(ScanFault::kBankHolidaysIgnored)) return false;
  const auto& holidays = question_.directory.gazetteer.bank_holidays;
  return std::any_of(holidays.begin(), holidays.end(), [&](const record::BankHoliday& holiday) {
    return holiday.date == start.day &&
           std::find(divisions_.begin(), divisions_.end(), holiday.division) != divisions_.end();
  });
}

Fact OnFact(const Question& question, const Diary& diary) {
  const query::Query& query = question.query;
  return DateFact(question, diary,
                  {.date = *query.on,
                   .window = WindowOf(question.Time(), question.faults),
                   .match = query.time_match,
                   .has_times = query.from || query.to});
}

Fact OpenAtFact(const Question& question, const Diary& diary) {
  const LocalMinute& minute = *question.open_at;
  return DateFact(question, diary, {.date = minute.date, .window = {minute.Running(), 1}});
}

Fact NextDaysFact(const Question& question, const Diary& diary) {
  const Date today = question.today;
  Date first = today;
  Date last = today + days(*question.query.next_days);
  if (question.faults.Has(ScanFault::kTodayIsOver)) first += days(1);
  if (question.faults.Has(ScanFault::kLastDayLost)) last -= days(1);
  if (last < question.known.first || first > question.known.last) return UnknownDayFact(question);
  Fact fact = Fact::kNo;
  for (Date day = first; day <= last && fact != Fact::kYes; day += days(1)) {
    if (!question.known.Has(day)) {
      fact = Or(fact, UnknownDayFact(question));
      continue;
    }
    for (const Start& start : diary.rota().StartsOn(day)) {
      if (day == today && start.times && start.times->opens < question.now.NextStart()) continue;
      const bool is_to_come = start.times || day > today;
      fact = Or(fact, is_to_come && !diary.IsInDoubt(start) ? Fact::kYes : Fact::kNotStated);
    }
    if (fact == Fact::kNo) fact = NothingFact(question, diary, day, first, last);
  }
  return fact;
}

}  // namespace waypost::oracle
