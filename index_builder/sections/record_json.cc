// The whole record of a service as one JSON object, from which every answer about a single service
// is written.

#include "index_builder/record/term_ref.h"
#include "index_builder/sections/cards.h"
#include "index_builder/sections/json_writer.h"

namespace waypost::sections {
namespace {

using record::Service;

template <typename Items, typename Write>
void WriteArray(std::string_view key, const Items& items, JsonWriter& json, Write write) {
  if (items.empty()) return;
  json.StartArray(key);
  for (const auto& item : items) {
    json.StartObject();
    write(item, json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteDate(std::string_view key, const std::optional<Date>& date, JsonWriter& json) {
  if (date) json.Text(key, FormatIsoDate(*date));
}

std::string ClockText(MinuteOfDay time) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(time.value() / 60) + ":" + two(time.value() % 60);
}

void WriteTime(std::string_view key, const std::optional<MinuteOfDay>& time, JsonWriter& json) {
  if (time) json.Text(key, ClockText(*time));
}

std::string ByDayText(const std::vector<record::ByDay>& days) {
  std::string text;
  for (const record::ByDay& day : days) {
    if (!text.empty()) text += ",";
    if (day.ordinal != 0) text += std::to_string(day.ordinal);
    text += NameOf(day.weekday);
  }
  return text;
}

std::string NumbersText(const std::vector<int>& numbers) {
  std::string text;
  for (int number : numbers) {
    if (!text.empty()) text += ",";
    text += std::to_string(number);
  }
  return text;
}

void WriteOptionalWhole(std::string_view key, const std::optional<int>& number, JsonWriter& json) {
  if (number) json.Whole(key, *number);
}

void WriteSchedule(const record::Schedule& row, JsonWriter& json) {
  json.Text("id", row.id);
  json.Text("freq", row.freq);
  WriteOptionalWhole("interval", row.interval, json);
  WriteOptionalWhole("count", row.count, json);
  json.Text("byday", ByDayText(row.byday));
  json.Text("bymonthday", NumbersText(row.bymonthday));
  json.Text("byweekno", NumbersText(row.byweekno));
  json.Text("byyearday", NumbersText(row.byyearday));
  if (row.wkst) json.Text("wkst", NameOf(*row.wkst));
  WriteDate("dtstart", row.dtstart, json);
  WriteDate("until", row.until, json);
  WriteDate("valid_from", row.valid_from, json);
  WriteDate("valid_to", row.valid_to, json);
  WriteTime("opens_at", row.opens_at, json);
  WriteTime("closes_at", row.closes_at, json);
  json.Text("description", row.description);
  json.Text("attending_type", row.attending_type);
  json.Text("schedule_link", row.schedule_link);
  json.Text("notes", row.notes);
  json.Text("as_published", row.as_published);
}

void WriteHoliday(const record::HolidaySchedule& row, JsonWriter& json) {
  json.Text("id", row.id);
  json.Bool("closed", row.closed);
  WriteTime("opens_at", row.opens_at, json);
  WriteTime("closes_at", row.closes_at, json);
  WriteDate("start_date", row.start_date, json);
  WriteDate("end_date", row.end_date, json);
}

void WritePhone(const record::Phone& phone, JsonWriter& json) {
  json.Text("id", phone.id);
  json.Text("number", phone.number);
  json.Text("extension", phone.extension);
  json.Text("type", phone.type);
  json.Text("language", phone.language);
  json.Text("description", phone.description);
}

void WriteContact(const record::Contact& contact, JsonWriter& json) {
  json.Text("id", contact.id);
  json.Text("name", contact.name);
  json.Text("title", contact.title);
  json.Text("department", contact.department);
  json.Text("email", contact.email);
  WriteArray("phones", contact.phones, json, WritePhone);
}

void WriteTerm(const record::TermRef& term, JsonWriter& json) {
  json.Text("id", record::CanonicalTermId(term));
  json.Text("vocabulary", term.vocabulary);
  json.Text("code", term.code);
  json.Text("label", term.label);
}

void WriteAccessibility(const record::AccessibilityStatement& statement, JsonWriter& json) {
  if (statement.feature) {
    json.Text("feature", NameOf(*statement.feature));
    if (statement.fact != Fact::kNotStated) json.Bool("present", statement.fact == Fact::kYes);
  }
  json.Text("text", statement.text);
  json.Text("url", statement.url);
}

std::string_view TypeName(record::LocationType type) {
  switch (type) {
    case record::LocationType::kNotStated:
      return "";
    case record::LocationType::kPhysical:
      return "physical";
    case record::LocationType::kPostal:
      return "postal";
    case record::LocationType::kVirtual:
      return "virtual";
  }
  return "";
}

void WriteAddress(const record::Address& address, JsonWriter& json) {
  if (address == record::Address{}) return;
  json.StartObject("address");
  if (!address.lines.empty()) {
    json.StartArray("lines");
    for (const std::string& line : address.lines) json.Value(line);
    json.EndArray();
  }
  json.Text("city", address.city);
  json.Text("county", address.county);
  json.Text("postcode", address.postcode);
  json.Text("country", address.country);
  json.EndObject();
}

void WriteLocation(const record::Location& location, bool confidential, JsonWriter& json) {
  json.StartObject("location");
  json.Text("id", location.id);
  json.Text("public_id", location.public_id);
  json.Text("type", TypeName(location.type));
  json.Text("name", location.name);
  json.Text("description", location.description);
  json.Text("transportation", location.transportation);
  json.Text("url", location.url);
  // Only a published position or one found by postcode; never that of a confidential place.
  if (location.position && !confidential) {
    json.Number("lat", location.position->lat_degrees());
    json.Number("lon", location.position->lon_degrees());
    if (location.masked) json.Bool("masked", true);
  }
  WriteAddress(location.address, json);
  WriteArray("accessibility", location.accessibility, json, WriteAccessibility);
  WriteArray("phones", location.phones, json, WritePhone);
  json.EndObject();
}

void WriteOrganisation(const record::Organisation& organisation, JsonWriter& json) {
  json.StartObject("organization");
  json.Text("id", organisation.public_id);
  json.Text("source_id", organisation.id);
  json.Text("name", organisation.name);
  json.Text("alternate_name", organisation.alternate_name);
  json.Text("description", organisation.description);
  json.Text("email", organisation.email);
  json.Text("url", organisation.url);
  json.Text("logo", organisation.logo);
  json.Text("uri", organisation.uri);
  WriteArray("terms", organisation.terms, json, WriteTerm);
  json.EndObject();
}

void WriteHead(const Service& service, JsonWriter& json) {
  json.Text("id", service.public_id);
  json.Text("source", service.source);
  json.Text("source_id", service.id);
  json.Text("name", service.name);
  json.Text("alternate_name", service.alternate_name);
  json.Text("description", service.description);
  json.Text("url", service.url);
  json.Text("email", service.email);
  if (service.status) json.Text("status", NameOf(*service.status));
  json.Text("alert", service.alert);
  json.Text("fees", service.fees);
  json.Text("accreditations", service.accreditations);
  json.Text("licenses", service.licenses);
  json.Text("application_process", service.application_process);
  json.Text("eligibility_description", service.eligibility_description);
  json.Text("interpretation_services", service.interpretation_services);
  json.Text("wait_time", service.wait_time);
  WriteDate("assured_date", service.assured_date, json);
  json.Text("assurer_email", service.assurer_email);
  if (service.last_modified) json.Text("last_modified", FormatMoment(*service.last_modified));
  if (service.confidential) json.Bool("confidential", true);
}

template <typename E>
void WriteSet(std::string_view key, EnumSet<E> set, std::size_t count, JsonWriter& json) {
  if (set.empty()) return;
  json.StartArray(key);
  for (std::size_t i = 0; i < count; ++i) {
    if (set.Has(static_cast<E>(i))) json.Value(NameOf(static_cast<E>(i)));
  }
  json.EndArray();
}

void WriteTexts(std::string_view key, const std::vector<std::string>& texts, JsonWriter& json) {
  if (texts.empty()) return;
  json.StartArray(key);
  for (const std::string& text : texts) json.Value(text);
  json.EndArray();
}

void WriteWhoFor(const Service& service, JsonWriter& json) {
  WriteSet("attending", service.attending, kAttendingCount, json);
  WriteSet("access", service.access, kAccessCount, json);
  WriteTexts("deliverable_types", service.deliverable_types, json);
  WriteArray("ages", service.ages, json, [](const record::AgeRange& range, JsonWriter& out) {
    out.Number("min", range.minimum);
    out.Number("max", range.maximum);
  });
  WriteArray("eligibilities", service.eligibilities, json,
             [](const record::Eligibility& row, JsonWriter& out) {
               out.Text("id", row.id);
               out.Text("text", row.text);
               WriteArray("terms", row.terms, out, WriteTerm);
               if (!row.ages) return;
               out.Number("min", row.ages->minimum);
               out.Number("max", row.ages->maximum);
             });
  WriteArray("languages", service.languages, json,
             [](const record::Language& language, JsonWriter& out) {
               out.Text("code", language.code);
               out.Text("name", language.name);
             });
}

void WriteWhere(const Service& service, JsonWriter& json) {
  WriteArray("locations", service.locations, json,
             [&](const record::ServiceAtLocation& at, JsonWriter& out) {
               out.Text("id", at.id);
               out.Text("public_id", at.public_id);
               out.Text("description", at.description);
               WriteLocation(at.location, service.confidential, out);
               WriteArray("schedules", at.schedules, out, WriteSchedule);
               WriteArray("holiday_schedules", at.holiday_schedules, out, WriteHoliday);
               WriteArray("phones", at.phones, out, WritePhone);
               WriteArray("contacts", at.contacts, out, WriteContact);
             });
  WriteArray("service_areas", service.areas, json,
             [](const record::ServiceArea& area, JsonWriter& out) {
               out.Text("id", area.id);
               out.Text("name", area.name);
               out.Text("uri", area.uri);
               out.Text("extent", area.extent);
               out.Text("extent_type", area.extent_type);
             });
}

void WriteRest(const Service& service, JsonWriter& json) {
  WriteArray("schedules", service.schedules, json, WriteSchedule);
  WriteArray("holiday_schedules", service.holiday_schedules, json, WriteHoliday);
  WriteArray("cost_options", service.cost_options, json,
             [](const record::CostOption& option, JsonWriter& out) {
               out.Text("id", option.id);
               out.Text("option", option.option);
               out.Number("amount", option.amount);
               out.Text("amount_description", option.amount_description);
               out.Text("currency", option.currency);
               WriteDate("valid_from", option.valid_from, out);
               WriteDate("valid_to", option.valid_to, out);
             });
  WriteArray("contacts", service.contacts, json, WriteContact);
  WriteArray("phones", service.phones, json, WritePhone);
  WriteArray("terms", service.terms, json, WriteTerm);
  WriteTexts("fundings", service.fundings, json);
  WriteArray("reviews", service.reviews, json, [](const record::Review& review, JsonWriter& out) {
    out.Text("id", review.id);
    out.Text("public_id", review.public_id);
    out.Text("reviewer_organisation_id", review.reviewer_organisation_id);
    out.Text("title", review.title);
    out.Text("description", review.description);
    out.Text("date", review.date);
    out.Text("score", review.score);
    out.Text("url", review.url);
    out.Text("widget", review.widget);
  });
  json.Raw("extras", service.extras);
  json.Raw("part_extras", service.part_extras);
}

}  // namespace

std::string RecordJson(const Service& service) {
  JsonWriter json;
  json.StartObject();
  WriteHead(service, json);
  if (service.organisation) WriteOrganisation(*service.organisation, json);
  WriteWhoFor(service, json);
  WriteWhere(service, json);
  WriteRest(service, json);
  json.EndObject();
  return json.Take();
}

}  // namespace waypost::sections
