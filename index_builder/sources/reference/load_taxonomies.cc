#include "index_builder/sources/reference/load_taxonomies.h"

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/taxonomy_formats.h"
#include "index_builder/sources/reference/taxonomy_terms.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

// The largest list that is known is 650 kB.
constexpr std::size_t kMaxTaxonomyBytes = std::size_t{64} << 20;

bool IsTaxonomyName(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  for (std::string_view ending : {".csv", ".json", ".jsonld", ".toml", ".xml"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

absl::Status ReadStream(std::unique_ptr<InputStream> stream, record::ProblemSink& sink,
                        record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const std::string text, ReadWholeInput(*stream, kMaxTaxonomyBytes));
  return ReadTaxonomyText(stream->name(), text, sink, taxonomy);
}

absl::Status ReadPath(const std::string& path, record::ProblemSink& sink,
                      record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
    return ReadStream(std::move(stream), sink, taxonomy);
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  bool any = false;
  for (const std::string& member : members) {
    if (!IsTaxonomyName(member)) continue;
    any = true;
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::OpenMember(path, member));
    RETURN_IF_ERROR(ReadStream(std::move(stream), sink, taxonomy));
  }
  if (any) return absl::OkStatus();
  return InvalidArgument(path +
                         ": no taxonomy in it; expected .csv, .json, .jsonld, .toml or .xml files");
}

}  // namespace

absl::Status ReadTaxonomyText(const std::string& name, std::string_view text,
                              record::ProblemSink& sink, record::Taxonomy& taxonomy) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const char c = first == std::string_view::npos ? '\0' : text[first];
  if (c == '<') return ReadTaxonomyXml(name, text, sink, taxonomy);
  // "[[term]]" begins a TOML file, "[" and anything else a JSON array.
  const bool toml_header = c == '[' && text.substr(first + 1, 1) == "[" &&
                           text.substr(first, 16).find_first_of("tm") != std::string_view::npos;
  if (c == '{' || (c == '[' && !toml_header)) return ReadTaxonomyJson(name, text, sink, taxonomy);
  if (LooksLikeTaxonomyCsv(text)) return ReadTaxonomyCsv(name, text, sink, taxonomy);
  if (text.find('=') != std::string_view::npos) {
    return ReadTaxonomyToml(name, text, sink, taxonomy);
  }
  return ReadTaxonomyCsv(name, text, sink, taxonomy);
}

absl::Status LoadTaxonomies(const std::vector<std::string>& paths, record::ProblemSink& sink,
                            record::Taxonomy& taxonomy) {
  record::Taxonomy read;
  for (const std::string& path : paths) RETURN_IF_ERROR(ReadPath(path, sink, read));
  taxonomy = MergeTaxonomy(std::move(read), sink);
  return absl::OkStatus();
}

}  // namespace waypost::sources
