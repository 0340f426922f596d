// What pages, single things and the whole of Open Referral UK cost, in process, over an index of
// real size.
//
//   WAYPOST_INDEX=300k.waypost waypost_oruk_bench --benchmark_counters_tabular=true
//
// Pages are drawn over the whole list and asked of the router; a row's counters are percentiles
// over them, in microseconds of the thread's own time, of a page the median of three passes.
// "first" asks once, pages that nobody has asked for since the start of the process.
//
// The last rows write all services as lines and throw them away: megabytes, and the memory of the
// process in MiB: resident at the start and the end, with the pages of the mapped file, and its own
// at the start, the most and the end.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measured_index.h"
#include "engine/hours/clock.h"
#include "server/handlers/router.h"
#include "server/request/serving_index.h"
#include "server/transport/request_target.h"

namespace waypost {
namespace {

constexpr std::uint64_t kSeed = 20261122;
constexpr int kPages = 500;
constexpr int kPasses = 3;
constexpr int kPageSize = 50;

// A router over the index, asked for targets.
class Measured {
 public:
  Measured(std::shared_ptr<const Index> index, absl::TimeZone zone)
      : clock_(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)),
        serving_{std::move(index), clock_, zone, synonyms_},
        router_(serving_) {}

  server::HttpResponse Get(const std::string& target) const {
    auto parts = server::ParseRequestTarget(target);
    return router_.Answer({.method = "GET",
                           .path = std::move(parts->path),
                           .parameters = std::move(parts->parameters)});
  }
  const Index& index() const { return *serving_.index; }

 private:
  FixedClock clock_;
  server::SynonymSource synonyms_;
  server::ServingIndex serving_;
  server::Router router_;
};

struct Kind {
  const char* name;
  const char* list;  // with its parameters; "" for single services
};

constexpr Kind kKinds[] = {
    {"v3 services full=true, first", "/oruk/v3/services?full=true"},
    {"v3 services full=true", "/oruk/v3/services?full=true"},
    {"v3 services full=true extras=true", "/oruk/v3/services?full=true&extras=true"},
    {"v3 services", "/oruk/v3/services?full=false"},
    {"v3 services minimal=true", "/oruk/v3/services?minimal=true"},
    {"v1 services", "/oruk/v1/services?include="},
    {"v1 services include=...", "/oruk/v1/services?include=contacts,service_at_locations"},
    {"v3 service", ""}};

std::vector<std::string> TargetsOf(const Kind& kind, const Index& index, std::mt19937_64& random) {
  const std::size_t services = index.services().size();
  std::vector<std::string> targets;
  for (int i = 0; i < kPages; ++i) {
    const std::uint64_t drawn = random();
    if (*kind.list == '\0') {
      const ServiceOrdinal service(static_cast<std::uint32_t>(drawn % services));
      targets.push_back("/oruk/v3/services/" + FormatUuid(index.services().public_id[service]));
    } else {
      targets.push_back(std::string(kind.list) + "&per_page=" + std::to_string(kPageSize) +
                        "&page=" + std::to_string(drawn % (services / kPageSize) + 1));
    }
  }
  return targets;
}

// Of this thread's own time, which other programs of the machine do not lengthen.
double ThreadMicroseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double Microseconds(const Measured& measured, const std::string& target) {
  const double began = ThreadMicroseconds();
  benchmark::DoNotOptimize(measured.Get(target));
  return ThreadMicroseconds() - began;
}

void MeasurePages(benchmark::State& state, const Measured& measured, const Kind& kind) {
  const bool is_first = std::string_view(kind.name).ends_with("first");
  std::mt19937_64 random(kSeed);
  std::vector<double> times;
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& target : TargetsOf(kind, measured.index(), random)) {
      std::vector<double> passes;
      for (int i = 0; i < (is_first ? 1 : kPasses); ++i) {
        passes.push_back(Microseconds(measured, target));
      }
      std::sort(passes.begin(), passes.end());
      times.push_back(passes[passes.size() / 2]);
    }
    bytes = measured.Get(TargetsOf(kind, measured.index(), random).front()).body.size();
  }
  std::sort(times.begin(), times.end());
  state.counters["p50_us"] = times[times.size() / 2];
  state.counters["p99_us"] = times[times.size() * 99 / 100];
  state.counters["max_us"] = times.back();
  state.counters["bytes"] = static_cast<double>(bytes);
}

// A line of /proc/self/status, in MiB.
double Resident(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
  }
  return 0;
}

void MeasureLines(benchmark::State& state, const Measured& measured, const std::string& target) {
  double at_start = 0;
  double anonymous_at_start = 0;
  double greatest = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    at_start = Resident("VmRSS");
    anonymous_at_start = Resident("RssAnon");
    server::HttpResponse response = measured.Get(target);
    bytes = response.body.size();
    for (auto piece = response.more(); piece.ok() && !piece->empty(); piece = response.more()) {
      bytes += piece->size();
      greatest = std::max(greatest, Resident("RssAnon"));
    }
  }
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
  state.counters["rss_start"] = at_start;
  state.counters["rss_end"] = Resident("VmRSS");
  state.counters["own_start"] = anonymous_at_start;
  state.counters["own_most"] = greatest;
  state.counters["own_end"] = Resident("RssAnon");
}

int Run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::shared_ptr<const Index> index = OpenMeasured();
  if (index == nullptr) return 1;
  const auto zone = LoadTimeZone(index->time_zone());
  if (!zone.ok()) return 1;
  const Measured measured(std::move(index), *zone);
  for (const Kind& kind : kKinds) {
    benchmark::RegisterBenchmark(
        kind.name, [&](benchmark::State& state) { MeasurePages(state, measured, kind); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
  for (const char* rows : {"minimal=true", "full=true"}) {
    const std::string target = std::string("/oruk/v3/services?format=ndjson&") + rows;
    benchmark::RegisterBenchmark(
        ("all as lines, " + std::string(rows)).c_str(),
        [&measured, target](benchmark::State& state) { MeasureLines(state, measured, target); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace waypost

int main(int argc, char** argv) { return waypost::Run(argc, argv); }
