#include "server/oruk/term_json.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "server/oruk/published_rest.h"

namespace waypost::oruk {
namespace {

// Where lists are published, by vocabulary.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAddresses = {
    {{"esdServiceTypes", "http://id.esd.org.uk/service/"},
     {"esdNeeds", "http://id.esd.org.uk/need/"},
     {"esdCircumstances", "http://id.esd.org.uk/circumstance/"},
     {"openActiveActivity", "https://openactive.io/activity-list#"}}};

std::string_view CodeOf(std::string_view id_text) { return id_text.substr(id_text.find(':') + 1); }

// "" for a term of a list that is published nowhere.
std::string AddressOf(std::string_view vocabulary, std::string_view id_text) {
  for (const auto& [name, address] : kAddresses) {
    if (name == vocabulary) return std::string(address).append(CodeOf(id_text));
  }
  return "";
}

std::string_view VocabularyOf(const Taxonomy& taxonomy, TaxonomyTermId term) {
  return taxonomy.vocabulary_name(taxonomy.vocabulary(term));
}

// A term that is no term of the index: one of an organisation, or of an eligibility.
void WriteStrangeV3Term(const Json& term, bool extras, JsonText& json) {
  const std::string_view id_text = TextIn(term, "id");
  const std::string_view label = TextIn(term, "label");
  const std::string_view name = IsBlank(label) ? id_text : label;
  json.Text("id", FormatUuid(StrangeTermId(id_text))).Text("name", name).Text("description", name);
  PutText("taxonomy", TextIn(term, "vocabulary"), json);
  PutText("term", id_text, json);
  if (extras) PutText("code", TextIn(term, "code"), json);
}

// The publisher's own id, where the public one is another.
void PutSourceId(const TermForm& form, const Uuid& id, JsonText& json) {
  const std::string_view own = RestText(form.published, "id");
  if (form.extras && ParseUuid(own) != id) PutText("source_id", own, json);
}

// The term above, by the id that the feed has for it if the index knows that.
void PutParent(const Taxonomy& taxonomy, const Catalogue& catalogue, TaxonomyTermId term,
               const TermForm& form, JsonText& json) {
  const std::optional<Uuid> stated = ParseUuid(RestText(form.published, "parent_id"));
  const TaxonomyTermId parent = taxonomy.parent(term);
  if (stated && catalogue.FindTerm(*stated)) {
    json.Text("parent_id", FormatUuid(*stated));
  } else if (!parent.is_none()) {
    json.Text("parent_id", FormatUuid(catalogue.TermId(parent)));
  }
}

// True when all that a feed says of the term named `name` is what the profile has not, or the name:
// so it is with most, whose own id is all that the index lacks.
bool IsSaidAnyway(const Json* published, std::string_view name) {
  constexpr std::array<std::string_view, 5> kSaid = {"description", "parent_id", "taxonomy",
                                                     "term_uri", "term"};
  if (published == nullptr) return true;
  const std::string_view said = TextIn(*published, "name");
  return (IsBlank(said) || said == name) && std::ranges::all_of(kSaid, [&](std::string_view key) {
           return IsBlank(TextIn(*published, key));
         });
}

std::span<const Json> PublishedAttributes(const ServiceRecord& service, const Json& location) {
  const Json* rest = service.RestOf("location", TextIn(location, "id"));
  return rest == nullptr ? std::span<const Json>() : Items(*rest, "attributes");
}

// The term that an attribute, as it was published, is of: by the publisher's id, else by its names.
std::optional<TaxonomyTermId> TermOfPublished(const TermTables& tables, const Json& attribute) {
  const Json* term = attribute.IsObject() ? ObjectIn(attribute, "taxonomy_term") : nullptr;
  if (term == nullptr) return std::nullopt;
  if (const std::optional<Uuid> id = ParseUuid(TextIn(*term, "id"))) {
    if (const auto known = tables.catalogue.FindTerm(*id)) return known;
  }
  const std::array<std::string_view, 1> vocabularies = {TextIn(*term, "taxonomy")};
  for (const char* key : {"term_uri", "code", "term", "id"}) {
    const std::string_view text = TextIn(*term, key);
    if (text.empty()) continue;
    if (const auto known = tables.index.taxonomy().FindIn(text, vocabularies)) return known;
  }
  return std::nullopt;
}

// Terms of the places of a service are searched as its own, but published where they stand: those
// that it does not state itself.
std::set<TaxonomyTermId> TermsOfPlacesAlone(const TermTables& tables,
                                            const ServiceRecord& service) {
  std::set<TaxonomyTermId> terms;
  for (const Json& at : Items(service.json(), "locations")) {
    const Json* location = ObjectIn(at, "location");
    if (location == nullptr) continue;
    for (const Json& attribute : PublishedAttributes(service, *location)) {
      const std::optional<TaxonomyTermId> term = TermOfPublished(tables, attribute);
      if (!term) continue;
      const std::string_view id_text = tables.index.taxonomy().id_text(*term);
      const bool is_own = service.RestOf("attribute", id_text) != nullptr ||
                          service.RestOf("taxonomy_term", id_text) != nullptr;
      if (!is_own) terms.insert(*term);
    }
  }
  return terms;
}

struct AttributeWriter {
  const Index& index;
  const Catalogue& catalogue;
  const AttributeHolder& holder;
  bool extras;

