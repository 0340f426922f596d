#include "server/response/card_fields.h"

#include "rapidjson/document.h"

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

}  // namespace

CardFields ReadCard(const Index& index, DocId doc) {
  const std::string text = "{" +
                           std::string(index.services().card[index.documents().service[doc]]) +
                           "," + std::string(index.documents().card[doc]) + "}";
  rapidjson::Document card;
  card.Parse(text.data(), text.size());
  CardFields fields;
  if (card.HasParseError() || !card.IsObject()) return fields;
  fields.name = TextOf(card, "name");
  fields.summary = TextOf(card, "summary");
  fields.phone = TextOf(card, "phone");
  fields.url = TextOf(card, "url");
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
