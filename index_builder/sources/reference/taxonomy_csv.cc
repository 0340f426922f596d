#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/reference/authority_rows.h"
#include "index_builder/sources/reference/commented_csv.h"
#include "index_builder/sources/reference/taxonomy_formats.h"
#include "index_builder/sources/reference/taxonomy_terms.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

using record::TermRef;
using record::VocabularyTerm;

enum class Table { kEsdList, kLgsl, kMappings };

// Columns of a table of mappings: the name, its spellings, and the vocabulary of its codes.
struct MappingColumn {
  std::string_view name;
  std::string_view vocabulary;
};
constexpr std::array<MappingColumn, 4> kMappingColumns = {{
    {"service_type", "esdServiceTypes"},
    {"need", "esdNeeds"},
    {"circumstance", "esdCircumstances"},
    {"function", "esdFunctions"},
}};

// The value of `column`, `column_id` or, for service types, `taxonomy_id`.
std::string CodeIn(const NamedRow& fields, std::string_view column) {
  const std::string name(column);
  for (const std::string& spelling : {name, name + "_id", name + "_code"}) {
    if (std::string value = fields[spelling]; !value.empty()) return value;
  }
  return column == "service_type" ? fields["taxonomy_id"] : "";
}

bool HasColumn(const CsvHeader& header, std::string_view column) {
  const std::string name(column);
  return header.Find(name) || header.Find(name + "_id") || header.Find(name + "_code") ||
         (column == "service_type" && header.Find("taxonomy_id"));
}

std::optional<Table> TableOf(const CsvHeader& header) {
  if (header.Find("identifier") && header.Find("label")) return Table::kEsdList;
  if (header.Find("lgsl") && header.Find("description")) return Table::kLgsl;
  const bool from = HasColumn(header, "need") || HasColumn(header, "circumstance") ||
                    HasColumn(header, "function");
  if (HasColumn(header, "service_type") && from) return Table::kMappings;
  return std::nullopt;
}

std::string VocabularyOfType(const std::string& type) {
  const std::string folded = record::FoldWords(type);
  if (folded.empty() || folded == "service" || folded == "service type") return "esdServiceTypes";
  if (folded == "function") return "esdFunctions";
  return record::CanonicalVocabulary(type);
}

void ReadEsdRow(const NamedRow& fields, record::Taxonomy& taxonomy) {
  VocabularyTerm term = MakeTerm(VocabularyOfType(fields["type"]), fields["identifier"],
                                 fields["label"], fields["description"]);
  std::string parents = fields["parent identifiers"];
  std::replace(parents.begin(), parents.end(), ';', ',');
  const std::vector<std::string> codes = SplitList(parents, ',');
  if (!codes.empty()) term.parent = codes.front();
  for (const std::string& synonym : SplitList(fields["synonyms"], '|')) AddSynonym(term, synonym);
  taxonomy.terms.push_back(std::move(term));
}

// One name of a term of a mapping: "242", "esdServiceType:242" or a URI.
TermRef ReadRef(const std::string& code, std::string_view vocabulary, const std::string& label) {
  TermRef ref = record::ReadTermRef(
      {.id = code, .code = "", .name = label, .vocabulary = vocabulary, .taxonomy = "", .uri = ""});
  ref.label = label;
  return ref;
}

void ReadMappingRow(const NamedRow& fields, record::Taxonomy& taxonomy) {
  const std::string to_code = CodeIn(fields, "service_type");
  if (to_code.empty()) return;
  const TermRef to = ReadRef(to_code, "esdServiceTypes", fields["service_type_label"]);
  for (const MappingColumn& column : kMappingColumns) {
    if (column.name == "service_type") continue;
    const std::string code = CodeIn(fields, column.name);
    if (code.empty()) continue;
    const std::string label = fields[std::string(column.name) + "_label"];
    taxonomy.mappings.push_back({ReadRef(code, column.vocabulary, label), to});
  }
}

absl::StatusOr<std::unique_ptr<CsvReader>> OpenText(const std::string& name,
                                                    std::string_view text) {
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream,
                   InputStream::OpenText(name, std::string(text)));
  return OpenCommentedCsv(std::move(stream));
}

}  // namespace

bool LooksLikeTaxonomyCsv(std::string_view text) {
  const absl::StatusOr<std::unique_ptr<CsvReader>> reader = OpenText("", text);
  return reader.ok() && TableOf((*reader)->header()).has_value();
}

absl::Status ReadTaxonomyCsv(const std::string& name, std::string_view text,
                             record::ProblemSink& sink, record::Taxonomy& taxonomy) {
  const record::FieldReport report(sink, FileLabel(name), "");
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, OpenText(name, text));
  const std::optional<Table> table = TableOf(reader->header());
  if (!table.has_value()) {
    return InvalidArgument(name + ": line 1: no taxonomy; its columns are " +
                           reader->header().Quoted() +
                           "; expected Identifier and Label, LGSL, or service_type with need, "
                           "circumstance or function");
  }
  CsvRow row;
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader->Next(row));
    if (!more) return absl::OkStatus();
    const NamedRow fields(reader->header(), row);
    if (*table == Table::kEsdList) {
      ReadEsdRow(fields, taxonomy);
    } else if (*table == Table::kLgsl) {
      taxonomy.terms.push_back(MakeTerm("esdServiceTypes", fields["lgsl"], fields["description"]));
    } else if (CodeIn(fields, "service_type").empty()) {
      report.Report(record::ProblemKind::kMalformedRecord, "mapping", "service_type", row.ToCsv(),
                    "line " + std::to_string(row.line()) + " left out: no service type");
    } else {
      ReadMappingRow(fields, taxonomy);
    }
  }
}

}  // namespace waypost::sources
