#include "server/response/answer_text.h"

#include "engine/hours/clock_text.h"
#include "server/response/hex.h"

namespace waypost::server {

std::string MinuteText(LocalMinute minute) {
  return FormatIsoDate(minute.date) + "T" + ClockText(minute.time);
}

std::string BuildText(const Index& index) {
  std::string text;
  for (std::uint8_t byte : index.artefact().build_id()) AppendHex(text, byte);
  return text.substr(0, 16);
}

}  // namespace waypost::server
