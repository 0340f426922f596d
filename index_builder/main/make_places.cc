// waypost-make-places: computes data/places from full postcode files, lists of authorities and
// place names. Run when a new release of those files comes out; data/places/README.md has the
// command.

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/core/atomic_file.h"
#include "engine/core/status.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/load_gazetteer.h"
#include "index_builder/sources/reference/shipped_places.h"

namespace waypost {
namespace {

struct Options {
  sources::GazetteerSpec files;
  std::vector<std::string> attribution;
  std::string out;
};

absl::Status WriteFile(const std::string& path, const std::string& text) {
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RETURN_IF_ERROR(file.Append(text));
  return file.Commit();
}

absl::Status Make(const Options& options) {
  record::CollectingSink sink;
  record::Gazetteer gazetteer;
  RETURN_IF_ERROR(sources::LoadGazetteer(options.files, sink, gazetteer));
  std::size_t total = 0;
  for (const auto& [name, text] : sources::WriteShippedPlaces(gazetteer, options.attribution)) {
    RETURN_IF_ERROR(WriteFile(options.out + "/" + name, text));
    std::printf("%s: %zu bytes\n", name.c_str(), text.size());
    total += text.size();
  }
  std::printf("%zu bytes in all; %zu rows of the input left out or doubted\n", total,
              sink.problems.size());
  return absl::OkStatus();
}

}  // namespace
}  // namespace waypost

int main(int argc, char** argv) {
  CLI::App app("Computes the places that ship with Waypost (data/places) from full files.");
  waypost::Options options;
  app.add_option("--postcodes", options.files.postcodes,
                 "Code-Point Open, NSPL, ONSPD or postcode,lat,long; repeatable, in precedence")
      ->required();
  app.add_option("--authorities", options.files.authority_lists,
                 "list of authorities, or of recodings; repeatable, in precedence")
      ->required();
  app.add_option("--areas", options.files.areas,
                 "GeoJSON of authorities, for postcodes whose file states none");
  app.add_option("--places", options.files.places, "OS Open Names, GeoNames; repeatable");
  app.add_option("--attribution", options.attribution,
                 "a line for the head of each file; repeatable");
  app.add_option("--out", options.out, "folder to write to")->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = waypost::Make(options);
  if (status.ok()) return 0;
  std::fprintf(stderr, "waypost-make-places: %s\n", waypost::MessageOf(status).c_str());
  return 1;
}
