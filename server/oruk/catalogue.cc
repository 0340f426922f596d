#include "server/oruk/catalogue.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/core/ascii.h"
#include "server/oruk/found_services.h"
#include "server/oruk/service_record.h"
#include "server/oruk/term_json.h"

namespace waypost::oruk {
namespace {

// Terms and taxonomies are shared by all sources.
constexpr std::string_view kNoSource;

template <typename Pairs>
auto FindFirst(const Pairs& pairs, const Uuid& id) {
  const auto found = std::ranges::lower_bound(pairs, id, {}, &Pairs::value_type::first);
  using Value = typename Pairs::value_type::second_type;
  if (found == pairs.end() || found->first != id) return std::optional<Value>();
  return std::optional<Value>(found->second);
}

SourceName ReadSourceName(std::string_view id, std::string_view info) {
  rapidjson::Document json;
  json.Parse(info.data(), info.size());
  SourceName name;
  if (!json.HasParseError() && json.IsObject()) {
    name = {.name = std::string(TextIn(json, "publisher")),
            .title = std::string(TextIn(json, "title")),
            .url = std::string(TextIn(json, "url"))};
  }
  if (name.name.empty()) name.name = name.title.empty() ? std::string(id) : name.title;
  if (name.title.empty()) name.title = name.name;
  return name;
}

}  // namespace

Uuid TaxonomyId(std::string_view name) { return PublicId(kNoSource, "taxonomy", name); }
Uuid SourceOwnerId(std::string_view source) { return PublicId(source, "organization", ""); }
Uuid StrangeTermId(std::string_view id_text) {
  return PublicId(kNoSource, "taxonomy_term", id_text);
}

Catalogue::Catalogue(const Index& index) : index_(index) {
  NumberTerms();
  WriteTerms();
  ReadSources();
  GatherOwners();
  GatherOffered();
  GatherOfferedPlaces();
  GatherLocations();
}

void Catalogue::NumberTerms() {
  const Taxonomy& taxonomy = index_.taxonomy();
  std::map<Uuid, TaxonomyTermId> terms;  // who claims an id first has it
  std::vector<std::optional<Uuid>> own(taxonomy.size());
  const auto claim = [&](const std::optional<Uuid>& id, TaxonomyTermId term) {
    return id && terms.try_emplace(*id, term).second;
  };
  for (std::size_t i = 0; i < taxonomy.size(); ++i) {
    const std::string_view text = taxonomy.id_text(TaxonomyTermId::At(i));
    const std::optional<Uuid> code = ParseUuid(text.substr(text.rfind(':') + 1));
    if (claim(code, TaxonomyTermId::At(i))) own[i] = code;
  }
  std::vector<std::vector<Uuid>> published(taxonomy.size());
  const TaxonomyColumns& columns = index_.taxonomy_columns();
  for (std::size_t i = 0; i < columns.keys.size(); ++i) {
    const TaxonomyTermId term = columns.key_terms[TermKeyOrdinal::At(i)];
    const std::optional<Uuid> id = ParseUuid(columns.keys[TermKeyOrdinal::At(i)]);
    if (claim(id, term)) published[term.index()].push_back(*id);
  }
  for (std::size_t i = 0; i < taxonomy.size(); ++i) {
    const Uuid derived = StrangeTermId(taxonomy.id_text(TaxonomyTermId::At(i)));
    claim(derived, TaxonomyTermId::At(i));
    const Uuid& otherwise = published[i].size() == 1 ? published[i].front() : derived;
    term_ids_.push_back(own[i].value_or(otherwise));
  }
  terms_by_id_.assign(terms.begin(), terms.end());
  const auto& names = index_.taxonomy_columns().vocabulary_names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    vocabulary_uuids_.push_back(TaxonomyId(names[VocabularyId::At(i)]));
    if (!names[VocabularyId::At(i)].empty()) vocabularies_.push_back(VocabularyId::At(i));
  }
  std::ranges::sort(vocabularies_, {}, [&](VocabularyId id) { return names[id]; });
}

void Catalogue::WriteTerms() {
  for (std::size_t i = 0; i < index_.taxonomy().size(); ++i) {
    JsonText json;
    ComposeV3Term(index_, *this, TaxonomyTermId::At(i), {}, json);
    term_members_.emplace_back(json.text());
  }
}

void Catalogue::ReadSources() {
  const SourceColumns& sources = index_.sources();
  for (std::size_t i = 0; i < sources.id.size(); ++i) {
    const SourceOrdinal source = SourceOrdinal::At(i);
    sources_.push_back(ReadSourceName(sources.id[source], sources.info[source]));
  }
}

