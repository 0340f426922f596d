#include "server/oruk/v1_review.h"

#include <array>

namespace waypost::oruk {
namespace {

std::string ReviewerId(const ServiceRecord& service, const Json& review) {
  const std::string_view own = TextIn(review, "reviewer_organisation_id");
  if (own.empty()) return {};
  if (const std::optional<Uuid> uuid = ParseUuid(own)) return FormatUuid(*uuid);
  return FormatUuid(PublicId(service.source(), "organization", own));
}

void WriteRest(const ServiceRecord& service, const Json& review, JsonText& json) {
  PutText("reviewer_organization_id", std::string_view(ReviewerId(service, review)), json);
  PutText("title", TextIn(review, "title"), json);
  PutText("description", TextIn(review, "description"), json);
  PutText("date", ValidDate(TextIn(review, "date")), json);
  for (const char* key : {"score", "url", "widget"}) PutText(key, TextIn(review, key), json);
}

}  // namespace

void WriteV1Reviews(const ServiceRecord& service, JsonText& json) {
  OptionalArray array("reviews", json);
  for (const Json& review : Items(service.json(), "reviews")) {
    array.Next().StartObject().Text("id", TextIn(review, "public_id"));
    json.Text("service_id", service.id());
    WriteRest(service, review, json);
    json.EndObject();
  }
}

bool WriteV1Review(const V1Writing& writing, const ServiceRecord& service, std::string_view id,
                   JsonText& json) {
  for (const Json& review : Items(service.json(), "reviews")) {
    if (TextIn(review, "public_id") != id) continue;
    json.Text("id", id).StartObject("service");
    WriteV1ServiceRow(writing, service, json);
    json.EndObject();
    WriteRest(service, review, json);
    return true;
  }
  return false;
}

}  // namespace waypost::oruk
