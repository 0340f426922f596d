#include "index_builder/sources/build_config.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <set>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/contact_value.h"
#include "index_builder/sources/nearest_name.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {
namespace {

constexpr std::array<std::string_view, 14> kTopKeys = {
    "source",    "out",    "as_of", "time_zone",  "language", "text_fields", "infer_types",
    "postcodes", "places", "areas", "taxonomies", "overlays", "questions",   "calendar"};
constexpr std::array<std::string_view, 13> kSourceKeys = {
    "id",      "path",        "format",    "mapping",      "title",   "publisher",         "url",
    "licence", "attribution", "retrieved", "confidential", "contact", "checked_every_days"};
// Ten years: a promise beyond is none.
constexpr std::int64_t kMostDaysBetweenChecks = 3650;

class ConfigReader {
 public:
  explicit ConfigReader(const std::string& path)
      : folder_(std::filesystem::path(path).parent_path()) {}

  absl::StatusOr<BuildConfig> Read(const TomlTable& root) const {
    RETURN_IF_ERROR(root.RefuseOtherKeys(kTopKeys));
    BuildConfig config;
    ASSIGN_OR_RETURN(config.as_of, root.DateOf("as_of"));
    ASSIGN_OR_RETURN(config.out, Path(root, "out"));
    ASSIGN_OR_RETURN(config.postcodes, Paths(root, "postcodes"));
    ASSIGN_OR_RETURN(config.places, Paths(root, "places"));
    ASSIGN_OR_RETURN(config.areas, Paths(root, "areas"));
    ASSIGN_OR_RETURN(config.taxonomies, Paths(root, "taxonomies"));
    ASSIGN_OR_RETURN(config.overlays, Paths(root, "overlays"));
    ASSIGN_OR_RETURN(config.questions, Paths(root, "questions"));
    ASSIGN_OR_RETURN(config.calendar, Paths(root, "calendar"));
    RETURN_IF_ERROR(ReadWord(root, "time_zone", config.time_zone));
    RETURN_IF_ERROR(ReadWord(root, "language", config.language));
    RETURN_IF_ERROR(ReadTextFields(root, config.text_fields));
    ASSIGN_OR_RETURN(const std::optional<bool> infer_types, root.Bool("infer_types"));
    config.infer_types = infer_types.value_or(true);
    RETURN_IF_ERROR(ReadSources(root, config.sources));
    return config;
  }

 private:
  std::string Resolved(const std::string& path) const {
    return path.empty() ? path : (folder_ / path).lexically_normal().string();
  }

  absl::StatusOr<std::string> Path(const TomlTable& table, std::string_view key) const {
    ASSIGN_OR_RETURN(const std::string path, table.String(key));
    if (table.Has(key) && path.empty()) return table.Fail(key, "an empty path");
    return Resolved(path);
  }

  absl::StatusOr<std::vector<std::string>> Paths(const TomlTable& table,
                                                 std::string_view key) const {
    ASSIGN_OR_RETURN(std::vector<std::string> paths, table.Strings(key));
    for (std::string& path : paths) {
      if (path.empty()) return table.Fail(key, "an empty path");
      path = Resolved(path);
    }
    return paths;
  }

  static absl::Status ReadWord(const TomlTable& table, std::string_view key, std::string& word) {
    if (!table.Has(key)) return absl::OkStatus();
    ASSIGN_OR_RETURN(word, table.String(key));
    if (word.empty())
      return table.Fail(key, "must not be empty; leave the key out for the default");
    return absl::OkStatus();
  }

  static absl::Status ReadTextFields(const TomlTable& table, EnumSet<record::TextField>& fields) {
    constexpr std::string_view kKey = "text_fields";
    if (!table.Has(kKey)) return absl::OkStatus();
    ASSIGN_OR_RETURN(const std::vector<std::string> names, table.Strings(kKey));
    fields = {};
    for (const std::string& name : names) {
      const auto found = std::ranges::find(record::kTextFieldNames, name);
      if (found == record::kTextFieldNames.end()) {
        return table.Fail(kKey, Unknown("field", name, record::kTextFieldNames));
      }
      fields.Add(static_cast<record::TextField>(found - record::kTextFieldNames.begin()));
    }
    if (fields.empty()) return table.Fail(kKey, "names no field; leave the key out for all");
    return absl::OkStatus();
  }

