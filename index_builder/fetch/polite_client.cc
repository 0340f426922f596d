#include "index_builder/fetch/polite_client.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "index_builder/fetch/retry_after.h"

namespace waypost::fetch {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kSlowestInterval{10'000};
constexpr int kTooManyRequests = 429;

milliseconds IntervalOf(double requests_per_second) {
  return milliseconds(std::llround(1000.0 / std::clamp(requests_per_second, 0.01, 1000.0)));
}

// Whether another attempt may give another answer.
bool IsPassing(int status) {
  return status == kTooManyRequests || status == 408 || status == 500 || status == 502 ||
         status == 503 || status == 504;
}

bool IsPassing(const absl::StatusOr<HttpAnswer>& answer) {
  if (answer.ok()) return IsPassing(answer->status);
  return answer.status().code() == absl::StatusCode::kUnavailable;
}

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

PoliteClient::PoliteClient(HttpExchange& exchange, FetchClock& clock, Politeness politeness,
                           AnswerStore* store)
    : exchange_(exchange),
      clock_(clock),
      politeness_(politeness),
      store_(store),
      interval_(IntervalOf(politeness.requests_per_second)) {}

void PoliteClient::Wait(milliseconds time) {
  if (time <= milliseconds(0)) return;
  traffic_.waited += time;
  clock_.Wait(time);
}

void PoliteClient::WaitForTurn() {
  const FetchClock::Time now = clock_.Now();
  if (now < next_turn_) Wait(std::chrono::ceil<milliseconds>(next_turn_ - now));
  next_turn_ = std::max(now, next_turn_) + interval_;
}

milliseconds PoliteClient::PauseAfter(const absl::StatusOr<HttpAnswer>& answer, int attempt) const {
  milliseconds pause = politeness_.first_pause * (1 << std::min(attempt, 20));
  if (answer.ok()) {
    const auto asked = ReadRetryAfter(answer->Header("retry-after"), clock_.UtcNow());
    if (asked) pause = std::max<milliseconds>(*asked, politeness_.first_pause);
  }
  return std::min<milliseconds>(pause, politeness_.longest_pause);
}

absl::StatusOr<FetchedAnswer> PoliteClient::FetchTrying(const Url& url) {
  for (int attempt = 0;; ++attempt) {
    WaitForTurn();
    ++traffic_.requests;
    const FetchClock::Time begun = clock_.Now();
    absl::StatusOr<HttpAnswer> answer = exchange_.Get(url);
    const auto took = std::chrono::duration_cast<milliseconds>(clock_.Now() - begun);
    if (answer.ok() && answer->status == kTooManyRequests) {
      ++traffic_.slow_downs;
      interval_ = std::max(interval_, std::min(interval_ * 2, kSlowestInterval));
    }
    if (!IsPassing(answer) || attempt + 1 >= politeness_.attempts) {
      if (!answer.ok()) return answer.status();
      return FetchedAnswer{.url = url, .answer = *std::move(answer), .took = took};
    }
    Wait(PauseAfter(answer, attempt));
  }
}

absl::StatusOr<FetchedAnswer> PoliteClient::FetchFollowing(const Url& url) {
  Url at = url;
  for (int followed = 0;; ++followed) {
    ASSIGN_OR_RETURN(FetchedAnswer fetched, FetchTrying(at));
    const std::string location(fetched.answer.Header("location"));
    if (!IsRedirect(fetched.answer.status) || location.empty()) return fetched;
    if (followed >= politeness_.redirects) {
      return InvalidArgument(url.Text() + ": redirected " + std::to_string(followed + 1) +
                             " times without an answer; correct the redirects");
    }
    const absl::StatusOr<Url> next = at.Resolve(location);
    if (!next.ok()) return Annotate(next.status(), at.Text() + " redirects to no address");
    if (at.is_secure() && !next->is_secure()) {
      return InvalidArgument(at.Text() + ": redirects from https to http (" + next->Text() +
                             "); redirect to https");
    }
    at = *next;
  }
}

absl::StatusOr<FetchedAnswer> PoliteClient::Get(const Url& url) {
  const std::string text = url.Text();
  if (store_ != nullptr) {
    ASSIGN_OR_RETURN(std::optional<HttpAnswer> kept, store_->Find(text));
    if (kept) {
      ++traffic_.kept;
      // Where it came from is the last of its headers.
      Url from = url;
      if (!kept->headers.empty() && kept->headers.back().first == "waypost-url") {
        ASSIGN_OR_RETURN(from, Url::Parse(kept->headers.back().second));
        kept->headers.pop_back();
      }
      return FetchedAnswer{.url = from, .answer = *std::move(kept), .was_kept = true};
    }
  }
  ASSIGN_OR_RETURN(FetchedAnswer fetched, FetchFollowing(url));
  if (store_ != nullptr && !IsPassing(fetched.answer.status) && !fetched.answer.too_large) {
    HttpAnswer keep = fetched.answer;
    keep.headers.emplace_back("waypost-url", fetched.url.Text());
    RETURN_IF_ERROR(store_->Add(text, keep));
  }
  return fetched;
}

}  // namespace waypost::fetch
