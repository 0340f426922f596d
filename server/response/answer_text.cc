#include "server/response/answer_text.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include "engine/hours/clock_text.h"
#include "server/response/hex.h"

namespace waypost::server {

std::string MinuteText(const LocalMinute& minute) {
  StatedMinute stated{.date = minute.date, .time = minute.time};
  if (minute.second_pass) stated.offset_minutes = minute.second_pass->offset_minutes;
  return MinuteText(stated);
}

std::string MinuteText(const StatedMinute& minute) {
  std::string text = FormatIsoDate(minute.date) + "T" + ClockText(minute.time);
  if (!minute.offset_minutes) return text;
  text += *minute.offset_minutes < 0 ? "-" : "+";
  return text + ClockText(MinuteOfDay(std::abs(*minute.offset_minutes)));
}

std::string DecimalText(double number) {
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), end};
}

std::string BuildText(const Index& index) {
  std::string text;
  for (std::uint8_t byte : index.artefact().build_id()) AppendHex(text, byte);
  return text.substr(0, 16);
}

}  // namespace waypost::server
