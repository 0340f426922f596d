// What a time question costs per document.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "engine/hours/time_window.h"

namespace waypost {
namespace {

constexpr int kDocuments = 100'000;
const Date kAsOf = std::chrono::year(2026) / 11 / 21;

// Documents with one to three weekly sessions each, or one dated session over shared date lists.
class Corpus {
 public:
  explicit Corpus(bool dated) : random_(20261121), lists_{HorizonOf(kAsOf), {}, {}} {
    MakeLists();
    for (int i = 0; i < kDocuments; ++i) dated ? AddDated() : AddWeekly();
    weekly_offsets_.push_back(weekly_.size());
    dated_offsets_.push_back(dated_.size());
    lists_.offsets = offsets_;
    lists_.values = values_;
  }

  DocumentHours hours(std::size_t doc) const {
    const std::span<const WeeklySession> weekly(weekly_);
    const std::span<const DatedSession> dated(dated_);
    return {weekly.subspan(weekly_offsets_[doc], weekly_offsets_[doc + 1] - weekly_offsets_[doc]),
            dated.subspan(dated_offsets_[doc], dated_offsets_[doc + 1] - dated_offsets_[doc]),
            kHasRows};
  }
  const DateLists& lists() const { return lists_; }

 private:
  std::uint16_t Below(unsigned bound) { return static_cast<std::uint16_t>(random_() % bound); }

  // 125 fortnightly lists, as many as the mobile libraries of 2020 have.
  void MakeLists() {
    for (int list = 0; list < 125; ++list) {
      offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
      for (std::uint16_t day = Below(28); day <= 402; day = static_cast<std::uint16_t>(day + 14)) {
        values_.push_back(day);
      }
    }
    offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
  }
  void Open() {
    weekly_offsets_.push_back(weekly_.size());
    dated_offsets_.push_back(dated_.size());
  }
  void AddWeekly() {
    Open();
    for (int left = 1 + Below(3); left > 0; --left) {
      weekly_.push_back({.start = static_cast<std::uint16_t>(480 + 30 * Below(20)),
                         .length = static_cast<std::uint16_t>(60 + 60 * Below(8)),
                         .days = static_cast<std::uint8_t>(1 + Below(127))});
    }
  }
  void AddDated() {
    Open();
    dated_.push_back({.dates = DateListId(Below(125)),
                      .start = static_cast<std::uint16_t>(480 + 30 * Below(20)),
                      .length = 30,
                      .days = 0x7F});
  }

  std::mt19937 random_;
  std::vector<std::size_t> weekly_offsets_, dated_offsets_;
  std::vector<WeeklySession> weekly_;
  std::vector<DatedSession> dated_;
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint16_t> values_;
  DateLists lists_;
};

void AskEveryDocument(benchmark::State& state, bool dated, TimeMatch match) {
  const Corpus corpus(dated);
  const TimeFilterPlan plan({.days = {Weekday::kTuesday},
                             .from = MinuteOfDay(780),
                             .to = MinuteOfDay(1020),
                             .match = match,
                             .today = kAsOf},
                            corpus.lists().horizon);
  for (auto _ : state) {
    int yes = 0;
    for (std::size_t doc = 0; doc < kDocuments; ++doc) {
      yes += MatchesDay(plan, corpus.hours(doc), corpus.lists()) == Fact::kYes;
    }
    benchmark::DoNotOptimize(yes);
  }
  state.SetItemsProcessed(state.iterations() * kDocuments);
  state.counters["time_per_document"] =
      benchmark::Counter(static_cast<double>(state.iterations() * kDocuments),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BM_WeeklySessionsOverlap(benchmark::State& state) {
  AskEveryDocument(state, false, TimeMatch::kOverlap);
}
void BM_WeeklySessionsWithin(benchmark::State& state) {
  AskEveryDocument(state, false, TimeMatch::kWithin);
}
void BM_WeeklySessionsCover(benchmark::State& state) {
  AskEveryDocument(state, false, TimeMatch::kCovers);
}
void BM_DatedSessionsOverlap(benchmark::State& state) {
  AskEveryDocument(state, true, TimeMatch::kOverlap);
}

BENCHMARK(BM_WeeklySessionsOverlap);
BENCHMARK(BM_WeeklySessionsWithin);
BENCHMARK(BM_WeeklySessionsCover);
BENCHMARK(BM_DatedSessionsOverlap);

}  // namespace
}  // namespace waypost
