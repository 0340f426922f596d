#pragma once

// JSON as the builder writes it: compact, members in the order given, what is not stated left out.
//
//   JsonWriter json;
//   json.StartObject();
//   json.Text("name", service.name);       // nothing for ""
//   json.EndObject();
//   std::string text = json.Take();

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "rapidjson/stringbuffer.h"
#include "rapidjson/writer.h"

namespace waypost::sections {

class JsonWriter {
 public:
  void StartObject() { writer_.StartObject(); }
  void StartObject(std::string_view key) {
    Key(key);
    writer_.StartObject();
  }
  void EndObject() { writer_.EndObject(); }
  void StartArray(std::string_view key) {
    Key(key);
    writer_.StartArray();
  }
  void EndArray() { writer_.EndArray(); }

  void Value(std::string_view text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  // A member; left out when there is nothing to say.
  void Text(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    Key(key);
    Value(text);
  }
  void Number(std::string_view key, std::optional<double> number) {
    if (!number) return;
    Key(key);
    // Whole numbers without ".0", as feeds write them; beyond 2^53 there are no others.
    constexpr double kLargestExact = 9007199254740992.0;
    if (std::abs(*number) <= kLargestExact && *number == std::trunc(*number)) {
      writer_.Int64(static_cast<std::int64_t>(*number));
    } else {
      writer_.Double(*number);
    }
  }
  void Whole(std::string_view key, std::int64_t number) {
    Key(key);
    writer_.Int64(number);
  }
  void Bool(std::string_view key, std::optional<bool> value) {
    if (!value) return;
    Key(key);
    writer_.Bool(*value);
  }
  void Null(std::string_view key) {
    Key(key);
    writer_.Null();
  }
  // A value that is JSON already.
  void Raw(std::string_view key, std::string_view json) {
    if (json.empty()) return;
    Key(key);
    writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  }

  std::string Take() {
    std::string text(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
    writer_.Reset(buffer_);
    return text;
  }

 private:
  void Key(std::string_view key) {
    writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace waypost::sections
