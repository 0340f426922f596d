#include "index_builder/sources/input_members.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "index_builder/sources/byte_source.h"
#include "index_builder/sources/zip_archive.h"

namespace waypost::sources {
namespace {

namespace fs = std::filesystem;

bool IsPlainComponent(std::string_view component) {
  return !component.empty() && component.front() != '.' && component != "__MACOSX";
}

absl::Status TooManyMembers(const std::string& path) {
  return InvalidArgument(path + ": holds more than " + std::to_string(kMaxMembers) +
                         " files; give the folder that holds only the feed");
}

// True when `file` (perhaps a symbolic link) really lies under `root`, both made canonical.
bool LiesUnder(const fs::path& root, const fs::path& file) {
  std::error_code error;
  const fs::path target = fs::canonical(file, error);
  if (error) return false;
  const auto [root_end, unused] =
      std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  return root_end == root.end();
}

absl::StatusOr<std::vector<std::string>> ListFolder(const std::string& path) {
  std::error_code error;
  const fs::path root = fs::canonical(path, error);
  if (error) return InvalidArgument(path + ": " + error.message());
  std::vector<std::string> members;
  fs::recursive_directory_iterator it(root, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    std::error_code entry_error;
    if (!it->is_regular_file(entry_error) || !LiesUnder(root, it->path())) continue;
    std::string name = it->path().lexically_relative(root).generic_string();
    if (!IsPlainMemberName(name)) continue;
    if (members.size() == kMaxMembers) return TooManyMembers(path);
    members.push_back(std::move(name));
  }
  if (error) return InvalidArgument(path + ": this folder cannot be listed: " + error.message());
  return members;
}

absl::StatusOr<std::vector<std::string>> ListZip(const std::string& path) {
  ASSIGN_OR_RETURN(std::vector<std::string> names, ListZipNames(path));
  if (names.size() > kMaxMembers) return TooManyMembers(path);
  if (std::find(names.begin(), names.end(), "[Content_Types].xml") != names.end()) {
    return InvalidArgument(path + ": is an Office workbook; open it and save the sheet as " +
                           "\"CSV UTF-8\", then give that file with a mapping");
  }
  std::erase_if(names, [](const std::string& name) {
    return name.ends_with('/') || !IsPlainMemberName(name);
  });
  return names;
}

}  // namespace

bool IsPlainMemberName(std::string_view name) {
  if (name.empty() || name.find('\\') != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (!IsPlainComponent(name.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

absl::StatusOr<InputKind> KindOfInput(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return InputKind::kFolder;
  ASSIGN_OR_RETURN(const std::unique_ptr<ByteSource> bytes, OpenFileBytes(path));
  char magic[4] = {};
  std::size_t size = 0;
  while (size < sizeof(magic)) {
    ASSIGN_OR_RETURN(const std::size_t got, bytes->Read(std::span(magic).subspan(size)));
    if (got == 0) break;
    size += got;
  }
  const std::string_view head(magic, size);
  // A member's header, or the end record of an archive without members.
  const bool zip = head == std::string_view("PK\x03\x04", 4) || head == "PK\x05\x06";
  return zip ? InputKind::kZip : InputKind::kFile;
}

absl::StatusOr<std::vector<std::string>> ListMembers(const std::string& path) {
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    return InvalidArgument(path + ": is a single file, not a folder or a zip archive");
  }
  ASSIGN_OR_RETURN(std::vector<std::string> members,
                   kind == InputKind::kFolder ? ListFolder(path) : ListZip(path));
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

}  // namespace waypost::sources
