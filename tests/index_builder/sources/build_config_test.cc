#include "index_builder/sources/build_config.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kSource = "[[source]]\nid = 'a'\npath = 'a.json'\n";

std::string ErrorOf(const std::string& toml) {
  return MessageOf(BuildConfig::Parse("dir/c.toml", toml).status());
}

TEST(BuildConfig, ReadsEverythingWithPathsBesideItself) {
  const auto config = BuildConfig::Parse("/etc/waypost/c.toml", R"(
as_of = 2026-11-21
out = "../out/county.waypost"
time_zone = "Europe/Dublin"
language = "none"
text_fields = ["description", "name"]
postcodes = ["codepo.zip", "/data/nspl.csv.gz"]
places = "names.csv"
areas = []
taxonomies = ["esd.csv"]
overlays = ["o.toml"]
calendar = ["bank.json"]
[[source]]
id = "bristol"
path = "feeds/./bristol.json.gz"
format = "oruk1"
title = "Bristol"
publisher = "Council"
url = "https://example.org"
licence = "OGL-UK-3.0"
attribution = "Contains ..."
retrieved = 2026-11-01
contact = "directory@example.org"
checked_every_days = 7
[[source]]
id = "libraries"
path = "l.csv"
mapping = "libraries-uk.toml"
retrieved = "spring"
contact = "https://example.org/corrections?from=waypost"
confidential = true
)");
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->as_of, ParseIsoDate("2026-11-21"));
  EXPECT_EQ(config->out, "/etc/out/county.waypost");
  EXPECT_EQ(config->time_zone, "Europe/Dublin");
  EXPECT_EQ(config->language, "none");
  using record::TextField;
  EXPECT_TRUE((config->text_fields == EnumSet{TextField::kName, TextField::kDescription}));
  EXPECT_THAT(config->postcodes, ElementsAre("/etc/waypost/codepo.zip", "/data/nspl.csv.gz"));
  EXPECT_THAT(config->places, ElementsAre("/etc/waypost/names.csv"));
  EXPECT_THAT(config->areas, ElementsAre());
  EXPECT_THAT(config->calendar, ElementsAre("/etc/waypost/bank.json"));
  ASSERT_EQ(config->sources.size(), 2u);
  const SourceConfig& bristol = config->sources[0];
  EXPECT_EQ(bristol.spec.path, "/etc/waypost/feeds/bristol.json.gz");
  EXPECT_EQ(bristol.spec.format, "oruk1");
  EXPECT_EQ(bristol.info.id, "bristol");
  EXPECT_EQ(bristol.info.licence, "OGL-UK-3.0");
  EXPECT_EQ(bristol.info.retrieved, "2026-11-01");
  EXPECT_EQ(bristol.info.contact, "directory@example.org");
  EXPECT_EQ(bristol.info.checked_every_days, 7);
  EXPECT_FALSE(bristol.confidential.all);
  EXPECT_TRUE(bristol.confidential.refuges);
  EXPECT_EQ(config->sources[1].spec.mapping, "/etc/waypost/libraries-uk.toml");
  EXPECT_EQ(config->sources[1].info.retrieved, "spring");
  EXPECT_EQ(config->sources[1].info.contact, "https://example.org/corrections?from=waypost");
  EXPECT_EQ(config->sources[1].info.checked_every_days, std::nullopt);
  EXPECT_TRUE(config->sources[1].confidential.all);
}

TEST(BuildConfig, HasDefaults) {
  const auto config = BuildConfig::Parse("c.toml", kSource);
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->time_zone, "Europe/London");
  EXPECT_EQ(config->language, "en");
  EXPECT_TRUE(config->text_fields == record::kAllTextFields);
  EXPECT_EQ(config->as_of, std::nullopt);
  EXPECT_EQ(config->out, "");
  EXPECT_EQ(config->sources[0].spec.path, "a.json");
  EXPECT_EQ(config->sources[0].info.contact, "");
}

// What is shown on pages is not mended, but sent back to who wrote it.
TEST(BuildConfig, AContactIsAnEmailAddressOrAnHttpsLink) {
  const std::string source(kSource);
  EXPECT_EQ(ErrorOf(source + "contact = 'http://example.org'\n"),
            "dir/c.toml:4: source[1].contact: \"http://example.org\": an email address or a link "
            "beginning with https:// was due");
  for (const char* contact :
       {"", " ", "0117 496 0100", "www.example.org", "https://", "https:///x", "https://example",
        "https://example.org/a b", "javascript:alert(1)", "mailto:a@example.org",
        "Anne <a@example.org>", "a@example", "@", "a@example.org, b@example.org", " a@example.org",
        "https://a@example.org/", "HTTPS://example.org"}) {
    EXPECT_THAT(ErrorOf(source + "contact = '" + contact + "'\n"),
                HasSubstr("dir/c.toml:4: source[1].contact: "))
        << contact;
  }
  EXPECT_EQ(ErrorOf(source + "contact = 7\n"),
            "dir/c.toml:4: source[1].contact: a string in quotes was due");
}

TEST(BuildConfig, DaysBetweenChecksAreWholeAndNotTooMany) {
  const std::string source(kSource);
  for (const char* days : {"1", "3650"}) {
    EXPECT_EQ(ErrorOf(source + "checked_every_days = " + days + "\n"), "") << days;
  }
  for (const char* days : {"0", "-7", "3651", "9223372036854775807"}) {
    EXPECT_EQ(ErrorOf(source + "\nchecked_every_days = " + days + "\n"),
              std::string("dir/c.toml:5: source[1].checked_every_days: ") + days +
                  ": 1 to 3650 days were due");
  }
  for (const char* days : {"'7'", "7.0", "true", "[7]"}) {
    EXPECT_EQ(ErrorOf(source + "checked_every_days = " + days + "\n"),
              "dir/c.toml:4: source[1].checked_every_days: a whole number was due (without quotes)")
        << days;
  }
}

