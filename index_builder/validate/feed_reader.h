#pragma once

// An answer or a file as JSON, with what is wrong about it as such: bytes, headers, time.

#include <optional>
#include <string>

#include "index_builder/fetch/polite_client.h"
#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/finding_list.h"

namespace waypost::validate {

// `text` as JSON; a text that is not UTF-8 is told and read with replacements; one that is no JSON
// is told, and nullopt. O(length).
std::optional<sources::JsonDocument> ReadJson(std::string_view text, const Place& place,
                                              FindingList& findings);

// The body of an answer with status 200. Another status, a cut body and what ReadJson finds are
// told, and nullopt; headers, redirects and slowness are told.
std::optional<sources::JsonDocument> ReadAnswer(const fetch::Url& asked,
                                                const fetch::FetchedAnswer& fetched,
                                                FindingList& findings);

}  // namespace waypost::validate
