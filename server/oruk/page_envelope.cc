#include "server/oruk/page_envelope.h"

#include <algorithm>

namespace waypost::oruk {
namespace {

struct Names {
  std::string_view total, pages, number, size, first, last, empty, rows;
  std::int64_t pages_of_nothing;
};

// Of v3 an empty list has one page: so all rules of the official pagination test can hold. Servers
// of 1.0 say none.
constexpr Names kV3 = {"total_items", "total_pages", "page_number", "size", "first_page",
                       "last_page",   "empty",       "contents",    1};
constexpr Names kV1 = {"totalElements", "totalPages", "number",  "size", "first",
                       "last",          "empty",      "content", 0};

// What is made ready for a page that nobody has seen.
constexpr std::size_t kMostRoom = std::size_t{4} << 20;

absl::Status WriteRows(const Rows& rows, JsonText& json) {
  for (std::size_t i = 0; i < rows.count; ++i) {
    const std::size_t begin = json.text().size();
    json.StartObject();
    RETURN_IF_ERROR(rows.write(i, json));
    json.EndObject();
    // Rows are much alike, and moving what is written costs more than room that is not used.
    if (i == 0) json.Expect(std::min(kMostRoom, 2 * rows.count * (json.text().size() - begin)));
  }
  return absl::OkStatus();
}

}  // namespace

PagePart PartOf(const Paging& paging, std::size_t total) {
  const auto size = static_cast<std::size_t>(paging.per_page);
  const std::size_t first = std::min((static_cast<std::size_t>(paging.page) - 1) * size, total);
  return {.first = first, .count = std::min(size, total - first)};
}

absl::StatusOr<std::string> WritePage(Dialect dialect, const Paging& paging, const Rows& rows) {
  const Names& names = dialect == Dialect::kV3 ? kV3 : kV1;
  const auto total = static_cast<std::int64_t>(rows.total);
  const std::int64_t pages =
      total == 0 ? names.pages_of_nothing : (total - 1) / paging.per_page + 1;
  JsonText json;
  json.StartObject()
      .Whole(names.total, total)
      .Whole(names.pages, pages)
      .Whole(names.number, paging.page)
      .Whole(names.size, static_cast<std::int64_t>(rows.count))
      .Bool(names.first, paging.page == 1)
      .Bool(names.last, paging.page == std::max<std::int64_t>(pages, 1))
      .Bool(names.empty, rows.count == 0)
      .StartArray(names.rows);
  RETURN_IF_ERROR(WriteRows(rows, json));
  json.EndArray().EndObject();
  return std::move(json).Take();
}

absl::StatusOr<std::string> WriteArray(const Rows& rows) {
  JsonText json;
  json.StartObject().StartArray("rows");
  RETURN_IF_ERROR(WriteRows(rows, json));
  json.EndArray().EndObject();
  const std::string text = std::move(json).Take();
  constexpr std::string_view kBefore = R"({"rows":)";
  return text.substr(kBefore.size(), text.size() - kBefore.size() - 1);
}

absl::StatusOr<std::string> WriteLines(const Rows& rows, std::size_t first, std::size_t last) {
  JsonText json;
  for (std::size_t i = first; i < std::min(last, rows.count); ++i) {
    json.StartObject();
    RETURN_IF_ERROR(rows.write(i, json));
    json.EndObject().EndLine();
  }
  return std::move(json).Take();
}

}  // namespace waypost::oruk
