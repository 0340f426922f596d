#pragma once

// An empty folder for one test, removed with everything in it at the end.
//
//   ScratchFolder folder;
//   WriteFile(folder.Path("a.waypost"), bytes);

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace waypost::testing {

class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }
  std::string Path(std::string_view name) const { return (path_ / name).string(); }
  // How many files and folders are directly in it.
  std::size_t Count() const;

 private:
  std::filesystem::path path_;
};

// Whole files; a failure fails the running test.
void WriteFile(const std::string& path, std::string_view text);
void WriteFile(const std::string& path, std::span<const std::byte> bytes);
std::string ReadFile(const std::string& path);

}  // namespace waypost::testing
