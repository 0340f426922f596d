#include "tests/server/oruk/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
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
  if (value.IsArray()) return std::ranges::all_of(value.GetArray(), SaysNothing);
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

std::optional<double> NumberOf(const Value* value) {
  if (value == nullptr) return std::nullopt;
  const std::string text = ScalarText(*value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' ? std::nullopt : std::optional(number);
}

// An object of a feed, and what came back of it.
struct Pair {
  const Value& published;
  const Value& answered;
};

// The rules of ORUK.md and of the builder by which a value is left out.

bool IsNoPlaceOfTheLand(const Pair& location) {
  const auto lat = NumberOf(Member(location.published, "latitude"));
  const auto lon = NumberOf(Member(location.published, "longitude"));
  return !lat || !lon || *lat < 49 || *lat > 61 || *lon < -9 || *lon > 2.5;
}

bool IsNoRangeOfAges(const Pair& service) {
  const double least = NumberOf(Member(service.published, "minimum_age")).value_or(0);
  const double most = NumberOf(Member(service.published, "maximum_age")).value_or(1'000);
  return least < 0 || most <= 0 || most < least;
}

bool IsNoGeoJson(const Pair& area) {
  const Value* extent = Member(area.published, "extent");
  if (extent == nullptr || !extent->IsString()) return true;
  Document json;
  json.Parse(extent->GetString());
  return json.HasParseError();
}

// Midnight to midnight is a form that nobody filled in.
bool StatesNoTime(const Pair& row) {
  const Value* opens = Member(row.published, "opens_at");
  const Value* closes = Member(row.published, "closes_at");
  if (Member(row.answered, "as_published") != nullptr) return true;
  return opens != nullptr && closes != nullptr && ScalarText(*opens).starts_with("00:00") &&
         ScalarText(*closes).starts_with("00:00");
}

bool MayBeAbsent(const std::string& name, const Value& value, const Pair& owner) {
  if (IsAddressOfTheWeb(name)) return !oruk::ValidAddress(ScalarText(value));
  if (name == "email" || name == "assurer_email") return !oruk::ValidEmail(ScalarText(value));
  if (name == "amount") return ScalarText(value).starts_with('-');
  if (name == "minimum_age" || name == "maximum_age") return IsNoRangeOfAges(owner);
  if (name == "latitude" || name == "longitude") return IsNoPlaceOfTheLand(owner);
  if (name == "extent" || name == "extent_type") return IsNoGeoJson(owner);
  // All lines are one.
  if (name == "address_2") {
    const Value* lines = Member(owner.answered, "address_1");
    return lines != nullptr && Text(*lines).find(Text(value)) != std::string_view::npos;
  }
  // A statement that names no feature has its words alone.
  if (name == "accessibility") return Member(owner.answered, "description") != nullptr;
  return IsOneOf(name, {"freq", "byday", "interval", "opens_at", "closes_at"}) &&
         StatesNoTime(owner);
}

bool IsSameMoment(const std::string& published, const std::string& answered) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "", "");
  const auto moment = record::MomentValue(report, "service", "last_modified", published);
  return moment && FormatMoment(*moment) == answered;
}

std::string Squeezed(const std::string& text) {
  std::string all = record::FoldWords(text);
  std::erase(all, ' ');
  return all;
}

// Whether a scalar came back as another that no rule makes of it.
bool IsScalarLost(const std::string& name, const Value& value, const Value& back) {
  const std::string text = ScalarText(value);
  const std::string got = ScalarText(back);
  if (text == got || Folded(text) == Folded(got)) return false;
  if (IsAddressOfTheWeb(name)) {
    return got != oruk::ValidAddress(text) && got != oruk::ValidAddress("http://" + text);
  }
  if (name == "email" || name == "assurer_email") return text.find(got) == std::string::npos;
  if (name == "last_modified") return !IsSameMoment(text, got);
  if (IsOneOf(name, {"opens_at", "closes_at"})) {
    return text.substr(0, 5) != got && !(text == "24:00" && got == "23:59");
  }
  if (IsOneOf(name, {"minimum_age", "maximum_age", "amount", "latitude", "longitude"})) {
    // Positions are kept to a centimetre.
    constexpr double kClose = 1e-7;
    return std::abs(NumberOf(&value).value_or(0) - NumberOf(&back).value_or(0)) > kClose;
  }
  if (name == "byday") return !record::FoldWords(text).starts_with(record::FoldWords(got));
  if (name == "postal_code") return Squeezed(text) != Squeezed(got);
  return name != "address_1" || got.find(text) == std::string::npos;
}

// Compares one published service with what came back.
class Comparison {
 public:
  Comparison(const Value& whole, std::vector<std::string>& lost) : whole_(whole), lost_(lost) {}

  void Object(const Pair& pair, const std::string& path) {
    for (const auto& member : pair.published.GetObject()) {
      if (SaysNothing(member.value)) continue;
      const std::string name(Text(member.name));
      const std::string here = path.empty() ? name : path + "." + name;
      const Value* back = Member(pair.answered, name);
      if (!IsLost(name, member.value, back, pair, here)) continue;
      lost_.push_back(here + ": " + TextOf(member.value) + " came back as " +
                      (back == nullptr ? "nothing" : TextOf(*back)));
    }
  }

 private:
  bool IsLost(const std::string& name, const Value& value, const Value* back, const Pair& owner,
              const std::string& here) {
    if (name == "id") return IsIdLost(value, owner.answered, here);
    if (IsIdOfAnother(name)) return false;
    // Those of a place stand with those of the service, and name it.
    if (here.starts_with("service_at_locations.") && name == "schedules" && back == nullptr) {
      const Value* all = Member(whole_, "schedules");
      return all == nullptr || IsArrayLost(value, *all, here);
    }
    if (back == nullptr) return !MayBeAbsent(name, value, owner);
    if (value.IsObject() && back->IsObject()) {
      Object({value, *back}, here);
      return false;
    }
    if (value.IsArray() && back->IsArray()) return IsArrayLost(value, *back, here);
    return IsScalarLost(name, value, *back);
  }

  // Services, organisations, locations and services at them have public ids, and their own beside;
  // parts keep an id that is a UUID.
  static bool IsIdLost(const Value& value, const Value& answered, const std::string& here) {
    if (!value.IsString() || !ParseUuid(Text(value))) return false;
    const Value* own = Member(answered, "source_id");
    const Value* id = own == nullptr ? Member(answered, "id") : own;
    return !here.ends_with("taxonomy.id") && (id == nullptr || ScalarText(*id) != Text(value));
  }

  bool IsArrayLost(const Value& published, const Value& answered, const std::string& here) {
    for (rapidjson::SizeType i = 0; i < published.Size(); ++i) {
      const Value& element = published[i];
      if (SaysNothing(element)) continue;
      const Value* back = Like(element, answered, i);
      if (back == nullptr) return true;
      if (element.IsObject() && back->IsObject()) {
        Object({element, *back}, here);
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

  const Value& whole_;
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
  Comparison(answered, lost).Object({published, answered}, "");
  return lost;
}

std::string PlainText(const std::string& text) {
  record::CollectingSink sink;
  return record::TextBlock(record::FieldReport(sink, "", ""), "", "", text);
}

}  // namespace waypost::server
