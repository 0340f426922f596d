// waypost-server: answers questions from one artefact.
//
// Exit codes: 0 after a clean stop; 1 the artefact or the address cannot be used (one line on
// standard error); 2 the command line is wrong.

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <thread>

#include "engine/query/parse_values.h"
#include "server/handlers/router.h"
#include "server/transport/http_server.h"

namespace {

using waypost::server::HttpServer;
using waypost::server::SynonymSource;

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "waypost-server: %s\n", waypost::MessageOf(status).c_str());
  return 1;
}

struct Arguments {
  std::string index;
  std::string clock;
  std::string synonyms;
  std::string assets;
  std::string theme;
  waypost::server::SiteSettings site;
  waypost::server::HttpServerOptions options;
};

absl::StatusOr<std::unique_ptr<waypost::Clock>> ClockOf(const std::string& text) {
  if (text.empty()) return std::make_unique<waypost::SystemClock>();
  const auto moment = waypost::query::ParseMoment(text);
  if (!moment) {
    return waypost::InvalidArgument("--clock " + text +
                                    ": give a moment such as 2026-11-21T14:05:00Z");
  }
  return std::make_unique<waypost::FixedClock>(*moment);
}

absl::Status LoadSynonyms(const waypost::Index& index, SynonymSource& synonyms) {
  if (synonyms.path().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  return synonyms.Load(*analyser);
}

// The folder of assets, with another theme in the place of its own.
absl::StatusOr<waypost::server::SiteSettings> SiteOf(const Arguments& arguments) {
  waypost::server::SiteSettings site = arguments.site;
  if (!arguments.assets.empty()) {
    ASSIGN_OR_RETURN(site.assets, waypost::server::Assets::Load(arguments.assets));
  }
  if (!arguments.theme.empty()) RETURN_IF_ERROR(site.assets.AddFile("theme.css", arguments.theme));
  return site;
}

// SIGHUP: a file with an error changes nothing.
void ReloadSynonyms(const waypost::Index& index, SynonymSource& synonyms) {
  const absl::Status loaded = LoadSynonyms(index, synonyms);
  if (loaded.ok()) {
    std::printf("Synonyms read again\n");
  } else {
    std::fprintf(stderr, "waypost-server: %s; the synonyms stay as they were\n",
                 waypost::MessageOf(loaded).c_str());
  }
  std::fflush(stdout);
}

// SIGTERM, SIGINT and SIGHUP are blocked in every thread and waited for in one, so that stopping
// and reading again are ordinary code.
std::thread WaitForSignals(HttpServer& server, const waypost::Index& index, SynonymSource& synonyms,
                           const sigset_t& signals) {
  return std::thread([&server, &index, &synonyms, signals] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) ReloadSynonyms(index, synonyms);
    server.Stop();
  });
}

absl::Status Serve(const Arguments& arguments) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  if (!arguments.synonyms.empty()) sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  ASSIGN_OR_RETURN(const std::unique_ptr<waypost::Clock> clock, ClockOf(arguments.clock));
  ASSIGN_OR_RETURN(std::shared_ptr<const waypost::Index> index,
                   waypost::Index::Open(arguments.index, {.trust_mark = true}));
  ASSIGN_OR_RETURN(const absl::TimeZone zone, waypost::LoadTimeZone(index->time_zone()));
  SynonymSource synonyms(arguments.synonyms);
  RETURN_IF_ERROR(LoadSynonyms(*index, synonyms));
  const waypost::server::ServingIndex serving{std::move(index), *clock, zone, synonyms};
  ASSIGN_OR_RETURN(waypost::server::SiteSettings site, SiteOf(arguments));
  const waypost::server::Router router(serving, std::move(site));
  waypost::server::HttpServerOptions options = arguments.options;
  options.needs_slot = waypost::server::Router::IsQuery;
  options.when_busy = [&router](const waypost::server::HttpRequest& request) {
    return router.Busy(request);
  };
  HttpServer server(options, [&router](const waypost::server::HttpRequest& request) {
    return router.Answer(request);
  });
  ASSIGN_OR_RETURN(const int port, server.Bind());
  std::printf("Waypost answers on http://%s:%d (%u services)\n", arguments.options.host.c_str(),
              port, serving.index->services().size());
  std::fflush(stdout);
  std::thread waiting = WaitForSignals(server, *serving.index, synonyms, signals);
  server.Run();
  waiting.join();
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Answers questions from a Waypost artefact.", "waypost-server");
  Arguments arguments;
  app.add_option("--index", arguments.index, "The artefact, FILE.waypost")->required();
  app.add_option("--host", arguments.options.host, "Address to listen on; default 127.0.0.1");
  app.add_option("--port", arguments.options.port, "Port; default 8080; 0 for any free one")
      ->check(CLI::Range(0, 65535));
  app.add_option("--threads", arguments.options.query_slots,
                 "How many questions run at once; default as many as cores");
  app.add_option("--synonyms", arguments.synonyms,
                 "A file of words that stand for each other; read again on SIGHUP");
  app.add_option("--assets", arguments.assets,
                 "The folder of styles and scripts; scripts/build-assets makes it");
  app.add_option("--theme", arguments.theme, "A style sheet of own colours, instead of theme.css");
  app.add_option("--name", arguments.site.name, "What the pages call this site; default Waypost");
  app.add_option("--tiles", arguments.site.tiles,
                 "Address of map pictures with {z}, {x} and {y}; without, maps show outlines")
      ->needs(app.add_option("--tiles-attribution", arguments.site.tiles_attribution,
                             "Whose map pictures they are"));
  app.add_option("--clock", arguments.clock,
                 "A fixed moment instead of the time of day, for tests");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const absl::Status status = Serve(arguments);
  return status.ok() ? 0 : Fail(status);
}
