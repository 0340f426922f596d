#include "server/web/data_age.h"

#include "engine/core/date.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"

namespace waypost::server {
namespace {

// Of a source that promises nothing.
constexpr int kUsualDays = 35;
// Fewer days than this, and next month's sessions begin to be missing.
constexpr int kShortHorizon = 31;

}  // namespace

std::string DataAgeWarning(const Site& site, const InterfaceText& text) {
  const Index& index = site.index();
  const int today = DayNumber(site.serving.Now().date);
  if (DayNumber(index.calendar().lists.horizon.last) - today < kShortHorizon) {
    return text("banner.horizon", {{"date", LongDate(index.calendar().lists.horizon.last)}});
  }
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    const SourceOrdinal ordinal(static_cast<std::uint16_t>(i));
    const SourceFacts source = ReadSource(index.sources().info[ordinal]);
    const Date known = source.retrieved.value_or(index.as_of());
    if (today - DayNumber(known) <= source.checked_every_days.value_or(kUsualDays)) continue;
    return text("banner.old", {{"source", source.name()}, {"date", LongDate(known)}});
  }
  return {};
}

}  // namespace waypost::server
