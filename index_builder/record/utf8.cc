#include "index_builder/record/utf8.h"

#include <cstring>

namespace waypost::record {
namespace {

unsigned char ByteAt(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

// What the first byte allows: the length, and the range of the second byte.
struct Lead {
  std::size_t length = 0;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

Lead LeadOf(unsigned char byte) {
  if (byte < 0x80) return {1};
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};  // no surrogates
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

// How many bytes from the front follow the pattern of `lead`.
std::size_t Matching(std::string_view bytes, const Lead& lead) {
  std::size_t i = 1;
  for (; i < lead.length && i < bytes.size(); ++i) {
    const unsigned char byte = ByteAt(bytes, i);
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (byte < low || byte > high) break;
  }
  return i;
}

}  // namespace

std::size_t Utf8Length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const Lead lead = LeadOf(ByteAt(bytes, 0));
  if (lead.length == 0) return 0;
  return Matching(bytes, lead) == lead.length ? lead.length : 0;
}

std::size_t Utf8ErrorLength(std::string_view bytes) {
  const Lead lead = LeadOf(ByteAt(bytes, 0));
  return lead.length == 0 ? 1 : Matching(bytes, lead);
}

bool IsUtf8(std::string_view bytes) {
  while (!bytes.empty()) {
    if (bytes.size() >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data(), 8);
      if ((word & 0x8080808080808080U) == 0) {
        bytes.remove_prefix(8);
        continue;
      }
    }
    const std::size_t length = Utf8Length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::uint32_t Utf8CodePoint(std::string_view bytes, std::size_t length) {
  if (length == 1) return ByteAt(bytes, 0);
  std::uint32_t value = ByteAt(bytes, 0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (ByteAt(bytes, i) & 0x3FU);
  return value;
}

void AppendUtf8(std::uint32_t code_point, std::string& text) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  const auto continuation = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x800) {
    text += static_cast<char>(0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0U | (code_point >> 12U));
    continuation(6);
  } else {
    text += static_cast<char>(0xF0U | (code_point >> 18U));
    continuation(12);
    continuation(6);
  }
  continuation(0);
}

}  // namespace waypost::record
