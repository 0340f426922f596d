#pragma once

// An address of the web, http or https, ready to be sent.
//
//   ASSIGN_OR_RETURN(Url url, Url::Parse("https://feeds.example.org/v1/services?key=1"));
//   url.With({{"page", "2"}}).Text()   "https://feeds.example.org/v1/services?key=1&page=2"
//   url.Below("a/b").Text()            "https://feeds.example.org/v1/services/a%2Fb?key=1"
//
// What must not stand in a request line is percent-encoded on the way in, so text from outside can
// neither end a request nor begin another. A fragment is dropped. All functions O(length).

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/status.h"

namespace waypost::fetch {

using Parameters = std::vector<std::pair<std::string, std::string>>;

class Url {
 public:
  // Errors: InvalidArgument for another scheme, a name before "@", a host or a port that is none.
  static absl::StatusOr<Url> Parse(std::string_view text);

  // What `reference` (of a Location header) means when it stands here. Errors as Parse.
  absl::StatusOr<Url> Resolve(std::string_view reference) const;

  bool is_secure() const { return scheme_ == "https"; }
  const std::string& host() const { return host_; }
  int port() const { return port_; }
  const std::string& path() const { return path_; }

  std::string Origin() const;  // "https://feeds.example.org", with the port unless it is the usual
  std::string Target() const;  // path and query, for the request line
  std::string Text() const { return Origin() + Target(); }

  // One segment further down; an ending slash of the path counts for nothing.
  Url Below(std::string_view segment) const;
  // One segment further up; "/" stays "/".
  Url Parent() const;
  Url With(const Parameters& parameters) const;
  // Without the parameters of these names.
  Url Without(const std::vector<std::string_view>& names) const;

  friend bool operator==(const Url&, const Url&) = default;

 private:
  absl::Status TakeAuthority(std::string_view authority);
  void TakeTarget(std::string_view target);

  std::string scheme_;
  std::string host_;
  int port_ = 0;
  std::string path_ = "/";
  std::string query_;  // without "?"
};

// All but letters, digits and "-._~" as %XX.
std::string PercentEncode(std::string_view text);

}  // namespace waypost::fetch
