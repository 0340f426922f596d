#include "tests/engine/format/small_artefact.h"

#include <string_view>

#include "engine/format/jagged_rows.h"
#include "engine/format/writer.h"

namespace waypost::testing {

Bytes SmallArtefact() {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  writer.SetDocumentCount(3);
  JaggedRows<std::uint16_t> rows;
  rows.AddRow(std::vector<std::uint16_t>{10, 11});
  rows.EndRow();
  rows.Add(12);
  rows.EndRow();
  // Errors stick, so the last call tells.
  writer.AddColumn(kText, std::string_view("hello")).IgnoreError();
  writer.AddColumn(kNumbers, std::vector<std::uint64_t>{1, 2, 3}).IgnoreError();
  writer.AddJagged(kOffsets, kValues, rows).IgnoreError();
  writer.AddColumn(kEmpty, std::vector<std::uint32_t>{}).IgnoreError();
  return writer.FinishToBytes().value();
}

}  // namespace waypost::testing
