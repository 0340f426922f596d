#pragma once

// Questions as they stand in an address, decoded already, for tests of what is read from them:
//
//   EXPECT_EQ(Parsed("near=WE1 1AA&within=3mi").near->text, "WE1 1AA");
//   EXPECT_EQ(Refused("day=XX"), "bad_value day");

#include <string>
#include <string_view>
#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::query {

std::vector<Parameter> Pairs(std::string_view text);

// The question; a refusal fails the running test.
Query Parsed(std::string_view text);

// What is wrong with it; a question that is accepted fails the running test.
RequestErrorParts Refusal(std::string_view text);

// Code and parameter of the refusal; "accepted" when there is none.
std::string Refused(std::string_view text);

}  // namespace waypost::query
