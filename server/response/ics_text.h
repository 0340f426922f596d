#pragma once

// Calendar files (RFC 5545) as text: content lines, folded, and the values in them.
//
//   IcsText ics;
//   ics.Begin("VEVENT").Text("SUMMARY", "Tea, coffee").Line("DTSTART;VALUE=DATE", IcsDate(day));
//   ics.End("VEVENT");
//   std::move(ics).Take()
//
// Lines end with CR LF and hold at most 75 octets; longer ones go on in the next line after a
// blank, never cut inside a UTF-8 character. Nothing that a text says can end its line or its
// event.

#include <string>
#include <string_view>

#include "engine/core/date.h"

namespace waypost::server {

// A value of type TEXT: backslash, semicolon and comma after a backslash, a new line as "\n"; other
// control characters are left out, a tab becomes a blank.
std::string IcsEscaped(std::string_view text);

// A value of type URI: what may not stand in one is written as "%20".
std::string IcsUri(std::string_view uri);

// "20261124".
std::string IcsDate(int day);

// "20261124T100000" of a day and the minutes from its midnight, which may be past its end.
std::string IcsLocal(int day, int minute);

// "20261124T100000Z".
std::string IcsUtc(Moment moment);

class IcsText {
 public:
  // `name` with its parameters: "DTSTART;TZID=Europe/London". Values are written as they are.
  IcsText& Line(std::string_view name, std::string_view value);
  // A value of type TEXT; nothing for "".
  IcsText& Text(std::string_view name, std::string_view text);
  IcsText& Begin(std::string_view component) { return Line("BEGIN", component); }
  IcsText& End(std::string_view component) { return Line("END", component); }
  // Lines that another one wrote.
  IcsText& Lines(const IcsText& other);

  std::string Take() && { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace waypost::server
