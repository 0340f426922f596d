#pragma once

// A question to the feed's own filters, and whether its answer holds the services that it must.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "index_builder/fetch/polite_client.h"

namespace waypost::validate {

// How many requests may still be made.
class RequestBudget {
 public:
  explicit RequestBudget(std::optional<std::uint64_t> most) : left_(most) {}
  // False when nothing is left.
  bool Take() {
    if (!left_) return true;
    if (*left_ == 0) return false;
    --*left_;
    return true;
  }

 private:
  std::optional<std::uint64_t> left_;  // nullopt: as many as it takes
};

struct Question {
  fetch::Url list;
  fetch::Parameters parameters;
  bool of_places = false;  // rows are services at locations
};

struct QuestionAnswer {
  std::set<std::string> missing;  // of the ids looked for
  std::optional<std::int64_t> total;
  std::int64_t status = 200;
  bool is_refused = false;   // another status, or no JSON
  bool is_complete = false;  // looked through to the end, or all were found
};

// Reads pages until all of `ids` are found or there are no more. Ids of rows are compared as text.
// Errors: those of the client, except that nothing answers: that is a refusal.
absl::StatusOr<QuestionAnswer> Ask(const Question& question, std::set<std::string> ids,
                                   std::int64_t per_page, fetch::PoliteClient& client,
                                   RequestBudget& budget);

}  // namespace waypost::validate
