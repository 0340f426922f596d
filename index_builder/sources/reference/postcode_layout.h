#pragma once

// Which columns of a postcode file hold what, for the layouts that are published:
//
//   Code-Point Open   no header, ten columns: "BS1
//   4TR",10,358653,173159,"E92000001",...,"E06000023",...
//                     (with a header in some copies: PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC)
//   NSPL, ONSPD       a header; the column names change from year to year and are known by their
//                     stem: pcds; lat, long; oseast1m, east1m; osnrth1m, north1m; doterm; laua,
//                     oslaua, lad25cd
//   plain             postcode,lat,long (or latitude, longitude, lng, lon; or easting, northing),
//                     in any order and case; further columns are ignored
//
// A file is known by its content alone: a header with a postcode column and a position, or a first
// row that is a Code-Point Open row.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

struct PostcodeLayout {
  bool has_header = true;
  std::size_t postcode = 0;
  std::optional<std::size_t> lat, lon;
  std::optional<std::size_t> easting, northing;
  std::optional<std::size_t> quality;    // Code-Point: 90 means no position
  std::optional<std::size_t> authority;  // GSS code of the lower-tier or unitary authority
  std::optional<std::size_t> ended;      // "199606", "" while in use

  // True when the file says of every postcode whether it is in use.
  bool knows_life() const { return ended.has_value(); }
};

// By the names of the columns; nullopt when they are not those of a postcode file.
std::optional<PostcodeLayout> PostcodeLayoutOfHeader(const CsvHeader& header);

// By the fields of a first row without header: Code-Point Open or nothing.
std::optional<PostcodeLayout> PostcodeLayoutOfRow(const CsvRow& row);

// Looks at the beginning of `stream` and takes nothing from it; nullopt for other files.
absl::StatusOr<std::optional<PostcodeLayout>> DetectPostcodeLayout(InputStream& stream);

}  // namespace waypost::sources
