#include "index_builder/sources/reference/postcode_file.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/geo/national_grid.h"
#include "engine/geo/postcode.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/reference/postcode_layout.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

constexpr std::string_view kKnownLayouts =
    "expected Code-Point Open (its zip or a CSV), NSPL or ONSPD, or a CSV with a header and the "
    "columns postcode, lat, long";

// The British Isles with their waters. Files write 99.999999,0 for postcodes without a position.
bool IsInBritishIsles(LatLng point) {
  return point.lat_degrees() >= 49 && point.lat_degrees() <= 61.5 && point.lon_degrees() >= -11 &&
         point.lon_degrees() <= 2.5;
}

// year * 12 + month - 1 of "199606"; nullopt for anything else.
std::optional<std::int32_t> ReadMonth(std::string_view text) {
  if (text.size() < 6) return std::nullopt;
  const std::optional<std::int64_t> year = record::ReadInteger(text.substr(0, 4));
  const std::optional<std::int64_t> month =
      record::ReadInteger(text.substr(text[4] == '-' ? 5 : 4, 2));
  if (!year.has_value() || !month.has_value()) return std::nullopt;
  if (*year < 1900 || *year > 2999 || *month < 1 || *month > 12) return std::nullopt;
  return static_cast<std::int32_t>(*year * 12 + *month - 1);
}

class PostcodeReader {
 public:
  PostcodeReader(NationalGrid british, NationalGrid irish, const CanonicalCodes& canonical,
                 record::ProblemSink& sink)
      : british_(std::move(british)),
        irish_(std::move(irish)),
        canonical_(canonical),
        sink_(sink) {}

  absl::Status Read(std::unique_ptr<InputStream> stream, const PostcodeLayout& layout) {
    const record::FieldReport report(sink_, FileLabel(stream->name()), "");
    ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader,
                     CsvReader::Open(std::move(stream),
                                     {.has_header = layout.has_header, .delimiter = std::nullopt}));
    CsvRow row;
    for (;;) {
      ASSIGN_OR_RETURN(const bool more, reader->Next(row));
      if (!more) return absl::OkStatus();
      ReadRow(row, layout, report);
    }
  }

  PostcodeTable Finish() {
    SortAndCombineRepeats(entries_);
    PostcodeTable table{std::move(entries_), std::move(codes_)};
    SortAuthorityCodes(table.authority_codes, table.entries);
    return table;
  }

 private:
  void ReadRow(const CsvRow& row, const PostcodeLayout& layout, const record::FieldReport& report) {
    const std::optional<Postcode> postcode = Postcode::Parse(row[layout.postcode]);
    if (!postcode.has_value() || postcode->level() != PostcodeLevel::kUnit) {
      report.Report(record::ProblemKind::kUnknownPostcode, "postcode", "postcode",
                    row[layout.postcode],
                    "line " + std::to_string(row.line()) + " left out: no postcode");
      return;
    }
    record::PostcodeEntry entry;
    SetPostcodeText(entry, postcode->text());
    if (const std::optional<LatLng> point = ReadPoint(row, layout, postcode->text(), report)) {
      entry.point = *point;
      entry.has_point = true;
    }
    if (layout.authority.has_value()) entry.authority = AuthorityOf(row[*layout.authority]);
    if (layout.ended.has_value()) ReadLife(record::Trim(row[*layout.ended]), entry);
    entries_.push_back(entry);
  }

  static void ReadLife(std::string_view text, record::PostcodeEntry& entry) {
    entry.life = text.empty() ? record::PostcodeLife::kLive : record::PostcodeLife::kEnded;
    if (!text.empty()) entry.ended_month = ReadMonth(text).value_or(0);
  }

  std::optional<LatLng> ReadPoint(const CsvRow& row, const PostcodeLayout& layout,
                                  const std::string& postcode, const record::FieldReport& report) {
    if (layout.quality.has_value() && record::Trim(row[*layout.quality]) == "90") {
      return std::nullopt;
    }
    std::optional<LatLng> point = ReadLatLng(row, layout);
    if (!point.has_value()) point = ReadGrid(row, layout, postcode.starts_with("BT"));
    if (!point.has_value() || IsInBritishIsles(*point)) return point;
    // 99.999999,0 is how ONS writes "no position": nothing to complain about.
    if (point->lat_degrees() < 99) {
      report.Report(record::ProblemKind::kBadCoordinates, "postcode", "lat, long",
                    postcode + ": " + std::to_string(point->lat_degrees()) + "," +
                        std::to_string(point->lon_degrees()),
                    "line " + std::to_string(row.line()) + ": position left out");
    }
    return std::nullopt;
  }

  static std::optional<LatLng> ReadLatLng(const CsvRow& row, const PostcodeLayout& layout) {
    if (!layout.lat.has_value() || !layout.lon.has_value()) return std::nullopt;
    const std::optional<double> lat = record::ReadNumber(row[*layout.lat]);
    const std::optional<double> lon = record::ReadNumber(row[*layout.lon]);
    if (!lat.has_value() || !lon.has_value() || (*lat == 0 && *lon == 0)) return std::nullopt;
    return LatLng::FromDegrees(*lat, *lon);
  }

  std::optional<LatLng> ReadGrid(const CsvRow& row, const PostcodeLayout& layout,
                                 bool irish) const {
    if (!layout.easting.has_value() || !layout.northing.has_value()) return std::nullopt;
    const std::optional<double> easting = record::ReadNumber(row[*layout.easting]);
    const std::optional<double> northing = record::ReadNumber(row[*layout.northing]);
    if (!easting.has_value() || !northing.has_value()) return std::nullopt;
    return (irish ? irish_ : british_).ToLatLng({*easting, *northing});
  }

  // The index of the code in codes_, -1 for none. One look-up a row: rows of a file come in runs.
  std::int32_t AuthorityOf(std::string_view stated) {
    stated = record::Trim(stated);
    if (stated == last_stated_) return last_authority_;
    last_stated_ = stated;
    const auto [known, is_new] = by_stated_.try_emplace(last_stated_, -1);
    if (is_new) known->second = NumberOf(canonical_(stated));
    last_authority_ = known->second;
    return last_authority_;
  }

  std::int32_t NumberOf(const std::string& code) {
    if (code.empty()) return -1;
    const auto next = static_cast<std::int32_t>(codes_.size());
    const auto [known, is_new] = by_code_.try_emplace(code, next);
    if (is_new) codes_.push_back(code);
    return known->second;
  }

  NationalGrid british_;
  NationalGrid irish_;
  const CanonicalCodes& canonical_;
  record::ProblemSink& sink_;
  std::vector<record::PostcodeEntry> entries_;
  std::vector<std::string> codes_;
  std::unordered_map<std::string, std::int32_t> by_stated_, by_code_;  // only looked up
  std::string last_stated_;
  std::int32_t last_authority_ = -1;
};

