#pragma once

// Feeds as they were published, and the index that is made of them: for tests that compare the two.

#include <map>
#include <string>
#include <vector>

#include "rapidjson/document.h"
#include "tests/server/asking.h"

namespace waypost::server {

// Every service object of a file of JSON, or of all files of a folder, by its own id. Where an id
// is there twice, it is left out: nobody knows which of them an answer is.
std::map<std::string, rapidjson::Document> PublishedServices(const std::string& path);

// A router over the services that the source reader makes of the same.
Asking AskingOf(const std::string& path);

// All services as /oruk/v3 writes them whole, with extras, by the publisher's id.
std::map<std::string, rapidjson::Document> WholeServices(const Asking& asking);

// What of `published` (an object of a 3.0 feed) is neither in `answered` nor changed by a rule of
// ORUK.md: "service_at_locations.location.name: Hall", one a line.
std::vector<std::string> LostFields(const rapidjson::Value& published,
                                    const rapidjson::Value& answered);

// The text of a feed as safe plain text, which is what records have.
std::string PlainText(const std::string& text);

}  // namespace waypost::server
