#pragma once

// The lists of v3 as rows, and its single things.

#include "server/oruk/found_services.h"
#include "server/oruk/page_envelope.h"
#include "server/oruk/v3_request.h"
#include "server/oruk/v3_service.h"

namespace waypost::oruk {

// Rows, and how the page and the answer that has them are to be described.
struct V3List {
  Rows rows;
  Paging paging;
  V3Form form;
  server::Keeping keeping;
};

// What the lists are made from. Lives as long as their rows.
struct V3Reading {
  const server::ServingIndex& serving;
  const Catalogue& catalogue;

  const Index& index() const { return *serving.index; }
  V3Writing Writing(bool extras) const { return {index(), catalogue, extras}; }
};

absl::StatusOr<V3List> V3Services(const V3Reading& reading, const Asked& asked);
absl::StatusOr<V3List> V3Places(const V3Reading& reading, const Asked& asked);
absl::StatusOr<V3List> V3Organizations(const V3Reading& reading, const Asked& asked);
absl::StatusOr<V3List> V3Taxonomies(const V3Reading& reading, const Asked& asked);
absl::StatusOr<V3List> V3Terms(const V3Reading& reading, const Asked& asked);

// The members of the thing with that id. NotFound when there is none.
absl::Status WriteOneService(const V3Reading& reading, const Uuid& id, bool extras, JsonText& json);
absl::Status WriteOnePlace(const V3Reading& reading, const Uuid& id, bool extras, JsonText& json);
absl::Status WriteOneTaxonomy(const V3Reading& reading, const Uuid& id, JsonText& json);
absl::Status WriteOneTerm(const V3Reading& reading, const Uuid& id, bool extras, JsonText& json);
// With its services; these are whole when `full_service`.
absl::Status WriteOneOrganization(const V3Reading& reading, const Uuid& id, bool extras,
                                  bool full_service, JsonText& json);

}  // namespace waypost::oruk
