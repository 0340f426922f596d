#pragma once

// Rows of delimited text (CSV), one at a time, through libcsv.
//
//   ASSIGN_OR_RETURN(auto stream, InputStream::Open("libraries.csv.gz"));
//   ASSIGN_OR_RETURN(auto reader, CsvReader::Open(std::move(stream), {}));
//   const auto name = reader->header().Find("Library name");
//   CsvRow row;
//   for (;;) {
//     ASSIGN_OR_RETURN(bool more, reader->Next(row));
//     if (!more) break;
//     ... row[*name] ...
//   }
//
// Read as people and programs write it: LF, CRLF or CR line ends, quoted fields with delimiters,
// line ends and doubled quotes inside, a stray quote inside an unquoted field; spaces around
// unquoted fields are dropped, empty lines skipped. The delimiter is found (csv_dialect.h) unless
// given. Fields come out as valid UTF-8 (text_encoding.h); encodings_seen() says what was decoded.
//
// A row shorter than the header has empty fields at its end. A longer one keeps all its fields:
// `surplus` tells whether the ones beyond the header hold anything.
//
// Errors name the file and the line and say what to do: a quoted field that never ends, a field
// above kMaxFieldBytes or a row above kMaxRowBytes or kMaxColumns (nearly always a missing quote),
// zero bytes (not text), what InputStream says. Memory: one row and 64 KB.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

struct CsvOptions {
  bool has_header = true;
  std::optional<char> delimiter;  // nullopt = found from the first record
};

// Lines of the first fields that were not UTF-8, 0 when there are none.
struct CsvEncodings {
  std::uint64_t windows_1252_line = 0;
  std::uint64_t broken_utf8_line = 0;
};

class CsvReader {
 public:
  static constexpr std::size_t kMaxFieldBytes = 4 * 1024 * 1024;
  static constexpr std::size_t kMaxRowBytes = 16 * 1024 * 1024;
  static constexpr std::size_t kMaxColumns = 4096;

  // Reads the header when there is one. An input without any row is an empty table: the header is
  // empty and Next says false at once.
  static absl::StatusOr<std::unique_ptr<CsvReader>> Open(std::unique_ptr<InputStream> stream,
                                                         const CsvOptions& options);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  // Reads the next row that is not an empty line; false at the end.
  absl::StatusOr<bool> Next(CsvRow& row);

  // Empty without a header row.
  const CsvHeader& header() const { return header_; }
  // The first non-empty field of `row` beyond the columns of the header, "" when there is none.
  std::string_view Surplus(const CsvRow& row) const;

  char delimiter() const { return delimiter_; }
  const CsvEncodings& encodings_seen() const { return encodings_; }
  const InputStream& stream() const { return *stream_; }

 private:
  struct Parser;  // libcsv's state and the row it is filling
  CsvReader(std::unique_ptr<InputStream> stream, const CsvOptions& options);
  absl::Status Start();
  // Gives libcsv the next piece of the input: up to and including a line end, so that it finishes
  // at most one row.
  absl::Status FeedPiece();
  absl::Status FeedEnd();
  absl::Status Refill();
  absl::Status CheckBounds() const;
  void MakeFieldsUtf8(CsvRow& row);

  std::unique_ptr<InputStream> stream_;
  CsvOptions options_;
  CsvHeader header_;
  char delimiter_ = ',';
  CsvEncodings encodings_;
  std::unique_ptr<Parser> parser_;
  std::string buffer_;
  std::size_t buffer_position_ = 0;
  std::size_t buffer_size_ = 0;
  std::uint64_t line_ = 1;  // of the next byte
  bool last_was_cr_ = false;
  bool at_end_ = false;
};

}  // namespace waypost::sources
