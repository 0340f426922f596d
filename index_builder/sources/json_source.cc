#include "index_builder/sources/json_source.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/json_kept_services.h"
#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_record_reader.h"
#include "index_builder/sources/json_shape.h"
#include "index_builder/sources/json_splitter.h"

namespace waypost::sources {
namespace {

// "organizations" for "export/organizations__d9d5e0f5.json" and "organizations-2.json"; "" when the
// name says nothing.
std::string_view EntityOfMemberName(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  std::string_view stem = slash == std::string_view::npos ? name : name.substr(slash + 1);
  stem = stem.substr(0, stem.find('.'));
  for (std::size_t end = stem.size(); end > 0 && end != std::string_view::npos;
       end = stem.find_last_of("_- ", end - 1)) {
    const std::string_view entity = EntityOf(stem.substr(0, end));
    if (!entity.empty()) return entity;
    if (end == 0) break;
  }
  return {};
}

class JsonSource : public RecordSource {
 public:
  JsonSource(const SourceSpec& spec, record::ProblemSink& sink, std::vector<std::string> members,
             std::uint64_t bytes_total)
      : path_(spec.path),
        reader_(spec.id, sink),
        kept_(spec.id, sink),
        members_(std::move(members)),
        bytes_total_(bytes_total) {}

  // Opens the first input, so that a missing file is known at once.
  absl::Status Start() { return OpenNextInput(); }

  absl::StatusOr<bool> Next(record::Service& service) override {
    if (!failed_.ok()) return failed_;
    absl::StatusOr<bool> more = TryNext(service);
    if (!more.ok()) failed_ = more.status();
    return more;
  }

  std::uint64_t records_read() const override { return reader_.records_read(); }
  std::uint64_t bytes_read() const override {
    return bytes_done_ + (input_ == nullptr ? 0 : input_->bytes_read());
  }
  std::uint64_t bytes_total() const override { return std::max(bytes_total_, bytes_read()); }

 private:
  absl::StatusOr<bool> TryNext(record::Service& service) {
    for (;;) {
      if (std::optional<std::string> json = kept_.NextReady()) {
        if (reader_.ReadText(*json, service)) return true;
        continue;
      }
      if (splitter_ == nullptr) {
        const std::optional<std::string> json = kept_.NextJoined();
        if (!json) return Finish();
        if (reader_.ReadText(*json, service)) return true;
        continue;
      }
      JsonPiece piece;
      ASSIGN_OR_RETURN(const bool more, splitter_->Next(piece));
      if (!more || piece.container != container_) kept_.EndContainer();
      container_ = piece.container;
      if (!more) {
        CloseInput();
        RETURN_IF_ERROR(OpenNextInput());
        continue;
      }
      ASSIGN_OR_RETURN(const bool given, TakePiece(piece, service));
      if (given) return true;
    }
  }

  // Leaves no splitter when there is no further input.
  absl::Status OpenNextInput() {
    const bool single = members_.empty();
    if (next_member_ >= std::max<std::size_t>(members_.size(), 1)) return absl::OkStatus();
    const std::size_t member = next_member_++;
    if (single) {
      ASSIGN_OR_RETURN(input_, InputStream::Open(path_));
    } else {
      ASSIGN_OR_RETURN(input_, InputStream::OpenMember(path_, members_[member]));
      hint_ = EntityOfMemberName(members_[member]);
      reader_.set_member(members_[member]);
    }
    splitter_ = std::make_unique<JsonSplitter>(*input_);
    return absl::OkStatus();
  }

  void CloseInput() {
    const JsonEnvelopes& envelopes = splitter_->envelopes();
    pages_ += envelopes.pages;
    pages_without_total_ += envelopes.pages_without_total;
    page_elements_ += envelopes.elements;
    if (envelopes.total) total_ = envelopes.total;
    bytes_done_ += input_->bytes_read();
    splitter_.reset();
    input_.reset();
  }

  absl::StatusOr<bool> TakePiece(const JsonPiece& piece, record::Service& service) {
    if (piece.broken) {
      reader_.RejectPiece(piece, piece.reason);
      return false;
    }
    const ParsedJson parsed = reader_.Parse(piece);
    if (!parsed.object) {
      if (!parsed.was_null) RETURN_IF_ERROR(splitter_->ResumeInside());
      return false;
    }
    const JsonObject object(*parsed.object);
    const std::string_view entity = EntityOfPiece(piece, object);
    if (entity == "services") return TakeService(piece, parsed, object, service);
    ++others_;
    KeepOther(entity, piece, parsed, object);
    return false;
  }

  std::string_view EntityOfPiece(const JsonPiece& piece, const JsonObject& object) const {
    const std::string_view by_list = EntityOf(piece.list);
    if (!by_list.empty()) return by_list;
    const std::string_view by_shape = EntityByShape(object);
    if (hint_.empty()) return by_shape;
    // The name of a file says less than that of a list: it may hold pages of something else.
    if (hint_ == "services") return HoldsServices(object) || by_shape == "api" ? by_shape : hint_;
    return by_shape != "services" || IsPlainlyService(object) ? by_shape : hint_;
  }

