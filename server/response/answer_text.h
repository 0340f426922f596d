#pragma once

// Small parts of answers and of their headers, as text.

#include <string>

#include "engine/hours/local_minute.h"
#include "engine/hours/stated_minute.h"
#include "engine/index/index.h"

namespace waypost::server {

// "2026-11-21T14:05"; in the second pass of an hour that clocks show twice, with the offset that
// tells it from the first. What `at` reads.
std::string MinuteText(const LocalMinute& minute);
std::string MinuteText(const StatedMinute& minute);

// The first 16 hexadecimal digits of the build id.
std::string BuildText(const Index& index);

// The shortest decimal that reads back to the same number: "12", "-2.5".
std::string DecimalText(double number);

}  // namespace waypost::server
