#include "server/web/browse_page.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/ascii.h"
#include "engine/query/search.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/caching.h"
#include "server/response/page_text.h"
#include "server/web/form_error.h"
#include "server/web/language_marks.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

using query::Query;
using Counts = std::map<std::string, std::uint64_t, std::less<>>;

// The place of the form on top, and what is found there.
struct Around {
  Query query;
  Counts counts;  // by the id of the term
  absl::Status error;
  bool tells_home = false;
};

std::uint64_t CountOf(const Counts& counts, std::string_view id) {
  const auto found = counts.find(id);
  return found == counts.end() ? 0 : found->second;
}

absl::StatusOr<query::Result> Search(const Site& site, const Query& query) {
  const auto synonyms = site.serving.synonyms.current();
  return query::Search(site.index(), query, site.serving.Now(), &synonyms->synonyms);
}

absl::StatusOr<Query> PlaceOf(const AskedPage& asked) {
  if (asked.Field("near").empty()) return Query();
  Query query;
  ASSIGN_OR_RETURN(query.near, query::ParseNear(std::string(asked.Field("near"))));
  return query;
}

// Everything around the place, counted by one facet. Where the place cannot be read, everything.
Around CountAround(const Site& site, const AskedPage& asked, query::Facet facet) {
  Around around;
  const auto place = PlaceOf(asked);
  around.error = place.status();
  if (place.ok()) around.query = *place;
  Query query = query::ForTotal(around.query);
  query.facets = {facet};
  query.facet_limit = INT32_MAX;
  auto result = Search(site, query);
  if (!result.ok()) {
    around.error = result.status();
    around.query = Query();
    query.near.reset();
    result = Search(site, query);
  }
  if (!result.ok()) return around;
  if (result->resolved.place) around.tells_home = TellsHome(*result->resolved.place);
  for (const query::FacetValue& value : result->facets.front().values) {
    around.counts[value.id] = value.count;
  }
  return around;
}

// A link to the search for it; a form where that must leave no trace.
PageData TermLink(const Site& site, const AskedPage& asked, TaxonomyTermId term,
                  const Query& query) {
  return PageLinks(asked, SensitivityOf(site, query).is_sensitive)
      .Search(query, AsPublished(asked.language, site.index().taxonomy().label(term)));
}

void AddPlaceForm(const AskedPage& asked, const Around& around, PageData& content) {
  const InterfaceText& text = asked.text();
  Set(content, "near", asked.Field("near"));
  Set(content, "near_error",
      around.error.ok() ? std::string() : FormErrorOf(text, around.error).message);
  content.set("fields", PageLinks(asked, false).Fields({}));
}

HttpResponse Rendered(const Site& site, const AskedPage& asked, std::string_view path,
                      std::string_view key, const Around& around, PageData content) {
  AddPlaceForm(asked, around, content);
  std::string name("browse.");
  name += key;
  const InterfaceText& text = asked.text();
  Set(content, "title", text(name + ".title"));
  Set(content, "lead", text(name + ".lead"));
  Set(content, "action", path);
  std::vector<query::Parameter> place;
  if (around.query.near) place.push_back({"near", around.query.near->text});
  AskedPage plain;
  Page page{.name = "browse",
            .title = std::string(text(name + ".title")),
            .content = std::move(content),
            .status = around.error.ok() ? 200 : 400,
            .keeping = around.tells_home ? PageKeeping::kPrivate : PageKeeping::kPublic,
            .address = PageLinks(plain, false).Address(path, place)};
  return RenderPage(site, asked, std::move(page));
}

PageData Group(std::string_view heading, std::string_view hint, std::vector<PageData> items) {
  PageData group;
  Set(group, "heading", heading);
  Set(group, "group_hint", hint);
  SetList(group, "items", std::move(items));
  return group;
}

PageData Item(PageData link, std::string_view hint, std::string count) {
  PageData item;
  item.set("link", std::move(link));
  Set(item, "hint", hint);
  Set(item, "count", count);
  return item;
}

// The letter under which a label stands; others than A to Z stand under "#".
std::string LetterOf(std::string_view label) {
  const char first = label.empty() ? '#' : ToUpper(label.front());
  return std::string(1, IsLetter(first) ? first : '#');
}

}  // namespace

