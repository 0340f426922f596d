#include "index_builder/sources/json_repair.h"

#include <cstdint>
#include <optional>

#include "engine/core/ascii.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/json_value_scanner.h"

namespace waypost::sources {
namespace {

// The value of "\uXXXX" at the front of `text`.
std::optional<std::uint32_t> EscapedUnit(std::string_view text) {
  if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
  std::uint32_t unit = 0;
  for (char c : text.substr(2, 4)) {
    std::uint32_t digit = 0;
    if (IsDigit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    unit = unit * 16 + digit;
  }
  return unit;
}

bool IsHighSurrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsLowSurrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

class Repairer {
 public:
  explicit Repairer(std::string_view json) : json_(json) { out_.text.reserve(json.size()); }

  RepairedJson Run() {
    while (at_ < json_.size()) {
      if (in_string_) {
        InString();
      } else {
        Outside();
      }
    }
    out_.changed = out_.was_not_utf8 || out_.other;
    return std::move(out_);
  }

 private:
  void Copy(std::size_t size) {
    out_.text += json_.substr(at_, size);
    at_ += size;
  }

  void Replace(std::size_t size, std::string_view by) {
    out_.text += by;
    at_ += size;
    out_.other = true;
  }

  void InString() {
    const char c = json_[at_];
    if (c == '"') {
      in_string_ = false;
      Copy(1);
    } else if (c == '\\') {
      Escape();
    } else if (static_cast<unsigned char>(c) < 0x20) {
      Replace(1, " ");
    } else {
      Character();
    }
  }

  void Character() {
    const std::size_t length = record::Utf8Length(json_.substr(at_));
    if (length > 0) {
      Copy(length);
      return;
    }
    at_ += record::Utf8ErrorLength(json_.substr(at_));
    out_.text += record::kReplacementCharacter;
    out_.was_not_utf8 = true;
  }

  void Escape() {
    const std::string_view rest = json_.substr(at_);
    const std::optional<std::uint32_t> unit = EscapedUnit(rest);
    if (!unit) {
      Copy(rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0x80 ? 2 : 1);
      return;
    }
    if (IsHighSurrogate(*unit)) {
      const std::optional<std::uint32_t> low = EscapedUnit(rest.substr(6));
      if (low && IsLowSurrogate(*low)) {
        Copy(12);
        return;
      }
    }
    if (IsHighSurrogate(*unit) || IsLowSurrogate(*unit)) {
      Replace(6, "\\ufffd");
    } else {
      Copy(6);
    }
  }

  void Outside() {
    const char c = json_[at_];
    const std::string_view rest = json_.substr(at_);
    if (c == '"') {
      in_string_ = true;
      Copy(1);
    } else if (c == ',') {
      Comma();
    } else if (rest.starts_with("NaN")) {
      Replace(3, "null");
    } else if (rest.starts_with("-Infinity")) {
      Replace(9, "null");
    } else if (rest.starts_with("Infinity")) {
      Replace(8, "null");
    } else {
      Character();
    }
  }

  void Comma() {
    std::size_t next = at_ + 1;
    while (next < json_.size() && (IsJsonSpace(json_[next]) || json_[next] == ',')) ++next;
    const bool needless = next < json_.size() && (json_[next] == '}' || json_[next] == ']');
    if (needless) {
      Replace(next - at_, "");
    } else {
      Copy(next - at_);
    }
  }

  std::string_view json_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  RepairedJson out_;
};

}  // namespace

RepairedJson RepairJson(std::string_view json) { return Repairer(json).Run(); }

}  // namespace waypost::sources
