#include "tests/oracle/row_text.h"

#include "tests/oracle/query_text.h"

namespace waypost::oracle {
namespace {

// Words with one space between them.
class Sentence {
 public:
  void Add(const std::string& word) { text_ += (text_.empty() || word.empty() ? "" : " ") + word; }
  void Add(const char* name, const std::optional<Date>& date) {
    if (date) Add(std::string(name) + " " + FormatIsoDate(*date));
  }
  void Add(const char* name, const std::optional<MinuteOfDay>& time) {
    if (time) Add(std::string(name) + " " + ClockText(*time));
  }
  void Add(const char* name, const std::optional<int>& number) {
    if (number) Add(std::string(name) + " " + std::to_string(*number));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

template <typename Rows>
std::string LinesOf(const std::string& owner, const Rows& rows) {
  std::string lines;
  for (const auto& row : rows) lines += "\n    " + owner + ": " + RowText(row);
  return lines;
}

}  // namespace

std::string RowText(const record::Schedule& row) {
  Sentence sentence;
  if (row.unreadable) sentence.Add("unreadable");
  sentence.Add(row.freq);
  sentence.Add("interval", row.interval);
  sentence.Add("count", row.count);
  for (const record::ByDay& by : row.byday) {
    sentence.Add((by.ordinal == 0 ? "" : std::to_string(by.ordinal)) +
                 std::string(NameOf(by.weekday)));
  }
  for (int day : row.bymonthday) sentence.Add("day", std::optional(day));
  if (row.wkst) sentence.Add("week starts " + std::string(NameOf(*row.wkst)));
  sentence.Add("dtstart", row.dtstart);
  sentence.Add("until", row.until);
  sentence.Add("valid from", row.valid_from);
  sentence.Add("valid to", row.valid_to);
  for (Date date : row.except) sentence.Add("except", std::optional(date));
  sentence.Add("opens", row.opens_at);
  sentence.Add("closes", row.closes_at);
  return sentence.text();
}

std::string RowText(const record::HolidaySchedule& row) {
  Sentence sentence;
  sentence.Add(!row.closed ? "holiday" : *row.closed ? "closed" : "not closed");
  sentence.Add("from", row.start_date);
  sentence.Add("to", row.end_date);
  sentence.Add("opens", row.opens_at);
  sentence.Add("closes", row.closes_at);
  return sentence.text();
}

std::string RowsText(const record::Service& service) {
  std::string lines;
  for (const record::ServiceArea& area : service.areas) {
    lines += "\n    for " + area.name + area.uri + (area.extent.empty() ? "" : " with an outline");
  }
  lines += LinesOf("everywhere", service.schedules);
  lines += LinesOf("everywhere", service.holiday_schedules);
  for (const record::ServiceAtLocation& at : service.locations) {
    lines += LinesOf("at " + at.location.id, at.schedules);
    lines += LinesOf("at " + at.location.id, at.holiday_schedules);
  }
  return lines;
}

}  // namespace waypost::oracle
