#pragma once

// What a feed says, in one form whatever its dialect. A source reader fills it; `prepare/`
// completes it; the linear-scan oracle of the tests reads nothing else.
//
// Rules for every member:
//  * Not stated is its own value: an empty string, an empty list, std::nullopt. A null, an empty or
//    an unreadable value in a feed becomes that, never 0, false or 0,0.
//  * Text is safe plain text in UTF-8 (markup turned to text, "\n" between paragraphs), trimmed.
//  * `id` is the publisher's own id as text, "" when the feed gives none.

#include <optional>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/fact.h"
#include "engine/geo/lat_lng.h"
#include "index_builder/record/schedule.h"

namespace waypost::record {

// An entry of a vocabulary, as a canonical pair: ("esdServiceTypes", "242"). See term_ref.h for how
// the many spellings of feeds are read.
struct TermRef {
  std::string vocabulary;
  std::string code;
  std::string label;
  friend bool operator==(const TermRef&, const TermRef&) = default;
};

// What a feed says of a term beyond its name: for the table of all terms, by which the publisher's
// own id of the term is understood.
struct PublishedTerm {
  TermRef term;
  std::string id, uri, description, parent_id;
  friend bool operator==(const PublishedTerm&, const PublishedTerm&) = default;
};

struct Phone {
  std::string id, number, extension, type, language, description;
  friend bool operator==(const Phone&, const Phone&) = default;
};

struct Contact {
  std::string id, name, title, department, email;
  std::vector<Phone> phones;
  friend bool operator==(const Contact&, const Contact&) = default;
};

struct Organisation {
  std::string id, name, alternate_name, description, email, url, logo, uri;
  std::vector<TermRef> terms;
  std::string public_id;  // set by `prepare/`
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// Stated present ("wheelchair ramp"), stated absent in words ("no wheelchair access"), or text that
// names no feature of the closed list (`feature` empty).
struct AccessibilityStatement {
  std::optional<Accessibility> feature;
  Fact fact = Fact::kNotStated;
  std::string text;
  std::string url;
  friend bool operator==(const AccessibilityStatement&, const AccessibilityStatement&) = default;
};

struct Address {
  std::vector<std::string> lines;  // address_1 ... without empty ones
  std::string city, county, postcode, country;
  friend bool operator==(const Address&, const Address&) = default;
};

enum class LocationType : std::uint8_t { kNotStated, kPhysical, kPostal, kVirtual };

// How precisely the position of a location is known.
enum class PointPrecision : std::uint8_t { kNone, kExact, kUnit, kSector, kDistrict, kArea };

struct Location {
  std::string id, name, description, transportation, url;
  LocationType type = LocationType::kNotStated;
  // Coordinates as published and usable. Sources set it with kExact; `prepare/` adds a point found
  // by postcode with its precision. nullopt with kNone: not located.
  std::optional<LatLng> position;
  PointPrecision precision = PointPrecision::kNone;
  // The publisher masks the exact address (coordinates rounded, postcode cut).
  bool masked = false;
  // Set by `prepare/` for a place that is not shown: the district whose centroid stands for it.
  std::string hidden_district;
  Address address;
  std::vector<AccessibilityStatement> accessibility;
  std::vector<Phone> phones;
  std::string public_id;  // set by `prepare/`
  friend bool operator==(const Location&, const Location&) = default;
};

struct ServiceAtLocation {
  std::string id, description;
  Location location;
  // These hold at this location only; those of the service hold at all of them. Both apply
  // together.
  std::vector<Schedule> schedules;
  std::vector<HolidaySchedule> holiday_schedules;
  std::vector<Phone> phones;
  std::vector<Contact> contacts;
  std::string public_id;  // set by `prepare/`
  friend bool operator==(const ServiceAtLocation&, const ServiceAtLocation&) = default;
};

// Where a service is for: a polygon (`extent`, GeoJSON text as published) or a named area.
struct ServiceArea {
  std::string id, name, uri, extent, extent_type;
  friend bool operator==(const ServiceArea&, const ServiceArea&) = default;
};

// Ages in years; 18 months is 1.5. After `prepare/` a range is sound: at least one bound, maximum
// above 0 and not below the minimum.
struct AgeRange {
  std::optional<double> minimum;
  std::optional<double> maximum;
  friend bool operator==(const AgeRange&, const AgeRange&) = default;
};

struct CostOption {
  std::string id, option, amount_description, currency;
  std::optional<double> amount;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  friend bool operator==(const CostOption&, const CostOption&) = default;
};

struct Language {
  std::string code;  // ISO 639-1 or 639-3, lower case, "" when the name is not known
  std::string name;
  friend bool operator==(const Language&, const Language&) = default;
};

// One of several alternatives: who fits all that a row says is eligible.
struct Eligibility {
  std::string id, text;
  std::vector<TermRef> terms;
  std::optional<AgeRange> ages;  // among those of the service too
  friend bool operator==(const Eligibility&, const Eligibility&) = default;
};

struct Review {
  std::string id, reviewer_organisation_id, title, description, date, score, url, widget;
  std::string public_id;  // set by `prepare/`
  friend bool operator==(const Review&, const Review&) = default;
};

// A service type that its text suggests, and the words that do.
struct InferredType {
  TermRef type;
  std::string words;  // one line
  friend bool operator==(const InferredType&, const InferredType&) = default;
};

struct Service {
  std::string source;  // the id of the source, set by the builder
  std::string id;
  std::string public_id;  // set by `prepare/`
  std::string name, alternate_name, description;
  std::string url, email;
  std::optional<Status> status;
  std::string fees;  // free text
  std::string accreditations, licenses, alert, application_process, eligibility_description,
      interpretation_services, wait_time;
  std::vector<std::string> deliverable_types;
  EnumSet<Attending> attending;
  EnumSet<Access> access;
  std::vector<AgeRange> ages;
  std::vector<Eligibility> eligibilities;
  std::optional<Date> assured_date;
  std::string assurer_email;
  std::optional<Moment> last_modified;
  bool confidential = false;  // by the feed's own flag or by configuration
  std::optional<Organisation> organisation;
  std::vector<ServiceAtLocation> locations;
  std::vector<ServiceArea> areas;
  std::vector<Schedule> schedules;
  std::vector<HolidaySchedule> holiday_schedules;
  std::vector<CostOption> cost_options;
  std::vector<Language> languages;
  std::vector<Contact> contacts;
  std::vector<Phone> phones;
  std::vector<TermRef> terms;
  // Of its terms, and those of its organisation, places and eligibilities; not in the stored
  // record.
  std::vector<PublishedTerm> published_terms;
  std::vector<InferredType> inferred_types;  // added by `prepare/`, where no term is a service type
  std::vector<std::string> fundings;
  std::vector<Review> reviews;
  // Members of the published service that have no place above, as one JSON object; "" when none.
  std::string extras;
  // The same of its parts, by entity and id: {"schedule s1":{"timezone":"Z"}}. Parts that have no
  // id here are told by that of the location they are of, or their place.
  std::string part_extras;

  friend bool operator==(const Service&, const Service&) = default;
};

}  // namespace waypost::record
