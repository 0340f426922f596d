#pragma once

// When a service is on: its times in words and the next dates.

#include <vector>

#include "server/response/service_facts.h"
#include "server/web/fact_rows.h"
#include "server/web/interface_text.h"
#include "server/web/site.h"

namespace waypost::server {

// More dates than these are in the calendar file.
inline constexpr std::size_t kNextDates = 6;

// The times of a document, a line for each: "Saturdays 10am to 12pm". Empty when not stated.
std::vector<std::string> TimesOf(const Site& site, DocId doc);

// The same of a venue, with what only a person can read.
std::vector<std::string> TimesAt(const Site& site, const InterfaceText& text,
                                 const VenueFacts& venue);

// Then its times are those of the service and are told there.
bool HasOneVenue(const ServiceFacts& facts);

// The first of the days to come, of all venues: "Saturday 28 November 2026 10am to 12pm", with the
// venue where there are several. What is on most days has its next one alone.
std::vector<FactLine> NextDates(const Site& site, const InterfaceText& text, ServiceOrdinal service,
                                const ServiceFacts& facts);

// Rows of the page: times, what only a person can read of them, the next dates.
void AddWhenRows(const Site& site, const InterfaceText& text, ServiceOrdinal service,
                 const ServiceFacts& facts, FactRows& rows);

// "/api/services/ID/calendar.ics", of all venues or of one; "" where no time is stated.
std::string CalendarAddress(const Site& site, ServiceOrdinal service);
std::string CalendarAddress(const Site& site, ServiceOrdinal service, const VenueFacts& venue);

}  // namespace waypost::server
