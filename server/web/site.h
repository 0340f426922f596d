#pragma once

// What every page is made from: the index in service, the phrase book, and how this place is set
// up.

#include <string>

#include "engine/ask/phrase_book.h"
#include "engine/core/status.h"
#include "server/request/serving_index.h"
#include "server/web/assets.h"

namespace waypost::server {

struct SiteSettings {
  std::string name = "Waypost";
  Assets assets;
  // The address of map pictures, "https://tiles.example.org/{z}/{x}/{y}.png", and whose they are.
  // Without one the map shows outlines only, and no browser asks anybody else for anything.
  std::string tiles;
  std::string tiles_attribution;
};

struct Site {
  const ServingIndex& serving;
  const absl::StatusOr<ask::PhraseBook>& phrases;
  const SiteSettings& settings;

  const Index& index() const { return *serving.index; }
};

}  // namespace waypost::server
