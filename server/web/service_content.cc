#include "server/web/service_content.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/ascii.h"
#include "engine/core/lines.h"
#include "engine/query/format_query.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/response/sensitive_types.h"
#include "server/response/source_facts.h"
#include "server/web/condition_text.h"
#include "server/web/cost_text.h"
#include "server/web/crisis_lines.h"
#include "server/web/fact_rows.h"
#include "server/web/fact_text.h"
#include "server/web/language_marks.h"
#include "server/web/phone_text.h"
#include "server/web/result_card.h"
#include "server/web/saved_list.h"
#include "server/web/sensitivity.h"
#include "server/web/venue_content.h"
#include "server/web/when_content.h"
#include "server/web/who_for.h"

namespace waypost::server {
namespace {

class ServiceDetail {
 public:
  ServiceDetail(const Site& site, const AskedPage& asked, const ServiceQuestion& question,
                ServiceOrdinal service, const ServiceFacts& facts)
      : site_(site),
        asked_(asked),
        text_(asked.text()),
        question_(question),
        service_(service),
        doc_(site.index().services().documents[service].front()),
        facts_(facts) {}

  PageData Build() {
    AddHead();
    AddWarnings();
    AddActions();
    AddFacts();
    AddContacts();
    AddVenues();
    AddKinds();
    AddReviews();
    AddSource();
    return std::move(data_);
  }

 private:
  const Index& index() const { return site_.index(); }

