// Lists of authorities and files of place names, as text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/authority_list.h"
#include "index_builder/sources/reference/place_file.h"
#include "index_builder/sources/reference/place_merge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  const std::string text(reinterpret_cast<const char*>(data), size);
  record::CollectingSink sink;
  sources::AuthorityListBuilder builder;
  auto stream = sources::InputStream::OpenText("fuzz.csv", text);
  if (stream.ok()) {
    auto rows = sources::ReadAuthorityRows(std::move(*stream), sink);
    if (rows.ok()) builder.Add(std::move(*rows));
  }
  const sources::AuthorityList authorities = builder.Build();
  auto table = sources::ReadPlaceText("fuzz.csv", text, authorities, sink);
  if (!table.ok()) return 0;
  std::vector<sources::PlaceTable> tables;
  tables.push_back(std::move(*table));
  auto places = sources::MergePlaces(std::move(tables));
  sources::CompletePlaces({}, authorities, places);
  return 0;
}
