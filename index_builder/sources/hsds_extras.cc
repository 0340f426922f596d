#include "index_builder/sources/hsds_extras.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/field_values.h"

namespace waypost::sources {
namespace {

using record::FieldReport;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// Columns that have a member in record::Service or only join tables.
constexpr std::array<std::string_view, 36> kReadElsewhere = {"id",
                                                             "name",
                                                             "alternate_name",
                                                             "description",
                                                             "url",
                                                             "website",
                                                             "email",
                                                             "status",
                                                             "fees",
                                                             "fees_description",
                                                             "accreditations",
                                                             "licenses",
                                                             "alert",
                                                             "application_process",
                                                             "eligibility_description",
                                                             "eligibility",
                                                             "interpretation_services",
                                                             "wait_time",
                                                             "attending_type",
                                                             "attending_access",
                                                             "assured_date",
                                                             "assurer_email",
                                                             "last_modified",
                                                             "modified_date",
                                                             "minimum_age",
                                                             "maximum_age",
                                                             "deliverable_type",
                                                             "languages",
                                                             "service_areas",
                                                             "funding_sources",
                                                             "organization_id",
                                                             "organisation_id",
                                                             "location_id",
                                                             "program_id",
                                                             "taxonomy_ids",
                                                             "confidential"};

void String(std::string_view text, Writer& writer) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::vector<std::string> Texts(HsdsTables& tables, const FieldReport& report, HsdsTable table,
                               std::string_view column, std::string_view service_id) {
  std::vector<std::string> texts;
  for (const TableRow& row : tables.OfService(report, table, "service_id", service_id)) {
    std::string text = record::TextBlock(report, NameOf(table), column, row[column]);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

std::string HsdsExtras(HsdsTables& tables, const TableRow& row, const FieldReport& report) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  std::size_t members = 0;
  const auto member = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    ++members;
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    String(value, writer);
  };
  const auto list = [&](std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    ++members;
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    writer.StartArray();
    for (const std::string& value : values) String(value, writer);
    writer.EndArray();
  };
  writer.StartObject();
  for (const auto& [column, place] : row.table().columns()) {
    const bool unnamed = column.starts_with('\x01');
    const bool read =
        std::find(kReadElsewhere.begin(), kReadElsewhere.end(), column) != kReadElsewhere.end();
    if (unnamed || read) continue;
    member(column,
           record::TextBlock(report, "service", column, row.table().Cell(row.index(), place)));
  }
  const auto program = tables.First(HsdsTable::kPrograms, "id", row["program_id"]);
  if (program) member("program", record::TextBlock(report, "program", "name", (*program)["name"]));
  list("required_documents_listed",
       Texts(tables, report, HsdsTable::kRequiredDocuments, "document", row["id"]));
  list("payments_accepted", Texts(tables, report, HsdsTable::kPayments, "payment", row["id"]));
  writer.EndObject();
  return members == 0 ? std::string() : std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace waypost::sources
