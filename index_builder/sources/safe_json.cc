#include "index_builder/sources/safe_json.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "index_builder/record/field_values.h"

namespace waypost::sources {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using rapidjson::SizeType;

// Writes the events of a reader down again; those that carry text pass through here.
class SafeTextWriter : public Writer {
 public:
  SafeTextWriter(rapidjson::StringBuffer& buffer, const record::FieldReport& report,
                 std::string_view entity)
      : Writer(buffer), report_(report), entity_(entity) {}

  bool Key(const char* text, SizeType size, bool /*copy*/) {
    member_ = record::TextLine(report_, entity_, "name of a member", {text, size});
    return Writer::Key(member_.data(), static_cast<SizeType>(member_.size()));
  }
  bool String(const char* text, SizeType size, bool /*copy*/) {
    const std::string safe = record::TextBlock(report_, entity_, member_, {text, size});
    return Writer::String(safe.data(), static_cast<SizeType>(safe.size()));
  }
  // Writer's own writes the number as text.
  bool RawNumber(const char* text, SizeType size, bool /*copy*/) {
    return RawValue(text, size, rapidjson::kNumberType);
  }

 private:
  const record::FieldReport& report_;
  std::string_view entity_;
  std::string member_;  // the last name seen
};

}  // namespace

std::optional<std::string> SafeJson(const record::FieldReport& report, std::string_view entity,
                                    std::string_view json) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::StringBuffer buffer;
  SafeTextWriter writer(buffer, report, entity);
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  if (reader.Parse<kFlags>(stream, writer).IsError()) return std::nullopt;
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace waypost::sources
