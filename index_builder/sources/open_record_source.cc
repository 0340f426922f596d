// Finds out what a source is and opens it: the dispatch behind record_source.h.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/hsds_tables.h"
#include "index_builder/sources/hsds_tabular.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/json_source.h"
#include "index_builder/sources/mapped_csv.h"
#include "index_builder/sources/nearest_name.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kPeekBytes = 64 * 1024;
constexpr std::string_view kKnownInputs =
    "known are: ORUK 3.0, ORUK 1.0, HSDS 3.x and Outpost JSON (pages, arrays, single objects, "
    "NDJSON), HSDS tables (a folder or zip with services.csv), and any CSV with a mapping file";

enum class Family { kJson, kHsds, kCsv };

absl::StatusOr<Family> FamilyOfMembers(const std::string& path) {
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  const auto is_services = [](const std::string& member) {
    return HsdsTableOf(member) == HsdsTable::kServices && !HasJsonName(member);
  };
  if (std::any_of(members.begin(), members.end(), is_services)) return Family::kHsds;
  const auto is_json = [](const std::string& member) { return HasJsonName(member); };
  if (std::any_of(members.begin(), members.end(), is_json)) return Family::kJson;
  std::string message = path + ": holds no feed of a known format";
  if (!members.empty()) message += " (first file: " + members.front() + ")";
  return InvalidArgument(message + "; " + std::string(kKnownInputs));
}

absl::Status NeedsMapping(const InputStream& stream, const CsvHeader& header) {
  return InvalidArgument(
      stream.name() +
      ": is a table, but no HSDS services table. If it is one of services, write a " +
      "mapping file (data/mappings/README.md) and name it as \"mapping\" of the source. " +
      "Its columns are " + header.Quoted());
}

// Tells HTML error pages and binaries from tables, before the columns are looked at.
absl::Status CheckIsTable(const InputStream& stream, std::string_view beginning) {
  const std::string_view text = record::Trim(beginning);
  const std::string& name = stream.name();
  if (text.empty()) return InvalidArgument(name + ": is empty; a feed was due");
  if (text.front() == '<') {
    return InvalidArgument(name + ": is HTML or XML (a web page in place of the feed?); " +
                           std::string(kKnownInputs));
  }
  if (beginning.find('\0') != beginning.npos) {
    return InvalidArgument(name + ": is a binary file; " + std::string(kKnownInputs));
  }
  return absl::OkStatus();
}

absl::StatusOr<Family> FamilyOfFile(const SourceSpec& spec) {
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(spec.path));
  ASSIGN_OR_RETURN(const std::string_view beginning, stream->Peek(kPeekBytes));
  if (LooksLikeJson(beginning)) return Family::kJson;
  RETURN_IF_ERROR(CheckIsTable(*stream, beginning));
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, CsvReader::Open(std::move(stream), {}));
  if (IsHsdsServicesHeader(reader->header())) return Family::kHsds;
  return NeedsMapping(reader->stream(), reader->header());
}

absl::StatusOr<Family> FamilyOf(const SourceSpec& spec) {
  if (spec.format == "csv" || (spec.format.empty() && !spec.mapping.empty())) return Family::kCsv;
  if (spec.format == "hsds") return Family::kHsds;
  if (!spec.format.empty()) return Family::kJson;
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(spec.path));
  if (kind == InputKind::kFile) return FamilyOfFile(spec);
  // An archive of one file is that file, whatever it is called.
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(spec.path));
  if (kind == InputKind::kZip && members.size() == 1 && !HasJsonName(members.front())) {
    return FamilyOfFile(spec);
  }
  return FamilyOfMembers(spec.path);
}

absl::Status CheckSpec(const SourceSpec& spec) {
  const bool known =
      std::find(kSourceFormats.begin(), kSourceFormats.end(), spec.format) != kSourceFormats.end();
  if (!spec.format.empty() && !known) {
    return InvalidArgument("source " + spec.id + ": " +
                           Unknown("format", spec.format, kSourceFormats));
  }
  if (!spec.mapping.empty() && !spec.format.empty() && spec.format != "csv") {
    return InvalidArgument("source " + spec.id + ": a mapping is for format \"csv\" only, not \"" +
                           spec.format + "\"");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<RecordSource>> OpenRecordSource(const SourceSpec& spec,
                                                               record::ProblemSink& sink) {
  RETURN_IF_ERROR(CheckSpec(spec));
  ASSIGN_OR_RETURN(const Family family, FamilyOf(spec));
  switch (family) {
    case Family::kJson:
      return OpenJsonSource(spec, sink);
    case Family::kHsds:
      return OpenHsdsTabular(spec, sink);
    case Family::kCsv:
      break;
  }
  if (!spec.mapping.empty()) return OpenMappedCsv(spec, sink);
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(spec.path));
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, CsvReader::Open(std::move(stream), {}));
  return NeedsMapping(reader->stream(), reader->header());
}

}  // namespace waypost::sources
