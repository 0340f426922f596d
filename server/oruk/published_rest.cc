#include "server/oruk/published_rest.h"

#include <algorithm>
#include <vector>

#include "rapidjson/stringbuffer.h"
#include "rapidjson/writer.h"

namespace waypost::oruk {
namespace {

// The position behind the string of JSON that begins at `at`.
std::size_t StringEnd(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

// The names of the members of an object, without its braces, as they are written.
std::vector<std::string_view> NamesOf(std::string_view members) {
  std::vector<std::string_view> names;
  int depth = 0;
  bool is_name = true;
  for (std::size_t at = 0; at < members.size();) {
    const char c = members[at];
    if (c == '"') {
      const std::size_t end = std::min(StringEnd(members, at), members.size());
      if (is_name && depth == 0) names.push_back(members.substr(at + 1, end - at - 2));
      is_name = false;
      at = end;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c == ',') is_name = true;
    ++at;
  }
  return names;
}

std::string TextOf(const Json& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

void PutRest(const Json* rest, std::size_t begin, JsonText& json) {
  if (rest == nullptr || !rest->IsObject()) return;
  const std::string written(json.text().substr(begin));
  const std::vector<std::string_view> names = NamesOf(written);
  for (const auto& member : rest->GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    if (std::ranges::find(names, name) == names.end()) json.RawOfName(name, TextOf(member.value));
  }
}

std::string_view RestText(const Json* rest, std::string_view key) {
  return rest == nullptr ? std::string_view() : TextIn(*rest, key);
}

}  // namespace waypost::oruk
