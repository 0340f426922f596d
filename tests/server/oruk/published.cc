#include "tests/server/oruk/published.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_date.h"
#include "server/oruk/valid_values.h"
#include "tests/index_builder/sources/json_reading.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;

std::string_view Text(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

const Value* Member(const Value& object, std::string_view name) {
  const auto found = object.FindMember(Value(rapidjson::StringRef(name.data(), name.size())));
  return found == object.MemberEnd() ? nullptr : &found->value;
}

// Nothing is lost with these.
bool SaysNothing(const Value& value) {
  if (value.IsNull()) return true;
  if (value.IsString()) return oruk::IsBlank(Text(value));
  if (value.IsArray()) return value.Empty();
  return value.IsObject() && value.ObjectEmpty();
}

std::string ScalarText(const Value& value) {
  return value.IsString() ? std::string(Text(value)) : TextOf(value);
}

// Without what repairs may change: markup, white space and case.
std::string Folded(const std::string& text) { return record::FoldWords(PlainText(text)); }

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool IsAddressOfTheWeb(std::string_view name) {
  return IsOneOf(name, {"url", "website", "uri", "logo", "schedule_link", "term_uri"});
}

// Ids of other things are the public ones in an answer.
bool IsIdOfAnother(std::string_view name) {
  return IsOneOf(name, {"service_id", "location_id", "organization_id", "link_id", "contact_id",
                        "service_at_location_id", "taxonomy_term_id", "taxonomy_id", "serviceId"});
}

// Compares one published object with what came back.
class Comparison {
 public:
  explicit Comparison(std::vector<std::string>& lost) : lost_(lost) {}

  void Object(const Value& published, const Value& answered, const std::string& path) {
    for (const auto& member : published.GetObject()) {
      if (SaysNothing(member.value)) continue;
      const std::string name(Text(member.name));
      const std::string here = path.empty() ? name : path + "." + name;
      const Value* back = Member(answered, name);
      if (!IsLost(name, member.value, back, answered, here)) continue;
      lost_.push_back(here + ": " + TextOf(member.value) + " came back as " +
                      (back == nullptr ? "nothing" : TextOf(*back)));
    }
  }

 private:
  bool IsLost(const std::string& name, const Value& value, const Value* back, const Value& answered,
              const std::string& here) {
    if (name == "id") return IsIdLost(value, answered, here);
    if (IsIdOfAnother(name)) return false;
    // A term is the one of the index: its ids, names and address are those of its vocabulary.
    if (here.ends_with("taxonomy_term")) return back == nullptr || !back->IsObject();
    if (back == nullptr) return !MayBeAbsent(name, value, answered);
    if (value.IsObject() && back->IsObject()) {
      Object(value, *back, here);
      return false;
    }
    if (value.IsArray() && back->IsArray()) return IsArrayLost(value, *back, here);
    return IsScalarLost(name, value, *back);
  }

  // Services, organisations, locations and services at them have public ids, and their own beside;
  // parts keep an id that is a UUID.
  static bool IsIdLost(const Value& value, const Value& answered, const std::string& here) {
    if (!value.IsString() || !ParseUuid(Text(value))) return false;
    if (here.ends_with("taxonomy.id") || here.ends_with("taxonomy_term.id")) return false;
    const Value* own = Member(answered, "source_id");
    const Value* id = own == nullptr ? Member(answered, "id") : own;
    return id == nullptr || ScalarText(*id) != ScalarText(value);
  }

  bool IsArrayLost(const Value& published, const Value& answered, const std::string& here) {
    for (rapidjson::SizeType i = 0; i < published.Size(); ++i) {
      const Value& element = published[i];
      if (SaysNothing(element)) continue;
      const Value* back = Like(element, answered, i);
      if (back == nullptr) return true;
      if (element.IsObject() && back->IsObject()) {
        Object(element, *back, here);
      } else if (TextOf(element) != TextOf(*back)) {
        return true;
      }
    }
    return false;
  }

  // The element with the same id, else the one in the same place.
  static const Value* Like(const Value& element, const Value& answered, rapidjson::SizeType place) {
    const Value* id = element.IsObject() ? Member(element, "id") : nullptr;
    for (const Value& candidate : answered.GetArray()) {
      if (id == nullptr || !candidate.IsObject()) break;
      for (const char* name : {"source_id", "id"}) {
        const Value* own = Member(candidate, name);
        if (own != nullptr && ScalarText(*own) == ScalarText(*id)) return &candidate;
      }
    }
    return place < answered.Size() ? &answered[place] : nullptr;
  }

  static bool MayBeAbsent(const std::string& name, const Value& value, const Value& answered) {
    if (IsAddressOfTheWeb(name)) return !oruk::ValidAddress(ScalarText(value));
    if (name == "email" || name == "assurer_email") return !oruk::ValidEmail(ScalarText(value));
    if (IsOneOf(name, {"minimum_age", "maximum_age", "amount"})) {
      return ScalarText(value).starts_with('-');
    }
    if (name == "address_2") {
      const Value* lines = Member(answered, "address_1");
      return lines != nullptr && Text(*lines).find(Text(value)) != std::string_view::npos;
    }
    // A statement that names no feature has its words alone.
    if (name == "accessibility") return Member(answered, "description") != nullptr;
    // Rules that no day can be read of, and their times, are kept as they were published.
    return IsOneOf(name, {"freq", "byday", "interval", "opens_at", "closes_at"}) &&
           Member(answered, "as_published") != nullptr;
  }

  static bool IsScalarLost(const std::string& name, const Value& value, const Value& back) {
    const std::string text = ScalarText(value);
    const std::string got = ScalarText(back);
    if (text == got || Folded(text) == Folded(got)) return false;
    if (IsAddressOfTheWeb(name)) return got != oruk::ValidAddress(text).value_or("");
    if (name == "last_modified") return !IsSameMoment(text, got);
    if (IsOneOf(name, {"opens_at", "closes_at"})) {
      return text.substr(0, 5) != got && !(text == "24:00" && got == "23:59");
    }
    if (IsOneOf(name, {"minimum_age", "maximum_age", "amount", "latitude", "longitude"})) {
      return std::stod(text) != std::stod(got);
    }
    if (name == "byday") return !record::FoldWords(text).starts_with(record::FoldWords(got));
    if (name == "postal_code") return Squeezed(text) != Squeezed(got);
    // All lines are one.
    return name != "address_1" || got.find(text) == std::string::npos;
  }

  static bool IsSameMoment(const std::string& published, const std::string& answered) {
    record::CollectingSink sink;
    const record::FieldReport report(sink, "", "");
    const auto moment = record::MomentValue(report, "service", "last_modified", published);
    return moment && FormatMoment(*moment) == answered;
  }

  static std::string Squeezed(const std::string& text) {
    std::string all = record::FoldWords(text);
    std::erase(all, ' ');
    return all;
  }

  std::vector<std::string>& lost_;
};

void AddServices(const Value& page, std::map<std::string, Document>& services,
                 std::set<std::string>& seen) {
  const Value* list = page.IsArray() ? &page : nullptr;
  for (const char* name : {"contents", "content"}) {
    if (list == nullptr && page.IsObject()) list = Member(page, name);
  }
  const auto add = [&](const Value& service) {
    const std::string id = ScalarText(service["id"]);
    if (!seen.insert(id).second) {
      services.erase(id);
      return;
    }
    services[id].CopyFrom(service, services[id].GetAllocator());
  };
  if (list == nullptr) return add(page);
  for (const Value& service : list->GetArray()) add(service);
}

Document ReadDocument(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  Document document;
  document.Parse(text.str().c_str());
  EXPECT_FALSE(document.HasParseError()) << path;
  return document;
}

}  // namespace

