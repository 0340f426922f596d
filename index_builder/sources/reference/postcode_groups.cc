#include "index_builder/sources/reference/postcode_groups.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/reference/authority_rows.h"
#include "index_builder/sources/reference/commented_csv.h"

namespace waypost::sources {
namespace {

using record::PostcodeEntry;
using record::PostcodeLife;

// Half away from zero.
std::int32_t RoundedMean(std::int64_t sum, std::int64_t count) {
  const std::int64_t half = sum < 0 ? -count / 2 : count / 2;
  return static_cast<std::int32_t>((sum + half) / count);
}

class Accumulator {
 public:
  void Add(const PostcodeEntry& entry) {
    ++postcodes_;
    if (entry.authority >= 0) authorities_.insert(entry.authority);
    if (!entry.has_point) return;
    ++located_;
    lat_sum_ += entry.point.lat_e7();
    lon_sum_ += entry.point.lon_e7();
  }

  std::optional<PostcodeGroupRow> Finish(const std::string& text,
                                         const std::vector<std::string>& codes) const {
    if (located_ == 0) return std::nullopt;
    PostcodeGroupRow row;
    row.text = text;
    row.point = LatLng::FromE7(RoundedMean(lat_sum_, located_), RoundedMean(lon_sum_, located_));
    row.postcodes = postcodes_;
    for (std::int32_t authority : authorities_) {
      row.authorities.push_back(codes[static_cast<std::size_t>(authority)]);
    }
    return row;
  }

 private:
  std::uint32_t postcodes_ = 0;
  std::int64_t located_ = 0;
  std::int64_t lat_sum_ = 0;
  std::int64_t lon_sum_ = 0;
  std::set<std::int32_t> authorities_;
};

using Groups = std::map<std::string, Accumulator, std::less<>>;

std::size_t AreaLength(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] >= 'A' && text[length] <= 'Z') ++length;
  return length;
}

// The groups of one level, from the entries for which `counts` says so.
class Level {
 public:
  // `text_of` gives the group of a compact postcode.
  using TextOf = std::string (*)(std::string_view compact);
  explicit Level(TextOf text_of) : text_of_(text_of) {}

  void Add(const PostcodeEntry& entry) {
    std::string text = text_of_(CompactText(entry));
    Groups& groups = entry.life == PostcodeLife::kEnded ? ended_ : in_use_;
    // Neighbours in the table are mostly of one group.
    if (last_groups_ != &groups || last_->first != text) {
      last_groups_ = &groups;
      last_ = groups.try_emplace(std::move(text)).first;
    }
    last_->second.Add(entry);
  }

  std::vector<PostcodeGroupRow> Finish(const std::vector<std::string>& codes) const {
    std::map<std::string, PostcodeGroupRow> rows;
    for (const Groups* groups : {&in_use_, &ended_}) {
      for (const auto& [text, accumulator] : *groups) {
        if (std::optional<PostcodeGroupRow> row = accumulator.Finish(text, codes)) {
          rows.try_emplace(text, std::move(*row));
        }
      }
    }
    std::vector<PostcodeGroupRow> list;
    for (auto& [text, row] : rows) list.push_back(std::move(row));
    return list;
  }

 private:
  TextOf text_of_;
  Groups in_use_, ended_;
  const Groups* last_groups_ = nullptr;
  Groups::iterator last_;
};

std::string SectorOf(std::string_view compact) {
  const std::size_t outward = compact.size() - 3;
  return std::string(compact.substr(0, outward)) + " " + std::string(compact.substr(outward, 1));
}
std::string DistrictOf(std::string_view compact) {
  return std::string(compact.substr(0, compact.size() - 3));
}
std::string AreaOf(std::string_view compact) {
  return std::string(compact.substr(0, AreaLength(compact)));
}

std::vector<PostcodeGroupRow> MergeRows(std::vector<PostcodeGroupRow> over,
                                        std::vector<PostcodeGroupRow> under) {
  std::map<std::string, PostcodeGroupRow> rows;
  for (PostcodeGroupRow& row : over) rows.emplace(row.text, std::move(row));
  for (PostcodeGroupRow& row : under) {
    const auto [known, is_new] = rows.try_emplace(row.text, row);
    if (is_new) continue;
    PostcodeGroupRow& merged = known->second;
    if (row.postcodes > merged.postcodes) {
      merged.point = row.point;
      merged.postcodes = row.postcodes;
    }
    std::set<std::string> codes(merged.authorities.begin(), merged.authorities.end());
    codes.insert(row.authorities.begin(), row.authorities.end());
    merged.authorities.assign(codes.begin(), codes.end());
  }
  std::vector<PostcodeGroupRow> list;
  for (auto& [text, row] : rows) list.push_back(std::move(row));
  return list;
}

