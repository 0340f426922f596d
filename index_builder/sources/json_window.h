#pragma once

// A sliding window over a byte stream: what a splitter looks at while it looks for the end of a
// record.
//
//   JsonWindow window(input);
//   ASSIGN_OR_RETURN(bool more, window.More());   // text() has grown, or the input has ended
//   window.Discard(n);                            // the first n bytes are done with
//
// `text()` is followed by kPadding readable bytes, so that a record that lies in it can be parsed
// in place. Memory: twice the longest undiscarded stretch at most. Both calls invalidate views of
// text().

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

class JsonWindow {
 public:
  static constexpr std::size_t kPadding = 64;

  explicit JsonWindow(InputStream& input) : input_(input) {}

  std::string_view text() const { return {buffer_.get() + begin_, end_ - begin_}; }
  // Where text() begins in the (decompressed) input.
  std::uint64_t offset() const { return offset_; }

  // Appends what the input gives next; false when there is no more.
  absl::StatusOr<bool> More();
  void Discard(std::size_t size);

 private:
  void MakeRoom(std::size_t size);

  InputStream& input_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace waypost::sources
