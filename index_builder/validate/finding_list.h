#pragma once

// What was found, counted and grouped.
//
// Memory is bounded however bad a feed is: of each kind at most kMaxKept findings are kept with
// their places, and at most kMaxPatterns fields are counted apart; counts are always exact. What
// comes from the feed is made printable on the way in.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/validate/finding_kind.h"

namespace waypost::validate {

struct Place {
  std::string page;     // the address or the file
  std::string record;   // the id of the service; "" for what concerns a page
  std::string pointer;  // JSON pointer in the record, or in the page without one
};

struct Finding {
  Place place;
  std::string what;  // a sentence without a full stop
};

class FindingList {
 public:
  static constexpr std::size_t kMaxKept = 1000;
  static constexpr std::size_t kMaxPatterns = 200;

  // Findings of the same field in different records: "/contacts/*/name".
  struct Pattern {
    std::uint64_t count = 0;
    Finding first;
  };
  struct Group {
    std::uint64_t count = 0;
    std::vector<Finding> kept;
    std::map<std::string, Pattern> patterns;
  };

  void Add(FindingKind kind, Place place, std::string_view what);

  const Group& group(FindingKind kind) const { return groups_[static_cast<std::size_t>(kind)]; }
  // How many of that severity.
  std::uint64_t Count(Severity severity, Standard standard) const;

 private:
  std::array<Group, static_cast<std::size_t>(FindingKind::kPostcodeNotKnown) + 1> groups_;
};

// `text` in quotation marks, cut to a readable length.
std::string Quoted(std::string_view text);

}  // namespace waypost::validate
