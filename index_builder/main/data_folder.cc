#include "index_builder/main/data_folder.h"

#include <filesystem>

namespace waypost::builder {
namespace {

namespace fs = std::filesystem;

bool HasPlaces(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "places", error);
}

}  // namespace

absl::StatusOr<std::string> FindDataFolder(const std::string& given) {
  if (!given.empty()) {
    if (HasPlaces(given)) return given;
    return NotFound("--data " + given + ": no folder with places in it");
  }
  std::error_code error;
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path installed = folder.parent_path() / "share" / "waypost";
  for (; !error && folder != folder.root_path(); folder = folder.parent_path()) {
    if (HasPlaces(folder / "data")) return (folder / "data").string();
  }
  if (HasPlaces(installed)) return installed.string();
  return NotFound(
      "the project's own data are not beside the program; say where with --data FOLDER");
}

}  // namespace waypost::builder
