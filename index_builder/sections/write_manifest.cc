#include "engine/index/manifest.h"

#include "engine/text/analyser.h"
#include "engine/text/bm25.h"
#include "engine/text/collation.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

// The relevance constants of QUERY.md; queries read them from the manifest only.
constexpr std::pair<std::string_view, double> kRelevance[] = {
    {"relevance.text", 1.0},        {"relevance.text_half", 3.0},    {"relevance.term", 0.3},
    {"relevance.mapped_fit", 0.8},  {"relevance.inferred_fit", 0.5}, {"relevance.synonym_fit", 0.7},
    {"relevance.distance", 0.4},    {"relevance.half_metres", 2000}, {"relevance.visits_fit", 0.5},
    {"relevance.remote_fit", 0.25}, {"relevance.fresh", 0.1},        {"relevance.rich", 0.1}};

// "name,description"
std::string NamesOf(EnumSet<record::TextField> fields) {
  std::string names;
  for (std::size_t i = 0; i < record::kTextFieldNames.size(); ++i) {
    if (!fields.Has(static_cast<record::TextField>(i))) continue;
    if (!names.empty()) names += ',';
    names += record::kTextFieldNames[i];
  }
  return names;
}

}  // namespace

absl::Status WriteManifest(const Prepared& prepared, std::uint64_t text_length,
                           ArtefactWriter& writer) {
  const record::Directory& directory = prepared.directory;
  Manifest manifest;
  manifest.Set("analyser.version", static_cast<std::uint64_t>(text::kAnalyserVersion));
  manifest.Set("analyser.libraries", text::AnalyserLibraries());
  manifest.Set("collation", text::CollationVersion());
  manifest.Set("as_of", FormatIsoDate(directory.as_of));
  const Horizon horizon = HorizonOf(directory.as_of);
  manifest.Set("horizon.first", FormatIsoDate(horizon.first));
  manifest.Set("horizon.last", FormatIsoDate(horizon.last));
  manifest.Set("time_zone", directory.time_zone);
  manifest.Set("language", directory.language);
  manifest.Set("text_fields", NamesOf(directory.text_fields));
  manifest.Set("services", prepared.services.size());
  manifest.Set("documents", std::uint64_t{prepared.order.size()});
  manifest.Set("located", prepared.order.located);
  manifest.Set("text_length", text_length);
  manifest.Set("postcodes", directory.gazetteer.postcodes.size());
  manifest.Set("places", directory.gazetteer.places.size());
  const text::Bm25Constants bm25;
  manifest.SetNumber("bm25.k1", bm25.k1);
  manifest.SetNumber("bm25.b", bm25.b);
  manifest.SetNumber("bm25.min_length", bm25.min_length);
  for (const auto& [key, value] : kRelevance) manifest.SetNumber(key, value);
  const std::string text = manifest.Write();
  return writer.AddSection(SectionId::kManifest, 1,
                           std::as_bytes(std::span(text.data(), text.size())));
}

}  // namespace waypost::sections
