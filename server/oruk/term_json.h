#pragma once

// Terms and taxonomies in both dialects.

#include <string>
#include <string_view>

#include "server/oruk/catalogue.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// A term's label; of one without, its code.
std::string_view TermName(const Taxonomy& taxonomy, TaxonomyTermId term);

// The members of a taxonomy_term of v3. `published` is what the feed says of it, if that is known,
// and goes before what the index says; members that the profile has not come with `extras`.
struct TermForm {
  bool extras = false;
  const Json* published = nullptr;
};
void WriteV3Term(const Index& index, const Catalogue& catalogue, TaxonomyTermId term,
                 const TermForm& form, JsonText& json);
// The same, composed anew: what the catalogue keeps, and what a feed says otherwise.
void ComposeV3Term(const Index& index, const Catalogue& catalogue, TaxonomyTermId term,
                   const TermForm& form, JsonText& json);
// The members of a taxonomy, with its terms when `terms`.
void WriteV3Taxonomy(const Index& index, const Catalogue& catalogue, VocabularyId vocabulary,
                     bool terms, JsonText& json);

struct TermTables {
  const Index& index;
  const Catalogue& catalogue;
};

// The attributes of a location of a service, as its feed published them, of terms that the index
// knows.
void WriteLocationAttributes(const TermTables& tables, const ServiceRecord& service,
                             const Json& location, bool extras, JsonText& json);

// The attributes of a thing, of the terms that a record lists under "terms".
struct AttributeHolder {
  std::string_view id;           // of the thing
  std::string_view link_type;    // "service", "organization"
  const Json& record;            // with the member "terms"
  const ServiceRecord& service;  // of which it is
};
void WriteV3Attributes(const Index& index, const Catalogue& catalogue,
                       const AttributeHolder& holder, bool extras, JsonText& json);

// {id, name, vocabulary} of v1; with its parent, null for a root, when `parent`.
void WriteV1Term(const Taxonomy& taxonomy, TaxonomyTermId term, bool parent, JsonText& json);
// The same of a term of a record.
void WriteV1TermOf(const Taxonomy& taxonomy, const Json& term, JsonText& json);

}  // namespace waypost::oruk
