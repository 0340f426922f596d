#pragma once

// Telephone numbers to press. A publisher may write several into one field: "Office: 0114 496 0755;
// Out of hours: 07700 900048".

#include <string>
#include <string_view>
#include <vector>

#include "server/web/page_data.h"

namespace waypost::server {

// A number with what is written about it; `dial` is "" where none looks like one.
struct PhonePart {
  std::string text, dial;
  friend bool operator==(const PhonePart&, const PhonePart&) = default;
};

// One for each number; all of it where it is not clear that there are several. Empty for "".
std::vector<PhonePart> PhoneParts(std::string_view phone);

// Sets `phone` and `phone_parts` of templates/phone.mustache.
void SetPhone(std::string_view phone, PageData& data);

}  // namespace waypost::server
