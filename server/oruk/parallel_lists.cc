#include "server/oruk/parallel_lists.h"

#include <algorithm>
#include <string>

#include "server/request/parameters.h"

namespace waypost::oruk {

absl::StatusOr<std::size_t> PlacesOf(std::span<const ListLength> lists) {
  const ListLength longest = std::ranges::max(lists, {}, &ListLength::length);
  for (const ListLength& list : lists) {
    if (list.length <= 1 || list.length == longest.length) continue;
    return server::BadValue(
        list.name, std::string(list.name) + " has " + std::to_string(list.length) + " values and " +
                       std::string(longest.name) + " " + std::to_string(longest.length) +
                       "; give as many, or one for all of them, and leave a place empty that has "
                       "none");
  }
  return longest.length;
}

}  // namespace waypost::oruk
