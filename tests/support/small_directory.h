#pragma once

// A small made-up land and services in one line each, for tests with answers worked out by hand.
//
//   record::Directory directory = SmallDirectory({ServiceAt("near", 51.51, -2.5),
//   Service("nowhere")});
//
// The land (latitude 51 to 52):
//
//   longitude   -3 ......... -2 ......... -1
//   authority   | West       | East       |    E06000001, E06000002
//   county      | Westshire  |            |    E10000001
//   nation      | England    | England    |    E92000001, in the country "United Kingdom"
//
// Postcodes: WE1 1AA (51.5, -2.5) in West; EA1 1AA (51.5, -1.5) in East; BO1 1AA and BO1 1AB, one
// on either side of the border; WE1 1ZX is known but has no point; WE1 1AB has no authority in the
// file. Places: Westton (town, West, 51.5, -2.5), Twinham (two towns, the one in East with more
// people), Tiely (two villages, equal but for their county), Ox (a hamlet of 51.5, -2.5).
//
// Service types 1 > 11 > 111 and 2; need 5 is served by type 11, need 6 only through its child 61
// by type 2, need 7 by nothing; circumstance Alone by type 2; localActivity art. Labels are "type
// one" ...
//
// As-of date and sources: 2026-11-21, a Saturday; "alpha" and "beta".

#include <string>
#include <vector>

#include "index_builder/record/directory.h"

namespace waypost::testing {

record::Directory SmallDirectory(std::vector<record::Service> services);

// A service with nothing but an id, which is its public id and name too, from "alpha".
record::Service Service(const std::string& id);

// The same at one location, "<id>-place".
record::Service ServiceAt(const std::string& id, double lat, double lon);

// Adds a location; without coordinates when `point` is empty.
record::ServiceAtLocation& AddLocation(record::Service& service, const std::string& location_id,
                                       std::optional<LatLng> point = std::nullopt);

LatLng Point(double lat, double lon);

// A day of 2026: DayOf2026(11, 21).
Date DayOf2026(unsigned month, unsigned day);

// WeeklyRow({Weekday::kTuesday}, 10 * 60, 12 * 60); minutes below 0 for "not stated".
record::Schedule WeeklyRow(std::vector<Weekday> days, int opens, int closes);

void AddTerm(record::Service& service, const std::string& vocabulary, const std::string& code);

}  // namespace waypost::testing
