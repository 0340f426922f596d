// What suggestions cost while somebody types, in process, over an index of real size.
//
//   WAYPOST_INDEX=300k.waypost waypost_suggest_bench --benchmark_counters_tabular=true
//
// Names of services are drawn and typed: their first letter, the first two, a whole word, a word
// and a letter, three words, and a word with a slip. A text's time is the median of five passes;
// the counters are percentiles over the texts, in microseconds.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measured_index.h"
#include "engine/index/index.h"
#include "engine/query/suggest.h"

namespace waypost {
namespace {

constexpr std::uint64_t kSeed = 20261122;
constexpr std::size_t kTexts = 200;
constexpr std::size_t kPasses = 5;

// Words of `name`, the first `count` of them.
std::string FirstWords(std::string_view name, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end != std::string_view::npos; ++i) {
    end = name.find(' ', end + 1);
  }
  return std::string(name.substr(0, end));
}

std::string WordAndLetter(std::string_view name) {
  const std::string word = FirstWords(name, 1);
  return std::string(name.substr(0, std::min(name.size(), word.size() + 2)));
}

// Its fourth letter is another.
std::string WithSlip(std::string_view name) {
  std::string word = FirstWords(name, 1);
  if (word.size() > 4) word[3] = word[3] == 'x' ? 'q' : 'x';
  return word;
}

struct Kind {
  const char* name;
  std::string (*typed)(std::string_view name);
};

constexpr std::array<Kind, 6> kKinds = {
    {{"one letter", [](std::string_view name) { return std::string(name.substr(0, 1)); }},
     {"two letters", [](std::string_view name) { return std::string(name.substr(0, 2)); }},
     {"a word", [](std::string_view name) { return FirstWords(name, 1); }},
     {"a word and a letter", WordAndLetter},
     {"three words", [](std::string_view name) { return FirstWords(name, 3); }},
     {"a word with a slip", WithSlip}}};

double Microseconds(const Index& index, const std::string& text) {
  std::array<double, kPasses> times{};
  for (double& time : times) {
    const auto began = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(query::Suggest(index, text, {}));
    time =
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
  }
  std::sort(times.begin(), times.end());
  return times[kPasses / 2];
}

void Measure(benchmark::State& state, const Index& index, const Kind& kind) {
  std::mt19937_64 random(kSeed);
  std::vector<double> times;
  for (auto _ : state) {
    times.clear();
    for (std::size_t i = 0; i < kTexts; ++i) {
      const ServiceOrdinal service(static_cast<std::uint32_t>(random() % index.services().size()));
      times.push_back(Microseconds(index, kind.typed(index.services().name[service])));
    }
  }
  std::sort(times.begin(), times.end());
  state.counters["p50_us"] = times[times.size() / 2];
  state.counters["p99_us"] = times[times.size() * 99 / 100];
  state.counters["max_us"] = times.back();
}

int Run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::shared_ptr<const Index> index = OpenMeasured();
  if (index == nullptr) return 1;
  for (const Kind& kind : kKinds) {
    benchmark::RegisterBenchmark(kind.name,
                                 [&](benchmark::State& state) { Measure(state, *index, kind); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace waypost

int main(int argc, char** argv) { return waypost::Run(argc, argv); }
