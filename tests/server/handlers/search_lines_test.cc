// /api/search?format=ndjson.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/lines.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

std::string WholeBody(const HttpResponse& response) {
  std::string whole = response.body;
  if (!response.more) return whole;
  EXPECT_EQ(whole, "");
  for (auto piece = response.more(); !piece->empty(); piece = response.more()) whole += *piece;
  return whole;
}

// Every third is not sure to be free; distances and names differ.
std::vector<record::Service> Many(int count) {
  std::vector<record::Service> services;
  for (int i = 0; i < count; ++i) {
    services.push_back(testing::ServiceAt("s" + std::to_string(i), 51.1 + (i % 97) * 0.005, -2.5));
    services.back().description = i % 2 == 0 ? "Coffee" : "Coffee, coffee";
    if (i % 3 != 0) services.back().cost_options = {{.option = "Free", .amount = 0.0}};
  }
  return services;
}

// The items of all pages.
std::string ItemsOfPages(const Asking& asking, const std::string& question) {
  std::string items;
  for (int page = 1;; ++page) {
    const auto answer =
        asking.Json("/api/search?per_page=100&" + question + "&page=" + std::to_string(page));
    for (const auto& item : answer["items"].GetArray()) items += TextOf(item) + "\n";
    if (page >= answer["total_pages"].GetInt()) return items;
  }
}

// As it would be written again.
std::string Rewritten(const std::string& lines) {
  std::string out;
  EXPECT_TRUE(lines.empty() || lines.ends_with('\n'));
  for (const std::string_view line : LinesOf(lines)) {
    if (line.empty()) continue;  // what stands behind the last line end
    rapidjson::Document item;
    item.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    EXPECT_FALSE(item.HasParseError()) << line;
    out += TextOf(item) + "\n";
  }
  return out;
}

TEST(SearchLines, AreTheItemsOfAllPagesInTheOrderAsked) {
  const Asking asking(Many(700));
  for (const std::string question :
       {"free=yes&near=WE1+1AA", "q=coffee&free=yes&explain=true&highlight=true&near=WE1+1AA",
        "sort=name", "near=WE1+1AA&within=20km&unknown=drop", "q=nothing"}) {
    const HttpResponse response = asking.Get("/api/search?format=ndjson&" + question);
    EXPECT_EQ(response.content_type, "application/x-ndjson");
    EXPECT_EQ(Rewritten(WholeBody(response)), ItemsOfPages(asking, question)) << question;
  }
}

TEST(SearchLines, ManyComePieceByPiece) {
  const Asking asking(Many(600));
  EXPECT_TRUE(asking.Get("/api/search?format=ndjson").more);
  const HttpResponse few = asking.Get("/api/search?format=ndjson&near=51.1,-2.5&within=100m");
  EXPECT_FALSE(few.more);
  EXPECT_THAT(few.body, ::testing::EndsWith("}\n"));
}

TEST(SearchLines, PagesAndFacetsHaveNoPartInIt) {
  const Asking asking(Many(20));
  EXPECT_EQ(asking.Get("/api/search?format=ndjson&page=3&per_page=5&facets=cost").body,
            asking.Get("/api/search?format=ndjson").body);
}

TEST(SearchLines, AShortlistIsShort) {
  const Asking asking(Many(20));
  const HttpResponse lines = asking.Get("/api/search?format=ndjson&mode=shortlist&q=coffee");
  const auto answer = asking.Json("/api/search?mode=shortlist&q=coffee");
  std::string items;
  for (const auto& item : answer["items"].GetArray()) items += TextOf(item) + "\n";
  EXPECT_EQ(Rewritten(lines.body), items);
}

}  // namespace
}  // namespace waypost::server
