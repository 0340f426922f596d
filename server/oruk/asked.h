#pragma once

// The parameters of a request to a dialect, read as leniently as clients send them: empty values
// are none, white space at the ends is nothing, lists come as repeats and with commas, unknown
// names are passed over. What cannot be read is a request error.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/hours/clock_time.h"
#include "server/transport/http.h"

namespace waypost::oruk {

class Asked {
 public:
  // `heard` gets the names that are read, whether they are given or not: what a list takes.
  explicit Asked(const server::HttpRequest& request, std::set<std::string>* heard = nullptr)
      : request_(request), heard_(heard) {}

  // Errors unless every value is UTF-8: other bytes are passed over as no words, and what is asked
  // with them would show everything.
  absl::Status CheckBytes() const;

  // The first value of that name; "" for none.
  std::string First(std::string_view name) const;
  // All values, in the order given, cut at commas. At most 64 (an error).
  absl::StatusOr<std::vector<std::string>> List(std::string_view name) const;
  // The same with its empty places, for lists whose places belong together; none where all of them
  // are empty.
  absl::StatusOr<std::vector<std::string>> ListWithGaps(std::string_view name) const;
  // true or false.
  absl::StatusOr<bool> Flag(std::string_view name) const;
  absl::StatusOr<std::optional<int>> Whole(std::string_view name, int least, int most) const;
  // At least 0.
  absl::StatusOr<std::optional<double>> Number(std::string_view name) const;
  // A list with gaps of times of day; seconds are passed over.
  absl::StatusOr<std::vector<std::optional<MinuteOfDay>>> Clocks(std::string_view name) const;

 private:
  void Hear(std::string_view name) const {
    if (heard_ != nullptr) heard_->emplace(name);
  }

  const server::HttpRequest& request_;
  std::set<std::string>* heard_;
};

// What is answered to an id that nobody has.
absl::Status NothingHasThisId();

// Page and size of a list; both dialects say 50 by default, and more than 1,000 is 1,000.
struct Paging {
  int page = 1;
  int per_page = 50;
  bool is_size_asked = false;
};
inline constexpr int kGreatestPage = 1000;
absl::StatusOr<Paging> ReadPaging(const Asked& asked);

}  // namespace waypost::oruk
