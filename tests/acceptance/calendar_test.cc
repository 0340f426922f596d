// calendar.tsv: rows as feeds state them, a question, and the answer that a person would give.

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "engine/query/filters/date_answers.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/search.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/schedule_fields.h"
#include "index_builder/sources/reference/bank_holidays.h"
#include "tests/acceptance/expected_table.h"
#include "tests/support/memory_index.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/small_directory.h"

namespace waypost::testing {
namespace {

const std::string kRoot = WAYPOST_SOURCE_DIR;

std::vector<record::BankHoliday> BankHolidaysOfTheProject() {
  record::CollectingSink sink;
  const std::string name = kRoot + "/data/calendar/bank-holidays.json";
  auto holidays = sources::ParseBankHolidays(name, ReadFile(name), sink);
  EXPECT_TRUE(holidays.ok()) << holidays.status().ToString();
  return holidays.ok() ? *std::move(holidays) : std::vector<record::BankHoliday>();
}

// "freq=WEEKLY byday=TU" by name; "_" stands for a space inside a value.
using Cells = std::map<std::string, std::string, std::less<>>;
Cells CellsOf(const std::string& text) {
  Cells cells;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    std::string value = word.substr(word.find('=') + 1);
    std::replace(value.begin(), value.end(), '_', ' ');
    cells[word.substr(0, word.find('='))] = value;
  }
  return cells;
}

void AddRows(const std::string& text, record::Service& service) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "alpha", "s");
  for (const std::string& row : ListCell(text)) {
    const Cells cells = CellsOf(row);
    const auto cell = [&](std::string_view name) -> std::string_view {
      const auto found = cells.find(name);
      return found == cells.end() ? std::string_view() : found->second;
    };
    for (record::Schedule& schedule :
         record::ReadSchedule(report, {.freq = cell("freq"),
                                      .interval = cell("interval"),
                                      .count = cell("count"),
                                      .byday = cell("byday"),
                                      .dtstart = cell("dtstart"),
                                      .until = cell("until"),
                                      .valid_from = cell("valid_from"),
                                      .valid_to = cell("valid_to"),
                                      .except = cell("except"),
                                      .opens_at = cell("opens_at"),
                                      .closes_at = cell("closes_at"),
                                      .description = cell("description")})) {
      service.schedules.push_back(std::move(schedule));
    }
  }
}

// "closed FIRST LAST", "usual FIRST LAST" or "open FIRST LAST OPENS CLOSES".
void AddHolidays(const std::string& text, record::Service& service) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "alpha", "s");
  for (const std::string& row : ListCell(text)) {
    std::istringstream words(row);
    std::string kind, first, last, opens, closes;
    words >> kind >> first >> last >> opens >> closes;
    service.holiday_schedules.push_back(
        record::ReadHoliday(report, {.id = "",
                                     .closed = kind == "closed" ? "true" : "false",
                                     .opens_at = opens,
                                     .closes_at = closes,
                                     .start_date = first,
                                     .end_date = last}));
  }
}

record::Service ServiceThere(const std::string& where) {
  if (where == "england") return ServiceAt("s", 51.5, -2.5);
  if (where == "scotland") return ServiceAt("s", 56.5, -3.5);
  record::Service service = Service("s");
  if (where == "serves Scotland") service.areas = {{.name = "Scotland"}};
  if (where == "serves England") service.areas = {{.name = "England"}};
  return service;
}

// England is in SmallDirectory.
void AddScotland(record::Gazetteer& gazetteer) {
  record::Area north;
  north.kind = record::AreaKind::kAuthority;
  north.code = "S12000001";
  north.name = "North";
  north.parents = {"Scotland"};
  north.polygons = {
      {{Point(56, -4), Point(56, -3), Point(57, -3), Point(57, -4), Point(56, -4)}, {}}};
  record::Area scotland;
  scotland.kind = record::AreaKind::kNation;
  scotland.code = "S92000003";
  scotland.name = "Scotland";
  scotland.parents = {"United Kingdom"};
  gazetteer.authority_codes.push_back(north.code);
  gazetteer.areas.push_back(std::move(north));
  gazetteer.areas.push_back(std::move(scotland));
}

std::shared_ptr<const Index> IndexOfCase(const ExpectedRow& row) {
  record::Service service = ServiceThere(row.at("where"));
  AddRows(row.at("rows"), service);
  AddHolidays(row.at("holidays"), service);
  record::Directory directory = SmallDirectory({std::move(service)});
  directory.as_of = *ParseIsoDate(row.at("as_of"));
  directory.gazetteer.bank_holidays = BankHolidaysOfTheProject();
  AddScotland(directory.gazetteer);
  auto index = IndexOf(std::move(directory));
  EXPECT_TRUE(index.ok()) << index.status().ToString();
  return index.ok() ? *std::move(index) : nullptr;
}

std::string AnswerOf(const Index& index, const query::Result& result) {
  if (result.total == 0) return "no";
  if (result.total_certain == 1) return "yes";
  for (query::FilterKind kind : result.hits.front().not_stated) {
    if (!query::AsksDate(kind)) continue;
    const auto found =
        query::FoundOccurrence(index, result.resolved, kind, result.hits.front().doc);
    if (found && found->bank_holiday) return "possible on a bank holiday";
  }
  return "possible";
}

std::string Ask(const ExpectedRow& row) {
  const auto index = IndexOfCase(row);
  if (index == nullptr) return "no index";
  const auto query = query::ParseQuery(ParametersOf(row.at("question")));
  const LocalMinute noon{index->as_of(), MinuteOfDay(12 * 60)};
  const auto result = query.ok() ? query::Search(*index, *query, noon) : query.status();
  if (!result.ok()) {
    const auto error = query::RequestErrorOf(result.status());
    return error ? error->code : result.status().ToString();
  }
  return AnswerOf(*index, *result);
}

TEST(Calendar, AnswersAsTheTableSays) {
  const std::vector<ExpectedRow> rows = ReadTable(kRoot + "/tests/acceptance/calendar.tsv");
  ASSERT_GE(rows.size(), 50U);
  std::set<std::string> answers;
  for (const ExpectedRow& row : rows) {
    const std::string answer = Ask(row);
    EXPECT_EQ(answer, row.at("expected")) << row.at("case") << ": " << row.at("question");
    answers.insert(answer);
  }
  EXPECT_EQ(answers.size(), 6U) << "every kind of answer is in the table";
}

}  // namespace
}  // namespace waypost::testing
