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
std::string ListOf(const rapidjson::Value& object, const char* key) {
  std::string line;
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsArray()) return line;
  for (const rapidjson::Value& element : found->value.GetArray()) {
    if (element.IsString()) AppendPart(line, ", ", element.GetString());
  }
  return line;
}

std::optional<double> NumberOf(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsNumber()) return std::nullopt;
  return found->value.GetDouble();
}

std::string AgesOf(const rapidjson::Value& card) {
  std::string line;
  const auto ages = card.FindMember("ages");
  if (ages == card.MemberEnd() || !ages->value.IsArray()) return line;
  for (const rapidjson::Value& range : ages->value.GetArray()) {
    if (!range.IsObject()) continue;
    const std::optional<double> from = NumberOf(range, "min");
    const std::optional<double> to = NumberOf(range, "max");
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

std::optional<LatLng> PointOf(const rapidjson::Value& location) {
  const std::optional<double> lat = NumberOf(location, "lat");
  const std::optional<double> lon = NumberOf(location, "lon");
  if (!lat || !lon) return std::nullopt;
  return LatLng::FromDegrees(*lat, *lon);
}

}  // namespace

CardFields ReadCard(const Index& index, DocId doc) {
  const std::string text = "{" +
                           std::string(index.services().card[index.documents().service[doc]]) +
                           "," + std::string(index.documents().card[doc]) + "}";
  rapidjson::Document card;
  card.Parse(text.data(), text.size());
  CardFields fields;
  if (card.HasParseError() || !card.IsObject()) return fields;
  fields.id = StoredText(card, "id");
  fields.source = StoredText(card, "source");
  fields.source_id = StoredText(card, "source_id");
  fields.name = StoredText(card, "name");
  fields.summary = StoredText(card, "summary");
  fields.phone = StoredText(card, "phone");
  fields.email = StoredText(card, "email");
  fields.url = StoredText(card, "url");
  fields.assured = StoredText(card, "assured");
  fields.status = StoredText(card, "status");
  fields.reach = ListOf(card, "reach");
  fields.access = ListOf(card, "access");
  fields.ages = AgesOf(card);
  if (const auto* organisation = StoredObject(card, "organization")) {
    fields.organisation = StoredText(*organisation, "name");
  }
  if (const auto* location = StoredObject(card, "location")) {
    fields.has_location = true;
    fields.location_id = StoredText(*location, "id");
    fields.location_name = StoredText(*location, "name");
    fields.address = StoredText(*location, "address");
    fields.postcode = StoredText(*location, "postcode");
    fields.precision = StoredText(*location, "precision");
    fields.point = PointOf(*location);
  }
  if (const auto* cost = StoredObject(card, "cost")) {
    fields.cost = StoredText(*cost, "text");
    const auto free = cost->FindMember("free");
    if (free != cost->MemberEnd() && free->value.IsBool()) fields.free = free->value.GetBool();
  }
  return fields;
}

}  // namespace waypost::server
