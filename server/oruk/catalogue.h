#pragma once

// What the dialects look up and the index has no table of: taxonomies and terms by UUID, the
// services of an organisation, locations as a list. Made once, at the start of the server.
//
//   const Catalogue catalogue(*index);
//   FormatUuid(catalogue.TermId(term))
//
// O(documents + terms) to make; 24 bytes a term and each id of it, some 350 for its members, 8 a
// service, 4 a service at a location and 4 a location. Immutable; valid while the index lives; safe
// from any thread.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/index/index.h"

namespace waypost::oruk {

// Whom a service belongs to: an organisation of the index or, for services whose feed names none,
// what stands for their source.
struct Owner {
  OrganisationOrdinal organisation = OrganisationOrdinal::None();
  SourceOrdinal source;  // when `organisation` is None
};

// Names of a source, from its information.
struct SourceName {
  std::string name;   // its publisher, else its title, else its id
  std::string title;  // else the name
  std::string url;
};

class Catalogue {
 public:
  explicit Catalogue(const Index& index);

  // The UUID that is a term's code, if it is one and the first such; else the one by which feeds
  // name it, if they have no second; else derived from its id.
  const Uuid& TermId(TaxonomyTermId term) const { return term_ids_[term.index()]; }
  // Its members in v3, where a feed says nothing else of it: ComposeV3Term, done once.
  std::string_view TermMembers(TaxonomyTermId term) const { return term_members_[term.index()]; }
  // By each of those, and by every UUID of feeds.
  std::optional<TaxonomyTermId> FindTerm(const Uuid& id) const;
  // The term that a client means: by that UUID, or by any spelling that the taxonomy takes, of the
  // vocabulary where one is named.
  std::optional<TaxonomyTermId> FindTerm(std::string_view text,
                                         std::string_view vocabulary = {}) const;
  // TaxonomyId of its name.
  const Uuid& VocabularyUuid(VocabularyId vocabulary) const {
    return vocabulary_uuids_[vocabulary.index()];
  }
  // Vocabularies with a name, in order of name.
  const std::vector<VocabularyId>& vocabularies() const { return vocabularies_; }
  std::optional<VocabularyId> FindVocabulary(const Uuid& id) const;
  // By its UUID or its name, case-blind.
  std::optional<VocabularyId> FindVocabulary(std::string_view text) const;

  // Owners of services, in order of public id.
  const std::vector<std::pair<Uuid, Owner>>& owners() const { return owners_; }
  std::optional<Owner> FindOwner(const Uuid& id) const;
  Owner OwnerOf(ServiceOrdinal service) const;
  Uuid OwnerId(const Owner& owner) const;
  // Ascending; at least one.
  std::span<const ServiceOrdinal> ServicesOf(const Owner& owner) const;
  const SourceName& source_name(SourceOrdinal source) const { return sources_[source.index()]; }

  // The services that lists show when no status is asked, ascending: pages of all of them are cut
  // from here.
  const std::vector<ServiceOrdinal>& offered() const { return offered_; }

  // The services at locations of those, in order of their public ids: pages of all of them are cut
  // from here.
  const std::vector<DocId>& offered_places() const { return offered_places_; }

  // The first document of each location, in order of the locations' public ids.
  const std::vector<DocId>& locations() const { return locations_; }

 private:
  void NumberTerms();
  void WriteTerms();
  void ReadSources();
  void GatherOwners();
  void GatherOffered();
  void GatherOfferedPlaces();
  void GatherLocations();
  std::size_t RowOf(const Owner& owner) const;

  const Index& index_;
  std::vector<Uuid> term_ids_;
  std::vector<std::string> term_members_;
  std::vector<std::pair<Uuid, TaxonomyTermId>> terms_by_id_;
  std::vector<VocabularyId> vocabularies_;
  std::vector<Uuid> vocabulary_uuids_;
  std::vector<SourceName> sources_;
  std::vector<std::pair<Uuid, Owner>> owners_;
  // By organisation, then by source, for services of none.
  std::vector<std::uint32_t> service_offsets_;
  std::vector<ServiceOrdinal> services_;
  std::vector<ServiceOrdinal> offered_;
  std::vector<DocId> offered_places_;
  std::vector<DocId> locations_;
};

// Of a vocabulary, by its name.
Uuid TaxonomyId(std::string_view name);
// Of what stands for a source where its services name no organisation.
Uuid SourceOwnerId(std::string_view source);
// Of a term that is no term of the index, by its canonical id.
Uuid StrangeTermId(std::string_view id_text);

}  // namespace waypost::oruk