TEST(BuildConfig, EveryMistakeNamesFileLineAndKey) {
  const std::string source(kSource);
  EXPECT_EQ(ErrorOf("postcode = ['x']\n" + source),
            "dir/c.toml:1: unknown key \"postcode\"; did you mean \"postcodes\"?");
  EXPECT_EQ(ErrorOf(source + "licenses = 'x'\n"),
            "dir/c.toml:4: [source[1]]: unknown key \"licenses\"; did you mean \"licence\"?");
  EXPECT_THAT(ErrorOf(""), HasSubstr("no [[source]]"));
  EXPECT_THAT(ErrorOf("[[source]]\npath = 'x'\n"), HasSubstr("dir/c.toml:1: [source[1]]: \"id\""));
  EXPECT_THAT(ErrorOf("[[source]]\nid = 'x'\n"), HasSubstr("\"path\" is missing"));
  EXPECT_THAT(ErrorOf("[[source]]\nid = 'Über'\npath = 'x'\n"),
              HasSubstr("dir/c.toml:2: source[1].id"));
  EXPECT_THAT(ErrorOf(source + source), HasSubstr("dir/c.toml:5: source[2].id: another source"));
  EXPECT_EQ(ErrorOf(source + "format = 'oruk2'\n"),
            "dir/c.toml:4: source[1].format: unknown format \"oruk2\"; did you mean \"oruk3\"?");
  EXPECT_THAT(ErrorOf(source + "format = 'csv'\n"), HasSubstr("needs a \"mapping\""));
  EXPECT_THAT(ErrorOf(source + "format = 'hsds'\nmapping = 'm'\n"), HasSubstr("\"csv\" only"));
  EXPECT_THAT(ErrorOf("as_of = 'today'\n" + source),
              HasSubstr("dir/c.toml:1: as_of: a date was due"));
  EXPECT_THAT(ErrorOf("postcodes = ['']\n" + source), HasSubstr("postcodes: an empty path"));
  EXPECT_THAT(ErrorOf("language = ''\n" + source), HasSubstr("must not be empty"));
  EXPECT_EQ(ErrorOf("text_fields = ['nam']\n" + source),
            "dir/c.toml:1: text_fields: unknown field \"nam\"; did you mean \"name\"?");
  EXPECT_THAT(ErrorOf("text_fields = []\n" + source), HasSubstr("names no field"));
  EXPECT_THAT(ErrorOf(source + "confidential = {typ = []}\n"), HasSubstr("unknown key \"typ\""));
  EXPECT_THAT(ErrorOf(source + "confidential = {service_types = ['1714']}\n"),
              HasSubstr("one looks like \"esdServiceType:1714\""));
  EXPECT_THAT(ErrorOf("a = \n"), HasSubstr("dir/c.toml:1:"));
}

TEST(ConfidentialRules, HoldByIdTermFlagAndWholeSource) {
  const auto config = BuildConfig::Parse(
      "c.toml", std::string(kSource) +
                    "confidential = {ids = ['7'], flag = 'is_refuge', "
                    "service_types = ['esdServiceType:1714'], refuges = false}\n");
  ASSERT_TRUE(config.ok()) << config.status();
  const ConfidentialRules& rules = config->sources[0].confidential;
  EXPECT_FALSE(rules.refuges);
  record::Service service;
  service.id = "8";
  EXPECT_FALSE(rules.Holds(service));
  service.extras = R"({"other": {"is_refuge": true}, "is_refuge": "no"})";
  EXPECT_FALSE(rules.Holds(service));
  service.extras = R"({"is_refuge": "Yes"})";
  EXPECT_TRUE(rules.Holds(service));
  service.extras = R"({"is_refuge": true})";
  EXPECT_TRUE(rules.Holds(service));
  // What is neither yes nor no hides the place rather than showing it.
  service.extras = R"({"is_refuge": "restricted"})";
  EXPECT_TRUE(rules.Holds(service));
  service.extras = R"({"is_refuge": ["women"]})";
  EXPECT_TRUE(rules.Holds(service));
  service.extras = R"({"is_refuge": " "})";
  EXPECT_FALSE(rules.Holds(service));
  service.extras = "{broken";
  EXPECT_FALSE(rules.Holds(service));
  service.terms = {{"esdServiceTypes", "1714", "Hostels"}};
  EXPECT_TRUE(rules.Holds(service));
  service.terms = {{"other", "1714", "Hostels"}};
  EXPECT_FALSE(rules.Holds(service));
  service.id = "7";
  EXPECT_TRUE(rules.Holds(service));
  service.id = "9";
  service.confidential = true;
  EXPECT_TRUE(rules.Holds(service));
  ConfidentialRules everything;
  everything.all = true;
  EXPECT_TRUE(everything.Holds(record::Service()));
}

TEST(IsSourceId, IsAShortPlainWord) {
  for (const char* id : {"a", "bristol-2024", "0.1_x"}) EXPECT_TRUE(IsSourceId(id)) << id;
  for (const char* id : {"", "A", "-a", "a b", "a/b", "é"}) EXPECT_FALSE(IsSourceId(id)) << id;
  EXPECT_TRUE(IsSourceId(std::string(64, 'a')));
  EXPECT_FALSE(IsSourceId(std::string(65, 'a')));
}

}  // namespace
}  // namespace waypost::sources
