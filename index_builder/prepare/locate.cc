#include "index_builder/prepare/locate.h"

#include <algorithm>

namespace waypost::prepare {
namespace {

using record::PointPrecision;

std::string_view TextOf(const record::PostcodeEntry& entry) {
  const std::string_view all(entry.text, sizeof(entry.text));
  return all.substr(0, all.find('\0'));
}

}  // namespace

const record::PostcodeEntry* PostcodeFinder::FindUnit(const Postcode& postcode) const {
  std::string joined = postcode.text();
  std::erase(joined, ' ');
  const auto& entries = gazetteer_.postcodes;
  const auto found = std::lower_bound(entries.begin(), entries.end(), joined,
                                      [](const record::PostcodeEntry& entry,
                                         const std::string& text) { return TextOf(entry) < text; });
  return found != entries.end() && TextOf(*found) == joined ? &*found : nullptr;
}

std::optional<PostcodePoint> PostcodeFinder::FindGroup(
    const std::vector<record::PostcodeGroup>& groups, std::string_view text,
    PointPrecision precision) const {
  const auto found = std::lower_bound(groups.begin(), groups.end(), text,
                                      [](const record::PostcodeGroup& group,
                                         std::string_view wanted) { return group.text < wanted; });
  if (found == groups.end() || found->text != text) return std::nullopt;
  PostcodePoint point{.point = found->point, .precision = precision, .authorities = {}};
  for (std::int32_t authority : found->authorities) {
    point.authorities.push_back(gazetteer_.authority_codes.at(static_cast<std::size_t>(authority)));
  }
  return point;
}

std::optional<PostcodePoint> PostcodeFinder::Find(std::string_view text) const {
  const std::optional<Postcode> postcode = Postcode::Parse(text);
  if (!postcode) return std::nullopt;
  if (postcode->level() == PostcodeLevel::kUnit) {
    const record::PostcodeEntry* unit = FindUnit(*postcode);
    if (unit != nullptr && unit->has_point) {
      PostcodePoint point{.point = unit->point, .precision = PointPrecision::kUnit};
      if (unit->authority >= 0) {
        point.authorities = {
            gazetteer_.authority_codes.at(static_cast<std::size_t>(unit->authority))};
      }
      return point;
    }
  }
  return FindAround(text);
}

std::optional<PostcodePoint> PostcodeFinder::FindAround(std::string_view text) const {
  const std::optional<Postcode> postcode = Postcode::Parse(text);
  if (!postcode) return std::nullopt;
  if (postcode->level() >= PostcodeLevel::kSector) {
    auto sector = FindGroup(gazetteer_.sectors, postcode->SectorText(), PointPrecision::kSector);
    if (sector) return sector;
  }
  if (postcode->level() >= PostcodeLevel::kDistrict) {
    auto district = FindDistrict(text);
    if (district) return district;
  }
  return FindGroup(gazetteer_.postcode_areas, postcode->AreaText(), PointPrecision::kArea);
}

std::optional<PostcodePoint> PostcodeFinder::FindDistrict(std::string_view text) const {
  const std::optional<Postcode> postcode = Postcode::Parse(text);
  if (!postcode || postcode->level() < PostcodeLevel::kDistrict) return std::nullopt;
  return FindGroup(gazetteer_.districts, postcode->DistrictText(), PointPrecision::kDistrict);
}

}  // namespace waypost::prepare
