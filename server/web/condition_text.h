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
  std::string label;  // "Help with debt", "on Monday": in the middle of a sentence
  // After another of the same name, where one of them is enough: "Tuesday" of "on Monday or
  // Tuesday". "" where each must hold.
  std::string alternative;
  query::Query without;
};

// All that makes the question another one, but for its order and page: in the order what, who,
// where, when, facts.
std::vector<Condition> ConditionsOf(const Site& site, const InterfaceText& text,
                                    const query::ResolvedQuery& resolved);

// "Help with debt, near Sheffield, within 3 miles, on Monday or Tuesday"; "" for a search for
// everything.
std::string QuestionText(const InterfaceText& text, const std::vector<Condition>& conditions);

// What a value of a facet, or of the parameter of its filter, is called: ("day", "SA") is
// "Saturday".
std::string ValueText(const Site& site, const InterfaceText& text, std::string_view list,
                      std::string_view value);

}  // namespace waypost::server
