#pragma once

// Single values of a question as they stand in the middle of a sentence.

#include <string>
#include <string_view>

#include "engine/hours/local_minute.h"
#include "engine/query/query.h"
#include "server/web/interface_text.h"

namespace waypost::server {

// "3 miles", "800 metres".
std::string LengthText(const InterfaceText& text, const query::Within& within);

// "age 9", "ages 9 to 12", "18 months old".
std::string AgeText(const InterfaceText& text, const query::AgeSpan& age);

// "between 10am and 12pm", "from 10am", "until 12pm"; of a question with `from` or `to`.
std::string WindowText(const InterfaceText& text, const query::Query& query);

// The words of `key`, which name a {time} and a {date}: "open at 10am on 24 November 2026".
std::string AtMinuteText(const InterfaceText& text, std::string_view key,
                         const LocalMinute& minute);

// "checked in the last 3 months".
std::string CheckedWithinText(const InterfaceText& text, const query::Age& age);

}  // namespace waypost::server
