#include "server/oruk/asked_times.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "server/oruk/parallel_lists.h"
#include "server/request/parameters.h"

namespace waypost::oruk {
namespace {

using Clocks = std::vector<std::optional<MinuteOfDay>>;

// Adds a window to the time that is asked: the first is the question's own. One that says nothing
// is a place that was left empty, not any time at all.
void AddChoice(const query::TimeChoice& choice, query::Query& query) {
  if (choice.days.empty() && !choice.from && !choice.to) return;
  if (!query.HasTimeFilter()) {
    query.days = choice.days;
    query.from = choice.from;
    query.to = choice.to;
  } else {
    query.dialect.or_times.push_back(choice);
  }
}

// "2MO", as monthly rows write their days, is a Monday: which of the month is not asked.
std::string_view WithoutOrdinal(std::string_view text) {
  constexpr std::size_t kDay = 2;
  std::string_view ordinal = text.substr(0, text.size() - std::min(text.size(), kDay));
  const std::string_view day = text.substr(ordinal.size());
  if (ordinal.starts_with('-') || ordinal.starts_with('+')) ordinal.remove_prefix(1);
  const bool is_ordinal = ordinal.size() == 1 && ordinal.front() >= '1' && ordinal.front() <= '5';
  return is_ordinal ? day : text;
}

absl::StatusOr<Weekday> ReadDay(std::string_view text) {
  std::string upper(WithoutOrdinal(text));
  std::ranges::transform(upper, upper.begin(), ToUpper);
  if (const std::optional<Weekday> day = ParseWeekday(upper)) return *day;
  return server::BadValue("day", "day takes MO, TU, WE, TH, FR, SA and SU, also as 2MO or -1FR");
}

absl::StatusOr<EnumSet<Weekday>> ReadDays(const std::vector<std::string>& texts) {
  EnumSet<Weekday> days;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    ASSIGN_OR_RETURN(const Weekday day, ReadDay(text));
    days.Add(day);
  }
  return days;
}

absl::Status ReadParallelTimes(const Clocks& starts, const Clocks& ends,
                               const std::vector<std::string>& texts, query::Query& query) {
  const std::array<ListLength, 3> lists = {
      {{"start_time", starts.size()}, {"end_time", ends.size()}, {"day", texts.size()}}};
  ASSIGN_OR_RETURN(const std::size_t places, PlacesOf(lists));
  for (std::size_t i = 0; i < places; ++i) {
    ASSIGN_OR_RETURN(const EnumSet<Weekday> days, ReadDays({ValueAt(texts, i)}));
    AddChoice({.days = days, .from = ValueAt(starts, i), .to = ValueAt(ends, i)}, query);
  }
  return absl::OkStatus();
}

// When sessions begin.
absl::StatusOr<Clocks> ReadBeginnings(const Asked& asked, std::string_view name) {
  ASSIGN_OR_RETURN(Clocks clocks, asked.Clocks(name));
  if (std::ranges::find(clocks, MinuteOfDay(kMinutesPerDay)) == clocks.end()) return clocks;
  return server::BadValue(name, "no session begins at 24:00; give 00:00 of the next day");
}

// As one client sends them, each window for any of the days.
absl::Status ReadOtherTimes(const Asked& asked, const std::vector<std::string>& texts,
                            query::Query& query) {
  ASSIGN_OR_RETURN(const EnumSet<Weekday> days, ReadDays(texts));
  ASSIGN_OR_RETURN(const Clocks from, ReadBeginnings(asked, "startTime"));
  ASSIGN_OR_RETURN(const Clocks to, asked.Clocks("endTime"));
  const std::array<ListLength, 2> lists = {{{"startTime", from.size()}, {"endTime", to.size()}}};
  ASSIGN_OR_RETURN(const std::size_t windows, PlacesOf(lists));
  if (windows == 0) {
    query.time_match = TimeMatch::kWithin;
    AddChoice({.days = days, .from = {}, .to = {}}, query);
  }
  for (std::size_t i = 0; i < windows; ++i) {
    const query::TimeChoice choice{.days = days, .from = ValueAt(from, i), .to = ValueAt(to, i)};
    if (choice.from || choice.to) AddChoice(choice, query);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ReadTimes(const Asked& asked, query::Query& query) {
  ASSIGN_OR_RETURN(const Clocks starts, ReadBeginnings(asked, "start_time"));
  ASSIGN_OR_RETURN(const Clocks ends, asked.Clocks("end_time"));
  ASSIGN_OR_RETURN(const std::vector<std::string> texts, asked.ListWithGaps("day"));
  if (starts.empty() && ends.empty()) return ReadOtherTimes(asked, texts, query);
  query.time_match = TimeMatch::kWithin;
  if (starts.size() > 1 || ends.size() > 1) return ReadParallelTimes(starts, ends, texts, query);
  // One window with several days is one of any of them.
  ASSIGN_OR_RETURN(const EnumSet<Weekday> days, ReadDays(texts));
  AddChoice({.days = days, .from = ValueAt(starts, 0), .to = ValueAt(ends, 0)}, query);
  return absl::OkStatus();
}

}  // namespace waypost::oruk
