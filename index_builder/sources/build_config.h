#pragma once

// The configuration of `waypost-index build --config FILE.toml`.
//
//   as_of = 2026-11-21
//   out = "county.waypost"
//   postcodes = ["codepo_gb.zip", "nspl.csv.gz"]     # earlier files take precedence
//
//   [[source]]
//   id = "bristol"
//   path = "feeds/bristol.json.gz"
//   title = "Bristol service directory"
//   licence = "OGL-UK-3.0"
//   attribution = "Contains public sector information licensed under the ..."
//   confidential = { service_types = ["esdServiceType:1714"], ids = ["17"], flag = "is_refuge" }
//
// Top-level keys: source (tables), out, as_of (a date), time_zone, language, text_fields (of name,
// organization, description, taxonomy, location; default all), infer_types (default true), and the
// lists of paths postcodes, places, areas, taxonomies, overlays, questions, calendar. Of a source:
// id, path, format, mapping, title, publisher, url, licence, attribution, retrieved, confidential,
// contact (an email address or an https link: where corrections go) and checked_every_days (1 to
// 3650: how often the publisher promises to look at the feed).
//
// Relative paths are relative to the folder of the configuration file. Whether files exist is for
// those who open them to say. Errors are InvalidArgument with file, line and key; an unknown key is
// one, with the nearest known key.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/status.h"
#include "index_builder/record/directory.h"
#include "index_builder/sources/confidential_rules.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {

struct SourceConfig {
  SourceSpec spec;          // id, path, format, mapping
  record::SourceInfo info;  // id, and all from title to checked_every_days
  ConfidentialRules confidential;
};

struct BuildConfig {
  static absl::StatusOr<BuildConfig> Read(const std::string& path);
  // The text of a configuration as if it were the file `path`.
  static absl::StatusOr<BuildConfig> Parse(const std::string& path, std::string_view toml);

  std::vector<SourceConfig> sources;  // in the order of the file; ids are unique
  std::vector<std::string> postcodes, places, areas, taxonomies, overlays, questions, calendar;
  std::optional<Date> as_of;  // the command line or today decides when absent
  std::string out;            // "" when absent: the command line must say
  std::string time_zone = "Europe/London";
  std::string language = "en";
  EnumSet<record::TextField> text_fields = record::kAllTextFields;
  bool infer_types = true;
};

// True for what a source may be called: 1 to 64 of a-z, 0-9, '-', '_' and '.', beginning with a
// letter or digit. It stands in addresses, file names and reports.
bool IsSourceId(std::string_view id);

}  // namespace waypost::sources
