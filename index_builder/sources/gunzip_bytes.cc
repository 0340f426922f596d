#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "index_builder/sources/byte_source.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kInputBytes = 64 * 1024;
constexpr int kGzipWindowBits = 15 + 16;  // zlib's way to say "gzip wrapper, largest window"

class GunzipBytes final : public ByteSource {
 public:
  GunzipBytes(std::string name, std::unique_ptr<ByteSource> inner, std::string head)
      : name_(std::move(name)), inner_(std::move(inner)), input_(head.begin(), head.end()) {
    input_size_ = input_.size();
    input_.resize(std::max(input_.size(), kInputBytes));
    inflating_ = inflateInit2(&stream_, kGzipWindowBits) == Z_OK;
  }
  GunzipBytes(const GunzipBytes&) = delete;
  GunzipBytes& operator=(const GunzipBytes&) = delete;
  ~GunzipBytes() override {
    if (inflating_) inflateEnd(&stream_);
  }

  absl::StatusOr<std::size_t> Read(std::span<char> buffer) override {
    if (!inflating_) return Internal(name_ + ": zlib could not start (out of memory?)");
    const std::size_t wanted =
        std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(wanted);
    while (!finished_ && stream_.avail_out == wanted) RETURN_IF_ERROR(Step());
    return wanted - stream_.avail_out;
  }

  std::uint64_t consumed() const override { return inner_->consumed(); }
  std::uint64_t total() const override { return inner_->total(); }

 private:
  // Feeds what there is to zlib once; refills the input first when it is used up.
  absl::Status Step() {
    if (input_position_ == input_size_) {
      RETURN_IF_ERROR(Refill());
      if (input_size_ == 0) return AtEndOfInput();
    }
    if (between_members_) RETURN_IF_ERROR(StartNextMember());
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data() + input_position_);
    stream_.avail_in = static_cast<uInt>(input_size_ - input_position_);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    input_position_ = input_size_ - stream_.avail_in;
    if (result == Z_STREAM_END) {
      between_members_ = true;
      return absl::OkStatus();
    }
    if (result == Z_OK || result == Z_BUF_ERROR) return absl::OkStatus();
    return Damaged(stream_.msg != nullptr ? stream_.msg : "not gzip data");
  }

  absl::Status Refill() {
    input_base_ += input_size_;
    input_position_ = 0;
    input_size_ = 0;
    ASSIGN_OR_RETURN(input_size_, inner_->Read(input_));
    return absl::OkStatus();
  }

  absl::Status AtEndOfInput() {
    if (between_members_) {
      finished_ = true;
      return absl::OkStatus();
    }
    return InvalidArgument(name_ + ": the gzip stream ends early, at compressed byte " +
                           std::to_string(input_base_) +
                           " (a download cut short?); fetch the file again");
  }

  absl::Status StartNextMember() {
    between_members_ = false;
    // Tape-era padding: zeros after the last member are no member and no damage.
    if (input_[input_position_] == '\0') return SkipPadding();
    if (inflateReset(&stream_) != Z_OK) return Internal(name_ + ": zlib could not be reset");
    return absl::OkStatus();
  }

  absl::Status SkipPadding() {
    const auto begin = input_.begin() + static_cast<std::ptrdiff_t>(input_position_);
    const auto end = input_.begin() + static_cast<std::ptrdiff_t>(input_size_);
    const auto other = std::find_if(begin, end, [](char byte) { return byte != '\0'; });
    if (other != end) return Damaged("something that is not gzip follows the gzip data");
    input_position_ = input_size_;
    between_members_ = true;
    return absl::OkStatus();
  }

  absl::Status Damaged(const std::string& what) const {
    return InvalidArgument(name_ + ": damaged gzip data at compressed byte " +
                           std::to_string(input_base_ + input_position_) + ": " + what +
                           "; fetch the file again");
  }

  std::string name_;
  std::unique_ptr<ByteSource> inner_;
  std::vector<char> input_;
  std::size_t input_size_ = 0;      // bytes of input_ that are filled
  std::size_t input_position_ = 0;  // of them used
  std::uint64_t input_base_ = 0;    // compressed offset of input_[0]
  z_stream stream_ = {};
  bool inflating_ = false;
  bool between_members_ = false;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> MakeGunzipBytes(std::string name, std::unique_ptr<ByteSource> inner,
                                            std::string head) {
  return std::make_unique<GunzipBytes>(std::move(name), std::move(inner), std::move(head));
}

}  // namespace waypost::sources
