// Any bytes as an input file (plain, gzip, zip are told apart by content) read as a table: the
// reader must end, keep its promises about fields, and read the same twice.

#include <cstddef>
#include <cstdint>
#include <string>

#include "index_builder/record/utf8.h"
#include "index_builder/sources/csv_reader.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

using namespace waypost;

std::string ReadTable(const std::string& bytes, const sources::CsvOptions& options) {
  auto stream = sources::InputStream::OpenText("fuzz", bytes);
  if (!stream.ok()) return MessageOf(stream.status());
  auto reader = sources::CsvReader::Open(std::move(stream).value(), options);
  if (!reader.ok()) return MessageOf(reader.status());
  std::string seen;
  sources::CsvRow row;
  for (std::uint64_t last_line = 0;;) {
    const absl::StatusOr<bool> more = (*reader)->Next(row);
    if (!more.ok()) return seen + MessageOf(more.status());
    if (!*more) return seen;
    FUZZ_CHECK(row.line() >= last_line && row.size() > 0);
    last_line = row.line();
    for (std::size_t i = 0; i < row.size(); ++i) {
      FUZZ_CHECK(record::IsUtf8(row[i]));
      seen.append(row[i]).push_back('\x1F');
    }
    seen.append((*reader)->Surplus(row)).append(row.ToCsv().substr(0, 10)).push_back('\x1E');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  sources::CsvOptions options;
  options.has_header = size % 2 == 0;
  FUZZ_CHECK(ReadTable(bytes, options) == ReadTable(bytes, options));
  return 0;
}
