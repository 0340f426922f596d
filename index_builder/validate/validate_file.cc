#include "index_builder/validate/validate_file.h"

#include <memory>
#include <vector>

#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_source.h"
#include "index_builder/sources/json_splitter.h"
#include "index_builder/validate/check_service.h"
#include "index_builder/validate/envelope.h"
#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/seen_ids.h"

namespace waypost::validate {
namespace {

using sources::InputStream;
using sources::JsonPiece;
using sources::JsonSplitter;

constexpr int kRecordsToTell = 100;                       // the dialect by
constexpr std::size_t kMaxPage = std::size_t{64} << 20U;  // whose envelope is looked at

// The files to read: the one, or the members of a folder or an archive that are called JSON.
struct FileInput {
  std::string path;
  std::vector<std::string> members;  // empty: the file itself

  static absl::StatusOr<FileInput> Of(const std::string& path) {
    FileInput input{.path = path, .members = {}};
    ASSIGN_OR_RETURN(const sources::InputKind kind, sources::KindOfInput(path));
    if (kind == sources::InputKind::kFile) return input;
    ASSIGN_OR_RETURN(input.members, sources::ListMembers(path));
    std::erase_if(input.members,
                  [](const std::string& name) { return !sources::HasJsonName(name); });
    if (input.members.empty()) {
      return InvalidArgument(path + ": holds no file that is called *.json, *.jsonl or *.ndjson");
    }
    return input;
  }

  std::size_t size() const { return members.empty() ? 1 : members.size(); }
  std::string Name(std::size_t i) const {
    return members.empty() ? path : path + ": " + members[i];
  }
  absl::StatusOr<std::unique_ptr<InputStream>> Open(std::size_t i) const {
    return members.empty() ? InputStream::Open(path) : InputStream::OpenMember(path, members[i]);
  }
};

bool IsListOfOthers(std::string_view list) {
  const std::string_view entity = sources::EntityOf(list);
  return !entity.empty() && entity != "services";
}

// Calls `each` with every piece, the name of its file and its number there; false when it says so.
template <typename Each>
absl::StatusOr<bool> ForEachPieceOf(InputStream& stream, const Each& each) {
  JsonSplitter splitter(stream);
  JsonPiece piece;
  for (std::uint64_t number = 0;; ++number) {
    ASSIGN_OR_RETURN(const bool more, splitter.Next(piece));
    if (!more) return true;
    if (!each(piece, stream.name(), number)) return false;
  }
}

// The same over all files until `each` says false. Of several files one that cannot be read does
// not hide the others: `broken` is told its name and why.
template <typename Each, typename Broken>
absl::Status ForEachPiece(const FileInput& input, const Each& each, const Broken& broken) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    const auto stream = input.Open(i);
    const absl::StatusOr<bool> goes_on =
        stream.ok() ? ForEachPieceOf(**stream, each) : absl::StatusOr<bool>(stream.status());
    if (!goes_on.ok() && input.size() == 1) return goes_on.status();
    if (!goes_on.ok()) {
      broken(input.Name(i), goes_on.status());
    } else if (!*goes_on) {
      break;
    }
  }
  return absl::OkStatus();
}

// The whole of a file; nullopt when it is longer than a page may be, or cannot be read: that was
// told when its records were due.
std::optional<std::string> ReadWhole(const FileInput& input, std::size_t i) {
  const auto stream = input.Open(i);
  if (!stream.ok()) return std::nullopt;
  std::string text;
  std::vector<char> buffer(std::size_t{1} << 16U);
  for (;;) {
    const absl::StatusOr<std::size_t> got = (*stream)->Read(buffer);
    if (!got.ok()) return std::nullopt;
    if (*got == 0) return text;
    text.append(buffer.data(), *got);
    if (text.size() > kMaxPage) return std::nullopt;
  }
}

// Of pages without records the names of the envelope tell.
Standard StandardOfEmptyPages(const FileInput& input) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    const std::optional<std::string> text = ReadWhole(input, i);
    FindingList unheard;
    const auto document = text ? ReadJson(*text, {}, unheard) : std::nullopt;
    const auto standard = document ? ReadEnvelope(document->root()).standard : std::nullopt;
    if (standard) return *standard;
  }
  return Standard::kV3;
}

