#include "index_builder/sources/json_window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace waypost::sources {
namespace {

constexpr std::size_t kChunk = 256 * 1024;

}  // namespace

absl::StatusOr<bool> JsonWindow::More() {
  MakeRoom(kChunk);
  ASSIGN_OR_RETURN(const std::size_t size, input_.Read({buffer_.get() + end_, kChunk}));
  end_ += size;
  // The parser may look at the padding, but it must not depend on what was there before.
  std::memset(buffer_.get() + end_, 0, kPadding);
  return size > 0;
}

void JsonWindow::Discard(std::size_t size) {
  begin_ += size;
  offset_ += size;
}

void JsonWindow::MakeRoom(std::size_t size) {
  const std::size_t used = end_ - begin_;
  const std::size_t needed = used + size + kPadding;
  if (end_ + size + kPadding <= capacity_) return;
  if (needed <= capacity_ && begin_ >= used) {
    std::memcpy(buffer_.get(), buffer_.get() + begin_, used);
  } else {
    const std::size_t capacity = std::max(needed * 2, 4 * kChunk);
    std::unique_ptr<char[]> grown(new char[capacity]);
    if (used > 0) std::memcpy(grown.get(), buffer_.get() + begin_, used);
    buffer_ = std::move(grown);
    capacity_ = capacity;
  }
  begin_ = 0;
  end_ = used;
}

}  // namespace waypost::sources
