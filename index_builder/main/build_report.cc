#include "index_builder/main/build_report.h"

#include <algorithm>
#include <cstdio>
#include <span>

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

// A record may be megabytes; its beginning tells which it is.
constexpr std::size_t kMaxRaw = 4096;

absl::Status AddLine(const std::string& line, spool::ScratchFile& lines) {
  return lines.Append(std::as_bytes(std::span(line)));
}

absl::Status AddAll(const spool::ScratchFile& from, spool::ScratchFile& to) {
  return from.ForEachPiece([&](std::span<const std::byte> piece) { return to.Append(piece); });
}

absl::Status WriteLines(const std::string& path, const spool::ScratchFile& lines) {
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RETURN_IF_ERROR(
      lines.ForEachPiece([&](std::span<const std::byte> piece) { return file.Append(piece); }));
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

void BuildReport::Keep(const absl::Status& status) {
  if (status_.ok()) status_ = status;
}

void BuildReport::Report(record::Problem problem) {
  ++counts_[std::string(NameOf(problem.kind))];
  Keep(AddLine(LineOf(problem, {}, false), problems_));
}

void BuildReport::Reject(record::Problem problem, std::string_view raw) {
  ++rejected_;
  ++counts_["rejected: " + std::string(NameOf(problem.kind))];
  Keep(AddLine(LineOf(problem, raw.substr(0, kMaxRaw), true), rejects_));
}

void BuildReport::Take(const BuildReport& other) {
  Keep(other.status_);
  Keep(AddAll(other.problems_, problems_));
  Keep(AddAll(other.rejects_, rejects_));
  rejected_ += other.rejected_;
  for (const auto& [kind, count] : other.counts_) counts_[kind] += count;
}

absl::Status BuildReport::Write(const std::string& artefact_path) const {
  RETURN_IF_ERROR(status_);
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