  // The text of a record as it is kept: what was repaired must not be repaired again when it stands
  // in another record.
  static std::string TextToKeep(const JsonPiece& piece, const ParsedJson& parsed) {
    if (!parsed.was_malformed && !parsed.was_not_utf8) return std::string(piece.text);
    std::ostringstream text;
    text << simdjson::minify(*parsed.object);
    return text.str();
  }

  bool TakeService(const JsonPiece& piece, const ParsedJson& parsed, const JsonObject& object,
                   record::Service& service) {
    const bool among_entities = EntityOf(piece.list) == "services" || hint_ == "services";
    if (kept_.has_entities() || (among_entities && IsThin(*parsed.object))) {
      kept_.KeepService(TextToKeep(piece, parsed));
    } else if (among_entities && RefersToOthers(object)) {
      kept_.KeepUntilContainerEnds(TextToKeep(piece, parsed));
    } else {
      return reader_.Read(piece.text, object, service);
    }
    return false;
  }

  void KeepOther(std::string_view entity, const JsonPiece& piece, const ParsedJson& parsed,
                 const JsonObject& object) {
    if (entity == "organizations" && object.Peek(JsonMember::kServices) != nullptr) {
      kept_.KeepOrganisation(*parsed.object, object);
    } else if (entity == "service_at_locations") {
      kept_.KeepServiceAtLocation(TextToKeep(piece, parsed), object);
    } else if (entity != "api") {
      kept_.KeepEntity(entity, TextToKeep(piece, parsed), object);
    }
  }

  absl::StatusOr<bool> Finish() {
    if (std::exchange(finished_, true)) return false;
    if (records_read() == 0 && others_ > 0) {
      return InvalidArgument(path_ +
                             ": holds no services, only other things (organisations, locations, "
                             "terms, or an API's root document); add the file with the services");
    }
    kept_.ReportUnused();
    if (pages_without_total_ > 0) {
      reader_.ReportTotals(std::to_string(pages_without_total_) + " of " + std::to_string(pages_) +
                           " pages state no total");
    }
    if (total_ && *total_ != page_elements_) {
      reader_.ReportTotals(std::to_string(*total_) + " stated, " + std::to_string(page_elements_) +
                           " found");
    }
    return false;
  }

  const std::string path_;
  JsonRecordReader reader_;
  JsonKeptServices kept_;
  const std::vector<std::string> members_;  // empty for a single file
  std::size_t next_member_ = 0;
  std::unique_ptr<InputStream> input_;
  std::unique_ptr<JsonSplitter> splitter_;
  std::string_view hint_;        // what the member's name says its entities are
  std::uint64_t container_ = 0;  // of the last piece

  std::uint64_t others_ = 0;  // entities that are no services
  std::uint64_t bytes_done_ = 0;
  const std::uint64_t bytes_total_;
  std::uint64_t pages_ = 0;
  std::uint64_t pages_without_total_ = 0;
  std::uint64_t page_elements_ = 0;
  std::optional<std::uint64_t> total_;
  bool finished_ = false;
  absl::Status failed_;
};

std::uint64_t StoredBytes(const SourceSpec& spec, InputKind kind,
                          const std::vector<std::string>& members) {
  std::error_code error;
  if (kind != InputKind::kFolder) {
    const std::uintmax_t size = std::filesystem::file_size(spec.path, error);
    return error ? 0 : size;
  }
  std::uint64_t total = 0;
  for (const std::string& member : members) {
    const std::uintmax_t size =
        std::filesystem::file_size(std::filesystem::path(spec.path) / member, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace

bool LooksLikeJson(std::string_view beginning) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (beginning.starts_with(kByteOrderMark)) beginning.remove_prefix(kByteOrderMark.size());
  if (beginning.starts_with('\x1E')) beginning.remove_prefix(1);
  beginning = record::Trim(beginning);
  if (beginning.empty()) return false;
  const char first = beginning.front();
  if (first != '{' && first != '[') return false;
  const std::string_view rest = record::Trim(beginning.substr(1));
  if (rest.empty()) return true;
  if (first == '{') return rest.front() == '"' || rest.front() == '}';
  // "[section]" begins a TOML file.
  return rest.find_first_of("{[]\"-0123456789") == 0 || rest.starts_with("null");
}

bool HasJsonName(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  for (std::string_view extension : {".json", ".jsonl", ".ndjson", ".geojson"}) {
    if (name.size() > extension.size() &&
        record::EqualsIgnoringCase(name.substr(name.size() - extension.size()), extension)) {
      return true;
    }
  }
  return false;
}

absl::StatusOr<std::unique_ptr<RecordSource>> OpenJsonSource(const SourceSpec& spec,
                                                             record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(spec.path));
  std::vector<std::string> members;
  if (kind != InputKind::kFile) {
    ASSIGN_OR_RETURN(members, ListMembers(spec.path));
    std::erase_if(members, [](const std::string& name) { return !HasJsonName(name); });
    if (members.empty()) {
      return InvalidArgument(spec.path +
                             ": holds no file that is called *.json, *.jsonl or *.ndjson");
    }
  }
  const std::uint64_t bytes = StoredBytes(spec, kind, members);
  auto source = std::make_unique<JsonSource>(spec, sink, std::move(members), bytes);
  RETURN_IF_ERROR(source->Start());
  return std::unique_ptr<RecordSource>(std::move(source));
}

}  // namespace waypost::sources
