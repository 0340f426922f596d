#include "server/web/service_report.h"

#include <string>
#include <utility>
#include <vector>

#include "server/response/source_facts.h"
#include "server/web/fact_rows.h"
#include "server/web/language_marks.h"
#include "server/web/page_links.h"
#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

FactLine CorrectionLine(const std::string& contact, const std::string& subject) {
  if (IsWebAddress(contact)) return WebLine(contact);
  return {.text = contact, .href = MailAddress(contact, subject)};
}

// How the service or who runs it is reached: they can tell their directory.
std::vector<FactLine> OwnContacts(const ServiceFacts& facts, const std::string& subject) {
  std::vector<FactLine> lines;
  for (const std::string& email : {facts.organisation.email, facts.email}) {
    if (email.empty() || !lines.empty()) continue;
    lines.push_back(CorrectionLine(email, subject));
  }
  for (const std::string& url : {facts.organisation.url, facts.url}) {
    if (url.empty() || !lines.empty()) continue;
    lines.push_back(WebLine(url));
  }
  if (lines.empty() && !facts.phones.empty()) AddPhoneLines(facts.phones.front(), lines);
  return lines;
}

struct Recipient {
  std::string name;
  std::vector<FactLine> lines;
};

Recipient RecipientOf(const InterfaceText& text, const SourceFacts& source,
                      const ServiceFacts& facts) {
  const std::string subject =
      WithoutMarks(text("report.subject", {{"name", facts.name}, {"id", facts.id}}));
  const std::string& publisher = source.publisher.empty() ? source.name() : source.publisher;
  if (!source.contact.empty()) return {publisher, {CorrectionLine(source.contact, subject)}};
  if (!source.url.empty()) return {publisher, {WebLine(source.url)}};
  const std::string& organisation = facts.organisation.name;
  return {organisation.empty() ? facts.name : organisation, OwnContacts(facts, subject)};
}

}  // namespace

Page ServiceReport(const Site& site, const AskedPage& asked, ServiceOrdinal service,
                   const ServiceFacts& facts) {
  const Index& index = site.index();
  const InterfaceText& text = asked.text();
  const SourceOrdinal ordinal =
      index.documents().source[index.services().documents[service].front()];
  const SourceFacts source = ReadSource(index.sources().info[ordinal]);
  Recipient recipient = RecipientOf(text, source, facts);
  FactRows rows;
  const bool is_reached = !recipient.lines.empty();
  rows.AddLines(recipient.name, std::move(recipient.lines));
  const PageLinks links(asked, false);
  AskedPage plain = asked;
  plain.language = Language::kEnglish;
  const std::string path = "/services/" + facts.id;
  const bool is_sensitive = HasExitMark(asked) || SensitivityOf(site, service).is_sensitive;
  const std::string heading = text("report.title", {{"name", facts.name}});
  Page page{
      .name = "service_report",
      // Browsers keep titles with their history.
      .title = is_sensitive ? std::string(text("service.suggest")) : heading,
      .is_sensitive = is_sensitive,
      .sources = {ordinal},
      .address = PageLinks(plain, false).Address(path + "/report", ExitMark(HasExitMark(asked)))};
  Set(page.content, "heading", heading);
  Set(page.content, "who", text("report.who", {{"source", source.name()}}));
  Set(page.content, "nobody", is_reached ? std::string_view() : text("report.nobody"));
  Set(page.content, "service_address", links.Address(path, ExitMark(HasExitMark(asked))));
  page.content.set("recipient", std::move(rows).Take());
  return page;
}

}  // namespace waypost::server
