#include "index_builder/sources/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/csv_dialect.h"
#include "index_builder/sources/text_encoding.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr std::size_t kSniffBytes = 64 * 1024;

// libcsv drops "spaces" around fields; a tab must not be one where it delimits.
int IsOnlyBlank(unsigned char byte) { return byte == ' ' ? 1 : 0; }

}  // namespace

struct CsvReader::Parser {
  csv_parser state = {};
  CsvRow row;              // being filled
  std::uint64_t line = 1;  // of the piece being fed
  bool row_begun = false;
  bool row_done = false;
  bool failed = false;  // too many columns or too long

  static void OnField(void* field, std::size_t size, void* self) {
    auto* parser = static_cast<Parser*>(self);
    if (parser->row.size() >= kMaxColumns) parser->failed = true;
    if (parser->row.text().size() > kMaxRowBytes) parser->failed = true;
    if (parser->failed) return;
    if (field == nullptr) size = 0;
    parser->row.Append({static_cast<const char*>(field), size});
  }
  static void OnRow(int, void* self) { static_cast<Parser*>(self)->row_done = true; }
};

CsvReader::CsvReader(std::unique_ptr<InputStream> stream, const CsvOptions& options)
    : stream_(std::move(stream)), options_(options), parser_(std::make_unique<Parser>()) {}

CsvReader::~CsvReader() { csv_free(&parser_->state); }

absl::StatusOr<std::unique_ptr<CsvReader>> CsvReader::Open(std::unique_ptr<InputStream> stream,
                                                           const CsvOptions& options) {
  std::unique_ptr<CsvReader> reader(new CsvReader(std::move(stream), options));
  RETURN_IF_ERROR(reader->Start());
  return reader;
}

absl::Status CsvReader::Start() {
  if (csv_init(&parser_->state, 0) != 0) return Internal("libcsv could not start");
  ASSIGN_OR_RETURN(const std::string_view beginning, stream_->Peek(kSniffBytes));
  const CsvDialect dialect = SniffCsvDialect(beginning);
  delimiter_ = options_.delimiter.value_or(dialect.delimiter);
  csv_set_delim(&parser_->state, static_cast<unsigned char>(delimiter_));
  if (delimiter_ == '\t') csv_set_space_func(&parser_->state, IsOnlyBlank);
  csv_set_blk_size(&parser_->state, 4096);
  buffer_.resize(kBufferBytes);
  if (dialect.preamble > 0) {
    ASSIGN_OR_RETURN(buffer_size_, stream_->Read(std::span(buffer_).first(dialect.preamble)));
    buffer_position_ = buffer_size_;
    line_ = 2;
  }
  if (!options_.has_header) return absl::OkStatus();
  CsvRow row;
  ASSIGN_OR_RETURN(const bool any, Next(row));
  std::vector<std::string> names;
  for (std::size_t i = 0; any && i < row.size(); ++i) names.emplace_back(record::Trim(row[i]));
  header_ = CsvHeader(std::move(names));
  return absl::OkStatus();
}

absl::StatusOr<bool> CsvReader::Next(CsvRow& row) {
  parser_->row.Clear(line_);
  parser_->row_done = false;
  parser_->row_begun = false;
  while (!parser_->row_done && !at_end_) RETURN_IF_ERROR(FeedPiece());
  if (!parser_->row_done) return false;
  std::swap(row, parser_->row);
  MakeFieldsUtf8(row);
  return true;
}

absl::Status CsvReader::FeedPiece() {
  if (buffer_position_ == buffer_size_) {
    RETURN_IF_ERROR(Refill());
    if (buffer_size_ == 0) return FeedEnd();
  }
  const std::string_view rest(buffer_.data() + buffer_position_, buffer_size_ - buffer_position_);
  const std::size_t line_end = rest.find_first_of("\r\n");
  const std::string_view piece = rest.substr(0, line_end == rest.npos ? line_end : line_end + 1);
  if (piece.find('\0') != piece.npos) {
    return InvalidArgument(stream_->name() + ": line " + std::to_string(line_) +
                           ": holds a zero byte, so this is not a text file; save it as CSV");
  }
  const bool only_line_end = piece.size() == 1 && line_end == 0;
  if (!parser_->row_begun && !only_line_end) {
    parser_->row.Clear(line_);
    parser_->row_begun = true;
  }
  const std::size_t used = csv_parse(&parser_->state, piece.data(), piece.size(), &Parser::OnField,
                                     &Parser::OnRow, parser_.get());
  if (used != piece.size()) {
    return Internal(stream_->name() + ": line " + std::to_string(line_) +
                    ": libcsv: " + csv_strerror(csv_error(&parser_->state)));
  }
  buffer_position_ += piece.size();
  if (line_end != rest.npos) {
    // "\r\n" arrives as two pieces and is one line end.
    const bool second_half = piece.back() == '\n' && only_line_end && last_was_cr_;
    if (!second_half) ++line_;
    last_was_cr_ = piece.back() == '\r';
  } else {
    last_was_cr_ = false;
  }
  return CheckBounds();
}

absl::Status CsvReader::CheckBounds() const {
  const std::string where = ": line " + std::to_string(parser_->row.line()) + ": ";
  if (parser_->failed) {
    return InvalidArgument(stream_->name() + where + "this row has more than " +
                           std::to_string(kMaxColumns) + " columns or " +
                           std::to_string(kMaxRowBytes) +
                           " bytes; check the quotes and the delimiter there");
  }
  if (parser_->state.entry_pos > kMaxFieldBytes) {
    return InvalidArgument(stream_->name() + where + "a field of this row is longer than " +
                           std::to_string(kMaxFieldBytes) +
                           " bytes; a closing quote is probably missing");
  }
  return absl::OkStatus();
}

absl::Status CsvReader::FeedEnd() {
  at_end_ = true;
  // Strict only here: a stray quote within a row is no matter, but an input that ends inside quotes
  // was cut short.
  csv_set_opts(&parser_->state, CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini(&parser_->state, &Parser::OnField, &Parser::OnRow, parser_.get()) != 0) {
    return InvalidArgument(stream_->name() + ": line " + std::to_string(parser_->row.line()) +
                           ": the file ends inside a quoted field of the row that begins here; " +
                           "a closing quote is missing or the file was cut short");
  }
  return CheckBounds();
}

absl::Status CsvReader::Refill() {
  buffer_position_ = 0;
  buffer_size_ = 0;
  ASSIGN_OR_RETURN(buffer_size_, stream_->Read(std::span(buffer_)));
  return absl::OkStatus();
}

void CsvReader::MakeFieldsUtf8(CsvRow& row) {
  // Field by field: two broken halves of a letter side by side must not pass as one good one.
  std::size_t good = 0;
  while (good < row.size() && record::IsUtf8(row[good])) ++good;
  if (good == row.size()) return;
  CsvRow decoded;
  decoded.Clear(row.line());
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::string field(row[i]);
    const TextEncoding encoding = MakeUtf8(field);
    if (encoding == TextEncoding::kWindows1252 && encodings_.windows_1252_line == 0) {
      encodings_.windows_1252_line = row.line();
    }
    if (encoding == TextEncoding::kBrokenUtf8 && encodings_.broken_utf8_line == 0) {
      encodings_.broken_utf8_line = row.line();
    }
    decoded.Append(field);
  }
  std::swap(row, decoded);
}

std::string_view CsvReader::Surplus(const CsvRow& row) const {
  if (!options_.has_header) return {};
  for (std::size_t i = header_.names().size(); i < row.size(); ++i) {
    if (!row[i].empty()) return row[i];
  }
  return {};
}

}  // namespace waypost::sources
