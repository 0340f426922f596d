#pragma once

// Archives of cereal that stand on a string: lengths below 255 are one byte, nothing goes through a
// stream. An encoded service takes a third of what cereal's own binary archive makes of it, and a
// third of the time. For service_codec.cc only.

#include <cereal/cereal.hpp>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace waypost::spool {

class ByteOutput : public cereal::OutputArchive<ByteOutput, cereal::AllowEmptyClassElision> {
 public:
  explicit ByteOutput(std::string& bytes) : OutputArchive(this), bytes_(bytes) {}

  void Put(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  void PutSize(std::uint64_t size) {
    const auto first = static_cast<unsigned char>(size < kLong ? size : kLong);
    Put(&first, 1);
    if (first == kLong) Put(&size, sizeof(size));
  }

  static constexpr unsigned char kLong = 255;

 private:
  std::string& bytes_;
};

// Throws cereal::Exception where the bytes end too early.
class ByteInput : public cereal::InputArchive<ByteInput, cereal::AllowEmptyClassElision> {
 public:
  explicit ByteInput(std::string_view bytes) : InputArchive(this), bytes_(bytes) {}

  void Take(void* data, std::size_t size) {
    if (size > bytes_.size()) throw cereal::Exception("the bytes end too early");
    if (size == 0) return;
    std::memcpy(data, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  std::uint64_t TakeSize() {
    unsigned char first = 0;
    Take(&first, 1);
    std::uint64_t size = first;
    if (first == ByteOutput::kLong) Take(&size, sizeof(size));
    // An element has at least a byte: a list that claims more would only take memory.
    if (size > bytes_.size()) throw cereal::Exception("a list is longer than the bytes");
    return size;
  }

 private:
  std::string_view bytes_;
};

// cereal finds these by the archive. Its own types name some of their members.

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(ByteOutput& archive, const cereal::NameValuePair<T>& named) {
  archive(named.value);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(ByteInput& archive, cereal::NameValuePair<T>& named) {
  archive(named.value);
}

template <typename T>
requires std::is_arithmetic_v<T>
void CEREAL_SAVE_FUNCTION_NAME(ByteOutput& archive, const T& value) {
  archive.Put(&value, sizeof(value));
}
template <typename T>
requires std::is_arithmetic_v<T>
void CEREAL_LOAD_FUNCTION_NAME(ByteInput& archive, T& value) {
  archive.Take(&value, sizeof(value));
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(ByteOutput& archive, const cereal::SizeTag<T>& tag) {
  archive.PutSize(tag.size);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(ByteInput& archive, cereal::SizeTag<T>& tag) {
  tag.size = static_cast<std::decay_t<T>>(archive.TakeSize());
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(ByteOutput& archive, const cereal::BinaryData<T>& data) {
  archive.Put(data.data, data.size);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(ByteInput& archive, cereal::BinaryData<T>& data) {
  archive.Take(data.data, data.size);
}

}  // namespace waypost::spool

CEREAL_SETUP_ARCHIVE_TRAITS(waypost::spool::ByteInput, waypost::spool::ByteOutput)
