#include "index_builder/sources/toml_table.h"

// The library asserts of some malformed files ("[.a") what it reports as an error right afterwards.
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "index_builder/record/utf8.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/nearest_name.h"

namespace waypost::sources {

struct TomlFile::Content {
  std::string path;
  toml::table table;
};

namespace {

const toml::table& AsTable(const void* table) { return *static_cast<const toml::table*>(table); }

std::string Located(const std::string& path, const toml::node* node) {
  const toml::source_index line = node == nullptr ? 0 : node->source().begin.line;
  return line == 0 ? path : path + ":" + std::to_string(line);
}

std::string Joined(const std::string& name, std::string_view key) {
  return name.empty() ? std::string(key) : name + "." + std::string(key);
}

// TOML allows no control characters; the library asserts in some places where it should say so.
absl::Status CheckCharacters(const std::string& path, std::string_view text) {
  std::size_t line = 1;
  for (const char c : text) {
    if (c == '\n') ++line;
    const unsigned char byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\r' || c == '\t') continue;
    return InvalidArgument(path + ":" + std::to_string(line) +
                           ": holds a control character, which TOML does not allow");
  }
  if (!record::IsUtf8(text)) {
    return InvalidArgument(path + ": is not UTF-8; save it as UTF-8");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<TomlFile> TomlFile::Parse(const std::string& path, std::string_view text) {
  RETURN_IF_ERROR(CheckCharacters(path, text));
  try {
    auto content = std::make_unique<Content>();
    content->path = path;
    content->table = toml::parse(text, content->path);
    return TomlFile(std::move(content));
  } catch (const toml::parse_error& error) {
    std::ostringstream message;
    message << path << ":" << error.source().begin.line << ":" << error.source().begin.column
            << ": this is not TOML: " << error.description();
    return InvalidArgument(message.str());
  } catch (const std::exception& error) {
    return InvalidArgument(std::string("this file cannot be read as TOML: ") + error.what());
  }
}

absl::StatusOr<TomlFile> TomlFile::Read(const std::string& path) {
  ASSIGN_OR_RETURN(const std::unique_ptr<InputStream> stream, InputStream::Open(path));
  std::string text;
  std::array<char, 16384> buffer;
  for (;;) {
    ASSIGN_OR_RETURN(const std::size_t size, stream->Read(buffer));
    if (size == 0) return Parse(path, text);
    text.append(buffer.data(), size);
    if (text.size() > kMaxBytes) {
      return InvalidArgument(path + ": is longer than " + std::to_string(kMaxBytes) +
                             " bytes: is this a TOML file?");
    }
  }
}

TomlFile::TomlFile(std::unique_ptr<Content> content) : content_(std::move(content)) {}
TomlFile::TomlFile(TomlFile&&) noexcept = default;
TomlFile& TomlFile::operator=(TomlFile&&) noexcept = default;
TomlFile::~TomlFile() = default;

TomlTable TomlFile::root() const { return TomlTable(&content_->path, &content_->table, ""); }

bool TomlTable::Has(std::string_view key) const { return AsTable(table_).contains(key); }
bool TomlTable::IsTable(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  return node != nullptr && node->is_table();
}

std::vector<std::string> TomlTable::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, node] : AsTable(table_)) keys.emplace_back(key.str());
  std::sort(keys.begin(), keys.end());
  return keys;
}

absl::Status TomlTable::Fail(std::string_view message) const {
  const std::string where = Located(*path_, &AsTable(table_));
  return InvalidArgument(where + ": " + (name_.empty() ? "" : "[" + name_ + "]: ") +
                         std::string(message));
}

std::string TomlTable::Where(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  return Located(*path_, node != nullptr ? node : &AsTable(table_)) + ": " + Joined(name_, key);
}

absl::Status TomlTable::Fail(std::string_view key, std::string_view message) const {
  return InvalidArgument(Where(key) + ": " + std::string(message));
}

absl::Status TomlTable::RefuseOtherKeys(std::initializer_list<std::string_view> known) const {
  return RefuseOtherKeys(std::span(known.begin(), known.size()));
}

absl::Status TomlTable::RefuseOtherKeys(std::span<const std::string_view> known) const {
  for (const std::string& key : Keys()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const toml::node* node = AsTable(table_).get(key);
    return InvalidArgument(Located(*path_, node) + ": " +
                           (name_.empty() ? "" : "[" + name_ + "]: ") + Unknown("key", key, known));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> TomlTable::String(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return std::string();
  if (const auto* text = node->as_string()) return text->get();
  return Fail(key, "a string in quotes was due");
}

absl::StatusOr<std::optional<bool>> TomlTable::Bool(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return std::optional<bool>();
  if (const auto* value = node->as_boolean()) return std::optional<bool>(value->get());
  return Fail(key, "true or false was due (without quotes)");
}

absl::StatusOr<std::optional<Date>> TomlTable::DateOf(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return std::optional<Date>();
  if (const auto* date = node->as_date()) {
    const toml::date value = date->get();
    const std::chrono::year_month_day day(std::chrono::year(value.year),
                                          std::chrono::month(value.month),
                                          std::chrono::day(value.day));
    if (day.ok()) return std::optional<Date>(day);
  }
  if (const auto* text = node->as_string()) {
    if (const std::optional<Date> date = ParseIsoDate(text->get())) return date;
  }
  return Fail(key, "a date was due, like 2026-11-21");
}

absl::StatusOr<std::vector<std::string>> TomlTable::Strings(std::string_view key) const {
  std::vector<std::string> strings;
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return strings;
  if (const auto* text = node->as_string()) {
    strings.push_back(text->get());
    return strings;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) return Fail(key, "a string or a list of strings was due");
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr) return Fail(key, "every element of this list must be a string in quotes");
    strings.push_back(text->get());
  }
  return strings;
}

absl::StatusOr<std::optional<TomlTable>> TomlTable::Table(std::string_view key) const {
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return std::optional<TomlTable>();
  if (const toml::table* table = node->as_table()) {
    return std::optional<TomlTable>(TomlTable(path_, table, Joined(name_, key)));
  }
  return Fail(key, "a table was due: [" + Joined(name_, key) + "]");
}

absl::StatusOr<std::vector<TomlTable>> TomlTable::Tables(std::string_view key) const {
  std::vector<TomlTable> tables;
  const toml::node* node = AsTable(table_).get(key);
  if (node == nullptr) return tables;
  if (const toml::table* table = node->as_table()) {
    tables.push_back(TomlTable(path_, table, Joined(name_, key)));
    return tables;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) return Fail(key, "tables were due: [[" + Joined(name_, key) + "]]");
  for (const toml::node& element : *array) {
    const toml::table* table = element.as_table();
    if (table == nullptr) return Fail(key, "every element of this list must be a table");
    tables.push_back(TomlTable(path_, table,
                               Joined(name_, key) + "[" + std::to_string(tables.size() + 1) + "]"));
  }
  return tables;
}

}  // namespace waypost::sources