absl::StatusOr<PostcodeGroupRow> ReadGroup(const NamedRow& fields, const std::string& where) {
  PostcodeGroupRow row;
  row.text = fields["code"];
  row.authorities = SplitList(fields["authorities"], ' ');
  std::sort(row.authorities.begin(), row.authorities.end());
  const std::optional<double> lat = record::ReadNumber(fields["lat"]);
  const std::optional<double> lon = record::ReadNumber(fields["lon"]);
  const std::optional<std::int64_t> postcodes = record::ReadInteger(fields["postcodes"]);
  const std::optional<LatLng> point =
      lat.has_value() && lon.has_value() ? LatLng::FromDegrees(*lat, *lon) : std::nullopt;
  if (row.text.empty() || !point.has_value() || !postcodes.has_value() || *postcodes < 0 ||
      *postcodes > UINT32_MAX) {
    return InvalidArgument(where +
                           ": expected code, lat, lon, postcodes, authorities; make the "
                           "file again with waypost-make-places");
  }
  row.point = *point;
  row.postcodes = static_cast<std::uint32_t>(*postcodes);
  return row;
}

}  // namespace

PostcodeGroups ComputePostcodeGroups(const PostcodeTable& table) {
  Level sectors(SectorOf), districts(DistrictOf), areas(AreaOf);
  for (const PostcodeEntry& entry : table.entries) {
    // Shorter than any postcode: cannot come from a file, but the arithmetic below needs it.
    if (CompactText(entry).size() < 5) continue;
    sectors.Add(entry);
    districts.Add(entry);
    areas.Add(entry);
  }
  return {sectors.Finish(table.authority_codes), districts.Finish(table.authority_codes),
          areas.Finish(table.authority_codes)};
}

PostcodeGroups MergePostcodeGroups(PostcodeGroups over, PostcodeGroups under) {
  return {MergeRows(std::move(over.sectors), std::move(under.sectors)),
          MergeRows(std::move(over.districts), std::move(under.districts)),
          MergeRows(std::move(over.areas), std::move(under.areas))};
}

absl::StatusOr<std::vector<PostcodeGroupRow>> ReadPostcodeGroups(
    std::unique_ptr<InputStream> stream) {
  const std::string name = stream->name();
  ASSIGN_OR_RETURN(const std::unique_ptr<CsvReader> reader, OpenCommentedCsv(std::move(stream)));
  std::map<std::string, PostcodeGroupRow> rows;
  CsvRow row;
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader->Next(row));
    if (!more) break;
    const std::string where = name + ": line " + std::to_string(row.line());
    ASSIGN_OR_RETURN(PostcodeGroupRow group, ReadGroup(NamedRow(reader->header(), row), where));
    rows.try_emplace(group.text, std::move(group));
  }
  std::vector<PostcodeGroupRow> list;
  for (auto& [text, group] : rows) list.push_back(std::move(group));
  return list;
}

std::string WritePostcodeGroups(const std::vector<PostcodeGroupRow>& rows) {
  std::string csv = "code,lat,lon,postcodes,authorities\n";
  for (const PostcodeGroupRow& row : rows) {
    csv += row.text + "," + FormatDegrees(row.point.lat_e7(), 5) + "," +
           FormatDegrees(row.point.lon_e7(), 5) + "," + std::to_string(row.postcodes) + ",";
    for (std::size_t i = 0; i < row.authorities.size(); ++i) {
      csv += (i == 0 ? "" : " ") + row.authorities[i];
    }
    csv += "\n";
  }
  return csv;
}

std::string FormatDegrees(std::int32_t e7, int decimals) {
  std::int64_t unit = 1;
  for (int i = decimals; i < 7; ++i) unit *= 10;
  const std::int64_t rounded = (std::abs(std::int64_t{e7}) + unit / 2) / unit;
  std::int64_t one = 10'000'000 / unit;
  std::string fraction = std::to_string(rounded % one + one).substr(1);
  const std::string sign = e7 < 0 && rounded != 0 ? "-" : "";
  return sign + std::to_string(rounded / one) + "." + fraction;
}

}  // namespace waypost::sources
