#include "index_builder/record/term_ref.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

// The name and the address of the taxonomy that a term belongs to.
struct TaxonomyNames {
  std::string name;
  std::string uri;
};

TaxonomyNames ReadTaxonomyNames(const JsonEntity& term) {
  TaxonomyNames names;
  for (M member : {M::kTaxonomyDetail, M::kTaxonomy}) {
    term.Each(
        member, "taxonomy",
        [&](const JsonEntity& taxonomy) {
          if (names.name.empty()) names.name = taxonomy.Line(M::kName);
          if (names.uri.empty()) names.uri = taxonomy.Line(M::kUri);
        },
        [&](std::string_view text) {
          names.name = record::TextLine(term.report(), term.name(), "taxonomy", text);
        });
  }
  if (names.name.empty()) names.name = term.Id(M::kTaxonomyId);
  return names;
}

// A taxonomy that is known by its address ("http://id.esd.org.uk/list/services") has no better
// name.
std::string TaxonomyOf(const JsonEntity& term) {
  const TaxonomyNames names = ReadTaxonomyNames(term);
  const std::string by_uri = record::CanonicalVocabulary(names.uri);
  const bool known = !names.uri.empty() && by_uri != names.uri;
  return known || names.name.empty() ? by_uri : names.name;
}

// The entity under which PartExtras has attributes of `owner`, or their terms.
std::string KeptEntity(const JsonEntity& owner, std::string_view entity) {
  const bool is_organisation = owner.name() == "organization";
  return (is_organisation ? "organization " : "") + std::string(entity);
}

}  // namespace

record::TermRef ReadTerm(const JsonEntity& term) {
  const std::string id = term.Id();
  const std::string code = term.Id(M::kCode);
  const std::string written = term.Id(M::kTerm);
  std::string name = term.Line(M::kName);
  if (name.empty()) name = term.Line(M::kLabel);
  const std::string vocabulary = term.Line(M::kVocabulary);
  const std::string taxonomy = TaxonomyOf(term);
  const std::string uri = term.Line(term.States(M::kTermUri) ? M::kTermUri : M::kUri);
  record::TermRef ref = record::ReadTermRef({.id = id,
                                             .code = code,
                                             .term = written,
                                             .name = name,
                                             .vocabulary = vocabulary,
                                             .taxonomy = taxonomy,
                                             .uri = uri});
  term.context().extras.KeepTerm({.term = ref,
                                  .id = id,
                                  .uri = uri,
                                  .description = term.Block(M::kDescription),
                                  .parent_id = term.Id(M::kParentId)});
  return ref;
}

void AddAttributes(const JsonEntity& owner, std::vector<record::TermRef>& terms,
                   std::vector<record::TermRef>* eligibility_terms) {
  owner.Each(M::kAttributes, "attribute", [&](const JsonEntity& attribute) {
    const bool eligibility =
        eligibility_terms != nullptr && record::LinksEligibility(attribute.Raw(M::kLinkType));
    std::vector<record::TermRef>& target = eligibility ? *eligibility_terms : terms;
    const bool is_kept = owner.name() == "service" || owner.name() == "organization";
    PartExtras& extras = owner.context().extras;
    const auto add = [&](record::TermRef term) {
      if (is_kept) {
        extras.Keep(KeptEntity(owner, "attribute"), record::CanonicalTermId(term),
                    attribute.object());
      }
      record::AddTerm(std::move(term), target);
    };
    if (!attribute.States(M::kTaxonomyTerm)) {
      const std::string id = attribute.Id(M::kTaxonomyTermId);
      const std::string taxonomy = attribute.Id(M::kTaxonomyId);
      add(record::ReadTermRef({.id = id, .taxonomy = taxonomy}));
      return;
    }
    attribute.Each(M::kTaxonomyTerm, "taxonomy_term", [&](const JsonEntity& term) {
      record::TermRef ref = ReadTerm(term);
      if (is_kept) {
        extras.KeepWhole(KeptEntity(owner, "taxonomy_term"), record::CanonicalTermId(ref),
                         term.object().StatedMembers());
      }
      add(std::move(ref));
    });
  });
}

void AddLinkedTerms(const JsonEntity& owner, JsonMember member,
                    std::vector<record::TermRef>& terms) {
  const bool is_kept = owner.name() == "service";
  owner.Each(member, "link_taxonomy", [&](const JsonEntity& link) {
    const auto add = [&](record::TermRef term) {
      if (is_kept) {
        owner.context().extras.Keep("attribute", record::CanonicalTermId(term), link.object());
      }
      record::AddTerm(std::move(term), terms);
    };
    const auto add_id = [&](std::string_view id) {
      const std::string vocabulary = link.Line(M::kVocabulary);
      add(record::ReadTermRef({.id = id, .vocabulary = vocabulary}));
    };
    if (!link.States(M::kTaxonomy) && link.States(M::kTaxonomyId)) {
      add_id(link.Id(M::kTaxonomyId));
    } else if (!link.States(M::kTaxonomy)) {
      record::AddTerm(ReadTerm(link), terms);  // the term itself
    } else {
      link.Each(
          M::kTaxonomy, "taxonomy", [&](const JsonEntity& term) { add(ReadTerm(term)); }, add_id);
    }
  });
}

}  // namespace waypost::sources
