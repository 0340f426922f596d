#include "server/oruk/organization_json.h"

#include "server/oruk/published_rest.h"

namespace waypost::oruk {
namespace {

void WriteStandIn(const Catalogue& catalogue, const Owner& owner, std::string_view address_key,
                  JsonText& json) {
  const SourceName& source = catalogue.source_name(owner.source);
  json.Text("id", FormatUuid(catalogue.OwnerId(owner)))
      .Text("name", source.name)
      .Text("description", source.title);
  PutText(address_key, ValidAddress(source.url), json);
}

// One that lacks its kind or its number is there with `extras` alone.
void WriteIdentifier(const Json& row, std::string_view organization, std::size_t number,
                     bool extras, OptionalArray& array, JsonText& json) {
  if (!row.IsObject()) return;
  const std::string_view type = TextIn(row, "identifier_type");
  const std::string_view identifier = TextIn(row, "identifier");
  if (!extras && (IsBlank(type) || IsBlank(identifier))) return;
  array.Next().StartObject();
  const std::size_t begin = MembersBegin(json);
  const std::string name = std::string(organization) + " " + std::to_string(number);
  json.Text("id", IdFrom(&row, [&] { return FormatUuid(PublicId("", "identifier", name)); }))
      .Text("organization_id", organization);
  PutText("identifier_scheme", TextIn(row, "identifier_scheme"), json);
  PutText("identifier_type", type, json);
  PutText("identifier", identifier, json);
  if (extras) PutRest(&row, begin, json);
  json.EndObject();
}

}  // namespace

std::string OrganizationIdOf(const Catalogue& catalogue, const ServiceRecord& service) {
  return FormatUuid(catalogue.OwnerId(catalogue.OwnerOf(service.ordinal())));
}

void WriteOrganization(const Catalogue& catalogue, const ServiceRecord& service, Dialect dialect,
                       JsonText& json) {
  const std::string_view address_key = dialect == Dialect::kV3 ? "website" : "url";
  const Owner owner = catalogue.OwnerOf(service.ordinal());
  const Json* organization = ObjectIn(service.json(), "organization");
  if (owner.organisation.is_none() || organization == nullptr) {
    WriteStandIn(catalogue, owner, address_key, json);
    return;
  }
  const std::string_view stated = TextIn(*organization, "name");
  const std::string_view name =
      IsBlank(stated) ? std::string_view(catalogue.source_name(owner.source).name) : stated;
  const std::string_view description = TextIn(*organization, "description");
  json.Text("id", FormatUuid(catalogue.OwnerId(owner)))
      .Text("name", name)
      .Text("description", IsBlank(description) ? name : description);
  PutText("email", ValidEmail(TextIn(*organization, "email")), json);
  PutText(address_key, ValidAddress(TextIn(*organization, "url")), json);
  PutText("logo", TextIn(*organization, "logo"), json);
  PutText("uri", ValidAddress(TextIn(*organization, "uri")), json);
}

void WriteOrganizationRest(const ServiceRecord& service, std::string_view id, bool extras,
                           JsonText& json) {
  const Json* organization = ObjectIn(service.json(), "organization");
  if (organization == nullptr) return;
  const Json* rest = service.RestOf("organization", TextIn(*organization, "source_id"));
  if (rest == nullptr) return;
  if (const std::optional<Uuid> parent = ParseUuid(RestText(rest, "parent_organization_id"))) {
    json.Text("parent_organization_id", FormatUuid(*parent));
  }
  OptionalArray array("organization_identifiers", json);
  std::size_t number = 0;
  for (const Json& row : Items(*rest, "organization_identifiers")) {
    WriteIdentifier(row, id, number++, extras, array, json);
  }
}

void WriteOrganizationExtras(const ServiceRecord& service, std::size_t begin, JsonText& json) {
  const Json* organization = ObjectIn(service.json(), "organization");
  if (organization == nullptr) return;
  const std::string_view own = TextIn(*organization, "source_id");
  PutText("source_id", own, json);
  PutText("alternate_name", TextIn(*organization, "alternate_name"), json);
  PutRest(service.RestOf("organization", own), begin, json);
}

}  // namespace waypost::oruk
