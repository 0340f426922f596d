#pragma once

// Folders and zip archives as lists of members.
//
//   ASSIGN_OR_RETURN(InputKind kind, KindOfInput("feed.zip"));           // kZip, by its first
//   bytes ASSIGN_OR_RETURN(auto members, ListMembers("feed.zip"));             // {"a/x.csv",
//   "services.csv"}
//
// Member names are relative, with '/', sorted by their bytes, whatever the order on disk or in the
// archive. Left out: folders themselves, hidden files (a component that begins with '.'), the
// "__MACOSX" folder, and every name that would lead outside ("..", an absolute name, a symbolic
// link to somewhere else). At most kMaxMembers, else InvalidArgument.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"

namespace waypost::sources {

inline constexpr std::size_t kMaxMembers = 200'000;

enum class InputKind : std::uint8_t { kFile, kFolder, kZip };

// Errors: NotFound no such file or folder; InvalidArgument it cannot be opened.
absl::StatusOr<InputKind> KindOfInput(const std::string& path);

// The members of a folder (with its subfolders) or a zip archive. InvalidArgument for a single
// file, for a broken archive (the message says where and what to do) and for an Office workbook,
// which is a zip archive too.
absl::StatusOr<std::vector<std::string>> ListMembers(const std::string& path);

// False for a name that would lead outside of its folder or archive, and for hidden files.
bool IsPlainMemberName(std::string_view name);

}  // namespace waypost::sources
