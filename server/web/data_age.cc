#include "server/web/data_age.h"

#include <algorithm>

#include "engine/core/date.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"

namespace waypost::server {
namespace {

// Of a source that promises nothing.
constexpr int kUsualDays = 35;
// Fewer days than this, and next month's sessions begin to be missing.
constexpr int kShortHorizon = 31;

constexpr std::size_t kMostNamed = 3;

struct LateSource {
  std::string name;
  Date known;
};

// The oldest first.
std::vector<LateSource> LateSources(const Index& index, int today) {
  std::vector<LateSource> late;
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    const SourceOrdinal ordinal(static_cast<std::uint16_t>(i));
    const SourceFacts source = ReadSource(index.sources().info[ordinal]);
    const Date known = source.retrieved.value_or(index.as_of());
    if (today - DayNumber(known) <= source.checked_every_days.value_or(kUsualDays)) continue;
    late.push_back({source.name(), known});
  }
  std::ranges::stable_sort(late, {}, &LateSource::known);
  return late;
}

std::string LateText(const InterfaceText& text, const std::vector<LateSource>& late) {
  std::string sources;
  for (std::size_t i = 0; i < std::min(late.size(), kMostNamed); ++i) {
    if (i > 0) sources += "; ";
    sources += text("banner.source", {{"source", late[i].name}, {"date", LongDate(late[i].known)}});
  }
  if (late.size() > kMostNamed) {
    sources.append("; ").append(text.Counted("banner.more", late.size() - kMostNamed));
  }
  return text("banner.old", {{"sources", sources}});
}

}  // namespace

std::vector<std::string> DataAgeWarnings(const Site& site, const InterfaceText& text) {
  const Index& index = site.index();
  const int today = DayNumber(site.serving.Now().date);
  std::vector<std::string> warnings;
  const Date last = index.calendar().lists.horizon.last;
  if (DayNumber(last) - today < kShortHorizon) {
    warnings.push_back(text("banner.horizon", {{"date", LongDate(last)}}));
  }
  const std::vector<LateSource> late = LateSources(index, today);
  if (!late.empty()) warnings.push_back(LateText(text, late));
  return warnings;
}

}  // namespace waypost::server
