#pragma once

// Words by which names of places are told from other words. All folded; pure.

#include <string_view>

namespace waypost::ask {

// The name of a place that is a word of everyday sentences too: "reading", "hope".
bool IsPlaceAndWord(std::string_view word);

// One of those that is far more often the place: "lincoln".
bool IsMostlyPlace(std::string_view word);

// What follows a word to make a thing of it, not a place: "Reading group", "Bath chair".
bool AddsToName(std::string_view word);

// What a name of two words ends with that is not the place of its first: "Barton Hill".
bool EndsPlaceName(std::string_view word);

// What a name of two words begins with that is not the place of its second: "Long Ashton".
bool BeginsPlaceName(std::string_view word);

// Names that go on with these are of a building or a street in the place: "Hull library".
bool IsBuilding(std::string_view word);

// "monday", "Sat", "September": written with a capital and no name of a place.
bool IsWeekday(std::string_view word);

// "mornings", "tonight": what a name stands before when it is noted down with a time.
bool IsPartOfDay(std::string_view word);

// A word that only a sentence can have, by its ending: "embarrassed", "shouting".
bool EndsLikeWord(std::string_view word);

}  // namespace waypost::ask
