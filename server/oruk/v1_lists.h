#pragma once

// The lists of ORUK 1.0 as rows, and its single things.

#include "server/oruk/found_services.h"
#include "server/oruk/page_envelope.h"
#include "server/oruk/v1_service.h"

namespace waypost::oruk {

struct V1List {
  Rows rows;
  Paging paging;
  server::Keeping keeping;
};

// What the lists are made from. Lives as long as their rows.
struct V1Reading {
  const server::ServingIndex& serving;
  const Catalogue& catalogue;

  const Index& index() const { return *serving.index; }
  V1Writing Writing() const { return {index(), catalogue}; }
};

absl::StatusOr<V1List> V1Services(const V1Reading& reading, const Asked& asked);
absl::StatusOr<V1List> V1Taxonomies(const V1Reading& reading, const Asked& asked);
absl::StatusOr<V1List> V1Organizations(const V1Reading& reading, const Asked& asked);
absl::StatusOr<V1List> V1Locations(const V1Reading& reading, const Asked& asked);
absl::StatusOr<V1List> V1Reviews(const V1Reading& reading, const Asked& asked);

// {sample_size, average}: the mean richness of the services on one page of the list of services.
struct V1Richness {
  std::string body;
  server::Keeping keeping;
};
absl::StatusOr<V1Richness> V1RichnessOfPage(const V1Reading& reading, const Asked& asked);

// The names of all vocabularies, a JSON array.
std::string WriteV1Vocabularies(const V1Reading& reading);

// The members of the thing with that id. NotFound when there is none.
absl::Status WriteOneV1Service(const V1Reading& reading, std::string_view id, JsonText& json);
absl::Status WriteOneV1Richness(const V1Reading& reading, std::string_view id, JsonText& json);
absl::Status WriteOneV1Taxonomy(const V1Reading& reading, std::string_view id, JsonText& json);
absl::Status WriteOneV1Organization(const V1Reading& reading, std::string_view id, JsonText& json);
absl::Status WriteOneV1Location(const V1Reading& reading, std::string_view id, JsonText& json);
absl::Status WriteOneV1Review(const V1Reading& reading, std::string_view id, JsonText& json);

}  // namespace waypost::oruk