absl::StatusOr<PostcodeReader> OpenReader(const CanonicalCodes& canonical,
                                          record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(NationalGrid british, NationalGrid::Open(GridSystem::kBritish));
  ASSIGN_OR_RETURN(NationalGrid irish, NationalGrid::Open(GridSystem::kIrish));
  return PostcodeReader(std::move(british), std::move(irish), canonical, sink);
}

absl::Status ReadStream(std::unique_ptr<InputStream> stream, PostcodeReader& reader) {
  ASSIGN_OR_RETURN(const std::optional<PostcodeLayout> layout, DetectPostcodeLayout(*stream));
  if (!layout.has_value()) {
    return InvalidArgument(stream->name() + ": line 1: no postcode file; " +
                           std::string(kKnownLayouts));
  }
  return reader.Read(std::move(stream), *layout);
}

bool IsInFolder(std::string_view member, std::string_view folder) {
  std::string lower;
  for (char c : "/" + std::string(member)) lower += ToLower(c);
  return lower.find("/" + std::string(folder) + "/") != std::string::npos;
}

// Of an archive or folder, what holds postcodes. The per-area copies only when nothing else does.
absl::StatusOr<std::vector<std::string>> PostcodeMembers(const std::string& path) {
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  std::vector<std::string> whole, copies;
  for (const std::string& member : members) {
    if (IsInFolder(member, "doc") || IsInFolder(member, "documents")) continue;
    ASSIGN_OR_RETURN(const std::unique_ptr<InputStream> stream,
                     InputStream::OpenMember(path, member));
    const auto layout = DetectPostcodeLayout(*stream);
    if (!layout.ok() || !layout->has_value()) continue;
    (IsInFolder(member, "multi_csv") ? copies : whole).push_back(member);
  }
  return whole.empty() ? copies : whole;
}

}  // namespace

absl::StatusOr<PostcodeTable> ReadPostcodeFile(const std::string& path,
                                               const CanonicalCodes& canonical,
                                               record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(PostcodeReader reader, OpenReader(canonical, sink));
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
    RETURN_IF_ERROR(ReadStream(std::move(stream), reader));
    return reader.Finish();
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, PostcodeMembers(path));
  if (members.empty()) {
    return InvalidArgument(path + ": no member is a postcode file; " + std::string(kKnownLayouts));
  }
  for (const std::string& member : members) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::OpenMember(path, member));
    RETURN_IF_ERROR(ReadStream(std::move(stream), reader));
  }
  return reader.Finish();
}

absl::StatusOr<PostcodeTable> ReadPostcodeText(std::string name, std::string text,
                                               const CanonicalCodes& canonical,
                                               record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(PostcodeReader reader, OpenReader(canonical, sink));
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream,
                   InputStream::OpenText(std::move(name), std::move(text)));
  RETURN_IF_ERROR(ReadStream(std::move(stream), reader));
  return reader.Finish();
}

}  // namespace waypost::sources