  absl::Status ReadSources(const TomlTable& root, std::vector<SourceConfig>& sources) const {
    ASSIGN_OR_RETURN(const std::vector<TomlTable> tables, root.Tables("source"));
    if (tables.empty()) return root.Fail("no [[source]]: what is to be indexed?");
    std::set<std::string> ids;
    for (const TomlTable& table : tables) {
      ASSIGN_OR_RETURN(SourceConfig source, ReadSource(table));
      if (!ids.insert(source.spec.id).second) {
        return table.Fail("id", "another source is called \"" + source.spec.id + "\" too");
      }
      sources.push_back(std::move(source));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<SourceConfig> ReadSource(const TomlTable& table) const {
    RETURN_IF_ERROR(table.RefuseOtherKeys(kSourceKeys));
    SourceConfig source;
    RETURN_IF_ERROR(ReadSpec(table, source.spec));
    source.info.id = source.spec.id;
    ASSIGN_OR_RETURN(source.info.title, table.String("title"));
    ASSIGN_OR_RETURN(source.info.publisher, table.String("publisher"));
    ASSIGN_OR_RETURN(source.info.url, table.String("url"));
    ASSIGN_OR_RETURN(source.info.licence, table.String("licence"));
    ASSIGN_OR_RETURN(source.info.attribution, table.String("attribution"));
    ASSIGN_OR_RETURN(source.info.retrieved, DateText(table, "retrieved"));
    RETURN_IF_ERROR(ReadContact(table, source.info.contact));
    ASSIGN_OR_RETURN(source.info.checked_every_days, DaysBetweenChecks(table));
    ASSIGN_OR_RETURN(source.confidential, ReadConfidentialRules(table));
    return source;
  }

  absl::Status ReadSpec(const TomlTable& table, SourceSpec& spec) const {
    ASSIGN_OR_RETURN(spec.id, table.String("id"));
    if (!table.Has("id")) return table.Fail("\"id\" is missing");
    if (!IsSourceId(spec.id)) {
      return table.Fail("id", "\"" + spec.id + "\": 1 to 64 of a-z, 0-9, -, _ and . were due");
    }
    ASSIGN_OR_RETURN(spec.path, Path(table, "path"));
    if (spec.path.empty()) return table.Fail("\"path\" is missing");
    ASSIGN_OR_RETURN(spec.format, table.String("format"));
    ASSIGN_OR_RETURN(spec.mapping, Path(table, "mapping"));
    const bool known = std::find(kSourceFormats.begin(), kSourceFormats.end(), spec.format) !=
                       kSourceFormats.end();
    if (!spec.format.empty() && !known) {
      return table.Fail("format", Unknown("format", spec.format, kSourceFormats));
    }
    if (spec.format == "csv" && spec.mapping.empty()) {
      return table.Fail("format", "\"csv\" needs a \"mapping\" (data/mappings/README.md)");
    }
    if (!spec.mapping.empty() && !spec.format.empty() && spec.format != "csv") {
      return table.Fail("mapping", "is for format \"csv\" only");
    }
    return absl::OkStatus();
  }

  // Written on every page: what would have to be mended first is refused.
  static absl::Status ReadContact(const TomlTable& table, std::string& contact) {
    constexpr std::string_view kKey = "contact";
    if (!table.Has(kKey)) return absl::OkStatus();
    ASSIGN_OR_RETURN(contact, table.String(kKey));
    const auto email = record::ReadEmail(contact);
    const auto url = record::ReadUrl(contact);
    const bool is_link = url && !url->repaired && contact.starts_with("https://");
    if (is_link || (email && !email->repaired)) return absl::OkStatus();
    return table.Fail(
        kKey, "\"" + contact + "\": an email address or a link beginning with https:// was due");
  }

  static absl::StatusOr<std::optional<int>> DaysBetweenChecks(const TomlTable& table) {
    constexpr std::string_view kKey = "checked_every_days";
    ASSIGN_OR_RETURN(const std::optional<std::int64_t> days, table.Whole(kKey));
    if (!days) return std::optional<int>();
    if (*days < 1 || *days > kMostDaysBetweenChecks) {
      return table.Fail(kKey, std::to_string(*days) + ": 1 to " +
                                  std::to_string(kMostDaysBetweenChecks) + " days were due");
    }
    return std::optional<int>(static_cast<int>(*days));
  }

  // A date as TOML has it, or any text ("spring 2024").
  static absl::StatusOr<std::string> DateText(const TomlTable& table, std::string_view key) {
    const absl::StatusOr<std::string> text = table.String(key);
    if (text.ok()) return text;
    ASSIGN_OR_RETURN(const std::optional<Date> date, table.DateOf(key));
    return date ? FormatIsoDate(*date) : std::string();
  }

  std::filesystem::path folder_;
};

}  // namespace

bool IsSourceId(std::string_view id) {
  const auto is_word = [](char c) { return IsLower(c) || IsDigit(c); };
  const auto is_allowed = [&](char c) { return is_word(c) || c == '-' || c == '_' || c == '.'; };
  return !id.empty() && id.size() <= 64 && is_word(id.front()) &&
         std::all_of(id.begin(), id.end(), is_allowed);
}

absl::StatusOr<BuildConfig> BuildConfig::Parse(const std::string& path, std::string_view toml) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Parse(path, toml));
  return ConfigReader(path).Read(file.root());
}

absl::StatusOr<BuildConfig> BuildConfig::Read(const std::string& path) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Read(path));
  return ConfigReader(path).Read(file.root());
}

}  // namespace waypost::sources
