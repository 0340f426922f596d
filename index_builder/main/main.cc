// waypost-index: builds, verifies and describes artefacts, and validates feeds.
//
// Exit codes: 0 done; 1 an input, a configuration or an artefact is wrong (one line on standard
// error says what, where and what to do); 2 the command line is wrong; 3 a bug or a failing
// machine. `validate` has codes of its own (validate_command.h).

#include <CLI/CLI.hpp>

#include <cstdio>

#include "engine/core/date.h"
#include "index_builder/main/build_command.h"
#include "index_builder/main/inspect_commands.h"
#include "index_builder/main/validate_command.h"
#include "index_builder/validate/finding_kind.h"

namespace {

constexpr int kInputWrong = 1;
constexpr int kUsageWrong = 2;
constexpr int kBroken = 3;

int ExitCodeOf(const absl::Status& status) {
  if (status.ok()) return 0;
  std::fprintf(stderr, "waypost-index: %s\n", waypost::MessageOf(status).c_str());
  return status.code() == absl::StatusCode::kInternal ? kBroken : kInputWrong;
}

CLI::Validator IsDate() {
  return {[](const std::string& text) {
            return waypost::ParseIsoDate(text) ? std::string()
                                               : text + " is no date such as 2026-11-21";
          },
          "DATE"};
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
      ->check(IsDate());
  build->add_option("--data", arguments.data, "Folder of the project's own data");
  build->add_option("--threads", arguments.threads, "How many threads; default as many as cores");
  build->final_callback([&arguments] {
    if (!arguments.config.empty()) return;
    if (arguments.sources.empty()) throw CLI::RequiredError("--config or --source");
    if (arguments.out.empty()) throw CLI::RequiredError("--out");
  });
}

CLI::Validator IsLimit() {
  return {[](const std::string& text) {
            const bool is_number = !text.empty() && text.size() < 10 &&
                                   text.find_first_not_of("0123456789") == std::string::npos;
            return is_number || text == "all" ? std::string()
                                              : text + " is neither a whole number nor \"all\"";
          },
          "N|all"};
}

CLI::App* AddValidate(CLI::App& app, waypost::builder::ValidateArguments& arguments) {
  CLI::App* validate =
      app.add_subcommand("validate", "Say what a feed of Open Referral UK does wrong");
  validate->add_option("TARGET", arguments.target,
                       "The address of a feed or of its /services, or a file of services");
  validate->add_option("--format", arguments.format, "text (the default) or json")
      ->check(CLI::IsMember({"text", "json"}));
  validate->add_option("--out", arguments.out,
                       "Where to write the report; default standard output");
  validate->add_option("--standard", arguments.standard, "1.0 or 3.0; default by what is seen")
      ->check(CLI::IsMember({"1.0", "3.0"}));
  validate
      ->add_option("--details", arguments.details,
                   "How many services to read by their own address too; default all")
      ->check(IsLimit());
  validate
      ->add_option("--self-tests", arguments.self_tests,
                   "How many requests the self-tests of the filters may take; default all")
      ->check(IsLimit());
  validate->add_option("--rate", arguments.rate, "Requests a second; default 2")
      ->check(CLI::Range(0.01, 1000.0));
  validate->add_option("--per-page", arguments.per_page, "Records a page to ask for; default 100")
      ->check(CLI::Range(1, 1000));
  validate->add_option("--timeout", arguments.timeout, "Seconds to wait for an answer; default 30")
      ->check(CLI::Range(1, 3600));
  validate->add_option("--resume", arguments.resume,
                       "A file that keeps answers, so that an interrupted run goes on");
  validate->add_option("--ca", arguments.certificates,
                       "A file of certificates to trust (PEM); default the system's");
  validate->add_option("--as-of", arguments.as_of, "The date to judge dates by; default today")
      ->check(IsDate());
  validate->add_flag("--strict", arguments.strict, "Warnings count as errors");
  validate->footer(
      "Exit codes: 0 no errors; 1 errors (with --strict also warnings); 2 the command line is "
      "wrong; 3 the feed cannot be reached or read.");
  return validate;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Builds, verifies and describes Waypost artefacts; validates feeds.",
               "waypost-index");
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
  waypost::builder::ValidateArguments arguments;
  CLI::App* validate = AddValidate(app, arguments);
  bool codes = false;
  validate->add_flag("--codes", codes, "Print the table of all findings and exit");
  validate->final_callback([&] {
    if (!codes && arguments.target.empty()) throw CLI::RequiredError("TARGET");
  });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageWrong;
  }
  if (verify->parsed()) return ExitCodeOf(waypost::builder::Verify(path));
  if (describe->parsed()) return ExitCodeOf(waypost::builder::Describe(path, as_json));
  if (codes) {
    std::fputs(waypost::validate::FindingTable().c_str(), stdout);
    return 0;
  }
  if (validate->parsed()) return waypost::builder::Validate(arguments);
  return ExitCodeOf(waypost::builder::Build(build));
}
