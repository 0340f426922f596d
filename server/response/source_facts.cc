#include "server/response/source_facts.h"

#include "rapidjson/document.h"
#include "server/response/stored_json.h"

namespace waypost::server {
SourceFacts ReadSource(std::string_view info_json) {
  rapidjson::Document info;
  info.Parse(info_json.data(), info_json.size());
  SourceFacts source;
  if (info.HasParseError() || !info.IsObject()) return source;
  source.id = TextIn(info, "id");
  source.title = TextIn(info, "title");
  source.publisher = TextIn(info, "publisher");
  source.url = TextIn(info, "url");
  source.licence = TextIn(info, "licence");
  source.attribution = TextIn(info, "attribution");
  source.contact = TextIn(info, "contact");
  source.retrieved = ParseIsoDate(TextIn(info, "retrieved"));
  const auto days = info.FindMember("checked_every_days");
  if (days != info.MemberEnd() && days->value.IsInt()) {
    source.checked_every_days = days->value.GetInt();
  }
  return source;
}

std::string LicenceLine(const SourceFacts& source) {
  if (source.attribution.empty() && source.licence.empty()) return {};
  if (source.attribution.empty()) return source.name() + ": " + source.licence;
  std::string line = source.name() + ": " + source.attribution;
  if (!source.licence.empty()) line += " (" + source.licence + ")";
  return line;
}

}  // namespace waypost::server
