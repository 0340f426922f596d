#include "index_builder/sources/hsds_tables.h"

#include <algorithm>
#include <unordered_map>

#include "engine/core/ascii.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/file_problems.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {
namespace {

struct TableName {
  std::string_view stem;
  HsdsTable table;
};

// The first name of a table is its name in reports. Sorted by table.
constexpr std::array<TableName, 78> kNames = {{
    {"services", HsdsTable::kServices},
    {"service", HsdsTable::kServices},
    {"organizations", HsdsTable::kOrganizations},
    {"organization", HsdsTable::kOrganizations},
    {"organisations", HsdsTable::kOrganizations},
    {"organisation", HsdsTable::kOrganizations},
    {"programs", HsdsTable::kPrograms},
    {"program", HsdsTable::kPrograms},
    {"locations", HsdsTable::kLocations},
    {"location", HsdsTable::kLocations},
    {"service_at_locations", HsdsTable::kServiceAtLocations},
    {"service_at_location", HsdsTable::kServiceAtLocations},
    {"services_at_location", HsdsTable::kServiceAtLocations},
    {"services_at_locations", HsdsTable::kServiceAtLocations},
    {"addresses", HsdsTable::kPhysicalAddresses},
    {"address", HsdsTable::kPhysicalAddresses},
    {"physical_addresses", HsdsTable::kPhysicalAddresses},
    {"physical_address", HsdsTable::kPhysicalAddresses},
    {"postal_addresses", HsdsTable::kPostalAddresses},
    {"postal_address", HsdsTable::kPostalAddresses},
    {"mail_addresses", HsdsTable::kPostalAddresses},
    {"phones", HsdsTable::kPhones},
    {"phone", HsdsTable::kPhones},
    {"contacts", HsdsTable::kContacts},
    {"contact", HsdsTable::kContacts},
    {"schedules", HsdsTable::kSchedules},
    {"schedule", HsdsTable::kSchedules},
    {"regular_schedules", HsdsTable::kSchedules},
    {"regular_schedule", HsdsTable::kSchedules},
    {"holiday_schedules", HsdsTable::kHolidaySchedules},
    {"holiday_schedule", HsdsTable::kHolidaySchedules},
    {"accessibility", HsdsTable::kAccessibility},
    {"accessibilities", HsdsTable::kAccessibility},
    {"accessibility_for_disabilities", HsdsTable::kAccessibility},
    {"service_areas", HsdsTable::kAreas},
    {"service_area", HsdsTable::kAreas},
    {"languages", HsdsTable::kLanguages},
    {"language", HsdsTable::kLanguages},
    {"eligibilities", HsdsTable::kEligibilities},
    {"eligibility", HsdsTable::kEligibilities},
    {"eligibilitys", HsdsTable::kEligibilities},
    {"cost_options", HsdsTable::kCosts},
    {"cost_option", HsdsTable::kCosts},
    {"fundings", HsdsTable::kFundings},
    {"funding", HsdsTable::kFundings},
    {"reviews", HsdsTable::kReviews},
    {"review", HsdsTable::kReviews},
    {"attributes", HsdsTable::kAttributes},
    {"attribute", HsdsTable::kAttributes},
    {"service_taxonomies", HsdsTable::kServiceTaxonomies},
    {"service_taxonomy", HsdsTable::kServiceTaxonomies},
    {"services_taxonomy", HsdsTable::kServiceTaxonomies},
    {"services_taxonomies", HsdsTable::kServiceTaxonomies},
    {"service_taxonomys", HsdsTable::kServiceTaxonomies},
    {"link_taxonomies", HsdsTable::kLinkTaxonomies},
    {"link_taxonomy", HsdsTable::kLinkTaxonomies},
    {"taxonomy_terms", HsdsTable::kTaxonomyTerms},
    {"taxonomy_term", HsdsTable::kTaxonomyTerms},
    {"taxonomies", HsdsTable::kTaxonomies},
    {"taxonomy", HsdsTable::kTaxonomies},
    {"required_documents", HsdsTable::kRequiredDocuments},
    {"required_document", HsdsTable::kRequiredDocuments},
    {"payments_accepted", HsdsTable::kPayments},
    {"payment_accepted", HsdsTable::kPayments},
    {"metadata", HsdsTable::kIgnored},
    {"meta_table_descriptions", HsdsTable::kIgnored},
    {"meta_table_description", HsdsTable::kIgnored},
    {"organization_identifiers", HsdsTable::kIgnored},
    {"organization_identifier", HsdsTable::kIgnored},
    {"identifiers", HsdsTable::kIgnored},
    {"identifier", HsdsTable::kIgnored},
    {"units", HsdsTable::kIgnored},
    {"unit", HsdsTable::kIgnored},
    {"urls", HsdsTable::kIgnored},
    {"url", HsdsTable::kIgnored},
    {"service_capacities", HsdsTable::kIgnored},
    {"service_capacity", HsdsTable::kIgnored},
    {"esd_link", HsdsTable::kIgnored},
}};

std::string_view FolderOf(std::string_view member) {
  const std::size_t slash = member.rfind('/');
  return slash == member.npos ? std::string_view() : member.substr(0, slash);
}

std::string StemOf(std::string_view member) {
  std::string stem(member.substr(member.rfind('/') + 1));
  for (char& c : stem) {
    c = ToLower(c);
    if (c == '-' || c == ' ') c = '_';
  }
  for (const std::string_view ending : {".gz", ".csv", ".tsv", ".txt"}) {
    if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
  }
  return stem;
}

bool IsDelimitedFile(std::string_view member) {
  std::string lower = LowerCase(member);
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

// The folder of the services table nearest to the top; of several, the first by name.
std::optional<std::string> PackageFolder(const std::vector<std::string>& members) {
  std::optional<std::string> best;
  const auto depth = [](std::string_view folder) {
    return folder.empty() ? 0 : std::count(folder.begin(), folder.end(), '/') + 1;
  };
  for (const std::string& member : members) {
    if (!IsDelimitedFile(member) || HsdsTableOf(member) != HsdsTable::kServices) continue;
    const std::string folder(FolderOf(member));
    if (!best || depth(folder) < depth(*best)) best = folder;
  }
  return best;
}

// One line for each folder with tables that are not read: a package beside or below the one that
// is.
void ReportOtherFolders(const std::vector<std::string>& members, std::string_view read,
                        const std::string& source_id, record::ProblemSink& sink) {
  std::map<std::string_view, std::size_t> tables;
  for (const std::string& member : members) {
    if (FolderOf(member) == read || !IsDelimitedFile(member) || !HsdsTableOf(member)) continue;
    ++tables[FolderOf(member)];
  }
  const std::string place = read.empty() ? "at the top" : "in " + std::string(read);
  for (const auto& [folder, count] : tables) {
    sink.Report({record::ProblemKind::kUnknownWord, source_id, "table", "", "folder",
                 record::ProblemValue(folder),
                 std::to_string(count) + " tables left out: those " + place + " were read"});
  }
}

}  // namespace

std::optional<HsdsTable> HsdsTableOf(std::string_view file_name) {
  const std::string stem = StemOf(file_name);
  for (const TableName& name : kNames) {
    if (name.stem == stem) return name.table;
  }
  return std::nullopt;
}

std::string_view NameOf(HsdsTable table) {
  for (const TableName& name : kNames) {
    if (name.table == table) return name.stem;
  }
  return "";
}

bool IsHsdsServicesHeader(const CsvHeader& header) {
  const auto has = [&](std::string_view name) { return header.Find(name).has_value(); };
  if (!has("id") || !has("name")) return false;
  const int more = (has("organization_id") ? 2 : 0) + (has("status") ? 1 : 0) +
                   (has("program_id") ? 1 : 0) + (has("assured_date") ? 1 : 0) +
                   (has("interpretation_services") ? 1 : 0) + (has("taxonomy_ids") ? 1 : 0) +
                   (has("application_process") ? 1 : 0);
  return more >= 2;
}

absl::StatusOr<std::unique_ptr<HsdsTables>> HsdsTables::Read(const std::string& path,
                                                             const std::string& source_id,
                                                             record::ProblemSink& sink) {
  auto tables = std::make_unique<HsdsTables>();
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    RETURN_IF_ERROR(tables->Load(path, "", HsdsTable::kServices, source_id, sink));
    return tables;
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  if (kind == InputKind::kZip && members.size() == 1 && IsDelimitedFile(members.front())) {
    RETURN_IF_ERROR(tables->Load(path, members.front(), HsdsTable::kServices, source_id, sink));
    return tables;
  }
  const std::optional<std::string> folder = PackageFolder(members);
  if (!folder) return InvalidArgument(path + ": has no services.csv, so it is no HSDS package");
  ReportOtherFolders(members, *folder, source_id, sink);
  for (const std::string& member : members) {
    if (FolderOf(member) != *folder || !IsDelimitedFile(member)) continue;
    const std::optional<HsdsTable> table = HsdsTableOf(member);
    if (!table) {
      sink.Report({record::ProblemKind::kUnknownWord, source_id, "table", "", "file",
                   record::ProblemValue(member), "left out: no table of HSDS has this name"});
    } else if (*table != HsdsTable::kIgnored) {
      RETURN_IF_ERROR(tables->Load(path, member, *table, source_id, sink));
    }
  }
  return tables;
}

absl::Status HsdsTables::Load(const std::string& path, const std::string& member, HsdsTable kind,
                              const std::string& source_id, record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(
      std::unique_ptr<InputStream> stream,
      member.empty() ? InputStream::Open(path) : InputStream::OpenMember(path, member));
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, CsvReader::Open(std::move(stream), {}));
  RecordTable& table = tables_[static_cast<std::size_t>(kind)];
  FileProblems problems(sink, source_id, std::string(NameOf(kind)));
  // Packages exist that hold a table under both spellings (address.csv and addresses.csv): rows
  // that are there already are the same rows, unless they say something else.
  std::unordered_map<std::string, std::uint32_t> ids;
  // (Services are left to those who count repeated records.)
  for (std::uint32_t row = 0; kind != HsdsTable::kServices && row < table.size(); ++row) {
    ids.emplace(table.row(row)["id"], row);
  }
  ids.erase("");
  const std::vector<std::size_t> placement = table.AddColumns(reader->header());
  const std::optional<std::size_t> id_column = reader->header().Find("id");
  CsvRow row;
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader->Next(row));
    if (!more) break;
    problems.Check(*reader, row);
    if (row.blank()) continue;
    const auto earlier =
        id_column ? ids.find(std::string(record::Trim(row[*id_column]))) : ids.end();
    if (earlier == ids.end()) {
      table.Append(row, placement);
    } else if (!table.Says(earlier->second, row, placement)) {
      problems.ReportRow(record::ProblemKind::kRepeatedId, *reader, row, earlier->first,
                         "another file of this table has a row of this id that says something "
                         "else; left out");
    }
  }
  bytes_ += reader->stream().bytes_total();
  return absl::OkStatus();
}

