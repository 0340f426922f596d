// The builder as a whole over the sample directory: the same inputs give the same bytes whatever
// stands around them, every record read is accounted for, and what is wrong is said with its place.

#include "index_builder/main/build_command.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>

#include "index_builder/main/build_report.h"
#include "index_builder/main/inspect_commands.h"
#include "tests/support/scratch_folder.h"

namespace waypost::builder {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using waypost::testing::ReadFile;
using waypost::testing::ScratchFolder;
using waypost::testing::WriteFile;

const std::string kSource = WAYPOST_SOURCE_DIR;

BuildArguments SampleTo(const std::string& out,
                        const std::string& sample = kSource + "/data/sample") {
  BuildArguments arguments;
  arguments.config = sample + "/sample.toml";
  arguments.out = out;
  arguments.data = kSource + "/data";
  return arguments;
}

// Artefact, rejects and report of a build that must work.
using Outputs = std::array<std::string, 3>;

Outputs OutputsOf(const BuildArguments& arguments) {
  const absl::Status status = Build(arguments);
  EXPECT_TRUE(status.ok()) << status;
  if (!status.ok()) return {};
  const std::string stem = WithoutExtension(arguments.out);
  return {ReadFile(arguments.out), ReadFile(stem + ".rejects.ndjson"),
          ReadFile(stem + ".report.ndjson")};
}

void ExpectSame(const Outputs& expected, const Outputs& actual) {
  EXPECT_FALSE(expected[0].empty());
  EXPECT_TRUE(expected[0] == actual[0]) << "the artefacts differ";
  EXPECT_TRUE(expected[1] == actual[1]) << "the rejects differ";
  EXPECT_TRUE(expected[2] == actual[2]) << "the reports differ";
}

const Outputs& PlainOutputs() {
  static const Outputs outputs = [] {
    const ScratchFolder folder;
    return OutputsOf(SampleTo(folder.Path("plain.waypost")));
  }();
  return outputs;
}

// Puts an environment variable back as it was.
class ChangedVariable {
 public:
  ChangedVariable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    ::setenv(name, value, 1);
  }
  ~ChangedVariable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

// A copy of the sample whose sources are listed in the opposite order.
std::string BackwardSample(const ScratchFolder& folder) {
  const std::string copy = folder.Path("sample");
  std::filesystem::copy(kSource + "/data/sample", copy, std::filesystem::copy_options::recursive);
  const std::string text = ReadFile(copy + "/sample.toml");
  constexpr std::string_view kHead = "[[source]]";
  std::size_t at = text.find(kHead);
  std::string backward;
  const std::string head = text.substr(0, at);
  while (at != std::string::npos) {
    const std::size_t next = text.find(kHead, at + kHead.size());
    backward = text.substr(at, next - at) + "\n" + backward;
    at = next;
  }
  WriteFile(copy + "/sample.toml", head + backward);
  return copy;
}

TEST(BuildCommand, OtherFoldersGiveTheSameBytes) {
  const ScratchFolder folder;
  std::filesystem::create_directories(folder.Path("deep/er"));
  std::filesystem::copy(kSource + "/data/sample", folder.Path("elsewhere"),
                        std::filesystem::copy_options::recursive);
  ExpectSame(PlainOutputs(),
             OutputsOf(SampleTo(folder.Path("deep/er/other.waypost"), folder.Path("elsewhere"))));
}

TEST(BuildCommand, TheOrderOfTheSourcesDoesNotMatter) {
  const ScratchFolder folder;
  ExpectSame(PlainOutputs(), OutputsOf(SampleTo(folder.Path("a.waypost"), BackwardSample(folder))));
}

TEST(BuildCommand, TheNumberOfThreadsDoesNotMatter) {
  for (unsigned threads : {1U, 2U}) {
    SCOPED_TRACE(threads);
    const ScratchFolder folder;
    BuildArguments arguments = SampleTo(folder.Path("a.waypost"));
    arguments.threads = threads;
    ExpectSame(PlainOutputs(), OutputsOf(arguments));
  }
}

TEST(BuildCommand, TheEnvironmentDoesNotMatter) {
  const ScratchFolder folder;
  const ChangedVariable locale("LC_ALL", "tr_TR.UTF-8");
  const ChangedVariable zone("TZ", "Pacific/Apia");
  ExpectSame(PlainOutputs(), OutputsOf(SampleTo(folder.Path("a.waypost"))));
}

TEST(BuildCommand, DescribeSaysWhatSourcesPromiseAndWhichSectionsThereAre) {
  const ScratchFolder folder;
  OutputsOf(SampleTo(folder.Path("a.waypost")));
  for (const bool as_json : {false, true}) {
    SCOPED_TRACE(as_json);
    ::testing::internal::CaptureStdout();
    const absl::Status status = Describe(folder.Path("a.waypost"), as_json);
    const std::string text = ::testing::internal::GetCapturedStdout();
    ASSERT_TRUE(status.ok()) << status;
    EXPECT_THAT(text,
                HasSubstr(R"("contact":"hello@larkmoor.example.org","checked_every_days":90)"));
    EXPECT_THAT(text, AllOf(HasSubstr("term_flags"), HasSubstr("term_crises")));
  }
}

// A control for the four above: what does matter changes the bytes.
TEST(BuildCommand, TheDateMatters) {
  const ScratchFolder folder;
  BuildArguments arguments = SampleTo(folder.Path("a.waypost"));
  arguments.as_of = "2026-11-22";
  EXPECT_FALSE(OutputsOf(arguments)[0] == PlainOutputs()[0]);
}

// The summary's rows: name, read, published, repeats, rejected.
TEST(BuildCommand, EveryRecordReadIsAccountedFor) {
  const ScratchFolder folder;
  ::testing::internal::CaptureStdout();
  const absl::Status status = Build(SampleTo(folder.Path("a.waypost")));
  std::istringstream summary(::testing::internal::GetCapturedStdout());
  ASSERT_TRUE(status.ok()) << status;
  std::string line;
  std::getline(summary, line);
  int sources = 0;
  long all_rejected = 0;
  while (std::getline(summary, line) && !line.empty()) {
    SCOPED_TRACE(line);
    std::istringstream row(line);
    std::string name;
    long read = 0, published = 0, repeats = 0, rejected = -1;
    row >> name >> read >> published >> repeats >> rejected;
    EXPECT_GT(read, 0);
    EXPECT_GT(published, 0);
    EXPECT_EQ(read, published + repeats + rejected);
    if (name == "all") {
      all_rejected = rejected;
    } else {
      ++sources;
    }
  }
  EXPECT_EQ(sources, 6);
  const std::string rejects = ReadFile(folder.Path("a.rejects.ndjson"));
  EXPECT_EQ(std::count(rejects.begin(), rejects.end(), '\n'), all_rejected);
  EXPECT_GT(all_rejected, 0) << "the sample has records that must be rejected";
}

// One record that cannot be stored is rejected as any other bad one, and the rest is built.
TEST(BuildCommand, ARecordThatIsTooLargeIsRejected) {
  const ScratchFolder folder;
  std::string feed = R"([{"id":"s1","name":"Tea"},{"id":"s2","name":"Long","description":")";
  feed.append(17 << 20, 'a').append(R"("},{"id":"s3","name":"Yoga"}])");
  WriteFile(folder.Path("long.json"), feed);
  BuildArguments arguments;
  arguments.sources = {"long=" + folder.Path("long.json")};
  arguments.out = folder.Path("a.waypost");
  arguments.data = kSource + "/data";
  arguments.as_of = "2026-11-21";
  ::testing::internal::CaptureStdout();
  const absl::Status status = Build(arguments);
  const std::string summary = ::testing::internal::GetCapturedStdout();
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_THAT(summary, ContainsRegex("long +3 +2 +0 +1\n"));
  EXPECT_THAT(summary, ContainsRegex("rejected: too_large +1\n"));
  const std::string rejects = ReadFile(folder.Path("a.rejects.ndjson"));
  EXPECT_EQ(std::count(rejects.begin(), rejects.end(), '\n'), 1);
  EXPECT_THAT(rejects, AllOf(HasSubstr(R"("source":"long","id":"s2","reason":"too_large")"),
                             HasSubstr("at most 16777216 bytes")));
}