  std::string DerivedId(std::string_view id_text, std::string_view link_type) const {
    std::string name(holder.id);
    name.append(" ").append(id_text);
    if (link_type != holder.link_type) name.append(" ").append(link_type);
    return FormatUuid(PublicId("", "attribute", name));
  }

  // What the feed said of an attribute, or of its term.
  const Json* RestOf(std::string_view entity, std::string_view id_text) const {
    const bool is_service = holder.link_type == "service";
    const std::string key = (is_service ? "" : std::string(holder.link_type) + " ");
    return holder.service.RestOf(key + std::string(entity), id_text);
  }

  void Write(const Json& term, std::string_view link_type, OptionalArray& array,
             JsonText& json) const {
    const std::string_view id_text = TextIn(term, "id");
    if (id_text.empty()) return;
    const std::optional<TaxonomyTermId> known = index.taxonomy().Find(id_text);
    const Uuid id = known ? catalogue.TermId(*known) : StrangeTermId(id_text);
    const Json* rest = RestOf("attribute", id_text);
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    json.Text("id", IdFrom(rest, [&] { return DerivedId(id_text, link_type); }))
        .Text("link_id", holder.id)
        .Text("taxonomy_term_id", FormatUuid(id))
        .Text("link_type", link_type);
    if (extras && RestText(rest, "link_entity").empty()) json.Text("link_entity", link_type);
    json.StartObject("taxonomy_term");
    if (known) {
      WriteV3Term(index, catalogue, *known,
                  {.extras = extras, .published = RestOf("taxonomy_term", id_text)}, json);
    } else {
      WriteStrangeV3Term(term, extras, json);
    }
    json.EndObject();
    if (extras) PutRest(rest, begin, json);
    json.EndObject();
  }
};

}  // namespace

std::string_view TermName(const Taxonomy& taxonomy, TaxonomyTermId term) {
  const std::string_view label = taxonomy.label(term);
  if (!IsBlank(label)) return label;
  const std::string_view code = CodeOf(taxonomy.id_text(term));
  return IsBlank(code) ? taxonomy.id_text(term) : code;
}

void WriteV3Term(const Index& index, const Catalogue& catalogue, TaxonomyTermId term,
                 const TermForm& form, JsonText& json) {
  if (form.extras || !IsSaidAnyway(form.published, TermName(index.taxonomy(), term))) {
    ComposeV3Term(index, catalogue, term, form, json);
  } else {
    json.RawMembers(catalogue.TermMembers(term));
  }
}

void ComposeV3Term(const Index& index, const Catalogue& catalogue, TaxonomyTermId term,
                   const TermForm& form, JsonText& json) {
  const std::size_t begin = MembersBegin(json);
  const Taxonomy& taxonomy = index.taxonomy();
  const std::string_view id_text = taxonomy.id_text(term);
  const std::string_view vocabulary = VocabularyOf(taxonomy, term);
  const auto put = [&](const char* key, std::string_view otherwise) {
    const std::string_view stated = RestText(form.published, key);
    PutText(key, IsBlank(stated) ? otherwise : stated, json);
  };
  const std::string_view description = taxonomy.description(term);
  json.Text("id", FormatUuid(catalogue.TermId(term)));
  PutSourceId(form, catalogue.TermId(term), json);
  put("name", TermName(taxonomy, term));
  put("description", IsBlank(description) ? TermName(taxonomy, term) : description);
  PutParent(taxonomy, catalogue, term, form, json);
  put("taxonomy", vocabulary);
  if (!vocabulary.empty()) {
    json.Text("taxonomy_id", FormatUuid(catalogue.VocabularyUuid(taxonomy.vocabulary(term))));
  }
  const std::optional<std::string> address = ValidAddress(RestText(form.published, "term_uri"));
  PutText("term_uri", address ? address : ValidAddress(AddressOf(vocabulary, id_text)), json);
  put("term", id_text);
  // A feed that says something of the term has said its code, if it has one.
  if (form.extras && form.published == nullptr) PutText("code", CodeOf(id_text), json);
  if (form.extras) PutRest(form.published, begin, json);
}

