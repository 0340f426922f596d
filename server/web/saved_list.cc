#include "server/web/saved_list.h"

#include <algorithm>
#include <span>
#include <utility>

#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

// The services whose ids begin like `id`.
std::span<const Uuid> BeginningLike(const Index& index, const Uuid& id, IdLength length) {
  const std::span<const Uuid> all = index.services().public_id.values();
  const auto cut = [&](const Uuid& other) { return CutId(other, length); };
  const auto found = std::ranges::equal_range(all, CutId(id, length), {}, cut);
  return {found.begin(), found.end()};
}

}  // namespace

std::vector<std::string> SavedList::IdsWithout(std::size_t place) const {
  std::vector<std::string> others = ids;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
  return others;
}

bool SavedList::IsSensitive(const Site& site) const {
  return std::ranges::any_of(services, [&](const SavedService& saved) {
    return SensitivityOf(site, saved.service).is_sensitive;
  });
}

std::vector<SourceOrdinal> SavedList::Sources(const Index& index) const {
  std::vector<SourceOrdinal> sources;
  for (const SavedService& saved : services) {
    const DocId doc = index.services().documents[saved.service].front();
    sources.push_back(index.documents().source[doc]);
  }
  std::ranges::sort(sources);
  const auto repeated = std::ranges::unique(sources);
  sources.erase(repeated.begin(), repeated.end());
  return sources;
}

AskedPage WithListOfAddress(AskedPage asked) {
  if (const auto ids = asked.Field("ids"); !ids.empty()) asked.saved = ReadIds(ids);
  // One service may be named in capitals and in small letters.
  std::vector<std::string> once;
  for (const std::string& id : asked.saved) {
    const auto uuid = ParseUuid(id);
    if (!uuid) continue;
    std::string text = FormatUuid(*uuid);
    if (std::ranges::find(once, text) == once.end()) once.push_back(std::move(text));
  }
  asked.saved = std::move(once);
  return asked;
}

SavedList ReadSavedList(const Index& index, const AskedPage& asked) {
  SavedList list{.ids = asked.saved};
  for (std::size_t place = 0; place < list.ids.size(); ++place) {
    const auto uuid = ParseUuid(list.ids[place]);
    const auto service = uuid ? index.FindService(*uuid) : std::nullopt;
    if (service) {
      list.services.push_back({*service, place});
    } else {
      list.unknown.push_back(place);
    }
  }
  return list;
}

std::string ShortLink(const Index& index, const SavedList& list) {
  ListCode code{.day = index.as_of()};
  for (const SavedService& saved : list.services) {
    const Uuid& id = index.services().public_id[saved.service];
    if (BeginningLike(index, id, IdLength::kShort).size() > 1) code.length = IdLength::kWhole;
    code.ids.push_back(id);
  }
  std::string link(kShortLinkPath);
  return link + FormatListCode(code);
}

std::string ListAddress(const AskedPage& asked, std::string_view path,
                        const std::vector<std::string>& ids,
                        std::vector<query::Parameter> parameters) {
  AskedPage without_list{.language = asked.language};
  if (!ids.empty()) parameters.insert(parameters.begin(), {"ids", JoinIds(ids)});
  return PageLinks(without_list, false).Address(path, std::move(parameters));
}

std::vector<query::Parameter> SheetOfOne(const std::string& id) {
  return {{"ids", id}, {"alone", "yes"}};
}

bool IsSheetOfOne(const AskedPage& asked) { return asked.Field("alone") == "yes"; }

SaveToggle ToggleSaved(const AskedPage& asked, const std::string& id) {
  SaveToggle toggle{.asked = asked};
  std::vector<std::string>& saved = toggle.asked.saved;
  const auto found = std::ranges::find(saved, id);
  const bool is_saved = found != saved.end();
  toggle.label = asked.text()(is_saved ? "card.unsave" : "card.save");
  if (is_saved) {
    saved.erase(found);
  } else if (saved.size() < kLongestList) {
    saved.push_back(id);
  } else {
    toggle.full = asked.text()("card.full", {{"n", std::to_string(kLongestList)}});
  }
  return toggle;
}

OpenedLink OpenLink(const Index& index, const ListCode& code) {
  OpenedLink opened;
  for (const Uuid& id : code.ids) {
    const auto found = BeginningLike(index, id, code.length);
    if (found.size() == 1) {
      opened.ids.push_back(FormatUuid(found.front()));
    } else {
      ++(found.empty() ? opened.gone : opened.unclear);
    }
  }
  return opened;
}

}  // namespace waypost::server
