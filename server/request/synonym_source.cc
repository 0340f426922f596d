#include "server/request/synonym_source.h"

#include <fstream>
#include <span>

#include "engine/core/crc32c.h"
#include "engine/text/synonym_file.h"

namespace waypost::server {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{8} << 20;

// Not mapped: an editor may be writing it.
absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return NotFound(path + ": the file of synonyms cannot be opened");
  std::string text(kMaxFileBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return NotFound(path + ": the file of synonyms cannot be read");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kMaxFileBytes) {
    return InvalidArgument(path + ": more than 8 MB of synonyms");
  }
  return text;
}

}  // namespace

absl::Status SynonymSource::Load(text::Analyser& analyser) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path_));
  ASSIGN_OR_RETURN(const std::vector<text::SynonymRule> rules, text::ParseSynonyms(path_, text));
  auto loaded = std::make_shared<const SynonymsInForce>(
      SynonymsInForce{.synonyms = text::Synonyms::Build(rules, analyser),
                      .version = std::to_string(Crc32c(std::as_bytes(std::span(text))))});
  const std::lock_guard lock(mutex_);
  current_ = std::move(loaded);
  return absl::OkStatus();
}

std::shared_ptr<const SynonymsInForce> SynonymSource::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

}  // namespace waypost::server