void WriteV3Taxonomy(const Index& index, const Catalogue& catalogue, VocabularyId vocabulary,
                     bool terms, JsonText& json) {
  const std::string_view name = index.taxonomy().vocabulary_name(vocabulary);
  json.Text("id", FormatUuid(TaxonomyId(name))).Text("name", name).Text("description", name);
  if (!terms) return;
  OptionalArray array("taxonomy_terms", json);
  for (TaxonomyTermId term : index.taxonomy().TermsOf(vocabulary)) {
    array.Next().StartObject();
    WriteV3Term(index, catalogue, term, {}, json);
    json.EndObject();
  }
}

void WriteV3Attributes(const Index& index, const Catalogue& catalogue,
                       const AttributeHolder& holder, bool extras, JsonText& json) {
  OptionalArray array("attributes", json);
  const AttributeWriter writer{index, catalogue, holder, extras};
  std::set<TaxonomyTermId> of_places;
  if (holder.link_type == "service") {
    of_places = TermsOfPlacesAlone({index, catalogue}, holder.service);
  }
  for (const Json& term : Items(holder.record, "terms")) {
    const auto known = of_places.empty() ? std::nullopt : index.taxonomy().Find(TextIn(term, "id"));
    if (known && of_places.contains(*known)) continue;
    writer.Write(term, holder.link_type, array, json);
  }
  // Not searched by, and a term of the service is.
  if (!extras) return;
  for (const Json& row : Items(holder.record, "eligibilities")) {
    for (const Json& term : Items(row, "terms")) writer.Write(term, "eligibility", array, json);
  }
}

void WriteLocationAttributes(const TermTables& tables, const ServiceRecord& service,
                             const Json& location, bool extras, JsonText& json) {
  OptionalArray array("attributes", json);
  const std::string_view id = TextIn(location, "public_id");
  for (const Json& attribute : PublishedAttributes(service, location)) {
    const std::optional<TaxonomyTermId> term = TermOfPublished(tables, attribute);
    if (!term) continue;
    const Uuid term_id = tables.catalogue.TermId(*term);
    const std::string name = std::string(id) + " " + FormatUuid(term_id);
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    json.Text("id", IdFrom(&attribute, [&] { return FormatUuid(PublicId("", "attribute", name)); }))
        .Text("link_id", id)
        .Text("taxonomy_term_id", FormatUuid(term_id))
        .Text("link_type", "location")
        .StartObject("taxonomy_term");
    WriteV3Term(tables.index, tables.catalogue, *term,
                {.extras = extras, .published = ObjectIn(attribute, "taxonomy_term")}, json);
    json.EndObject();
    if (extras) PutRest(&attribute, begin, json);
    json.EndObject();
  }
}

void WriteV1Term(const Taxonomy& taxonomy, TaxonomyTermId term, bool parent, JsonText& json) {
  json.Text("id", taxonomy.id_text(term)).Text("name", TermName(taxonomy, term));
  PutText("vocabulary", VocabularyOf(taxonomy, term), json);
  if (!parent) return;
  const TaxonomyTermId above = taxonomy.parent(term);
  // Clients find the roots by asking for a parent that is null.
  if (above.is_none()) {
    json.Null("parent");
    return;
  }
  json.StartObject("parent");
  WriteV1Term(taxonomy, above, false, json);
  json.EndObject();
}

void WriteV1TermOf(const Taxonomy& taxonomy, const Json& term, JsonText& json) {
  const std::string_view id_text = TextIn(term, "id");
  if (const std::optional<TaxonomyTermId> known = taxonomy.Find(id_text)) {
    WriteV1Term(taxonomy, *known, false, json);
    return;
  }
  const std::string_view label = TextIn(term, "label");
  json.Text("id", id_text).Text("name", IsBlank(label) ? id_text : label);
  PutText("vocabulary", TextIn(term, "vocabulary"), json);
}

}  // namespace waypost::oruk
