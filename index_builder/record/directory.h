#pragma once

// Everything a build knows before it writes: the records of all sources, the reference data, and
// the few settings that shape an index. `prepare::Build` turns it into an artefact; the linear-scan
// oracle answers queries from it directly.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/taxonomy/question_tree.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/record.h"
#include "index_builder/record/text_field.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::record {

struct SourceInfo {
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;
  std::string licence;  // "OGL-UK-3.0"; "" when the configuration says nothing
  std::string attribution;
  std::string retrieved;  // date text from the configuration
  std::string contact;    // where corrections go: an email address or an https link; "" for nowhere
  std::optional<int> checked_every_days;  // how often the publisher promises to look at the feed
  std::uint64_t read = 0;                 // records read = published + repeats + rejected
  std::uint64_t published = 0;
  std::uint64_t repeats = 0;
  std::uint64_t rejected = 0;
  // Rows of a table that its mapping says are no records ("closed"), by condition.
  std::map<std::string, std::uint64_t> skipped;
};

inline constexpr EnumSet<TextField> kAllTextFields = {TextField::kName, TextField::kOrganization,
                                                      TextField::kDescription, TextField::kTaxonomy,
                                                      TextField::kLocation};

struct Directory {
  Date as_of;
  std::string time_zone = "Europe/London";
  std::string language = "en";  // of the analyser; "none" switches stemming and stop words off
  EnumSet<TextField> text_fields = kAllTextFields;  // where words are found
  std::vector<SourceInfo> sources;                  // ascending by id
  std::vector<Service> services;
  Gazetteer gazetteer;
  Taxonomy taxonomy;
  std::vector<QuestionTree> question_trees;  // ascending by id
};

}  // namespace waypost::record
