#pragma once

// The keys that each table of a mapping file may have; data/mappings/README.md says what they mean.

#include <array>
#include <string_view>

namespace waypost::sources {

inline constexpr std::array<std::string_view, 15> kMappingKeys = {
    "about", "file",  "skip",    "id",   "service", "organisation", "location", "ages",
    "term",  "phone", "contact", "cost", "area",    "eligibility",  "opening"};

inline constexpr std::array<std::string_view, 23> kServiceKeys = {"name",
                                                                  "alternate_name",
                                                                  "description",
                                                                  "url",
                                                                  "email",
                                                                  "status",
                                                                  "fees",
                                                                  "accreditations",
                                                                  "licenses",
                                                                  "alert",
                                                                  "application_process",
                                                                  "eligibility_description",
                                                                  "interpretation_services",
                                                                  "wait_time",
                                                                  "deliverable_types",
                                                                  "attending",
                                                                  "access",
                                                                  "assured_date",
                                                                  "assurer_email",
                                                                  "last_modified",
                                                                  "languages",
                                                                  "funding",
                                                                  "confidential"};

inline constexpr std::array<std::string_view, 8> kOrganisationKeys = {
    "id", "name", "alternate_name", "description", "email", "url", "logo", "uri"};

inline constexpr std::array<std::string_view, 17> kLocationKeys = {
    "id",       "name",      "description", "transportation", "url",          "type",
    "latitude", "longitude", "easting",     "northing",       "grid",         "address",
    "city",     "county",    "postcode",    "country",        "accessibility"};

inline constexpr std::array<std::string_view, 2> kAgeKeys = {"minimum", "maximum"};
inline constexpr std::array<std::string_view, 4> kTermKeys = {"id", "vocabulary", "code", "label"};
inline constexpr std::array<std::string_view, 5> kPhoneKeys = {"number", "extension", "type",
                                                               "language", "description"};
inline constexpr std::array<std::string_view, 5> kContactKeys = {"name", "title", "department",
                                                                 "email", "phone"};
inline constexpr std::array<std::string_view, 6> kCostKeys = {
    "option", "amount", "amount_description", "currency", "valid_from", "valid_to"};
inline constexpr std::array<std::string_view, 4> kAreaKeys = {"name", "uri", "extent",
                                                              "extent_type"};
inline constexpr std::array<std::string_view, 1> kEligibilityKeys = {"text"};

inline constexpr std::array<std::string_view, 9> kDaysOpeningKeys = {
    "monday",   "tuesday", "wednesday",   "thursday", "friday",
    "saturday", "sunday",  "description", "notes"};
inline constexpr std::array<std::string_view, 3> kTextOpeningKeys = {"text", "description",
                                                                     "notes"};
inline constexpr std::array<std::string_view, 11> kRuleOpeningKeys = {
    "rule",   "start",       "end",   "exceptions", "day",     "opens",
    "closes", "description", "notes", "valid_from", "valid_to"};

}  // namespace waypost::sources