absl::StatusOr<Standard> StandardOfFile(const FileInput& input) {
  int v1 = 0;
  int v3 = 0;
  int records = 0;
  const auto count = [&](const JsonPiece& piece, const std::string&, std::uint64_t) {
    // The list of a page is called "content" in 1.0 and "contents" in 3.0, and that decides.
    v1 += piece.list == "content" ? 1000 : 0;
    v3 += piece.list == "contents" ? 1000 : 0;
    FindingList unheard;
    const auto document = ReadJson(piece.text, {}, unheard);
    const auto looks = document ? StandardOfRecord(document->root()) : std::nullopt;
    v1 += looks == Standard::kV1 ? 1 : 0;
    v3 += looks == Standard::kV3 ? 1 : 0;
    return ++records < kRecordsToTell;
  };
  RETURN_IF_ERROR(ForEachPiece(input, count, [](const std::string&, const absl::Status&) {}));
  if (records == 0) return StandardOfEmptyPages(input);
  return v1 > v3 ? Standard::kV1 : Standard::kV3;
}

// Pages that were saved one a file have an envelope worth looking at.
void CheckSavedPages(const FileInput& input, Validation& validation) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    const std::optional<std::string> text = ReadWhole(input, i);
    if (!text) continue;
    FindingList unheard;  // records are read one by one
    const auto document = ReadJson(*text, {}, unheard);
    if (!document || !document->root().is_object()) continue;
    const Envelope envelope = ReadEnvelope(document->root());
    if (!envelope.has_list || !(envelope.standard || envelope.total || envelope.pages)) continue;
    ++validation.pages;
    CheckEnvelopeFields(document->root(), validation.standard, input.Name(i), validation.findings);
    CheckEnvelopeValues(envelope, {.number = envelope.number.value_or(1), .per_page = {}},
                        validation.standard, input.Name(i), validation.findings);
  }
}

class FileCheck {
 public:
  FileCheck(const ValidationOptions& options, Validation& validation)
      : options_(options), validation_(validation) {}

  void Check(const JsonPiece& piece, const std::string& file, std::uint64_t number) {
    if (IsListOfOthers(piece.list)) return;
    const std::uint64_t count = ++validation_.records;
    if (options_.progress && count % 100 == 0) options_.progress("Reading records", count, 0);
    Place place{
        .page = file + ", record " + std::to_string(number + 1), .record = {}, .pointer = {}};
    if (piece.broken) {
      validation_.findings.Add(FindingKind::kNotJson, place, piece.reason);
      return;
    }
    const auto document = ReadJson(piece.text, place, validation_.findings);
    if (!document) return;
    if (!document->root().is_object()) {
      validation_.findings.Add(FindingKind::kNotAnObject, place, "a record is no object");
      return;
    }
    CheckRecord(document->root(), std::move(place.page));
  }

 private:
  void CheckRecord(sources::JsonElement record, std::string page) {
    const std::string id = sources::JsonText(record, "id");
    RecordCheck check(validation_.findings, validation_.standard, options_.today, std::move(page),
                      id);
    if (!id.empty() && !ids_.AddService(id)) {
      check.Add(FindingKind::kRepeatedId, "/id", "an earlier record has this id");
    }
    const bool is_full = IsFullRecord(record, validation_.standard);
    if (is_full) ++validation_.full_records;
    CheckService(record, is_full ? RecordForm::kFull : RecordForm::kRow, check);
    ids_.AddParts(record, check);
  }

  const ValidationOptions& options_;
  Validation& validation_;
  SeenIds ids_;
};

}  // namespace

absl::StatusOr<Validation> ValidateFile(const std::string& path, const ValidationOptions& options) {
  Validation validation{.target = path, .is_file = true};
  ASSIGN_OR_RETURN(const FileInput input, FileInput::Of(path));
  if (options.standard) {
    validation.standard = *options.standard;
  } else {
    ASSIGN_OR_RETURN(validation.standard, StandardOfFile(input));
  }
  FileCheck check(options, validation);
  const auto check_piece = [&](const JsonPiece& piece, const std::string& file,
                               std::uint64_t number) {
    check.Check(piece, file, number);
    return true;
  };
  const auto tell_broken = [&](const std::string& file, const absl::Status& status) {
    validation.findings.Add(FindingKind::kNotJson, {.page = file, .record = {}, .pointer = {}},
                            MessageOf(status));
  };
  RETURN_IF_ERROR(ForEachPiece(input, check_piece, tell_broken));
  CheckSavedPages(input, validation);
  if (validation.records > 0) return validation;
  // An empty page is a page all the same, as it is at an address.
  if (validation.pages == 0) {
    return InvalidArgument(path + ": holds no services; give a page, a list or lines of them");
  }
  validation.findings.Add(FindingKind::kEmptyFeed, {.page = path, .record = {}, .pointer = {}},
                          "there are no records");
  return validation;
}

}  // namespace waypost::validate
