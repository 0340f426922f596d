#include "index_builder/validate/check_service.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/core/ascii.h"
#include "index_builder/record/lenient_date.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/validate/check_fields.h"
#include "index_builder/validate/check_places.h"
#include "index_builder/validate/check_schedules.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;
using sources::JsonText;

constexpr int kAssuredMonths = 3;
constexpr double kOldest = 130;

// Calls `each` with every element of the list `name` of `holder` and its pointer.
template <typename Each>
void ForEach(JsonElement holder, std::string_view name, const std::string& pointer,
             const Each& each) {
  std::size_t i = 0;
  for (JsonElement element : sources::JsonArray(holder, name)) {
    each(element, PointerTo(PointerTo(pointer, name), i++));
  }
}

// The rows of hours anywhere in a service.
template <typename Each>
void ForEachSchedule(JsonElement service, const Each& each) {
  for (std::string_view list : {"regular_schedules", "schedules"}) {
    ForEach(service, list, "", each);
  }
  ForEach(service, "service_at_locations", "", [&](JsonElement place, const std::string& at) {
    for (std::string_view list : {"regular_schedule", "schedules"}) ForEach(place, list, at, each);
  });
}

bool NeedsNoPlace(std::string_view attending_type) {
  const std::string attending = LowerCase(attending_type);
  return attending == "online" || attending == "phone" || attending == "home visit";
}

class ServiceCheck {
 public:
  ServiceCheck(JsonElement service, RecordCheck& check) : service_(service), check_(check) {}

  void CheckAll() {
    CheckAges();
    CheckTexts();
    CheckPlaces();
    CheckHours();
    CheckCosts();
    CheckReferences();
    CheckAssurance();
    CheckTerms();
  }

  void CheckSilence() {
    if (JsonText(service_, "description").empty()) {
      check_.Add(FindingKind::kNoDescription, "/description", "there is no description");
    }
    if (JsonText(service_, "assured_date").empty()) {
      check_.Add(FindingKind::kNeverAssured, "/assured_date", "there is no assured_date");
    }
    if (terms_ == 0) check_.Add(FindingKind::kNoTerms, "", "no term is attached");
    if (places_ == 0 && !SaysThatItNeedsNoPlace()) {
      check_.Add(FindingKind::kNoPlace, "", "there is no location");
    }
  }

 private:
  // 3.0 says so of schedules only.
  bool SaysThatItNeedsNoPlace() const {
    bool says = NeedsNoPlace(JsonText(service_, "attending_type"));
    ForEach(service_, "schedules", "", [&](JsonElement row, const std::string&) {
      says = says || NeedsNoPlace(JsonText(row, "attending_type"));
    });
    return says;
  }

  void CheckAgesOf(JsonElement row, const std::string& pointer) {
    const auto low = AgeOf(row, "minimum_age", pointer);
    const auto high = AgeOf(row, "maximum_age", pointer);
    if (!low || !high) return;
    if (*low == 0 && *high == 0) {
      check_.Add(FindingKind::kZeroAges, pointer, "minimum_age and maximum_age are 0");
    } else if (*low > *high) {
      check_.Add(FindingKind::kAgesReversed, pointer,
                 "minimum_age is " + JsonText(row, "minimum_age") + ", maximum_age is " +
                     JsonText(row, "maximum_age"));
    }
  }

  std::optional<double> AgeOf(JsonElement row, std::string_view field, const std::string& pointer) {
    const auto stated = sources::JsonMember(row, field);
    const std::optional<double> age = stated ? sources::JsonNumber(*stated) : std::nullopt;
    if (!age || (*age >= 0 && *age <= kOldest)) return age;
    std::string what(field);
    what += " is " + JsonText(*stated);
    check_.Add(FindingKind::kBadAge, PointerTo(pointer, field), what);
    return std::nullopt;
  }

  void CheckAges() {
    CheckAgesOf(service_, "");
    ForEach(service_, "eligibilitys", "",
            [&](JsonElement row, const std::string& at) { CheckAgesOf(row, at); });
  }

  void CheckText(JsonElement holder, std::string_view field, const std::string& pointer) {
    const std::string text = JsonText(holder, field);
    const record::SafeText safe = record::ToSafeText(text);
    if (!safe.had_markup && !safe.had_image) return;
    std::string what(field);
    what += safe.had_image ? " holds an image in HTML: " : " holds HTML: ";
    const std::size_t tag = std::min(text.find_first_of("<&"), text.size());
    what += Quoted(std::string_view(text).substr(tag, 40));
    check_.Add(FindingKind::kMarkup, PointerTo(pointer, field), what);
  }

  void CheckTexts() {
    CheckText(service_, "name", "");
    CheckText(service_, "description", "");
    if (const auto organization = sources::JsonMember(service_, "organization")) {
      CheckText(*organization, "description", "/organization");
    }
  }

  void CheckPlaces() {
    ForEach(service_, "service_at_locations", "", [&](JsonElement place, const std::string& at) {
      const auto location = sources::JsonMember(place, "location");
      if (location) CheckLocation(*location, PointerTo(at, "location"), check_);
      ++places_;
    });
  }

  void CheckHours() {
    ForEachSchedule(
        service_, [&](JsonElement row, const std::string& at) { CheckSchedule(row, at, check_); });
    const auto holiday = [&](JsonElement row, const std::string& at) {
      CheckHoliday(row, at, check_);
    };
    ForEach(service_, "holiday_schedules", "", holiday);
    ForEach(service_, "service_at_locations", "", [&](JsonElement place, const std::string& at) {
      ForEach(place, "holiday_schedules", at, holiday);
    });
  }

