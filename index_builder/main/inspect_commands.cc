#include "index_builder/main/inspect_commands.h"

#include <cstdio>

#include "engine/format/verified_mark.h"
#include "engine/index/index.h"
#include "index_builder/sections/json_writer.h"

namespace waypost::builder {
namespace {

std::string HexOf(const BuildId& id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (std::uint8_t byte : id) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::string JsonOf(const Index& index) {
  sections::JsonWriter json;
  json.StartObject();
  json.Text("build", HexOf(index.artefact().build_id()));
  json.StartObject("manifest");
  for (const auto& [key, value] : index.manifest().values()) json.Text(key, value);
  json.EndObject();
  json.StartObject("sources");
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    json.Raw(index.sources().id[SourceOrdinal::At(i)], index.sources().info[SourceOrdinal::At(i)]);
  }
  json.EndObject();
  json.StartObject("sections");
  for (const SectionInfo& section : index.artefact().sections()) {
    json.Whole(NameOf(section.id), static_cast<std::int64_t>(section.length));
  }
  json.EndObject();
  json.EndObject();
  return json.Take();
}

}  // namespace

absl::Status Verify(const std::string& path) {
  ASSIGN_OR_RETURN(const std::shared_ptr<const Index> index, Index::Open(path));
  // A folder that cannot be written only costs the server its quick start.
  WriteVerifiedMark(path, index->artefact().build_id()).IgnoreError();
  std::printf("%s: sound, build %s, %u services, %u documents\n", path.c_str(),
              HexOf(index->artefact().build_id()).c_str(), index->services().size(),
              index->documents().size());
  return absl::OkStatus();
}

absl::Status Describe(const std::string& path, bool as_json) {
  ASSIGN_OR_RETURN(const std::shared_ptr<const Index> index, Index::Open(path));
  if (as_json) {
    std::printf("%s\n", JsonOf(*index).c_str());
    return absl::OkStatus();
  }
  std::printf("build      %s\n\n", HexOf(index->artefact().build_id()).c_str());
  for (const auto& [key, value] : index->manifest().values()) {
    std::printf("%-24s %s\n", key.c_str(), value.c_str());
  }
  std::printf("\nsources\n");
  for (std::size_t i = 0; i < index->sources().id.size(); ++i) {
    const std::string info(index->sources().info[SourceOrdinal::At(i)]);
    std::printf("  %s\n", info.c_str());
  }
  std::printf("\nsections\n");
  for (const SectionInfo& section : index->artefact().sections()) {
    std::printf("  %-28s %12llu bytes\n", std::string(NameOf(section.id)).c_str(),
                static_cast<unsigned long long>(section.length));
  }
  return absl::OkStatus();
}

}  // namespace waypost::builder
