// waypost-index: builds, verifies and describes artefacts.
//
// Exit codes: 0 done; 1 an input, a configuration or an artefact is wrong (one line on standard
// error says what, where and what to do); 2 the command line is wrong; 3 a bug or a failing
// machine.

#include <CLI/CLI.hpp>

#include <cstdio>

#include "engine/core/date.h"
#include "index_builder/main/build_command.h"
#include "index_builder/main/inspect_commands.h"

namespace {

constexpr int kInputWrong = 1;
constexpr int kUsageWrong = 2;
constexpr int kBroken = 3;

int ExitCodeOf(const absl::Status& status) {
  if (status.ok()) return 0;
  std::fprintf(stderr, "waypost-index: %s\n", waypost::MessageOf(status).c_str());
  return status.code() == absl::StatusCode::kInternal ? kBroken : kInputWrong;
}

void AddBuild(CLI::App& app, waypost::builder::BuildArguments& arguments) {
  CLI::App* build = app.add_subcommand("build", "Build an artefact from feeds");
  build->add_option("--config", arguments.config, "Build configuration (TOML)");
  build->add_option("--out", arguments.out, "The artefact to write, FILE.waypost");
  build->add_option("--source", arguments.sources,
                    "A feed, [ID=]PATH; its format is found from its content; may be repeated");
  build->add_option("--postcodes", arguments.postcodes,
                    "Code-Point Open, NSPL, ONSPD or postcode,lat,long; the first given wins");
  build->add_option("--places", arguments.places, "OS Open Names or GeoNames");
  build->add_option("--areas", arguments.areas, "Outlines (GeoJSON) or lists of authorities");
  build->add_option("--taxonomy", arguments.taxonomies, "A taxonomy file or folder");
  build->add_option("--questions", arguments.questions, "A question tree, or a folder of them");
  build->add_option("--calendar", arguments.calendars,
                    "Bank holidays (gov.uk JSON), besides those of the project");
  build->add_option("--as-of", arguments.as_of, "The date the index is for; default today")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return waypost::ParseIsoDate(text) ? std::string()
                                               : text + " is no date such as 2026-11-21";
          },
          "DATE"));
  build->add_option("--data", arguments.data, "Folder of the project's own data");
  build->add_option("--threads", arguments.threads, "How many threads; default as many as cores");
  build->final_callback([&arguments] {
    if (!arguments.config.empty()) return;
    if (arguments.sources.empty()) throw CLI::RequiredError("--config or --source");
    if (arguments.out.empty()) throw CLI::RequiredError("--out");
  });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Builds, verifies and describes Waypost artefacts.", "waypost-index");
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 an input is wrong; 2 the command line is wrong; 3 a bug or a failing "
      "disk.");
  waypost::builder::BuildArguments build;
  AddBuild(app, build);
  std::string path;
  bool as_json = false;
  CLI::App* verify = app.add_subcommand("verify", "Read every byte of an artefact and check it");
  verify->add_option("FILE", path, "The artefact")->required();
  CLI::App* describe = app.add_subcommand("describe", "Say what an artefact holds");
  describe->add_option("FILE", path, "The artefact")->required();
  describe->add_flag("--json", as_json, "As JSON");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageWrong;
  }
  if (verify->parsed()) return ExitCodeOf(waypost::builder::Verify(path));
  if (describe->parsed()) return ExitCodeOf(waypost::builder::Describe(path, as_json));
  return ExitCodeOf(waypost::builder::Build(build));
}
