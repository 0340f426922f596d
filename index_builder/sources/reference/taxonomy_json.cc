#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/reference/taxonomy_formats.h"
#include "index_builder/sources/reference/taxonomy_terms.h"

namespace waypost::sources {
namespace {

using record::TermRef;
using record::VocabularyTerm;

// "https://openactive.io/activity-list#117e7f70" or ".../need/69": what stands last.
std::string LastPart(std::string_view uri) {
  const std::size_t cut = uri.find_last_of("#/");
  return std::string(cut == std::string_view::npos ? uri : uri.substr(cut + 1));
}

// JSON-LD writes a label as text, as {"@value": ...}, or as several of them.
std::string LabelText(JsonElement value) {
  for (JsonElement one : JsonArray(value)) {
    std::string text = JsonText(one);
    if (text.empty()) text = JsonText(one, "@value");
    if (!text.empty()) return text;
  }
  return "";
}

std::string LabelText(JsonElement object, std::string_view key) {
  const std::optional<JsonElement> value = JsonMember(object, key);
  return value.has_value() ? LabelText(*value) : "";
}

// A reference to another concept: its URI, or an object that has it.
std::string RefText(JsonElement value) {
  std::string text = JsonText(value);
  if (text.empty()) text = JsonText(value, "id");
  return text.empty() ? JsonText(value, "@id") : text;
}

std::string ConceptId(JsonElement item) {
  const std::string id = JsonText(item, "id");
  return id.empty() ? JsonText(item, "@id") : id;
}

// The vocabulary and code of a concept, from its URI.
TermRef ConceptRef(const std::string& id, const std::string& scheme) {
  TermRef ref = record::ReadTermRef(
      {.id = "", .code = "", .name = "", .vocabulary = "", .taxonomy = "", .uri = id});
  if (!ref.code.empty() && !ref.vocabulary.empty()) return ref;
  return {scheme, LastPart(id), ""};
}

std::string MemberText(JsonElement item, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys) {
    if (std::string text = JsonText(item, key); !text.empty()) return text;
  }
  return "";
}

TermRef OrukRef(JsonElement item) {
  const std::string id = JsonText(item, "id");
  const std::string code = JsonText(item, "code");
  const std::string term = JsonText(item, "term");
  const std::string label = MemberText(item, {"name", "label"});
  const std::string vocabulary = JsonText(item, "vocabulary");
  std::string taxonomy = JsonText(item, "taxonomy");
  if (taxonomy.empty()) {
    const std::optional<JsonElement> detail = JsonMember(item, "taxonomy_detail");
    if (detail.has_value()) taxonomy = JsonText(*detail, "name");
  }
  const std::string uri = JsonText(item, "term_uri");
  return record::ReadTermRef({.id = id,
                              .code = code,
                              .term = term,
                              .name = label,
                              .vocabulary = vocabulary,
                              .taxonomy = taxonomy,
                              .uri = uri});
}

// Lists of a page, or the array itself.
std::optional<std::vector<JsonElement>> Items(JsonElement root) {
  if (root.is_array()) return JsonArray(root);
  for (std::string_view key : {"contents", "content", "items", "taxonomy_terms", "taxonomies"}) {
    if (JsonMember(root, key).has_value()) return JsonArray(root, key);
  }
  return std::nullopt;
}

std::string ParentId(JsonElement item) {
  const std::optional<JsonElement> parent = JsonMember(item, "parent");
  if (parent.has_value()) {
    const std::string id = JsonText(*parent, "id");
    return id.empty() ? JsonText(*parent) : id;
  }
  return JsonText(item, "parent_id");
}

struct NestedVisit {
  JsonElement item;
  std::string parent;
};

bool AnyHas(const std::vector<JsonElement>& items, std::string_view key) {
  for (JsonElement item : items) {
    if (JsonMember(item, key).has_value()) return true;
  }
  return false;
}

void PushAll(const std::vector<JsonElement>& items, const std::string& parent,
             std::vector<NestedVisit>& open) {
  for (auto item = items.rbegin(); item != items.rend(); ++item) open.push_back({*item, parent});
}

std::vector<JsonElement> ChildrenOf(JsonElement item) {
  for (std::string_view key :
       {"children", "second_level", "third_level", "fourth_level", "fifth_level"}) {
    if (JsonMember(item, key).has_value()) return JsonArray(item, key);
  }
  return {};
}

// What the mapped items are: by the identifiers themselves, else by name.
std::string MappedVocabulary(const std::string& name, JsonElement list) {
  const std::string said = record::FoldWords(
      MemberText(list, {"identifier", "name", "label", "uri"}) + " " + LastPart(name));
  if (said.find("circumstance") != std::string::npos) return "esdCircumstances";
  if (said.find("function") != std::string::npos) return "esdFunctions";
  return "esdNeeds";
}

TermRef MappedRef(JsonElement item, std::string_view vocabulary) {
  const std::string id = MemberText(item, {"identifier", "id"});
  const std::string uri = JsonText(item, "uri");
  TermRef ref = record::ReadTermRef(
      {.id = id, .code = "", .name = "", .vocabulary = vocabulary, .taxonomy = "", .uri = uri});
  ref.label = JsonText(item, "label");
  return ref;
}

}  // namespace

