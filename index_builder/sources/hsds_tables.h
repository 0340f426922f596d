#pragma once

// The tables of an HSDS or ORUK data package: a folder, a zip archive, or a single services file.
//
// Names of files are recognised in all versions and in singular and plural:
// `service_at_location.csv`, `services_at_location.csv`; `address`, `addresses`,
// `physical_addresses`; `schedule`, `schedules`, `regular_schedules`; `taxonomy.csv` is a list of
// terms in 1.x and of vocabularies beside a `taxonomy_terms.csv` in 3.x. Column names are compared
// apart from case and punctuation.
//
// All tables but the ignored ones are held in memory (about the size of their text): they may come
// in any order and refer to each other freely. The services made of them are not held.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/record_table.h"
#include "index_builder/sources/shared_rows.h"

namespace waypost::sources {

enum class HsdsTable : std::uint8_t {
  kServices,
  kOrganizations,
  kPrograms,
  kLocations,
  kServiceAtLocations,
  kPhysicalAddresses,
  kPostalAddresses,
  kPhones,
  kContacts,
  kSchedules,
  kHolidaySchedules,
  kAccessibility,
  kAreas,
  kLanguages,
  kEligibilities,
  kCosts,
  kFundings,
  kReviews,
  kAttributes,
  kServiceTaxonomies,
  kLinkTaxonomies,
  kTaxonomyTerms,
  kTaxonomies,
  kRequiredDocuments,
  kPayments,
  kIgnored,  // tables of the standard that no answer needs: metadata, identifiers of organisations
};
inline constexpr std::size_t kHsdsTableCount = 26;

// The table that a file name ("data/services_at_location.csv.gz") stands for; nullopt for others.
std::optional<HsdsTable> HsdsTableOf(std::string_view file_name);
// "services", "phones", ...: for reports.
std::string_view NameOf(HsdsTable table);

// True when the columns are those of a services table (id, name, and organization_id or more of the
// standard's own columns).
bool IsHsdsServicesHeader(const CsvHeader& header);

class HsdsTables {
 public:
  // Reads every table of the folder or archive at `path`: those beside the services table that lies
  // nearest to the top. Files beside them that are no table of the standard, and tables in other
  // folders, are reported; so is a row with an id that an earlier file of the same table has, when
  // it says something else there.
  // InvalidArgument when there is no services table; errors of InputStream and CsvReader.
  static absl::StatusOr<std::unique_ptr<HsdsTables>> Read(const std::string& path,
                                                          const std::string& source_id,
                                                          record::ProblemSink& sink);

  const RecordTable& of(HsdsTable table) const { return tables_[static_cast<std::size_t>(table)]; }
  // The first row of `table` whose `column` is `key`. Indexes are built at their first use.
  std::optional<TableRow> First(HsdsTable table, std::string_view column, std::string_view key);
  // The rows of `table` whose `column` is the id of a service. All of them where the services table
  // has that id once; else, since every row with the id asks for them, as FindShared.
  std::vector<TableRow> OfService(const record::FieldReport& report, HsdsTable table,
                                  std::string_view column, std::string_view service_id);
  // Rows whose `column` is `key`, for what several services share: at most kMaxSharedRows, and the
  // first time that there are more is reported.
  std::vector<TableRow> FindShared(const record::FieldReport& report, HsdsTable table,
                                   std::string_view column, std::string_view key);
  // The same by two columns.
  std::vector<TableRow> FindShared(const record::FieldReport& report, HsdsTable table,
                                   std::string_view column, std::string_view key,
                                   std::string_view second, std::string_view second_key);

  std::uint64_t bytes() const { return bytes_; }

 private:
  absl::Status Load(const std::string& path, const std::string& member, HsdsTable table,
                    const std::string& source_id, record::ProblemSink& sink);
  const TableIndex& IndexOf(HsdsTable table, std::string_view column, std::string_view second);

  std::array<RecordTable, kHsdsTableCount> tables_;
  std::map<std::tuple<HsdsTable, std::string, std::string>, TableIndex> indexes_;
  std::set<std::string> told_shared_;  // keys of reports about too many rows
  std::uint64_t bytes_ = 0;
};

}  // namespace waypost::sources
