#include "tests/engine/query/parsing.h"

#include <gtest/gtest.h>

namespace waypost::query {
namespace {

Parameter PairOf(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {std::string(text), ""};
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

}  // namespace

std::vector<Parameter> Pairs(std::string_view text) {
  std::vector<Parameter> pairs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    pairs.push_back(PairOf(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pairs;
}

Query Parsed(std::string_view text) {
  auto query = ParseQuery(Pairs(text));
  EXPECT_TRUE(query.ok()) << text << ": " << query.status();
  return query.ok() ? *std::move(query) : Query();
}

RequestErrorParts Refusal(std::string_view text) {
  const auto query = ParseQuery(Pairs(text));
  EXPECT_FALSE(query.ok()) << text;
  return RequestErrorOf(query.status()).value_or(RequestErrorParts());
}

std::string Refused(std::string_view text) {
  const auto query = ParseQuery(Pairs(text));
  if (query.ok()) return "accepted";
  const auto parts = RequestErrorOf(query.status());
  return parts ? parts->code + " " + parts->parameter : "no request error";
}

}  // namespace waypost::query
