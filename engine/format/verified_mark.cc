#include "engine/format/verified_mark.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "engine/core/atomic_file.h"
#include "engine/format/public_id.h"

namespace waypost {
namespace {

// Raised whenever opening checks more than before.
constexpr int kChecks = 1;

std::string MarkPath(const std::string& artefact) { return artefact + ".verified"; }

// One line; "" when the system does not tell.
std::string MarkOf(int descriptor, const BuildId& build_id) {
  struct stat info {};
  if (::fstat(descriptor, &info) != 0) return {};
  return "waypost verified " + std::to_string(kChecks) + " device " + std::to_string(info.st_dev) +
         " inode " + std::to_string(info.st_ino) + " size " + std::to_string(info.st_size) +
         " changed " + std::to_string(info.st_mtim.tv_sec) + "." +
         std::to_string(info.st_mtim.tv_nsec) + " build " + FormatUuid(build_id) + "\n";
}

std::string ReadMark(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return {};
  std::array<char, 512> bytes;  // longer than any mark
  const ssize_t size = ::read(descriptor, bytes.data(), bytes.size());
  ::close(descriptor);
  return size > 0 ? std::string(bytes.data(), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

absl::Status WriteVerifiedMark(const std::string& artefact, const BuildId& build_id) {
  const int descriptor = ::open(artefact.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return InvalidArgument("cannot open " + artefact);
  const std::string mark = MarkOf(descriptor, build_id);
  ::close(descriptor);
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(MarkPath(artefact)));
  RETURN_IF_ERROR(file.Append(mark));
  return file.Commit();
}

bool HasVerifiedMark(const std::string& artefact, int descriptor, const BuildId& build_id) {
  const std::string wanted = MarkOf(descriptor, build_id);
  return !wanted.empty() && ReadMark(MarkPath(artefact)) == wanted;
}

}  // namespace waypost
