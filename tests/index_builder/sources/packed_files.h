#pragma once

// Files for tests of input: a temporary folder that is removed at the end of the test, and gzip and
// zip packing of texts.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::sources {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  // Writes a file (making its folders) and returns its path.
  std::string Write(std::string_view name, std::string_view content) const;

 private:
  std::string path_;
};

std::string Gzip(std::string_view text);

// Writes a zip archive with these members (name, content) into `path`.
void WriteZip(const std::string& path,
              const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace waypost::sources
