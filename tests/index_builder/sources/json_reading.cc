#include "tests/index_builder/sources/json_reading.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "index_builder/sources/json_source.h"

namespace waypost::sources {
namespace {

namespace fs = std::filesystem;

// A new name below the test's folder for temporary files.
fs::path NewPath(std::string_view suffix) {
  static int count = 0;
  const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
  const std::string name = std::string(info == nullptr ? "none" : info->test_suite_name()) + "." +
                           (info == nullptr ? "none" : info->name()) + "." +
                           std::to_string(++count);
  return fs::path(::testing::TempDir()) / ("waypost_json." + name + std::string(suffix));
}

void WriteFile(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string Line(const record::Problem& problem) {
  return std::string(NameOf(problem.kind)) + " " + problem.entity + "." + problem.field + " " +
         problem.value + " -> " + problem.outcome;
}

}  // namespace

std::size_t JsonReading::Count(record::ProblemKind kind) const {
  std::size_t count = 0;
  for (const record::Problem& problem : sink.problems) count += problem.kind == kind ? 1 : 0;
  for (const auto& rejected : sink.rejects) count += rejected.problem.kind == kind ? 1 : 0;
  return count;
}

std::vector<std::string> JsonReading::Lines() const {
  std::vector<std::string> lines;
  for (const record::Problem& problem : sink.problems) lines.push_back(Line(problem));
  for (const auto& rejected : sink.rejects) lines.push_back("rejected " + Line(rejected.problem));
  return lines;
}

bool JsonReading::HasLine(std::string_view line) const {
  for (const std::string& candidate : Lines()) {
    if (candidate == line) return true;
  }
  return false;
}

JsonReading ReadJsonPath(const std::string& path) {
  JsonReading reading;
  auto source = OpenJsonSource({.id = "test", .path = path}, reading.sink);
  if (!source.ok()) {
    reading.error = MessageOf(source.status());
    return reading;
  }
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok()) reading.error = MessageOf(more.status());
    if (!more.ok() || !*more) break;
    reading.services.push_back(std::move(service));
  }
  reading.records_read = (*source)->records_read();
  if (reading.error.empty()) {
    EXPECT_EQ(reading.records_read, reading.services.size() + reading.sink.rejects.size());
    EXPECT_EQ((*source)->bytes_read(), (*source)->bytes_total());
  }
  return reading;
}

JsonReading ReadJson(std::string_view text) {
  const fs::path path = NewPath(".json");
  WriteFile(path, text);
  JsonReading reading = ReadJsonPath(path.string());
  fs::remove(path);
  return reading;
}

JsonReading ReadJsonFolder(const std::vector<std::pair<std::string, std::string>>& files) {
  const fs::path folder = NewPath("");
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [name, text] : files) WriteFile(folder / name, text);
  JsonReading reading = ReadJsonPath(folder.string());
  fs::remove_all(folder);
  return reading;
}

record::Service ReadOneService(std::string_view text) {
  JsonReading reading = ReadJson(text);
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.services.size(), 1U) << text;
  for (const std::string& line : reading.Lines()) {
    if (reading.services.empty()) ADD_FAILURE() << line;
  }
  return reading.services.empty() ? record::Service() : std::move(reading.services.front());
}

std::string SharedData(std::string_view below) {
  const char* set = std::getenv("WAYPOST_SHARED");
  const fs::path shared =
      set != nullptr ? fs::path(set) : fs::path(WAYPOST_SOURCE_DIR).parent_path() / "shared";
  const fs::path path = shared / "data" / below;
  return fs::exists(path) ? path.string() : std::string();
}

}  // namespace waypost::sources
