#include "index_builder/sources/zip_archive.h"

#include <zip.h>

#include <memory>
#include <utility>

#include "index_builder/sources/byte_source.h"

namespace waypost::sources {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Member = std::unique_ptr<zip_file_t, CloseMember>;

absl::StatusOr<Archive> OpenArchive(const std::string& path) {
  int code = 0;
  Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (archive != nullptr) return archive;
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  return InvalidArgument(path + ": this zip archive cannot be read: " + reason +
                         "; fetch the file again");
}

class ZipMemberBytes final : public ByteSource {
 public:
  ZipMemberBytes(std::string name, Archive archive, Member member, const zip_stat_t& stat)
      : name_(std::move(name)),
        archive_(std::move(archive)),
        member_(std::move(member)),
        size_((stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0),
        stored_size_((stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : size_) {}

  absl::StatusOr<std::size_t> Read(std::span<char> buffer) override {
    const zip_int64_t got = zip_fread(member_.get(), buffer.data(), buffer.size());
    if (got < 0) {
      return InvalidArgument(name_ + ": damaged zip member at byte " + std::to_string(position_) +
                             ": " + zip_file_strerror(member_.get()) + "; fetch the file again");
    }
    if (got == 0 && position_ < size_) {
      return InvalidArgument(name_ + ": this zip member ends at byte " + std::to_string(position_) +
                             " of " + std::to_string(size_) + "; fetch the file again");
    }
    position_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }

  // libzip does not say how far it is in the compressed bytes, so this assumes an even ratio.
  std::uint64_t consumed() const override {
    if (size_ == 0 || position_ >= size_) return stored_size_;
    return static_cast<std::uint64_t>(static_cast<double>(position_) / static_cast<double>(size_) *
                                      static_cast<double>(stored_size_));
  }
  std::uint64_t total() const override { return stored_size_; }

 private:
  std::string name_;
  Archive archive_;  // outlives member_: members are destroyed in reverse order
  Member member_;
  std::uint64_t size_;
  std::uint64_t stored_size_;
  std::uint64_t position_ = 0;
};

}  // namespace

absl::StatusOr<std::vector<std::string>> ListZipNames(const std::string& path) {
  ASSIGN_OR_RETURN(const Archive archive, OpenArchive(path));
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  std::vector<std::string> names;
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (name != nullptr) names.emplace_back(name);
  }
  return names;
}

absl::StatusOr<std::unique_ptr<ByteSource>> OpenZipMemberBytes(const std::string& path,
                                                               const std::string& member) {
  const std::string name = path + ": " + member;
  ASSIGN_OR_RETURN(Archive archive, OpenArchive(path));
  const zip_int64_t index = zip_name_locate(archive.get(), member.c_str(), ZIP_FL_ENC_RAW);
  if (index < 0) return NotFound(name + ": the archive has no such member");
  zip_stat_t stat;
  zip_stat_init(&stat);
  Member opened;
  if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(index), 0, &stat) == 0) {
    opened.reset(zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(index), 0));
  }
  if (opened == nullptr) {
    return InvalidArgument(name +
                           ": this zip member cannot be read: " + zip_strerror(archive.get()) +
                           "; unpack the archive by hand and give the folder instead");
  }
  return std::make_unique<ZipMemberBytes>(name, std::move(archive), std::move(opened), stat);
}

}  // namespace waypost::sources
