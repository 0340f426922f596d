#include "server/web/assets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/server/asking.h"
#include "tests/support/scratch_folder.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

void Write(const std::string& path, std::string_view text) { std::ofstream(path) << text; }

TEST(Assets, AddressesChangeWithTheBytes) {
  Assets assets;
  EXPECT_EQ(assets.Address("app.css"), "");
  assets.Add("app.css", "a{}");
  const std::string first = assets.Address("app.css");
  EXPECT_THAT(first, StartsWith("/assets/app.css?v="));
  assets.Add("app.css", "b{}");
  EXPECT_NE(assets.Address("app.css"), first);
}

TEST(Assets, AreKeptForEverWhenTheAddressSaysWhichTheyAre) {
  Assets assets;
  assets.Add("app.css", "a{}");
  const HttpResponse versioned = assets.Answer("app.css", true);
  EXPECT_EQ(versioned.status, 200);
  EXPECT_EQ(versioned.content_type, "text/css; charset=utf-8");
  EXPECT_EQ(versioned.body, "a{}");
  EXPECT_THAT(HeaderOf(versioned, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_THAT(HeaderOf(assets.Answer("app.css", false), "Cache-Control"), HasSubstr("max-age=60"));
  EXPECT_EQ(assets.Answer("../secret", true).status, 404);
}

TEST(Assets, AreTheFilesOfAFolder) {
  const testing::ScratchFolder folder;
  Write(folder.Path("app.js"), "1");
  Write(folder.Path("theme.css"), "old");
  Write(folder.Path("mine.css"), "new");
  auto assets = Assets::Load(folder.Path(""));
  ASSERT_TRUE(assets.ok()) << assets.status();
  EXPECT_EQ(assets->Answer("app.js", true).body, "1");
  ASSERT_TRUE(assets->AddFile("theme.css", folder.Path("mine.css")).ok());
  EXPECT_EQ(assets->Answer("theme.css", true).body, "new");
  EXPECT_FALSE(Assets::Load(folder.Path("nowhere")).ok());
}

}  // namespace
}  // namespace waypost::server
