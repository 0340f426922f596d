#include "server/response/ask_json.h"

#include "server/response/json_text.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

void WritePart(std::string_view text, const ask::ReadPart& part, JsonText& json) {
  json.StartObject()
      .Text("text", text.substr(part.begin, part.end - part.begin))
      .Whole("start", static_cast<std::int64_t>(part.begin))
      .Whole("end", static_cast<std::int64_t>(part.end))
      .Text("as", part.parameter)
      .Text("value", part.value);
  if (!part.label.empty()) json.Text("label", part.label);
  if (part.asked_as != part.value) json.Text("asked_as", part.asked_as);
  json.Bool("asked", part.is_asked).EndObject();
}

}  // namespace

std::string WriteAskJson(std::string_view text, const ask::SentenceReading& reading,
                         const std::vector<query::Parameter>& asked, std::string_view search) {
  JsonText json;
  json.StartObject().Text("text", text).StartArray("read");
  for (const ask::ReadPart& part : reading.parts) WritePart(text, part, json);
  json.EndArray().StartArray("not_understood");
  for (const std::string& stretch : reading.not_understood) json.Element(stretch);
  json.EndArray().Text("search", "/api/search" + QueryString(asked));
  // Without its braces.
  json.RawMembers(search.substr(1, search.size() - 2)).EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