Owner Catalogue::OwnerOf(ServiceOrdinal service) const {
  const DocId doc = index_.services().documents[service].front();
  const DocumentColumns& documents = index_.documents();
  return {.organisation = documents.organisation[doc], .source = documents.source[doc]};
}

std::size_t Catalogue::RowOf(const Owner& owner) const {
  if (!owner.organisation.is_none()) return owner.organisation.index();
  return index_.organisations().public_id.size() + owner.source.index();
}

Uuid Catalogue::OwnerId(const Owner& owner) const {
  if (!owner.organisation.is_none()) return index_.organisations().public_id[owner.organisation];
  return SourceOwnerId(index_.sources().id[owner.source]);
}

void Catalogue::GatherOwners() {
  const std::size_t organisations = index_.organisations().public_id.size();
  const std::size_t rows = organisations + index_.sources().id.size();
  service_offsets_.assign(rows + 1, 0);
  const std::size_t count = index_.services().size();
  for (std::size_t i = 0; i < count; ++i) {
    ++service_offsets_[RowOf(OwnerOf(ServiceOrdinal::At(i))) + 1];
  }
  for (std::size_t i = 0; i < rows; ++i) service_offsets_[i + 1] += service_offsets_[i];
  std::vector<std::uint32_t> next = service_offsets_;
  services_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    services_[next[RowOf(OwnerOf(ServiceOrdinal::At(i)))]++] = ServiceOrdinal::At(i);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (service_offsets_[row] == service_offsets_[row + 1]) continue;
    const Owner owner = OwnerOf(services_[service_offsets_[row]]);
    owners_.emplace_back(OwnerId(owner), owner);
  }
  std::ranges::sort(owners_, {}, &std::pair<Uuid, Owner>::first);
}

void Catalogue::GatherOffered() {
  for (std::size_t i = 0; i < index_.services().size(); ++i) {
    if (IsOffered(index_, ServiceOrdinal::At(i))) offered_.push_back(ServiceOrdinal::At(i));
  }
}

void Catalogue::GatherOfferedPlaces() {
  const DocumentColumns& documents = index_.documents();
  for (std::size_t i = 0; i < documents.by_place.size(); ++i) {
    const DocId doc = documents.by_place[i];
    if (IsOffered(index_, documents.service[doc])) offered_places_.push_back(doc);
  }
}

void Catalogue::GatherLocations() {
  const DocumentColumns& documents = index_.documents();
  for (std::size_t i = 0; i < documents.by_location.size(); ++i) {
    const DocId doc = documents.by_location[i];
    const bool is_new = i == 0 || documents.place_ids[doc].location !=
                                      documents.place_ids[documents.by_location[i - 1]].location;
    if (is_new) locations_.push_back(doc);
  }
}

std::optional<TaxonomyTermId> Catalogue::FindTerm(const Uuid& id) const {
  return FindFirst(terms_by_id_, id);
}

std::optional<TaxonomyTermId> Catalogue::FindTerm(std::string_view text,
                                                  std::string_view vocabulary) const {
  const Taxonomy& taxonomy = index_.taxonomy();
  const std::array<std::string_view, 1> vocabularies = {vocabulary};
  const std::optional<Uuid> id = ParseUuid(text);
  if (const auto term = id ? FindTerm(*id) : std::nullopt) {
    const bool is_meant = vocabulary.empty() ||
                          IsOf(vocabularies, taxonomy.vocabulary_name(taxonomy.vocabulary(*term)));
    return is_meant ? term : std::nullopt;
  }
  return vocabulary.empty() ? taxonomy.Find(text) : taxonomy.FindIn(text, vocabularies);
}

std::optional<VocabularyId> Catalogue::FindVocabulary(const Uuid& id) const {
  for (VocabularyId vocabulary : vocabularies_) {
    if (VocabularyUuid(vocabulary) == id) return vocabulary;
  }
  return std::nullopt;
}

std::optional<VocabularyId> Catalogue::FindVocabulary(std::string_view text) const {
  const std::optional<Uuid> id = ParseUuid(text);
  if (const auto vocabulary = id ? FindVocabulary(*id) : std::nullopt) return vocabulary;
  const std::string name = LowerCase(text);
  for (VocabularyId vocabulary : vocabularies_) {
    if (LowerCase(index_.taxonomy().vocabulary_name(vocabulary)) == name) return vocabulary;
  }
  return std::nullopt;
}

std::optional<Owner> Catalogue::FindOwner(const Uuid& id) const { return FindFirst(owners_, id); }

std::span<const ServiceOrdinal> Catalogue::ServicesOf(const Owner& owner) const {
  const std::size_t row = RowOf(owner);
  return std::span(services_).subspan(service_offsets_[row],
                                      service_offsets_[row + 1] - service_offsets_[row]);
}

}  // namespace waypost::oruk
