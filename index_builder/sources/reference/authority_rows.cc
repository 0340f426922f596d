#include "index_builder/sources/reference/authority_rows.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/reference/commented_csv.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

using record::AreaKind;

constexpr std::array<std::pair<std::string_view, AreaKind>, 6> kKindNames = {{
    {"authority", AreaKind::kAuthority},
    {"county", AreaKind::kCounty},
    {"region", AreaKind::kRegion},
    {"nation", AreaKind::kNation},
    {"country", AreaKind::kCountry},
    {"polygon", AreaKind::kPolygon},
}};

enum class Layout { kMySociety, kGovUk, kWaypost, kRecodings };

std::optional<Layout> LayoutOf(const CsvHeader& header) {
  const auto& names = header.names();
  const auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has("gss-code") && has("official-name")) return Layout::kMySociety;
  if (has("gss") && has("tier_id")) return Layout::kGovUk;
  if (has("kind") && has("code") && has("parents")) return Layout::kWaypost;
  if (has("former_code") && has("code")) return Layout::kRecodings;
  return std::nullopt;
}

// "City of Bristol,Bristol, City of,Bristol UA": a comma with a space after it belongs to a name.
std::vector<std::string> SplitAlternativeNames(std::string_view text) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size() && names.size() < kMaxListPieces; ++i) {
    const bool separator = i < text.size() && text[i] == ',' && text.substr(i + 1, 1) != " ";
    if (i < text.size() && !separator) continue;
    const std::string_view name = record::Trim(text.substr(begin, i - begin));
    if (!name.empty()) names.emplace_back(name);
    begin = i + 1;
  }
  return names;
}

void AddName(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty()) names.push_back(name);
}

// A row of the mySociety list before its local codes ("BST") are known as GSS codes.
struct MySocietyRow {
  AuthorityRow row;
  std::string local_code;
  std::vector<std::string> enclosing;    // local codes
  std::vector<std::string> replaced_by;  // local codes
};

AreaKind MySocietyKind(const std::string& type) {
  return type == "CTY" || type == "COMB" || type == "SRA" ? AreaKind::kCounty
                                                          : AreaKind::kAuthority;
}

// "West Yorkshire" for "West Yorkshire Combined Authority"; but some share their name with a region
// ("West Midlands"), which then keeps it.
std::string CombinedAuthorityName(const std::string& official, const std::string& region) {
  for (std::string_view ending :
       {" Mayoral Combined Authority", " Combined County Authority", " Combined Authority"}) {
    if (!official.ends_with(ending)) continue;
    const std::string name = official.substr(0, official.size() - ending.size());
    return name == region ? official : name;
  }
  return official;
}

MySocietyRow ReadMySocietyRow(const NamedRow& fields) {
  MySocietyRow read;
  const std::string type = fields["local-authority-type"];
  const std::string nice = fields["nice-name"];
  const std::string official = fields["official-name"];
  read.local_code = fields["local-authority-code"];
  read.row.kind = MySocietyKind(type);
  read.row.code = fields["gss-code"];
  read.row.name = type == "COMB" ? CombinedAuthorityName(official, fields["region"]) : nice;
  AddName(read.row.other_names, official);
  AddName(read.row.other_names, nice);
  for (std::string& name : SplitAlternativeNames(fields["alt-names"])) {
    read.row.other_names.push_back(std::move(name));
  }
  for (std::string& code : SplitList(fields["former-gss-codes"], ',')) {
    read.row.other_names.push_back(std::move(code));
  }
  read.row.ended = !fields["end-date"].empty();
  read.enclosing = SplitList(fields["county-la"], ',');
  for (std::string& code : SplitList(fields["combined-authority"], ',')) {
    read.enclosing.push_back(std::move(code));
  }
  read.replaced_by = SplitList(fields["replaced-by"], ',');
  AddName(read.row.parents, fields["region"]);
  AddName(read.row.parents, fields["nation"]);
  return read;
}

std::vector<AuthorityRow> ResolveLocalCodes(std::vector<MySocietyRow> read) {
  std::map<std::string, std::string> gss;
  for (const MySocietyRow& row : read) gss[row.local_code] = row.row.code;
  std::vector<AuthorityRow> rows;
  for (MySocietyRow& row : read) {
    for (const std::string& code : row.enclosing) AddName(row.row.parents, gss[code]);
    for (const std::string& code : row.replaced_by) AddName(row.row.successors, gss[code]);
    rows.push_back(std::move(row.row));
  }
  return rows;
}

struct GovUkRow {
  AuthorityRow row;
  std::string id, parent_id;
};

GovUkRow ReadGovUkRow(const NamedRow& fields) {
  GovUkRow read;
  read.id = fields["id"];
  read.parent_id = fields["parent_local_authority_id"];
  read.row.kind = fields["tier_id"] == "1" ? AreaKind::kCounty : AreaKind::kAuthority;
  read.row.code = fields["gss"];
  read.row.name = fields["name"];
  AddName(read.row.parents, fields["country_name"]);
  return read;
}

std::vector<AuthorityRow> ResolveParentIds(std::vector<GovUkRow> read) {
  std::map<std::string, std::string> gss;
  for (const GovUkRow& row : read) gss[row.id] = row.row.code;
  std::vector<AuthorityRow> rows;
  for (GovUkRow& row : read) {
    if (!row.parent_id.empty()) AddName(row.row.parents, gss[row.parent_id]);
    rows.push_back(std::move(row.row));
  }
  return rows;
}

