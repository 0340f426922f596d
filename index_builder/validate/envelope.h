#pragma once

// The envelope of a page: what it says of itself, and whether that is so.
//
//   1.0   totalElements totalPages number size first last (empty) content
//   3.0   total_items total_pages page_number size first_page last_page empty contents
//
// Values under names of the other dialect, or of no dialect, are read all the same and told.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/finding_list.h"

namespace waypost::validate {

struct Envelope {
  std::optional<Standard> standard;        // by the names, where they tell
  bool has_list = false;                   // there is a list of records at all
  bool is_bare = false;                    // the page is nothing but the list
  std::vector<sources::JsonElement> rows;  // live as long as the document
  std::string list;                        // the list's name, "" of a bare one
  std::optional<std::int64_t> total, pages, number, size;
  std::optional<bool> first, last, empty;
};

// Reads what is there. O(size of the page).
Envelope ReadEnvelope(sources::JsonElement page);

// The dialect that a record looks like, by members that only one of them has; nullopt when none or
// as many of both are there.
std::optional<Standard> StandardOfRecord(sources::JsonElement record);

// Tells what the envelope lacks, what has another name and what another type. O(members).
void CheckEnvelopeFields(sources::JsonElement page, Standard standard, const std::string& address,
                         FindingList& findings);

// What was asked for, to hold a page to.
struct AskedPage {
  std::int64_t number = 1;
  std::optional<std::int64_t> per_page;
  std::optional<std::int64_t> first_number = {};  // what page 1 stated
};

// Tells what does not fit together: number, size, flags, totals. O(1).
void CheckEnvelopeValues(const Envelope& envelope, const AskedPage& asked, Standard standard,
                         const std::string& address, FindingList& findings);

}  // namespace waypost::validate
