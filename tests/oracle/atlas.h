#pragma once

// The gazetteer as the oracle reads it: finds areas by name, the authorities inside them, and what
// is meant by `near`. Linear scans, nothing kept but the authorities of each area.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/fact.h"
#include "engine/core/status.h"
#include "engine/query/query.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/record.h"

namespace waypost::oracle {

using AuthoritySet = std::set<std::string>;  // codes

// Kleene's answer to "does `area` hold all of `place`?": all of it yes, none of it no, else not
// stated. Nothing is known of an empty place.
Fact Holds(const AuthoritySet& area, const AuthoritySet& place);

// P, the place that is asked about.
struct Spot {
  LatLng point;
  bool is_exact = false;  // a unit or a point; else a sector, district, area or place name
  AuthoritySet authorities;
};

// A named area. The country exists also without an entry in the gazetteer, as "UK".
struct NamedArea {
  bool is_country = false;
  std::string code;  // "" when it has none
  AuthoritySet authorities;
  std::vector<std::vector<record::Polygon>> outlines;  // of the authorities that have one
};

class Atlas {
 public:
  // `gazetteer` must outlive the object.
  explicit Atlas(const record::Gazetteer& gazetteer);

  // By code, name or other name, case-blind. nullptr when there is none.
  const NamedArea* FindArea(std::string_view name) const;

  // The authority whose outline covers the point, the lowest code of several; or nothing.
  AuthoritySet AuthoritiesAt(LatLng point) const;

  // The authorities of a document's location from its point and postcode.
  AuthoritySet AuthoritiesOf(LatLng point, record::PointPrecision precision,
                             const std::string& postcode) const;

  // The authorities of a postcode's sector, district or area, whichever is known first.
  AuthoritySet AuthoritiesAround(const std::string& postcode) const;

  // InvalidArgument for an unknown or ambiguous place.
  absl::StatusOr<Spot> FindSpot(const query::Near& near) const;

  // Codes of all authorities.
  const std::vector<std::string>& authority_codes() const { return authority_codes_; }

 private:
  // Areas by their index in the gazetteer.
  bool IsCalled(std::size_t area, const std::string& folded) const;
  // True when `inner` is `outer` or names it as an ancestor, however far up.
  bool LiesIn(std::size_t inner, std::size_t outer, int depth) const;
  const record::PostcodeEntry* FindUnit(const Postcode& unit) const;
  const record::PostcodeGroup* FindGroup(const Postcode& postcode, PostcodeLevel level) const;
  AuthoritySet CodesOf(const record::PostcodeGroup& group) const;
  Spot SpotOf(const record::PostcodeGroup& group) const;
  absl::StatusOr<Spot> FindPlace(const std::string& text) const;

  const record::Gazetteer& gazetteer_;
  std::vector<std::vector<std::string>> names_;  // parallel to gazetteer_.areas
  std::vector<NamedArea> areas_;                 // likewise
  NamedArea country_;
  std::vector<std::string> authority_codes_;
};

// ASCII lower case, one space between words, none at the ends.
std::string Folded(std::string_view text);

}  // namespace waypost::oracle
