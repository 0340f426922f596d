// What whole questions cost, parsed, resolved, planned and run in process, over an index of real
// size.
//
//   WAYPOST_INDEX=real.waypost waypost_questions_bench --benchmark_counters_tabular=true
//
// One benchmark for each kind of question. Each asks its questions in five passes; a question's
// time is the median of its five, and the counters are percentiles over the questions, in
// microseconds. WAYPOST_QUESTIONS names a file to ask instead, a class and a query string a line
// with a tab between, one benchmark a class; WAYPOST_ANSWERS names a file for its answers.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/measured_index.h"
#include "engine/core/status.h"
#include "engine/index/index.h"
#include "engine/query/parse_query.h"
#include "engine/query/search.h"

namespace waypost {
namespace {

constexpr std::uint64_t kSeed = 20261121;
constexpr std::size_t kQuestions = 200;
constexpr std::size_t kPasses = 5;
constexpr LocalMinute kNow = {.date = std::chrono::year(2026) / 11 / 21, .time = MinuteOfDay(540)};

using Parameters = std::vector<query::Parameter>;

// Draws places and words from an index, the same for the same index.
class Draw {
 public:
  explicit Draw(const Index& index) : index_(index), random_(kSeed) {}

  std::string Postcode() {
    const auto keys = index_.postcodes().key.values();
    std::uint64_t key = keys[random_() % keys.size()];
    std::string text;
    for (int byte = 0; byte < 8; ++byte, key <<= 8) {
      const char c = static_cast<char>(key >> 56);
      if (c != '\0') text += c;
    }
    return text;
  }

  // A name that only one place has, so that none of the questions is an error.
  std::string Place() {
    while (true) {
      const PlaceKeyOrdinal key(
          static_cast<std::uint32_t>(random_() % index_.places().keys.size()));
      const auto [first, last] = EqualKeys(index_.places().keys, index_.places().keys[key]);
      if (last - first == 1) return std::string(index_.places().keys[key]);
    }
  }

  // One or two of the words that people ask a directory for.
  std::string Words() {
    static constexpr std::array<std::string_view, 20> kWords = {
        "dementia", "carers",  "youth",    "debt",      "housing", "autism", "counselling",
        "lunch",    "refugee", "disabled", "parents",   "advice",  "mental", "health",
        "older",    "sport",   "library",  "volunteer", "music",   "support"};
    std::string words(kWords[random_() % kWords.size()]);
    if (random_() % 2 == 0) words += " " + std::string(kWords[random_() % kWords.size()]);
    return words;
  }

