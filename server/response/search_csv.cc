#include "server/response/search_csv.h"

#include <utility>

#include "server/response/csv_text.h"
#include "server/response/flat_row.h"

namespace waypost::server {
namespace {

// Without it Excel reads UTF-8 as something else.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string CellOf(FlatKind kind, const std::string& value) {
  switch (kind) {
    case FlatKind::kPhone:
      return SheetPhone(value);
    case FlatKind::kNumber:
    case FlatKind::kPoint:
      return value;  // "-2.5" is to stay a number
    case FlatKind::kText:
    case FlatKind::kFact:
    case FlatKind::kRights:
      break;
  }
  return SheetText(value);
}

}  // namespace

HttpResponse SearchCsv(const Index& index, const query::Result& result,
                       const absl::TimeZone& zone) {
  std::string file(kByteOrderMark);
  FlatRow line;
  for (std::size_t i = 0; i < line.size(); ++i) line[i] = kFlatColumns[i].name;
  AppendCsvLine(line, file);
  for (const query::Hit& hit : result.hits) {
    const FlatRow row = FlatRowOf(index, result.resolved, hit, zone);
    for (std::size_t i = 0; i < line.size(); ++i) line[i] = CellOf(kFlatColumns[i].kind, row[i]);
    AppendCsvLine(line, file);
  }
  return {.content_type = "text/csv; charset=utf-8",
          .headers = {{"Content-Disposition", "attachment; filename=\"services.csv\""}},
          .body = std::move(file)};
}

}  // namespace waypost::server
