#pragma once

// A UK postcode or the beginning of one, as people type it.
//
//   "BS1 4TR", "bs14tr", " BS1+4TR "   unit      outward "BS1", sector "BS1 4", text "BS1 4TR"
//   "BS1 4"                            sector
//   "BS1", "SW1A"                      district  (no space: "BS14" is a district, not a sector)
//   "BS"                               area
//
// Only the shape is checked (one or two letters, a digit, at most one more letter or digit, then a
// digit and two letters); whether such a postcode exists is for the index to say.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waypost {

enum class PostcodeLevel : std::uint8_t { kArea, kDistrict, kSector, kUnit };

class Postcode {
 public:
  // Reads a whole text. Case, spaces and '+' for space do not matter, except that a space is what
  // tells a sector from a district. nullopt when the text has none of the shapes.
  static std::optional<Postcode> Parse(std::string_view text);

  PostcodeLevel level() const { return level_; }

  // Canonical text: upper case, one space before the inward part.
  const std::string& text() const { return text_; }

  // The enclosing area, district or sector. REQUIRES: level() is not coarser than the asked one.
  std::string AreaText() const;
  std::string DistrictText() const;
  std::string SectorText() const;
  // The last two letters of a unit. REQUIRES: level() == kUnit.
  std::string_view UnitLetters() const;

  friend bool operator==(const Postcode&, const Postcode&) = default;

 private:
  Postcode(PostcodeLevel level, std::string text) : level_(level), text_(std::move(text)) {}

  PostcodeLevel level_;
  std::string text_;
};

// True when `text` looks like an attempt at a postcode (letters then a digit, and short), so that a
// failed parse is worth the error "malformed postcode" rather than "unknown place".
bool LooksLikePostcode(std::string_view text);

}  // namespace waypost
