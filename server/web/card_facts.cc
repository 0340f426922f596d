#include "server/web/card_facts.h"

#include <utility>

#include "server/response/page_text.h"
#include "server/response/session_text.h"
#include "server/web/cost_text.h"
#include "server/web/fact_text.h"
#include "server/web/phone_text.h"
#include "server/web/who_for.h"

namespace waypost::server {
namespace {

void AddFact(std::vector<PageData>& facts, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  PageData fact;
  Set(fact, "term", name);
  Set(fact, "value", value);
  facts.push_back(std::move(fact));
}

std::string WhereAndHowFar(const InterfaceText& text, const std::string& where,
                           const std::string& distance) {
  if (distance.empty()) return where;
  return where.empty() ? text("card.away", {{"distance", Capitalised(distance)}})
                       : text("card.where_away", {{"where", where}, {"distance", distance}});
}

}  // namespace

std::string WhereText(const Index& index, const InterfaceText& text, DocId doc,
                      const CardFields& card) {
  if (IsConfidential(index, doc)) {
    return HiddenPlaceText(text, card.district);
  }
  if (!IsPlaceToGo(index, doc)) return {};
  std::string where = card.location_name;
  for (const std::string& part : {card.address, card.postcode}) {
    if (part.empty() || where.find(part) != std::string::npos) continue;
    if (!where.empty()) where += ", ";
    where += part;
  }
  return where;
}

std::string_view ClosedText(const InterfaceText& text, Status status) {
  switch (status) {
    case Status::kTemporarilyClosed:
      return text("card.closed");
    case Status::kInactive:
      return text("card.inactive");
    case Status::kDefunct:
      return text("card.defunct");
    case Status::kActive:
      break;
  }
  return {};
}

void SetCardFacts(const Index& index, const InterfaceText& text, DocId doc, const CardFields& card,
                  const FactsAsked& asked, PageData& item) {
  const DocumentColumns& documents = index.documents();
  std::vector<PageData> facts;
  AddFact(facts, text("card.where"),
          WhereAndHowFar(text, WhereText(index, text, doc, card), asked.distance));
  if (!IsPlaceToGo(index, doc)) {
    AddFact(facts, text("filter.reach"), ComingText(index, text, doc));
  }
  AddFact(facts, text("card.when"), SessionLine(index, doc, asked.now));
  AddFact(facts, text("card.cost"), CostText(text, card));
  AddFact(facts, text("card.for"), WhoForLine(index, text, doc));
  const auto access = EnumSet<Access>::FromBits(documents.access[doc]);
  AddFact(facts, text("card.access"), ListText(text, "access", access, kAccessCount));
  const AccessibilityBits bits = documents.accessibility[doc];
  const auto present = EnumSet<Accessibility>::FromBits(bits.present);
  const auto absent = EnumSet<Accessibility>::FromBits(bits.absent);
  AddFact(facts, text("card.accessibility"),
          ListText(text, "accessibility", present, kAccessibilityCount));
  AddFact(facts, text("card.no_accessibility"),
          ListText(text, "accessibility", absent, kAccessibilityCount));
  const bool has_rows = !facts.empty() || !card.phone.empty();
  SetList(item, "facts", std::move(facts));
  Set(item, "has_facts", has_rows);
  SetPhone(card.phone, item);
}

}  // namespace waypost::server
