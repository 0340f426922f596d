#pragma once

// All that the columns say of one document, worked out while its service is at hand, and kept until
// the documents can be gathered in their own order.
//
//   DocumentRows rows(folder);
//   RETURN_IF_ERROR(rows.Add(row));                 // in order of service and of location in it
//
//   DocumentRow row;
//   RETURN_IF_ERROR(rows.Read(order.rows[doc.index()], row));
//
// Memory: 8 bytes a row.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/fact.h"
#include "engine/core/ids.h"
#include "engine/core/status.h"
#include "engine/geo/lat_lng.h"
#include "engine/hours/session.h"
#include "engine/index/documents.h"
#include "index_builder/spool/spooled_blobs.h"

namespace waypost::sections {

// What every document has exactly one of.
struct DocumentFacts {
  OrganisationOrdinal organisation = OrganisationOrdinal::None();
  SourceOrdinal source;
  bool is_located = false;
  LatLng position;  // of a located document
  PlaceIds place_ids{};
  EnumSet<Reach> reach;
  EnumSet<Access> access;
  AccessibilityBits accessibility{};
  Fact free = Fact::kNotStated;
  Status status = Status::kActive;
  std::uint8_t flags = 0;
  std::uint8_t richness = 0;
  std::uint8_t hours_state = 0;
  std::int32_t assured = kNoDate;
  std::int64_t modified = kNoMoment;
};

struct DocumentRow {
  DocumentFacts facts;
  std::string location_id;
  std::string card;
  std::string session_line;
  std::vector<AreaId> authorities;
  std::vector<AreaId> areas;
  std::vector<AgeRange> ages;
  std::vector<LanguageId> languages;
  std::vector<TaxonomyTermId> terms;
  std::vector<TaxonomyTermId> inferred;
  std::vector<SessionId> sessions;  // of the maker's pool
};

class DocumentRows {
 public:
  explicit DocumentRows(const spool::ScratchFolder& folder) : blobs_(folder) {}

  absl::Status Add(const DocumentRow& row);
  // Overwrites all of `row`. REQUIRES: number < size().
  absl::Status Read(std::size_t number, DocumentRow& row);

  std::size_t size() const { return blobs_.size(); }

 private:
  spool::SpooledBlobs blobs_;
  std::string bytes_;
};

}  // namespace waypost::sections
