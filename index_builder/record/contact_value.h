#pragma once

// Web and mail addresses as feeds write them.
//
//   ReadUrl("www.example.org")          "http://www.example.org", repaired
//   ReadUrl("http:/example.org/a b")    "http://example.org/a%20b", repaired
//   ReadUrl("n/a")                      nullopt
//   ReadEmail("mailto:a@example.org ")  "a@example.org", repaired
//
// A missing scheme becomes http://, not https://: a site that has TLS redirects, and one that has
// none still answers. Only http, https and ftp are let through; "javascript:", "data:" and the like
// are hopeless. nullopt for hopeless and for empty text. O(length).

#include <optional>
#include <string>
#include <string_view>

namespace waypost::record {

struct ContactValue {
  std::string value;
  bool repaired = false;
  friend bool operator==(const ContactValue&, const ContactValue&) = default;
};

std::optional<ContactValue> ReadUrl(std::string_view text);
std::optional<ContactValue> ReadEmail(std::string_view text);

}  // namespace waypost::record
