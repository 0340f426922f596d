// Reads a mapping from TOML: the parsing half of mapping.h.

#include <algorithm>
#include <span>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/sources/mapping.h"
#include "index_builder/sources/mapping_keys.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {
namespace {

absl::StatusOr<std::vector<TemplateText>> ReadTexts(const TomlTable& table, std::string_view key) {
  ASSIGN_OR_RETURN(const std::vector<std::string> strings, table.Strings(key));
  std::vector<TemplateText> texts;
  for (const std::string& string : strings) {
    absl::StatusOr<TemplateText> text = TemplateText::Parse(string);
    if (!text.ok()) return Annotate(text.status(), table.Where(key));
    texts.push_back(std::move(text).value());
  }
  return texts;
}

absl::Status ReadWords(const TomlTable& table, MappedValue& value) {
  ASSIGN_OR_RETURN(const std::optional<TomlTable> words, table.Table("map"));
  if (!words) return absl::OkStatus();
  for (const std::string& word : words->Keys()) {
    ASSIGN_OR_RETURN(std::string meaning, words->String(word));
    std::string lower = LowerCase(record::Trim(word));
    value.words[lower] = std::move(meaning);
  }
  if (value.words.empty()) return table.Fail("map", "this table of words is empty");
  return absl::OkStatus();
}

// key = "text", ["text", "text"], or {value = ..., map = {...}, otherwise = "...", first_line =
// true}.
absl::StatusOr<MappedValue> ReadValue(const TomlTable& table, const std::string& key) {
  MappedValue value;
  value.where = table.Where(key);
  if (!table.IsTable(key)) {
    ASSIGN_OR_RETURN(value.texts, ReadTexts(table, key));
    return value;
  }
  ASSIGN_OR_RETURN(const std::optional<TomlTable> inner, table.Table(key));
  RETURN_IF_ERROR(inner->RefuseOtherKeys({"value", "map", "otherwise", "first_line"}));
  if (!inner->Has("value")) return inner->Fail("\"value\" is missing: which column is it from?");
  ASSIGN_OR_RETURN(value.texts, ReadTexts(*inner, "value"));
  RETURN_IF_ERROR(ReadWords(*inner, value));
  if (inner->Has("otherwise")) {
    if (value.words.empty()) return inner->Fail("otherwise", "has a meaning only beside \"map\"");
    ASSIGN_OR_RETURN(value.otherwise, inner->String("otherwise"));
  }
  ASSIGN_OR_RETURN(const std::optional<bool> first_line, inner->Bool("first_line"));
  value.first_line = first_line.value_or(false);
  return value;
}

absl::StatusOr<MappedSection> ReadSection(const TomlTable& table,
                                          std::span<const std::string_view> known) {
  RETURN_IF_ERROR(table.RefuseOtherKeys(known));
  MappedSection section;
  section.name = table.name();
  for (const std::string& key : table.Keys()) {
    ASSIGN_OR_RETURN(section.values[key], ReadValue(table, key));
  }
  return section;
}

absl::Status ReadOneSection(const TomlTable& root, std::string_view key,
                            std::span<const std::string_view> known, MappedSection& section) {
  ASSIGN_OR_RETURN(const std::optional<TomlTable> table, root.Table(key));
  if (!table) return absl::OkStatus();
  ASSIGN_OR_RETURN(section, ReadSection(*table, known));
  return absl::OkStatus();
}

absl::Status ReadSections(const TomlTable& root, std::string_view key,
                          std::span<const std::string_view> known,
                          std::vector<MappedSection>& sections) {
  ASSIGN_OR_RETURN(const std::vector<TomlTable> tables, root.Tables(key));
  for (const TomlTable& table : tables) {
    ASSIGN_OR_RETURN(MappedSection section, ReadSection(table, known));
    sections.push_back(std::move(section));
  }
  return absl::OkStatus();
}

absl::Status ReadFileOptions(const TomlTable& root, CsvOptions& options) {
  ASSIGN_OR_RETURN(const std::optional<TomlTable> table, root.Table("file"));
  if (!table) return absl::OkStatus();
  RETURN_IF_ERROR(table->RefuseOtherKeys({"header", "delimiter"}));
  ASSIGN_OR_RETURN(const std::optional<bool> header, table->Bool("header"));
  options.has_header = header.value_or(true);
  ASSIGN_OR_RETURN(const std::string delimiter, table->String("delimiter"));
  if (!table->Has("delimiter")) return absl::OkStatus();
  if (delimiter.size() != 1 || delimiter == "\"" || delimiter == "\n" || delimiter == "\r" ||
      delimiter[0] == '\0') {
    return table->Fail("delimiter", "one character was due, like \",\", \";\" or \"\\t\"");
  }
  options.delimiter = delimiter[0];
  return absl::OkStatus();
}

// empty = true | empty = false | is = "A" | is = ["A", "B"] | is_not = ...
absl::Status ReadSkipTest(const TomlTable& table, SkipRule& rule) {
  const int tests =
      (table.Has("empty") ? 1 : 0) + (table.Has("is") ? 1 : 0) + (table.Has("is_not") ? 1 : 0);
  if (tests != 1) return table.Fail("one of \"empty\", \"is\" and \"is_not\" must be there");
  if (table.Has("empty")) {
    ASSIGN_OR_RETURN(const std::optional<bool> empty, table.Bool("empty"));
    rule.test = empty.value_or(true) ? SkipTest::kEmpty : SkipTest::kNotEmpty;
    return absl::OkStatus();
  }
  rule.test = table.Has("is") ? SkipTest::kIs : SkipTest::kIsNot;
  ASSIGN_OR_RETURN(rule.values, table.Strings(table.Has("is") ? "is" : "is_not"));
  return absl::OkStatus();
}

absl::Status ReadSkips(const TomlTable& root, std::vector<SkipRule>& skips) {
  ASSIGN_OR_RETURN(const std::vector<TomlTable> tables, root.Tables("skip"));
  for (const TomlTable& table : tables) {
    RETURN_IF_ERROR(table.RefuseOtherKeys({"name", "column", "empty", "is", "is_not"}));
    SkipRule rule;
    ASSIGN_OR_RETURN(rule.name, table.String("name"));
    ASSIGN_OR_RETURN(rule.column_name, table.String("column"));
    rule.where = table.Where("column");
    if (rule.column_name.empty()) return table.Fail("\"column\" is missing");
    if (rule.name.empty()) return table.Fail("\"name\" is missing: a word for the report");
    RETURN_IF_ERROR(ReadSkipTest(table, rule));
    skips.push_back(std::move(rule));
  }
  return absl::OkStatus();
}

absl::Status ReadId(const TomlTable& root, Mapping& mapping) {
  ASSIGN_OR_RETURN(const std::optional<TomlTable> table, root.Table("id"));
  if (!table) return root.Fail("[id] is missing: which columns tell the rows apart?");
  RETURN_IF_ERROR(table->RefuseOtherKeys({"value", "repeats"}));
  if (!table->Has("value")) return table->Fail("\"value\" is missing");
  mapping.id.where = table->Where("value");
  ASSIGN_OR_RETURN(mapping.id.texts, ReadTexts(*table, "value"));
  ASSIGN_OR_RETURN(const std::string repeats, table->String("repeats"));
  if (repeats == "number") {
    mapping.repeats = RepeatedIds::kNumber;
  } else if (!repeats.empty() && repeats != "keep") {
    return table->Fail("repeats", "\"keep\" or \"number\" was due");
  }
  return absl::OkStatus();
}

absl::StatusOr<MappedOpening> ReadOpening(const TomlTable& table) {
  MappedOpening opening;
  if (table.Has("rule") || table.Has("opens")) {
    opening.form = OpeningForm::kRule;
    ASSIGN_OR_RETURN(opening.section, ReadSection(table, kRuleOpeningKeys));
  } else if (table.Has("text")) {
    opening.form = OpeningForm::kText;
    ASSIGN_OR_RETURN(opening.section, ReadSection(table, kTextOpeningKeys));
  } else {
    opening.form = OpeningForm::kDays;
    ASSIGN_OR_RETURN(opening.section, ReadSection(table, kDaysOpeningKeys));
    const bool any = std::any_of(kDaysOpeningKeys.begin(), kDaysOpeningKeys.begin() + 7,
                                 [&](std::string_view day) { return opening.section.Has(day); });
    if (!any) return table.Fail("\"text\", \"rule\" or a day such as \"monday\" is missing");
  }
  return opening;
}

absl::Status CheckLocation(const TomlTable& root, const MappedSection& location) {
  const bool degrees = location.Has("latitude") || location.Has("longitude");
  const bool grid = location.Has("easting") || location.Has("northing");
  ASSIGN_OR_RETURN(const std::optional<TomlTable> table, root.Table("location"));
  if (degrees && grid) return table->Fail("give latitude and longitude or easting and northing");
  if (location.Has("latitude") != location.Has("longitude") ||
      location.Has("easting") != location.Has("northing")) {
    return table->Fail("half of the position is missing");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Mapping> Mapping::FromToml(const TomlTable& root) {
  RETURN_IF_ERROR(root.RefuseOtherKeys(kMappingKeys));
  Mapping mapping;
  RETURN_IF_ERROR(root.String("about").status());
  RETURN_IF_ERROR(ReadFileOptions(root, mapping.file));
  RETURN_IF_ERROR(ReadSkips(root, mapping.skips));
  RETURN_IF_ERROR(ReadId(root, mapping));
  RETURN_IF_ERROR(ReadOneSection(root, "service", kServiceKeys, mapping.service));
  if (!mapping.service.Has("name")) return root.Fail("service.name is missing");
  RETURN_IF_ERROR(ReadOneSection(root, "organisation", kOrganisationKeys, mapping.organisation));
  RETURN_IF_ERROR(ReadOneSection(root, "location", kLocationKeys, mapping.location));
  RETURN_IF_ERROR(CheckLocation(root, mapping.location));
  RETURN_IF_ERROR(ReadOneSection(root, "ages", kAgeKeys, mapping.ages));
  RETURN_IF_ERROR(ReadSections(root, "term", kTermKeys, mapping.terms));
  RETURN_IF_ERROR(ReadSections(root, "phone", kPhoneKeys, mapping.phones));
  RETURN_IF_ERROR(ReadSections(root, "contact", kContactKeys, mapping.contacts));
  RETURN_IF_ERROR(ReadSections(root, "cost", kCostKeys, mapping.costs));
  RETURN_IF_ERROR(ReadSections(root, "area", kAreaKeys, mapping.areas));
  RETURN_IF_ERROR(ReadSections(root, "eligibility", kEligibilityKeys, mapping.eligibilities));
  ASSIGN_OR_RETURN(const std::vector<TomlTable> openings, root.Tables("opening"));
  for (const TomlTable& table : openings) {
    ASSIGN_OR_RETURN(MappedOpening opening, ReadOpening(table));
    mapping.openings.push_back(std::move(opening));
  }
  return mapping;
}

absl::StatusOr<Mapping> Mapping::Read(const std::string& path) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Read(path));
  return FromToml(file.root());
}

absl::StatusOr<Mapping> Mapping::Parse(const std::string& path, std::string_view toml) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Parse(path, toml));
  return FromToml(file.root());
}

}  // namespace waypost::sources
