#pragma once

// A client that a publisher need not mind: it keeps a pace, waits when it is told to, tries again
// with growing pauses and gives up soon, and never asks what it asked before (AnswerStore).
//
//   PoliteClient client(exchange, clock, {.requests_per_second = 2});
//   ASSIGN_OR_RETURN(FetchedAnswer answer, client.Get(url));
//
// A 429 also halves the pace for the rest of the run, down to one request in ten seconds. Redirects
// are followed, each as a request of its own, but never from https to http.

#include <cstdint>
#include <string>

#include "index_builder/fetch/answer_store.h"
#include "index_builder/fetch/fetch_clock.h"
#include "index_builder/fetch/http_exchange.h"

namespace waypost::fetch {

struct Politeness {
  double requests_per_second = 2;
  int attempts = 5;                         // for one request
  std::chrono::seconds first_pause{1};      // doubled after each further failure
  std::chrono::seconds longest_pause{120};  // also of what a server asks for
  int redirects = 5;
};

struct FetchedAnswer {
  Url url;  // where it came from, after redirects
  HttpAnswer answer;
  std::chrono::milliseconds took{0};  // of the last attempt
  bool was_kept = false;              // from an earlier run
};

struct Traffic {
  std::uint64_t requests = 0;
  std::uint64_t kept = 0;        // answers of an earlier run
  std::uint64_t slow_downs = 0;  // 429
  std::chrono::milliseconds waited{0};
};

class PoliteClient {
 public:
  // Borrows all; `store` may be null.
  PoliteClient(HttpExchange& exchange, FetchClock& clock, Politeness politeness,
               AnswerStore* store = nullptr);

  // The answer, whatever its status; after the last attempt also a 429 or a 5xx.
  // Errors: Unavailable or FailedPrecondition of the exchange after the last attempt; Internal when
  // the store fails; InvalidArgument for redirects that do not end or lead where none may.
  absl::StatusOr<FetchedAnswer> Get(const Url& url);

  const Traffic& traffic() const { return traffic_; }

 private:
  absl::StatusOr<FetchedAnswer> FetchFollowing(const Url& url);
  absl::StatusOr<FetchedAnswer> FetchTrying(const Url& url);
  void WaitForTurn();
  void Wait(std::chrono::milliseconds time);
  std::chrono::milliseconds PauseAfter(const absl::StatusOr<HttpAnswer>& answer, int attempt) const;

  HttpExchange& exchange_;
  FetchClock& clock_;
  const Politeness politeness_;
  AnswerStore* const store_;
  std::chrono::milliseconds interval_;
  FetchClock::Time next_turn_{};
  Traffic traffic_;
};

}  // namespace waypost::fetch
