#pragma once

// Readers of the entities that all JSON dialects share: the same record parts come out, whichever
// of the dialects' member names are used.

#include <string>
#include <vector>

#include "index_builder/record/record.h"
#include "index_builder/sources/json_entity.h"

namespace waypost::sources {

// json_contact_parts.cc
record::Phone ReadPhone(const JsonEntity& phone);
// The phones under `member`: objects, or plain numbers.
std::vector<record::Phone> ReadPhones(const JsonEntity& owner, JsonMember member);
// A contact with a plain "phone" of its own has one phone.
std::vector<record::Contact> ReadContacts(const JsonEntity& owner, JsonMember member);
// Languages as objects ({"language": "en"}, {"name", "code"}) or texts.
std::vector<record::Language> ReadLanguages(const JsonEntity& owner, JsonMember member);

// json_place_parts.cc
record::Location ReadLocation(const JsonEntity& location);
record::Address ReadAddress(const JsonEntity& address);
std::vector<record::ServiceArea> ReadServiceAreas(const JsonEntity& owner, JsonMember member);
// Objects ({"accessibility": ...}, {"name": ...}) or texts; a text of several sentences gives
// several statements.
std::vector<record::AccessibilityStatement> ReadAccessibilities(const JsonEntity& location,
                                                                std::string_view location_id);

// json_time_parts.cc
std::vector<record::Schedule> ReadSchedules(const JsonEntity& owner, JsonMember member);
std::vector<record::Schedule> ReadScheduleRow(const JsonEntity& row);
// The row as one that states no time.
record::Schedule ReadScheduleAsText(const JsonEntity& row);
std::vector<record::HolidaySchedule> ReadHolidays(const JsonEntity& owner, JsonMember member);

// json_service_parts.cc
record::Organisation ReadOrganisation(const JsonEntity& organisation);
std::vector<record::CostOption> ReadCostOptions(const JsonEntity& owner, JsonMember member);
std::vector<record::Review> ReadReviews(const JsonEntity& owner, JsonMember member);
std::vector<std::string> ReadFundings(const JsonEntity& owner, JsonMember member);

// json_term_parts.cc
// A term: an object of any dialect, with its vocabulary wherever it stands.
record::TermRef ReadTerm(const JsonEntity& term);
// HSDS attributes: each holds a taxonomy_term or its id. Those linked to an eligibility go to
// `eligibility_terms` when that is given.
void AddAttributes(const JsonEntity& owner, std::vector<record::TermRef>& terms,
                   std::vector<record::TermRef>* eligibility_terms);
// ORUK 1.0 link rows ("service_taxonomys", "link_taxonomies"): each holds a taxonomy or its id.
void AddLinkedTerms(const JsonEntity& owner, JsonMember member,
                    std::vector<record::TermRef>& terms);

}  // namespace waypost::sources
