#include "server/web/service_page.h"

#include <optional>
#include <utility>

#include "engine/format/public_id.h"
#include "server/response/caching.h"
#include "server/response/service_facts.h"
#include "server/response/service_json_ld.h"
#include "server/web/render_page.h"
#include "server/web/sensitivity.h"
#include "server/web/service_content.h"
#include "server/web/service_question.h"
#include "server/web/service_report.h"

namespace waypost::server {
namespace {

HttpResponse Detail(const Site& site, const AskedPage& asked, ServiceOrdinal service,
                    const ServiceFacts& facts) {
  const Index& index = site.index();
  const ServiceQuestion question = ReadServiceQuestion(site, asked, service);
  const bool tells_home = question.place && TellsHome(*question.place);
  AskedPage plain = asked;
  plain.language = Language::kEnglish;
  const bool is_sensitive = question.is_sensitive || SensitivityOf(site, service).is_sensitive;
  Page page{.name = "service",
            // Browsers keep titles with their history.
            .title = is_sensitive ? std::string(asked.text()("service.title")) : facts.name,
            .content = ServiceContent(site, asked, question, service, facts),
            .keeping = tells_home ? PageKeeping::kPrivate : PageKeeping::kPublic,
            .is_sensitive = is_sensitive,
            .sources = {index.documents().source[index.services().documents[service].front()]},
            .address = OwnAddress(plain, question, facts.id),
            .json_ld = ServiceJsonLd(index, service, facts)};
  return RenderPage(site, asked, std::move(page));
}

}  // namespace

HttpResponse ServicePage::operator()(const AskedPage& asked, std::string_view rest) const {
  const std::string_view id = rest.substr(0, rest.find('/'));
  const std::string_view part = rest.substr(id.size());
  const std::optional<Uuid> uuid = ParseUuid(id);
  const auto service = uuid ? site.index().FindService(*uuid) : std::nullopt;
  if (!service || (!part.empty() && part != "/report")) return NotFoundPage(site, asked);
  const absl::StatusOr<ServiceFacts> facts = ReadServiceFacts(site.index(), *service);
  if (!facts.ok()) return FailurePage(site, asked, facts.status());
  if (part.empty()) return Detail(site, asked, *service, *facts);
  return RenderPage(site, asked, ServiceReport(site, asked, *service, *facts));
}

}  // namespace waypost::server
