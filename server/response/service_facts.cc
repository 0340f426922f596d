#include "server/response/service_facts.h"

#include <algorithm>
#include <string_view>

#include "engine/format/public_id.h"
#include "rapidjson/document.h"
#include "server/response/card_fields.h"
#include "server/response/stored_json.h"

namespace waypost::server {
namespace {

std::string StringIn(const Json& object, std::string_view key) {
  return std::string(TextIn(object, key));
}

// What `read` makes of the elements of an array.
template <typename Read>
auto ListIn(const Json& object, std::string_view key, const Read& read) {
  std::vector<decltype(read(object))> list;
  for (const Json& item : Items(object, key)) list.push_back(read(item));
  return list;
}

std::vector<std::string> TextsIn(const Json& object, std::string_view key) {
  std::vector<std::string> texts;
  for (const Json& item : Items(object, key)) {
    if (item.IsString()) texts.emplace_back(item.GetString(), item.GetStringLength());
  }
  return texts;
}

template <typename E, typename Parse>
EnumSet<E> SetIn(const Json& object, std::string_view key, const Parse& parse) {
  EnumSet<E> set;
  for (const std::string& name : TextsIn(object, key)) {
    if (const std::optional<E> value = parse(name)) set.Add(*value);
  }
  return set;
}

void AddOnce(std::string text, std::vector<std::string>& texts) {
  if (text.empty() || std::ranges::find(texts, text) != texts.end()) return;
  texts.push_back(std::move(text));
}

PhoneFacts ReadPhone(const Json& row) {
  return {StringIn(row, "number"), StringIn(row, "extension"), StringIn(row, "description")};
}

void AddPhones(const Json& owner, std::vector<PhoneFacts>& phones) {
  for (const Json& row : Items(owner, "phones")) {
    PhoneFacts phone = ReadPhone(row);
    const bool is_known = std::ranges::find(phones, phone) != phones.end();
    if (!phone.number.empty() && !is_known) phones.push_back(std::move(phone));
  }
}

ContactFacts ReadContact(const Json& row) {
  ContactFacts contact{StringIn(row, "name"), StringIn(row, "title"), StringIn(row, "department"),
                       StringIn(row, "email")};
  AddPhones(row, contact.phones);
  return contact;
}

CostFacts ReadCost(const Json& row) {
  return {.option = StringIn(row, "option"),
          .amount_description = StringIn(row, "amount_description"),
          .currency = StringIn(row, "currency"),
          .amount = NumberIn(row, "amount"),
          .valid_from = ParseIsoDate(TextIn(row, "valid_from")),
          .valid_to = ParseIsoDate(TextIn(row, "valid_to"))};
}

AccessibilityFacts ReadAccessibility(const Json& row) {
  return {.feature = ParseAccessibility(TextIn(row, "feature")),
          .is_present = BoolIn(row, "present"),
          .text = StringIn(row, "text"),
          .url = StringIn(row, "url")};
}

ReviewFacts ReadReview(const Json& row) {
  return {.title = StringIn(row, "title"),
          .description = StringIn(row, "description"),
          .score = StringIn(row, "score"),
          .url = StringIn(row, "url"),
          .date = ParseIsoDate(TextIn(row, "date").substr(0, 10))};
}

// Rows of times that only a person can read.
std::vector<std::string> TimesAsPublished(const Json& owner) {
  std::vector<std::string> texts;
  for (const Json& row : Items(owner, "schedules")) {
    AddOnce(StringIn(row, "as_published"), texts);
    AddOnce(StringIn(row, "description"), texts);
    AddOnce(StringIn(row, "notes"), texts);
  }
  return texts;
}

// The document of a venue: by the id of the service there, or in a file without those by that of
// its location.
std::optional<DocId> DocumentOf(const Index& index, ServiceOrdinal service, const Json& at,
                                std::string_view location_id) {
  const DocumentColumns& documents = index.documents();
  const auto own = index.services().documents[service];
  if (const auto id = ParseUuid(TextIn(at, "public_id"))) {
    const auto found = std::ranges::find_if(own, [&](DocId doc) {
      return documents.HasPlaceIds(doc) && documents.place_ids[doc].at_location == *id;
    });
    if (found != own.end()) return *found;
  }
  const auto found = std::ranges::find_if(
      own, [&](DocId doc) { return documents.location_id[doc] == location_id; });
  return found == own.end() ? std::nullopt : std::optional(*found);
}

void ReadPlace(const Json& location, VenueFacts& venue) {
  venue.location_id = StringIn(location, "id");
  venue.name = StringIn(location, "name");
  venue.description = StringIn(location, "description");
  venue.transport = StringIn(location, "transportation");
  venue.url = StringIn(location, "url");
  venue.is_virtual = TextIn(location, "type") == "virtual";
  venue.accessibility = ListIn(location, "accessibility", ReadAccessibility);
  const Json* address = ObjectIn(location, "address");
  if (address == nullptr) return;
  venue.address_lines = TextsIn(*address, "lines");
  venue.city = StringIn(*address, "city");
  venue.county = StringIn(*address, "county");
  venue.postcode = StringIn(*address, "postcode");
  venue.country = StringIn(*address, "country");
}

// The point that the publisher stated, unless it is only about there.
std::optional<LatLng> ExactPoint(const Index& index, DocId doc) {
  if (!index.documents().IsLocated(doc)) return std::nullopt;
  const CardFields card = ReadCard(index, doc);
  if (card.precision != "exact") return std::nullopt;
  return index.documents().position[doc];
}

VenueFacts ReadVenue(const Index& index, ServiceOrdinal service, bool is_confidential,
                     const Json& at) {
  VenueFacts venue;
  AddPhones(at, venue.phones);
  const Json* location = ObjectIn(at, "location");
  const std::string_view location_id = location == nullptr ? "" : TextIn(*location, "id");
  venue.doc = DocumentOf(index, service, at, location_id);
  if (location != nullptr) AddPhones(*location, venue.phones);
  if (is_confidential) {
    if (venue.doc) venue.district = ReadCard(index, *venue.doc).district;
    return venue;
  }
  if (location != nullptr) ReadPlace(*location, venue);
  if (venue.description.empty()) venue.description = StringIn(at, "description");
  venue.contacts = ListIn(at, "contacts", ReadContact);
  venue.times_as_published = TimesAsPublished(at);
  if (venue.doc) venue.exact_point = ExactPoint(index, *venue.doc);
  return venue;
}

OrganisationFacts ReadOrganisation(const Json& record) {
  const Json* row = ObjectIn(record, "organization");
  if (row == nullptr) return {};
  return {StringIn(*row, "name"), StringIn(*row, "description"), StringIn(*row, "email"),
          StringIn(*row, "url")};
}

constexpr std::string_view kEligibility = "eligibility_description";

std::vector<std::string> EligibilityRows(const Json& record) {
  std::vector<std::string> texts;
  for (const Json& row : Items(record, "eligibilities")) AddOnce(StringIn(row, "text"), texts);
  return texts;
}

void ReadTexts(const Json& record, ServiceFacts& facts) {
  facts.id = StringIn(record, "id");
  facts.name = StringIn(record, "name");
  facts.alternate_name = StringIn(record, "alternate_name");
  facts.description = StringIn(record, "description");
  facts.url = StringIn(record, "url");
  facts.email = StringIn(record, "email");
  facts.alert = StringIn(record, "alert");
  facts.fees = StringIn(record, "fees");
  facts.accreditations = StringIn(record, "accreditations");
  facts.application_process = StringIn(record, "application_process");
  facts.eligibility = StringIn(record, kEligibility);
  facts.interpretation = StringIn(record, "interpretation_services");
  facts.wait_time = StringIn(record, "wait_time");
  facts.status = ParseStatus(TextIn(record, "status"));
  facts.is_confidential = BoolIn(record, "confidential").value_or(false);
}

void ReadLists(const Json& record, ServiceFacts& facts) {
  facts.attending = SetIn<Attending>(record, "attending", ParseAttending);
  facts.access = SetIn<Access>(record, "access", ParseAccess);
  facts.ages = ListIn(record, "ages", [](const Json& row) {
    return EligibleAges{NumberIn(row, "min"), NumberIn(row, "max")};
  });
  facts.eligibilities = EligibilityRows(record);
  facts.languages = ListIn(record, "languages", [](const Json& row) {
    return std::pair(StringIn(row, "code"), StringIn(row, "name"));
  });
  for (const Json& row : Items(record, "service_areas"))
    AddOnce(StringIn(row, "name"), facts.areas);
  facts.costs = ListIn(record, "cost_options", ReadCost);
  facts.contacts = ListIn(record, "contacts", ReadContact);
  AddPhones(record, facts.phones);
  facts.reviews = ListIn(record, "reviews", ReadReview);
  facts.times_as_published = TimesAsPublished(record);
}

absl::StatusOr<rapidjson::Document> ReadRecord(const Index& index, ServiceOrdinal service) {
  ASSIGN_OR_RETURN(const std::string text, index.records().Get(service.index()));
  rapidjson::Document record;
  record.Parse(text.data(), text.size());
  if (record.HasParseError() || !record.IsObject()) {
    return DataLoss("a record of the index is no JSON; build the index again");
  }
  return record;
}

}  // namespace

absl::StatusOr<EligibilityFacts> ReadEligibility(const Index& index, ServiceOrdinal service) {
  ASSIGN_OR_RETURN(const rapidjson::Document record, ReadRecord(index, service));
  return EligibilityFacts{StringIn(record, kEligibility), EligibilityRows(record)};
}

absl::StatusOr<ServiceFacts> ReadServiceFacts(const Index& index, ServiceOrdinal service) {
  ASSIGN_OR_RETURN(const rapidjson::Document record, ReadRecord(index, service));
  ServiceFacts facts;
  ReadTexts(record, facts);
  ReadLists(record, facts);
  facts.organisation = ReadOrganisation(record);
  facts.venues = ListIn(record, "locations", [&](const Json& at) {
    return ReadVenue(index, service, facts.is_confidential, at);
  });
  return facts;
}

}  // namespace waypost::server
