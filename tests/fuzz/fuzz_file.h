#pragma once

// A temporary folder of files that a fuzz target reads by their paths, made of one input: a line
// "=== NAME" begins a file.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace waypost::fuzz {

class FuzzFolder {
 public:
  // `name` stands for what comes before the first "=== NAME". Names of files that would lead
  // elsewhere, and files beyond the 32nd, are passed over.
  FuzzFolder(std::string_view name, std::string_view input)
      : path_(std::filesystem::temp_directory_path() /
              ("waypost_fuzz_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    std::string file(name);
    for (int files = 0; files < 32; ++files) {
      const std::size_t next = input.find("\n=== ");
      Write(file, input.substr(0, next));
      if (next == std::string_view::npos) break;
      input.remove_prefix(next + 5);
      const std::size_t line_end = input.find('\n');
      file = input.substr(0, line_end);
      input.remove_prefix(line_end == std::string_view::npos ? input.size() : line_end + 1);
    }
  }
  ~FuzzFolder() { std::filesystem::remove_all(path_); }
  FuzzFolder(const FuzzFolder&) = delete;
  FuzzFolder& operator=(const FuzzFolder&) = delete;

  std::string path() const { return path_.string(); }

 private:
  void Write(const std::string& name, std::string_view text) const {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz0123456789_-.";
    const bool plain = name.find_first_not_of(kPlain) == std::string::npos;
    if (!plain || name.empty() || name.front() == '.') return;
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  std::filesystem::path path_;
};

}  // namespace waypost::fuzz
