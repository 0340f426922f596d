#include "server/response/ics_text.h"

#include <algorithm>

#include "engine/hours/clock_time.h"
#include "server/response/hex.h"

namespace waypost::server {
namespace {

constexpr std::size_t kMostOctets = 75;

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Not the first byte of a UTF-8 character.
bool GoesOn(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The longest beginning of `line` that fits without cutting a character.
std::size_t CutAt(std::string_view line, std::size_t room) {
  std::size_t cut = room;
  while (cut + 3 > room && GoesOn(line[cut])) --cut;
  return cut;
}

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string IcsEscaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += ' ';
    } else if (!IsControl(c)) {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string IcsUri(std::string_view uri) {
  constexpr std::string_view kForbidden = " \"<>\\^`{|}";
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kForbidden.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      AppendHex(out, byte);
    }
  }
  return out;
}

std::string IcsDate(int day) {
  std::string date = FormatIsoDate(DateOfDayNumber(day));
  std::erase(date, '-');
  return date;
}

std::string IcsLocal(int day, int minute) {
  const int of_day = minute % kMinutesPerDay;
  return IcsDate(day + minute / kMinutesPerDay) + "T" + TwoDigits(of_day / 60) +
         TwoDigits(of_day % 60) + "00";
}

std::string IcsUtc(Moment moment) {
  std::string text = FormatMoment(moment);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

IcsText& IcsText::Line(std::string_view name, std::string_view value) {
  std::string whole(name);
  whole.append(":").append(value);
  std::string_view line = whole;
  // From the second on a line begins with a blank, which counts.
  for (std::size_t room = kMostOctets; line.size() > room; room = kMostOctets - 1) {
    const std::size_t cut = CutAt(line, room);
    out_.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
  }
  out_.append(line).append("\r\n");
  return *this;
}

IcsText& IcsText::Text(std::string_view name, std::string_view text) {
  const std::string value = IcsEscaped(text);
  return value.empty() ? *this : Line(name, value);
}

IcsText& IcsText::Lines(const IcsText& other) {
  out_ += other.out_;
  return *this;
}

}  // namespace waypost::server