HttpResponse BrowsePage::Needs(const AskedPage& asked) const {
  const Taxonomy& taxonomy = site.index().taxonomy();
  const Around around = CountAround(site, asked, query::Facet::kNeed);
  std::vector<PageData> groups;
  for (const std::string_view name : kNeedVocabularies) {
    const auto vocabulary = taxonomy.FindVocabulary(name);
    if (!vocabulary) continue;
    for (const TaxonomyTermId group : taxonomy.TermsOf(*vocabulary)) {
      if (!taxonomy.parent(group).is_none()) continue;
      std::vector<PageData> items;
      for (std::uint32_t i = group.value(); i < taxonomy.subtree_end(group).value(); ++i) {
        const TaxonomyTermId need(i);
        const bool is_leaf = taxonomy.subtree_end(need).value() == i + 1;
        const std::uint64_t count = CountOf(around.counts, taxonomy.id_text(need));
        if (!is_leaf || count == 0) continue;
        Query query = around.query;
        query.needs = {std::string(taxonomy.id_text(need))};
        items.push_back(Item(TermLink(site, asked, need, std::move(query)),
                             taxonomy.description(need), asked.text().Counted("services", count)));
      }
      if (items.empty()) continue;
      groups.push_back(Group(taxonomy.label(group), taxonomy.description(group), std::move(items)));
    }
  }
  PageData content;
  SetList(content, "groups", std::move(groups));
  return Rendered(site, asked, "/needs", "needs", around, std::move(content));
}

HttpResponse BrowsePage::Types(const AskedPage& asked) const {
  const Taxonomy& taxonomy = site.index().taxonomy();
  const Around around = CountAround(site, asked, query::Facet::kServiceType);
  // Several terms may have one label: a person wants them all.
  std::map<std::string, std::vector<TaxonomyTermId>> by_label;
  for (const auto& [id, count] : around.counts) {
    const auto term = taxonomy.Find(id);
    if (term) by_label[std::string(taxonomy.label(*term))].push_back(*term);
  }
  std::map<std::string, std::vector<PageData>> by_letter;
  for (const auto& [label, terms] : by_label) {
    Query query = around.query;
    for (const TaxonomyTermId term : terms) {
      query.service_types.emplace_back(taxonomy.id_text(term));
    }
    std::uint64_t count = CountOf(around.counts, query.service_types.front());
    if (terms.size() > 1) {
      const auto found = Search(site, query::ForTotal(query));
      if (found.ok()) count = found->total;
    }
    by_letter[LetterOf(label)].push_back(
        Item(TermLink(site, asked, terms.front(), std::move(query)), "",
             asked.text().Counted("services", count)));
  }
  std::vector<PageData> groups;
  for (auto& [letter, items] : by_letter) groups.push_back(Group(letter, "", std::move(items)));
  PageData content;
  SetList(content, "groups", std::move(groups));
  return Rendered(site, asked, "/types", "types", around, std::move(content));
}

HttpResponse BrowsePage::Personas(const AskedPage& asked) const {
  const Taxonomy& taxonomy = site.index().taxonomy();
  Around around = CountAround(site, asked, query::Facet::kNeed);
  std::vector<PageData> items;
  for (const std::string_view name : kPersonaVocabularies) {
    const auto vocabulary = taxonomy.FindVocabulary(name);
    if (!vocabulary) continue;
    for (const TaxonomyTermId persona : taxonomy.TermsOf(*vocabulary)) {
      Query query = around.query;
      query.personas = {std::string(taxonomy.id_text(persona))};
      const auto found = Search(site, query::ForTotal(query));
      if (!found.ok() || found->total == 0) continue;
      items.push_back(Item(TermLink(site, asked, persona, std::move(query)),
                           taxonomy.description(persona),
                           asked.text().Counted("services", found->total)));
    }
  }
  std::vector<PageData> groups;
  if (!items.empty()) groups.push_back(Group("", "", std::move(items)));
  PageData content;
  SetList(content, "groups", std::move(groups));
  return Rendered(site, asked, "/personas", "personas", around, std::move(content));
}

}  // namespace waypost::server
