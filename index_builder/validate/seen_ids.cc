#include "index_builder/validate/seen_ids.h"

#include <array>
#include <functional>

namespace waypost::validate {
namespace {

constexpr std::array<std::string_view, 14> kOwnParts = {"regular_schedules", "holiday_schedules",
                                                        "eligibilitys",      "service_at_locations",
                                                        "cost_options",      "contacts",
                                                        "fundings",          "languages",
                                                        "service_taxonomys", "schedules",
                                                        "attributes",        "funding",
                                                        "service_areas",     "reviews"};

}  // namespace

std::uint64_t SeenIds::KeyOf(std::string_view list, std::string_view id) {
  // Two of a million ids collide once in 37 million feeds.
  const std::uint64_t of_list = std::hash<std::string_view>()(list);
  return std::hash<std::string_view>()(id) ^ (of_list * 0x9E3779B97F4A7C15ULL);
}

void SeenIds::AddList(sources::JsonElement holder, std::string_view list,
                      const std::string& pointer, std::uint64_t owner, RecordCheck& check) {
  std::size_t i = 0;
  for (sources::JsonElement part : sources::JsonArray(holder, list)) {
    const std::string at = PointerTo(PointerTo(pointer, list), i++);
    const std::string id = sources::JsonText(part, "id");
    if (id.empty()) continue;
    const auto [found, is_new] = owners_.try_emplace(KeyOf(list, id), owner);
    if (is_new || found->second == owner) continue;
    check.Add(FindingKind::kRepeatedPartId, PointerTo(at, "id"),
              "another service has a part with the id " + Quoted(id));
  }
}

void SeenIds::AddParts(sources::JsonElement service, RecordCheck& check) {
  const std::uint64_t owner = KeyOf("", check.record());
  for (std::string_view list : kOwnParts) AddList(service, list, "", owner, check);
}

}  // namespace waypost::validate
