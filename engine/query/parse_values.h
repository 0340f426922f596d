#pragma once

// Readers of single parameter values. Each takes the text of one value and gives the typed value,
// or nullopt when the text is not of the form; parse_query.cc turns that into a request error.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/query/query.h"

namespace waypost::query {

// "800m", "5km", "3mi", "0.5mi"; a bare number is metres. Above 0, at most 25,000 km.
std::optional<Within> ParseWithin(std::string_view text);

// "9" is [9, 10), "9-12" is [9, 13), "18m" the instant 1.5 years; 0 to 150 years.
std::optional<AgeSpan> ParseAge(std::string_view text);

// "09:30", "9:30", "24:00".
std::optional<MinuteOfDay> ParseClock(std::string_view text);

// "90d", "3m".
std::optional<Age> ParseAgeOfCheck(std::string_view text);

// "w,s,e,n" in degrees.
std::optional<BoundingBox> ParseBoundingBox(std::string_view text);

// "51.45,-2.59" in degrees, latitude first.
std::optional<LatLng> ParsePoint(std::string_view text);

// "2026-11-21", "2026-11-21T14:05:00Z", with seconds left out, with an offset, or without one
// (UTC).
std::optional<Moment> ParseMoment(std::string_view text);

// "2026-11-21T14:05", also with "Z" or an offset.
std::optional<StatedMinute> ParseMinute(std::string_view text);

// "now", or a minute.
std::optional<OpenAt> ParseOpenAt(std::string_view text);

// A whole decimal number without sign; at most nine digits.
std::optional<int> ParseWhole(std::string_view text);

// Finite decimal number, as in "51.45", "-2"; no exponent, no hexadecimal, no surrounding text.
std::optional<double> ParseDecimal(std::string_view text);

// The parts between the separators; "" has one empty part.
std::vector<std::string_view> SplitAt(std::string_view text, char separator);

// Without ASCII white space at the ends.
std::string_view Trim(std::string_view text);

}  // namespace waypost::query