 private:
  const Index& index_;
  std::mt19937_64 random_;
};

Parameters LibrariesOnSaturday(Draw& draw) {
  return {{"source", "libraries"}, {"near", draw.Postcode()}, {"within", "5mi"},
          {"day", "SA"},           {"from", "10:00"},         {"to", "10:01"}};
}
Parameters MobileStopsByPlace(Draw& draw) {
  return {{"source", "mobile"}, {"near", draw.Place()}, {"within", "5mi"}};
}
Parameters NearestPractices(Draw& draw) { return {{"source", "gp"}, {"near", draw.Postcode()}}; }
Parameters FoodBanks(Draw& draw) {
  return {{"source", "foodbanks"},
          {"authority", "Sheffield"},
          {"access", "drop-in"},
          {"near", draw.Postcode()}};
}
Parameters WordsNearPostcode(Draw& draw) {
  return {{"q", draw.Words()}, {"near", draw.Postcode()}};
}
Parameters FacetsNearPostcode(Draw& draw) {
  return {{"near", draw.Postcode()},
          {"within", "10mi"},
          {"facets", "service_type,day,time_of_day,cost,access,source,authority"}};
}

absl::StatusOr<query::Result> Answer(const Index& index, const Parameters& parameters) {
  ASSIGN_OR_RETURN(const query::Query query, query::ParseQuery(parameters));
  return query::Search(index, query, kNow);
}

// A time in microseconds of one question, all the way. REQUIRES: the question has an answer.
double Ask(const Index& index, const Parameters& parameters, std::uint64_t& answers) {
  const auto begun = std::chrono::steady_clock::now();
  const auto result = Answer(index, parameters);
  const auto ended = std::chrono::steady_clock::now();
  answers += result->total;
  return std::chrono::duration<double, std::micro>(ended - begun).count();
}

void AskAll(benchmark::State& state, const Index& index, const std::vector<Parameters>& questions) {
  for (auto _ : state) {
    std::vector<std::array<double, kPasses>> times(questions.size());
    std::uint64_t answers = 0;
    for (std::size_t pass = 0; pass < kPasses; ++pass) {
      for (std::size_t i = 0; i < questions.size(); ++i) {
        times[i][pass] = Ask(index, questions[i], answers);
      }
    }
    std::vector<double> medians;
    for (auto& of_one : times) {
      std::sort(of_one.begin(), of_one.end());
      medians.push_back(of_one[kPasses / 2]);
    }
    std::sort(medians.begin(), medians.end());
    state.counters["p50_us"] = medians[medians.size() / 2];
    state.counters["p99_us"] = medians[medians.size() * 99 / 100];
    state.counters["max_us"] = medians.back();
    state.counters["answers"] =
        static_cast<double>(answers) / static_cast<double>(kPasses * questions.size());
  }
}

// "near=BS1+4TR&within=5mi" without escapes other than '+'.
Parameters FromLine(std::string_view line) {
  Parameters parameters;
  while (!line.empty()) {
    const std::string_view pair = line.substr(0, line.find('&'));
    line.remove_prefix(std::min(line.size(), pair.size() + 1));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string value(pair.substr(std::min(equals + 1, pair.size())));
    std::replace(value.begin(), value.end(), '+', ' ');
    parameters.push_back({std::string(pair.substr(0, equals)), std::move(value)});
  }
  return parameters;
}

void Register(const std::string& name, const Index& index,
              const std::vector<Parameters>& questions) {
  benchmark::RegisterBenchmark(
      name.c_str(),
      [&index, questions](benchmark::State& state) { AskAll(state, index, questions); })
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
}

void RegisterKinds(const Index& index) {
  const std::vector<std::pair<std::string, std::function<Parameters(Draw&)>>> kinds = {
      {"BM_LibrariesOnSaturdayWithin5Miles", LibrariesOnSaturday},
      {"BM_MobileStopsNearPlaceName", MobileStopsByPlace},
      {"BM_NearestPracticesWithoutRadius", NearestPractices},
      {"BM_FoodBanksWithoutReferral", FoodBanks},
      {"BM_WordsNearPostcode", WordsNearPostcode},
      {"BM_SevenFacetsWithin10Miles", FacetsNearPostcode}};
  for (const auto& [name, make] : kinds) {
    Draw draw(index);
    std::vector<Parameters> questions;
    // A refused question (a postcode without a point) costs nothing and would flatter the figures.
    while (questions.size() < kQuestions) {
      Parameters drawn = make(draw);
      if (Answer(index, drawn).ok()) questions.push_back(std::move(drawn));
    }
    Register(name, index, questions);
  }
}

// A line of the file WAYPOST_QUESTIONS: "CLASS<tab>QUERY STRING".
struct Line {
  std::string kind;
  std::string text;
};

std::vector<Line> LinesOf(const char* path) {
  std::vector<Line> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}

void RegisterFile(const Index& index, const std::vector<Line>& lines) {
  std::map<std::string, std::vector<Parameters>> kinds;
  for (const Line& line : lines) {
    Parameters read = FromLine(line.text);
    if (const auto answer = Answer(index, read); answer.ok()) {
      kinds["all"].push_back(read);
      kinds[line.kind].push_back(std::move(read));
    } else {
      std::fprintf(stderr, "left out: %s: %s\n", line.text.c_str(),
                   answer.status().ToString().c_str());
    }
  }
  for (auto& [kind, questions] : kinds) Register("BM_Class/" + kind, index, questions);
}

// One JSON object a question: what bench/compare holds against the oracle.
void WriteAnswers(const Index& index, const std::vector<Line>& lines, const char* path) {
  std::ofstream file(path);
  for (const Line& line : lines) {
    const auto answer = Answer(index, FromLine(line.text));
    if (!answer.ok()) {
      file << "{\"error\":1}\n";
      continue;
    }
    file << "{\"total\":" << answer->total << ",\"certain\":" << answer->total_certain
         << ",\"ids\":[";
    for (std::size_t i = 0; i < answer->hits.size(); ++i) {
      const ServiceOrdinal service = index.documents().service[answer->hits[i].doc];
      file << (i > 0 ? ",\"" : "\"") << index.services().source_id[service] << '"';
    }
    file << "],\"facets\":[";
    const char* comma = "";
    for (const query::FacetCounts& facet : answer->facets) {
      for (const query::FacetValue& value : facet.values) {
        file << comma << "[\"" << value.id << "\"," << value.count << ']';
        comma = ",";
      }
    }
    file << "]}\n";
  }
}

int Run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::shared_ptr<const Index> index = OpenMeasured();
  if (index == nullptr) return 1;
  if (const char* file = std::getenv("WAYPOST_QUESTIONS")) {
    const std::vector<Line> lines = LinesOf(file);
    if (const char* answers = std::getenv("WAYPOST_ANSWERS")) WriteAnswers(*index, lines, answers);
    RegisterFile(*index, lines);
  } else {
    RegisterKinds(*index);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace waypost

int main(int argc, char** argv) { return waypost::Run(argc, argv); }