std::map<std::string, Document> PublishedServices(const std::string& path) {
  namespace fs = std::filesystem;
  std::map<std::string, Document> services;
  std::set<std::string> seen;
  if (!fs::is_directory(path)) {
    AddServices(ReadDocument(path), services, seen);
    return services;
  }
  for (const auto& entry : fs::directory_iterator(path)) {
    AddServices(ReadDocument(entry.path()), services, seen);
  }
  return services;
}

Asking AskingOf(const std::string& path) {
  sources::JsonReading reading = sources::ReadJsonPath(path);
  EXPECT_EQ(reading.error, "");
  for (record::Service& service : reading.services) service.source = "alpha";
  return Asking(std::move(reading.services));
}

std::map<std::string, Document> WholeServices(const Asking& asking) {
  std::map<std::string, Document> services;
  for (int page = 1;; ++page) {
    const Document answer = asking.Json(
        "/oruk/v3/services?full=true&extras=true&per_page=500&status=active,inactive,defunct,"
        "temporarily+closed&page=" +
        std::to_string(page));
    if (answer["empty"].GetBool()) return services;
    for (const Value& service : answer["contents"].GetArray()) {
      const Value* own = Member(service, "source_id");
      if (own == nullptr) continue;
      Document& copy = services[ScalarText(*own)];
      copy.CopyFrom(service, copy.GetAllocator());
    }
  }
}

std::vector<std::string> LostFields(const Value& published, const Value& answered) {
  std::vector<std::string> lost;
  Comparison(lost).Object(published, answered, "");
  return lost;
}

std::string PlainText(const std::string& text) {
  record::CollectingSink sink;
  return record::TextBlock(record::FieldReport(sink, "", ""), "", "", text);
}

}  // namespace waypost::server
