#include "server/response/card_fields.h"

#include "rapidjson/document.h"
#include "server/response/stored_json.h"

namespace waypost::server {
CardFields ReadCard(const Index& index, DocId doc) {
  const std::string text = "{" +
                           std::string(index.services().card[index.documents().service[doc]]) +
                           "," + std::string(index.documents().card[doc]) + "}";
  rapidjson::Document card;
  card.Parse(text.data(), text.size());
  CardFields fields;
  if (card.HasParseError() || !card.IsObject()) return fields;
  fields.name = StoredText(card, "name");
  fields.summary = StoredText(card, "summary");
  fields.phone = StoredText(card, "phone");
  fields.url = StoredText(card, "url");
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
  }
  if (const auto* cost = StoredObject(card, "cost")) {
    fields.cost = StoredText(*cost, "text");
    const auto free = cost->FindMember("free");
    if (free != cost->MemberEnd() && free->value.IsBool()) fields.free = free->value.GetBool();
  }
  return fields;
}

}  // namespace waypost::server
