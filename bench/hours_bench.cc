// What a time question costs per document.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "engine/hours/date_window.h"
#include "engine/hours/next_session.h"
#include "engine/hours/time_window.h"

namespace waypost {
namespace {

constexpr int kDocuments = 100'000;
const Date kAsOf = std::chrono::year(2026) / 11 / 21;
const LocalMinute kNow{kAsOf, MinuteOfDay(845)};

// Documents with one to three sessions each, of 5,000 weekly ones and 1,000 dated ones: about as
// many as 300,000 services have.
class Corpus {
 public:
  Corpus() : random_(20261121) {
    MakeLists();
    for (int i = 0; i < 5000; ++i) sessions_.push_back(Weekly());
    for (int i = 0; i < 1000; ++i) sessions_.push_back(Dated());
    for (int i = 0; i < kDocuments; ++i) {
      offsets_.push_back(ids_.size());
      for (int left = 1 + Below(3); left > 0; --left) ids_.push_back(SessionId(Below(6000)));
    }
    offsets_.push_back(ids_.size());
  }

  DocumentHours hours(std::size_t doc) const {
    const std::span<const SessionId> ids(ids_);
    return {ids.subspan(offsets_[doc], offsets_[doc + 1] - offsets_[doc]), kHasRows};
  }
  Calendar calendar() const {
    return {.sessions = sessions_,
            .lists = {HorizonOf(kAsOf), list_offsets_, list_values_},
            .holidays = {}};
  }

 private:
  std::uint16_t Below(unsigned bound) { return static_cast<std::uint16_t>(random_() % bound); }

  // 125 fortnightly lists, as many as the mobile libraries of 2020 have.
  void MakeLists() {
    for (int list = 0; list < 125; ++list) {
      list_offsets_.push_back(static_cast<std::uint32_t>(list_values_.size()));
      for (std::uint16_t day = Below(28); day <= 402; day = static_cast<std::uint16_t>(day + 14)) {
        list_values_.push_back(day);
      }
    }
    list_offsets_.push_back(static_cast<std::uint32_t>(list_values_.size()));
  }
  Session Weekly() {
    return {.start = static_cast<std::uint16_t>(480 + 30 * Below(20)),
            .length = static_cast<std::uint16_t>(60 + 60 * Below(8)),
            .days = static_cast<std::uint8_t>(1 + Below(127))};
  }
  Session Dated() {
    return {.dates = DateListId(Below(125)),
            .start = static_cast<std::uint16_t>(480 + 30 * Below(20)),
            .length = 30,
            .days = 0x7F};
  }

  std::mt19937 random_;
  std::vector<Session> sessions_;
  std::vector<std::uint32_t> list_offsets_;
  std::vector<std::uint16_t> list_values_;
  std::vector<std::size_t> offsets_;
  std::vector<SessionId> ids_;
};

// `judge_of` makes what a question makes once; it is part of the time.
template <typename JudgeOf, typename Ask>
void AskEveryDocument(benchmark::State& state, JudgeOf judge_of, Ask ask) {
  const Corpus corpus;
  for (auto _ : state) {
    auto judge = judge_of(corpus.calendar());
    std::uint64_t sum = 0;
    for (std::size_t doc = 0; doc < kDocuments; ++doc) {
      sum += static_cast<std::uint64_t>(ask(judge, corpus.hours(doc)));
    }
    benchmark::DoNotOptimize(sum);
  }
  state.counters["time_per_document"] =
      benchmark::Counter(static_cast<double>(state.iterations() * kDocuments),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void AskDay(benchmark::State& state, TimeMatch match) {
  AskEveryDocument(
      state,
      [match](const Calendar& calendar) {
        return DayJudge(TimeFilterPlan({.days = {Weekday::kTuesday},
                                        .from = MinuteOfDay(780),
                                        .to = MinuteOfDay(1020),
                                        .match = match,
                                        .today = kAsOf},
                                       calendar.lists.horizon),
                        calendar);
      },
      [](DayJudge& judge, const DocumentHours& hours) { return judge.Matches(hours); });
}

void AskDate(benchmark::State& state, const DateQuestion& question) {
  AskEveryDocument(
      state, [&](const Calendar& calendar) { return DateJudge(question, calendar); },
      [](DateJudge& judge, const DocumentHours& hours) { return judge.Matches(hours); });
}

void BM_DayOverlap(benchmark::State& state) { AskDay(state, TimeMatch::kOverlap); }
void BM_DayWithin(benchmark::State& state) { AskDay(state, TimeMatch::kWithin); }
void BM_DayCovers(benchmark::State& state) { AskDay(state, TimeMatch::kCovers); }
void BM_On(benchmark::State& state) {
  AskDate(state, DateQuestion::On(kAsOf + std::chrono::days(3), MinuteOfDay(780), std::nullopt,
                                  TimeMatch::kOverlap));
}
void BM_OpenAt(benchmark::State& state) { AskDate(state, DateQuestion::OpenAt(kNow)); }
void BM_NextDays(benchmark::State& state) { AskDate(state, DateQuestion::NextDays(kNow, 7)); }
void BM_Soonest(benchmark::State& state) {
  AskEveryDocument(
      state, [](const Calendar& calendar) { return SoonestJudge(calendar, kNow); },
      [](SoonestJudge& judge, const DocumentHours& hours) { return judge.KeyOf(hours); });
}

BENCHMARK(BM_DayOverlap);
BENCHMARK(BM_DayWithin);
BENCHMARK(BM_DayCovers);
BENCHMARK(BM_On);
BENCHMARK(BM_OpenAt);
BENCHMARK(BM_NextDays);
BENCHMARK(BM_Soonest);

}  // namespace
}  // namespace waypost