absl::Status ReadSkos(const std::string& name, JsonElement root, record::Taxonomy& taxonomy) {
  const std::string scheme = record::CanonicalVocabulary(LastPart(ConceptId(root)));
  std::vector<JsonElement> concepts = JsonArray(root, "concept");
  if (concepts.empty()) concepts = JsonArray(root, "@graph");
  std::map<std::string, TermRef> by_id;
  for (JsonElement item : concepts) {
    if (const std::string id = ConceptId(item); !id.empty()) by_id[id] = ConceptRef(id, scheme);
  }
  if (by_id.empty()) return InvalidArgument(name + ": line 1: a concept scheme without concepts");
  for (JsonElement item : concepts) {
    const auto known = by_id.find(ConceptId(item));
    const std::string label = LabelText(item, "prefLabel");
    if (known == by_id.end() || label.empty()) continue;
    const TermRef& ref = known->second;
    VocabularyTerm term = MakeTerm(ref.vocabulary, ref.code, label, LabelText(item, "definition"));
    for (JsonElement broader : JsonArray(item, "broader")) {
      const auto parent = by_id.find(RefText(broader));
      if (term.parent.empty() && parent != by_id.end()) term.parent = parent->second.code;
    }
    for (JsonElement synonym : JsonArray(item, "altLabel")) AddSynonym(term, LabelText(synonym));
    AddOtherId(term, known->first);
    const std::string notation = JsonText(item, "notation");
    if (!notation.empty()) AddOtherId(term, ref.vocabulary + ":" + notation);
    taxonomy.terms.push_back(std::move(term));
  }
  return absl::OkStatus();
}

absl::Status ReadLgaMapping(const std::string& name, JsonElement root, record::Taxonomy& taxonomy) {
  const JsonElement list = JsonMember(root, "list").value_or(root);
  const std::string vocabulary = MappedVocabulary(name, list);
  for (JsonElement item : JsonArray(list, "items")) {
    const TermRef from = MappedRef(item, vocabulary);
    if (from.code.empty()) continue;
    taxonomy.terms.push_back(
        MakeTerm(from.vocabulary, from.code, from.label, JsonText(item, "description")));
    for (JsonElement mapped : JsonArray(item, "mappings")) {
      const TermRef to = MappedRef(mapped, "esdServiceTypes");
      if (!to.code.empty()) taxonomy.mappings.push_back({from, to});
    }
  }
  return absl::OkStatus();
}

absl::Status ReadOrukTerms(const std::string& name, JsonElement root, record::Taxonomy& taxonomy) {
  const std::optional<std::vector<JsonElement>> items = Items(root);
  if (!items.has_value()) {
    return InvalidArgument(name +
                           ": line 1: no list of terms; expected an array or a page with "
                           "`contents` or `content`");
  }
  std::map<std::string, TermRef> by_id;
  for (JsonElement item : *items) {
    if (const std::string id = JsonText(item, "id"); !id.empty()) by_id[id] = OrukRef(item);
  }
  for (JsonElement item : *items) {
    const TermRef ref = OrukRef(item);
    VocabularyTerm term = MakeTerm(ref.vocabulary, ref.code, MemberText(item, {"name", "label"}),
                                   JsonText(item, "description"));
    AddOtherId(term, JsonText(item, "id"));
    const std::string parent_id = ParentId(item);
    const auto parent = by_id.find(parent_id);
    if (parent != by_id.end()) {
      if (parent->second.vocabulary == term.vocabulary) term.parent = parent->second.code;
    } else if (!parent_id.empty()) {
      // A parent on another page or file: by the rule for ids.
      const std::optional<TermRef> named = record::ParseCanonicalTermId(parent_id);
      const bool same = named.has_value() && named->vocabulary == term.vocabulary;
      term.parent = same ? named->code : parent_id;
    }
    taxonomy.terms.push_back(std::move(term));
  }
  return absl::OkStatus();
}

absl::Status ReadNestedTerms(const std::string&, JsonElement root, record::Taxonomy& taxonomy) {
  std::string vocabulary = "outpost";
  std::vector<JsonElement> items;
  if (root.is_array()) {
    items = JsonArray(root);
  } else {
    vocabulary = "openEligibilityOhana";
    const JsonElement tree = JsonMember(root, "taxonomy").value_or(root);
    items = JsonArray(tree, "top_level");
  }
  std::vector<NestedVisit> open;
  PushAll(items, "", open);
  while (!open.empty()) {
    const NestedVisit visit = std::move(open.back());
    open.pop_back();
    VocabularyTerm term = MakeTerm(vocabulary, MemberText(visit.item, {"id", "@id"}),
                                   MemberText(visit.item, {"label", "name", "@title", "title"}));
    term.parent = visit.parent;
    const std::string slug = JsonText(visit.item, "slug");
    if (!slug.empty()) AddOtherId(term, std::string(vocabulary).append(":").append(slug));
    PushAll(ChildrenOf(visit.item), term.code, open);
    taxonomy.terms.push_back(std::move(term));
  }
  return absl::OkStatus();
}

absl::Status ReadTaxonomyJson(const std::string& name, std::string_view text, record::ProblemSink&,
                              record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const JsonDocument document, JsonDocument::Parse(name, text));
  const JsonElement root = document.root();
  if (JsonMember(root, "concept").has_value() || JsonMember(root, "@graph").has_value()) {
    return ReadSkos(name, root, taxonomy);
  }
  if (JsonMember(root, "list").has_value()) return ReadLgaMapping(name, root, taxonomy);
  const std::optional<std::vector<JsonElement>> items = Items(root);
  if (items.has_value() && AnyHas(*items, "mappings")) return ReadLgaMapping(name, root, taxonomy);
  const JsonElement tree = JsonMember(root, "taxonomy").value_or(root);
  const bool nested = JsonMember(tree, "top_level").has_value() ||
                      (root.is_array() && items.has_value() && AnyHas(*items, "children"));
  if (nested) return ReadNestedTerms(name, root, taxonomy);
  return ReadOrukTerms(name, root, taxonomy);
}

}  // namespace waypost::sources
