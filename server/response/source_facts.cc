#include "server/response/source_facts.h"

#include "rapidjson/document.h"
#include "server/response/stored_json.h"

namespace waypost::server {
SourceFacts ReadSource(std::string_view info_json) {
  rapidjson::Document info;
  info.Parse(info_json.data(), info_json.size());
  SourceFacts source;
  if (info.HasParseError() || !info.IsObject()) return source;
  source.id = StoredText(info, "id");
  source.title = StoredText(info, "title");
  source.publisher = StoredText(info, "publisher");
  source.url = StoredText(info, "url");
  source.licence = StoredText(info, "licence");
  source.attribution = StoredText(info, "attribution");
  source.contact = StoredText(info, "contact");
  source.retrieved = ParseIsoDate(StoredText(info, "retrieved"));
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