// The message of a build that must fail and must leave no artefact.
std::string FailureOf(const BuildArguments& arguments) {
  const absl::Status status = Build(arguments);
  EXPECT_FALSE(status.ok());
  EXPECT_NE(status.code(), absl::StatusCode::kInternal) << "an input's fault, not the program's";
  EXPECT_FALSE(std::filesystem::exists(arguments.out));
  return MessageOf(status);
}

BuildArguments OneSource(const ScratchFolder& folder, const std::string& path) {
  BuildArguments arguments;
  arguments.out = folder.Path("a.waypost");
  arguments.data = kSource + "/data";
  arguments.as_of = "2026-11-21";
  if (!path.empty()) arguments.sources = {path};
  return arguments;
}

TEST(BuildCommand, NoSourceSaysWhatToGive) {
  const ScratchFolder folder;
  EXPECT_THAT(FailureOf(OneSource(folder, "")),
              AllOf(HasSubstr("--config"), HasSubstr("--source")));
}

TEST(BuildCommand, AMissingFileIsNamed) {
  const ScratchFolder folder;
  EXPECT_THAT(FailureOf(OneSource(folder, folder.Path("absent.json"))), HasSubstr("absent.json"));
}

TEST(BuildCommand, TruncatedJsonIsNamedWithItsPlace) {
  const ScratchFolder folder;
  const std::string whole = ReadFile(kSource + "/data/sample/outpost.json");
  WriteFile(folder.Path("cut.json"), std::string_view(whole).substr(0, whole.size() / 2));
  EXPECT_THAT(FailureOf(OneSource(folder, folder.Path("cut.json"))),
              AllOf(HasSubstr("cut.json"), ContainsRegex("byte [0-9]+")));
}

TEST(BuildCommand, AnUnknownConfigurationKeyIsNamed) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a.toml"), "as_off = 2026-11-21\n");
  BuildArguments arguments = OneSource(folder, "");
  arguments.config = folder.Path("a.toml");
  EXPECT_THAT(FailureOf(arguments), AllOf(HasSubstr("a.toml"), HasSubstr("as_off")));
}

}  // namespace
}  // namespace waypost::builder
