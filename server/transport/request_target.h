#pragma once

// The target of a request line, "/api/search?near=TA1+1AA&q=a%20b", taken apart.
//
// Done here rather than by the library because that keeps parameters in a multimap, which loses
// their order, and refuses a second '?', which people type.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::server {

struct RequestTarget {
  std::string path;  // decoded; "*" for the asterisk form
  std::vector<std::pair<std::string, std::string>> parameters;  // decoded, in the order given
};

// "%41" is A; with `plus_is_space`, "+" is a space. An escape that is not two hexadecimal digits is
// kept as it stands. Never fails; the result may be any bytes.
std::string DecodePercent(std::string_view text, bool plus_is_space);

// Nothing when `target` is neither a path, nor "http://host/path", nor "*". A fragment is dropped;
// a whole address without a path, "http://host?a=b", has the path "/".
std::optional<RequestTarget> ParseRequestTarget(std::string_view target);

}  // namespace waypost::server
