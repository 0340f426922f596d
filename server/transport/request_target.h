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

// Decoded, in the order given.
using RequestParameters = std::vector<std::pair<std::string, std::string>>;

struct RequestTarget {
  std::string path;  // decoded; "*" for the asterisk form
  RequestParameters parameters;
};

// "%41" is A; with `plus_is_space`, "+" is a space. An escape that is not two hexadecimal digits is
// kept as it stands. Never fails; the result may be any bytes.
std::string DecodePercent(std::string_view text, bool plus_is_space);

// "a=1&b=x+y", as a query string and the body of a form (application/x-www-form-urlencoded) have
// it. Never fails.
RequestParameters ParseParameters(std::string_view text);

// Nothing when `target` is neither a path, nor "http://host/path", nor "*". A fragment is dropped;
// a whole address without a path, "http://host?a=b", has the path "/".
std::optional<RequestTarget> ParseRequestTarget(std::string_view target);

}  // namespace waypost::server
