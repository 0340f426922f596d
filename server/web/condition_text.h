#pragma once

// Conditions of a search as a person says them: chips that can be taken off, and the question read
// back.

#include <string>
#include <string_view>
#include <vector>

#include "engine/query/query.h"
#include "engine/query/resolved_query.h"
#include "server/web/interface_text.h"
#include "server/web/site.h"

namespace waypost::server {

// One condition, and the question without it.
struct Condition {
  std::string name;   // the parameter: "need", "day"
  std::string label;  // "Help with debt", "on Saturdays"
  query::Query without;
};

// In the order what, who, where, when, facts.
std::vector<Condition> ConditionsOf(const Site& site, const InterfaceText& text,
                                    const query::ResolvedQuery& resolved);

// "help with debt, near Sheffield, within 3 miles, on Saturdays"; "" for a search for everything.
std::string QuestionText(const std::vector<Condition>& conditions);

// "3 miles", "800 metres".
std::string LengthText(const InterfaceText& text, const query::Within& within);

// "between 10am and 12pm", "from 10am", "until 12pm"; of a question with `from` or `to`.
std::string WindowText(const InterfaceText& text, const query::Query& query);

// "checked in the last 3 months".
std::string CheckedText(const InterfaceText& text, const query::Age& age);

// What a value of a facet, or of the parameter of its filter, is called: ("day", "SA") is
// "Saturday".
std::string ValueText(const Site& site, const InterfaceText& text, std::string_view list,
                      std::string_view value);

}  // namespace waypost::server
