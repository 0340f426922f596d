#include "index_builder/sources/reference/load_gazetteer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/area_assembly.h"
#include "index_builder/sources/reference/area_geojson.h"
#include "index_builder/sources/reference/area_outline.h"
#include "index_builder/sources/reference/authority_list.h"
#include "index_builder/sources/reference/bank_holidays.h"
#include "index_builder/sources/reference/place_file.h"
#include "index_builder/sources/reference/place_merge.h"
#include "index_builder/sources/reference/postcode_entries.h"
#include "index_builder/sources/reference/postcode_file.h"
#include "index_builder/sources/reference/postcode_groups.h"
#include "index_builder/sources/reference/shipped_places.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

class Loader {
 public:
  Loader(const GazetteerSpec& spec, record::ProblemSink& sink, record::Gazetteer& gazetteer)
      : spec_(spec), sink_(sink), gazetteer_(gazetteer) {}

  absl::Status Load() {
    if (!spec_.shipped_places.empty()) {
      ASSIGN_OR_RETURN(shipped_, LoadShippedPlaces(spec_.shipped_places, sink_));
    }
    RETURN_IF_ERROR(LoadAuthoritiesAndAreas());
    RETURN_IF_ERROR(LoadPostcodes());
    RETURN_IF_ERROR(LoadPlaces());
    NumberAuthorities();
    return LoadCalendars();
  }

 private:
  absl::Status LoadAuthoritiesAndAreas() {
    AuthorityListBuilder builder;
    for (const std::string& path : spec_.authority_lists) {
      ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
      ASSIGN_OR_RETURN(std::vector<AuthorityRow> rows, ReadAuthorityRows(std::move(stream), sink_));
      builder.Add(std::move(rows));
    }
    std::vector<std::vector<record::Area>> outlines;
    for (const std::string& path : spec_.areas) {
      ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
      ASSIGN_OR_RETURN(const bool is_list, LooksLikeAuthorityList(*stream));
      if (is_list) {
        ASSIGN_OR_RETURN(std::vector<AuthorityRow> rows,
                         ReadAuthorityRows(std::move(stream), sink_));
        builder.Add(std::move(rows));
      } else {
        ASSIGN_OR_RETURN(const std::string text, ReadWholeInput(*stream));
        ASSIGN_OR_RETURN(std::vector<record::Area> areas,
                         ParseAreaGeoJson(stream->name(), text, sink_));
        outlines.push_back(std::move(areas));
      }
    }
    builder.Add(std::move(shipped_.authorities));
    authorities_ = builder.Build();
    gazetteer_.areas = AssembleAreas(authorities_, std::move(outlines));
    return absl::OkStatus();
  }

  absl::Status LoadPostcodes() {
    const CanonicalCodes canonical = [this](std::string_view code) {
      return authorities_.CanonicalCode(code);
    };
    std::vector<PostcodeTable> tables;
    for (const std::string& path : spec_.postcodes) {
      ASSIGN_OR_RETURN(PostcodeTable table, ReadPostcodeFile(path, canonical, sink_));
      tables.push_back(std::move(table));
    }
    postcodes_ = MergePostcodeTables(std::move(tables));
    LocateWhereNoFileSays();
    groups_ = MergePostcodeGroups(ComputePostcodeGroups(postcodes_), std::move(shipped_.groups));
    return absl::OkStatus();
  }

  // Postcodes of sectors of which no file names an authority (those of Northern Ireland) get the
  // authority whose outline they lie in.
  void LocateWhereNoFileSays() {
    std::set<std::string, std::less<>> silent;
    for (const PostcodeGroupRow& sector : ComputePostcodeGroups(postcodes_).sectors) {
      if (sector.authorities.empty()) silent.insert(sector.text);
    }
    if (silent.empty()) return;
    const AuthorityOutlines outlines(gazetteer_.areas);
    std::vector<std::string>& codes = postcodes_.authority_codes;
    for (record::PostcodeEntry& entry : postcodes_.entries) {
      if (entry.authority >= 0 || !entry.has_point) continue;
      const std::string postcode = PostcodeText(entry);
      if (!silent.contains(std::string_view(postcode).substr(0, postcode.size() - 2))) continue;
      const record::Area* area = outlines.Find(entry.point);
      if (area == nullptr) continue;
      const auto at = std::find(codes.begin(), codes.end(), area->code);
      entry.authority = static_cast<std::int32_t>(at - codes.begin());
      if (at == codes.end()) codes.push_back(area->code);
    }
    SortAuthorityCodes(codes, postcodes_.entries);
  }

