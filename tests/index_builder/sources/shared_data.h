#pragma once

// Real files that are not part of the repository.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace waypost::sources {

// The path of `name` below the shared data folder ($WAYPOST_SHARED, else ../shared beside the
// repository), "" when it is not there: such tests skip.
inline std::string SharedData(const std::string& name) {
  const char* stated = std::getenv("WAYPOST_SHARED");
  const std::filesystem::path root =
      stated != nullptr ? std::filesystem::path(stated)
                        : std::filesystem::path(WAYPOST_SOURCE_DIR) / ".." / "shared";
  const std::filesystem::path path = root / "data" / name;
  return std::filesystem::exists(path) ? path.string() : std::string();
}

}  // namespace waypost::sources