  void CheckCosts() {
    ForEach(service_, "cost_options", "", [&](JsonElement row, const std::string& at) {
      CheckPeriod(row, "valid_from", "valid_to", at, check_);
    });
  }

  // `field` of `holder` must be `id`, where both are stated.
  void CheckReference(JsonElement holder, std::string_view field, std::string_view id,
                      const std::string& pointer) {
    const std::string stated = JsonText(holder, field);
    if (stated.empty() || id.empty() || stated == id) return;
    std::string what(field);
    what += " is " + Quoted(stated);
    what += ", but it stands in or beside " + Quoted(id);
    check_.Add(FindingKind::kBrokenReference, PointerTo(pointer, field), what);
  }

  void CheckReferences() {
    const std::string id = JsonText(service_, "id");
    constexpr std::array<std::string_view, 13> kParts = {"regular_schedules",
                                                         "schedules",
                                                         "holiday_schedules",
                                                         "eligibilitys",
                                                         "cost_options",
                                                         "contacts",
                                                         "service_areas",
                                                         "service_at_locations",
                                                         "languages",
                                                         "fundings",
                                                         "funding",
                                                         "service_taxonomys",
                                                         "reviews"};
    for (std::string_view list : kParts) {
      ForEach(service_, list, "", [&](JsonElement part, const std::string& at) {
        CheckReference(part, "service_id", id, at);
      });
    }
    if (const auto organization = sources::JsonMember(service_, "organization")) {
      CheckReference(service_, "organization_id", JsonText(*organization, "id"), "");
    }
    ForEach(service_, "contacts", "", [&](JsonElement contact, const std::string& at) {
      ForEach(contact, "phones", at, [&](JsonElement phone, const std::string& phone_at) {
        CheckReference(phone, "contact_id", JsonText(contact, "id"), phone_at);
      });
    });
    CheckPlaceReferences();
  }

  void CheckPlaceReferences() {
    std::set<std::string> places;
    ForEach(service_, "service_at_locations", "", [&](JsonElement place, const std::string& at) {
      places.insert(JsonText(place, "id"));
      const auto location = sources::JsonMember(place, "location");
      if (!location) return;
      const std::string id = JsonText(*location, "id");
      CheckReference(place, "location_id", id, at);
      for (std::string_view list :
           {"physical_addresses", "addresses", "accessibility_for_disabilities", "accessibility"}) {
        ForEach(*location, list, PointerTo(at, "location"),
                [&](JsonElement part, const std::string& part_at) {
                  CheckReference(part, "location_id", id, part_at);
                });
      }
    });
    if (places.empty()) return;
    ForEachSchedule(service_, [&](JsonElement row, const std::string& at) {
      const std::string place = JsonText(row, "service_at_location_id");
      if (place.empty() || places.contains(place)) return;
      check_.Add(FindingKind::kBrokenReference, PointerTo(at, "service_at_location_id"),
                 "no service_at_location of this service has the id " + Quoted(place));
    });
  }

  void CheckAssurance() {
    const std::optional<Date> assured = record::ReadDate(JsonText(service_, "assured_date"));
    if (!assured) return;
    const std::string what = "assured_date is " + FormatIsoDate(*assured);
    // A day ahead may be today elsewhere.
    if (*assured > check_.today() + std::chrono::days(1)) {
      check_.Add(FindingKind::kAssuredInFuture, "/assured_date", what);
    } else if (*assured < MonthsBefore(check_.today(), kAssuredMonths)) {
      check_.Add(FindingKind::kStale, "/assured_date", what);
    }
  }

  void CheckTerm(JsonElement term, const std::string& pointer) {
    const std::string id = JsonText(term, "id");
    if (id.empty() || !std::all_of(id.begin(), id.end(), IsDigit)) return;
    check_.Add(FindingKind::kTermSpelling, PointerTo(pointer, "id"),
               "the id of the term " + Quoted(JsonText(term, "name")) + " is " + Quoted(id));
  }

  void CheckTerms() {
    ForEach(service_, "service_taxonomys", "", [&](JsonElement link, const std::string& at) {
      ++terms_;
      const auto term = sources::JsonMember(link, "taxonomy");
      if (term) CheckTerm(*term, PointerTo(at, "taxonomy"));
    });
    ForEach(service_, "attributes", "", [&](JsonElement, const std::string&) { ++terms_; });
  }

  const JsonElement service_;
  RecordCheck& check_;
  std::size_t places_ = 0;
  std::size_t terms_ = 0;
};

}  // namespace

bool IsFullRecord(JsonElement service, Standard standard) {
  const std::span<const FieldRule> fields = FieldsOf(standard, Entity::kService);
  return std::any_of(fields.begin(), fields.end(), [&](const FieldRule& rule) {
    return rule.kind == ValueKind::kList && sources::JsonMember(service, rule.name).has_value();
  });
}

void CheckService(JsonElement service, RecordForm form, RecordCheck& check) {
  CheckFields(service, Entity::kService, "", check);
  const auto organization = sources::JsonMember(service, "organization");
  if (check.is_v1() && (!organization || IsBlank(*organization)) &&
      JsonText(service, "organization_id").empty()) {
    check.Add(FindingKind::kMissingField, "/organization",
              "service has no organization and no organization_id");
  }
  ServiceCheck checks(service, check);
  checks.CheckAll();
  if (form == RecordForm::kFull) checks.CheckSilence();
}

}  // namespace waypost::validate
