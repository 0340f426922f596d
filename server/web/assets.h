#pragma once

// Styles, scripts and pictures of the pages: the files of one folder, held in memory.
//
//   ASSIGN_OR_RETURN(const Assets assets, Assets::Load("build/assets"));
//   assets.Address("app.css")      // "/assets/app.css?v=9f3c...": changes when the file does
//
// The pages work without any. Immutable; safe from any thread.

#include <map>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "server/transport/http.h"

namespace waypost::server {

class Assets {
 public:
  // None.
  Assets() = default;
  // The files of the folder itself, not of those below it. Errors: NotFound, or that of a file that
  // cannot be read.
  static absl::StatusOr<Assets> Load(const std::string& folder);

  // Puts the file at `path` in as `name`. Errors: those of MappedFile::Open.
  absl::Status AddFile(std::string_view name, const std::string& path);
  // Puts a file in, or in the place of the one of that name.
  void Add(std::string_view name, std::string bytes);

  // "" when there is no such file.
  std::string Address(std::string_view name) const;
  // The answer to a request for the file; 404 when there is none. `is_versioned`: its address says
  // which version it is, so it can be kept for ever.
  HttpResponse Answer(std::string_view name, bool is_versioned) const;

 private:
  struct File {
    std::string bytes;
    std::string version;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace waypost::server
