#include "server/oruk/csv_table.h"

#include <algorithm>
#include <map>
#include <vector>

#include "rapidjson/document.h"
#include "rapidjson/stringbuffer.h"
#include "rapidjson/writer.h"
#include "server/response/csv_text.h"

namespace waypost::oruk {
namespace {

constexpr std::string_view kBar = "|";
constexpr std::string_view kPhone = "phones.number";

// What people write is made harmless for a spreadsheet; numbers, which may begin with a minus, are
// written by this server.
std::string ScalarText(const std::string& name, const rapidjson::Value& value) {
  if (value.IsNull()) return {};
  if (value.IsString()) {
    const std::string_view text(value.GetString(), value.GetStringLength());
    return name.ends_with(kPhone) ? server::SheetPhone(text) : server::SheetText(text);
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

class Table {
 public:
  void AddRow(const rapidjson::Value& row) {
    rows_.emplace_back();
    Add("", row);
  }

  std::string Take() const {
    std::string out;
    server::AppendCsvLine(columns_, out);
    for (const auto& row : rows_) {
      std::vector<std::string> fields;
      for (const std::string& column : columns_) {
        const auto found = row.find(column);
        fields.push_back(found == row.end() ? std::string() : found->second);
      }
      server::AppendCsvLine(fields, out);
    }
    return out;
  }

  bool HasColumns() const { return !columns_.empty(); }

 private:
  void Add(const std::string& name, const rapidjson::Value& value) {
    if (value.IsObject()) {
      for (const auto& [key, member] : value.GetObject()) {
        Add(name.empty() ? key.GetString() : name + "." + key.GetString(), member);
      }
    } else if (value.IsArray()) {
      for (const rapidjson::Value& element : value.GetArray()) Add(name, element);
    } else {
      Put(name, ScalarText(name, value));
    }
  }

  void Put(const std::string& name, const std::string& text) {
    if (std::ranges::find(columns_, name) == columns_.end()) columns_.push_back(name);
    const auto [field, is_new] = rows_.back().try_emplace(name, text);
    if (!is_new) field->second.append(kBar).append(text);
  }

  std::vector<std::string> columns_;
  std::vector<std::map<std::string, std::string>> rows_;
};

}  // namespace

std::string CsvTable(std::string_view rows) {
  rapidjson::Document json;
  json.Parse(rows.data(), rows.size());
  Table table;
  if (json.IsArray()) {
    for (const rapidjson::Value& row : json.GetArray()) table.AddRow(row);
  }
  return table.HasColumns() ? table.Take() : "id\r\n";
}

}  // namespace waypost::oruk
