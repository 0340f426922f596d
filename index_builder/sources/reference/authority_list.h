#pragma once

// The authorities, counties, regions and nations of the United Kingdom, put together from one or
// several lists, and the ways to find one: by code, former code or name.
//
//   AuthorityListBuilder builder;
//   builder.Add(ReadAuthorityRows(...));
//   const AuthorityList list = builder.Build();
//   list.CanonicalCode("E08000019")            "E08000039": Sheffield was recoded
//   list.FindByName("Bristol City Council")    the area E06000023
//   list.FindByName("Cumbria")                 the former county, which encloses its two successors
//
// Rules:
//  * Lists are taken in the order given; the first one names an area, later ones add other names.
//  Codes
//    that mean the same authority (former codes, recodings, one successor) are one area under the
//    newest code, and the older codes stand among its other_names.
//  * An ended authority with one successor is another name of that; an ended county with several is
//  a
//    county that encloses them; anything else that has ended is left out.
//  * `parents` are codes, ascending: every county, combined authority, region, nation and the
//  country
//    that encloses the area, not only the nearest.
//  * A name means one area: a name that is the first name of an area is not kept as another name of
//  a
//    different one, and another name that two areas claim is kept for neither.
//  * The nine regions, four nations and the United Kingdom ("UK", "national", "Great Britain",
//    "nationwide") are always there.
//
// Immutable after Build; safe to read from several threads.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/gazetteer.h"
#include "index_builder/sources/reference/authority_rows.h"

namespace waypost::sources {

class AuthorityList {
 public:
  // Ascending by code; no polygons.
  const std::vector<record::Area>& areas() const { return areas_; }

  // The code in force for `code`: itself when nothing else is known of it, "" for a pseudo code
  // (E99999999) or an empty one.
  std::string CanonicalCode(std::string_view code) const;

  // nullptr when there is none. The pointers live as long as the list does.
  const record::Area* FindByCode(std::string_view code) const;
  // By name, other name, either half of "Sir Benfro - Pembrokeshire", or the stem of a name
  // ("Bristol" for "Bristol City Council") when only one authority has it.
  const record::Area* FindByName(std::string_view name) const;

 private:
  friend class AuthorityListBuilder;

  const record::Area* Find(const std::map<std::string, std::size_t>& index,
                           const std::string& key) const;

  std::vector<record::Area> areas_;
  std::map<std::string, std::string, std::less<>> canonical_;  // former code to code
  std::map<std::string, std::size_t> by_name_;                 // folded, of all areas
  std::map<std::string, std::size_t> by_stem_;                 // of authorities
};

class AuthorityListBuilder {
 public:
  void Add(std::vector<AuthorityRow> rows);
  AuthorityList Build() const;

 private:
  std::vector<AuthorityRow> rows_;
};

}  // namespace waypost::sources
