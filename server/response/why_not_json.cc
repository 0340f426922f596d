#include "server/response/why_not_json.h"

#include <algorithm>
#include <string_view>

#include "engine/format/public_id.h"
#include "engine/query/filters/phrase_test.h"
#include "server/response/answer_text.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/query_json.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

using query::FilterKind;
using query::WhyNot;

// "a, b".
class Listed {
 public:
  void Add(std::string_view text) {
    if (!text_.empty()) text_ += ", ";
    text_ += text;
  }
  std::string Take() && { return std::move(text_); }

 private:
  std::string text_;
};

template <typename E>
std::string NamesOf(EnumSet<E> set, std::size_t count) {
  Listed names;
  for (std::size_t i = 0; i < count; ++i) {
    if (set.Has(static_cast<E>(i))) names.Add(NameOf(static_cast<E>(i)));
  }
  return std::move(names).Take();
}

// "5 to 12", "60 and over", "up to 4": whole years, which is what a stated range is made of, or a
// tenth of one.
std::string YearsText(std::int32_t millionths) {
  const std::int32_t tenths = (millionths + AgeRange::kPerYear / 20) / (AgeRange::kPerYear / 10);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
}

std::string AgeText(const AgeRange& range) {
  const bool is_whole = range.last % AgeRange::kPerYear == 0;
  const std::string last = YearsText(is_whole ? range.last - AgeRange::kPerYear : range.last);
  if (range.last == AgeRange::kOpenLast) return YearsText(range.first) + " and over";
  if (range.first == AgeRange::kOpenFirst) return "up to " + last;
  return YearsText(range.first) + " to " + last;
}

// What the service says of what was asked, in plain text; "" where it says nothing, or where saying
// it would tell a confidential place.
class Stated {
 public:
  Stated(const Index& index, const WhyNot& why)
      : index_(index), documents_(index.documents()), why_(why), doc_(why.doc) {}

  std::string Of(FilterKind kind) const {
    switch (kind) {
      case FilterKind::kStatus:
        return std::string(NameOf(documents_.status[doc_]));
      case FilterKind::kSource:
        return std::string(index_.sources().id[documents_.source[doc_]]);
      case FilterKind::kSourceId:
        return std::string(index_.services().source_id[documents_.service[doc_]]);
      case FilterKind::kOrganization:
        return Organisation();
      case FilterKind::kWords:
        return MissingWords();
      case FilterKind::kServiceType:
      case FilterKind::kTaxonomyTerm:
      case FilterKind::kNeed:
      case FilterKind::kCircumstance:
      case FilterKind::kPersona:
      case FilterKind::kExcludeTaxonomyTerm:
        return Terms();
      case FilterKind::kPlace:
        return Where();
      case FilterKind::kBoundingBox:
        return {};
      case FilterKind::kArea:
        return Areas(documents_.areas[doc_]);
      case FilterKind::kAuthority:
        return IsConfidential(index_, doc_) ? "" : Areas(documents_.authorities[doc_]);
      case FilterKind::kReach:
        return NamesOf(EnumSet<Reach>::FromBits(documents_.reach[doc_]), kReachCount);
      case FilterKind::kAge:
        return Ages();
      case FilterKind::kTime:
      case FilterKind::kOn:
      case FilterKind::kOpenAt:
      case FilterKind::kNextDays:
        return SessionLine(index_, doc_, why_.resolved.now);
      case FilterKind::kFree:
        return documents_.free[doc_] == Fact::kNo ? "not free" : "";
      case FilterKind::kAccess:
        return NamesOf(EnumSet<Access>::FromBits(documents_.access[doc_]), kAccessCount);
      case FilterKind::kLanguage:
        return Languages();
      case FilterKind::kAccessibility:
        return Accessibilities();
      case FilterKind::kMinQuality:
        return std::to_string(documents_.richness[doc_]);
      case FilterKind::kAssuredWithin:
        return DayText(documents_.assured[doc_]);
      case FilterKind::kModifiedAfter:
        return documents_.modified[doc_] == kNoMoment
                   ? ""
                   : FormatMoment(Moment(std::chrono::seconds(documents_.modified[doc_])));
    }
    return {};
  }