std::optional<AuthorityRow> ReadWaypostRow(const NamedRow& fields) {
  AuthorityRow row;
  const std::string kind = fields["kind"];
  const auto named = std::find_if(kKindNames.begin(), kKindNames.end(),
                                  [&](const auto& entry) { return entry.first == kind; });
  if (named == kKindNames.end()) return std::nullopt;
  row.kind = named->second;
  row.code = fields["code"];
  row.name = fields["name"];
  row.other_names = SplitList(fields["other_names"], '|');
  row.parents = SplitList(fields["parents"], '|');
  return row;
}

AuthorityRow ReadRecodingRow(const NamedRow& fields) {
  AuthorityRow row;
  row.code = fields["former_code"];
  row.ended = true;
  AddName(row.successors, fields["code"]);
  return row;
}

// A row that is in force needs a code and a name; one that is not, something to be known by.
bool IsUsable(const AuthorityRow& row) {
  if (row.ended) return !row.code.empty() || !row.name.empty();
  return !row.code.empty() && !row.name.empty();
}

void ReportUnusable(const record::FieldReport& report, const CsvRow& row) {
  report.Report(record::ProblemKind::kMalformedRecord, "authority", "code", row.ToCsv(),
                "line " + std::to_string(row.line()) + " left out: no code or no name");
}

// Reads every row of `reader` through `read_row`, which may refuse one.
template <typename Row, typename ReadRow>
absl::StatusOr<std::vector<Row>> ReadAll(CsvReader& reader, const record::FieldReport& report,
                                         ReadRow read_row) {
  std::vector<Row> rows;
  CsvRow row;
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next(row));
    if (!more) return rows;
    std::optional<Row> read = read_row(NamedRow(reader.header(), row));
    if (read.has_value()) {
      rows.push_back(std::move(*read));
    } else {
      ReportUnusable(report, row);
    }
  }
}

absl::StatusOr<std::vector<AuthorityRow>> ReadMySociety(CsvReader& reader,
                                                        const record::FieldReport& report) {
  const auto read_row = [](const NamedRow& fields) -> std::optional<MySocietyRow> {
    MySocietyRow read = ReadMySocietyRow(fields);
    if (!IsUsable(read.row)) return std::nullopt;
    return read;
  };
  ASSIGN_OR_RETURN(std::vector<MySocietyRow> rows, ReadAll<MySocietyRow>(reader, report, read_row));
  return ResolveLocalCodes(std::move(rows));
}

absl::StatusOr<std::vector<AuthorityRow>> ReadGovUk(CsvReader& reader,
                                                    const record::FieldReport& report) {
  const auto read_row = [](const NamedRow& fields) -> std::optional<GovUkRow> {
    GovUkRow read = ReadGovUkRow(fields);
    if (!IsUsable(read.row)) return std::nullopt;
    return read;
  };
  ASSIGN_OR_RETURN(std::vector<GovUkRow> rows, ReadAll<GovUkRow>(reader, report, read_row));
  return ResolveParentIds(std::move(rows));
}

absl::StatusOr<std::vector<AuthorityRow>> ReadPlain(CsvReader& reader,
                                                    const record::FieldReport& report,
                                                    bool recodings) {
  const auto read_row = [recodings](const NamedRow& fields) -> std::optional<AuthorityRow> {
    std::optional<AuthorityRow> read = recodings ? ReadRecodingRow(fields) : ReadWaypostRow(fields);
    if (!read.has_value() || !IsUsable(*read)) return std::nullopt;
    return read;
  };
  return ReadAll<AuthorityRow>(reader, report, read_row);
}

}  // namespace

absl::StatusOr<bool> LooksLikeAuthorityList(InputStream& stream) {
  ASSIGN_OR_RETURN(const std::string_view beginning, stream.Peek(16384));
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> copy,
                   InputStream::OpenText(stream.name(), std::string(beginning)));
  const absl::StatusOr<std::unique_ptr<CsvReader>> reader = OpenCommentedCsv(std::move(copy));
  return reader.ok() && LayoutOf((*reader)->header()).has_value();
}

absl::StatusOr<std::vector<AuthorityRow>> ReadAuthorityRows(std::unique_ptr<InputStream> stream,
                                                            record::ProblemSink& sink) {
  const std::string name = stream->name();
  const record::FieldReport report(sink, FileLabel(name), "");
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, OpenCommentedCsv(std::move(stream)));
  const std::optional<Layout> layout = LayoutOf(reader->header());
  if (!layout.has_value()) {
    return InvalidArgument(
        name + ": line 1: no list of authorities that is known; its columns are " +
        reader->header().Quoted() + "; expected the mySociety, the gov.uk or Waypost's own layout");
  }
  if (*layout == Layout::kMySociety) return ReadMySociety(*reader, report);
  if (*layout == Layout::kGovUk) return ReadGovUk(*reader, report);
  return ReadPlain(*reader, report, *layout == Layout::kRecodings);
}

std::vector<std::string> SplitList(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  while (begin <= text.size() && pieces.size() < kMaxListPieces) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view piece = record::Trim(text.substr(begin, end - begin));
    if (!piece.empty()) pieces.emplace_back(piece);
    begin = end + 1;
  }
  return pieces;
}

std::string_view NameOfAreaKind(record::AreaKind kind) {
  for (const auto& [name, value] : kKindNames) {
    if (value == kind) return name;
  }
  return "polygon";
}

}  // namespace waypost::sources
