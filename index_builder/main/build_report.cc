#include "index_builder/main/build_report.h"

#include <algorithm>
#include <cstdio>

#include "engine/core/atomic_file.h"
#include "index_builder/sections/json_writer.h"

namespace waypost::builder {
namespace {

std::string LineOf(const record::Problem& problem, std::string_view raw, bool rejected) {
  sections::JsonWriter json;
  json.StartObject();
  json.Text("source", problem.source);
  json.Text("id", problem.id);
  json.Text("reason", NameOf(problem.kind));
  json.Text("entity", problem.entity);
  json.Text("field", problem.field);
  json.Text("value", problem.value);
  json.Text("outcome", problem.outcome);
  if (rejected) json.Text("record", raw);
  json.EndObject();
  return json.Take() + "\n";
}

absl::Status WriteLines(const std::string& path, const std::vector<std::string>& lines) {
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  for (const std::string& line : lines) RETURN_IF_ERROR(file.Append(line));
  return file.Commit();
}

std::string Row(const std::string& name, std::initializer_list<std::uint64_t> numbers) {
  std::string row = name;
  row.resize(std::max<std::size_t>(row.size() + 1, 28), ' ');
  for (std::uint64_t number : numbers) {
    std::string text = std::to_string(number);
    row += std::string(text.size() < 11 ? 11 - text.size() : 1, ' ') + text;
  }
  return row + "\n";
}

}  // namespace

std::string WithoutExtension(const std::string& artefact_path) {
  constexpr std::string_view kExtension = ".waypost";
  return artefact_path.ends_with(kExtension)
             ? artefact_path.substr(0, artefact_path.size() - kExtension.size())
             : artefact_path;
}

void BuildReport::Report(record::Problem problem) {
  ++counts_[std::string(NameOf(problem.kind))];
  problems_.push_back(LineOf(problem, {}, false));
}

void BuildReport::Reject(record::Problem problem, std::string_view raw) {
  ++counts_["rejected: " + std::string(NameOf(problem.kind))];
  rejects_.push_back(LineOf(problem, raw, true));
}

void BuildReport::Take(record::CollectingSink collected) {
  for (record::Problem& problem : collected.problems) Report(std::move(problem));
  for (record::CollectingSink::Rejected& reject : collected.rejects) {
    Reject(std::move(reject.problem), reject.raw);
  }
}

absl::Status BuildReport::Write(const std::string& artefact_path) const {
  const std::string stem = WithoutExtension(artefact_path);
  RETURN_IF_ERROR(WriteLines(stem + ".rejects.ndjson", rejects_));
  return WriteLines(stem + ".report.ndjson", problems_);
}

std::string BuildReport::Summary(const std::vector<record::SourceInfo>& sources) const {
  std::string text = "source                             read  published    repeats   rejected\n";
  record::SourceInfo all;
  for (const record::SourceInfo& info : sources) {
    text += Row(info.id, {info.read, info.published, info.repeats, info.rejected});
    all.read += info.read;
    all.published += info.published;
    all.repeats += info.repeats;
    all.rejected += info.rejected;
    for (const auto& [condition, rows] : info.skipped) {
      text += "  not records (" + condition + "): " + std::to_string(rows) + "\n";
    }
  }
  if (sources.size() > 1) {
    text += Row("all", {all.read, all.published, all.repeats, all.rejected});
  }
  if (!counts_.empty()) text += "\nproblems\n";
  for (const auto& [kind, count] : counts_) text += Row("  " + kind, {count});
  return text;
}

}  // namespace waypost::builder
