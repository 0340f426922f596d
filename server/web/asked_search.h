#pragma once

// What a page of results is asked for: the conditions of /api/search, under the same names, and
// what a person typed into one box, read as a sentence.
//
// Fields of the pages alone:
//   text         the box
//   exact=yes    its words as they stand, as are those of a box that is the name of a service
//   part         a part of the day, or "10:00-12:00"
//   age=9, 40    several
//   form=start   wants a place
//   exit=yes     of a service: it was found by a search that must leave no trace
//   read         a text that was read before (typed_text.h)
//   again=yes    the form above results, with `was` for what was in its box: an unchanged box asks
//                what the fields beside it say, a changed one something else in its place

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/read_sentence.h"
#include "engine/query/query.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct AskedSearch {
  query::Query query;
  std::string text;  // of the box; "" when it was not filled in
  // How the text was read; nothing where its words are asked as they stand.
  std::optional<ask::SentenceReading> reading;
  // Conditions that could not be read, each once: the others are asked without them.
  std::vector<std::string> left_out;

  bool IsLeftOut(std::string_view parameter) const;
};

// What no page knows is passed over: whoever passes a link on may add to it. Errors are request
// errors: a place or words that cannot be read, `within` without a place, and "empty_near", which
// is of the form alone.
absl::StatusOr<AskedSearch> ReadAskedSearch(const Site& site, const AskedPage& asked);

// The conditions of the fields that can be read; a place is among them whether it can or not.
std::vector<query::Parameter> KnownConditions(const AskedPage& asked);

// The conditions that can be read, without a place; where ReadAskedSearch has an error.
query::Query ReadableConditions(const AskedPage& asked);

// All texts that were typed into boxes, each once: what others might see in an address.
std::vector<std::string> AllTyped(const AskedPage& asked);

// The time of day of a facet, as `from` and `to`: "morning", "afternoon", "evening", "night".
struct PartOfDay {
  std::string_view name;
  std::string_view from, to;
};
inline constexpr PartOfDay kPartsOfDay[] = {{"morning", "06:00", "12:00"},
                                            {"afternoon", "12:00", "18:00"},
                                            {"evening", "18:00", "24:00"},
                                            {"night", "00:00", "06:00"}};

}  // namespace waypost::server
