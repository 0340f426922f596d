#include "server/response/search_geojson.h"

#include <optional>
#include <utility>

#include "engine/format/public_id.h"
#include "engine/query/hit_maker.h"
#include "server/response/card_fields.h"
#include "server/response/flat_row.h"
#include "server/response/json_text.h"
#include "server/response/search_json.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::Result;

void WriteProperty(const FlatColumn& column, const std::string& value, JsonText& json) {
  switch (column.kind) {
    case FlatKind::kText:
    case FlatKind::kPhone:
      if (!value.empty()) json.Text(column.name, value);
      return;
    case FlatKind::kNumber:
      if (!value.empty()) json.Raw(column.name, value);
      return;
    case FlatKind::kFact:
      if (value != "not stated") json.Bool(column.name, value == "yes");
      return;
    case FlatKind::kPoint:
    case FlatKind::kRights:
      return;
  }
}

class Map {
 public:
  Map(const Index& index, const Result& result, const absl::TimeZone& zone)
      : index_(index), result_(result), zone_(zone), maker_(index, result.resolved) {}

  std::string Write() && {
    json_.StartObject().Text("type", "FeatureCollection");
    WriteTotals(index_, result_, json_);
    json_.StartArray("features");
    for (const Hit& hit : result_.hits) WriteService(hit);
    json_.EndArray();
    // Results of the page that a map cannot show.
    json_.Whole("without_point", without_point_);
    if (is_cut_) json_.Bool("truncated", true);
    WriteSources(index_, result_, json_);
    json_.EndObject();
    return std::move(json_).Take();
  }

 private:
  bool HasPoint(DocId doc) const {
    return index_.documents().IsLocated(doc) && !IsConfidential(index_, doc);
  }

  // At its best document first.
  void WriteService(const Hit& best) {
    const std::size_t before = count_;
    if (HasPoint(best.doc)) WriteFeature(best);
    for (const DocId doc : index_.services().documents[index_.documents().service[best.doc]]) {
      if (doc == best.doc || !HasPoint(doc)) continue;
      if (const std::optional<Hit> hit = maker_.Match(doc)) WriteFeature(*hit);
    }
    if (count_ == before && !is_cut_) ++without_point_;
  }

  void WriteFeature(const Hit& hit) {
    if (count_ == kMostFeatures) {
      is_cut_ = true;
      return;
    }
    ++count_;
    const DocumentColumns& documents = index_.documents();
    json_.StartObject().Text("type", "Feature");
    if (documents.HasPlaceIds(hit.doc)) {
      json_.Text("id", FormatUuid(documents.place_ids[hit.doc].at_location));
    }
    const LatLng point = documents.position[hit.doc];
    json_.StartObject("geometry").Text("type", "Point").StartArray("coordinates");
    json_.NumberElement(point.lon_degrees()).NumberElement(point.lat_degrees());
    json_.EndArray().EndObject();
    json_.StartObject("properties");
    const FlatRow row = FlatRowOf(index_, result_.resolved, hit, zone_);
    for (std::size_t i = 0; i < row.size(); ++i) WriteProperty(kFlatColumns[i], row[i], json_);
    json_.EndObject().EndObject();
  }

  const Index& index_;
  const Result& result_;
  const absl::TimeZone zone_;
  query::HitMaker maker_;
  JsonText json_;
  std::size_t count_ = 0;
  std::int64_t without_point_ = 0;
  bool is_cut_ = false;
};

}  // namespace

HttpResponse SearchGeoJson(const Index& index, const Result& result, const absl::TimeZone& zone) {
  return {.content_type = "application/geo+json", .body = Map(index, result, zone).Write()};
}

}  // namespace waypost::server
