#pragma once

// What must be known of all services before anything can be said of one: which organisations,
// languages, terms and outlines there are, and how names and ids are ordered.
//
//   ASSIGN_OR_RETURN(const Survey survey, Survey::Of(services, directory, sink));
//   const OrganisationOrdinal mine = survey.OrganisationOf(service);
//
// Memory: 8 bytes a service, and every organisation, language, term and outline once; while it is
// made, the id and the collation key of every service too.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/status.h"
#include "engine/format/public_id.h"
#include "index_builder/prepare/complete_services.h"
#include "index_builder/prepare/feed_extents.h"
#include "index_builder/prepare/feed_terms.h"
#include "index_builder/record/directory.h"

namespace waypost::sections {

class Survey {
 public:
  // One pass over the services. Languages beyond what an index can hold are reported.
  static absl::StatusOr<Survey> Of(const prepare::CompleteServices& services,
                                   const record::Directory& directory, record::ProblemSink& sink);

  struct Organisation {
    OrganisationOrdinal ordinal;
    std::string name;  // of the first service, by ordinal, that has one for it
    ServiceOrdinal named_by = ServiceOrdinal::None();
  };

  const prepare::FeedTerms& terms() const { return terms_; }
  const prepare::FeedExtents& extents() const { return extents_; }
  // Ascending, as ordinals and languages are.
  const std::map<Uuid, Organisation>& organisations() const { return organisations_; }
  const std::map<std::string, LanguageId>& languages() const { return languages_; }
  // In order of source and the publisher's id.
  const std::vector<ServiceOrdinal>& by_source_id() const { return by_source_id_; }
  // Of the service's name by collation, by ordinal; equal names have equal ranks.
  const std::vector<std::uint32_t>& name_ranks() const { return name_ranks_; }

  OrganisationOrdinal OrganisationOf(const record::Service& service) const;
  SourceOrdinal SourceOf(const record::Service& service) const;
  // Ascending.
  std::vector<LanguageId> LanguagesOf(const record::Service& service) const;

 private:
  explicit Survey(const record::Directory& directory, record::ProblemSink& sink);
  void AddOrganisation(ServiceOrdinal ordinal, const record::Service& service);
  void AddLanguages(const record::Service& service, record::ProblemSink& sink);
  void NumberAll();

  prepare::FeedTerms terms_;
  prepare::FeedExtents extents_;
  std::map<std::string, SourceOrdinal> sources_;
  std::map<Uuid, Organisation> organisations_;
  std::map<std::string, LanguageId> languages_;
  std::vector<ServiceOrdinal> by_source_id_;
  std::vector<std::uint32_t> name_ranks_;
};

}  // namespace waypost::sections
