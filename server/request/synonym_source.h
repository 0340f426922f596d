#pragma once

// The synonyms in force: those of a file that staff edit, read again when they say so.
//
//   SynonymSource source("synonyms.txt");
//   RETURN_IF_ERROR(source.Load(analyser));    // at the start, and on SIGHUP
//   auto synonyms = source.current();          // per request; stays whole while another is loaded
//
// All members are safe from any thread; requests wait for a pointer to be copied, no longer.

#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "engine/core/status.h"
#include "engine/text/synonyms.h"

namespace waypost::server {

struct SynonymsInForce {
  text::Synonyms synonyms;
  std::string version;  // tells one file's content from another's; "" without a file
};

class SynonymSource {
 public:
  SynonymSource() = default;  // none
  explicit SynonymSource(std::string path) : path_(std::move(path)) {}

  // What was in force stays when there is an error: NotFound for a file that cannot be read,
  // InvalidArgument with file and line for one that is not understood.
  absl::Status Load(text::Analyser& analyser);

  // Never null.
  std::shared_ptr<const SynonymsInForce> current() const;

  const std::string& path() const { return path_; }

 private:
  const std::string path_;
  mutable std::mutex mutex_;
  std::shared_ptr<const SynonymsInForce> current_ = std::make_shared<const SynonymsInForce>();
};

}  // namespace waypost::server
