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
  fields.name = TextIn(card, "name");
  fields.summary = TextIn(card, "summary");
  fields.phone = TextIn(card, "phone");
  fields.url = TextIn(card, "url");
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
  }
  if (const auto* cost = ObjectIn(card, "cost")) {
    fields.cost = TextIn(*cost, "text");
    fields.free = BoolIn(*cost, "free");
  }
  return fields;
}

}  // namespace waypost::server
