#include "index_builder/main/build_command.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>
#include <thread>

#include "engine/core/ascii.h"
#include "engine/format/verified_mark.h"
#include "engine/format/writer.h"
#include "engine/index/index.h"
#include "index_builder/main/build_report.h"
#include "index_builder/main/data_folder.h"
#include "index_builder/main/progress.h"
#include "index_builder/main/read_sources.h"
#include "index_builder/prepare/complete.h"
#include "index_builder/sections/build_artefact.h"
#include "index_builder/sources/build_config.h"
#include "index_builder/sources/reference/load_gazetteer.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "index_builder/sources/reference/question_trees.h"

namespace waypost::builder {
namespace {

namespace fs = std::filesystem;
using sources::BuildConfig;
using sources::SourceConfig;

// "feeds/Bristol Council.json.gz" -> "bristol-council".
std::string IdFromPath(const std::string& path) {
  fs::path name = fs::path(path).lexically_normal();
  if (!name.has_filename()) name = name.parent_path();
  std::string id;
  for (char c : name.filename().string()) {
    if (c == '.') break;
    c = ToLower(c);
    const bool plain = IsLower(c) || IsDigit(c) || c == '_';
    if (plain) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "source" : id;
}

absl::StatusOr<SourceConfig> SourceOf(const std::string& argument) {
  SourceConfig config;
  const std::size_t equals = argument.find('=');
  if (equals != std::string::npos && sources::IsSourceId(argument.substr(0, equals))) {
    config.spec.id = argument.substr(0, equals);
    config.spec.path = argument.substr(equals + 1);
  } else {
    config.spec.path = argument;
    config.spec.id = IdFromPath(argument);
  }
  if (!sources::IsSourceId(config.spec.id)) {
    return InvalidArgument("--source " + argument + ": " + config.spec.id +
                           " cannot be a source's id; name it with --source ID=PATH");
  }
  return config;
}

Date Today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

void AppendAll(std::vector<std::string>& target, const std::vector<std::string>& more) {
  target.insert(target.end(), more.begin(), more.end());
}

absl::StatusOr<BuildConfig> ConfigOf(const BuildArguments& arguments) {
  BuildConfig config;
  if (!arguments.config.empty()) {
    ASSIGN_OR_RETURN(config, BuildConfig::Read(arguments.config));
  }
  for (const std::string& argument : arguments.sources) {
    ASSIGN_OR_RETURN(SourceConfig source, SourceOf(argument));
    config.sources.push_back(std::move(source));
  }
  AppendAll(config.postcodes, arguments.postcodes);
  AppendAll(config.places, arguments.places);
  AppendAll(config.areas, arguments.areas);
  AppendAll(config.taxonomies, arguments.taxonomies);
  AppendAll(config.questions, arguments.questions);
  AppendAll(config.calendar, arguments.calendars);
  if (!arguments.out.empty()) config.out = arguments.out;
  if (!arguments.as_of.empty()) {
    config.as_of = ParseIsoDate(arguments.as_of);
  }
  if (!config.as_of) config.as_of = Today();
  if (config.sources.empty()) {
    return InvalidArgument("no source; give --config FILE.toml or --source PATH");
  }
  if (config.out.empty()) return InvalidArgument("no output; give --out FILE.waypost");
  std::set<std::string> ids;
  for (const SourceConfig& source : config.sources) {
    if (!ids.insert(source.spec.id).second) {
      return InvalidArgument("two sources are called " + source.spec.id +
                             "; name one of them with --source ID=PATH");
    }
  }
  return config;
}

absl::Status LoadReference(const BuildConfig& config, const std::string& data, Progress& progress,
                           BuildReport& report, record::Directory& directory) {
  progress.Begin("Reading postcodes, places and areas", 0);
  sources::GazetteerSpec gazetteer{.postcodes = config.postcodes,
                                   .places = config.places,
                                   .areas = config.areas,
                                   .authority_lists = {},
                                   .calendars = config.calendar,
                                   .shipped_places = data + "/places"};
  gazetteer.calendars.push_back(data + "/calendar/bank-holidays.json");
  RETURN_IF_ERROR(sources::LoadGazetteer(gazetteer, report, directory.gazetteer));
  std::vector<std::string> taxonomies = config.overlays;
  AppendAll(taxonomies, config.taxonomies);
  taxonomies.push_back(data + "/taxonomies");
  RETURN_IF_ERROR(sources::LoadTaxonomies(taxonomies, report, directory.taxonomy));
  std::vector<std::string> questions = config.questions;
  questions.push_back(data + "/questions");
  ASSIGN_OR_RETURN(directory.question_trees,
                   sources::LoadQuestionTrees(questions, directory.taxonomy));
  return absl::OkStatus();
}

std::uint64_t BytesOf(const std::vector<SourceConfig>& configs) {
  std::uint64_t bytes = 0;
  for (const SourceConfig& config : configs) {
    std::error_code error;
    if (!fs::is_directory(config.spec.path, error)) {
      const auto size = fs::file_size(config.spec.path, error);
      if (error) return 0;
      bytes += size;
      continue;
    }
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(config.spec.path, error)) {
      const auto size = entry.file_size(error);
      if (!error) bytes += size;
    }
  }
  return bytes;
}

// Nothing is lost between the feed and the artefact.
absl::Status CheckCounts(const std::vector<record::SourceInfo>& sources) {
  for (const record::SourceInfo& info : sources) {
    if (info.read == info.published + info.repeats + info.rejected) continue;
    return Internal("source " + info.id + ": " + std::to_string(info.read) +
                    " records were read, but " + std::to_string(info.published) + " published, " +
                    std::to_string(info.repeats) + " repeats and " + std::to_string(info.rejected) +
                    " rejected do not add up to that");
  }
  return absl::OkStatus();
}

// What the server would refuse never replaces an artefact that it can open.
absl::Status CheckArtefact(const std::string& path) {
  const absl::Status status = Index::Open(path).status();
  if (status.ok()) return status;
  return Internal("the artefact just built cannot be opened, so the old one was kept: " +
                  MessageOf(status));
}

long PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// `peak` is without the pages of the artefact that verifying it looks at: they are the system's.
void PrintEnd(const std::string& out, double seconds, long peak) {
  std::error_code error;
  std::printf("\n%s: %.1f MB in %.1f s, at most %ld MB of memory\n", out.c_str(),
              static_cast<double>(fs::file_size(out, error)) / 1e6, seconds, peak);
}

unsigned ThreadsOf(const BuildArguments& arguments) {
  return arguments.threads > 0 ? arguments.threads
                               : std::max(1U, std::thread::hardware_concurrency());
}

// The directory without its services, and these.
struct AllRead {
  record::Directory directory;
  prepare::CompleteServices services;
};

absl::StatusOr<AllRead> ReadAll(const BuildArguments& arguments, const BuildConfig& config,
                                const spool::ScratchFolder& scratch, Progress& progress,
                                BuildReport& report) {
  ASSIGN_OR_RETURN(const std::string data, FindDataFolder(arguments.data));
  record::Directory directory{.as_of = *config.as_of,
                              .time_zone = config.time_zone,
                              .language = config.language,
                              .text_fields = config.text_fields};
  progress.Begin("Reading sources", BytesOf(config.sources));
  ASSIGN_OR_RETURN(ReadServices read, ReadSources(config.sources, ThreadsOf(arguments), scratch,
                                                  progress, report, directory));
  RETURN_IF_ERROR(LoadReference(config, data, progress, report, directory));
  prepare::CompleteOptions options;
  for (const SourceConfig& source : config.sources) {
    if (!source.confidential.refuges) {
      options.sources_with_public_refuges.push_back(source.spec.id);
    }
  }
  ASSIGN_OR_RETURN(text::Analyser analyser,
                   text::Analyser::Create({.language = directory.language}));
  const prepare::TypeInference inference(directory.taxonomy, analyser);
  if (config.infer_types) options.inference = &inference;
  ASSIGN_OR_RETURN(prepare::CompleteServices services,
                   CompleteAll(std::move(read), options, scratch, progress, report, directory));
  return AllRead{std::move(directory), std::move(services)};
}

// Beside what is built: there is room for that too.
spool::ScratchFolder ScratchBeside(const std::string& out) {
  const fs::path folder = fs::path(out).parent_path();
  return {folder.empty() ? std::string(".") : folder.string()};
}

}  // namespace

absl::StatusOr<record::Directory> ReadDirectory(const BuildArguments& arguments,
                                                BuildReport& report) {
  ASSIGN_OR_RETURN(const BuildConfig config, ConfigOf(arguments));
  Progress silent(/*to_terminal=*/false);
  ASSIGN_OR_RETURN(AllRead all, ReadAll(arguments, config, {}, silent, report));
  RETURN_IF_ERROR(all.services.ForEachBySource([&](ServiceOrdinal, const record::Service& service) {
    all.directory.services.push_back(service);
    return absl::OkStatus();
  }));
  return std::move(all.directory);
}

absl::Status Build(const BuildArguments& arguments) {
  const auto begun = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(const BuildConfig config, ConfigOf(arguments));
  const spool::ScratchFolder scratch = ScratchBeside(config.out);
  BuildReport report(scratch);
  std::vector<record::SourceInfo> sources;
  long peak = 0;
  {
    Progress progress(::isatty(STDERR_FILENO) == 1);
    ASSIGN_OR_RETURN(AllRead all, ReadAll(arguments, config, scratch, progress, report));
    progress.Begin("Building", sections::kPasses * all.services.size());
    all.services.OnRead([&progress] { progress.Advance(1); });
    ASSIGN_OR_RETURN(ArtefactWriter writer, ArtefactWriter::ToFile(config.out));
    RETURN_IF_ERROR(sections::BuildArtefact(all.directory, all.services,
                                            {.threads = ThreadsOf(arguments), .scratch = scratch},
                                            report, writer));
    RETURN_IF_ERROR(CheckCounts(all.directory.sources));
    peak = PeakMegabytes();
    progress.Begin("Verifying", 0);
    RETURN_IF_ERROR(writer.Finish(CheckArtefact));
    RETURN_IF_ERROR(WriteVerifiedMark(config.out, writer.build_id()));
    RETURN_IF_ERROR(report.Write(config.out));
    sources = all.directory.sources;
  }
  std::fputs(report.Summary(sources).c_str(), stdout);
  PrintEnd(config.out,
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(), peak);
  return absl::OkStatus();
}

}  // namespace waypost::builder
