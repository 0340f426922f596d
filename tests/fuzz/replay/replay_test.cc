// Puts the seeds of a fuzz target, and damaged forms of them, through its function. The function
// ends the process when a property is broken.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace waypost {
namespace {

void RunTarget(const std::string& input) {
  LLVMFuzzerTestOneInput(static_cast<const std::uint8_t*>(static_cast<const void*>(input.data())),
                         input.size());
}

std::vector<std::string> Seeds() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(WAYPOST_CORPUS)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

TEST(Replay, Seeds) {
  const std::vector<std::string> seeds = Seeds();
  ASSERT_FALSE(seeds.empty()) << "no seeds in the corpus";
  RunTarget("");
  for (const std::string& seed : seeds) RunTarget(seed);
}

// Cut at every one of some places, and with bytes changed, doubled and dropped.
TEST(Replay, DamagedSeeds) {
  const char* set = std::getenv("WAYPOST_SEED");
  const std::uint64_t random_seed = set != nullptr ? std::strtoull(set, nullptr, 10) : 20260101;
  SCOPED_TRACE("WAYPOST_SEED=" + std::to_string(random_seed));
  std::mt19937_64 random(random_seed);
  for (const std::string& seed : Seeds()) {
    for (int round = 0; round < 200 && !seed.empty(); ++round) {
      std::string damaged = seed;
      const std::size_t at = random() % damaged.size();
      switch (random() % 4) {
        case 0:
          damaged.resize(at);
          break;
        case 1:
          damaged[at] = static_cast<char>(random());
          break;
        case 2:
          damaged.erase(at, 1 + random() % 8);
          break;
        default:
          damaged.insert(at, damaged.substr(at, 1 + random() % 32));
          break;
      }
      RunTarget(damaged);
    }
  }
}

}  // namespace
}  // namespace waypost