const TableIndex& HsdsTables::IndexOf(HsdsTable table, std::string_view column,
                                      std::string_view second) {
  const auto key = std::tuple(table, std::string(column), std::string(second));
  const auto found = indexes_.find(key);
  if (found != indexes_.end()) return found->second;
  return indexes_.emplace(key, TableIndex(of(table), column, second)).first->second;
}

std::vector<TableRow> HsdsTables::OfService(const record::FieldReport& report, HsdsTable table,
                                            std::string_view column, std::string_view service_id) {
  const bool repeated = IndexOf(HsdsTable::kServices, "id", "").Find(service_id, "", 2).size() > 1;
  if (repeated) return FindShared(report, table, column, service_id);
  return IndexOf(table, column, "").Find(service_id);
}

std::optional<TableRow> HsdsTables::First(HsdsTable table, std::string_view column,
                                          std::string_view key) {
  return IndexOf(table, column, "").First(key);
}

std::vector<TableRow> HsdsTables::FindShared(const record::FieldReport& report, HsdsTable table,
                                             std::string_view column, std::string_view key) {
  return FindShared(report, table, column, key, "", "");
}

std::vector<TableRow> HsdsTables::FindShared(const record::FieldReport& report, HsdsTable table,
                                             std::string_view column, std::string_view key,
                                             std::string_view second, std::string_view second_key) {
  std::vector<TableRow> found =
      IndexOf(table, column, second).Find(key, second_key, kMaxSharedRows + 1);
  if (found.size() <= kMaxSharedRows) return found;
  found.erase(found.begin() + kMaxSharedRows, found.end());
  std::string told(NameOf(table));
  told.append("\x1F").append(column).append("\x1F").append(key);
  told.append("\x1F").append(second_key);
  if (told_shared_.insert(told).second) {
    report.Report(record::ProblemKind::kMalformedRecord, NameOf(table), column, key,
                  "too many rows for one parent: only the first " + std::to_string(kMaxSharedRows) +
                      " are read");
  }
  return found;
}

}  // namespace waypost::sources
