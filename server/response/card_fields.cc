#include "server/response/card_fields.h"

#include "rapidjson/document.h"
#include "server/response/answer_text.h"

namespace waypost::server {
namespace {

std::string TextOf(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

const rapidjson::Value* ObjectOf(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsObject() ? &found->value : nullptr;
}

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
  fields.id = TextOf(card, "id");
  fields.source = TextOf(card, "source");
  fields.source_id = TextOf(card, "source_id");
  fields.name = TextOf(card, "name");
  fields.summary = TextOf(card, "summary");
  fields.phone = TextOf(card, "phone");
  fields.email = TextOf(card, "email");
  fields.url = TextOf(card, "url");
  fields.assured = TextOf(card, "assured");
  fields.status = TextOf(card, "status");
  fields.reach = ListOf(card, "reach");
  fields.access = ListOf(card, "access");
  fields.ages = AgesOf(card);
  if (const auto* organisation = ObjectOf(card, "organization")) {
    fields.organisation = TextOf(*organisation, "name");
  }
  if (const auto* location = ObjectOf(card, "location")) {
    fields.has_location = true;
    fields.location_id = TextOf(*location, "id");
    fields.location_name = TextOf(*location, "name");
    fields.address = TextOf(*location, "address");
    fields.postcode = TextOf(*location, "postcode");
    fields.precision = TextOf(*location, "precision");
    fields.point = PointOf(*location);
  }
  if (const auto* cost = ObjectOf(card, "cost")) {
    fields.cost = TextOf(*cost, "text");
    const auto free = cost->FindMember("free");
    if (free != cost->MemberEnd() && free->value.IsBool()) fields.free = free->value.GetBool();
  }
  return fields;
}

std::string SourceLine(std::string_view info_json) {
  rapidjson::Document info;
  info.Parse(info_json.data(), info_json.size());
  if (info.HasParseError() || !info.IsObject()) return {};
  const std::string attribution = TextOf(info, "attribution");
  const std::string licence = TextOf(info, "licence");
  if (attribution.empty() && licence.empty()) return {};
  const std::string title = TextOf(info, "title");
  std::string line = title.empty() ? TextOf(info, "id") : title;
  if (attribution.empty()) return line + ": " + licence;
  line += ": " + attribution;
  if (!licence.empty()) line += " (" + licence + ")";
  return line;
}

}  // namespace waypost::server
