#include "server/response/json_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace waypost::server {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  AppendJsonString(out, text);
  return out;
}

TEST(AppendJsonString, EscapesWhatCouldEndTheString) {
  EXPECT_EQ(Quoted("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(Quoted("\n\r\t"), R"("\n\r\t")");
  EXPECT_EQ(Quoted(std::string_view("\0\x01\x1f\x7f", 4)), "\"\\u0000\\u0001\\u001f\x7f\"");
}

TEST(AppendJsonString, KeepsEveryCharacter) {
  const std::string all = "é€\xF0\x9F\x98\x80\xEF\xBF\xBF";
  EXPECT_EQ(Quoted(all), "\"" + all + "\"");
}

TEST(AppendJsonString, BytesThatAreNoCharacterAreReplaced) {
  const std::string bad = "\xEF\xBF\xBD";
  EXPECT_EQ(Quoted("a\xffz"), "\"a" + bad + "z\"");
  EXPECT_EQ(Quoted("\xc0\xaf"), "\"" + bad + bad + "\"");                      // overlong
  EXPECT_EQ(Quoted("\xed\xa0\x80"), "\"" + bad + bad + bad + "\"");            // a surrogate
  EXPECT_EQ(Quoted("\xf4\x90\x80\x80"), "\"" + bad + bad + bad + bad + "\"");  // too high
  EXPECT_EQ(Quoted("\xe2\x82"), "\"" + bad + bad + "\"");                      // cut
}

// Characters are looked at eight at a time: each place of eight and of what is left has each kind.
TEST(AppendJsonString, FindsWhatIsToBeEscapedAtEveryPlace) {
  for (std::size_t length = 1; length <= 40; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      for (const auto& [strange, written] :
           std::vector<std::pair<std::string, std::string>>{{"\"", "\\\""},
                                                            {"\\", "\\\\"},
                                                            {"\x1f", "\\u001f"},
                                                            {"\n", "\\n"},
                                                            {"\x7f", "\x7f"},
                                                            {"\xff", "\uFFFD"},
                                                            {"\u00e9", "\u00e9"}}) {
        std::string text(length, '!');
        std::string expected = text;
        text.replace(place, 1, strange);
        expected.replace(place, 1, written).insert(0, 1, '"').push_back('"');
        EXPECT_EQ(Quoted(text), expected);
      }
    }
  }
}

TEST(JsonTextTest, EscapesNamesFromOutside) {
  JsonText json;
  json.StartObject().RawOfName("a\"b", "1").EndObject();
  EXPECT_EQ(json.text(), R"({"a\"b":1})");
}

TEST(JsonTextTest, SetsCommasBetweenMembersAndElements) {
  JsonText json;
  json.StartObject()
      .Text("a", "x")
      .Whole("b", -3)
      .Number("c", 0.5)
      .Bool("d", false)
      .Null("e")
      .StartArray("f")
      .Element("y")
      .NumberElement(1.25)
      .RawElement("{}")
      .StartObject()
      .Raw("g", "[1]")
      .EndObject()
      .EndArray()
      .RawMembers("")
      .RawMembers(R"("h":1,"i":2)")
      .StartObject("j")
      .EndObject()
      .EndObject();
  EXPECT_EQ(std::move(json).Take(),
            R"({"a":"x","b":-3,"c":0.5,"d":false,"e":null,"f":["y",1.25,{},{"g":[1]}],)"
            R"("h":1,"i":2,"j":{}})");
}

}  // namespace
}  // namespace waypost::server
