#pragma once

// Services whose places nobody may learn: refuges, and what the configuration or the feed names.
//
//   const RefugeKinds refuges(directory.taxonomy, {"refuge", "refuges"});
//   if (service.confidential || refuges.Hold(service)) HidePlaces(service, gazetteer, finder);
//
// What is hidden, and what is left (the reasons stand in QUERY.md, "Confidential services"):
//
// | Member | Becomes |
// |---|---|
// | point | the centroid of the postcode district, found by the postcode, else the nearest |
// | name, address, description, directions, url, phones, contacts, ids of a location | removed |
// | statements of accessibility | the feature and its fact, without their words |
// | outlines of service areas | removed; named areas stay |
// | free text of the service | full postcodes, and the lines of the removed addresses, are withheld
// | | the publisher's id, when a postcode or a removed line stands in it | the public id | | extras
// | removed: members without a name of their own may say anything |
//
// Contacts and phones of the service itself stay: they are how people reach it.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/prepare/locate.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/record.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

// Tells services of refuge kinds: one of the words stands in their name, or in the label of one of
// their terms, as the feed or the vocabulary gives it. Whole words, case-blind. O(terms) to make.
class RefugeKinds {
 public:
  RefugeKinds(const record::Taxonomy& taxonomy, std::vector<std::string> words);
  bool Hold(const record::Service& service) const;

 private:
  bool IsNamed(const std::string& text) const;

  const std::vector<std::string> words_;
  std::set<std::pair<std::string, std::string>> terms_;  // vocabulary and code
};

// REQUIRES: `service.public_id` is set. O(text * lines of its addresses).
void HidePlaces(record::Service& service, const record::Gazetteer& gazetteer,
                const PostcodeFinder& finder);

// `text` with every full postcode and every one of `lines` (case-blind) replaced by "[withheld]".
std::string Withhold(const std::string& text, const std::vector<std::string>& lines);

}  // namespace waypost::prepare