  std::vector<PageData> Paragraphs(std::string_view text) const {
    std::vector<PageData> paragraphs;
    for (const std::string_view line : LinesOf(text)) {
      PageData paragraph;
      Set(paragraph, "line", line);
      if (!line.empty()) paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
  }

  void AddHead() {
    Set(data_, "name", facts_.name);
    const bool has_other = facts_.alternate_name != facts_.name && !facts_.alternate_name.empty();
    Set(data_, "also",
        has_other ? text_("service.also", {{"name", facts_.alternate_name}}) : std::string());
    const std::string& organisation = facts_.organisation.name;
    Set(data_, "organisation",
        organisation.empty() ? organisation : text_("service.run_by", {{"name", organisation}}));
    SetPhone(ReadCard(index(), doc_).phone, data_);
    SetList(data_, "description", Paragraphs(facts_.description));
    Set(data_, "why", question_.why);
    Set(data_, "doubt", question_.doubt);
    data_.set("back", PageData(false));
    if (question_.is_asked) {
      const PageLinks links(asked_, question_.is_sensitive);
      data_.set("back", links.Search(question_.query, text_("service.back")));
    } else if (question_.is_sensitive) {
      data_.set("back", SearchAgain());
    }
  }

  // Where the search may not stand in an address, nothing leads back to it.
  PageData SearchAgain() const {
    PageData link;
    Set(link, "label", text_("service.search_again"));
    Set(link, "is_post", false);
    Set(link, "href", PageLinks(asked_, false).Address("/"));
    return link;
  }

  // What must be known before anybody sets out.
  void AddWarnings() {
    std::vector<PageData> warnings;
    const auto add = [&](std::string_view line) {
      PageData warning;
      Set(warning, "line", line);
      if (!line.empty()) warnings.push_back(std::move(warning));
    };
    if (facts_.status == Status::kTemporarilyClosed) add(text_("service.closed"));
    if (facts_.status == Status::kInactive) add(text_("service.inactive"));
    if (facts_.status == Status::kDefunct) add(text_("service.defunct"));
    for (const std::string_view line : LinesOf(facts_.alert)) add(line);
    SetList(data_, "warnings", std::move(warnings));
    SetList(data_, "crisis", CrisisLines(SensitivityOf(site_, service_)));
  }

  void AddActions() {
    Set(data_, "id", facts_.id);
    const SaveToggle toggle = ToggleSaved(asked_, facts_.id);
    Set(data_, "save_address", OwnAddress(toggle.asked, question_, facts_.id));
    Set(data_, "save_label", toggle.label);
    Set(data_, "full", toggle.full);
    Set(data_, "report_address",
        PageLinks(asked_, false)
            .Address("/services/" + facts_.id + "/report", ExitMark(question_.is_sensitive)));
    Set(data_, "calendar", CalendarAddress(site_, service_));
  }

  void AddFacts() {
    FactRows rows;
    AddWhenRows(site_, text_, service_, facts_, rows);
    const auto costs = CostLines(text_, facts_, site_.serving.Now().date);
    if (costs.empty()) rows.AddNotStated(text_("card.cost"), text_("service.cost_not_stated"));
    rows.Add(text_("card.cost"), costs);
    AddWhoFor(rows);
    AddGettingIn(rows);
    AddReach(rows);
    rows.Add(text_("service.languages"), Languages());
    rows.Add(text_("service.interpretation"), facts_.interpretation);
    data_.set("facts", std::move(rows).Take());
  }

  void AddWhoFor(FactRows& rows) const {
    rows.Add(text_("card.for"),
             WhoForLines(index(), text_, doc_, {facts_.eligibility, facts_.eligibilities}));
  }

  // Whether it is one of the ways in that are told already, and no more.
  bool SaysAWayIn(std::string_view line) const {
    const std::string said = LowerCase(line.substr(0, line.find_last_not_of(" .") + 1));
    for (std::size_t i = 0; i < kAccessCount; ++i) {
      const auto way = static_cast<Access>(i);
      std::string key("access.");
      key.append(NameOf(way));
      const bool is_said = said == LowerCase(WithoutMarks(text_(key))) || said == NameOf(way);
      if (facts_.access.Has(way) && is_said) return true;
    }
    return said == LowerCase(WithoutMarks(ListText(text_, "access", facts_.access, kAccessCount)));
  }

  void AddGettingIn(FactRows& rows) const {
    std::vector<std::string> lines;
    const std::string access = ListText(text_, "access", facts_.access, kAccessCount);
    if (!access.empty()) lines.push_back(access);
    for (const std::string_view line : LinesOf(facts_.application_process)) {
      if (!line.empty() && !SaysAWayIn(line)) lines.emplace_back(line);
    }
    if (lines.empty()) rows.AddNotStated(text_("card.access"), text_("service.not_stated"));
    rows.Add(text_("card.access"), lines);
    rows.Add(text_("service.wait"), facts_.wait_time);
  }

  // How it reaches people, and where those live whom it is for.
  void AddReach(FactRows& rows) const {
    EnumSet<Reach> reach;
    for (const DocId doc : index().services().documents[service_]) {
      reach |= EnumSet<Reach>::FromBits(index().documents().reach[doc]);
    }
    rows.Add(text_("filter.reach"), ListText(text_, "reach", reach, kReachCount));
    std::string areas;
    for (const std::string& area : facts_.areas) areas += (areas.empty() ? "" : ", ") + area;
    rows.Add(text_(reach.Has(Reach::kVisits) ? "service.visits_in" : "service.people_in"), areas);
  }

  std::string Languages() const {
    std::string out;
    for (const auto& [code, name] : facts_.languages) {
      const std::string known = code.empty() ? name : ValueText(site_, text_, "language", code);
      out += (out.empty() ? "" : ", ") + (known == code && !name.empty() ? name : known);
    }
    return out;
  }

  void AddContacts() {
    FactRows rows;
    std::vector<FactLine> phones;
    for (const PhoneFacts& phone : facts_.phones) AddPhoneLines(phone, phones);
    rows.AddLines(text_("service.phone"), std::move(phones));
    if (!facts_.email.empty()) rows.AddLines(text_("service.email"), {MailLine(facts_.email)});
    if (!facts_.url.empty()) rows.AddLines(text_("service.website"), {WebLine(facts_.url)});
    for (const ContactFacts& contact : facts_.contacts) {
      rows.AddLines(text_("service.person"), ContactLines(contact));
    }
    AddOrganisation(rows);
    data_.set("contacts", std::move(rows).Take());
  }

  void AddOrganisation(FactRows& rows) const {
    const OrganisationFacts& organisation = facts_.organisation;
    std::vector<FactLine> lines;
    if (!organisation.url.empty() && organisation.url != facts_.url) {
      lines.push_back(WebLine(organisation.url));
    }
    if (!organisation.email.empty() && organisation.email != facts_.email) {
      lines.push_back(MailLine(organisation.email));
    }
    rows.AddLines(organisation.name.empty() ? text_("service.organisation") : organisation.name,
                  std::move(lines));
  }

  void AddVenues() {
    const auto own = index().services().documents[service_];
    const bool has_place = facts_.is_confidential || std::ranges::any_of(own, [&](DocId doc) {
                             return IsPlaceToGo(index(), doc);
                           });
    Set(data_, "venues_title", text_(has_place ? "service.where" : "service.offices"));
    SetList(data_, "venues", VenueContents(site_, text_, question_, service_, facts_));
  }

  // A search for more of the kind, from where was asked.
  FactLine TermLine(TaxonomyTermId term, std::vector<std::string> query::Query::*names,
                    std::string note) const {
    const Taxonomy& taxonomy = index().taxonomy();
    query::Query query;
    (query.*names).emplace_back(taxonomy.id_text(term));
    query.near = question_.query.near;
    query.within = question_.query.within;
    const PageLinks links(asked_, SensitivityOf(site_, query).is_sensitive);
    return {.text = std::string(taxonomy.label(term)),
            .note = std::move(note),
            .search = links.Search(query, taxonomy.label(term))};
  }

  bool IsTermOf(TaxonomyTermId term, std::span<const std::string_view> vocabularies) const {
    const Taxonomy& taxonomy = index().taxonomy();
    return IsOf(vocabularies, taxonomy.vocabulary_name(taxonomy.vocabulary(term)));
  }

  // Stated types first, then what the text suggests, and the needs that both serve.
  void AddKinds() {
    using query::Query;
    std::vector<FactLine> types, needs, people, others;
    std::vector<TaxonomyTermId> served;
    // One name may be that of several terms.
    const auto add = [](FactLine line, std::vector<FactLine>& lines) {
      if (std::ranges::find(lines, line.text, &FactLine::text) == lines.end()) {
        lines.push_back(std::move(line));
      }
    };
    const auto serve = [&](TaxonomyTermId need) {
      if (std::ranges::find(served, need) == served.end()) served.push_back(need);
    };
    for (const TaxonomyTermId term : index().documents().terms[doc_]) {
      if (index().taxonomy().label(term).empty()) continue;
      if (IsTermOf(term, kServiceTypeVocabularies)) {
        add(TermLine(term, &Query::service_types, {}), types);
        for (const TaxonomyTermId need : index().needs_of_type(term)) {
          if (TellsOf(index(), term, need)) serve(need);
        }
      } else if (IsTermOf(term, kNeedVocabularies)) {
        serve(term);
      } else if (IsTermOf(term, kCircumstanceVocabularies)) {
        add(TermLine(term, &Query::circumstances, {}), people);
      } else {
        add(TermLine(term, &Query::taxonomy_terms, {}), others);
      }
    }
    AddInferred(types, serve);
    for (const TaxonomyTermId need : served) add(TermLine(need, &Query::needs, {}), needs);
    FactRows rows;
    rows.AddLines(text_("service.types"), std::move(types));
    rows.AddLines(text_("service.needs"), std::move(needs));
    rows.AddLines(text_("service.circumstances"), std::move(people));
    rows.AddLines(text_("service.other_terms"), std::move(others));
    data_.set("kinds", std::move(rows).Take());
  }

  template <typename Serve>
  void AddInferred(std::vector<FactLine>& types, const Serve& serve) const {
    const auto words = LinesOf(index().services().inferred_words[service_]);
    const auto inferred = index().documents().inferred[doc_];
    for (std::size_t i = 0; i < inferred.size(); ++i) {
      std::string note = i < words.size() ? text_("service.we_think_by", {{"words", words[i]}})
                                          : std::string(text_("service.we_think"));
      types.push_back(TermLine(inferred[i], &query::Query::service_types, std::move(note)));
      for (const TaxonomyTermId need : index().needs_of_type(inferred[i])) serve(need);
    }
  }

  void AddReviews() {
    FactRows rows;
    rows.Add(text_("service.accreditations"), facts_.accreditations);
    for (const ReviewFacts& review : facts_.reviews) {
      std::vector<FactLine> lines;
      for (const std::string& part : {review.score, review.description}) {
        if (!part.empty()) lines.push_back({part});
      }
      if (review.date) lines.push_back({LongDate(*review.date)});
      if (!review.url.empty()) lines.push_back(WebLine(review.url));
      const bool has_title = !review.title.empty();
      rows.AddLines(has_title ? std::string_view(review.title) : text_("service.review"),
                    std::move(lines));
    }
    data_.set("reviews", std::move(rows).Take());
  }

  void AddSource() {
    const SourceFacts source = ReadSource(index().sources().info[index().documents().source[doc_]]);
    FactRows rows;
    rows.Add(text_("service.listed_by"), source.name());
    if (source.publisher != source.name()) rows.Add(text_("service.publisher"), source.publisher);
    if (!source.url.empty()) rows.AddLines(text_("service.source_site"), {WebLine(source.url)});
    rows.Add(text_("service.licence"), source.attribution.empty() || source.licence.empty()
                                           ? source.attribution + source.licence
                                           : source.attribution + " (" + source.licence + ")");
    if (source.retrieved) rows.Add(text_("service.retrieved"), LongDate(*source.retrieved));
    if (!facts_.status) {
      rows.AddNotStated(text_("service.status"), text_("service.status_not_stated"));
    }
    Set(data_, "checked", CheckedText(site_, text_, doc_));
    data_.set("source", std::move(rows).Take());
  }

  const Site& site_;
  const AskedPage& asked_;
  const InterfaceText& text_;
  const ServiceQuestion& question_;
  ServiceOrdinal service_;
  DocId doc_;
  const ServiceFacts& facts_;
  PageData data_;
};

}  // namespace

std::string OwnAddress(const AskedPage& asked, const ServiceQuestion& question,
                       const std::string& id) {
  const bool is_told = question.is_asked && !question.is_sensitive;
  return PageLinks(asked, false)
      .Address("/services/" + id,
               is_told ? query::FormatQuery(question.query) : ExitMark(question.is_sensitive));
}

PageData ServiceContent(const Site& site, const AskedPage& asked, const ServiceQuestion& question,
                        ServiceOrdinal service, const ServiceFacts& facts) {
  return ServiceDetail(site, asked, question, service, facts).Build();
}

}  // namespace waypost::server
