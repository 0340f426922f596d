#include "index_builder/sections/cards.h"

#include <algorithm>

#include "engine/geo/postcode.h"
#include "engine/text/fold.h"
#include "index_builder/prepare/facts.h"
#include "index_builder/sections/json_writer.h"

namespace waypost::sections {
namespace {

constexpr std::size_t kSummaryBytes = 200;

// The beginning of a description: whole words, marked when cut.
std::string SummaryOf(std::string_view description) {
  std::string line(description);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.size() <= kSummaryBytes) return line;
  std::string_view cut = text::TruncateUtf8(line, kSummaryBytes);
  const std::size_t space = cut.rfind(' ');
  if (space != std::string_view::npos && space > kSummaryBytes / 2) cut = cut.substr(0, space);
  cut = cut.substr(0, cut.find_last_not_of(" .,;:-") + 1);
  return std::string(cut) + "…";
}

std::string WithoutBraces(const std::string& object) { return object.substr(1, object.size() - 2); }

std::string PhoneOf(const record::Service& service) {
  if (!service.phones.empty()) return service.phones.front().number;
  for (const record::Contact& contact : service.contacts) {
    if (!contact.phones.empty()) return contact.phones.front().number;
  }
  for (const record::ServiceAtLocation& at : service.locations) {
    if (!at.phones.empty()) return at.phones.front().number;
    if (!at.location.phones.empty()) return at.location.phones.front().number;
  }
  return {};
}

std::string CostText(const record::Service& service) {
  if (!service.fees.empty()) return service.fees;
  for (const record::CostOption& option : service.cost_options) {
    if (!option.amount_description.empty()) return option.amount_description;
    if (!option.option.empty()) return option.option;
  }
  return {};
}

void WriteCost(const record::Service& service, Date as_of, JsonWriter& json) {
  const Fact free = prepare::FreeOf(service, as_of);
  const std::string text = CostText(service);
  if (free == Fact::kNotStated && text.empty()) return;
  json.StartObject("cost");
  if (free == Fact::kNotStated) {
    json.Null("free");
  } else {
    json.Bool("free", free == Fact::kYes);
  }
  json.Text("text", SummaryOf(text));
  json.EndObject();
}

void WriteAges(const record::Service& service, JsonWriter& json) {
  if (service.ages.empty()) return;
  json.StartArray("ages");
  for (const record::AgeRange& range : service.ages) {
    json.StartObject();
    json.Number("min", range.minimum);
    json.Number("max", range.maximum);
    json.EndObject();
  }
  json.EndArray();
}

void WriteAccess(EnumSet<Access> access, JsonWriter& json) {
  if (access.empty()) return;
  json.StartArray("access");
  for (std::size_t i = 0; i < kAccessCount; ++i) {
    if (access.Has(static_cast<Access>(i))) json.Value(NameOf(static_cast<Access>(i)));
  }
  json.EndArray();
}

std::string_view PrecisionName(const record::Location& location) {
  // The publisher rounded it: a map must not show it as a door.
  if (location.masked && location.position) return "about";
  switch (location.precision) {
    case record::PointPrecision::kNone:
      return "";
    case record::PointPrecision::kExact:
      return "exact";
    case record::PointPrecision::kUnit:
      return "unit";
    case record::PointPrecision::kSector:
      return "sector";
    case record::PointPrecision::kDistrict:
      return "district";
    case record::PointPrecision::kArea:
      return "area";
  }
  return "";
}

std::string AddressLine(const record::Address& address) {
  std::string line;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += ", ";
    line += part;
  };
  for (const std::string& part : address.lines) add(part);
  add(address.city);
  add(address.county);
  return line;
}

// Of a hidden place, whatever its district was read from: no more than "S11" of it.
std::string DistrictOf(const record::Location& location) {
  const std::optional<Postcode> read = Postcode::Parse(location.hidden_district);
  return read && read->level() != PostcodeLevel::kArea ? read->DistrictText() : std::string();
}

void WriteHiddenLocation(const record::Location& location, JsonWriter& json) {
  json.Text("district", DistrictOf(location));
  json.Text("precision", "confidential");
}

void WriteShownLocation(const record::Location& location, JsonWriter& json) {
  json.Text("name", location.name);
  json.Text("address", AddressLine(location.address));
  json.Text("postcode", location.address.postcode);
  if (location.position) {
    json.Number("lat", location.position->lat_degrees());
    json.Number("lon", location.position->lon_degrees());
  }
  json.Text("precision", PrecisionName(location));
}

void WriteCardLocation(const record::Location& location, bool confidential, JsonWriter& json) {
  json.StartObject("location");
  json.Text("id", location.id);
  if (confidential) {
    WriteHiddenLocation(location, json);
  } else {
    WriteShownLocation(location, json);
  }
  json.EndObject();
}

}  // namespace

std::string ServiceCard(const record::Service& service, Date as_of) {
  JsonWriter json;
  json.StartObject();
  json.Text("id", service.public_id);
  json.Text("source", service.source);
  json.Text("source_id", service.id);
  json.Text("name", service.name);
  if (service.organisation) {
    json.StartObject("organization");
    json.Text("id", service.organisation->public_id);
    json.Text("name", service.organisation->name);
    json.EndObject();
  }
  json.Text("summary", SummaryOf(service.description));
  WriteCost(service, as_of, json);
  WriteAccess(service.access, json);
  WriteAges(service, json);
  json.Text("phone", PhoneOf(service));
  json.Text("email", service.email);
  json.Text("url", service.url);
  if (service.assured_date) json.Text("assured", FormatIsoDate(*service.assured_date));
  if (service.status) json.Text("status", NameOf(*service.status));
  json.Text("alert", SummaryOf(service.alert));
  if (service.locations.size() > 1) {
    json.Whole("more_locations", static_cast<std::int64_t>(service.locations.size()) - 1);
  }
  json.EndObject();
  return WithoutBraces(json.Take());
}

std::string DocumentCard(const prepare::Document& document) {
  JsonWriter json;
  json.StartObject();
  json.StartArray("reach");
  const EnumSet<Reach> reach = prepare::ReachOf(*document.service, document.location());
  for (std::size_t i = 0; i < kReachCount; ++i) {
    if (reach.Has(static_cast<Reach>(i))) json.Value(NameOf(static_cast<Reach>(i)));
  }
  json.EndArray();
  if (document.at != nullptr) {
    WriteCardLocation(*document.location(), document.service->confidential, json);
  }
  json.EndObject();
  return WithoutBraces(json.Take());
}

}  // namespace waypost::sections
