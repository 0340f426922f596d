#pragma once

// The services of "My list", and the short link to it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/format/public_id.h"
#include "server/web/asked_page.h"
#include "server/web/list_code.h"
#include "server/web/page_links.h"
#include "server/web/site.h"

namespace waypost::server {

inline constexpr std::string_view kListPath = "/list";
inline constexpr std::string_view kListSheetPath = "/list/print";
inline constexpr std::string_view kShortLinkPath = "/l/";

struct SavedService {
  ServiceOrdinal service;
  std::size_t place = 0;  // of its id
};

struct SavedList {
  std::vector<std::string> ids;        // all that were saved, in the order of saving
  std::vector<SavedService> services;  // those of them that are published, in the same order
  std::vector<std::size_t> unknown;    // the places in `ids` of those that are not

  // Without the id at that place.
  std::vector<std::string> IdsWithout(std::size_t place) const;
  // Whether one of the services must not be seen by others: what hides its place, and what is there
  // for sensitive needs alone.
  bool IsSensitive(const Site& site) const;
  // Their sources, each once.
  std::vector<SourceOrdinal> Sources(const Index& index) const;
};

// `asked` with `ids` as its list, where the address has them: links then carry it on.
AskedPage WithListOfAddress(AskedPage asked);

SavedList ReadSavedList(const Index& index, const AskedPage& asked);

// "/l/CODE" for the services of `list`, as known on the day of the index. REQUIRES: there are some.
std::string ShortLink(const Index& index, const SavedList& list);

// An address of pages of a list: it has `ids` and the language, and needs to carry nothing.
std::string ListAddress(const AskedPage& asked, std::string_view path,
                        const std::vector<std::string>& ids,
                        std::vector<query::Parameter> parameters = {});

// Parameters of kListSheetPath for a service that may not be on the list, which stays as it is.
std::vector<query::Parameter> SheetOfOne(const std::string& id);
bool IsSheetOfOne(const AskedPage& asked);

// Saving without scripts: the same page again, with one id more or less.
struct SaveToggle {
  AskedPage asked;  // with the other list
  std::string_view label;
  // What is said instead, where no more can be saved; else "".
  std::string full;
};
SaveToggle ToggleSaved(const AskedPage& asked, const std::string& id);

// What a short link leads to in the index of today.
struct OpenedLink {
  std::vector<std::string> ids;
  std::size_t gone = 0;     // no service begins so
  std::size_t unclear = 0;  // several services do
};

// O(ids * log services).
OpenedLink OpenLink(const Index& index, const ListCode& code);

}  // namespace waypost::server