  absl::Status LoadPlaces() {
    std::vector<std::string> paths = spec_.places;
    if (!shipped_.places_path.empty()) paths.push_back(shipped_.places_path);
    std::vector<PlaceTable> tables;
    for (const std::string& path : paths) {
      ASSIGN_OR_RETURN(PlaceTable table, ReadPlaceFile(path, authorities_, sink_));
      tables.push_back(std::move(table));
    }
    gazetteer_.places = MergePlaces(std::move(tables));
    CompletePlaces(groups_.sectors, authorities_, gazetteer_.places);
    return absl::OkStatus();
  }

  // Codes become indexes into one list: of everything that postcodes name and of every authority.
  void NumberAuthorities() {
    std::set<std::string> codes(postcodes_.authority_codes.begin(),
                                postcodes_.authority_codes.end());
    for (const auto* rows : {&groups_.sectors, &groups_.districts, &groups_.areas}) {
      for (const PostcodeGroupRow& row : *rows) {
        for (const std::string& code : row.authorities) {
          codes.insert(authorities_.CanonicalCode(code));
        }
      }
    }
    for (const record::Area& area : gazetteer_.areas) {
      if (area.kind == record::AreaKind::kAuthority) codes.insert(area.code);
    }
    codes.erase("");
    gazetteer_.authority_codes.assign(codes.begin(), codes.end());
    std::vector<std::int32_t> renumbered;
    for (const std::string& code : postcodes_.authority_codes) renumbered.push_back(NumberOf(code));
    for (record::PostcodeEntry& entry : postcodes_.entries) {
      if (entry.authority >= 0)
        entry.authority = renumbered[static_cast<std::size_t>(entry.authority)];
    }
    gazetteer_.postcodes = std::move(postcodes_.entries);
    gazetteer_.sectors = Numbered(groups_.sectors);
    gazetteer_.districts = Numbered(groups_.districts);
    gazetteer_.postcode_areas = Numbered(groups_.areas);
  }

  std::int32_t NumberOf(const std::string& code) const {
    const auto& codes = gazetteer_.authority_codes;
    return static_cast<std::int32_t>(std::lower_bound(codes.begin(), codes.end(), code) -
                                     codes.begin());
  }

  std::vector<record::PostcodeGroup> Numbered(const std::vector<PostcodeGroupRow>& rows) const {
    std::vector<record::PostcodeGroup> groups;
    for (const PostcodeGroupRow& row : rows) {
      std::set<std::int32_t> numbers;
      for (const std::string& code : row.authorities) {
        const std::string canonical = authorities_.CanonicalCode(code);
        if (!canonical.empty()) numbers.insert(NumberOf(canonical));
      }
      groups.push_back({row.text, row.point, {numbers.begin(), numbers.end()}, row.postcodes});
    }
    return groups;
  }

  absl::Status LoadCalendars() {
    for (const std::string& path : spec_.calendars) {
      ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
      ASSIGN_OR_RETURN(const std::string text, ReadWholeInput(*stream));
      ASSIGN_OR_RETURN(std::vector<record::BankHoliday> holidays,
                       ParseBankHolidays(stream->name(), text, sink_));
      std::move(holidays.begin(), holidays.end(), std::back_inserter(gazetteer_.bank_holidays));
    }
    SortBankHolidays(gazetteer_.bank_holidays);
    return absl::OkStatus();
  }

  const GazetteerSpec& spec_;
  record::ProblemSink& sink_;
  record::Gazetteer& gazetteer_;
  ShippedPlaces shipped_;
  AuthorityList authorities_;
  PostcodeTable postcodes_;
  PostcodeGroups groups_;
};

}  // namespace

absl::Status LoadGazetteer(const GazetteerSpec& spec, record::ProblemSink& sink,
                           record::Gazetteer& gazetteer) {
  gazetteer = {};
  return Loader(spec, sink, gazetteer).Load();
}

}  // namespace waypost::sources
