#include "server/response/card_fields.h"

#include "rapidjson/document.h"
#include "server/response/answer_text.h"
#include "server/response/stored_json.h"

namespace waypost::server {
namespace {

void AppendPart(std::string& line, std::string_view separator, std::string_view part) {
  line.append(line.empty() ? "" : separator).append(part);
}

// The texts of a list, with commas between them.
std::string ListOf(const Json& object, std::string_view key) {
  std::string line;
  for (const Json& element : Items(object, key)) {
    if (element.IsString()) AppendPart(line, ", ", element.GetString());
  }
  return line;
}

std::string AgesOf(const Json& card) {
  std::string line;
  for (const Json& range : Items(card, "ages")) {
    const std::optional<double> from = NumberIn(range, "min");
    const std::optional<double> to = NumberIn(range, "max");
    if (from && to) {
      AppendPart(line, "; ", DecimalText(*from) + " to " + DecimalText(*to));
    } else if (from) {
      AppendPart(line, "; ", "from " + DecimalText(*from));
    } else if (to) {
      AppendPart(line, "; ", "up to " + DecimalText(*to));
    }
  }
  return line;
}

std::optional<LatLng> PointOf(const Json& location) {
  const std::optional<double> lat = NumberIn(location, "lat");
  const std::optional<double> lon = NumberIn(location, "lon");
  if (!lat || !lon) return std::nullopt;
  return LatLng::FromDegrees(*lat, *lon);
}

}  // namespace

bool IsConfidential(const Index& index, DocId doc) {
  return (index.documents().flags[doc] & kConfidential) != 0;
}

bool IsPlaceToGo(const Index& index, DocId doc) {
  const auto reach = EnumSet<Reach>::FromBits(index.documents().reach[doc]);
  return reach.empty() || reach.Has(Reach::kPlace);
}

CardFields ReadCard(const Index& index, DocId doc) {
  const std::string text = "{" +
                           std::string(index.services().card[index.documents().service[doc]]) +
                           "," + std::string(index.documents().card[doc]) + "}";
  rapidjson::Document card;
  card.Parse(text.data(), text.size());
  CardFields fields;
  if (card.HasParseError() || !card.IsObject()) return fields;
  fields.id = TextIn(card, "id");
  fields.source = TextIn(card, "source");
  fields.source_id = TextIn(card, "source_id");
  fields.name = TextIn(card, "name");
  fields.summary = TextIn(card, "summary");
  fields.phone = TextIn(card, "phone");
  fields.email = TextIn(card, "email");
  fields.url = TextIn(card, "url");
  fields.assured = TextIn(card, "assured");
  fields.status = TextIn(card, "status");
  fields.reach = ListOf(card, "reach");
  fields.access = ListOf(card, "access");
  fields.ages = AgesOf(card);
  if (const auto* organisation = ObjectIn(card, "organization")) {
    fields.organisation = TextIn(*organisation, "name");
  }
  if (const auto* location = ObjectIn(card, "location")) {
    fields.has_location = true;
    fields.location_id = TextIn(*location, "id");
    fields.location_name = TextIn(*location, "name");
    fields.address = TextIn(*location, "address");
    fields.postcode = TextIn(*location, "postcode");
    fields.precision = TextIn(*location, "precision");
    fields.district = TextIn(*location, "district");
    fields.point = PointOf(*location);
  }
  if (const auto* cost = ObjectIn(card, "cost")) {
    fields.cost = TextIn(*cost, "text");
    fields.free = BoolIn(*cost, "free");
  }
  return fields;
}

}  // namespace waypost::server
