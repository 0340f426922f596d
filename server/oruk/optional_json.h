#pragma once

// Members that are left out when they say nothing, as the 3.0 profile demands.

#include <optional>
#include <string>
#include <string_view>

#include "server/oruk/valid_values.h"
#include "server/response/json_text.h"

namespace waypost::oruk {

using server::JsonText;

inline void PutText(std::string_view key, std::string_view text, JsonText& json) {
  if (!IsBlank(text)) json.Text(key, text);
}

inline void PutText(std::string_view key, const std::optional<std::string>& text, JsonText& json) {
  if (text) json.Text(key, *text);
}

// An array that is there only when something stands in it.
//
//   OptionalArray phones("phones", json);
//   for (...) phones.Next().StartObject()...EndObject();
class OptionalArray {
 public:
  OptionalArray(std::string_view key, JsonText& json) : key_(key), json_(json) {}
  OptionalArray(const OptionalArray&) = delete;
  OptionalArray& operator=(const OptionalArray&) = delete;
  ~OptionalArray() {
    if (has_begun_) json_.EndArray();
  }

  // To write the next element.
  JsonText& Next() {
    if (!has_begun_) json_.StartArray(key_);
    has_begun_ = true;
    return json_;
  }

 private:
  std::string_view key_;
  JsonText& json_;
  bool has_begun_ = false;
};

}  // namespace waypost::oruk
