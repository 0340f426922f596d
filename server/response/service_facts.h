#pragma once

// All that the record of a service states, as plain values for pages and for JSON-LD.
//
//   ASSIGN_OR_RETURN(const ServiceFacts facts, ReadServiceFacts(index, ordinal));
//
// What is not stated is "", empty or nothing. Of a confidential service the places are told by
// district and phones alone: nothing else of them is read, so that nothing made from these facts
// can tell more.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/ids.h"
#include "engine/core/status.h"
#include "engine/geo/lat_lng.h"
#include "engine/index/index.h"

namespace waypost::server {

struct PhoneFacts {
  std::string number, extension, description;
  friend bool operator==(const PhoneFacts&, const PhoneFacts&) = default;
};

struct ContactFacts {
  std::string name, title, department, email;
  std::vector<PhoneFacts> phones;
};

struct CostFacts {
  std::string option, amount_description, currency;
  std::optional<double> amount;
  std::optional<Date> valid_from, valid_to;
};

struct EligibleAges {
  std::optional<double> minimum, maximum;  // in years
};

// Of one feature of the closed list, or in words of its own (`feature` empty).
struct AccessibilityFacts {
  std::optional<Accessibility> feature;
  std::optional<bool> is_present;
  std::string text, url;
};

struct VenueFacts {
  std::optional<DocId> doc;  // the service at this venue
  std::string location_id;   // the publisher's
  std::string name, description, transport, url;
  std::vector<std::string> address_lines;
  std::string city, county, postcode, country;
  std::string district;  // of a confidential place, and all that is told of where it is
  bool is_virtual = false;
  // As published or found by postcode; only where it stands for a door, or nearly.
  std::optional<LatLng> exact_point;
  std::vector<AccessibilityFacts> accessibility;
  std::vector<PhoneFacts> phones;  // of the place and of the service there, each once
  std::vector<ContactFacts> contacts;
  std::vector<std::string> times_as_published;  // that could not be understood
};

struct ReviewFacts {
  std::string title, description, score, url;
  std::optional<Date> date;
};

struct OrganisationFacts {
  std::string name, description, email, url;
};

struct ServiceFacts {
  std::string id;  // public
  std::string name, alternate_name, description, url, email, alert, fees;
  std::string accreditations, application_process, eligibility, interpretation, wait_time;
  std::optional<Status> status;
  bool is_confidential = false;
  OrganisationFacts organisation;
  EnumSet<Attending> attending;
  EnumSet<Access> access;
  std::vector<EligibleAges> ages;
  std::vector<std::string> eligibilities;
  std::vector<std::pair<std::string, std::string>> languages;  // code, name
  std::vector<std::string> areas;                              // names
  std::vector<CostFacts> costs;
  std::vector<ContactFacts> contacts;
  std::vector<PhoneFacts> phones;
  std::vector<ReviewFacts> reviews;
  std::vector<std::string> times_as_published;
  std::vector<VenueFacts> venues;
};

// Whom it is for in the publisher's words.
struct EligibilityFacts {
  std::string description;
  std::vector<std::string> rows;  // each once
};

// Of cards, which need no more of the record. Errors as of ReadServiceFacts.
absl::StatusOr<EligibilityFacts> ReadEligibility(const Index& index, ServiceOrdinal service);

// Errors: DataLoss when the record cannot be read.
absl::StatusOr<ServiceFacts> ReadServiceFacts(const Index& index, ServiceOrdinal service);

}  // namespace waypost::server
