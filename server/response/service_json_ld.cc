#include "server/response/service_json_ld.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/hours/clock_text.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"

namespace waypost::server {
namespace {

void PutText(std::string_view key, std::string_view text, JsonText& json) {
  if (!text.empty()) json.Text(key, text);
}

JsonText& StartTyped(std::string_view key, std::string_view type, JsonText& json) {
  return json.StartObject(key).Text("@type", type);
}

JsonText& StartTypedElement(std::string_view type, JsonText& json) {
  return json.StartObject().Text("@type", type);
}

void WriteDay(std::string_view key, DayStamp day, JsonText& json) {
  if (day != kFromAlways && day != kForEver) json.Text(key, FormatIsoDate(DateOfDayNumber(day)));
}

// schema.org writes a whole day as 00:00 to 23:59, and an end at midnight as 00:00.
std::string ClosingText(const Session& session) {
  if (session.length == kMinutesPerDay) return "23:59";
  return ClockText(MinuteOfDay((session.start + session.length) % kMinutesPerDay));
}

void WriteSession(const Session& session, JsonText& json) {
  constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
  StartTypedElement("OpeningHoursSpecification", json).StartArray("dayOfWeek");
  const auto days = EnumSet<Weekday>::FromBits(session.days);
  for (std::size_t i = 0; i < kWeekdayCount; ++i) {
    if (!days.Has(static_cast<Weekday>(i))) continue;
    std::string day("https://schema.org/");
    json.Element(day.append(kDays[i]));
  }
  json.EndArray().Text("opens", ClockText(MinuteOfDay(session.start)));
  json.Text("closes", ClosingText(session));
  WriteDay("validFrom", std::max(session.first_day, session.valid_from), json);
  WriteDay("validThrough", std::min(session.last_day, session.valid_to), json);
  json.EndObject();
}

// Sessions of every week with their times; what happens otherwise has no form here.
std::vector<SessionId> WeeklySessions(const Index& index, DocId doc) {
  std::vector<SessionId> weekly;
  for (const SessionId id : index.documents().sessions[doc]) {
    const Session& session = index.calendar()[id];
    if (session.IsWeekly() && session.HasTimes()) weekly.push_back(id);
  }
  return weekly;
}

void WriteHours(const Index& index, DocId doc, JsonText& json) {
  const std::vector<SessionId> weekly = WeeklySessions(index, doc);
  if (weekly.empty()) return;
  json.StartArray("hoursAvailable");
  for (const SessionId id : weekly) WriteSession(index.calendar()[id], json);
  json.EndArray();
}

bool AreHoursTheSameEverywhere(const Index& index, ServiceOrdinal service) {
  const auto own = index.services().documents[service];
  const auto first = WeeklySessions(index, own.front());
  return std::ranges::all_of(
      own, [&](DocId doc) { return std::ranges::equal(WeeklySessions(index, doc), first); });
}

void WriteAddress(const VenueFacts& venue, JsonText& json) {
  std::string street;
  for (const std::string& line : venue.address_lines) {
    if (!street.empty()) street += ", ";
    street += line;
  }
  const std::string_view parts[] = {street, venue.city, venue.county, venue.postcode};
  if (std::ranges::all_of(parts, [](std::string_view part) { return part.empty(); })) return;
  StartTyped("address", "PostalAddress", json);
  PutText("streetAddress", street, json);
  PutText("addressLocality", venue.city, json);
  PutText("addressRegion", venue.county, json);
  PutText("postalCode", venue.postcode, json);
  PutText("addressCountry", venue.country, json);
  json.EndObject();
}

void WriteAmenities(const VenueFacts& venue, JsonText& json) {
  const auto is_stated = [](const AccessibilityFacts& fact) {
    return fact.feature && fact.is_present;
  };
  if (std::ranges::none_of(venue.accessibility, is_stated)) return;
  json.StartArray("amenityFeature");
  for (const AccessibilityFacts& fact : venue.accessibility) {
    if (!is_stated(fact)) continue;
    StartTypedElement("LocationFeatureSpecification", json)
        .Text("name", NameOf(*fact.feature))
        .Bool("value", *fact.is_present)
        .EndObject();
  }
  json.EndArray();
}

void WritePlace(const VenueFacts& venue, JsonText& json) {
  StartTyped("serviceLocation", "Place", json);
  PutText("name", venue.name, json);
  WriteAddress(venue, json);
  if (venue.exact_point) {
    StartTyped("geo", "GeoCoordinates", json)
        .Number("latitude", venue.exact_point->lat_degrees())
        .Number("longitude", venue.exact_point->lon_degrees())
        .EndObject();
  }
  WriteAmenities(venue, json);
  json.EndObject();
}

void WritePhone(const std::vector<PhoneFacts>& phones, JsonText& json) {
  if (phones.empty()) return;
  StartTyped("servicePhone", "ContactPoint", json).Text("telephone", phones.front().number);
  json.EndObject();
}

void WriteLanguages(const ServiceFacts& facts, JsonText& json) {
  if (facts.languages.empty()) return;
  json.StartArray("availableLanguage");
  for (const auto& [code, name] : facts.languages) json.Element(code.empty() ? name : code);
  json.EndArray();
}

// Whether people can go there for the help, and may know where it is.
bool IsTold(const Index& index, const ServiceFacts& facts, const VenueFacts& venue) {
  return !facts.is_confidential && (!venue.doc || IsPlaceToGo(index, *venue.doc));
}

// The service at one venue. Its hours stand here where venues differ.
void WriteVenue(const Index& index, const ServiceFacts& facts, const VenueFacts& venue,
                bool has_own_hours, JsonText& json) {
  const bool is_told = IsTold(index, facts, venue);
  // Of a hidden place, or an office, there may be nothing to tell.
  if (!is_told && venue.phones.empty()) return;
  StartTypedElement("ServiceChannel", json);
  if (is_told) WritePlace(venue, json);
  WritePhone(venue.phones, json);
  WriteLanguages(facts, json);
  if (has_own_hours && venue.doc) {
    StartTyped("providesService", "Service", json).Text("name", facts.name);
    WriteHours(index, *venue.doc, json);
    json.EndObject();
  }
  json.EndObject();
}

void WriteChannels(const Index& index, const ServiceFacts& facts, bool have_own_hours,
                   JsonText& json) {
  const bool is_reached_directly = !facts.phones.empty() || !facts.url.empty();
  if (!is_reached_directly && facts.venues.empty()) return;
  json.StartArray("availableChannel");
  if (is_reached_directly) {
    StartTypedElement("ServiceChannel", json);
    PutText("serviceUrl", facts.url, json);
    WritePhone(facts.phones, json);
    WriteLanguages(facts, json);
    json.EndObject();
  }
  for (const VenueFacts& venue : facts.venues) {
    WriteVenue(index, facts, venue, have_own_hours, json);
  }
  json.EndArray();
}

void WriteOrganisation(const OrganisationFacts& organisation, JsonText& json) {
  if (organisation.name.empty()) return;
  StartTyped("provider", "Organization", json).Text("name", organisation.name);
  PutText("url", organisation.url, json);
  PutText("email", organisation.email, json);
  json.EndObject();
}

// What its publisher says it is; what only its text suggests is no statement.
void WriteTypes(const Index& index, DocId doc, JsonText& json) {
  const Taxonomy& taxonomy = index.taxonomy();
  std::vector<std::string_view> labels;
  for (const TaxonomyTermId term : index.documents().terms[doc]) {
    const std::string_view vocabulary = taxonomy.vocabulary_name(taxonomy.vocabulary(term));
    if (IsOf(kServiceTypeVocabularies, vocabulary)) labels.push_back(taxonomy.label(term));
  }
  if (labels.empty()) return;
  json.StartArray("serviceType");
  for (const std::string_view label : labels) json.Element(label);
  json.EndArray();
}

void WriteCost(const Index& index, DocId doc, const ServiceFacts& facts, JsonText& json) {
  const Fact free = index.documents().free[doc];
  if (free != Fact::kNotStated) json.Bool("isAccessibleForFree", free == Fact::kYes);
  const auto has_price = [&](const CostFacts& cost) {
    return cost.amount && (!cost.valid_to || *cost.valid_to >= index.as_of());
  };
  if (std::ranges::none_of(facts.costs, has_price)) return;
  json.StartArray("offers");
  for (const CostFacts& cost : facts.costs) {
    if (!has_price(cost)) continue;
    StartTypedElement("Offer", json).Number("price", *cost.amount);
    PutText("priceCurrency", cost.currency, json);
    PutText("name", cost.option, json);
    PutText("description", cost.amount_description, json);
    if (cost.valid_from) json.Text("validFrom", FormatIsoDate(*cost.valid_from));
    if (cost.valid_to) json.Text("validThrough", FormatIsoDate(*cost.valid_to));
    json.EndObject();
  }
  json.EndArray();
}

void WriteAudience(const ServiceFacts& facts, JsonText& json) {
  if (facts.ages.empty()) return;
  json.StartArray("audience");
  for (const EligibleAges& ages : facts.ages) {
    StartTypedElement("PeopleAudience", json);
    if (ages.minimum) json.Number("suggestedMinAge", *ages.minimum);
    if (ages.maximum) json.Number("suggestedMaxAge", *ages.maximum);
    json.EndObject();
  }
  json.EndArray();
}

void WriteAreas(const ServiceFacts& facts, JsonText& json) {
  if (facts.areas.empty()) return;
  json.StartArray("areaServed");
  for (const std::string& area : facts.areas) json.Element(area);
  json.EndArray();
}

}  // namespace

std::string ServiceJsonLd(const Index& index, ServiceOrdinal service, const ServiceFacts& facts) {
  const DocId doc = index.services().documents[service].front();
  const bool have_own_hours = !AreHoursTheSameEverywhere(index, service);
  JsonText json;
  json.StartObject().Text("@context", "https://schema.org").Text("@type", "Service");
  json.Text("name", facts.name);
  PutText("alternateName", facts.alternate_name, json);
  PutText("description", facts.description, json);
  PutText("url", facts.url, json);
  WriteTypes(index, doc, json);
  WriteOrganisation(facts.organisation, json);
  WriteAreas(facts, json);
  WriteAudience(facts, json);
  WriteCost(index, doc, facts, json);
  if (!have_own_hours) WriteHours(index, doc, json);
  WriteChannels(index, facts, have_own_hours, json);
  json.EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
