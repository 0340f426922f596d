#include "server/web/assets.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "engine/core/crc32c.h"
#include "engine/core/mapped_file.h"
#include "server/response/hex.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

constexpr std::string_view kPath = "/assets/";

constexpr std::pair<std::string_view, std::string_view> kContentTypes[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"}};

std::string ContentTypeOf(std::string_view name) {
  for (const auto& [suffix, type] : kContentTypes) {
    if (name.ends_with(suffix)) return std::string(type);
  }
  return "application/octet-stream";
}

std::string VersionOf(std::string_view bytes) {
  const std::uint32_t sum = Crc32c(std::as_bytes(std::span(bytes)));
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    AppendHex(text, static_cast<unsigned char>(sum >> shift & 0xFF));
  }
  return text;
}

}  // namespace

absl::StatusOr<Assets> Assets::Load(const std::string& folder) {
  std::error_code error;
  Assets assets;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) {
    return NotFound(folder +
                    ": the folder of assets cannot be read; scripts/build-assets makes it");
  }
  for (const auto& entry : entries) {
    if (!entry.is_regular_file()) continue;
    RETURN_IF_ERROR(assets.AddFile(entry.path().filename().string(), entry.path().string()));
  }
  return assets;
}

absl::Status Assets::AddFile(std::string_view name, const std::string& path) {
  ASSIGN_OR_RETURN(const MappedFile file, MappedFile::Open(path));
  const auto* bytes = reinterpret_cast<const char*>(file.bytes().data());
  Add(name, std::string(bytes, file.bytes().size()));
  return absl::OkStatus();
}

void Assets::Add(std::string_view name, std::string bytes) {
  std::string version = VersionOf(bytes);
  files_.insert_or_assign(std::string(name), File{std::move(bytes), std::move(version)});
}

std::string Assets::Address(std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return {};
  std::string address(kPath);
  return address.append(name).append("?v=").append(found->second.version);
}

HttpResponse Assets::Answer(std::string_view name, bool is_versioned) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return Problem(404, "unknown_path", "there is no such file");
  HttpResponse response{.content_type = ContentTypeOf(name), .body = found->second.bytes};
  response.headers = {{"ETag", "\"" + found->second.version + "\""},
                      {"Cache-Control", is_versioned ? "public, max-age=31536000, immutable"
                                                     : "public, max-age=60"}};
  return response;
}

}  // namespace waypost::server
