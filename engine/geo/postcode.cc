#include "engine/geo/postcode.h"

#include "engine/core/ascii.h"

namespace waypost {
namespace {

bool IsSeparator(char c) { return c == ' ' || c == '+' || c == '\t' || c == '\n' || c == '\r'; }

// Upper case, runs of spaces folded to one, none at the ends.
std::string Tidy(std::string_view text) {
  std::string tidy;
  for (char c : text) {
    if (IsSeparator(c)) {
      if (!tidy.empty() && tidy.back() != ' ') tidy += ' ';
    } else {
      tidy += ToUpper(c);
    }
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

std::size_t CountLetters(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && IsUpper(text[count])) ++count;
  return count;
}

// "BS1", "B1", "SW1A", "EC1V", "M60"; also "GIR" has no digit and is left out on purpose.
bool IsDistrict(std::string_view text) {
  const std::size_t letters = CountLetters(text);
  if (letters < 1 || letters > 2) return false;
  const std::string_view rest = text.substr(letters);
  if (rest.size() == 1) return IsDigit(rest[0]);
  return rest.size() == 2 && IsDigit(rest[0]) && (IsDigit(rest[1]) || IsUpper(rest[1]));
}

bool IsInward(std::string_view text) {
  return text.size() == 3 && IsDigit(text[0]) && IsUpper(text[1]) && IsUpper(text[2]);
}

}  // namespace

std::optional<Postcode> Postcode::Parse(std::string_view text) {
  const std::string tidy = Tidy(text);
  const std::size_t space = tidy.find(' ');
  if (space != std::string::npos) {
    const std::string outward = tidy.substr(0, space);
    std::string inward;
    for (char c : tidy.substr(space + 1)) {
      if (c != ' ') inward += c;
    }
    if (IsDistrict(outward)) {
      if (inward.size() == 1 && IsDigit(inward[0])) {
        return Postcode(PostcodeLevel::kSector, outward + " " + inward);
      }
      if (IsInward(inward)) return Postcode(PostcodeLevel::kUnit, outward + " " + inward);
    }
  }
  std::string joined;
  for (char c : tidy) {
    if (c != ' ') joined += c;
  }
  if (joined.size() >= 5 && joined.size() <= 7) {
    const std::string outward = joined.substr(0, joined.size() - 3);
    const std::string inward = joined.substr(joined.size() - 3);
    if (IsDistrict(outward) && IsInward(inward)) {
      return Postcode(PostcodeLevel::kUnit, outward + " " + inward);
    }
  }
  if (space != std::string::npos) return std::nullopt;
  if (IsDistrict(joined)) return Postcode(PostcodeLevel::kDistrict, joined);
  const std::size_t letters = CountLetters(joined);
  if (letters == joined.size() && letters >= 1 && letters <= 2) {
    return Postcode(PostcodeLevel::kArea, joined);
  }
  return std::nullopt;
}

std::string Postcode::AreaText() const { return text_.substr(0, CountLetters(text_)); }

std::string Postcode::DistrictText() const { return text_.substr(0, text_.find(' ')); }

std::string Postcode::SectorText() const { return text_.substr(0, text_.find(' ') + 2); }

std::string_view Postcode::UnitLetters() const {
  return std::string_view(text_).substr(text_.size() - 2);
}

bool LooksLikePostcode(std::string_view text) {
  const std::string tidy = Tidy(text);
  if (tidy.size() < 2 || tidy.size() > 9) return false;
  const std::size_t letters = CountLetters(tidy);
  return letters >= 1 && letters <= 2 && letters < tidy.size() &&
         (IsDigit(tidy[letters]) ||
          (tidy[letters] == ' ' && letters + 1 < tidy.size() && IsDigit(tidy[letters + 1])));
}

}  // namespace waypost