 private:
  static std::string DayText(std::int32_t day) {
    return day == kNoDate ? "" : FormatIsoDate(Date(std::chrono::days(day)));
  }

  std::string Organisation() const {
    const OrganisationOrdinal organisation = documents_.organisation[doc_];
    return organisation.is_none() ? "" : std::string(index_.organisations().name[organisation]);
  }

  // Of an expression no single word is what is missing.
  std::string MissingWords() const {
    if (why_.resolved.expression) return {};
    Listed words;
    for (const query::ResolvedWord& word : why_.resolved.words) {
      if (!query::HasWord(index_, word, doc_)) words.Add("no “" + word.word.text + "”");
    }
    const std::string missing = std::move(words).Take();
    if (!missing.empty()) return missing;
    return "the words are there, but not side by side";
  }

  std::string Terms() const {
    Listed labels;
    for (TaxonomyTermId term : documents_.terms[doc_]) labels.Add(index_.taxonomy().label(term));
    return std::move(labels).Take();
  }

  // How far, where it is at a place; for whom, where it comes to people.
  std::string Where() const {
    const auto reach = EnumSet<Reach>::FromBits(documents_.reach[doc_]);
    Listed where;
    if (reach.Has(Reach::kPlace) && why_.resolved.place && !IsConfidential(index_, doc_)) {
      const Millimetres distance =
          HaversineDistance(why_.resolved.place->point, documents_.position[doc_]);
      const bool is_sharp = why_.resolved.place->IsExact() && !documents_.IsOnlyAbout(doc_);
      where.Add((is_sharp ? MilesText(distance) : AboutMilesText(distance)) + " away");
    }
    const std::string areas = Areas(documents_.areas[doc_]);
    if (reach.Has(Reach::kVisits) && !areas.empty()) where.Add("comes to people in " + areas);
    return std::move(where).Take();
  }

  std::string Areas(std::span<const AreaId> areas) const {
    Listed names;
    for (AreaId area : areas) {
      if (!area.is_none()) names.Add(index_.areas().name[area]);
    }
    return std::move(names).Take();
  }

  std::string Ages() const {
    Listed ranges;
    for (const AgeRange& range : documents_.ages[doc_]) ranges.Add(AgeText(range));
    return std::move(ranges).Take();
  }

  std::string Languages() const {
    Listed names;
    for (LanguageId language : documents_.languages[doc_]) names.Add(index_.languages()[language]);
    return std::move(names).Take();
  }

  std::string Accessibilities() const {
    Listed features;
    const AccessibilityBits bits = documents_.accessibility[doc_];
    for (std::size_t i = 0; i < kAccessibilityCount; ++i) {
      const std::string name(NameOf(static_cast<Accessibility>(i)));
      if ((bits.present >> i & 1U) != 0) features.Add(name);
      if ((bits.absent >> i & 1U) != 0) features.Add("no " + name);
    }
    return std::move(features).Take();
  }

  const Index& index_;
  const DocumentColumns& documents_;
  const WhyNot& why_;
  DocId doc_;
};

}  // namespace

std::string WriteWhyNotJson(const Index& index, ServiceOrdinal service, const WhyNot& why) {
  JsonText json;
  json.StartObject()
      .Text("id", FormatUuid(index.services().public_id[service]))
      .Text("name", index.services().name[service])
      .Bool("matches", !why.failed);
  if (why.failed) {
    const std::string stated = Stated(index, why).Of(*why.failed);
    json.Text("failed", NameOf(*why.failed))
        .Text("says", why.fact == Fact::kNo ? "no" : "not stated");
    if (stated.empty()) {
      json.Null("value");
    } else {
      json.Text("value", stated);
    }
  } else {
    json.Bool("certain", why.certain);
  }
  json.Text("at", MinuteText(why.resolved.now));
  WriteQuery(index, why.resolved, json);
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
