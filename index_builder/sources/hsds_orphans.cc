#include "index_builder/sources/hsds_orphans.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "index_builder/record/field_report.h"

namespace waypost::sources {
namespace {

constexpr std::array<HsdsTable, 15> kChildren = {HsdsTable::kServiceAtLocations,
                                                 HsdsTable::kPhysicalAddresses,
                                                 HsdsTable::kPostalAddresses,
                                                 HsdsTable::kPhones,
                                                 HsdsTable::kContacts,
                                                 HsdsTable::kSchedules,
                                                 HsdsTable::kHolidaySchedules,
                                                 HsdsTable::kAccessibility,
                                                 HsdsTable::kAreas,
                                                 HsdsTable::kLanguages,
                                                 HsdsTable::kEligibilities,
                                                 HsdsTable::kCosts,
                                                 HsdsTable::kFundings,
                                                 HsdsTable::kReviews,
                                                 HsdsTable::kServiceTaxonomies};

constexpr std::array<HsdsTable, 13> kLinkEnds = {
    HsdsTable::kServices,      HsdsTable::kOrganizations,
    HsdsTable::kLocations,     HsdsTable::kServiceAtLocations,
    HsdsTable::kEligibilities, HsdsTable::kCosts,
    HsdsTable::kAreas,         HsdsTable::kContacts,
    HsdsTable::kPhones,        HsdsTable::kPrograms,
    HsdsTable::kSchedules,     HsdsTable::kPhysicalAddresses,
    HsdsTable::kAccessibility};

constexpr std::array<std::pair<std::string_view, HsdsTable>, 6> kParents = {{
    {"service_id", HsdsTable::kServices},
    {"service_at_location_id", HsdsTable::kServiceAtLocations},
    {"location_id", HsdsTable::kLocations},
    {"organization_id", HsdsTable::kOrganizations},
    {"contact_id", HsdsTable::kContacts},
    {"eligibility_id", HsdsTable::kEligibilities},
}};

// Rows that a record can keep only at its service, though tables let them hang on other things.
constexpr std::array<HsdsTable, 8> kOnlyOfServices = {HsdsTable::kServiceAtLocations,
                                                      HsdsTable::kAreas,
                                                      HsdsTable::kLanguages,
                                                      HsdsTable::kEligibilities,
                                                      HsdsTable::kCosts,
                                                      HsdsTable::kFundings,
                                                      HsdsTable::kReviews,
                                                      HsdsTable::kServiceTaxonomies};

// Tables whose rows are found by their own id.
constexpr std::array<HsdsTable, 5> kFoundById = {HsdsTable::kOrganizations, HsdsTable::kLocations,
                                                 HsdsTable::kPrograms, HsdsTable::kTaxonomyTerms,
                                                 HsdsTable::kTaxonomies};

bool NamesAnyParent(const TableRow& row) {
  for (const auto& [column, parent] : kParents) {
    if (!row[column].empty()) return true;
  }
  return false;
}

bool NeedsService(HsdsTable table) {
  return std::find(kOnlyOfServices.begin(), kOnlyOfServices.end(), table) != kOnlyOfServices.end();
}

class OrphanFinder {
 public:
  OrphanFinder(HsdsTables& tables, const std::string& source_id, record::ProblemSink& sink)
      : tables_(tables), source_id_(source_id), sink_(sink) {}

  void CheckChildren(HsdsTable table) {
    const RecordTable& rows = tables_.of(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const TableRow row = rows.row(i);
      if (!NamesAnyParent(row)) {
        Report(table, "", row["id"], "names no parent; left out");
        continue;
      }
      if (NeedsService(table) && row["service_id"].empty()) {
        Report(table, "service_id", row["id"], "names no service; left out");
        continue;
      }
      for (const auto& [column, parent] : kParents) CheckParent(table, row, column, parent);
    }
  }

  // Links name their end by its id alone: any table of things may have it.
  void CheckLinks(HsdsTable table) {
    const RecordTable& rows = tables_.of(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string_view id = rows.row(i)["link_id"];
      const bool there = std::any_of(kLinkEnds.begin(), kLinkEnds.end(), [&](HsdsTable end) {
        return tables_.First(end, "id", id).has_value();
      });
      if (!id.empty() && !there)
        Report(table, "link_id", id, "no such row in the package; left out");
    }
  }

  // Of rows that are found by their id only the first is ever seen.
  void CheckRepeats(HsdsTable table) {
    const RecordTable& rows = tables_.of(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const TableRow row = rows.row(i);
      const std::optional<TableRow> first = tables_.First(table, "id", row["id"]);
      if (!first || first->index() == row.index() || first->ToText() == row.ToText()) continue;
      Report(record::ProblemKind::kRepeatedId, table, "id", row["id"],
             "an earlier row of this id says something else; left out");
    }
  }

  void CountUnused(HsdsTable table, std::string_view column) {
    std::size_t unused = 0;
    const RecordTable& rows = tables_.of(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string_view id = rows.row(i)["id"];
      const bool used = tables_.First(HsdsTable::kServices, column, id) ||
                        tables_.First(HsdsTable::kServiceAtLocations, column, id) ||
                        tables_.First(HsdsTable::kLocations, column, id) ||
                        tables_.First(HsdsTable::kPrograms, column, id);
      if (!used) ++unused;
    }
    if (unused == 0) return;
    Report(table, "id", std::to_string(unused) + " of " + std::to_string(rows.size()) + " rows",
           "no service refers to them; left out");
  }

 private:
  void CheckParent(HsdsTable table, const TableRow& row, std::string_view column,
                   HsdsTable parent) {
    const std::string_view id = row[column];
    if (id.empty() || tables_.First(parent, "id", id)) return;
    // Told with the service it belongs to.
    const bool told_later = table == HsdsTable::kServiceAtLocations && column == "location_id";
    if (told_later && tables_.First(HsdsTable::kServices, "id", row["service_id"])) return;
    Report(table, column, id, "no such row in the package; left out there");
  }

  void Report(HsdsTable table, std::string_view field, std::string_view value,
              std::string_view outcome) {
    Report(record::ProblemKind::kMissingParent, table, field, value, outcome);
  }

  void Report(record::ProblemKind kind, HsdsTable table, std::string_view field,
              std::string_view value, std::string_view outcome) {
    sink_.Report({kind, source_id_, std::string(NameOf(table)), "", std::string(field),
                  record::ProblemValue(value), std::string(outcome)});
  }

  HsdsTables& tables_;
  const std::string& source_id_;
  record::ProblemSink& sink_;
};

}  // namespace

void ReportHsdsOrphans(HsdsTables& tables, const std::string& source_id,
                       record::ProblemSink& sink) {
  OrphanFinder finder(tables, source_id, sink);
  for (const HsdsTable table : kChildren) finder.CheckChildren(table);
  for (const HsdsTable table : kFoundById) finder.CheckRepeats(table);
  finder.CheckLinks(HsdsTable::kAttributes);
  finder.CheckLinks(HsdsTable::kLinkTaxonomies);
  finder.CountUnused(HsdsTable::kLocations, "location_id");
  finder.CountUnused(HsdsTable::kOrganizations, "organization_id");
}

}  // namespace waypost::sources
