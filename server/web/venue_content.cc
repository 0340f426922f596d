#include "server/web/venue_content.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/geo/lat_lng.h"
#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/web/fact_rows.h"
#include "server/web/fact_text.h"
#include "server/web/when_content.h"

namespace waypost::server {
namespace {

class VenueContent {
 public:
  VenueContent(const Site& site, const InterfaceText& text, const ServiceQuestion& question,
               ServiceOrdinal service, const ServiceFacts& facts)
      : site_(site), text_(text), question_(question), service_(service), facts_(facts) {}

  PageData Of(const VenueFacts& venue, std::size_t number) const {
    PageData data;
    Set(data, "name", NameOf(venue, number));
    AddAddress(venue, data);
    const bool is_office =
        !facts_.is_confidential && venue.doc && !IsPlaceToGo(site_.index(), *venue.doc);
    Set(data, "office", is_office ? text_("service.office") : std::string_view());
    const std::string distance = venue.doc ? DistanceFrom(site_, question_, *venue.doc) : "";
    Set(data, "distance",
        distance.empty() ? distance : text_("card.away", {{"distance", Capitalised(distance)}}));
    FactRows rows;
    AddTimes(venue, rows);
    AddContacts(venue, rows);
    if (!facts_.is_confidential) AddPlaceRows(venue, rows);
    data.set("facts", std::move(rows).Take());
    const bool has_own_calendar = !facts_.is_confidential && facts_.venues.size() > 1;
    Set(data, "calendar",
        has_own_calendar ? CalendarAddress(site_, service_, venue) : std::string());
    return data;
  }

 private:
  std::string NameOf(const VenueFacts& venue, std::size_t number) const {
    if (!venue.name.empty()) return venue.name;
    if (!venue.address_lines.empty()) return venue.address_lines.front();
    return text_("service.venue", {{"n", std::to_string(number)}});
  }

  void AddAddress(const VenueFacts& venue, PageData& data) const {
    if (facts_.is_confidential) {
      Set(data, "hidden", HiddenPlaceText(text_, venue.district));
      SetList(data, "address", {});
      return;
    }
    Set(data, "hidden", false);
    std::vector<PageData> lines;
    const auto add = [&](const std::string& part) {
      PageData line;
      Set(line, "line", part);
      if (!part.empty() && part != venue.name) lines.push_back(std::move(line));
    };
    for (const std::string& line : venue.address_lines) add(line);
    for (const std::string& part : {venue.city, venue.county, venue.postcode}) add(part);
    SetList(data, "address", std::move(lines));
  }

  void AddTimes(const VenueFacts& venue, FactRows& rows) const {
    if (HasOneVenue(facts_)) return;
    const std::vector<std::string> times = TimesAt(site_, text_, venue);
    if (times.empty()) {
      rows.AddNotStated(text_("service.times"), text_("service.times_not_stated"));
    }
    rows.Add(text_("service.times"), times);
  }

  void AddContacts(const VenueFacts& venue, FactRows& rows) const {
    std::vector<FactLine> phones;
    for (const PhoneFacts& phone : venue.phones) AddPhoneLines(phone, phones);
    rows.AddLines(text_("service.phone"), std::move(phones));
    for (const ContactFacts& contact : venue.contacts) {
      std::vector<FactLine> lines = ContactLines(contact);
      rows.AddLines(text_("service.person"), std::move(lines));
    }
  }

  void AddPlaceRows(const VenueFacts& venue, FactRows& rows) const {
    AddAccessibility(venue, rows);
    rows.Add(text_("service.transport"), venue.transport);
    rows.Add(text_("service.about_place"), venue.description);
    if (!venue.url.empty()) rows.AddLines(text_("service.website"), {WebLine(venue.url)});
  }

  // In the order in which it is stated: what is there, what is not, and what is said besides.
  void AddAccessibility(const VenueFacts& venue, FactRows& rows) const {
    if (venue.is_virtual) return;
    std::vector<std::string> present, absent, words;
    for (const AccessibilityFacts& fact : venue.accessibility) {
      if (fact.feature && fact.is_present) {
        std::string key("accessibility.");
        key.append(waypost::NameOf(*fact.feature));
        (*fact.is_present ? present : absent).emplace_back(text_(key));
      } else if (!fact.text.empty()) {
        words.push_back(fact.text);
      }
    }
    const bool is_stated = !present.empty() || !absent.empty() || !words.empty();
    if (!is_stated) {
      rows.AddNotStated(text_("card.accessibility"), text_("service.not_stated"));
    }
    present.insert(present.end(), words.begin(), words.end());
    rows.Add(text_("card.accessibility"), present);
    rows.Add(text_("card.no_accessibility"), absent);
  }

  const Site& site_;
  const InterfaceText& text_;
  const ServiceQuestion& question_;
  ServiceOrdinal service_;
  const ServiceFacts& facts_;
};

// The nearest first; those without a point as they stand, after them.
std::vector<const VenueFacts*> NearestFirst(const Site& site, const ServiceQuestion& question,
                                            const ServiceFacts& facts) {
  std::vector<const VenueFacts*> venues;
  for (const VenueFacts& venue : facts.venues) venues.push_back(&venue);
  if (!question.place || facts.is_confidential) return venues;
  const DocumentColumns& documents = site.index().documents();
  std::ranges::stable_sort(venues, {}, [&](const VenueFacts* venue) {
    if (!venue->doc || !documents.IsLocated(*venue->doc)) return INT64_MAX;
    return HaversineDistance(question.place->point, documents.position[*venue->doc]).value();
  });
  return venues;
}

}  // namespace

std::vector<PageData> VenueContents(const Site& site, const InterfaceText& text,
                                    const ServiceQuestion& question, ServiceOrdinal service,
                                    const ServiceFacts& facts) {
  const VenueContent content(site, text, question, service, facts);
  std::vector<PageData> items;
  std::size_t number = 0;
  for (const VenueFacts* venue : NearestFirst(site, question, facts)) {
    items.push_back(content.Of(*venue, ++number));
  }
  return items;
}

}  // namespace waypost::server
