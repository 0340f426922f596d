// Taxonomies in any of their formats (CSV, XML, JSON, TOML), as text, and the merge of what was
// read.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <tuple>
#include <utility>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "index_builder/sources/reference/taxonomy_terms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  record::CollectingSink sink;
  record::Taxonomy read;
  if (!sources::ReadTaxonomyText("fuzz", text, sink, read).ok()) return 0;
  const record::Taxonomy merged = sources::MergeTaxonomy(std::move(read), sink);
  for (std::size_t i = 1; i < merged.terms.size(); ++i) {
    const auto& a = merged.terms[i - 1];
    const auto& b = merged.terms[i];
    if (std::tie(a.vocabulary, a.code) >= std::tie(b.vocabulary, b.code)) std::abort();
  }
  return 0;
}
