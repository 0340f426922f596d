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

void WriteOrganizationExtras(const ServiceRecord& service, std::size_t begin, JsonText& json) {
  const Json* organization = ObjectIn(service.json(), "organization");
  if (organization == nullptr) return;
  const std::string_view own = TextIn(*organization, "source_id");
  PutText("source_id", own, json);
  PutText("alternate_name", TextIn(*organization, "alternate_name"), json);
  PutRest(service.RestOf("organization", own), begin, json);
}

}  // namespace waypost::oruk
