#include "index_builder/fetch/url.h"

#include <gmock/gmock.h>

namespace waypost::fetch {
namespace {

Url UrlOf(std::string_view text) {
  const absl::StatusOr<Url> url = Url::Parse(text);
  EXPECT_TRUE(url.ok()) << text << ": " << url.status();
  return url.value_or(*Url::Parse("http://broken"));
}

TEST(Url, KeepsWhatIsWellWritten) {
  for (const char* text :
       {"https://feeds.example.org/", "http://127.0.0.1:8080/oruk/v1/services?page=1&a=%20b",
        "https://[::1]:8443/a", "http://xn--bcher-kva.example/%C3%BC"}) {
    EXPECT_EQ(UrlOf(text).Text(), text);
  }
}

TEST(Url, TidiesHostsPortsAndFragments) {
  EXPECT_EQ(UrlOf("HTTPS://Feeds.Example.org:443/A#top").Text(), "https://feeds.example.org/A");
  EXPECT_EQ(UrlOf("http://a:80?x=1").Text(), "http://a/?x=1");
}

TEST(Url, NothingCanEndARequestLine) {
  EXPECT_EQ(UrlOf("http://a/b c\r\nHost: x").Text(), "http://a/b%20c%0D%0AHost:%20x");
  EXPECT_EQ(UrlOf("http://a/\xC3\xBC?\"<>").Text(), "http://a/%C3%BC?%22%3C%3E");
}

TEST(Url, RefusesWhatIsNoAddress) {
  for (const char* text :
       {"", "feeds.example.org", "ftp://a/", "file:///etc/passwd", "http://", "http://a b/",
        "http://user:secret@a/", "http://a:0/", "http://a:65536/", "http://a:x/", "http://[a]/"}) {
    EXPECT_EQ(Url::Parse(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(Url, ResolvesAsBrowsersDo) {
  const Url base = UrlOf("https://a.org/v1/services?page=2");
  const auto resolved = [&](std::string_view reference) {
    const absl::StatusOr<Url> url = base.Resolve(reference);
    return url.ok() ? url->Text() : MessageOf(url.status());
  };
  EXPECT_EQ(resolved("http://b.org/x"), "http://b.org/x");
  EXPECT_EQ(resolved("//b.org/x"), "https://b.org/x");
  EXPECT_EQ(resolved("/x?y=1"), "https://a.org/x?y=1");
  EXPECT_EQ(resolved("?page=3"), "https://a.org/v1/services?page=3");
  EXPECT_EQ(resolved("taxonomies"), "https://a.org/v1/taxonomies");
  EXPECT_EQ(resolved(""), "https://a.org/v1/services?page=2");
  EXPECT_FALSE(base.Resolve("javascript://alert").ok());
}

TEST(Url, GoesUpAndDown) {
  const Url list = UrlOf("https://a.org/v1/services/?key=k");
  EXPECT_EQ(list.Below("a/b c").Text(), "https://a.org/v1/services/a%2Fb%20c?key=k");
  EXPECT_EQ(list.Parent().Text(), "https://a.org/v1/?key=k");
  EXPECT_EQ(UrlOf("https://a.org/").Parent().Text(), "https://a.org/");
}

TEST(Url, AddsAndRemovesParameters) {
  const Url list = UrlOf("https://a.org/s?page=2&key=k&per_page=5");
  EXPECT_EQ(list.Without({"page", "per_page"}).Text(), "https://a.org/s?key=k");
  EXPECT_EQ(
      list.Without({"page", "key", "per_page"}).With({{"text", "Tea & cake (Aided) +"}}).Text(),
      "https://a.org/s?text=Tea%20%26%20cake%20%28Aided%29%20%2B");
}

}  // namespace
}  // namespace waypost::fetch
